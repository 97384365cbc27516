"""A list of what the desk holds, the field that filters it, and what stands there when it is empty."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStackedWidget, QWidget

from desktop.look.measures import grown
from desktop.text import LineEdit
from desktop.widgets.search_sign import SearchSign
from desktop.window.empty_state import EmptyState

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELD_WIDTH = 300


class FilterField(LineEdit):
    """A field above a list: Down and Enter leave it for the list, Escape clears it first."""

    left = Signal()

    def __init__(self, placeholder: str, spoken: str) -> None:
        super().__init__(placeholder=placeholder)
        self.sign = SearchSign(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(grown(_FIELD_WIDTH))
        self.setAccessibleName(spoken)

    def sizeHint(self) -> QSize:
        """Ask for the same width everywhere; where there is little room, take less."""
        return QSize(grown(_FIELD_WIDTH), super().sizeHint().height())

    def take_cursor(self) -> None:
        """Put the cursor here; what is typed replaces what stands there."""
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with the keys that lead into the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, *_ENTER):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class OpenableList(QListView):
    """A list whose Enter opens; arrows and the wheel move as everywhere."""

    opened = Signal()

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self.setAccessibleName(spoken)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def go_to(self, index: QModelIndex) -> None:
        """Put the choice on an entry and bring it into sight; an invalid index changes nothing."""
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter."""
        if event.key() in _ENTER and event.modifiers() in _PLAIN:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class ListOrEmpty(QStackedWidget):
    """Shows the list, or why there is nothing in it; at first neither.

    When the page changes, whoever types in the filter goes on typing; else the cursor goes where work
    starts now.
    """

    def __init__(self, list: OpenableList, empty: EmptyState, filter: FilterField) -> None:
        super().__init__()
        self._list, self._empty, self._filter = list, empty, filter
        self._page = QWidget()
        for page in (self._page, list, empty):
            self.addWidget(page)
        filter.left.connect(self.focus_work)

    def show_list(self) -> None:
        """Show the list."""
        self._show(self._list)

    def show_empty(self) -> None:
        """Show why the list is empty."""
        self._show(self._empty)

    def show_for_now(self, sign: QWidget) -> None:
        """Show something else in front until :meth:`show_again`."""
        self.setCurrentWidget(sign)

    def show_again(self) -> None:
        """Show what was shown before :meth:`show_for_now`."""
        self.setCurrentWidget(self._page)

    def focus_work(self) -> None:
        """Put the cursor where work starts: the list, or the first action of an empty place."""
        if self._page is self._empty:
            self._empty.focus_first()
        else:
            self._list.setFocus()

    def _show(self, page: QWidget) -> None:
        if page is self._page:
            return
        filtering = self._filter.hasFocus()
        self._page = page
        self.setCurrentWidget(page)
        if self.isVisible() and not filtering:
            self.focus_work()
