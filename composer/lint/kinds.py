"""The shapes that a rule can take without code: phrases, substitutions, a pattern, an occurrence.

The shape owns the matching (speed, case, word borders, what a fix looks like); the rule owns the words.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import Protocol

from composer.lint.finding import Severity
from composer.lint.fix_text import fitted
from composer.lint.own_words import Passage, PassageKind
from composer.lint.phrase_table import Entry, Found, PhraseTable, entry_of
from composer.lint.promises.verb_forms import forms_of, is_participle_after
from composer.lint.reply import Reply
from composer.lint.reply_kind import ReplyKind, kind_of, received_in
from composer.lint.rule import EachPassage, Hit, Setting, WholeReply
from composer.lint.sentences import Stretch
from composer.questions.plain_words import folded

MOST_HITS = 200
_OPENING_SENTENCES = 3
_CLOSING_PASSAGES = 3
_LONGEST_SHOWN = 80
_LEAVE_OUT = "“{words}” says nothing here: leave it out."


class Span(Protocol):
    """What a search engine's match offers; ``re`` and ``re2`` both do."""

    def start(self) -> int:
        """Return where the match begins."""

    def end(self) -> int:
        """Return where the match ends."""

    def span(self, group: int = 0, /) -> tuple[int, int]:
        """Return where a group begins and ends, (-1, -1) when it took no part."""

    def groups(self) -> tuple[str | None, ...]:
        """Return what the groups matched."""


@dataclass(frozen=True)
class Saying:
    """A way to say what a rule objects to, which something else in the same sentence may take back.

    ``severity`` overrides the rule's: what is likely and not certain is a hint. ``is_wide`` says that it
    stands in ``said``, behind the patterns of its rule.
    """

    find: Callable[[str], Iterable[Span]]
    unless: Callable[[str], bool] | None = None
    severity: Severity | None = None
    is_wide: bool = False


@dataclass(frozen=True)
class Words:
    """What a rule file says: the message, phrases and what to say instead.

    ``matching`` tells of a text which patterns stand in it, for a fraction of what running them costs.
    ``spares_receipts`` lets an opening say that a mail arrived, in a reply that is there to say so.
    ``message_alone`` stands where there is nothing to say instead; ``hints`` are phrases that weigh less
    than the rule; with ``unless_theirs`` all are silent where the customer
    uses one of them, or a word that ``theirs`` knows. ``everyday`` holds the abbreviations that everybody
    knows; where there are some, others that the mail lacks are hints.
    """

    message: str
    entries: tuple[Entry, ...] = ()
    patterns: tuple[Saying, ...] = ()
    matching: Callable[[str], Iterable[int]] | None = None
    most: int = 0
    place: str = "anywhere"
    except_entries: tuple[Entry, ...] = field(default=())
    message_alone: str = ""
    hints: frozenset[tuple[str, ...]] = frozenset()
    unless_theirs: bool = False
    spares_receipts: bool = False
    theirs: Callable[[str], bool] | None = None
    everyday: frozenset[str] = frozenset()


def reads_of(shape: str, words: Words) -> EachPassage | WholeReply:
    """Return the check of a shape: ``phrases``, ``substitutions``, ``pattern`` or ``occurrence``."""
    find = _pattern_finder(words) if shape in ("pattern", "occurrence") else _phrase_finder(words)
    if shape == "occurrence":
        return EachPassage(_too_many(find, words))
    if words.place == "opening":
        return WholeReply(
            _sparing_receipts(_at_opening(find)) if words.spares_receipts else _at_opening(find)
        )
    if words.place == "closing":
        return WholeReply(_at_closing(find))
    if words.unless_theirs:
        known = replace(words, patterns=tuple(one for one in words.patterns if not one.is_wide))
        return EachPassage(_unless_theirs(find, _phrase_finder(known), words))
    return EachPassage(lambda passage, setting: find(passage))


Finder = Callable[[Passage], Iterator[Hit]]


def verb_entries(stuffy: str, plain: Iterable[str]) -> Iterator[Entry]:
    """Yield the entries for all forms of a verb; the first plain verb is the first fix."""
    rows: dict[str, list[str]] = {}
    for one in plain:
        for form, alternatives, _ in forms_of(stuffy, one):
            rows.setdefault(form, []).extend(a for a in alternatives if a not in rows.get(form, []))
    for form, found in rows.items():
        yield entry_of(form, found)


def swap_entries(swap: Mapping[str, Iterable[str]]) -> Iterator[Entry]:
    """Yield the entries of a table from phrase to alternatives."""
    for phrase, alternatives in swap.items():
        yield entry_of(phrase, alternatives)


def _phrase_finder(words: Words) -> Finder:
    table = PhraseTable((*words.except_entries, *words.entries))
    silent = {id(entry) for entry in words.except_entries}
    if words.patterns and not words.message_alone:
        words = replace(words, message_alone=words.message)

    def find(passage: Passage) -> Iterator[Hit]:
        found = list(table.found_in(passage))
        wide = list(_wide_hits(passage, words, [one for one in found if id(one.entry) in silent]))
        every = [one for one in found if id(one.entry) not in silent and not _is_within(one, wide)]
        hits = [_phrase_hit(passage, one, words) for one in every]
        for number, (one, hit) in enumerate(zip(every, hits, strict=True)):
            before, after = every[number - 1] if number else None, every[number + 1 : number + 2]
            reaches_back = before is not None and _start(hit) < before.end
            if reaches_back or (after and _end(hit) > after[0].start):
                # Its fix would take in a word of its neighbour's: first the one, then the other.
                hit = replace(hit, start=one.start, end=one.end, fixes=())
            yield hit
        spans = [(one.start, one.end) for one in every]
        yield from (hit for hit in wide if not _meets(_start(hit), _end(hit), spans))

    return find


def _wide_hits(passage: Passage, words: Words, silent: list[Found]) -> Iterator[Hit]:
    """Yield what the patterns find where no exception stands.

    A pattern reads a passage as one line with plain apostrophes and without accents (RE2's word borders
    know ASCII letters only), and marks its first group, if it has one.
    """
    taken = [(one.start, one.end) for one in silent]
    if words.matching is None:
        return
    text = folded(passage.words.replace("\n", " ").replace("’", "'"))
    for number in words.matching(text):
        if number >= len(words.patterns):
            continue
        saying = words.patterns[number]
        for match in islice(saying.find(text), MOST_HITS):
            start, end = match.span(1) if match.groups() and match.span(1)[0] >= 0 else match.span()
            if end <= start or _meets(start, end, taken) or _taken_back(saying, passage, text, start):
                continue
            taken.append((start, end))
            message = _told(words.message_alone, passage.words[start:end], "")
            yield Hit(start, end, message, severity=saying.severity)


def _taken_back(saying: Saying, passage: Passage, text: str, start: int) -> bool:
    """Tell whether the sentence around a match says something that makes it harmless."""
    if saying.unless is None:
        return False
    sentence = passage.sentence_at(start)
    return saying.unless(text[sentence.start : sentence.end])


def _is_within(found: Found, wide: list[Hit]) -> bool:
    """Tell whether a phrase without a fix is part of something larger that is flagged as one."""
    inside = (_start(hit) <= found.start and found.end <= _end(hit) for hit in wide)
    return not found.entry.alternatives and any(inside)


def _meets(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < ended and begun < end for begun, ended in spans)


def _unless_theirs(
    find: Finder, without_mail: Finder, words: Words
) -> Callable[[Passage, Setting], Iterable[Hit]]:
    """Be silent to a customer who uses such words: who speaks of a failover knows what a backlog is.

    Without a mail nobody knows how the customer speaks, and only what is nobody's word but ours counts.
    """

    @lru_cache(maxsize=8)
    def uses_them(mail: str) -> bool:
        return any(find(Passage(mail))) or (words.theirs is not None and words.theirs(folded(mail)))

    def check(passage: Passage, setting: Setting) -> Iterable[Hit]:
        mail = setting.mail.message if setting.mail is not None else None
        if mail is None:
            return list(without_mail(passage))
        written = f"{mail.subject}\n{mail.text}"
        hits = list(find(passage))
        hits += _abbreviations(passage, words, written, hits) if words.everyday else []
        return [] if hits and uses_them(written) else hits

    return check


def _abbreviations(passage: Passage, words: Words, mail: str, hits: list[Hit]) -> list[Hit]:
    """Return hints for abbreviations that neither everybody nor this customer knows, unless explained."""
    taken = [(_start(hit), _end(hit)) for hit in hits]
    return [
        Hit(
            token.start,
            token.end,
            _told(words.message_alone, token.text, ""),
            severity=Severity.HINT,
        )
        for token in passage.tokens
        if _ABBREVIATED.fullmatch(token.text)
        and token.text not in words.everyday
        and token.text not in mail
        and not _meets(token.start, token.end, taken)
        and not _EXPLAINED.search(passage.words[max(0, token.start - 2) : token.end + 12])
        and not _is_loud(passage, token)
    ]


_ABBREVIATED = re.compile(r"[A-Z]{2,5}")
_EXPLAINED = re.compile(r"^\(|^.?\(|[\"“„]|\(|-\d|\d$|, (?:the|a|an|our|der|die|das|el|la|le) ")


def _is_loud(passage: Passage, token: Stretch) -> bool:
    """Tell whether a word stands among others in capitals: that is shouting, or a heading."""
    near = [one for one in passage.tokens if abs(one.start - token.start) < _BESIDE and one is not token]
    return any(one.text.isupper() and len(one.text) > 1 and not one.text.isdigit() for one in near)


_BESIDE = 12


def _start(hit: Hit) -> int:
    return hit.start or 0


def _end(hit: Hit) -> int:
    return hit.end or 0


def _phrase_hit(passage: Passage, found: Found, words: Words) -> Hit:
    said = passage.words[found.start : found.end]
    severity = Severity.HINT if found.entry.words in words.hints else None
    if not found.entry.alternatives:
        message = _told(words.message_alone or words.message, said, "")
        return Hit(found.start, found.end, message, severity=severity)
    fix = fitted(passage.words, found.start, found.end, _in_form(passage, found))
    shown = found.entry.alternatives[0]
    message = _told(words.message, said, shown) if shown else _told(_LEAVE_OUT, said, "")
    return Hit(fix.start, fix.end, message, fix.texts, severity=severity)


def _in_form(passage: Passage, found: Found) -> tuple[str, ...]:
    """Put the participle first where the words before ask for it (*has utilised*: *has used*)."""
    alternatives = found.entry.alternatives
    if len(alternatives) == 2 and found.entry.words[0].endswith(("ed", "t")):
        before = [token.text.lower() for token in passage.tokens if token.end <= found.start][-2:]
        if any(is_participle_after(word) for word in before):
            return (alternatives[1], alternatives[0])
    return alternatives


def _told(message: str, said: str, instead: str) -> str:
    """Fill a message. Plain replacement: no format string ever meets foreign text."""
    said = " ".join(said.split())
    if len(said) > _LONGEST_SHOWN:
        said = said[: _LONGEST_SHOWN - 1].rstrip() + "…"
    if not instead:
        return message.replace("{words}", said).replace("{instead}", "nothing")
    return message.replace("{words}", said).replace("{instead}", instead)


def _pattern_finder(words: Words) -> Finder:
    def find(passage: Passage) -> Iterator[Hit]:
        hits = 0
        for pattern in words.patterns:
            for match in pattern.find(passage.words):
                if match.end() <= match.start():
                    continue
                hits += 1
                if hits > MOST_HITS:
                    return
                said = passage.words[match.start() : match.end()]
                yield Hit(match.start(), match.end(), _told(words.message, said, ""))

    return find


def _too_many(find: Finder, words: Words) -> Callable[[Passage, Setting], Iterable[Hit]]:
    def check(passage: Passage, setting: Setting) -> Iterable[Hit]:
        return sorted(find(passage), key=lambda hit: hit.start or 0)[words.most :]

    return check


def _at_opening(find: Finder) -> Callable[[Reply], Iterable[Hit]]:
    def check(reply: Reply) -> Iterator[Hit]:
        sentences = 0
        for placed in reply.passages:
            if placed.passage.kind is PassageKind.CLOSING:
                return
            spans = placed.passage.sentences
            reach = spans[: _OPENING_SENTENCES - sentences]
            for hit in find(placed.passage):
                if reach and hit.start is not None and hit.start < reach[-1].end:
                    yield _moved(hit, placed.start)
            if placed.passage.kind is not PassageKind.GREETING or len(spans) > 1:
                sentences += len(spans)
            if sentences >= _OPENING_SENTENCES:
                return

    return check


def _sparing_receipts(check: Callable[[Reply], Iterable[Hit]]) -> Callable[[Reply], Iterable[Hit]]:
    """Be silent about the sentence that says that a mail arrived, in a reply that is there to say so."""

    def spare(reply: Reply) -> Iterator[Hit]:
        hits = list(check(reply))
        acknowledges = bool(hits and reply.states) and kind_of(reply) is ReplyKind.ACKNOWLEDGEMENT
        received = received_in(reply) if acknowledges else None
        for hit in hits:
            if received is None or not received.start <= _start(hit) < received.end:
                yield hit

    return spare


def _at_closing(find: Finder) -> Callable[[Reply], Iterable[Hit]]:
    def check(reply: Reply) -> Iterator[Hit]:
        for placed in reply.passages[-_CLOSING_PASSAGES:]:
            for hit in find(placed.passage):
                yield _moved(hit, placed.start)

    return check


def _moved(hit: Hit, by: int) -> Hit:
    assert hit.start is not None
    assert hit.end is not None
    return Hit(hit.start + by, hit.end + by, hit.message, hit.fixes, hit.about, hit.question, hit.severity)
