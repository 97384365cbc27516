"""The colours that inline answers may have: each reads on white and on a dark mail window, none is red."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Swatch:
    """A colour with its name."""

    name: str
    colour: str


SWATCHES = (
    Swatch("Blue", "#186DEC"),
    Swatch("Teal", "#087E96"),
    Swatch("Green", "#218341"),
    Swatch("Violet", "#8C58D5"),
    Swatch("Olive", "#77770D"),
    Swatch("Brown", "#A16717"),
    Swatch("Slate", "#5E758D"),
)
"""Measured in the look of the program: 4.7 to 4.8 on white, 3.4 to 3.5 on ``#1F1F1F``."""

_HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")
# Deuteranopia, Viénot, Brettel and Mollon 1999, on linear RGB.
_DEUTERANOPIA = ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0))


def as_colour_blind(html: str) -> str:
    """Return HTML with its colours as a person sees them who can't tell red from green (deuteranopia)."""
    return _HEX.sub(lambda found: seen_colour_blind(found.group()), html)


def seen_colour_blind(colour: str) -> str:
    """Return ``#RRGGBB`` as seen with deuteranopia."""
    linear = [_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    seen = (sum(a * b for a, b in zip(row, linear, strict=True)) for row in _DEUTERANOPIA)
    return "#" + "".join(f"{round(_encoded(value) * 255):02X}" for value in seen)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _encoded(value: float) -> float:
    value = min(1.0, max(0.0, value))
    return float(value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055)
