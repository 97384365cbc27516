"""Colours as mail writes them: any CSS colour to red, green, blue; contrast; what counts as red.

Sources: CSS Color Module Level 4 (names, ``rgb()``, ``hsl()``, ``hwb()``, hex; ``lab()`` and its like in
``colour_spaces``) and Level 5 (``light-dark()``); the HTML standard's
rules for parsing a legacy colour value (``<font color=…>``); WCAG 2.2 (relative luminance and
contrast ratio).
"""

import colorsys
import re
from typing import NamedTuple

from composer.mail.colour_names import NAMED
from composer.mail.colour_spaces import srgb_of


class Rgb(NamedTuple):
    """A colour in sRGB, each part 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def hex(self) -> str:
        """The colour as ``#rrggbb``."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


WHITE = Rgb(255, 255, 255)
BLACK = Rgb(0, 0, 0)

_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_CALL = re.compile(r"(rgba?|hsla?|hwb)\(([^()]*)\)")
_SPACE = re.compile(r"(?:(lab|lch|oklab|oklch)|color)\(\s*(?:(srgb|srgb-linear|display-p3)\s+)?([^()]*)\)")
# What a page shows by day, and what by night.
_DAY_AND_NIGHT = re.compile(r"light-dark\(((?:[^(),]|\([^()]*\))*),((?:[^(),]|\([^()]*\))*)\)")
_NUMBER = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+))(%|deg|grad|rad|turn)?")
_DEGREES = {"deg": 1.0, "grad": 0.9, "rad": 57.29577951308232, "turn": 360.0}
_LONGEST = 160


def parse_colour(text: str, *, ground: Rgb = WHITE, dark: bool = False) -> Rgb | None:
    """Return the colour that CSS text names, or None when it names none.

    A colour with alpha is laid over ``ground``. ``dark`` asks for the second one of
    ``light-dark()``. ``inherit``, ``currentcolor``, ``transparent`` and
    the like are no colour of their own and give None.
    """
    value = text.strip().lower().removesuffix("!important").rstrip()
    if len(value) > _LONGEST:
        return None
    if match := _DAY_AND_NIGHT.fullmatch(value):
        value = match[2 if dark else 1].strip()
    if value in NAMED:
        return Rgb(*NAMED[value])
    if match := _HEX.fullmatch(value):
        return _from_hex(match[1], ground)
    if match := _CALL.fullmatch(value):
        return _from_call(match[1][:3], match[2], ground)
    if match := _SPACE.fullmatch(value):
        return _from_space(match[1] or match[2] or "", match[3], ground)
    return None


def parse_legacy_colour(text: str) -> Rgb | None:
    """Return the colour of ``<font color=…>``, where browsers also accept ``ff0000`` and nonsense."""
    value = text.strip().lower()
    if not value or value == "transparent":
        return None
    known = parse_colour(value)
    if known is not None or value.startswith(("rgb", "hsl", "hwb")):
        return known
    return _from_legacy_digits(value[:128].removeprefix("#"))


def luminance(colour: Rgb) -> float:
    """Return the relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2; 4.5 is AA for text)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


# Hues are counted on the colour circle. Berlin and Kay's "red" reaches, in the naming survey that
# xkcd published in 2010 (222,500 people), from about 345 to 15 degrees at full saturation. Thin
# strokes beside black read redder than the patches of a survey, so the vivid pinks next to it count
# too (CSS deep pink 328, hot pink 330), and orange-red and coral (16); sienna (19), chocolate (25) and
# orange (39), medium violet red (322) and magenta (300) do not. A colour that is nearly black, nearly
# white or nearly grey is named by its lightness, not by its hue, whence the two floors and the ceiling.
RED_FROM, RED_TO = 325.0, 17.0
_RED_MIN_SATURATION = 0.40
_RED_MIN_VALUE = 0.35
_RED_MAX_LIGHTNESS = 0.75


def is_red(colour: Rgb) -> bool:
    """Tell whether people would call a colour red (hue 325° to 17°, neither grey, pale nor black)."""
    hue, lightness, _ = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    _, saturation, value = colorsys.rgb_to_hsv(*(part / 255 for part in colour))
    degrees = hue * 360
    if not (degrees >= RED_FROM or degrees <= RED_TO):
        return False
    vivid = saturation >= _RED_MIN_SATURATION and value >= _RED_MIN_VALUE
    return vivid and lightness <= _RED_MAX_LIGHTNESS


def hue_of(colour: Rgb) -> float:
    """Return the hue in degrees, 0 up to 360 (0 for greys)."""
    return colorsys.rgb_to_hls(*(part / 255 for part in colour))[0] * 360


def is_grey(colour: Rgb) -> bool:
    """Tell whether a colour is black, grey or white: parts that lie within 24 of each other."""
    return max(colour) - min(colour) <= 24


def alike(one: Rgb, other: Rgb) -> bool:
    """Tell whether two colours look the same in running text.

    The "redmean" distance (a weighted Euclidean distance in sRGB, after T. Riemersma) below 60 of
    765: nearer than that, readers take two text colours for one.
    """
    mean = (one.red + other.red) / 2
    red, green, blue = (a - b for a, b in zip(one, other, strict=True))
    square = (2 + mean / 256) * red * red + 4 * green * green + (2 + (255 - mean) / 256) * blue * blue
    return bool(square < 60 * 60)


def readable_on(colour: Rgb, ground: Rgb, *, ratio: float = 4.5) -> Rgb:
    """Return the colour, moved toward black or white just far enough to reach the ratio on the ground."""
    toward = WHITE if luminance(ground) < 0.18 else BLACK
    for step in range(21):
        candidate = _mixed(colour, toward, step / 20)
        if contrast(candidate, ground) >= ratio:
            return candidate
    return toward


def _mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    return Rgb(*(round(a + (b - a) * share) for a, b in zip(one, other, strict=True)))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _from_hex(digits: str, ground: Rgb) -> Rgb:
    if len(digits) <= 4:
        digits = "".join(digit * 2 for digit in digits)
    parts = [int(digits[at : at + 2], 16) for at in range(0, len(digits), 2)]
    alpha = parts[3] / 255 if len(parts) == 4 else 1.0
    return _over(parts[0], parts[1], parts[2], alpha, ground)


def _from_call(name: str, arguments: str, ground: Rgb) -> Rgb | None:
    found = _NUMBER.findall(arguments)
    if len(found) not in (3, 4):
        return None
    alpha = _share(*found[3]) if len(found) == 4 else 1.0
    if name == "rgb":
        red, green, blue = (_byte(number, unit) for number, unit in found[:3])
        return _over(red, green, blue, alpha, ground)
    hue = float(found[0][0]) * _DEGREES.get(found[0][1], 1.0) / 360 % 1.0
    second, third = (_clamped(float(number) / 100) for number, _ in found[1:3])
    parts = _hwb(hue, second, third) if name == "hwb" else colorsys.hls_to_rgb(hue, third, second)
    red, green, blue = (part * 255 for part in parts)
    return _over(red, green, blue, alpha, ground)


def _from_space(space: str, arguments: str, ground: Rgb) -> Rgb | None:
    found = _NUMBER.findall(re.sub(r"\bnone\b", "0", arguments))
    if len(found) not in (3, 4):
        return None
    alpha = _share(*found[3]) if len(found) == 4 else 1.0
    values = [(float(number) * _DEGREES.get(unit, 1.0), unit == "%") for number, unit in found[:3]]
    parts = srgb_of(space, values)
    return None if parts is None else _over(*parts, alpha, ground)


def _hwb(hue: float, white: float, black: float) -> tuple[float, float, float]:
    if white + black >= 1:
        grey = white / (white + black)
        return grey, grey, grey
    red, green, blue = (part * (1 - white - black) + white for part in colorsys.hls_to_rgb(hue, 0.5, 1.0))
    return red, green, blue


def _from_legacy_digits(value: str) -> Rgb:
    digits = re.sub(r"[^0-9a-f]", "0", value)
    digits += "0" * (-len(digits) % 3)
    width = len(digits) // 3
    parts = [digits[at : at + width][-8:] for at in range(0, 3 * width, width)]
    while len(parts[0]) > 2 and all(part.startswith("0") for part in parts):
        parts = [part[1:] for part in parts]
    red, green, blue = (int(part[:2], 16) for part in parts)
    return Rgb(red, green, blue)


def _over(red: float, green: float, blue: float, alpha: float, ground: Rgb) -> Rgb:
    mixed = (
        part * alpha + below * (1 - alpha) for part, below in zip((red, green, blue), ground, strict=True)
    )
    return Rgb(*(min(255, max(0, round(part))) for part in mixed))


def _byte(number: str, unit: str) -> float:
    return float(number) * 2.55 if unit == "%" else float(number)


def _share(number: str, unit: str) -> float:
    return _clamped(float(number) / (100 if unit == "%" else 1))


def _clamped(share: float) -> float:
    return min(1.0, max(0.0, share))
