"""Draws one row of the queue: status, customer, subject, questions, age."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from composer.tickets.ticket import TicketStatus
from desktop.look.fonts import BODY, LABEL, sized, with_tabular_figures
from desktop.look.icons import pixmap
from desktop.look.measures import grown
from desktop.look.theme import Theme, current_theme
from desktop.queue.rows import TicketRow
from desktop.queue.ticket_model import ROW_ROLE
from desktop.widgets.row_ground import draw_row_ground

ROW_HEIGHT = 32
CUSTOMER_WIDTH, BADGE_WIDTH, AGE_WIDTH = 190, 64, 56
_MARGIN, _ICON, _RING = 12, 16, 14
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)

# status: (icon, colour token); each also differs in shape, and has its words in the row's spoken form
STATUS_ICONS = {
    TicketStatus.OPEN: ("mail", "accent"),
    TicketStatus.REPLIED: ("reply", "muted"),
    TicketStatus.CLOSED: ("check", "muted"),
}


class RowDelegate(QStyledItemDelegate):
    """Draws rows of one line on the theme's colours."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row has the same height."""
        return QSize(400, grown(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, TicketRow):
            return
        theme = current_theme()
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_row_ground(painter, option)
        ink = theme.qcolor("selected_text" if chosen else "text")
        quiet = theme.qcolor("selected_text" if chosen else "muted")
        self._icon(painter, box, row)
        font: QFont = option.font
        is_open = row.status is TicketStatus.OPEN
        left = box.left() + _MARGIN + grown(_ICON) + 10
        customer = QRect(left, box.top(), grown(CUSTOMER_WIDTH), box.height())
        _text(painter, customer, sized(font, BODY, bold=is_open), ink if is_open else quiet, row.customer)
        right = box.right() - _MARGIN
        age_width, badge_width = grown(AGE_WIDTH), grown(BADGE_WIDTH)
        age = QRect(right - age_width, box.top(), age_width, box.height())
        figures = with_tabular_figures(sized(font, LABEL))
        _text(painter, age, figures, quiet, row.age, _RIGHT)
        badge = QRect(age.left() - badge_width, box.top(), badge_width, box.height())
        self._badge(painter, badge, row, figures, theme, chosen=chosen)
        subject = QRect(customer.right() + 16, box.top(), badge.left() - customer.right() - 28, box.height())
        words = f"{row.subject}  · {row.mails} mails" if row.mails > 1 else row.subject
        _text(painter, subject, sized(font, BODY), ink if is_open else quiet, words)
        painter.restore()

    def _icon(self, painter: QPainter, box: QRect, row: TicketRow) -> None:
        name, token = STATUS_ICONS[row.status]
        scale = painter.device().devicePixelRatioF()
        top = box.top() + (box.height() - grown(_ICON)) // 2
        painter.drawPixmap(box.left() + _MARGIN, top, pixmap(name, token, _ICON, scale))

    def _badge(
        self, painter: QPainter, box: QRect, row: TicketRow, font: QFont, theme: Theme, *, chosen: bool
    ) -> None:
        """The questions: a ring that fills, and the count; a check mark when all are answered."""
        if not row.questions:
            return
        done = row.answered == row.questions
        token = "ok" if done else "muted"
        name = "check" if done else "half" if row.answered else "circle"
        scale = painter.device().devicePixelRatioF()
        left = box.left()
        top = box.top() + (box.height() - grown(_RING)) // 2
        painter.drawPixmap(left, top, pixmap(name, token, _RING, scale))
        ink = theme.qcolor("selected_text" if chosen else token)
        words = QRect(left + grown(_RING) + 6, box.top(), box.width() - grown(_RING) - 6, box.height())
        _text(painter, words, font, ink, row.badge)


def _text(
    painter: QPainter, box: QRect, font: QFont, ink: QColor, words: str, alignment: int = _LEFT
) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    flat = " ".join(words[:400].split()) if alignment == _LEFT else words
    painter.drawText(
        box, alignment, painter.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, box.width())
    )
