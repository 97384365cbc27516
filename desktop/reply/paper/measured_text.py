"""Text to be read closely: line height 1.55, at most 76 characters a line, a margin for badges."""

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop.document_text import VerbatimText
from desktop.look.fonts import READING, sized
from desktop.look.measures import grown
from desktop.offsets import Offsets
from desktop.reply.paper.margin import WIDTH, Margin

LINE_HEIGHT = 1.55
MEASURE = 76
AIR = 12
"""Pixels above the first line; twice as many below the last."""

_RIGHT = 12
# What Qt makes of a line by itself, in times of the font's size.
_NATURAL_HEIGHT = 1.2
_FULL_LINE = "the quick brown fox jumps over the lazy dog, then reads each line twice again"[:MEASURE]


class MeasuredText(QTextEdit):
    """A plain text in a rich widget (only that can set a line height); offsets are code points.

    The document never holds anything but text; colours and underlines are painted over it, so that
    undo knows the typing only.
    """

    _measure = READING

    def __init__(self, parent: QWidget | None = None, *, indent: int = 0) -> None:
        super().__init__(parent)
        self._indent = indent
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "reading")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._verbatim = VerbatimText()
        self._text: str | None = None
        self._offsets: Offsets | None = None
        self.document().contentsChange.connect(self._forget)
        self.margin_area = Margin(self)
        self.set_text_size(READING)
        self.setViewportMargins(grown(WIDTH), 0, 0, 0)

    def set_text_size(self, measure: int) -> None:
        """Show the text in another of our sizes."""
        self._measure = measure
        self.setFont(sized(self.font(), measure))
        self.document().setDefaultFont(sized(self.font(), measure))
        self._fit_measure()

    def open_text(self, text: str) -> None:
        """Show another text; what could be undone in the one before is gone with it."""
        self._verbatim = VerbatimText(text)
        self._forget()
        document = self.document()
        document.setUndoRedoEnabled(False)
        # One layout at the end: laying out after each of the steps takes ten times as long.
        document.setLayoutEnabled(False)
        self.setPlainText(self._verbatim.inward(text))
        self._set_shape()
        self._dress_text()
        document.setLayoutEnabled(True)
        document.setUndoRedoEnabled(not self.isReadOnly())

    def text(self) -> str:
        """Return the text exactly as it stands."""
        if self._text is None:
            self._text = self._verbatim.outward(self.document())
        return self._text

    def offsets(self) -> Offsets:
        """Return the converter between code points and Qt's positions for the text as it stands."""
        if self._offsets is None:
            self._offsets = Offsets(self.text())
        return self._offsets

    def cursor_offset(self) -> int:
        """Return where the cursor stands, in code points."""
        return self.offsets().from_utf16(self.textCursor().position())

    def selected_span(self) -> tuple[int, int]:
        """Return what is selected, in code points."""
        cursor, offsets = self.textCursor(), self.offsets()
        return offsets.from_utf16(cursor.selectionStart()), offsets.from_utf16(cursor.selectionEnd())

    def cursor_on(self, start: int, end: int) -> QTextCursor:
        """Return a cursor that selects a span of code points."""
        offsets = self.offsets()
        cursor = QTextCursor(self.document())
        last = max(0, self.document().characterCount() - 1)
        cursor.setPosition(min(offsets.to_utf16(start), last))
        cursor.setPosition(min(offsets.to_utf16(end), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def bring_into_view(self, start: int, end: int) -> None:
        """Scroll so that a span stands in the upper half, without moving when it is seen already."""
        box = self.cursorRect(self.cursor_on(end, end)).united(self.cursorRect(self.cursor_on(start, start)))
        height = self.viewport().height()
        if box.top() < 0 or box.bottom() > height:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - height // 4)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the selected text exactly, as text only."""
        return self._verbatim.copied(self.textCursor())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only."""
        if self._verbatim.paste(source, self.textCursor()):
            self.ensureCursorVisible()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the size: a style sheet put on anew, as with another theme, brings its own."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.font().pixelSize() != grown(self._measure):
            self.set_text_size(self._measure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin beside the text and the lines at their measure."""
        super().resizeEvent(event)
        view = self.viewport().geometry()
        width = grown(WIDTH)
        self.margin_area.setGeometry(view.left() - width, view.top(), width, view.height())
        self._fit_measure()

    def _dress_text(self) -> None:
        """Give the text its formats while it is not laid out; a subclass knows them."""

    def _forget(self, *_: int) -> None:
        self._text = self._offsets = None

    def _fit_measure(self) -> None:
        measure = QFontMetricsF(self.document().defaultFont()).horizontalAdvance(_FULL_LINE)
        room = self.viewport().width() - _RIGHT
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(max(120, round(min(measure + self._indent, room))))

    def _set_shape(self) -> None:
        frame = self.document().rootFrame().frameFormat()
        frame.setTopMargin(AIR)
        frame.setLeftMargin(self._indent)
        frame.setBottomMargin(AIR * 2)
        self.document().rootFrame().setFrameFormat(frame)
        shape = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        shape.setLineHeight(LINE_HEIGHT / _NATURAL_HEIGHT * 100, kind.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)
