"""The themes: colours and measures from ``resources/themes``, and who applies them.

No widget has a colour of its own: it says what it is by a dynamic property ``look`` (``card``,
``chip``, ``primary``, …) and the one style sheet, built here from the theme's tokens, draws it.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Template
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.look.control_images import find_control_images
from desktop.look.fonts import interface_font
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


def apply_theme(app: QApplication, name: str) -> Theme:
    """Dress the application in a theme: ``light``, ``dark``, ``high-contrast`` or ``system``."""
    theme = load_theme(resolved_name(app, name))
    app.setProperty(_PROPERTY, theme.name)
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setFont(interface_font(app))
    app.setPalette(_palette(theme))
    find_control_images()
    app.setStyleSheet(style_sheet(theme))
    return theme


def resolved_name(app: QApplication, name: str) -> str:
    """Return the theme file that a choice means; ``system`` asks the desktop, unknown names too."""
    if name in THEME_NAMES:
        return name
    scheme = app.styleHints().colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def reduced_motion() -> bool:
    """Tell whether the system asks for none of our animations."""
    app = QApplication.instance()
    animated = isinstance(app, QApplication) and app.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    return not animated or bool(os.environ.get("THRICE_NO_MOTION"))


def style_sheet(theme: Theme) -> str:
    """Return the one style sheet, with the theme's tokens put in."""
    source = Template(resource("themes/style.qss").read_text(encoding="utf-8"))
    focus = {"focus_width": f"{theme.focus_width}px", "focus_inset": f"{theme.focus_width - 1}px"}
    return source.substitute(theme.colour, **focus, theme=theme.name)


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


class ThemeSwitcher(QObject):
    """Holds the user's choice of theme and follows the system's where the choice is ``system``.

    ``changed`` carries the new :class:`Theme`, after the whole application wears it.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self.choice = choice
        apply_theme(app, choice)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def choose(self, choice: str) -> None:
        """Wear another theme: a theme's name or ``system``."""
        self.choice = choice
        self._apply()

    def toggle(self) -> str:
        """Go to the other of light and dark, and return it."""
        self.choose("light" if current_theme().dark else "dark")
        return self.choice

    def _system_changed(self) -> None:
        if self.choice == "system":
            self._apply()

    def _apply(self) -> None:
        from desktop.look.icons import refresh_icons  # icons ask for the current theme: a cycle by nature

        if resolved_name(self._app, self.choice) == current_theme().name:
            return
        theme = apply_theme(self._app, self.choice)
        refresh_icons(self._app)
        self.changed.emit(theme)


def _palette(theme: Theme) -> QPalette:
    """Return Fusion's palette for a theme; what the style sheet leaves to Fusion takes it from here."""
    role = QPalette.ColorRole
    tokens = {
        role.Window: "page",
        role.WindowText: "text",
        role.Base: "field",
        role.AlternateBase: "panel",
        role.Text: "text",
        role.Button: "panel",
        role.ButtonText: "text",
        role.BrightText: "stop",
        role.ToolTipBase: "panel",
        role.ToolTipText: "text",
        role.PlaceholderText: "muted",
        role.Highlight: "selected",
        role.HighlightedText: "selected_text",
        role.Accent: "accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.Light: "panel",
        role.Midlight: "border",
        role.Mid: "border",
        role.Dark: "border_strong",
        role.Shadow: "border",
    }
    palette = QPalette()
    for colour_role, token in tokens.items():
        palette.setColor(colour_role, theme.qcolor(token))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, colour_role, theme.qcolor("border_strong"))
    return palette
