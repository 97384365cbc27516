"""The shapes that a rule can take without code: phrases, substitutions, a pattern, an occurrence.

The shape owns the matching (speed, case, word borders, what a fix looks like); the rule owns the words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from composer.lint.fix_text import fitted
from composer.lint.own_words import Passage, PassageKind
from composer.lint.phrase_table import Entry, Found, PhraseTable, entry_of
from composer.lint.reply import Reply
from composer.lint.rule import EachPassage, Hit, Setting, WholeReply
from composer.lint.verb_forms import forms_of, is_participle_after

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


@dataclass(frozen=True)
class Words:
    """What a rule file says: the message, phrases and what to say instead."""

    message: str
    entries: tuple[Entry, ...] = ()
    patterns: tuple[Callable[[str], Iterable[Span]], ...] = ()
    most: int = 0
    place: str = "anywhere"
    except_entries: tuple[Entry, ...] = field(default=())


def reads_of(shape: str, words: Words) -> EachPassage | WholeReply:
    """Return the check of a shape: ``phrases``, ``substitutions``, ``pattern`` or ``occurrence``."""
    find = _pattern_finder(words) if shape in ("pattern", "occurrence") else _phrase_finder(words)
    if shape == "occurrence":
        return EachPassage(_too_many(find, words))
    if words.place == "opening":
        return WholeReply(_at_opening(find))
    if words.place == "closing":
        return WholeReply(_at_closing(find))
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

    def find(passage: Passage) -> Iterator[Hit]:
        every = [found for found in table.found_in(passage) if id(found.entry) not in silent]
        hits = [_phrase_hit(passage, found, words.message) for found in every]
        for number, (found, hit) in enumerate(zip(every, hits, strict=True)):
            before, after = every[number - 1] if number else None, every[number + 1 : number + 2]
            reaches_back = before is not None and _start(hit) < before.end
            if reaches_back or (after and _end(hit) > after[0].start):
                # Its fix would take in a word of its neighbour's: first the one, then the other.
                hit = replace(hit, start=found.start, end=found.end, fixes=())
            yield hit

    return find


def _start(hit: Hit) -> int:
    return hit.start or 0


def _end(hit: Hit) -> int:
    return hit.end or 0


def _phrase_hit(passage: Passage, found: Found, message: str) -> Hit:
    said = passage.words[found.start : found.end]
    if not found.entry.alternatives:
        return Hit(found.start, found.end, _told(message, said, ""))
    fix = fitted(passage.words, found.start, found.end, _in_form(passage, found))
    shown = found.entry.alternatives[0]
    if not shown:
        return Hit(fix.start, fix.end, _told(_LEAVE_OUT, said, ""), fix.texts)
    return Hit(fix.start, fix.end, _told(message, said, shown), fix.texts)


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
            for match in pattern(passage.words):
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
