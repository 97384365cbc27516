"""The margin at the left of a text: badges of questions, captions and folds of quoted runs."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from composer.questions.answer_state import State
from desktop.look.icons import pixmap
from desktop.look.measures import grown
from desktop.look.theme import current_theme
from desktop.reply.paper.badge_paint import DIAMETER, paint_badge
from desktop.text import tooltip_text

WIDTH = 36
_LEFT = 8


@dataclass(frozen=True, slots=True)
class MarginMark:
    """Something in the margin at a position of the document (UTF-16): a badge, or a fold's arrow."""

    position: int
    id: str
    spoken: str
    number: int = 0
    state: State = State.UNANSWERED
    fold: str = ""


class Margin(QWidget):
    """Paints marks beside the lines they stand at; ``pressed`` carries a mark's id."""

    pressed = Signal(str)

    def __init__(self, text: QTextEdit) -> None:
        super().__init__(text)
        self._text = text
        self._marks: tuple[MarginMark, ...] = ()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        text.verticalScrollBar().valueChanged.connect(self._follow)
        text.document().documentLayout().update.connect(self._follow)
        text.document().documentLayout().documentSizeChanged.connect(self._follow)

    def show_marks(self, marks: tuple[MarginMark, ...]) -> None:
        """Show these marks."""
        self._marks = marks
        self.update()

    @property
    def marks(self) -> tuple[MarginMark, ...]:
        """The marks that are shown."""
        return self._marks

    def sizeHint(self) -> QSize:
        """As wide as a badge with air around it."""
        return QSize(grown(WIDTH), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks that can be seen."""
        painter = QPainter(self)
        theme = current_theme()
        painter.fillRect(event.rect(), theme.qcolor("page"))
        if self._text.isReadOnly() and self._text.hasFocus():
            painter.fillRect(QRectF(0, 0, 2, self.height()), theme.qcolor("accent"))
        for mark, box in self._boxes():
            if not box.intersects(QRectF(event.rect())):
                continue
            if mark.fold:
                picture = pixmap(mark.fold, "muted", 14, self.devicePixelRatioF())
                painter.drawPixmap(QPoint(round(box.left()) + 3, round(box.top()) + 3), picture)
            else:
                paint_badge(painter, box, mark.number, mark.state, theme, self.font())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which mark was pressed."""
        mark = self._mark_at(event.position().toPoint())
        if mark is not None:
            self.pressed.emit(mark.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that marks can be pressed."""
        over = self._mark_at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Say what a mark means when the mouse rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._mark_at(event.pos())
            self.setToolTip(tooltip_text(mark.spoken) if mark else "")
        return super().event(event)

    def _follow(self, *_: object) -> None:
        self.update()

    def _mark_at(self, point: QPoint) -> MarginMark | None:
        grown = 4
        for mark, box in self._boxes():
            if box.adjusted(-grown, -grown, grown, grown).contains(point):
                return mark
        return None

    def _boxes(self) -> list[tuple[MarginMark, QRectF]]:
        """Return the marks with their boxes; one that has no room beside its line stands below the other."""
        boxes = []
        cursor = QTextCursor(self._text.document())
        last = max(0, self._text.document().characterCount() - 1)
        size = grown(DIAMETER)
        free_from = float("-inf")
        for mark in self._marks_in_view():
            cursor.setPosition(min(mark.position, last))
            line = self._text.cursorRect(cursor)
            top = line.center().y() - size / 2 + self._text.viewport().y() - self.y()
            top = max(top, free_from)
            free_from = top + size + 2
            boxes.append((mark, QRectF(self.width() - _LEFT - size, top, size, size)))
        return boxes

    def _marks_in_view(self) -> list[MarginMark]:
        """Return the marks near the view: to place a far one, Qt lays out all the text before it."""
        first, last = positions_in_view(self._text)
        near = [mark for mark in self._marks if first <= mark.position <= last]
        return sorted(near, key=lambda mark: (mark.position, mark.number))


def positions_in_view(text: QTextEdit) -> tuple[int, int]:
    """Return where the first block in view begins and the last one ends, as Qt's positions."""
    first = text.cursorForPosition(QPoint(0, 0)).block()
    last = text.cursorForPosition(QPoint(0, text.viewport().height())).block()
    return first.position(), last.position() + last.length()
