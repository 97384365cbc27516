"""Groups a draft's sentences into the stretches that may answer a question: paragraphs, or sentences.

A reply usually gives a paragraph to each question. One that answers three questions in a single
paragraph is cut into its sentences.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from composer.questions.draft_units import DraftUnits, Unit
from composer.questions.reading import Reading, reading_of

# How fast the sentences of a stretch lose weight: the second counts a third of the first.
_FADING = 2.0
# A reply without quotes that has at most so many sentences to a question gives one or two to each.
_SENTENCES_A_QUESTION = 4
# Where a sentence goes on to another thing, for somebody or something else.
_TWO_THINGS = re.compile(
    r"; |,? (?:and|und|y|et) (?=(?:i|we|you|they|he|she|the|your|our|ich|wir|sie|du|man|der|die|das|ihr|unser"
    r"|puedes?|tu|su|el|la|los|las|je|nous|vous|on|le|les|votre|il|elle) )",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4
_ANY_SHAPE = frozenset(("any",))
_DECIDING = 2


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive units of one paragraph.

    ``words`` and ``small`` are its stems and stop words, each with what its sentence weighs: whoever answers
    speaks of the question first, and then of other things.
    ``over`` when a new paragraph begins with it, ``first`` when it stands directly below a quote (or
    opens the draft); ``idle`` when it only greets, thanks or closes; ``named`` when its numbers say what
    they number, or count all questions of the mail.
    """

    units: tuple[Unit, ...]
    words: Mapping[str, float]
    small: Mapping[str, float]
    fits: frozenset[str]
    shapes: frozenset[str]
    signs: frozenset[str]
    opens_with: frozenset[str]
    numbers: frozenset[int]
    named: bool
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
    numbered = frozenset(number for unit in read.units for number in unit.numbers)
    is_whole = count > 1 and numbered == frozenset(range(1, count + 1))
    for quote, group in groupby(read.units, key=lambda unit: unit.quote):
        units = list(group)
        under = questions_under[quote] if quote >= 0 else []
        paragraphs = [list(each) for _, each in groupby(units, key=lambda unit: unit.paragraph)]
        telling = sum(1 for each in paragraphs if not all(unit.reading.is_idle for unit in each))
        wanted = len(under) or count
        brief = quote < 0 and len(units) <= _SENTENCES_A_QUESTION * count
        if telling < wanted or brief:
            fewer = sum(1 for unit in units if not unit.reading.is_idle) < wanted
            parts = [part for unit in units for part in _parts_of(unit)] if brief and fewer else units
            pieces = _sentences(parts)
        else:
            pieces = paragraphs
        last = -1
        for piece in pieces:
            found.append(
                segment_of(piece, over=piece[0].paragraph != last, first=last < 0, is_whole=is_whole)
            )
            last = piece[0].paragraph
    return tuple(found)


def _sentences(units: Sequence[Unit]) -> list[list[Unit]]:
    """Return units one by one, but the items of a list together with what leads in to them."""
    found: list[list[Unit]] = []
    for unit in units:
        if found and (unit.goes_on or _leads_to(found[-1], unit)):
            found[-1].append(unit)
        else:
            found.append([unit])
    return found


def _parts_of(unit: Unit) -> list[Unit]:
    """Return a sentence's halves where it says two things: "It holds 35 sheets; slides need the 300F"."""
    if unit.reading.is_idle or unit.reading.asks:
        return [unit]
    cuts = [0, *(match.end() for match in _TWO_THINGS.finditer(unit.text)), len(unit.text)]
    spans = [(start, end) for start, end in pairwise(cuts)]
    if len(spans) < 2 or any(len(unit.text[start:end].split()) < _FEWEST_WORDS for start, end in spans):
        return [unit]
    return [
        replace(
            unit,
            start=unit.start + start,
            end=unit.start + len(unit.text[:end].rstrip()),
            text=unit.text[start:end].rstrip(),
            reading=reading_of(unit.text[start:end].rstrip()),
        )
        for start, end in spans
    ]


def _leads_to(before: Sequence[Unit], unit: Unit) -> bool:
    """Tell whether units only name what the next one of their paragraph is about."""
    return (
        before[-1].reading.leads
        and all(each.reading.is_idle for each in before)
        and (before[-1].paragraph == unit.paragraph)
    )


def segment_of(
    units: Sequence[Unit], *, over: bool = True, first: bool = True, is_whole: bool = False
) -> Segment:
    """Return consecutive units, at least one, as a segment."""
    head = units[0]
    said = _said(tuple([unit.reading for unit in units]))
    return Segment(
        units=tuple(units),
        words=said.words,
        small=said.small,
        fits=said.fits,
        shapes=said.shapes,
        signs=said.signs,
        opens_with=head.reading.fits,
        numbers=head.numbers,
        named=head.named or is_whole,
        quote=head.quote,
        over=over,
        first=first,
        idle=said.idle,
        asks=said.asks,
    )


class _Said(NamedTuple):
    """What sentences say together, wherever they stand."""

    words: Mapping[str, float]
    small: Mapping[str, float]
    fits: frozenset[str]
    shapes: frozenset[str]
    signs: frozenset[str]
    idle: bool
    asks: bool


@lru_cache(maxsize=4096)
def _said(readings: tuple[Reading, ...]) -> _Said:
    return _Said(
        words=_weighed(each.words for each in readings),
        small=_weighed(each.small for each in readings),
        # The time in "I'll tell you by Friday" answers no when.
        fits=frozenset(name for each in readings if not each.promises for name in each.fits),
        shapes=frozenset(name for each in readings for name in _shapes_of(each)),
        signs=signs_of(readings),
        idle=all(each.is_idle for each in readings),
        asks=all(each.asks for each in readings),
    )


def signs_of(readings: Sequence[Reading]) -> frozenset[str]:
    """Return the signs of the first sentences that carry matter: what follows adds to the answer."""
    telling = [each for each in readings if not each.is_idle][:_DECIDING]
    return frozenset(name for each in telling for name in each.signs)


def _shapes_of(reading: Reading) -> frozenset[str]:
    """Return the shapes of a sentence; one that puts a question off is about it, whatever it wants."""
    if reading.is_idle:
        return frozenset()
    return _ANY_SHAPE if reading.promises or reading.unknown or reading.passes_on else reading.shapes


def _weighed(sentences: Iterable[Iterable[str]]) -> dict[str, float]:
    """Return the words of sentences in order, each with the weight of the first sentence that has it."""
    found: dict[str, float] = {}
    for at, words in enumerate(sentences):
        for word in words:
            found.setdefault(word, 1.0 / (1.0 + _FADING * at))
    return found
