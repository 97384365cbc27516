"""Groups a draft's sentences into the stretches that may answer a question: paragraphs, or sentences.

A reply usually gives a paragraph to each question. One that answers three questions in a single
paragraph is cut into its sentences.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from composer.questions.draft_units import DraftUnits, Unit


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive units of one paragraph.

    ``over`` when a new paragraph begins with it, ``first`` when it stands directly below a quote (or
    opens the draft); ``idle`` when it only greets, thanks or closes.
    """

    units: tuple[Unit, ...]
    words: frozenset[str]
    fits: frozenset[str]
    opens_with: frozenset[str]
    number: int
    quote: int
    over: bool
    first: bool
    idle: bool
    asks: bool


def segments_of(
    read: DraftUnits, questions_under: Sequence[Sequence[int]], count: int
) -> tuple[Segment, ...]:
    """Return the segments of a draft for a mail with ``count`` questions.

    ``questions_under[i]`` are the questions that quote ``i`` repeats. A stretch between two quotes is
    cut into sentences when it has fewer paragraphs than questions to answer.
    """
    found: list[Segment] = []
    for quote, group in groupby(read.units, key=lambda unit: unit.quote):
        units = list(group)
        under = questions_under[quote] if quote >= 0 else []
        paragraphs = [list(each) for _, each in groupby(units, key=lambda unit: unit.paragraph)]
        telling = sum(1 for each in paragraphs if not all(unit.reading.is_idle for unit in each))
        wanted = len(under) or count
        pieces = paragraphs if telling >= wanted else [[unit] for unit in units]
        last = -1
        for piece in pieces:
            found.append(_segment(piece, over=piece[0].paragraph != last, first=last < 0))
            last = piece[0].paragraph
    return tuple(found)


def _segment(units: Sequence[Unit], *, over: bool, first: bool) -> Segment:
    return Segment(
        units=tuple(units),
        words=frozenset(word for unit in units for word in unit.reading.words),
        # The time in "I'll tell you by Friday" answers no when.
        fits=frozenset(name for unit in units if not unit.reading.promises for name in unit.reading.fits),
        opens_with=units[0].reading.fits,
        number=units[0].number,
        quote=units[0].quote,
        over=over,
        first=first,
        idle=all(unit.reading.is_idle for unit in units),
        asks=all(unit.reading.asks for unit in units),
    )
