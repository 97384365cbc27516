"""Finding a title by a few of its letters, as the command palette does."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """How well letters fit a title: more is better; ``marks`` are the offsets that matched."""

    score: int
    marks: tuple[int, ...]


def match(letters: str, title: str) -> Match | None:
    """Return how ``letters`` fit ``title`` in order, or None; spaces are skipped, case is ignored.

    A run of letters and letters at the start of words count most, so that ``ni`` finds "New
    known issue" and "Next ticket" before "Open a mail". Takes time linear in the title per letter.
    """
    wanted = [letter for letter in letters.casefold() if not letter.isspace()]
    plain = title.casefold()
    if len(plain) != len(title):  # a few letters change their length; then only whole words count
        plain = title.lower()
    whole = plain.find(letters.casefold().strip())
    if letters.strip() and whole >= 0:
        at_word = whole == 0 or not plain[whole - 1].isalnum()
        marks = tuple(range(whole, whole + len(letters.strip())))
        return Match(1000 + 200 * at_word + 100 * (whole == 0) - len(title), marks)
    candidates = [found for prefer_words in (True, False) if (found := _walk(wanted, plain, prefer_words))]
    return max(candidates, key=lambda found: found.score, default=None)


def best(letters: str, titles: Sequence[str], *, limit: int = 50) -> list[tuple[int, Match]]:
    """Return the indexes of the titles that match, best first; all in their order for no letters."""
    if not letters.strip():
        return [(index, Match(0, ())) for index in range(min(limit, len(titles)))]
    found = [(index, hit) for index, title in enumerate(titles) if (hit := match(letters[:64], title))]
    found.sort(key=lambda pair: (-pair[1].score, pair[0]))
    return found[:limit]


def _walk(wanted: Sequence[str], plain: str, prefer_words: bool) -> Match | None:
    """Take each letter at the next start of a word where there is one, or simply at its next place."""
    marks: list[int] = []
    score, at = 0, 0
    for letter in wanted:
        place = plain.find(letter, at)
        if prefer_words and place != at:
            place = _word_start(plain, letter, at, place)
        if place < 0:
            return None
        starts_word = place == 0 or not plain[place - 1].isalnum()
        score += 20 * starts_word + 10 * (bool(marks) and place == marks[-1] + 1) - min(place - at, 5)
        marks.append(place)
        at = place + 1
    return Match(score - len(plain) // 8, tuple(marks))


def _word_start(plain: str, letter: str, at: int, otherwise: int) -> int:
    place = at
    while (place := plain.find(letter, place)) >= 0:
        if place == 0 or not plain[place - 1].isalnum():
            return place
        place += 1
    return otherwise
