"""The Markdown of a record being written: exact, with Enter going on with a list."""

import re
from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QWidget

from desktop.document_text import VerbatimText
from desktop.look.fonts import READING, mono_font
from desktop.look.theme import set_look
from desktop.offsets import Offsets, utf16_length
from desktop.text import TextEdit

_ITEM = re.compile(
    r"(?P<lead>[ \t]{0,20})(?P<mark>[-*+]|(?P<number>\d{1,6})(?P<dot>[.)]))(?P<gap>[ \t]{1,4})"
)


class MarkdownEdit(TextEdit):
    """A plain editor that gives back character for character what stands in it.

    ``moved`` carries what stands before the cursor in its line; ``list_key`` takes keys that are for a
    list at the cursor.
    """

    moved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verbatim = VerbatimText()
        self.list_key: Callable[[int], bool] = lambda _: False
        self.cursorPositionChanged.connect(lambda: self.moved.emit(self._before()))
        set_look(self, "source")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        font = mono_font(READING - 1)
        self.setFont(font)
        self.setTabStopDistance(QFontMetricsF(font).horizontalAdvance(" ") * 4)
        self.setPlaceholderText("Write in Markdown: ## a heading, - a list, **strong**, [[ a link")
        self.setAccessibleName("Text in Markdown")

    def open_text(self, text: str) -> None:
        """Show another text; what could be undone before is gone with it."""
        self._verbatim = VerbatimText(text)
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(self._verbatim.inward(text))
        self.document().setUndoRedoEnabled(True)

    def text(self) -> str:
        """Return the text exactly as it stands."""
        return self._verbatim.outward(self.document())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a list begins the next item; in an empty item it ends the list."""
        if not event.modifiers() and self.list_key(event.key()):
            return
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self._go_on_with_list():
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever writes elsewhere wants no list at the cursor here."""
        super().focusOutEvent(event)
        self.moved.emit("")

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy exactly what is selected."""
        return self._verbatim.copied(self.textCursor())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only, in any line ends."""
        if self._verbatim.paste(source, self.textCursor()):
            self.ensureCursorVisible()

    def put(self, words: str, replaced: int) -> None:
        """Put words in place of so many code points before the cursor, as one step of undo."""
        cursor = self.textCursor()
        start = cursor.position() - utf16_length(self._before()[-replaced:])
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        self.setTextCursor(cursor)

    def _before(self) -> str:
        cursor = self.textCursor()
        line = cursor.block().text()
        return line[: Offsets(line).from_utf16(cursor.positionInBlock())]

    def _go_on_with_list(self) -> bool:
        cursor = self.textCursor()
        line = cursor.block().text()
        item = _ITEM.match(line)
        if cursor.hasSelection() or item is None or cursor.positionInBlock() < item.end():
            return False
        cursor.beginEditBlock()
        if line[item.end() :].strip():
            mark = f"{int(item['number']) + 1}{item['dot']}" if item["number"] else item["mark"]
            cursor.insertBlock()
            cursor.insertText(f"{item['lead']}{mark}{item['gap']}")
        else:
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True
