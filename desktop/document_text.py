"""Text in and out of a Qt document, character for character.

A document ends its blocks at ``\\r``, U+2029 and two noncharacters as it does at ``\\n``; on the way in
each of them is exchanged for a noncharacter that the text doesn't hold, and back on the way out.
No-break spaces and U+2028 stay what they are (``toPlainText`` would lose them).
"""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

_ENDS_A_BLOCK = "\r\u2029\ufdd0\ufdd1"
_STAND_INS = "".join(chr(code) for code in range(0xFDD2, 0xFDF0))


class VerbatimText:
    """The exchange for one opened text; make a new one for each text that is opened."""

    def __init__(self, opened: str = "") -> None:
        free = [character for character in _STAND_INS if character not in opened]
        pairs = list(zip(_ENDS_A_BLOCK, free, strict=False))
        self._inward = str.maketrans(dict(pairs))
        self._outward = str.maketrans({inside: outside for outside, inside in pairs})
        self._inside = "".join(inside for _, inside in pairs)
        self._taken = str.maketrans({inside: "\ufffd" for _, inside in pairs})

    def inward(self, text: str) -> str:
        """Return a text as the document holds it, of the same length."""
        return text.translate(self._inward)

    def pasted(self, text: str) -> str:
        """Return a foreign text as the document holds it, with ``\\n`` line ends."""
        # Half a character (a lone surrogate) can't be stored anywhere.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
        return self.inward(text.translate(self._taken))

    def outward(self, document: QTextDocument) -> str:
        """Return the document's text exactly."""
        return self._out(document.toRawText())

    def selected(self, cursor: QTextCursor) -> str:
        """Return the selected text exactly."""
        return self._out(cursor.selectedText())

    def copied(self, cursor: QTextCursor) -> QMimeData:
        """Return the selected text for the clipboard, exactly and as text only."""
        data = QMimeData()
        data.setText(self.selected(cursor))
        return data

    def paste(self, source: QMimeData, cursor: QTextCursor) -> bool:
        """Put the text of the clipboard at a cursor, and nothing but text; tell whether there was any."""
        if source.hasText():
            cursor.insertText(self.pasted(source.text()))
        return source.hasText()

    def _out(self, raw: str) -> str:
        text = raw.replace("\u2029", "\n")
        # translate walks over every character: this runs at each key, and stand-ins are rare.
        return text.translate(self._outward) if any(map(text.__contains__, self._inside)) else text
