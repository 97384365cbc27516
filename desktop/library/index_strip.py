"""A strip above the list: how far the search index is, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.library.choice import Choice
from desktop.widgets.pieces import QuietNotice, small_button


class IndexStrip(QuietNotice):
    """Shows a sentence that changes often; its buttons stay as long as their words do."""

    def __init__(self) -> None:
        super().__init__("", icon="search", role="label")
        self._words: tuple[str, ...] = ()
        self._buttons: list[QWidget] = []
        self.hide()

    def show_indexing(self, sentence: str, choices: Sequence[Choice] = ()) -> None:
        """Show a sentence and a button for each choice; no sentence hides the strip."""
        self.words.setText(sentence)
        self.setAccessibleName(sentence)
        words = tuple(one for one, _ in choices)
        if words != self._words:
            self._words = words
            for button in self._buttons:
                button.hide()
                button.deleteLater()
            self._buttons = [small_button(one, act) for one, act in choices]
            for button in self._buttons:
                self.row.addWidget(button)
        self.setVisible(bool(sentence))
