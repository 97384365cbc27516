"""The list that opens at the cursor for ``[[``; the keyboard stays in the text."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.library.record_delegate import ROW_HEIGHT, RecordDelegate
from desktop.library.record_list import RecordList
from desktop.library.rows import RecordRow
from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.text import Label

_WIDTH = 420
_HELP, _NONE = "Enter links · Esc keeps what you typed", "No title has these words · Esc keeps them"


class LinkList(QFrame):
    """Shows records to link to; ``chosen`` carries a record's key, ``waved_off`` nothing."""

    chosen = Signal(str)
    waved_off = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        set_look(self, "palette")
        self.list = RecordList(RecordDelegate())
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Records to link to")
        self.list.clicked.connect(lambda _: self.chosen.emit(self.list.chosen_key()))
        self.help = Label("", "label")
        self.help.setContentsMargins(6, 0, 6, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addWidget(self.help)
        self.hide()

    def show_rows(self, rows: Sequence[RecordRow], below: QPoint, line_height: int) -> None:
        """Show records below a point of the parent, or above its line where there is no room below."""
        self.list.show_rows(rows, rows[0].key if rows else "")
        self.list.setVisible(bool(rows))
        self.list.setFixedHeight(len(rows) * grown(ROW_HEIGHT) + 4)
        self.help.setText(_HELP if rows else _NONE)
        parent = self._over
        self.setFixedWidth(min(grown(_WIDTH), parent.width() - 24))
        self.adjustSize()
        top = below.y() + 4
        if top + self.height() > parent.height() - 8:
            top = max(8, below.y() - line_height - self.height() - 4)
        self.move(max(12, min(below.x(), parent.width() - self.width() - 12)), top)
        self.raise_()
        self.show()

    def take_key(self, key: int) -> bool:
        """Do what a key means for the list; tell whether it was for the list."""
        if not self.isVisible():
            return False
        if key == Qt.Key.Key_Escape:
            self.waved_off.emit()
            return True
        if not self.list.chosen_key():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.move_choice(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.chosen.emit(self.list.chosen_key())
        else:
            return False
        return True
