"""Who dresses the application in a theme (palette, font, style sheet, icons), and the choice of it."""

from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from desktop.look.control_images import find_control_images
from desktop.look.fonts import interface_font
from desktop.look.icons import refresh_icons
from desktop.look.measures import grown_sheet
from desktop.look.theme import THEME_NAMES, Theme, current_theme, load_theme, mark_current
from kb_content.resource import resource


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
        if resolved_name(self._app, self.choice) == current_theme().name:
            return
        theme = apply_theme(self._app, self.choice)
        refresh_icons(self._app)
        self.changed.emit(theme)


def apply_theme(app: QApplication, name: str) -> Theme:
    """Dress the application in a theme: ``light``, ``dark``, ``high-contrast`` or ``system``."""
    theme = load_theme(resolved_name(app, name))
    mark_current(app, theme)
    # Under a style sheet Qt does not say which style is there; it is ours then.
    if not app.styleSheet() and app.style().objectName() != "fusion":
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


def style_sheet(theme: Theme) -> str:
    """Return the one style sheet, with the theme's tokens put in and its measures grown."""
    source = Template(grown_sheet(resource("themes/style.qss").read_text(encoding="utf-8")))
    return source.substitute(theme.colour, focus_width=f"{theme.focus_width}px", theme=theme.name)


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
