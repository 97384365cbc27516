"""Draws the report's lists: headings; lines with an icon, words at the left and a value at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.look.fonts import BODY, LABEL, sized, with_tabular_figures
from desktop.look.icons import pixmap
from desktop.look.measures import grown
from desktop.look.theme import current_theme
from desktop.report.line_model import ENTRY_ROLE, Heading, is_tall
from desktop.report.lines import Line
from desktop.text import one_line
from desktop.widgets.row_ground import draw_row_ground
from desktop.widgets.tone import Tone

TALL_HEIGHT, LOW_HEIGHT, HEADING_HEIGHT = 48, 32, 36
_MARGIN, _ICON, _GAP, _LINE = 12, 16, 12, 18
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)
_INKS = {Tone.OK: "ok", Tone.OPEN: "muted", Tone.WARN: "warn", Tone.STOP: "stop"}


class LineDelegate(QStyledItemDelegate):
    """Draws on the theme's colours; what a tone says, the words beside it say too."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A line without a second line of text is lower."""
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Heading):
            return QSize(320, grown(HEADING_HEIGHT))
        tall = isinstance(entry, Line) and is_tall(entry)
        return QSize(320, grown(TALL_HEIGHT if tall else LOW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw an entry."""
        entry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, Heading):
            _draw_heading(painter, option.rect, option.font, entry)
        elif isinstance(entry, Line):
            draw_row_ground(painter, option)
            _DrawnLine(painter, option, entry).draw()
        painter.restore()


class _DrawnLine:
    """One line while it is being drawn."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        self._painter, self._line, self._font = painter, line, option.font
        self._box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ink, self._quiet = ("selected_text", "selected_text") if chosen else ("text", "muted")
        # On the ground of a chosen row a status ink would lose its contrast; icon and words say it still.
        self._tone = "selected_text" if chosen else _INKS[line.tone]

    def draw(self) -> None:
        """Draw what stands at the right, which has its width, then the words, which take the rest."""
        box, line = self._box, self._line
        left = box.left() + _MARGIN + grown(_ICON) + 10
        right = box.right() - _MARGIN
        self._draw_icon()
        rows = 2 if is_tall(line) else 1
        value = self._right(right, right - left, self._row(0, rows), line.value, self._ink, BODY, bold=True)
        self._text(left, right - value - left, self._row(0, rows), line.title, self._ink, BODY)
        if rows == 2:
            second = self._row(1, rows)
            remark = self._right(right, right - left, second, line.remark, self._tone, LABEL)
            self._text(left, right - remark - left, second, line.note, self._quiet, LABEL)

    def _draw_icon(self) -> None:
        if not self._line.icon:
            return
        scale = self._painter.device().devicePixelRatioF()
        picture = pixmap(self._line.icon, _INKS[self._line.tone], _ICON, scale)
        top = self._row(0, 2 if is_tall(self._line) else 1) + (grown(_LINE) - grown(_ICON)) // 2
        self._painter.drawPixmap(self._box.left() + _MARGIN, top, picture)

    def _row(self, row: int, rows: int) -> int:
        """Return the top of a row of text."""
        return self._box.top() + (self._box.height() - rows * grown(_LINE)) // 2 + row * grown(_LINE)

    def _right(
        self, right: int, most: int, top: int, words: str, token: str, measure: int, *, bold: bool = False
    ) -> int:
        """Draw words that end at ``right`` and return the width that they take, with a gap."""
        if not words:
            return 0
        self._take(token, measure, bold=bold)
        # The words at the left keep two fifths of the line, whatever stands here.
        width = min(self._painter.fontMetrics().horizontalAdvance(words) + 2, most * 3 // 5)
        box = QRect(right - width, top, width, grown(_LINE))
        self._painter.drawText(box, _RIGHT, one_line(self._painter.fontMetrics(), words, width))
        return width + _GAP

    def _text(self, left: int, width: int, top: int, words: str, token: str, measure: int) -> None:
        self._take(token, measure)
        box = QRect(left, top, width, grown(_LINE))
        self._painter.drawText(box, _LEFT, one_line(self._painter.fontMetrics(), words, width))

    def _take(self, token: str, measure: int, *, bold: bool = False) -> None:
        self._painter.setFont(with_tabular_figures(sized(self._font, measure, bold=bold)))
        self._painter.setPen(current_theme().qcolor(token))


def _draw_heading(painter: QPainter, box: QRect, font: QFont, heading: Heading) -> None:
    theme = current_theme()
    top = box.bottom() - 5 - grown(_LINE)
    line = QRect(box.left() + _MARGIN, top, box.width() - 2 * _MARGIN, grown(_LINE))
    painter.setFont(with_tabular_figures(sized(font, LABEL, bold=True)))
    painter.setPen(theme.qcolor("muted"))
    words = one_line(painter.fontMetrics(), heading.words, line.width() - 40)
    painter.drawText(line, _LEFT, words)
    if heading.count:
        shift = painter.fontMetrics().horizontalAdvance(words) + 8
        painter.setFont(with_tabular_figures(sized(font, LABEL)))
        painter.drawText(line.adjusted(shift, 0, 0, 0), _LEFT, str(heading.count))
    painter.setPen(theme.qcolor("border"))
    painter.drawLine(line.left(), box.bottom() - 2, line.right(), box.bottom() - 2)
