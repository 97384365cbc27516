"""Prepares a draft for the answer map: its segments, and the evidence for each question in each.

What a keystroke did not change is kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from composer.draft import Draft
from composer.questions.draft_units import DraftUnits, units_of
from composer.questions.evidence import Asked, asked_of, norm_of, pair_evidence, quoted_questions
from composer.questions.question import Question
from composer.questions.segments import Segment, segments_of
from composer.questions.understood import UnderstoodMail

# How far a quote still speaks for the second and later paragraphs below it.
_LATER = 0.25
_MOST_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft's segments with their evidence for each question, before it is weighed."""

    segments: tuple[Segment, ...]
    evidence: tuple[tuple[tuple[float, ...], ...], ...]


def prepared(draft: Draft, mail: UnderstoodMail) -> Prepared:
    """Return the segments of a draft and the evidence for each as the answer to each question."""
    read = units_of(draft)
    asked = asked_of(mail)
    under = quoted_questions(read, asked)
    segments = segments_of(read, [[index for index, _ in each] for each in under], len(asked))
    inline = _quoted_inline(read, under)
    kept = _kept(mail.message.text, mail.questions)
    evidence = tuple(
        _evidence_of(each, asked, under[each.quote] if each.quote >= 0 else [], inline, kept)
        for each in segments
    )
    return Prepared(segments, evidence)


def _quoted_inline(read: DraftUnits, under: Sequence[Sequence[tuple[int, float]]]) -> frozenset[int]:
    """Return the questions that the draft quotes one by one, so that their answers stand right below.

    A whole mail quoted below the reply says nothing about where the answers stand.
    """
    below = any(unit.quote == len(read.quotes) - 1 for unit in read.units)
    top_posted = len(read.quotes) == 1 and bool(read.units) and not below
    return frozenset() if top_posted else frozenset(index for each in under for index, _ in each)


def _evidence_of(
    segment: Segment,
    asked: Sequence[Asked],
    under: Sequence[tuple[int, float]],
    inline: frozenset[int],
    kept: dict[Any, tuple[tuple[float, ...], ...]],
) -> tuple[tuple[float, ...], ...]:
    """Return a segment's evidence for each question; what was not changed since the last key is kept."""
    nearness = dict(under)
    last = under[-1][0] if under else -1
    quoted = tuple(_quoted_as(index, last, nearness, inline) for index in range(len(asked)))
    texts = tuple(unit.text for unit in segment.units)
    key = (texts, segment.first, segment.over, segment.numbers, segment.named, quoted)
    if key not in kept:
        if len(kept) > _MOST_KEPT:
            kept.clear()
        norm = norm_of(segment.words, segment.small)
        fading = 1.0 if segment.first else _LATER
        kept[key] = tuple(
            pair_evidence(
                segment, each, (place[0] * fading, place[1] * fading, place[2], place[3] * fading), norm
            )
            for each, place in zip(asked, quoted, strict=True)
        )
    return kept[key]


@lru_cache(maxsize=16)
def _kept(text: str, questions: tuple[Question, ...]) -> dict[Any, tuple[tuple[float, ...], ...]]:
    """Return the evidence that is kept for a mail."""
    return {}


def _quoted_as(
    index: int, last: int, nearness: Mapping[int, float], inline: frozenset[int]
) -> tuple[float, float, float, float]:
    """Return where a question is quoted: at the end of the quote above, before it, elsewhere, nowhere."""
    if index == last:
        return 1.0, 0.0, 0.0, 0.0
    if index in nearness:
        return 0.0, nearness[index], 0.0, 0.0
    return 0.0, 0.0, float(index in inline), float(index not in inline and last >= 0)
