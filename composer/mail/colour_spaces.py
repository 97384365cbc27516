"""Colours that CSS gives by lightness and hue as eyes see them, to sRGB: ``lab()``, ``oklch()``, ``color()``.

Source: CSS Color Module Level 4; the matrices for Lab's D50 white are B. Lindbloom's, those for Oklab are
B. Ottosson's. What lies outside of sRGB is cut off at its border.
"""

import math
from collections.abc import Callable, Sequence

Three = tuple[float, float, float]
_D50 = (0.96422, 1.0, 0.82521)


def srgb_of(space: str, values: Sequence[tuple[float, bool]]) -> Three | None:
    """Return red, green and blue (0 to 255) of three values in a space, each with whether it is a percentage.

    ``space`` is ``lab``, ``lch``, ``oklab``, ``oklch``, ``srgb``, ``srgb-linear`` or
    ``display-p3``; None for others.
    """
    if space not in _SPACES:
        return None
    scales, to_linear = _SPACES[space]
    numbers = [
        value / 100 * scale if share else value for (value, share), scale in zip(values, scales, strict=True)
    ]
    red, green, blue = (255 * _encoded(part) for part in to_linear(numbers[0], numbers[1], numbers[2]))
    return red, green, blue


def _from_lab(lightness: float, a: float, b: float) -> Three:
    middle = (lightness + 16) / 116
    x, y, z = (
        _uncubed(part) * white
        for part, white in zip((middle + a / 500, middle, middle - b / 200), _D50, strict=True)
    )
    return (
        3.1338561 * x - 1.6168667 * y - 0.4906146 * z,
        -0.9787684 * x + 1.9161415 * y + 0.0334540 * z,
        0.0719453 * x - 0.2289914 * y + 1.4052427 * z,
    )


def _uncubed(part: float) -> float:
    cubed = part**3
    return cubed if cubed > 216 / 24389 else (116 * part - 16) / (24389 / 27)


def _from_oklab(lightness: float, a: float, b: float) -> Three:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _by_hue(flat: Callable[[float, float, float], Three]) -> Callable[[float, float, float], Three]:
    """Return the conversion for a space whose second and third values are chroma and hue in degrees."""

    def to_linear(lightness: float, chroma: float, hue: float) -> Three:
        angle = math.radians(hue)
        return flat(lightness, chroma * math.cos(angle), chroma * math.sin(angle))

    return to_linear


def _from_srgb(red: float, green: float, blue: float) -> Three:
    return _linear(red), _linear(green), _linear(blue)


def _from_p3(red: float, green: float, blue: float) -> Three:
    r, g, b = _linear(red), _linear(green), _linear(blue)
    return (
        1.2249401 * r - 0.2249404 * g,
        1.0420571 * g - 0.0420569 * r,
        1.0982735 * b - 0.0196376 * r - 0.0786361 * g,
    )


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


_ONES = (1.0, 1.0, 1.0)
# What 100 % of each value is, and the way to linear sRGB.
_SPACES: dict[str, tuple[Three, Callable[[float, float, float], Three]]] = {
    "lab": ((100.0, 125.0, 125.0), _from_lab),
    "lch": ((100.0, 150.0, 360.0), _by_hue(_from_lab)),
    "oklab": ((1.0, 0.4, 0.4), _from_oklab),
    "oklch": ((1.0, 0.4, 360.0), _by_hue(_from_oklab)),
    "srgb": (_ONES, _from_srgb),
    "srgb-linear": (_ONES, lambda red, green, blue: (red, green, blue)),
    "display-p3": (_ONES, _from_p3),
}
