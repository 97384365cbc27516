"""Qt's model of a list of the report: headings, and the lines below them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.report.lines import Line
from desktop.text import tooltip_text

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``count`` is how many lines stand below it, where that is to be shown."""

    words: str
    count: int = 0

    @property
    def spoken(self) -> str:
        """The heading as it is said."""
        return f"{self.words}, {self.count}" if self.count else self.words


class LineModel(QAbstractListModel):
    """The entries that are shown. A heading can't be chosen; the same entries keep the view's place."""

    def __init__(self, parent: QObject | None = None, *, counts_below: bool = False) -> None:
        super().__init__(parent)
        self._entries: list[Heading | Line] = []
        self._counts_below = counts_below

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines, those of one heading below it."""
        before, entries = self._keys(), self._with_headings(lines)
        if before and before == [_key(entry) for entry in entries]:
            self._entries = entries
            self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, 0))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    @property
    def is_even(self) -> bool:
        """Whether all entries are lines of one height."""
        lines = [entry for entry in self._entries if isinstance(entry, Line)]
        return len(lines) == len(self._entries) and all(is_tall(line) for line in lines)

    def line(self, index: Index) -> Line | None:
        """Return the line at an index, or None at a heading or nowhere."""
        entry = self._entry(index)
        return entry if isinstance(entry, Line) else None

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of the first line with a key, invalid where it isn't shown."""
        return next((self.index(at, 0) for at, line in self._lines() if line.key == key), QModelIndex())

    def first(self) -> QModelIndex:
        """Return the index of the first line."""
        return next((self.index(at, 0) for at, _ in self._lines()), QModelIndex())

    def last(self) -> QModelIndex:
        """Return the index of the last line."""
        return self.index(len(self._entries) - 1, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Return how many entries are shown, with the headings."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is passed over by keys and clicks."""
        return Qt.ItemFlag.NoItemFlags if self.line(index) is None else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an entry's words, its spoken form, or the entry itself."""
        entry = self._entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title if isinstance(entry, Line) else entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken
        if role == Qt.ItemDataRole.ToolTipRole:  # a narrow line cuts its words
            return tooltip_text(_whole(entry)) if isinstance(entry, Line) else None
        return entry if role == ENTRY_ROLE else None

    def _entry(self, index: Index) -> Heading | Line | None:
        return self._entries[index.row()] if index.isValid() and index.row() < len(self._entries) else None

    def _lines(self) -> list[tuple[int, Line]]:
        return [(at, entry) for at, entry in enumerate(self._entries) if isinstance(entry, Line)]

    def _keys(self) -> list[object]:
        return [_key(entry) for entry in self._entries]

    def _with_headings(self, lines: Sequence[Line]) -> list[Heading | Line]:
        entries: list[Heading | Line] = []
        for heading, below in groupby(lines, key=lambda line: line.heading):
            group = list(below)
            if heading:
                entries.append(Heading(heading, len(group) if self._counts_below else 0))
            entries += group
        return entries


def is_tall(line: Line) -> bool:
    """Tell whether a line has two lines of text."""
    return bool(line.note or line.remark)


def _key(entry: Heading | Line) -> object:
    return entry.words if isinstance(entry, Heading) else (entry.key, is_tall(entry))


def _whole(line: Line) -> str:
    return "\n".join(filter(None, (line.title, line.note)))
