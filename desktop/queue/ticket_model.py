"""Qt's model of the queue's rows."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.queue.rows import TicketRow
from desktop.text import tooltip_text

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class TicketModel(QAbstractListModel):
    """The rows that are shown. A change of the same tickets keeps the view's place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TicketRow] = []

    def show(self, rows: Sequence[TicketRow]) -> None:
        """Show these rows."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, index: Index) -> TicketRow | None:
        """Return the row at an index, or None where there is none."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, ticket_id: int) -> QModelIndex:
        """Return the index of a ticket, invalid where it isn't shown."""
        numbers = [row.id for row in self._rows]
        return self.index(numbers.index(ticket_id), 0) if ticket_id in numbers else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Return how many tickets are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's subject, its spoken form, all of it for a tooltip, or the row itself."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.customer}  {row.subject}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:  # what a narrow row cuts, and what it leaves out
            return tooltip_text(f"{row.customer}\n{row.subject}\n{row.received}")
        return row if role == ROW_ROLE else None
