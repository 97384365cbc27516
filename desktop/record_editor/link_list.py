"""The list that opens at the cursor for ``[[``; the keyboard stays in the text."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.library.record_delegate import ROW_HEIGHT, RecordDelegate
from desktop.library.record_list import RecordList
from desktop.library.rows import RecordRow
from desktop.look.measures import grown
from desktop.text import Label
from desktop.widgets.cursor_list import CursorList

_WIDTH = 420
_HELP, _NONE = "Enter links · Esc keeps what you typed", "No title has these words · Esc keeps them"


class LinkList(CursorList):
    """Shows records to link to; ``chosen`` carries a record's key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list: RecordList = RecordList(RecordDelegate())
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Records to link to")
        self.list.clicked.connect(lambda _: self.choose())
        self.help = Label("", "label")
        self.help.setContentsMargins(6, 0, 6, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addWidget(self.help)

    def show_rows(self, rows: Sequence[RecordRow], below: QPoint, line_height: int) -> None:
        """Show records below a point of the parent, or above its line where there is no room below."""
        self.list.show_rows(rows, rows[0].key if rows else "")
        self.list.setVisible(bool(rows))
        self.list.setFixedHeight(len(rows) * grown(ROW_HEIGHT) + 4)
        self.help.setText(_HELP if rows else _NONE)
        parent = self.over
        self.setFixedWidth(min(grown(_WIDTH), parent.width() - 24))
        self.adjustSize()
        top = below.y() + 4
        if top + self.height() > parent.height() - 8:
            top = max(8, below.y() - line_height - self.height() - 4)
        self.move(max(12, min(below.x(), parent.width() - self.width() - 12)), top)
        self.raise_()
        self.show()

    def has_choice(self) -> bool:
        """Tell whether a record fits."""
        return bool(self.list.chosen_key())

    def move_choice(self, step: int) -> None:
        """Mark the next record, or the one before."""
        self.list.move_choice(step)

    def choose(self) -> None:
        """Link to the marked record."""
        self.chosen.emit(self.list.chosen_key())
