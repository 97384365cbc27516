"""Tells what a sentence holds that some questions insist on: a number, a time, steps, a deed.

Whoever asks how many is not answered by a sentence without a number. The shapes stand in
``patterns/answer_shapes.toml``; a refusal, a link or "see the table" has every shape.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from composer.linear import PatternFilter
from composer.questions.plain_words import folded
from composer.questions.question import AnswerType

_ANY = "any"


@dataclass(frozen=True, slots=True)
class Shape:
    """What answers of one type hold (``any``: what will do for all), with the sentences that prove it."""

    name: str
    ways: tuple[str, ...]
    says: tuple[str, ...]
    silent: tuple[str, ...]


@lru_cache(maxsize=1)
def answer_shapes() -> tuple[Shape, ...]:
    """Return the shapes in the order of their table."""
    source = resources.files("composer.questions").joinpath("patterns/answer_shapes.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    rows = {_ANY: data["any_shape"], **data["shapes"]}
    return tuple(
        Shape(name, tuple(map(folded, row["any"])), tuple(row["says"]), tuple(row["silent"]))
        for name, row in rows.items()
    )


@lru_cache(maxsize=1)
def demanding_types() -> frozenset[str]:
    """Return the answer types that insist on a shape."""
    return frozenset(shape.name for shape in answer_shapes()) - {_ANY}


def shapes_in(words: str) -> frozenset[str]:
    """Return the answer types whose shape a sentence in plain words has; ``any`` if it will do for all."""
    names, patterns = _patterns()
    return frozenset(names[at] for at in patterns.matching(words))


def lacks_shape(shapes: frozenset[str], wanted: AnswerType) -> bool:
    """Tell whether an answer type insists on a shape that is not among some."""
    return wanted.value in demanding_types() and wanted.value not in shapes and _ANY not in shapes


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, ...], PatternFilter]:
    """Return all patterns, and for each the shape that it belongs to."""
    ways = [(shape.name, way) for shape in answer_shapes() for way in shape.ways]
    return tuple(name for name, _ in ways), PatternFilter([way for _, way in ways])
