"""The command palette: every command that can be used here, found by a few letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.look.fonts import BODY, LABEL, sized
from desktop.look.icons import pixmap
from desktop.look.measures import grown
from desktop.look.theme import current_theme, set_look
from desktop.text import Label, LineEdit
from desktop.widgets.second_click import take_second_click
from desktop.window import fuzzy

ROW_HEIGHT = 36
_WIDTH, _ROWS = 560, 10
_FEWEST_LETTERS = 3
_NEARER = 4
"""What a step of an entry's weight counts, in the score of a match: some letters less in its title."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette: what it says, its keys and icon, and what it does.

    ``weight`` puts it before others that match as well.
    """

    title: str
    run: Callable[[], object]
    keys: str = ""
    hint: str = ""
    icon: str = ""
    weight: int = 0


class EntryModel(QAbstractListModel):
    """The entries that match, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self._found: list[tuple[int, fuzzy.Match]] = []

    def show(self, entries: Sequence[Entry], letters: str) -> None:
        """Show the entries that match some letters."""
        self.beginResetModel()
        self._entries = entries
        found = fuzzy.best(letters, [entry.title for entry in entries], limit=200)
        self._found = sorted(found, key=lambda hit: -hit[1].score - _NEARER * entries[hit[0]].weight)
        self._found += _by_hint(letters, entries, {number for number, _ in self._found})
        self.endResetModel()

    def entry(self, row: int) -> tuple[Entry, fuzzy.Match]:
        """Return an entry and where it matched."""
        index, found = self._found[row]
        return self._entries[index], found

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Return how many entries match."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an entry's title, or its spoken form."""
        entry, _ = self.entry(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.title, entry.hint, entry.keys) if part)
        return None


def _by_hint(letters: str, entries: Sequence[Entry], known: set[int]) -> list[tuple[int, fuzzy.Match]]:
    """Return the other entries whose hint has the letters: one knows what it does, not what it is called."""
    words = letters.strip().casefold()
    if len(words) < _FEWEST_LETTERS:
        return []
    others = (n for n, entry in enumerate(entries) if n not in known and words in entry.hint.casefold())
    return [(number, fuzzy.Match(0, ())) for number in others]


class CommandPalette(QFrame):
    """A panel over the window with a field and a list; Enter runs, Escape leaves."""

    def __init__(self, window: QWidget, entries: Callable[[], Sequence[Entry]]) -> None:
        super().__init__(window)
        self._window = window
        set_look(self, "palette")
        self.setAccessibleName("Command palette")
        self._entries_now = entries
        self._entries: Sequence[Entry] = ()
        self._before: QWidget | None = None
        self.field = LineEdit(placeholder="Find a command")
        set_look(self.field, "bare")
        self.field.setAccessibleName("Find a command")
        self.field.textChanged.connect(self._letters_changed)
        self.field.installEventFilter(self)
        self.model = EntryModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_EntryDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._run_clicked)
        self.list.setMouseTracking(True)
        self.nothing = Label("No command has these letters.", "muted")
        self.nothing.setContentsMargins(12, 8, 12, 12)
        self._lay_out()
        self.hide()

    def open(self) -> None:
        """Show the palette over the window, empty, with the cursor in it."""
        self._before = self.window().focusWidget()
        self._entries = self._entries_now()
        self.field.clear()
        self._letters_changed("")
        self.reposition()
        self.show()
        self.raise_()
        self.field.setFocus()

    def close_palette(self) -> None:
        """Hide it and give the focus back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self._before = None

    def reposition(self) -> None:
        """Stand in the upper middle of the window."""
        window = self._window
        rows = max(1, min(_ROWS, self.model.rowCount()))
        width = min(grown(_WIDTH), window.width() - 32)
        height = min(grown(56) + rows * grown(ROW_HEIGHT) + 8, window.height() - 96)
        self.setGeometry((window.width() - width) // 2, 72, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrow keys move the choice while the field keeps the cursor."""
        if watched is not self.field:
            return False
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if event.key() == Qt.Key.Key_Escape:
            self.close_palette()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex())
        elif event.key() in step:
            self._move(step[Qt.Key(event.key())])
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        rows = self.model.rowCount()
        if rows:
            row = self.list.currentIndex().row() + step
            # One step past an end goes round; a page stops there.
            row = row % rows if abs(step) == 1 else max(0, min(rows - 1, row))
            self.list.setCurrentIndex(self.model.index(row, 0))

    def _letters_changed(self, letters: str) -> None:
        self.model.show(self._entries, letters)
        found = self.model.rowCount() > 0
        self.list.setVisible(found)
        self.nothing.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self.model.index(0, 0))
        self.reposition()

    def _run_clicked(self, index: Index) -> None:
        take_second_click(self)
        self._run(index)

    def _run(self, index: Index) -> None:
        if not index.isValid():
            return
        entry, _ = self.model.entry(index.row())
        self.close_palette()
        entry.run()

    def _lay_out(self) -> None:
        line = QFrame()
        set_look(line, "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        for widget in (self.field, line, self.list, self.nothing):
            column.addWidget(widget)


class _EntryDelegate(QStyledItemDelegate):
    """Draws an entry: icon, title with the matched letters in bold, hint, keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, grown(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, EntryModel)
        entry, found = model.entry(index.row())
        theme = current_theme()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font: QFont = option.font
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.qcolor("selected" if chosen else "hover"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 6, 6)
        ink = theme.qcolor("selected_text" if chosen else "text")
        quiet = ink if chosen else theme.qcolor("muted")
        if entry.icon:
            scale = painter.device().devicePixelRatioF()
            top = box.center().y() - grown(16) // 2 + 1
            painter.drawPixmap(box.left() + 10, top, pixmap(entry.icon, "muted", 16, scale))
        painter.setPen(ink)
        indent = 20 + grown(16) if entry.icon else 12
        left = self._title(painter, box.adjusted(indent, 0, -12, 0), font, entry.title, found.marks)
        painter.setPen(quiet)
        painter.setFont(sized(font, LABEL))
        keys = painter.fontMetrics().horizontalAdvance(entry.keys)
        painter.drawText(box.adjusted(0, 0, -12, 0), _RIGHT, entry.keys)
        room = box.right() - 24 - keys - left - 12
        hint = painter.fontMetrics().elidedText(entry.hint, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left + 12, box.top(), max(0, room), box.height()), _LEFT, hint)
        painter.restore()

    def _title(self, painter: QPainter, box: QRect, font: QFont, title: str, marks: tuple[int, ...]) -> int:
        """Draw the title and return where it ends."""
        left = box.left()
        marked = set(marks)
        regular, bold = sized(font, BODY), sized(font, BODY, bold=True)
        for run, is_bold in _runs(title, marked):
            painter.setFont(bold if is_bold else regular)
            width = painter.fontMetrics().horizontalAdvance(run)
            painter.drawText(QRect(left, box.top(), width + 2, box.height()), _LEFT, run)
            left += width
        return left


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def _runs(title: str, marked: set[int]) -> list[tuple[str, bool]]:
    """Return a title as stretches that are marked or not."""
    runs: list[tuple[str, bool]] = []
    for offset, letter in enumerate(title):
        is_marked = offset in marked
        if runs and runs[-1][1] == is_marked:
            runs[-1] = (runs[-1][0] + letter, is_marked)
        else:
            runs.append((letter, is_marked))
    return runs
