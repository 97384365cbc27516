"""The colours of a page that becomes a draft: of the words by day and by night, and of what is behind."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from composer.draft import ColouredSpan
from composer.mail.colours import BLACK, WHITE, Rgb, contrast, is_red, parse_legacy_colour
from composer.mail.html import Page
from composer.mail.html_writer import InkedSpan
from composer.style_colours import StyleColours, has_night

# WCAG 2.2 asks for 4.5:1; no colour has that on white and on a dark window, so 3:1 there.
READABLE, READABLE_IN_THE_DARK = 4.5, 3.0
DARK_WINDOW = Rgb(0x1F, 0x1F, 0x1F)
_LINE_END = re.compile(r"\n")
_BETWEEN = " \n>"


def text_with_colours(html: str) -> tuple[str, tuple[ColouredSpan, ...]]:
    """Return the readable text of a page, and its stretches with every colour that its styles set.

    A colour that the page sets for all its words marks none of them, and counts only where it is red or
    hard to read.
    """
    page, day, ground = Page(html), StyleColours(html), StyleColours(html, ground=True)
    text, inks = page.inked_text(day)
    layers, of_page = [inks, [], []], [day.of_page, "", ground.of_page]
    if has_night(html):
        night = StyleColours(html, dark=True)
        layers[1], of_page[1] = page.inked_text(night)[1], night.of_page
    if "background" in html.lower():
        layers[2] = page.inked_text(ground)[1]
    return text, tuple(_joined(text, _together(text, layers, of_page)))


def _together(text: str, layers: Sequence[list[InkedSpan]], of_page: Sequence[str]) -> Iterator[ColouredSpan]:
    """Yield the stretches of a text with colour, colour by night and background, each from its own layer."""
    _, dark_at, ground_at = map(_reader, layers, of_page)
    colour_at = _reader(layers[0], of_page[0] if _is_hard_to_read(of_page[0], of_page[2]) else "")
    borders = {border for layer in layers for span in layer for border in (span.start, span.end)}
    if colour_at(-1):
        borders |= {end.end() for end in _LINE_END.finditer(text)}
    for start, end in pairwise(sorted({0, len(text), *borders})):
        dark = dark_at(start)
        colour = colour_at(start) or (BLACK.hex if _vanishes(dark) else "")
        words = text[start:end].rstrip(_BETWEEN)
        if colour and words.strip(_BETWEEN):
            yield ColouredSpan(
                start, start + len(words), colour, dark if dark != colour else "", ground_at(start)
            )


def _reader(layer: Sequence[InkedSpan], elsewhere: str) -> Callable[[int], str]:
    """Return what tells the ink at a place of the text; ``elsewhere`` where no span of the layer reaches."""
    starts = [span.start for span in layer]

    def at(place: int) -> str:
        number = bisect_right(starts, place) - 1
        return layer[number].ink if number >= 0 and place < layer[number].end else elsewhere

    return at


def _is_hard_to_read(colour: str, ground: str) -> bool:
    ink, behind = parse_legacy_colour(colour), parse_legacy_colour(ground) or WHITE
    return ink is not None and (is_red(ink) or contrast(ink, behind) < READABLE)


def _vanishes(dark: str) -> bool:
    """Tell whether words that have no colour by day get one by night that nobody can read there."""
    ink = parse_legacy_colour(dark)
    return ink is not None and contrast(ink, DARK_WINDOW) < READABLE_IN_THE_DARK


def _joined(text: str, spans: Iterable[ColouredSpan]) -> Iterator[ColouredSpan]:
    """Join neighbours of one colour that only white space and quote marks part."""
    last: ColouredSpan | None = None
    for span in spans:
        if last is None:
            last = span
            continue
        same = replace(span, start=last.start, end=last.end) == last
        if same and not text[last.end : span.start].strip(_BETWEEN):
            last = replace(last, end=span.end)
        else:
            yield last
            last = span
    if last is not None:
        yield last
