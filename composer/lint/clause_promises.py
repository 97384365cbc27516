"""Promises known by the grammar of their clauses: who acts, how it is said, and when.

Where :mod:`composer.lint.commitments` and :mod:`composer.lint.dated_promises` know English by its phrases,
this reads any sentence that names a coming time or an event, in every language that has tables
(:mod:`composer.lint.promise_grammars`).
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from composer.lint.commitments import Commitment, Sign
from composer.lint.dated_promises import dates_a_thing
from composer.lint.own_words import Passage, PassageKind
from composer.lint.promise_grammar import verdicts
from composer.lint.promise_grammars import GRAMMARS
from composer.lint.promise_words import GONE, TIME, VAGUE, WAIT, Grammar
from composer.lint.sentences import Stretch
from composer.when.eta import Certainty, TimeExpression

_LONGEST, _MOST = 4000, 24


def clause_promises(
    passage: Passage, times: Iterable[TimeExpression], *, now: datetime, language: str = ""
) -> Iterator[Commitment]:
    """Yield the sentences of a passage with a clause that promises something, in order.

    ``times`` are those of the passage. Without a ``language`` each is tried whose telltale
    words stand in the passage; English always is.
    """
    if passage.kind in (PassageKind.HEADING, PassageKind.CLOSING):
        return
    grammars = [one for one in GRAMMARS.values() if _is_read(one, passage, language)]
    within = _by_sentence(passage, times)
    for sentence in passage.sentences:
        if sentence.text.endswith("?"):
            continue
        for grammar in grammars:
            found = _promise_in(sentence, within.get(sentence.start, []), grammar, now)
            if found is not None:
                yield found
                break


def _is_read(grammar: Grammar, passage: Passage, language: str) -> bool:
    if grammar.code in ("en", language):
        return True
    return not language and grammar.telltale.search(passage.words) is not None


def _by_sentence(passage: Passage, times: Iterable[TimeExpression]) -> dict[int, list[TimeExpression]]:
    kept: dict[int, list[TimeExpression]] = {}
    for time in times:
        if time.certainty is not Certainty.WAIT:
            within = kept.setdefault(passage.sentence_at(time.start).start, [])
            if len(within) < _MOST:
                within.append(time)
    return kept


def _promise_in(
    sentence: Stretch, times: list[TimeExpression], grammar: Grammar, now: datetime
) -> Commitment | None:
    text, at = sentence.text[:_LONGEST], sentence.start
    spans = [
        (time.start - at, time.end - at, _kind_of(time, grammar, now))
        for time in times
        if not _names_a_thing(text, time, at, grammar)
    ]
    if all(kind & GONE for _, _, kind in spans) and not grammar.event.search(text):
        return None
    for one in islice(verdicts(text, spans, grammar), _MOST):
        if one.binds:
            start, end = at + one.clause.start, at + one.clause.end
            return Commitment(start, end, sentence, Sign.EVENT if one.event else Sign.TIME, one.event)
    return None


def _kind_of(time: TimeExpression, grammar: Grammar, now: datetime) -> int:
    if time.is_past(now) or time.lead == "since":
        return GONE
    if time.is_vague:
        return TIME | VAGUE
    return TIME | WAIT if grammar.is_wait(time.lead, time.text) else TIME


def _names_a_thing(text: str, time: TimeExpression, at: int, grammar: Grammar) -> bool:
    """Tell whether a time only says which thing is meant; *on tonight's truck* says when nevertheless."""
    if grammar.code != "en" or not dates_a_thing(text, time.start - at, time.end - at):
        return False
    return not text[: time.start - at].rstrip().lower().endswith((" on", " with", " in", " by"))
