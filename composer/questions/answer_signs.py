"""Tells by which signs a sentence of a reply shows that it tells something, or that it only chats.

The signs stand in ``patterns/answer_signs.toml``; ``answer_trust`` weighs them.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from composer.linear import PatternFilter
from composer.questions.plain_words import folded


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: the answer types that it is made for, those that it may serve, the sentences that prove it.

    One that ``chats`` speaks against its sentence; a ``strong`` one outweighs that.
    """

    name: str
    answers: frozenset[str]
    serves: frozenset[str]
    chats: bool
    strong: bool
    ways: tuple[str, ...]
    says: tuple[str, ...]
    silent: tuple[str, ...]


@lru_cache(maxsize=1)
def answer_signs() -> tuple[Sign, ...]:
    """Return the signs in the order of their table."""
    source = resources.files("composer.questions").joinpath("patterns/answer_signs.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return tuple(
        Sign(
            name,
            frozenset(row.get("answers", ())),
            frozenset(row.get("serves", ())),
            row.get("chats", False),
            row.get("strong", False),
            tuple(map(folded, row["any"])),
            tuple(row["says"]),
            tuple(row["silent"]),
        )
        for name, row in data.items()
    )


def signs_in(words: str) -> frozenset[str]:
    """Return the names of the signs of a sentence in plain words."""
    names, patterns = _patterns()
    return frozenset(names[at] for at in patterns.matching(words))


@lru_cache(maxsize=1)
def chatting() -> frozenset[str]:
    """Return the names of the signs of chat."""
    return frozenset(sign.name for sign in answer_signs() if sign.chats)


@lru_cache(maxsize=512)
def answered_by(signs: frozenset[str]) -> frozenset[str]:
    """Return the answer types that some signs are made for."""
    return frozenset().union(*(sign.answers for sign in answer_signs() if sign.name in signs))


@lru_cache(maxsize=512)
def served_by(signs: frozenset[str]) -> frozenset[str]:
    """Return the answer types that some signs may be an answer of."""
    return frozenset().union(*(sign.serves for sign in answer_signs() if sign.name in signs))


@lru_cache(maxsize=512)
def chat_in(signs: frozenset[str]) -> int:
    """Return how many signs of chat there are more than signs that something is told; 0 for none."""
    there = [sign for sign in answer_signs() if sign.name in signs]
    return max(0, sum(sign.chats for sign in there) - sum(sign.strong for sign in there))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, ...], PatternFilter]:
    """Return all patterns, and for each the sign that it belongs to."""
    ways = [(sign.name, way) for sign in answer_signs() for way in sign.ways]
    return tuple(name for name, _ in ways), PatternFilter([way for _, way in ways])
