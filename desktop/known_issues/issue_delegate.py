"""Draws a known issue's row: title and status above, severity, ETA and next update below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.known_issues.issue_rows import IssueRow
from desktop.library.record_delegate import (
    ROW_HEIGHT,
    SMALL_ICON,
    TONE_TOKENS,
    RecordDelegate,
    draw_badge,
    draw_ground,
    draw_line,
    two_lines,
)
from desktop.library.record_model import ROW_ROLE
from desktop.library.trust import Badge
from desktop.look.fonts import BODY, LABEL, sized, with_tabular_figures
from desktop.look.icons import pixmap
from desktop.look.measures import grown
from desktop.look.theme import current_theme
from desktop.widgets.tone import Tone

_MARGIN = 12
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class IssueDelegate(RecordDelegate):
    """Draws issues on two lines; headings as the library does."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """An issue has two lines."""
        if isinstance(index.data(ROW_ROLE), IssueRow):
            return QSize(240, grown(ROW_HEIGHT))
        return super().sizeHint(option, index)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, IssueRow):
            super().paint(painter, option, index)
            return
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option, theme)
        box: QRect = option.rect
        left, right = box.left() + _MARGIN, box.right() - _MARGIN
        upper, lower = two_lines(box, left, right)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        badge = draw_badge(painter, upper, row.badge, option.font, chosen=chosen)
        painter.setPen(theme.qcolor("selected_text" if chosen else "text"))
        draw_line(
            painter, upper.adjusted(0, 0, -badge - 12, 0), sized(option.font, BODY, bold=True), row.title
        )
        for number, detail in enumerate(row.details):
            for piece in (_DOT, detail) if number else (detail,):
                lower.setLeft(lower.left() + self._piece(painter, lower, piece, option) + 8)
        painter.restore()

    def _piece(self, painter: QPainter, box: QRect, detail: Badge, option: QStyleOptionViewItem) -> int:
        """Draw a detail at the left of a box and return its width."""
        theme = current_theme()
        token = TONE_TOKENS[detail.tone]
        font = with_tabular_figures(sized(option.font, LABEL))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(theme.qcolor("selected_text" if chosen else token))
        indent = 0
        if detail.icon:
            scale = painter.device().devicePixelRatioF()
            picture = pixmap(detail.icon, token, SMALL_ICON, scale)
            painter.drawPixmap(box.left(), box.top() + 2, picture)
            indent = grown(SMALL_ICON) + 4
        painter.setFont(font)
        metrics = QFontMetrics(font)
        words = metrics.elidedText(detail.words, Qt.TextElideMode.ElideRight, box.width() - indent)
        painter.drawText(box.adjusted(indent, 0, 0, 0), _LEFT, words)
        return indent + metrics.horizontalAdvance(words)


_DOT = Badge("·", "", Tone.OPEN, "")
