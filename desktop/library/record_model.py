"""Qt's model of the library's rows: records, and headings that can't be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.library.row_sequence import RowSequence
from desktop.library.rows import AreaRow, RecordRow, Row
from desktop.text import tooltip_text

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class RecordModel(QAbstractListModel):
    """The rows that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: RowSequence[Row] = RowSequence((), _no_row)

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; the same records in the same order keep the view's place."""
        shown = _sequence(rows)
        if shown and shown.keys == self._rows.keys:
            self._rows = shown
            self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, 0))
            return
        self.beginResetModel()
        self._rows = shown
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """Return the row at an index, or None where there is none."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of a record by its key, invalid where it isn't shown."""
        place = self._rows.place_of(key)
        return self.index(place, 0) if place >= 0 else QModelIndex()

    def neighbour(self, index: Index, step: int) -> QModelIndex:
        """Return the index of the next record in a direction, past headings; the same at the end."""
        place = (index.row() if index.isValid() else (-1 if step > 0 else len(self._rows))) + step
        while 0 <= place < len(self._rows):
            if isinstance(self._rows[place], RecordRow):
                return self.index(place, 0)
            place += step
        return self.index(index.row(), 0) if index.isValid() else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be chosen."""
        if isinstance(self.row(index), AreaRow):
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's title, its spoken form, all of it and why it is there, or the row itself."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken if isinstance(row, RecordRow) else row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text("\n".join(filter(None, (row.title, _why(row)))))  # a narrow row cuts it
        return row if role == ROW_ROLE else None


def _why(row: Row) -> str:
    return row.why if isinstance(row, RecordRow) else ""


def _sequence(rows: Sequence[Row]) -> RowSequence[Row]:
    return rows if isinstance(rows, RowSequence) else RowSequence([row.key for row in rows], rows.__getitem__)


def _no_row(place: int) -> Row:
    raise IndexError(place)
