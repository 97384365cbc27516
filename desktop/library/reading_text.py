"""The text of a record to be read: at most 76 characters a line, words marked, opened at a passage."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

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
from desktop.look.measures import grown
from desktop.look.theme import current_theme
from desktop.offsets import Offsets
from desktop.text import PageView
from kb_content.links import anchor_of

MEASURE = 76
_EMPTY_HEAD = re.compile(r"<thead>\s*<tr>\s*(?:<th\b[^<>]*>\s*</th>\s*)+</tr>\s*</thead>")
"""The head of a table that names no column: Markdown wants one, a reader sees a grey bar."""
_FULL_LINE = "the quick brown fox jumps over the lazy dog, then reads each line twice again"[:MEASURE]
_MOST_MARKS = 300
_RIGHT, _FOOT = 14, 32
# Added below each line: with it a line is 1.5 times as high as its letters.
_LINE_GAP = 4


class ReadingText(PageView):
    """Sanitised HTML on a measure that stays readable however wide the pane is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Text", parent=parent)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self._words: tuple[str, ...] = ()
        self._marked: list[int] = []

    def show_page(self, sanitised_html: str, words: Sequence[str]) -> None:
        """Show a text and mark words in it."""
        self._page = _EMPTY_HEAD.sub("", sanitised_html)
        self._words, self._theme = tuple(words), current_theme().name
        self._draw_page()

    def _draw_page(self) -> None:
        # One layout at the end: an article of a megabyte takes 0.04 s then, instead of 0.3.
        self.document().setLayoutEnabled(False)
        self.document().setDefaultFont(sized(self.font(), READING))
        self.show_html(self._page)
        self._space_lines()
        self._fit_measure()
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
        width = max(160, round(min(measure, self.viewport().width() - _RIGHT)))
        # Setting it lays out the whole text, also when it is the same: a page is resized several times.
        if width != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(width)

    def _space_lines(self) -> None:
        shape = QTextBlockFormat()
        shape.setLineHeight(grown(_LINE_GAP), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
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
    """Where whole words stand in a text, as Qt's positions, in order, at most 300.

    Looked for one by one: compiling a pattern of all words takes longer than that.
    """
    small = _in_small_letters(text)
    found = [span for word in words for span in islice(_whole(small, _in_small_letters(word)), _MOST_MARKS)]
    offsets = Offsets(text)
    spans: list[tuple[int, int]] = []
    behind = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= behind and len(spans) < _MOST_MARKS:
            spans.append(offsets.span_to_utf16(start, end))
            behind = end
    return spans


def _in_small_letters(text: str) -> str:
    """Return a text in small letters, each where it stood: of all letters only this one would become two."""
    return text.replace("İ", "i").lower()


def _whole(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield where a word stands in a text with no letter, figure or underscore beside it."""
    start = text.find(word) if word else -1
    while start >= 0:
        end = start + len(word)
        if not any(
            letter.isalnum() or letter == "_"
            for letter in text[max(0, start - 1) : start] + text[end : end + 1]
        ):
            yield start, end
        start = text.find(word, end)
