"""A list that opens at the cursor of a text; the keyboard stays in the text and is passed on to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from desktop.look.theme import set_look


class CursorList(QFrame):
    """A frame over ``parent`` with a ``list``; ``waved_off`` says that somebody wants it gone."""

    waved_off = Signal()
    list: QAbstractItemView

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.over = parent
        set_look(self, "palette")
        self.hide()

    def take_key(self, key: int) -> bool:
        """Do what a key means for the list; tell whether it was for the list."""
        if not self.isVisible():
            return False
        if key == Qt.Key.Key_Escape:
            self.waved_off.emit()
            return True
        if not self.has_choice():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.move_choice(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.choose()
        else:
            return False
        return True

    def has_choice(self) -> bool:
        """Tell whether there is something to choose."""
        raise NotImplementedError

    def move_choice(self, step: int) -> None:
        """Go on to the next choice, or back to the one before."""
        raise NotImplementedError

    def choose(self) -> None:
        """Take the choice that is marked."""
        raise NotImplementedError
