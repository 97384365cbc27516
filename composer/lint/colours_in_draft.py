"""The colours of a draft: those that came with it, and those set by HTML tags in its Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from composer.draft import ColouredSpan, Draft
from composer.mail.colours import Rgb, is_grey, parse_colour, parse_legacy_colour

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>span|font|p|div|b|strong|em|i|u|mark|td|big|small)\b(?P<rest>[^<>]{0,1000})>",
    re.IGNORECASE,
)
_STYLE = re.compile(r"(?<![\w-])color\s*:\s*(?P<colour>[^;\"'>]{1,64})", re.IGNORECASE)
_FONT = re.compile(r"(?<![\w-])color\s*=\s*[\"']?(?P<colour>[^\"'\s>]{1,64})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ColouredWords:
    """Words of a draft in a colour of their own.

    ``start`` to ``end`` are the words; ``outer_start`` to ``outer_end`` hold the tags too, where there are
    any. ``written`` is the colour as written. ``dark`` is the colour in a dark window where the draft
    sets another one there, ``ground`` the background that the words bring along.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    written: str
    colour: Rgb
    dark: Rgb | None = None
    ground: Rgb | None = None

    @property
    def has_tags(self) -> bool:
        """Whether the colour is set by tags in the draft's text."""
        return self.outer_end > self.end


def coloured_words(draft: Draft, *, greys: bool = False) -> tuple[ColouredWords, ...]:
    """Return what is coloured in a draft, in order; ``greys`` only where asked for."""
    found = [*_set_with_draft(draft.colours), *_set_by_tags(draft.text)]
    wanted = (one for one in found if greys or not is_grey(one.colour))
    return tuple(sorted(wanted, key=lambda one: (one.start, one.end)))


def _set_with_draft(spans: tuple[ColouredSpan, ...]) -> Iterator[ColouredWords]:
    for span in spans:
        colour = _colour_of(span.colour)
        if colour is not None:
            at = (span.start, span.end, span.start, span.end)
            yield ColouredWords(*at, span.colour, colour, _colour_of(span.dark), _colour_of(span.ground))


def _set_by_tags(text: str) -> Iterator[ColouredWords]:
    """Yield what stands between a tag that sets a colour and its end, one pass over the tags."""
    if "color" not in text.lower():
        return
    waiting: list[tuple[str, int, int, str]] = []
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if not tag["end"]:
            if not tag["rest"].endswith("/"):
                waiting.append((name, tag.start(), tag.end(), _written(name, tag["rest"])))
            continue
        if not any(name == opened for opened, *_ in waiting[-50:]):
            continue
        opened, outer, start, written = waiting.pop()
        while opened != name:
            opened, outer, start, written = waiting.pop()
        colour = _colour_of(written)
        if colour is not None:
            yield ColouredWords(start, tag.start(), outer, tag.end(), written, colour)


def _colour_of(written: str) -> Rgb | None:
    """Read a colour; digits without # are a colour to browsers too, in ``<font color=cc0000>``."""
    if re.fullmatch(r"[0-9a-fA-F]{6}", written):
        return parse_legacy_colour(written)
    return parse_colour(written) if written else None


def _written(name: str, rest: str) -> str:
    match = _STYLE.search(rest) or (_FONT.search(rest) if name == "font" else None)
    return match["colour"].strip() if match else ""
