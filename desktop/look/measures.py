"""How large the window draws: our measures hold beside a system text of 13 px, and grow with it.

Sizes of fonts, icons, rows and fields are written in these measures everywhere, also in the style sheet,
and become px here. Gaps and hairlines stay as they are: they separate at any size.
"""

import re

from PySide6.QtWidgets import QApplication

_SYSTEM_TEXT = 13.0
_MOST = 2.5
_HAIRLINE = 2
_PROPERTY = "thriceGrowth"
# A length of the style sheet; in brackets, one from which lines are taken that don't grow: (26-2)px.
_LENGTH = re.compile(r"(?P<radius>border-radius: )?(?:\((\d+)([+-]\d+)\)|\b(\d+))px")


def growth_for(text: float) -> float:
    """Return how many times our measures a system text of ``text`` px asks for: 1 to 2.5."""
    return min(_MOST, max(1.0, text / _SYSTEM_TEXT))


def set_growth(app: QApplication, growth: float) -> None:
    """Draw everything that is made or styled from now on this many times as large."""
    app.setProperty(_PROPERTY, growth)


def growth() -> float:
    """Return how many times our measures things are drawn."""
    app = QApplication.instance()
    return float((app.property(_PROPERTY) if app is not None else None) or 1.0)


def grown(measure: float) -> int:
    """Return a measure in px."""
    return round(measure * growth())


def grown_sheet(sheet: str) -> str:
    """Return a style sheet whose measures became px; lengths up to 2 px are hairlines and stay."""
    factor = growth()

    def length(found: re.Match[str]) -> str:
        radius = found["radius"] or ""
        measure, lines = int(found[2] or found[4]), int(found[3] or 0)
        if measure <= _HAIRLINE:
            return found[0]
        # A radius above half the height would make Qt draw square corners.
        pixels = int(measure * factor) if radius else round(measure * factor)
        return f"{radius}{pixels + lines}px"

    return _LENGTH.sub(length, sheet)
