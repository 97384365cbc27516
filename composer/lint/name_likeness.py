"""Tells whether two names are the same person's, or one a slip for the other."""

import unicodedata
from functools import lru_cache

from composer.lint.name_words import FAMILIES


def plain_name(name: str) -> str:
    """Return a name in small letters without accents."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return plain.replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("’", "'")


@lru_cache(maxsize=4000)
def is_same_name(one: str, other: str) -> bool:
    """Tell whether two names are the same, or one a usual short form of the other."""
    a, b = (plain_name(name).removesuffix("'s") for name in (one, other))
    if a == b or _umlauts(a) == _umlauts(b):
        return True
    if b.startswith(a + "-") or b.endswith("-" + a) or a.startswith(b + "-") or a.endswith("-" + b):
        return True
    return any(a in family and b in family and _is_full_form(family, a, b) for family in FAMILIES)


def is_near_name(one: str, other: str) -> bool:
    """Tell whether two names differ by a slip: a letter, two swapped, or a like sound (Jon, John)."""
    a, b = plain_name(one), plain_name(other)
    if min(len(a), len(b)) < 3 or a == b:
        return False
    limit = 1 if min(len(a), len(b)) < 6 else 2
    return _distance(a, b, limit) <= limit


def _is_full_form(family: frozenset[str], one: str, other: str) -> bool:
    """Short forms of one family count as the same only beside its long form: Kate is not Kathy."""
    full = max(map(len, family)) - 1
    return len(one) >= full or len(other) >= full or len(family) <= 3


def _umlauts(name: str) -> str:
    return name.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _distance(a: str, b: str, limit: int) -> int:
    """Return the number of edits (swaps count one) between two names, or more than the limit."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        new = [i]
        for j, other in enumerate(b, start=1):
            cost = min(row[j] + 1, new[-1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
    return row[-1]
