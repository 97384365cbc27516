"""The ink of a draft: quotes muted, inline answers in the team's colour. It never touches the text."""

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from composer.draft import is_quote_line
from desktop.reply.edits import quote_marks
from desktop.theme import current_theme

_BEFORE_ANY_QUOTE, _QUOTE, _AFTER_QUOTE = 0, 1, 2


class DraftInk(QSyntaxHighlighter):
    """Colours a draft line by line; a line's state says whether a quote stands above it."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._answer = QColor("#186DEC")
        self._formats: dict[str, QTextCharFormat] = {}

    def show_answers_in(self, colour: QColor) -> None:
        """Write inline answers in this colour."""
        self._answer = colour
        self.theme_changed()

    def theme_changed(self) -> None:
        """Take the theme's inks anew."""
        theme = current_theme()
        self._formats = {
            "marks": _ink(QColor(0, 0, 0, 0)),
            "quote": _ink(theme.qcolor("muted")),
            "answer": _ink(self._answer),
        }
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        if not self._formats:
            self.setCurrentBlockState(self.previousBlockState())
            return
        length = self.currentBlock().length()
        if is_quote_line(text):
            marks = len(quote_marks(text))
            self.setFormat(0, marks, self._formats["marks"])
            self.setFormat(marks, length - marks, self._formats["quote"])
            self.setCurrentBlockState(_QUOTE)
        elif self.previousBlockState() in (_QUOTE, _AFTER_QUOTE):
            self.setFormat(0, length, self._formats["answer"])
            self.setCurrentBlockState(_AFTER_QUOTE)
        else:
            self.setCurrentBlockState(_BEFORE_ANY_QUOTE)


def _ink(colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour)
    return made
