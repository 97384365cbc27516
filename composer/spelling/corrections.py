"""What a word that no dictionary has was probably meant to be; nothing when that is not plain.

Most words that a dictionary lacks are names and jargon. A slip is known by what it is near to: one
letter swapped, doubled, left out, added or mistaken in a word that is common. Where no common word is
that near, the word counts as one that the dictionary lacks, and nobody is told.
"""

import math
from collections.abc import Iterator
from functools import lru_cache

from composer.spelling.dictionary import Dictionary

MOST = 3
_LEAST_LETTERS = 3
_LONGEST = 30
_VOWELS = frozenset("aeiouyäöüáàâéèêëíìîïóòôõúùûãæœ")
_WITHOUT_ACCENT = dict(zip("áàâãäéèêëíìîïóòôõöúùûüçñ", "aaaaaeeeeiiiiooooouuuucn", strict=True))
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# How unlikely each slip is, in the unit of Dictionary.commonness: a tenth as common, one more.
_SWAPPED, _DOUBLED, _LEFT_OUT, _ADDED, _VOWEL, _NEAR_KEY, _MISTAKEN = 0.3, 0.2, 0.6, 0.9, 0.7, 1.2, 1.8
# An accent is left out or put wherever the letter stands, the first and the last of a word too.
_ACCENT = 0.1
_FIRST_LETTER = 2.5
_FIRST_SWAPPED = 0.5
_LAST_LETTER = 1.2
# What a form that no list counts is taken for when an accent alone leads to it (*permítame*): in the
# language that puts one where pronouns follow a verb.
_ACCENTED_FORMS = "es"
_FORM = -5.0
# The least that commonness and slip may come to together, by the length of the word.
_LEAST_SCORE = {3: -3.6, 4: -4.5, 5: -5.2, 6: -6.1, 7: -6.9}
# Short words are near to many: only these slips count in them.
_MOST_COST = {3: 0.8, 4: 0.8}
_LEAST_LONG = -7.6
_LEAST_LETTERS_LONG = 6
_SECOND = 0.8
_APOSTROPHE = 0.3
_CONTRACTED = ("nt", "thats", "whats", "theres", "im")
_RUN_TOGETHER = {
    "en": {
        "alot": "a lot", "aswell": "as well", "incase": "in case", "infact": "in fact",
        "ofcourse": "of course",
        "thankyou": "thank you", "eachother": "each other", "noone": "no one", "atleast": "at least",
        "inorder": "in order", "upto": "up to", "eventhough": "even though", "infront": "in front",
    }
}  # fmt: skip


@lru_cache(maxsize=20_000)
def corrections(word: str, dictionary: Dictionary) -> tuple[str, ...]:
    """Return what a word in small letters was probably meant to be, the likeliest first, at most three."""
    if not _LEAST_LETTERS <= len(word) <= _LONGEST or not word.isalpha():
        return ()
    run_together = _RUN_TOGETHER.get(dictionary.language, {}).get(word)
    if run_together:
        return (run_together,)
    scores: dict[str, float] = {}
    most = _MOST_COST.get(len(word), math.inf)
    for candidate, cost in _one_slip(word, dictionary.letters):
        if cost <= most and candidate in dictionary.counts:
            _keep(scores, candidate, dictionary.commonness(candidate) - cost)
        elif cost == _ACCENT and dictionary.language == _ACCENTED_FORMS and dictionary.knows(candidate):
            _keep(scores, candidate, _FORM - cost)
    if not scores and len(word) > 6:
        scores = _two_slips(word, dictionary)
    for unwanted in dictionary.unsuggested & scores.keys():
        del scores[unwanted]
    least = _least_score(len(word), dictionary)
    if max(scores.values(), default=-math.inf) < least:
        return ()
    found = [one for one, score in scores.items() if score >= least - _SECOND]
    return tuple(sorted(found, key=lambda one: -scores[one])[:MOST])


def _least_score(length: int, dictionary: Dictionary) -> float:
    """A short word is near to many; a dictionary that counted little has long words among its rarest."""
    least = _LEAST_SCORE.get(length, _LEAST_LONG)
    if length > _LEAST_LETTERS_LONG and dictionary.rarest > _LEAST_LONG:
        return dictionary.rarest - 0.5
    return least


def _two_slips(word: str, dictionary: Dictionary) -> dict[str, float]:
    """Return the words that two of the likeliest slips lead to (*tommorow*)."""
    scores: dict[str, float] = {}
    for once, cost in _easy_slips(word):
        for twice, more in _easy_slips(once):
            if twice in dictionary.counts:
                _keep(scores, twice, dictionary.commonness(twice) - cost - more - 0.4)
    return scores


def _keep(scores: dict[str, float], candidate: str, score: float) -> None:
    scores[candidate] = max(score, scores.get(candidate, -math.inf))


def _one_slip(word: str, letters: str) -> Iterator[tuple[str, float]]:
    yield from _easy_slips(word)
    if word.endswith(_CONTRACTED):
        yield word[:-1] + "'" + word[-1], _APOSTROPHE
    end = len(word) - 1
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        place = _place_cost(at, end)
        for letter in letters:
            yield before + letter + after, _LEFT_OUT + place
            if after and after[0] != letter:
                yield before + letter + after[1:], _mistaken_at(after[0], letter, place)


def _easy_slips(word: str) -> Iterator[tuple[str, float]]:
    """Yield what comes of swapping, doubling, undoubling and leaving out a letter."""
    end = len(word) - 1
    for at, letter in enumerate(word):
        before, after = word[:at], word[at + 1 :]
        place = _place_cost(at, end)
        doubled = after[:1] == letter or before[-1:] == letter
        yield before + after, _DOUBLED if doubled else _ADDED + place
        yield before + letter + letter + after, _DOUBLED
        if after and after[0] != letter:
            yield before + after[0] + letter + after[1:], _SWAPPED + (_FIRST_SWAPPED if at == 0 else 0)


def _place_cost(at: int, end: int) -> float:
    """First letters are seldom mistaken; a last one more or less is an ending of a word we lack."""
    if at == 0:
        return _FIRST_LETTER
    return _LAST_LETTER if at >= end else 0.0


def _mistaken_at(one: str, other: str, place: float) -> float:
    return _ACCENT if _bare(one) == _bare(other) else _mistaken(one, other) + place


def _bare(letter: str) -> str:
    return _WITHOUT_ACCENT.get(letter, letter)


def _mistaken(one: str, other: str) -> float:
    if one in _VOWELS and other in _VOWELS:
        return _VOWEL
    return _NEAR_KEY if _are_neighbours(one, other) else _MISTAKEN


def _are_neighbours(one: str, other: str) -> bool:
    for row in _ROWS:
        if one in row and other in row:
            return abs(row.index(one) - row.index(other)) == 1
    return False
