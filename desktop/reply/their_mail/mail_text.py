"""The customer's mail as text: own lines in full ink, the rest dimmed, questions in the margin."""

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from composer.questions.answer_state import State
from desktop.look.fonts import sized
from desktop.look.measures import grown
from desktop.look.theme import current_theme
from desktop.offsets import Offsets
from desktop.reply.paper.margin import MarginMark, positions_in_view
from desktop.reply.paper.measured_text import AIR, MeasuredText
from desktop.reply.paper.underline_paint import x_of
from desktop.reply.their_mail.mail_page import MailPage, QuestionBadge, Run, mail_page

_CAPTION = 20
_FLASH_MS = 900


class MailText(MeasuredText):
    """Shows the lines of a mail; ``badge_pressed`` carries a question's id, ``fold_pressed`` a run,
    ``escaped`` asks for the draft."""

    badge_pressed = Signal(str)
    fold_pressed = Signal(int)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName("Their mail")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._page = mail_page(())
        self._page_offsets = Offsets("")
        self._badges: tuple[QuestionBadge, ...] = ()
        self._flash: tuple[int, int] | None = None
        self._flash_end = QTimer(self, singleShot=True, interval=_FLASH_MS)
        self._flash_end.timeout.connect(self._flash_over)
        self.margin_area.pressed.connect(self._mark_pressed)

    def show_page(self, page: MailPage) -> None:
        """Show a mail's lines, staying where one was reading."""
        seen = self.verticalScrollBar().value()
        self._page, self._page_offsets = page, Offsets(page.text)
        self.open_text(page.text)
        self.verticalScrollBar().setValue(seen)
        self._show_marks()

    def show_badges(self, badges: tuple[QuestionBadge, ...]) -> None:
        """Show the questions' numbers beside their lines."""
        self._badges = badges
        self._show_marks()
        self.viewport().update()

    def show_question(self, start: int, end: int) -> None:
        """Bring a question into view and mark it for a moment; who comes here next finds the cursor at it."""
        if not self.textCursor().hasSelection():
            self.setTextCursor(self.cursor_on(start, start))
        self.bring_into_view(start, end)
        self._flash = (start, end)
        self._flash_end.start()
        self.viewport().update()

    def theme_changed(self) -> None:
        """Take the theme's inks anew."""
        self.document().setLayoutEnabled(False)
        self._dress_text()
        self.document().setLayoutEnabled(True)
        self.margin_area.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show by a line in the margin that the keyboard is here."""
        super().focusInEvent(event)
        self.margin_area.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the line away."""
        super().focusOutEvent(event)
        self.margin_area.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the answer of the question at the cursor, or folds the lines there; Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not self._enter():
            super().keyPressEvent(event)

    def _enter(self) -> bool:
        """Do what Enter does at the cursor; tell whether there was something."""
        at = self.cursor_offset()
        badge = next((b for b in self._badges if b.at <= at <= b.end), None)
        row = self.textCursor().blockNumber()
        run = next((run for run in self._page.runs if run.foldable and run.first <= row <= run.last), None)
        if badge is not None:
            self.badge_pressed.emit(badge.question.id)
        elif run is not None:
            self.fold_pressed.emit(run.number)
        return badge is not None or run is not None

    def place_at(self, point: QPointF) -> int:
        """Return the offset on the page under a point of the viewport."""
        return self._page_offsets.from_utf16(self.cursorForPosition(point.toPoint()).position())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks of questions, the text, and the captions of its runs."""
        painter = QPainter(self.viewport())
        self._paint_questions(painter)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_captions(painter)
        painter.end()

    def _dress_text(self) -> None:
        """Dim what is not the writer's own, and leave room for the captions of runs."""
        theme = current_theme()
        own, dim = QTextCharFormat(), QTextCharFormat()
        own.setForeground(theme.qcolor("text"))
        dim.setForeground(theme.qcolor("muted"))
        cursor = QTextCursor(self.document())
        for run in self._page.runs:
            first = self.document().findBlockByNumber(run.first)
            last = self.document().findBlockByNumber(run.last)
            cursor.setPosition(first.position())
            cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(dim if run.words else own)
            cursor.setPosition(first.position())
            room = QTextBlockFormat()
            room.setTopMargin(grown(_CAPTION) if run.first and _has_caption(run) else 0)
            cursor.mergeBlockFormat(room)
        self._leave_room_above()

    def _leave_room_above(self) -> None:
        """Leave room for a caption of the first run: Qt gives the first block no margin of its own."""
        frame = self.document().rootFrame().frameFormat()
        captioned = bool(self._page.runs) and _has_caption(self._page.runs[0])
        frame.setTopMargin(AIR + grown(_CAPTION) if captioned else AIR)
        self.document().rootFrame().setFrameFormat(frame)

    def _show_marks(self) -> None:
        to_utf16 = self._page_offsets.to_utf16
        badges = [
            MarginMark(to_utf16(b.at), b.question.id, b.spoken, b.question.number, b.state)
            for b in self._badges
        ]
        folds = [
            MarginMark(
                to_utf16(self._page.rows[run.first].at),
                f"fold:{run.number}",
                "Show these lines" if run.folded else f"Fold {run.lines} {run.words} lines",
                fold="chevron-right" if run.folded else "chevron-down",
            )
            for run in self._page.runs
            if run.foldable
        ]
        self.margin_area.show_marks((*badges, *folds))

    def _mark_pressed(self, id: str) -> None:
        if id.startswith("fold:"):
            self.fold_pressed.emit(int(id.removeprefix("fold:")))
        else:
            self.badge_pressed.emit(id)

    def _flash_over(self) -> None:
        self._flash = None
        self.viewport().update()

    def _paint_questions(self, painter: QPainter) -> None:
        """A soft ground under questions: those still open, and the one just gone to."""
        theme = current_theme()
        for badge in self._badges:
            if badge.state is State.UNANSWERED:
                self._paint_ground(painter, badge.at, badge.end, theme.qcolor("accent_soft"))
        if self._flash is not None:
            self._paint_ground(painter, *self._flash, theme.qcolor("mark"))

    def _paint_ground(self, painter: QPainter, start: int, end: int, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for box in self._boxes_of(start, end):
            painter.drawRoundedRect(box.adjusted(-2, -1, 2, 2), 3, 3)

    def _boxes_of(self, start: int, end: int) -> list[QRectF]:
        """Return a box for each line that a span covers, in the viewport."""
        first, last = self._page_offsets.span_to_utf16(start, end)
        seen_from, seen_to = positions_in_view(self)
        if last < seen_from or first > seen_to:
            return []
        layout = self.document().documentLayout()
        scrolled = QPointF(0, self.verticalScrollBar().value())
        boxes = []
        block = self.document().findBlock(first)
        while block.isValid() and block.position() < last:
            top_left = layout.blockBoundingRect(block).topLeft() - scrolled
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                begin = max(first - block.position(), line.textStart())
                finish = min(last - block.position(), line.textStart() + line.textLength())
                if begin < finish:
                    left, right = x_of(line, begin), x_of(line, finish)
                    height = line.ascent() + line.descent()
                    boxes.append(QRectF(left, line.y(), right - left, height).translated(top_left))
            block = block.next()
        return boxes

    def _paint_captions(self, painter: QPainter) -> None:
        layout = self.document().documentLayout()
        scrolled, height = self.verticalScrollBar().value(), grown(_CAPTION)
        painter.setPen(current_theme().qcolor("muted"))
        painter.setFont(sized(self.font(), 11, bold=True))
        seen_from, seen_to = positions_in_view(self)
        for run in self._page.runs:
            block = self.document().findBlockByNumber(run.first)
            if not _has_caption(run) or not seen_from <= block.position() <= seen_to:
                continue
            top = layout.blockBoundingRect(block).top() - scrolled
            caption = QRectF(0, top - height + 2, self.viewport().width(), height - 4)
            painter.drawText(caption, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, run.words)


def _has_caption(run: Run) -> bool:
    return bool(run.words) and not run.folded
