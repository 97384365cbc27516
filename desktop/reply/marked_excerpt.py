"""A passage of two lines with the words that matched marked, cut with an ellipsis."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.fonts import BODY, sized
from desktop.look.theme import current_theme
from desktop.offsets import Offsets

_SPACING = 1.4


class MarkedExcerpt(QWidget):
    """Shows a passage in ``lines`` lines; ``marks`` are spans of it in code points."""

    def __init__(
        self, text: str, marks: tuple[tuple[int, int], ...] = (), *, lines: int = 2, token: str = "muted"
    ) -> None:
        super().__init__()
        offsets = Offsets(text)
        # White space of one kind and one length: the marks stay where they are.
        self._text = "".join(" " if character.isspace() else character for character in text)
        self._marks = tuple(offsets.span_to_utf16(start, end) for start, end in marks)
        self._lines, self._token = lines, token
        self._heights: dict[int, int] = {}
        self.setFont(sized(self.font(), BODY))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(self._text)

    def hasHeightForWidth(self) -> bool:
        """One line is enough where there is room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that are needed; layouts ask for it again and again."""
        if width not in self._heights:
            needed = min(self._laid_out(width).lineCount(), self._lines)
            self._heights[width] = round(self._line_height() * max(1, needed))
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Ask for the height of all lines."""
        return QSize(120, round(self._line_height() * self._lines))

    def minimumSizeHint(self) -> QSize:
        """Never less than a line."""
        return QSize(40, round(self._line_height()))

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines; the last one ends in an ellipsis when there is more."""
        theme = current_theme()
        painter = QPainter(self)
        layout = self._laid_out(self.width())
        painter.setPen(theme.qcolor(self._token))
        shown = min(layout.lineCount(), self._lines)
        for number in range(shown):
            line = layout.lineAt(number)
            top = number * self._line_height()
            if number == self._lines - 1 and layout.lineCount() > self._lines:
                rest = self._text[line.textStart() :]
                words = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
                painter.drawText(QPointF(0, top + line.ascent()), words)
            else:
                line.draw(painter, QPointF(0, top - line.y()))
        painter.end()

    def _line_height(self) -> float:
        return self.font().pixelSize() * _SPACING

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        y = 0.0
        for _ in range(self._lines + 1):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, y))
            y += self._line_height()
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        theme = current_theme()
        ranges = []
        for start, end in self._marks:
            marked = QTextCharFormat()
            marked.setBackground(theme.qcolor("mark"))
            marked.setForeground(theme.qcolor("text"))
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = start, end - start, marked
            ranges.append(found)
        return ranges
