"""Prepares a draft for the answer map: its segments, and the evidence for each question in each.

What a keystroke did not change is kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from composer.draft import Draft
from composer.questions.draft_units import DraftUnits, units_of
from composer.questions.evidence import (
    EVIDENCE,
    Asked,
    Weights,
    asked_of,
    factors_of,
    norm_of,
    pair_evidence,
    quoted_questions,
    weighed,
)
from composer.questions.question import Question
from composer.questions.segments import Segment, segments_of
from composer.questions.understood import UnderstoodMail

# How far a quote still speaks for the second and later paragraphs below it.
_LATER = 0.25
_MOST_KEPT = 4096
_QUOTED = EVIDENCE.index("quoted")
# Without any of these a segment says nothing of a question by itself.
_OWN = tuple(EVIDENCE.index(name) for name in ("covered", "holds", "quoted_last", "quoted", "numbered"))

_WORDS = tuple(EVIDENCE.index(name) for name in ("alike", "covered", "near"))

# Where a question is quoted: at the end of the quote above, before it, elsewhere, nowhere.
_Place = tuple[float, float, float, float]


class Evidence:
    """What speaks for a segment as the answer to each question, before it is weighed.

    ``quoted`` are the questions that stand in the quote above before its last one, ``spoken_of`` those that
    the segment's words, a quote or a number name. Kept from key to key, and its scores with it.
    """

    __slots__ = (
        "_asks",
        "_idle",
        "_liked",
        "_likeness",
        "_measures",
        "_scores",
        "quoted",
        "spoken_of",
        "values",
    )

    def __init__(self, values: tuple[tuple[float, ...], ...], *, idle: bool, asks: bool) -> None:
        self.values = values
        self.quoted = frozenset(at for at, each in enumerate(values) if each[_QUOTED])
        self.spoken_of = frozenset(at for at, each in enumerate(values) if any(each[name] for name in _OWN))
        self._idle = idle
        self._asks = asks
        self._measures: tuple[float, ...] = ()
        self._liked: tuple[float, ...] = ()
        self._likeness: list[float] = []
        self._scores: list[float] = []

    def scores(self, measures: tuple[float, ...]) -> Sequence[float]:
        """Return the evidence for each question as one number, and the value of idleness behind them.

        ``measures`` are the ``measures_of`` weights.
        """
        if self._measures != measures:
            *factors, asks, greets, idle = measures
            against = asks if self._asks else 0.0
            scores = [weighed(each, factors) + against for each in self.values]
            self._scores = [*scores, greets if self._idle else idle]
            self._measures = measures
        return self._scores

    def likeness(self, measures: tuple[float, ...]) -> Sequence[float]:
        """Return how much the segment's words are like each question."""
        if self._liked != measures:
            one, two, three = _WORDS
            own, covered, near = (measures[at] for at in _WORDS)
            self._likeness = [
                each[one] * own + each[two] * covered + each[three] * near for each in self.values
            ]
            self._liked = measures
        return self._likeness


def measures_of(weight: Weights) -> tuple[float, ...]:
    """Return what evidence is weighed by: the factors of its kinds, then asking, courtesy and idleness."""
    return (*factors_of(weight), weight["asks"], weight["greets"], weight["idle"])


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft's segments, each with its evidence."""

    segments: tuple[Segment, ...]
    evidence: tuple[Evidence, ...]


def prepared(draft: Draft, mail: UnderstoodMail) -> Prepared:
    """Return the segments of a draft and the evidence for each as the answer to each question."""
    read = units_of(draft)
    asked = asked_of(mail)
    under = _told_apart(quoted_questions(read, asked), read, len(asked))
    segments = segments_of(read, [[index for index, _ in each] for each in under], len(asked))
    inline = _quoted_inline(read, under)
    places = [_places(each, len(asked), inline) for each in (*under, [])]
    kept = _kept(mail.message.text, mail.questions)
    evidence = tuple(_evidence_of(each, asked, places[each.quote], kept) for each in segments)
    return Prepared(segments, evidence)


def _told_apart(
    under: list[list[tuple[int, float]]], read: DraftUnits, count: int
) -> list[list[tuple[int, float]]]:
    """Return the questions under each quote; none where one holds the whole mail, above or below the reply.

    It does not say which answer belongs to which question.
    """
    whole = count > 1 and len(under) == 1 and len({index for index, _ in under[0]}) == count
    return [[]] if whole and _is_reply_apart(read) else under


def _is_reply_apart(read: DraftUnits) -> bool:
    """Tell whether a reply stands on one side of its only quote; a greeting may stand on the other."""
    return len({unit.quote for unit in read.units if not unit.reading.is_idle}) < 2


def _quoted_inline(read: DraftUnits, under: Sequence[Sequence[tuple[int, float]]]) -> frozenset[int]:
    """Return the questions that the draft quotes one by one, so that their answers stand right below.

    A whole mail quoted below the reply says nothing about where the answers stand.
    """
    below = any(unit.quote == len(read.quotes) - 1 for unit in read.units)
    top_posted = len(read.quotes) == 1 and bool(read.units) and not below
    return frozenset() if top_posted else frozenset(index for each in under for index, _ in each)


def _places(under: Sequence[tuple[int, float]], count: int, inline: frozenset[int]) -> tuple[_Place, ...]:
    """Return where each question is quoted as seen from below one quote, which holds those ``under`` it."""
    nearness = dict(under)
    last = under[-1][0] if under else -1
    return tuple(_quoted_as(index, last, nearness, inline) for index in range(count))


def _evidence_of(
    segment: Segment, asked: Sequence[Asked], places: tuple[_Place, ...], kept: dict[Any, Evidence]
) -> Evidence:
    """Return a segment's evidence; what was not changed since the last key is kept."""
    texts = tuple([unit.text for unit in segment.units])
    stands = (segment.first, segment.over, segment.idle, segment.asks, segment.named, segment.numbers)
    key = (texts, stands, places)
    found = kept.get(key)
    if found is None:
        if len(kept) > _MOST_KEPT:
            kept.clear()
        norm = norm_of(segment.words, segment.small)
        fading = 1.0 if segment.first else _LATER
        values = tuple(
            pair_evidence(
                segment, each, (place[0] * fading, place[1] * fading, place[2], place[3] * fading), norm
            )
            for each, place in zip(asked, places, strict=True)
        )
        found = kept[key] = Evidence(values, idle=segment.idle, asks=segment.asks)
    return found


@lru_cache(maxsize=16)
def _kept(text: str, questions: tuple[Question, ...]) -> dict[Any, Evidence]:
    """Return the evidence that is kept for a mail."""
    return {}


def _quoted_as(index: int, last: int, nearness: Mapping[int, float], inline: frozenset[int]) -> _Place:
    """Return where a question is quoted: at the end of the quote above, before it, elsewhere, nowhere."""
    if index == last:
        return 1.0, 0.0, 0.0, 0.0
    if index in nearness:
        return 0.0, nearness[index], 0.0, 0.0
    return 0.0, 0.0, float(index in inline), float(index not in inline and last >= 0)
