"""The ink of a draft: quotes muted, inline answers in the team's colour. It never touches the text."""

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from composer.draft import is_quote_line
from desktop.look.theme import current_theme
from desktop.reply.draft.draft_lines import LineInk, line_inks
from desktop.reply.draft.edits import quote_marks


class DraftInk(QSyntaxHighlighter):
    """Colours a draft line by line; a block's state remembers in which ink it stands."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.answer_ink = QColor("#186DEC")
        self._inks: list[LineInk] = []
        self._formats: dict[str, QTextCharFormat] = {}

    def show_answers_in(self, colour: QColor) -> None:
        """Write inline answers in this colour."""
        self.answer_ink = colour
        self.theme_changed()

    def theme_changed(self) -> None:
        """Take the theme's inks anew."""
        theme = current_theme()
        self._formats = {
            "marks": _folded_ink(),
            "empty": _ink(QColor(0, 0, 0, 0)),
            "quote": _ink(theme.qcolor("muted")),
            "answer": _ink(self.answer_ink),
        }
        self.rehighlight()

    def text_changed(self, text: str, agent: str) -> None:
        """Colour the lines that a change elsewhere made into something else; ``agent`` signs the draft."""
        self._inks = line_inks(text, agent)
        block = self.document().begin()
        for ink in self._inks:
            if not block.isValid():
                return
            if block.userState() != ink:
                self.rehighlightBlock(block)
            block = block.next()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        number, length = self.currentBlock().blockNumber(), self.currentBlock().length()
        ink = self._inks[number] if number < len(self._inks) else LineInk.WORDS
        if is_quote_line(text):
            ink = LineInk.QUOTE
            self._colour_quote(text, length)
        elif ink is LineInk.ANSWER and self._formats:
            self.setFormat(0, length, self._formats["answer"])
        self.setCurrentBlockState(ink)

    def _colour_quote(self, text: str, length: int) -> None:
        if self._formats:
            marks = len(quote_marks(text))
            # On an empty quoted line the marks alone give the line its height.
            self.setFormat(0, marks, self._formats["marks" if length > marks + 1 else "empty"])
            self.setFormat(marks, length - marks, self._formats["quote"])


def _ink(colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour)
    return made


def _folded_ink() -> QTextCharFormat:
    """Quote marks take next to no room: a bar at the left stands for them, and all lines align."""
    made = _ink(QColor(0, 0, 0, 0))
    made.setProperty(QTextCharFormat.Property.FontPixelSize, 1)
    return made
