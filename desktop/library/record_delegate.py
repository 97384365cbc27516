"""Draws a row of the library: icon, title, badge, and one line of the passage with its marks."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.library.record_model import ROW_ROLE
from desktop.library.records import KIND_ICONS
from desktop.library.rows import AreaRow, RecordRow
from desktop.library.trust import Badge
from desktop.look.fonts import BODY, LABEL, sized, with_tabular_figures
from desktop.look.icons import pixmap
from desktop.look.measures import grown
from desktop.look.theme import Theme, current_theme
from desktop.offsets import Offsets
from desktop.widgets.tone import Tone

ROW_HEIGHT, AREA_HEIGHT, SMALL_ICON = 52, 32, 14
TONE_TOKENS = {Tone.OK: "ok", Tone.OPEN: "muted", Tone.WARN: "warn", Tone.STOP: "stop"}
_MARGIN, _ICON, _GAP = 12, 16, 10
_NARROWEST = 3
"""Width of a narrow letter in px: more letters than fit of these need not be measured."""
_ON_ONE_LINE = {code: " " for code in range(0x3001) if chr(code).isspace()}
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class RecordDelegate(QStyledItemDelegate):
    """Draws records on two lines and headings on one, or, where all are ``even``, both as high."""

    even = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A record has two lines, a heading one."""
        if self.even:
            return QSize(240, grown(ROW_HEIGHT))
        is_area = isinstance(index.data(ROW_ROLE), AreaRow)
        return QSize(240, grown(AREA_HEIGHT if is_area else ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        row = index.data(ROW_ROLE)
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, AreaRow):
            self._area(painter, option, row, theme)
        elif isinstance(row, RecordRow):
            draw_ground(painter, option, theme)
            self._record(painter, option, row, theme)
        painter.restore()

    def _area(self, painter: QPainter, option: QStyleOptionViewItem, row: AreaRow, theme: Theme) -> None:
        box: QRect = option.rect.adjusted(_MARGIN, 8, -_MARGIN, 0)
        font = sized(option.font, LABEL, bold=True)
        painter.setFont(font)
        painter.setPen(theme.qcolor("muted"))
        painter.drawText(box, _LEFT, row.title)
        if row.count:
            at = box.left() + QFontMetrics(font).horizontalAdvance(row.title) + 8
            painter.setFont(with_tabular_figures(sized(option.font, LABEL)))
            painter.drawText(QRect(at, box.top(), grown(80), box.height()), _LEFT, str(row.count))

    def _record(self, painter: QPainter, option: QStyleOptionViewItem, row: RecordRow, theme: Theme) -> None:
        box: QRect = option.rect
        scale = painter.device().devicePixelRatioF()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        token = "accent" if chosen else "muted"
        painter.drawPixmap(
            box.left() + _MARGIN, box.top() + grown(9), pixmap(KIND_ICONS[row.kind], token, _ICON, scale)
        )
        left = box.left() + _MARGIN + grown(_ICON) + _GAP
        right = box.right() - _MARGIN
        upper, lower = two_lines(box, left, right)
        badge = draw_badge(painter, upper, row.badge, option.font, chosen=chosen)
        title = upper.adjusted(0, 0, -badge - (12 if badge else 0), 0)
        painter.setPen(theme.qcolor("selected_text" if chosen else "text"))
        draw_line(painter, title, sized(option.font, BODY, bold=True), row.title)
        font = sized(option.font, LABEL)
        ink = "selected_text" if chosen else "muted"
        draw_marked(painter, lower, font, row.excerpt, row.marks, theme, ink=ink)


def two_lines(box: QRect, left: int, right: int) -> tuple[QRect, QRect]:
    """Return the upper and the lower line of a row, between two edges."""
    upper = QRect(left, box.top() + grown(6), right - left, grown(22))
    return upper, QRect(left, box.top() + grown(27), right - left, grown(18))


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Draw what lies under a row that is chosen or pointed at, with a ring where the keyboard is."""
    state = option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if not chosen and not state & QStyle.StateFlag.State_MouseOver:
        return
    painter.setBrush(theme.qcolor("selected" if chosen else "hover"))
    painter.setPen(Qt.PenStyle.NoPen)
    if chosen and state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(theme.qcolor("accent"))
    painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)


def draw_badge(painter: QPainter, box: QRect, badge: Badge, font: QFont, *, chosen: bool = False) -> int:
    """Draw a badge at the right end of a box and return its width in px.

    On the ground of a ``chosen`` row its ink would lose its contrast; icon and words say it still.
    """
    if not badge.words:
        return 0
    theme = current_theme()
    token = TONE_TOKENS[badge.tone]
    small = with_tabular_figures(sized(font, LABEL))
    width = QFontMetrics(small).horizontalAdvance(badge.words)
    painter.setFont(small)
    # The words of what is well stay quiet; its icon says it.
    ink = "muted" if badge.tone is Tone.OK else token
    painter.setPen(theme.qcolor("selected_text" if chosen else ink))
    painter.drawText(QRect(box.right() - width, box.top(), width + 1, box.height()), _LEFT, badge.words)
    if not badge.icon:
        return width
    scale = painter.device().devicePixelRatioF()
    size = grown(SMALL_ICON)
    top = box.top() + (box.height() - size) // 2
    painter.drawPixmap(box.right() - width - size - 4, top, pixmap(badge.icon, token, SMALL_ICON, scale))
    return width + size + 4


def draw_line(painter: QPainter, box: QRect, font: QFont, words: str) -> None:
    """Draw words on one line, cut with an ellipsis."""
    painter.setFont(font)
    flat = " ".join(words[:400].split())
    painter.drawText(
        box, _LEFT, QFontMetrics(font).elidedText(flat, Qt.TextElideMode.ElideRight, box.width())
    )


def draw_marked(
    painter: QPainter,
    box: QRect,
    font: QFont,
    words: str,
    marks: tuple[tuple[int, int], ...],
    theme: Theme,
    *,
    ink: str = "muted",
) -> None:
    """Draw a passage on one line, its marks (code points) on their ground, cut with an ellipsis.

    A passage whose first mark would lie behind the edge starts a little before that mark.
    """
    metrics = QFontMetrics(font)
    flat = words[:400].translate(_ON_ONE_LINE)
    start = _first_shown(flat, marks, metrics, box.width())
    if start:
        flat, marks = (
            f"…{flat[start:]}",
            tuple((a - start + 1, b - start + 1) for a, b in marks if a >= start),
        )
    flat = flat[: box.width() // _NARROWEST]
    shown = metrics.elidedText(flat, Qt.TextElideMode.ElideRight, box.width())
    offsets = Offsets(flat)
    layout = QTextLayout(shown, font)
    formats = []
    for a, b in marks:
        found = QTextLayout.FormatRange()
        marked = QTextCharFormat()
        marked.setBackground(theme.qcolor("mark"))
        marked.setForeground(theme.qcolor("text"))
        found.start, end = offsets.span_to_utf16(a, b)
        found.length, found.format = end - found.start, marked
        formats.append(found)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(box.width() + 4)
    layout.endLayout()
    painter.setPen(theme.qcolor(ink))
    layout.draw(painter, QPointF(box.left(), box.top() + (box.height() - line.height()) / 2))


def _first_shown(words: str, marks: tuple[tuple[int, int], ...], metrics: QFontMetrics, width: int) -> int:
    """Where to begin so that the first mark is seen: 0, or the start of a word before it."""
    if not marks or metrics.horizontalAdvance(words[: marks[0][1]]) < width * 0.85:
        return 0
    at = max(0, marks[0][0] - 24)
    return words.find(" ", at, marks[0][0]) + 1 or at
