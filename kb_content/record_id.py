"""Ids of records: what is one, how a title becomes one, how each stays unique."""

import re
import unicodedata
from collections.abc import Container

LONGEST = 81
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,80}")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "þ": "th", "ð": "d"})
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))]
)


def is_id(text: str) -> bool:
    """Whether the text is an id: a small letter or digit, then up to 80 of these or hyphens."""
    return _ID.fullmatch(text) is not None


def slug(text: str, *, otherwise: str = "article") -> str:
    """Return an id made of the text's letters and digits; ``otherwise`` when it has none in Latin.

    Never the name of a Windows device, since ids become file names.
    """
    folded = unicodedata.normalize("NFKD", text[:400].casefold().translate(_LETTERS))
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    made = _NOT_IN_ID.sub("-", plain).strip("-")[:LONGEST].rstrip("-")
    if not made:
        return otherwise
    return f"{made}-{otherwise}" if made in _DEVICES else made


def unique(wanted: str, taken: Container[str], *, number: int = 2) -> str:
    """Return the id itself, or with ``-2``, ``-3`` … behind it when it is taken.

    ``number`` is the first to try, for a caller who knows that smaller ones are taken.
    """
    if wanted not in taken:
        return wanted
    while True:
        ending = f"-{number}"
        candidate = wanted[: LONGEST - len(ending)].rstrip("-") + ending
        if candidate not in taken:
            return candidate
        number += 1
