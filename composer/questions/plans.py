"""Reads what customers say they will do, agree to or offer, by the rows of ``patterns/plans.toml``.

A plan asks nothing: it is shown beside the questions and never counts as one. Sentences that ask are
left to them.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from composer.linear import PatternSet
from composer.questions.plain_words import folded, plain
from composer.questions.plan import Plan, PlanKind
from composer.questions.question import Question
from composer.questions.sentences import Sentence, sentences_of

_MOST_PLANS = 20
_NAME = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class PlanPattern:
    """One way to announce something; ``examples`` and ``quiet`` are its tests.

    Without a ``kind`` it is a look-alike: it silences all others in its sentence.
    """

    id: str
    language: str
    match: str
    kind: PlanKind | None = None
    examples: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()


def plans_in(
    text: str,
    stretches: Iterable[tuple[int, int]],
    questions: Sequence[Question] = (),
    language: str = "en",
) -> tuple[Plan, ...]:
    """Return the plans in the writer's own stretches of a text, in order; at most 20.

    A sentence that one of the ``questions`` lies in is no plan.
    """
    known = "en" if language == "und" else language
    asked = [(question.start, question.end) for question in questions if not question.in_subject]
    found = [
        Plan(kind, sentence.text, sentence.start, sentence.end)
        for start, end in stretches
        for sentence in sentences_of(text, start, end)
        if (kind := plan_kind(sentence.text, known)) and not _asks(sentence, asked)
    ]
    return tuple(found[:_MOST_PLANS])


def plan_kind(sentence: str, language: str = "en") -> PlanKind | None:
    """Return what kind of plan a sentence holds, None for most."""
    table = _table(language)
    if table is None or sentence.endswith("?"):
        return None
    rows, any_of = table
    hits = any_of.matching(plain(sentence).rstrip(".! "))
    kinds = [rows[hit].kind for hit in hits]
    return None if None in kinds or not kinds else kinds[0]


@lru_cache(maxsize=1)
def plan_patterns() -> tuple[PlanPattern, ...]:
    """Return all rows of the table, in its order."""
    source = resources.files("composer.questions").joinpath("patterns/plans.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return tuple(_pattern(row, data["words"]) for row in (*data["plan"], *data["not_a_plan"]))


@lru_cache(maxsize=16)
def _table(language: str) -> tuple[list[PlanPattern], PatternSet] | None:
    """Return the rows of a language and one set of all; None for a language without any."""
    rows = [row for row in plan_patterns() if row.language == language]
    return (rows, PatternSet([row.match for row in rows])) if rows else None


def _pattern(row: Mapping[str, Any], words: Mapping[str, str]) -> PlanPattern:
    match = row["match"]
    while _NAME.search(match):
        match = _NAME.sub(lambda found: words[found.group(1)], match)
    return PlanPattern(
        id=row["id"],
        language=row["language"],
        match=folded(match),
        kind=PlanKind(row["kind"]) if "kind" in row else None,
        examples=tuple(row.get("examples", ())),
        quiet=tuple(row.get("quiet", ())),
    )


def _asks(sentence: Sentence, asked: Sequence[tuple[int, int]]) -> bool:
    return any(start < sentence.end and sentence.start < end for start, end in asked)
