"""Draws the entries of Promises: headings, and promises on two lines."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.look.fonts import BODY, LABEL, sized, with_tabular_figures
from desktop.look.icons import pixmap
from desktop.look.measures import grown
from desktop.look.theme import current_theme
from desktop.promises.promise_model import ENTRY_ROLE, Heading
from desktop.promises.rows import Group, PromiseRow
from desktop.text import one_line
from desktop.widgets.row_ground import draw_row_ground

ROW_HEIGHT, HEADING_HEIGHT = 52, 40
DUE_WIDTH, OWNER_WIDTH = 192, 120
_ROOM_FOR_OWNER = 720
_MARGIN, _ICON, _GAP = 12, 16, 16
_LINE = 20
_NOT_TOLD = "Not told yet"
_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)

# heading: (icon, colour token); the words beside it say the same
GROUP_ICONS = {
    Group.OVERDUE: ("stop", "stop"),
    Group.TODAY: ("clock", "warn"),
    Group.WEEK: ("promise", "muted"),
    Group.LATER: ("promise", "muted"),
    Group.WAITING: ("half", "muted"),
    Group.UNDATED: ("question", "muted"),
}


class RowDelegate(QStyledItemDelegate):
    """Draws on the theme's colours: what was promised over to whom, by when over how far that is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Headings are lower than promises."""
        is_heading = isinstance(index.data(ENTRY_ROLE), Heading)
        return QSize(400, grown(HEADING_HEIGHT if is_heading else ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw an entry."""
        entry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, Heading):
            _draw_heading(painter, option.rect, option.font, entry)
        elif isinstance(entry, PromiseRow):
            draw_row_ground(painter, option)
            _Promise(painter, option, entry).draw()
        painter.restore()


class _Promise:
    """One promise while it is being drawn."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, row: PromiseRow) -> None:
        self._painter, self._row, self._font = painter, row, option.font
        self._box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ink, self._quiet = ("selected_text", "selected_text") if chosen else ("text", "muted")
        # On the ground of a chosen row a status ink would lose its contrast; icon and words say it still.
        self._stop, self._warn = ("selected_text", "selected_text") if chosen else ("stop", "warn")

    def draw(self) -> None:
        """Draw it from the right, where the widths are fixed, to the words, which take the rest."""
        due = self._box.right() - _MARGIN - grown(DUE_WIDTH)
        self._draw_due(due)
        owner = due - _GAP - grown(OWNER_WIDTH)
        if self._box.width() < grown(_ROOM_FOR_OWNER):
            owner = due  # what is promised comes first; the filter still finds the owner
        else:
            self._text(owner, grown(OWNER_WIDTH), 0, self._row.owner, self._quiet, LABEL)
        left = self._box.left() + _MARGIN + grown(_ICON) + 10
        self._draw_icon()
        self._text(left, owner - _GAP - left, 0, self._row.words, self._ink)
        self._draw_whom(left, owner - _GAP - left)

    def _draw_icon(self) -> None:
        name, token = GROUP_ICONS[self._row.group]
        scale = self._painter.device().devicePixelRatioF()
        top = self._top(0) + (grown(_LINE) - grown(_ICON)) // 2
        self._painter.drawPixmap(self._box.left() + _MARGIN, top, pixmap(name, token, _ICON, scale))

    def _draw_due(self, left: int) -> None:
        pressing = self._row.group.is_pressing
        self._text(left, grown(DUE_WIDTH), 0, self._row.due, self._ink, bold=pressing)
        token = self._quiet
        if pressing:
            token = self._stop if self._row.group is Group.OVERDUE else self._warn
        self._text(left, grown(DUE_WIDTH), 1, self._row.when, token, LABEL)

    def _draw_whom(self, left: int, width: int) -> None:
        whom = f"{self._row.customer}  ·  {self._row.subject}"
        if not self._row.told:
            self._text(left, width, 1, _NOT_TOLD, self._warn, LABEL)
            shift = self._painter.fontMetrics().horizontalAdvance(f"{_NOT_TOLD} ")
            left, width, whom = left + shift, width - shift, f"·  {whom}"
        self._text(left, width, 1, whom, self._quiet, LABEL)

    def _text(
        self,
        left: int,
        width: int,
        line: int,
        words: str,
        token: str,
        measure: int = BODY,
        *,
        bold: bool = False,
    ) -> None:
        painter = self._painter
        painter.setFont(with_tabular_figures(sized(self._font, measure, bold=bold)))
        painter.setPen(current_theme().qcolor(token))
        box = QRect(left, self._top(line), width, grown(_LINE))
        painter.drawText(box, _ONE_LINE, one_line(painter.fontMetrics(), words, width))

    def _top(self, line: int) -> int:
        return self._box.top() + (self._box.height() - 2 * grown(_LINE)) // 2 + line * grown(_LINE)


def _draw_heading(painter: QPainter, box: QRect, font: QFont, heading: Heading) -> None:
    theme = current_theme()
    top = box.bottom() - 6 - grown(_LINE)
    line = QRect(box.left() + _MARGIN, top, box.width() - 2 * _MARGIN, grown(_LINE))
    painter.setFont(with_tabular_figures(sized(font, LABEL, bold=True)))
    painter.setPen(theme.qcolor("stop" if heading.group is Group.OVERDUE else "muted"))
    painter.drawText(line, _ONE_LINE, heading.group.value)
    shift = painter.fontMetrics().horizontalAdvance(heading.group.value) + 8
    painter.setFont(with_tabular_figures(sized(font, LABEL)))
    painter.setPen(theme.qcolor("muted"))
    painter.drawText(line.adjusted(shift, 0, 0, 0), _ONE_LINE, str(heading.count))
    painter.setPen(theme.qcolor("border"))
    painter.drawLine(line.left(), box.bottom() - 3, line.right(), box.bottom() - 3)
