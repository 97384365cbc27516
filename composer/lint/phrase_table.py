"""Find many phrases at once: one look into a table per word, however many phrases there are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from composer.lint.own_words import Passage
from composer.lint.sentences import words_of

_BETWEEN = frozenset(" \t\n*_")
_ALONE = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase in lower case as words, and what to say instead (empty: nothing known).

    ``not_before`` and ``not_after`` hold words beside which the phrase means something else.
    """

    words: tuple[str, ...]
    alternatives: tuple[str, ...] = ()
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """An entry at its place in a passage."""

    start: int
    end: int
    entry: Entry


def entry_of(
    phrase: str,
    alternatives: Iterable[str] = (),
    *,
    not_before: Iterable[str] = (),
    not_after: Iterable[str] = (),
) -> Entry:
    """Return the entry for a phrase as a person writes it."""
    words = tuple(_plain(word.text) for word in words_of(phrase))
    return Entry(words, tuple(alternatives), frozenset(not_before), frozenset(not_after))


class PhraseTable:
    """Phrases by their first two words, longest first: hundreds begin with the same small word."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        table: dict[str, dict[str, list[Entry]]] = {}
        for entry in sorted(entries, key=lambda e: -len(e.words)):
            if entry.words:
                second = entry.words[1] if len(entry.words) > 1 else _ALONE
                table.setdefault(entry.words[0], {}).setdefault(second, []).append(entry)
        self._table: Mapping[str, Mapping[str, Sequence[Entry]]] = table

    def found_in(self, passage: Passage) -> Iterator[Found]:
        """Yield the phrases of a passage from left to right, never one inside another."""
        tokens, plain = passage.tokens, passage.plain_tokens
        free = 0
        for index, word in enumerate(plain):
            if word not in self._table or index < free:
                continue
            entry = self._entry_at(passage, plain, index)
            if entry is not None:
                free = index + len(entry.words)
                yield Found(tokens[index].start, tokens[free - 1].end, entry)

    def _entry_at(self, passage: Passage, plain: tuple[str, ...], index: int) -> Entry | None:
        follow = self._table[plain[index]]
        longer = follow.get(plain[index + 1], ()) if index + 1 < len(plain) else ()
        for entry in (*longer, *follow.get(_ALONE, ())):
            end = index + len(entry.words)
            if plain[index:end] == entry.words and _is_running(passage, index, end):
                if _stands_elsewhere(entry, plain, index, end):
                    continue
                return entry
        return None


def _stands_elsewhere(entry: Entry, plain: tuple[str, ...], index: int, end: int) -> bool:
    before = plain[index - 1] if index else ""
    after = plain[end] if end < len(plain) else ""
    return before in entry.not_after or after in entry.not_before


def _is_running(passage: Passage, index: int, end: int) -> bool:
    """Tell whether only spaces (or one comma) stand between the words."""
    tokens, words = passage.tokens, passage.words
    for one, other in zip(tokens[index : end - 1], tokens[index + 1 : end], strict=True):
        between = words[one.end : other.start]
        if between != " " and not set(between.replace(",", "", 1)) <= _BETWEEN:
            return False
    return True


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
