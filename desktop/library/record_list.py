"""A list of records beside a search box that keeps the keyboard: arrows move, Enter reads, Escape clears."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSortFilterProxyModel, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from desktop.library.record_delegate import RecordDelegate
from desktop.library.record_model import Index, RecordModel
from desktop.library.rows import RecordRow, Row

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PAGE_ROWS = 8
_MANY_ROWS = 2_000


class RecordList(QListView):
    """Shows rows; ``chosen`` carries the key of the row that the choice went to, ``opened`` of one to read.

    ``left`` wants the keyboard back in the search.
    """

    chosen = Signal(str)
    opened = Signal(str)
    left = Signal()

    def __init__(self, delegate: RecordDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.rows = RecordModel(self)
        # Laying out, the view asks its model about each row; this one answers without Python.
        self._in_front = QSortFilterProxyModel(self)
        self._in_front.setSourceModel(self.rows)
        self.setModel(self._in_front)
        delegate.setParent(self)
        self._delegate = delegate
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda index: self._emit(self.opened, index))

    def show_rows(self, rows: Sequence[Row], choose: str) -> None:
        """Show rows with the choice on a key; it is told like a choice by hand."""
        self._quiet = True
        before = self.chosen_key()
        # Of even rows the view asks one for its size, not each: 100,000 answers would take half a second.
        self._delegate.even = _are_even(rows)
        self.setUniformItemSizes(self._delegate.even)
        self.rows.show(rows)
        index = self._in_front.mapFromSource(self.rows.index_of(choose))
        self._quiet = False
        if index.isValid():
            self.setCurrentIndex(index)
            if index.row() <= 1:
                self.scrollToTop()
            else:
                self.scrollTo(index)
            if before == choose:
                self.chosen.emit(choose)

    def choose(self, key: str) -> None:
        """Put the choice on a key without telling anybody."""
        index = self._in_front.mapFromSource(self.rows.index_of(key))
        self._quiet = True
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.selectionModel().clear()
        self._quiet = False

    def chosen_key(self) -> str:
        """Return the key of the chosen record, or nothing."""
        row = self.rows.row(self._in_front.mapToSource(self.currentIndex()))
        return row.key if isinstance(row, RecordRow) else ""

    def move_choice(self, step: int) -> None:
        """Put the choice some records further, past headings."""
        index = self._in_front.mapToSource(self.currentIndex())
        for _ in range(abs(step)):
            index = self.rows.neighbour(index, 1 if step > 0 else -1)
        if index.isValid():
            self.setCurrentIndex(self._in_front.mapFromSource(index))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the choice."""
        super().currentChanged(current, previous)
        if not self._quiet:
            self._emit(self.chosen, current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen row in view."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows skip headings, Enter reads, Escape goes back to the search."""
        if event.key() in _MOVES:
            self.move_choice(_MOVES[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._emit(self.opened, self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def serve_search(self, box: QLineEdit) -> None:
        """Take arrows and Enter that are pressed in a search box."""
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search box, arrows move the choice and Enter reads; Escape clears the words."""
        if not isinstance(watched, QLineEdit) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() != QEvent.Type.KeyPress:
            return False
        key = event.key()
        if key in _MOVES:
            self.move_choice(_MOVES[Qt.Key(key)])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.move_choice(_PAGE_ROWS if key == Qt.Key.Key_PageDown else -_PAGE_ROWS)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._emit(self.opened, self.currentIndex())
        elif key == Qt.Key.Key_Escape and watched.text():
            watched.clear()
        else:
            return False
        return True

    def _emit(self, signal: SignalInstance, index: Index) -> None:
        row = self.rows.row(self._in_front.mapToSource(index))
        if isinstance(row, RecordRow):
            signal.emit(row.key)


def _are_even(rows: Sequence[Row]) -> bool:
    """Tell whether all rows may have one height: those of records alone, and of very many."""
    return len(rows) > _MANY_ROWS or all(isinstance(row, RecordRow) for row in rows)
