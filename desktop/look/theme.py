"""The themes: colours and measures from ``resources/themes``, and what widgets ask of them.

No widget has a colour of its own: it says what it is by a dynamic property ``look`` (``card``,
``chip``, ``primary``, …) and the one style sheet, built from the theme's tokens, draws it.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from kb_content.resource import resource

THEME_NAMES = ("light", "dark", "high-contrast")
_PROPERTY = "thriceTheme"


@dataclass(frozen=True)
class Theme:
    """One theme. ``colour`` maps a token of the theme file to ``#RRGGBB``; ``focus_width`` is in px."""

    name: str
    title: str
    dark: bool
    focus_width: int
    colour: Mapping[str, str]

    def qcolor(self, token: str) -> QColor:
        """Return a token as Qt's colour."""
        return QColor(self.colour[token])


@cache
def load_theme(name: str) -> Theme:
    """Return the theme ``resources/themes/NAME.toml``."""
    with resource(f"themes/{name}.toml").open("rb") as file:
        table = tomllib.load(file)
    return Theme(name, table["title"], table["dark"], table["focus_width"], MappingProxyType(table["colour"]))


def current_theme() -> Theme:
    """Return the theme that the application wears (light until one is applied)."""
    app = QApplication.instance()
    name = app.property(_PROPERTY) if app is not None else None
    return load_theme(str(name or "light"))


def mark_current(app: QApplication, theme: Theme) -> None:
    """Remember which theme the application wears."""
    app.setProperty(_PROPERTY, theme.name)


def reduced_motion() -> bool:
    """Tell whether the system asks for none of our animations."""
    app = QApplication.instance()
    animated = isinstance(app, QApplication) and app.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    return not animated or bool(os.environ.get("THRICE_NO_MOTION"))


def set_look(widget: QWidget, look: str) -> None:
    """Give a widget a look, also after it was shown."""
    if widget.property("look") == look:
        return
    widget.setProperty("look", look)
    restyle(widget)


def restyle(widget: QWidget) -> None:
    """Make the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
