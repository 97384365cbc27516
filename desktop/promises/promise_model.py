"""Qt's model of Promises: headings, and the promises below them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.promises.rows import Group, GroupOfRows, PromiseRow
from desktop.text import tooltip_text

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class Heading:
    """A heading with the number of promises below it."""

    __slots__ = ("count", "group")

    def __init__(self, group: Group, count: int) -> None:
        self.group, self.count = group, count

    @property
    def spoken(self) -> str:
        """The heading as it is shown and said."""
        return f"{self.group.value}, {self.count}"


class PromiseModel(QAbstractListModel):
    """The entries that are shown. A heading can't be chosen; the same entries keep the view's place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Heading | PromiseRow] = []

    def show(self, groups: Sequence[GroupOfRows]) -> None:
        """Show these groups."""
        before, entries = self._keys(), _entries(groups)
        if before and before == [_key(entry) for entry in entries]:
            self._entries = entries
            self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, 0))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def row(self, index: Index) -> PromiseRow | None:
        """Return the promise at an index, or None at a heading or nowhere."""
        entry = self._entry(index)
        return entry if isinstance(entry, PromiseRow) else None

    def index_of(self, promise_id: int) -> QModelIndex:
        """Return the index of a promise, invalid where it isn't shown."""
        return next((self.index(at, 0) for at, id in self._promises() if id == promise_id), QModelIndex())

    def first(self) -> QModelIndex:
        """Return the index of the first promise."""
        return next((self.index(at, 0) for at, _ in self._promises()), QModelIndex())

    def last(self) -> QModelIndex:
        """Return the index of the last promise."""
        return self.index(len(self._entries) - 1, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Return how many entries are shown, with the headings."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is passed over by keys and clicks."""
        return Qt.ItemFlag.NoItemFlags if self.row(index) is None else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an entry's words, its spoken form, or the entry itself."""
        entry = self._entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words if isinstance(entry, PromiseRow) else entry.spoken
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken
        if role == Qt.ItemDataRole.ToolTipRole:  # a narrow row cuts the words
            return tooltip_text(entry.words) if isinstance(entry, PromiseRow) else None
        return entry if role == ENTRY_ROLE else None

    def _entry(self, index: Index) -> Heading | PromiseRow | None:
        return self._entries[index.row()] if index.isValid() and index.row() < len(self._entries) else None

    def _promises(self) -> list[tuple[int, int]]:
        return [(at, entry.id) for at, entry in enumerate(self._entries) if isinstance(entry, PromiseRow)]

    def _keys(self) -> list[object]:
        return [_key(entry) for entry in self._entries]


def _entries(groups: Sequence[GroupOfRows]) -> list[Heading | PromiseRow]:
    entries: list[Heading | PromiseRow] = []
    for group in groups:
        entries += [Heading(group.group, len(group.rows)), *group.rows]
    return entries


def _key(entry: Heading | PromiseRow) -> object:
    return entry.group if isinstance(entry, Heading) else entry.id
