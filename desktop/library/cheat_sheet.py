"""The query language on one small sheet: what can be typed into the search box."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.dialog import Dialog
from desktop.look.theme import set_look
from desktop.text import Label
from search.query import CHEAT_SHEET


class CheatSheet(Dialog):
    """Shows the query language; one key closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "What you can type into the search")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for number, (query, finds) in enumerate(CHEAT_SHEET):
            key = Label(query, "mono")
            set_look(key, "key")
            grid.addWidget(key, number, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Label(finds, "muted"), number, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.add_button("Close", default=True)
        self.setMinimumWidth(self.sizeHint().width())  # whatever the font: no line is cut
