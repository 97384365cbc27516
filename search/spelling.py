"""Spelling: which words of the library a word may have meant, by the fewest slips of the fingers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 4  # a shorter word is too soon another one
_SHORTEST_FOR_TWO = 6
_LONGEST = 24
TWO_SLIPS = 2.0

WordRow = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of the library that may have been meant, its term, and how many slips away it is."""

    word: str
    term: str
    slips: float
    passages: int


def corrections(
    word: str,
    among: Callable[[Iterable[str]], list[WordRow]],
    between: Callable[[str, str], list[WordRow]],
    limit: int,
) -> tuple[Correction, ...]:
    """Return the likeliest words that ``word`` (folded) was meant to be, best first.

    ``among`` tells which of some words the library has, ``between`` which it has in a range. One slip is
    looked for everywhere, two only in words of six letters and more that begin alike.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or any(letter.isdigit() for letter in word):
        return ()
    found = [Correction(row[0], row[1], _weight(word, row[0]), row[2]) for row in among(_one_slip(word))]
    if len(word) >= _SHORTEST_FOR_TWO and not found:
        found = [
            Correction(near, term, TWO_SLIPS + (near[:2] != word[:2]) * 0.5, passages)
            for near, term, passages in between(word[0], word[0] + "\U0010ffff")
            if _may_be_near(word, near) and distance(word, near, 2) <= 2
        ]
    found.sort(key=lambda correction: (correction.slips, -correction.passages, correction.word))
    best: dict[str, Correction] = {}
    for correction in found:
        best.setdefault(correction.term, correction)
    return tuple(best.values())[:limit]


def likelihood(word: str, correction: Correction) -> float:
    """Return what a match through a correction is worth: short words are soon something else."""
    return max(1.0 - correction.slips * 2.0 / len(word), 0.2)


def _one_slip(word: str) -> set[str]:
    """Return everything one slip away: a letter too many, too few, another, or two swapped."""
    letters = _LETTERS + "".join(set(word) - set(_LETTERS))
    splits = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    near = {head + tail[1:] for head, tail in splits if tail}
    near |= {head + tail[1] + tail[0] + tail[2:] for head, tail in splits if len(tail) > 1}
    near |= {head + letter + tail for head, tail in splits for letter in letters}
    near |= {head + letter + tail[1:] for head, tail in splits if tail for letter in letters}
    return near - {word}


def _weight(word: str, near: str) -> float:
    """Return how unlikely one slip is: doubled, dropped and swapped letters are likelier than others."""
    if sorted(word) == sorted(near):
        return 0.8
    if word[0] != near[0]:
        return 1.5
    return 1.0 if len(word) == len(near) else 0.9


def _may_be_near(word: str, near: str) -> bool:
    """Return whether two words could be two slips apart, by their lengths and letters alone."""
    return abs(len(word) - len(near)) <= 2 and len(set(word) ^ set(near)) <= 4


def distance(one: str, other: str, most: int) -> int:
    """Return the number of slips between two words (swapped neighbours are one), or ``most`` + 1."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, against in enumerate(other, 1):
            cost = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != against))
            swapped = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against
            if swapped and letter != against:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        before, last = last, current
    return min(last[-1], most + 1)
