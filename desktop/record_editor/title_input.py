"""The title of a record being written: one line of text, on as many lines as its width makes of it."""

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.text import TextEdit

_MOST_LINES = 4


class TitleInput(TextEdit):
    """Wraps and grows, so that no long title is cut; ``left_below`` wants the keyboard in the text below."""

    left_below = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "title")
        self.setPlaceholderText("Title")
        self.setAccessibleName("Title")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Once the lines are broken anew for another width, not while they are.
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def text(self) -> str:
        """Return the title, on one line."""
        return " ".join(self.verbatim().split("\n"))

    def setText(self, text: str) -> None:
        """Put another title in; the cursor stands at its start."""
        self.setPlainText(" ".join(text.splitlines()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, and Down on the last line, lead into the text."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_down = event.key() == Qt.Key.Key_Down and not event.modifiers()
        if is_enter or (is_down and not self._line_below()):
            self.left_below.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text on one line."""
        if source.hasText():
            self.textCursor().insertText(" ".join(source.text().split()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the new width needs."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fitting.start()

    def _line_below(self) -> bool:
        return QTextCursor(self.textCursor()).movePosition(QTextCursor.MoveOperation.Down)

    def _fit(self) -> None:
        # The document of a plain editor counts its height in lines.
        lines = round(self.document().documentLayout().documentSize().height())
        self.setFixedHeight(min(_MOST_LINES, max(1, lines)) * self.fontMetrics().lineSpacing() + grown(8))
