"""The lines that the last look is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.look.icons import set_icon
from desktop.look.measures import grown
from desktop.text import Label
from desktop.widgets.pieces import column


class LookLine(QWidget):
    """An icon, a sentence, and a quiet word below it.

    ``row`` takes what belongs to it at its right, ``lines`` what needs more room, below.
    """

    def __init__(self, words: str, icon: str, token: str, detail: str) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self._sign = Label()
        self._sign.setFixedSize(grown(18), grown(20))
        set_icon(self._sign, icon, token, 16)
        self.row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        text, self.lines = column(0, (0, 2, 0, 0))
        self.lines.addWidget(Label(words, wrap=True, selectable=True))
        if detail:
            self.lines.addWidget(Label(detail, "muted", wrap=True))
        self.row.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)

    def add_act(self, button: QPushButton) -> None:
        """Put a button at the right; its words stand on the line's first line."""
        self.row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._sign.setFixedHeight(grown(28))
        self.lines.setContentsMargins(0, grown(6), 0, grown(4))


def look_line(words: str, *, icon: str, token: str, detail: str = "") -> LookLine:
    """Return a line of the last look; icon and colour say the same as its words."""
    return LookLine(words, icon, token, detail)


def section(title: str) -> tuple[QWidget, QVBoxLayout]:
    """Return a part of the last look below its heading, and the column for its lines."""
    box, rows = column(6)
    rows.addWidget(Label(title, "section"))
    return box, rows
