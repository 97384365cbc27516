"""Reads ``patterns/draft_cues.toml``: the words by which a sentence of a draft shows what it does."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from composer.linear import Compiled, compiled
from composer.questions.plain_words import folded


@dataclass(frozen=True, slots=True)
class DraftCues:
    """``does``: greets, closes, thanks, unknown, promises, asks_back; ``fits``: answer types.

    ``says`` and ``silent`` are each cue's tests.
    """

    does: tuple[str, ...]
    fits: tuple[str, ...]
    pattern: Mapping[str, Compiled]
    says: Mapping[str, tuple[str, ...]]
    silent: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def draft_cues() -> DraftCues:
    """Return the cues, compiled."""
    source = resources.files("composer.questions").joinpath("patterns/draft_cues.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    rows = {**data["does"], **data["fits"]}
    return DraftCues(
        does=tuple(data["does"]),
        fits=tuple(data["fits"]),
        pattern={
            name: compiled(folded(row["match"].replace("{any}", "|".join(row["any"]))))
            for name, row in rows.items()
        },
        says={name: tuple(row["says"]) for name, row in rows.items()},
        silent={name: tuple(row["silent"]) for name, row in rows.items()},
    )
