"""The text of a record to be read: at most 76 characters a line, words marked, opened at a passage."""

import re
from collections.abc import Sequence

from PySide6.QtGui import (
    QFontMetricsF,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.look.fonts import READING, sized
from desktop.look.theme import current_theme
from desktop.offsets import Offsets
from desktop.text import TextView
from kb_content.links import anchor_of

MEASURE = 76
_FULL_LINE = "the quick brown fox jumps over the lazy dog, then reads each line twice again"[:MEASURE]
_MOST_MARKS = 300
_RIGHT, _FOOT = 14, 32
# Added below each line, in px: with it a line is 1.5 times as high as its letters.
_LINE_GAP = 4


class ReadingText(TextView):
    """Sanitised HTML on a measure that stays readable however wide the pane is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Text")
        self._words: tuple[str, ...] = ()
        self._marked: list[int] = []

    def show_page(self, sanitised_html: str, words: Sequence[str]) -> None:
        """Show a text and mark words in it."""
        # One layout at the end: an article of a megabyte takes 0.04 s then, instead of 0.3.
        self.document().setLayoutEnabled(False)
        self.document().setDefaultFont(sized(self.font(), READING))
        self.show_html(sanitised_html)
        self._space_lines()
        self._fit_measure()
        self._words = tuple(words)
        self._mark()
        self.document().setLayoutEnabled(True)

    def go_to(self, section: str) -> None:
        """Open at a heading (``#anchor``: by its anchor), or at the first marked word below it."""
        heading = self._heading(section)
        after = [start for start in self._marked if heading is None or start >= heading.position()]
        top = self._top_of(heading.position()) if heading is not None and heading.blockNumber() else 0
        mark = self._top_of(after[0]) if after else top
        height = self.viewport().height()
        # The heading at the top where the words are seen below it, else the words in the upper third.
        self.verticalScrollBar().setValue(round(top - 4 if mark - top < height * 0.7 else mark - height / 3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure."""
        super().resizeEvent(event)
        self._fit_measure()

    def _fit_measure(self) -> None:
        measure = QFontMetricsF(sized(self.font(), READING)).horizontalAdvance(_FULL_LINE)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(max(160, round(min(measure, self.viewport().width() - _RIGHT))))

    def _space_lines(self) -> None:
        shape = QTextBlockFormat()
        shape.setLineHeight(_LINE_GAP, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)
        frame = self.document().rootFrame().frameFormat()
        frame.setBottomMargin(_FOOT)
        self.document().rootFrame().setFrameFormat(frame)

    def _top_of(self, position: int) -> float:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor).top() + self.verticalScrollBar().value()

    def _heading(self, section: str) -> QTextBlock | None:
        wanted = section.removeprefix("#") if section.startswith("#") else anchor_of(section)
        block = self.document().begin() if section else QTextBlock()
        while block.isValid():
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == wanted:
                return block
            block = block.next()
        return None

    def _mark(self) -> None:
        selections = []
        self._marked = []
        if self._words:
            theme = current_theme()
            marked = QTextCharFormat()
            marked.setBackground(theme.qcolor("mark"))
            marked.setForeground(theme.qcolor("text"))
            for start, end in _places(self.document().toRawText(), self._words):
                selection = QTextEdit.ExtraSelection()
                selection.cursor = QTextCursor(self.document())
                selection.cursor.setPosition(start)
                selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                selection.format = marked
                selections.append(selection)
                self._marked.append(start)
        self.setExtraSelections(selections)


def _places(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where whole words stand in a text, as Qt's positions, at most 300."""
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
    offsets = Offsets(text)
    spans = []
    for found in pattern.finditer(text):
        spans.append(offsets.span_to_utf16(*found.span()))
        if len(spans) == _MOST_MARKS:
            break
    return spans
