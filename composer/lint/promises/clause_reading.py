"""Promises known by the grammar of their clauses: who acts, how it is said, and when.

Where ``commitments`` and ``dated_promises`` know English by its phrases, this reads any sentence that names a
coming time or an event, in every language that has tables (``grammars``).
"""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from composer.lint.own_words import Passage, PassageKind
from composer.lint.promises.commitments import Commitment, Sign
from composer.lint.promises.dated_promises import dates_a_thing
from composer.lint.promises.grammar import Verdict, verdicts
from composer.lint.promises.grammars import GRAMMARS
from composer.lint.promises.words import EVENT, GONE, PASSED, TIME, VAGUE, WAIT, YOUR, Grammar
from composer.lint.sentences import Stretch
from composer.when.eta import Certainty, TimeExpression

_AGO = re.compile(
    r"\b(?:19|20)\d\d\b|ago|yesterday|last|gestern|letzt|vor|ayer|pasad|hace|hier|derni|il y a", re.IGNORECASE
)
"""A past time that cannot be meant for the next time round."""
_ENGLISH = re.compile(r"\b(?:the|you|your|our|this|with|[iw]e?['’]ll)\b", re.IGNORECASE)
"""Words that tell of English sentences in a mail of another language."""
_Span = tuple[int, int, int]
_SAYS_WHEN = re.compile(
    r"(?:^|\b(?:on|with|in|by|into|part of|during|at|for|before|after|until|till|from))"
    r"(?: (?:the|our|your|my|his|her|a|an|this|next))?\W*$",
    re.IGNORECASE,
)
"""What stands before a time that says when by a thing: *on the 4 o'clock van*, *Tomorrow's first job*."""
_NEAR = 24
_LONGEST, _MOST = 4000, 24
_MANY_WORDS = 45
"""In a sentence of more words nothing is sure that does not name the reader."""


@dataclass(frozen=True, slots=True)
class ClauseReading:
    """What the grammar says of a passage: its promises by the start of their sentence, and what is none."""

    promises: Mapping[int, Commitment]
    english: Set[int]
    """Where these sentences are English."""
    verdicts: Mapping[int, Sequence[Verdict]]
    """On the clauses of each English sentence, by its start."""

    def refuses(self, one: Commitment) -> bool:
        """Tell whether a promise that was known otherwise stands in a clause that promises nothing."""
        at = one.start - one.sentence.start
        found = self.verdicts.get(one.sentence.start, ())
        return any(v.clause.start <= at < v.clause.end and v.is_refused for v in found)


def clauses_read(
    passage: Passage, times: Iterable[TimeExpression], *, now: datetime, language: str = ""
) -> ClauseReading:
    """Read the sentences of a passage that name a time or an event by the grammar of their clauses.

    ``times`` are those of the passage. Without a ``language`` each is tried whose telltale words stand in
    the passage; English always is.
    """
    promises: dict[int, Commitment] = {}
    english: set[int] = set()
    read: dict[int, Sequence[Verdict]] = {}
    if passage.kind in (PassageKind.HEADING, PassageKind.CLOSING):
        return ClauseReading(promises, english, read)
    grammars = [one for one in GRAMMARS.values() if _is_read(one, passage, language)]
    within = _by_sentence(passage, times)
    if not within:
        grammars = [one for one in grammars if _may_name_moment(passage.words, one)]
    for sentence in passage.sentences if grammars else ():
        if sentence.text.endswith("?"):
            continue
        for grammar in grammars:
            found = _verdicts_on(sentence, within.get(sentence.start, []), grammar, now)
            at = sentence.start
            if grammar.code == "en":
                read[at] = found
            bound = next((one for one in found if one.binds), None)
            if bound is not None:
                promises[at] = _commitment(sentence, bound)
                if grammar.code == "en":
                    english.add(at)
                break
    return ClauseReading(promises, english, read)


def _may_name_moment(text: str, grammar: Grammar) -> bool:
    """Tell whether a text without times may name an event or a moment."""
    return grammar.event.search(text) is not None or bool(grammar.moments(text))


def _commitment(sentence: Stretch, one: Verdict) -> Commitment:
    start, end = sentence.start + one.clause.start, sentence.start + one.clause.end
    return Commitment(start, end, sentence, Sign.EVENT if one.event else Sign.TIME, one.event)


def _is_read(grammar: Grammar, passage: Passage, language: str) -> bool:
    if grammar.code == language:
        return True
    if grammar.code == "en":
        return language not in GRAMMARS or _ENGLISH.search(passage.words) is not None
    return not language and grammar.telltale.search(passage.words) is not None


def _by_sentence(passage: Passage, times: Iterable[TimeExpression]) -> dict[int, list[TimeExpression]]:
    kept: dict[int, list[TimeExpression]] = {}
    for time in times:
        if time.certainty is not Certainty.WAIT:
            within = kept.setdefault(passage.sentence_at(time.start).start, [])
            if len(within) < _MOST:
                within.append(time)
    return kept


def _verdicts_on(
    sentence: Stretch, times: list[TimeExpression], grammar: Grammar, now: datetime
) -> Sequence[Verdict]:
    text, at = sentence.text[:_LONGEST], sentence.start
    if text.count(" ") > _MANY_WORDS and grammar.code == "en" and "you" not in text.lower():
        return ()
    spans = [
        (time.start - at, time.end - at, _kind_of(time, grammar, now))
        for time in times
        if not _names_a_thing(text, time, at, grammar)
    ]
    spans = _with_moments(text, spans, grammar)
    if all(kind & GONE for _, _, kind in spans) and grammar.event.search(text) is None:
        return ()
    return verdicts(text, spans, grammar)[:_MOST]


def _with_moments(
    text: str, spans: list[tuple[int, int, int]], grammar: Grammar
) -> list[tuple[int, int, int]]:
    """Add the words that are a time in a promise, though not by themselves: *by 11*."""
    more = [
        (start, end, TIME | EVENT | (YOUR if "your" in text[start:end].lower() else 0))
        for start, end in grammar.moments(text)[:_MOST]
        if not any(first < end and start < last for first, last, _ in spans)
    ]
    return sorted((*spans, *more)) if more else spans


def _kind_of(time: TimeExpression, grammar: Grammar, now: datetime) -> int:
    if time.is_past(now):
        return GONE if time.lead == "since" or _AGO.search(time.text) else PASSED
    if time.lead == "since":
        return GONE
    if time.is_vague:
        return TIME | VAGUE
    return TIME | WAIT if grammar.is_wait(time.lead, time.text) else TIME


def _names_a_thing(text: str, time: TimeExpression, at: int, grammar: Grammar) -> bool:
    """Tell whether a time only says which thing is meant; *on tonight's truck* says when nevertheless."""
    start = time.start - at
    if grammar.code != "en" or not dates_a_thing(text, start, time.end - at):
        return False
    return _SAYS_WHEN.search(text[max(0, start - _NEAR) : start]) is None
