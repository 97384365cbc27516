"""A strip for what went wrong: the sentence stays where it happened until somebody has read it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.library.choice import Choice
from desktop.look.icons import set_icon
from desktop.look.theme import set_look
from desktop.widgets.pieces import QuietNotice, icon_button, small_button


class ProblemStrip(QuietNotice):
    """Shows one sentence with choices; ``closed`` says that it was read."""

    closed = Signal()

    def __init__(self, kind: str = "stop") -> None:
        super().__init__("", icon="warning", token=kind, look=f"strip-{kind}")
        self.row.setContentsMargins(28, 8, 16, 8)
        self._kind = kind
        self._buttons: list[QWidget] = []
        self.close_button = icon_button("dismiss", "Close this notice", self._close)
        self.row.addWidget(self.close_button)
        self.hide()

    def say(self, sentence: str, choices: Sequence[Choice] = (), *, kind: str = "") -> None:
        """Show a sentence and a button for each choice; no sentence hides the strip.

        ``kind`` is ``stop`` or ``warn`` for this sentence, else as the strip was made.
        """
        self._wear(kind or self._kind)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        self.words.setText(sentence)
        self.setAccessibleName(sentence)
        for words, act in choices:
            button = small_button(words, act)
            self.row.insertWidget(self.row.count() - 1, button)
            self._buttons.append(button)
        self.setVisible(bool(sentence))

    def _wear(self, kind: str) -> None:
        set_look(self, f"strip-{kind}")
        set_icon(self.sign, "warning", kind, 16)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
