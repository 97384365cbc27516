"""The list that opens at the cursor for ``??`` and ``//``; the keyboard stays in the text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.look.fonts import BODY, LABEL, sized
from desktop.look.icons import pixmap
from desktop.look.measures import grown
from desktop.look.theme import current_theme
from desktop.reply.knowledge.suggestion_card import KIND_ICONS
from desktop.reply.suggestions import SuggestionCard
from desktop.text import Label, one_line
from desktop.widgets.cursor_list import CursorList

_WIDTH = 440
_ROW = 50
_MOST_ROWS = 6
_CARD = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class FetchList(CursorList):
    """Shows choices below the cursor; ``chosen`` carries a place in the list."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0
        self.list: QListWidget = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_ChoiceRow(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda item: self.chosen.emit(self.list.row(item)))
        self.words = Label("", "muted", wrap=True)
        self.help = Label("", "label")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.list)
        column.addWidget(self.help)
        self.words.setContentsMargins(6, 4, 6, 0)
        self.help.setContentsMargins(6, 0, 6, 0)

    def show_choices(self, cards: tuple[SuggestionCard, ...], sentence: str) -> None:
        """Show these choices below a sentence, if there is one; the first choice is marked."""
        self.list.clear()
        for card in cards:
            item = QListWidgetItem(card.title)
            item.setData(_CARD, card)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{card.title}, {card.badge}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(cards))
        self.words.setVisible(bool(sentence))
        self.words.setText(sentence)
        self.help.setText("Enter inserts · Esc keeps what you typed" if cards else "Esc keeps what you typed")
        self._count = len(cards)

    def open_below(self, below: QPoint, line_height: int) -> None:
        """Open at a point of the screen: below it or above the line, where there is more room."""
        parent = self.over
        self.setFixedWidth(min(grown(_WIDTH), parent.width() - 24))
        point = parent.mapFromGlobal(below) + QPoint(0, 4)
        room_below = parent.height() - point.y() - 8
        room_above = point.y() - line_height - 16
        goes_below = room_below >= min(self._wanted_height(), room_above)
        self._fit(room_below if goes_below else room_above)
        if not goes_below:
            point.setY(room_above + 8 - self.height())
        point.setX(max(12, min(point.x(), parent.width() - self.width() - 12)))
        self.move(point)
        self.raise_()
        self.show()

    def _wanted_height(self) -> int:
        return min(self._count, _MOST_ROWS) * self._row_height() + self._frame_height()

    def _row_height(self) -> int:
        return max(1, self.list.sizeHintForRow(0))

    def _frame_height(self) -> int:
        """What stands around the rows: margins, the sentence and the help."""
        inner = self.width() - 12
        said = self.words.heightForWidth(inner) + 4 if self.words.text() else 0
        return said + self.help.sizeHint().height() + 24

    def _fit(self, room: int) -> None:
        """Show as many rows as there is room for, at least one."""
        row = self._row_height()
        rows = max(1, min(self._count, _MOST_ROWS, (room - self._frame_height()) // row))
        self.list.setFixedHeight(rows * row + 4 if self._count else 0)
        self.adjustSize()

    def has_choice(self) -> bool:
        """Tell whether there is something to insert."""
        return self.list.count() > 0

    def move_choice(self, step: int) -> None:
        """Mark the next choice, or the one before; behind the last comes the first."""
        self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())

    def choose(self) -> None:
        """Insert the marked choice."""
        self.chosen.emit(self.list.currentRow())


class _ChoiceRow(QStyledItemDelegate):
    """Paints a choice: icon, title and badge above, the passage below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Every row is as high as the next."""
        return QSize(grown(_WIDTH) - 20, grown(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one choice."""
        card = index.data(_CARD)
        theme = current_theme()
        box = option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.qcolor("selected"))
            painter.drawRoundedRect(box, 6, 6)
        picture = pixmap(KIND_ICONS[card.hit.kind], "muted", 16, painter.device().devicePixelRatioF())
        painter.drawPixmap(box.left() + 8, box.top() + grown(7), picture)
        small, bold = sized(painter.font(), LABEL), sized(painter.font(), BODY, bold=True)
        right = QFontMetrics(small).horizontalAdvance(card.badge) + 12
        top = Qt.AlignmentFlag.AlignTop
        indent = 16 + grown(16)
        title = box.adjusted(indent, grown(5), -right - 8, 0)
        painter.setFont(bold)
        painter.setPen(theme.qcolor("text"))
        painter.drawText(
            title, Qt.AlignmentFlag.AlignTop, one_line(QFontMetrics(bold), card.title, title.width())
        )
        painter.setFont(small)
        painter.setPen(theme.qcolor("muted"))
        badge = box.adjusted(0, grown(6), -10, 0)
        painter.drawText(badge, top | Qt.AlignmentFlag.AlignRight, card.badge)
        words = box.adjusted(indent, grown(25), -10, 0)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignTop, one_line(QFontMetrics(small), card.excerpt, words.width())
        )
        painter.restore()
