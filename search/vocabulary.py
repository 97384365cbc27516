"""What we know of a language's words beside its grammar: which say little, which say no, which mean the same.

The lists are our own, in ``resources/words``: ``search_de.toml`` and ``synonyms_de.txt`` for German, and
so on; a language without them is searched without.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from kb_content.resource import resource
from search.words import fold


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One language's lists, folded.

    ``weak`` are words that say little, ``negations`` words that say no; ``endings`` are what the stems of
    one family may differ by, the longest first, ``links`` the letters between the parts of a compound;
    ``forms`` are groups of forms of one word, ``synonyms`` groups of words that most people would call equal.
    """

    weak: frozenset[str] = frozenset()
    negations: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    forms: tuple[tuple[str, ...], ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()


@lru_cache(maxsize=16)
def vocabulary(code: str) -> Vocabulary:
    """Return the lists of a language, empty ones if it has none."""
    path = resource(f"words/search_{code}.toml")
    lists = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return Vocabulary(
        frozenset(fold(lists.get("weak", "")).split()),
        tuple(fold(lists.get("negations", "")).split()),
        tuple(sorted(lists.get("endings", "").split(), key=len, reverse=True)),
        ("", *lists.get("links", ())),
        tuple(tuple(group.split()) for group in lists.get("forms", ())),
        _synonyms(code),
    )


def _synonyms(code: str) -> tuple[tuple[str, ...], ...]:
    path = resource(f"words/synonyms_{code}.txt")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return tuple(tuple(line.split(",")) for line in lines if line and not line.startswith("#"))
