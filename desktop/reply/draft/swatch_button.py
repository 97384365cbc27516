"""The button that shows the colour of inline answers, and the swatches to choose another."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.look.answer_colours import SWATCHES
from desktop.look.measures import grown
from desktop.look.theme import current_theme
from desktop.text import set_tooltip

_SIZE = 16


class SwatchButton(QToolButton):
    """Offers the seven colours by name; ``colour_chosen`` carries ``#RRGGBB``."""

    colour_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(grown(28))
        self.setMinimumWidth(grown(28))
        self.setIconSize(QSize(grown(_SIZE), grown(_SIZE)))
        set_tooltip(self, "The colour of your inline answers")
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.show_colour(SWATCHES[0].colour)

    def show_colour(self, colour: str) -> None:
        """Show which colour is used."""
        self.setIcon(swatch_icon(colour))
        name = next((s.name for s in SWATCHES if s.colour.lower() == colour.lower()), "the team's")
        self.setAccessibleName(f"Colour of inline answers: {name}")
        self._menu.clear()
        for swatch in SWATCHES:
            act = self._menu.addAction(swatch_icon(swatch.colour), swatch.name)
            act.setCheckable(True)
            act.setChecked(swatch.colour.lower() == colour.lower())
            act.triggered.connect(partial(self.colour_chosen.emit, swatch.colour))


def swatch_icon(colour: str) -> QIcon:
    """Return a round patch of a colour."""
    size = grown(_SIZE) * 2
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(current_theme().qcolor("border_strong"))
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(3, 3, size - 6, size - 6))
    painter.end()
    picture.setDevicePixelRatio(2)
    return QIcon(picture)
