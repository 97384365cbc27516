"""Says how much the words of a mail stand near each of its questions rather than near the others.

What an answer takes up is often no word of the question, but one from the sentences around it.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from composer.questions.content_words import placed_words

# Code points before and behind a question after which nearness has fallen to a third, and how many times
# as far it is heard at all.
_BEFORE, _AFTER = 300.0, 150.0
_REACH = 3
# What is left of nearness behind each other question, and behind each empty line, that stands between.
_PAST_ANOTHER = 0.5
_PAST_PARAGRAPH = 0.3
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
# Nearness that counts as nobody's: a word far from all questions is near to none.
_NOBODY = 0.1

Span = tuple[int, int]


def nearness(text: str, spans: Sequence[Span | None]) -> list[dict[str, float]]:
    """Return for each question the stems near it, each with its nearness: 0 to 1, shared with the others.

    ``spans`` are the questions' places in the text, None for one that stands elsewhere. A stem that
    occurs often has the mean of its places.
    """
    places = sorted(span for span in spans if span is not None)
    heard = _heard(text, places)
    times = Counter(word for word, _ in heard)
    near: dict[Span, dict[str, float]] = {span: {} for span in places}
    for word, questions in heard:
        whole = _NOBODY + sum(value for _, value in questions)
        for span, value in questions:
            near[span][word] = near[span].get(word, 0.0) + value / whole / times[word]
    return [{} if span is None else near[span] for span in spans]


def _heard(text: str, places: Sequence[Span]) -> list[tuple[str, list[tuple[Span, float]]]]:
    """Return the words around questions in order, each with the questions that hear it, and how near."""
    words = [
        (word, offset)
        for start, end in _joined([_reach_of(span) for span in places])
        for word, offset in placed_words(text, max(0, start), end)
    ]
    offsets = [offset for _, offset in words]
    gaps = [gap.start() for gap in _EMPTY_LINE.finditer(text)]
    heard: list[tuple[str, list[tuple[Span, float]]]] = [(word, []) for word, _ in words]
    for rank, span in enumerate(places):
        start, end = _reach_of(span)
        for at in range(bisect_left(offsets, start), bisect_right(offsets, end)):
            heard[at][1].append((span, _nearness_at(offsets[at], rank, places, gaps)))
    return heard


def _nearness_at(offset: int, rank: int, places: Sequence[Span], gaps: Sequence[int]) -> float:
    """Return how near an offset is to the question of a rank; ``gaps`` are the text's empty lines."""
    start, end = places[rank]
    if start <= offset < end:
        return 1.0
    begun = bisect_left(places, (offset + 1, 0))
    if offset < start:
        near, others = math.exp((offset - start) / _BEFORE), rank - begun
    else:
        near, others = math.exp((end - offset) / _AFTER), begun - 1 - rank
    paragraphs = abs(bisect_left(gaps, offset) - bisect_left(gaps, start if offset < start else end))
    return near * _PAST_ANOTHER**others * _PAST_PARAGRAPH**paragraphs


def _reach_of(span: Span) -> Span:
    return span[0] - int(_REACH * _BEFORE), span[1] + int(_REACH * _AFTER)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Return spans in order without overlaps."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
