"""An empty place: one line what it is for, and what to do first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.look.icons import set_icon
from desktop.look.theme import set_look
from desktop.text import Label, no_mnemonic


class EmptyState(QWidget):
    """Stands in the middle of an empty place; its two buttons are shown where they have words."""

    first_chosen = Signal()
    second_chosen = Signal()

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = Label()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_icon(self.picture, icon_name, "muted", 32)
        self.sentence = Label("", "section", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.more = Label("", "muted", wrap=True)
        self.more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.first, self.second = QPushButton(), QPushButton()
        set_look(self.first, "primary")
        self.first.clicked.connect(self.first_chosen)
        self.second.clicked.connect(self.second_chosen)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.first)
        buttons.addWidget(self.second)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self.picture)
        column.addWidget(self.sentence)
        column.addLayout(buttons)
        column.addWidget(self.more)
        column.addStretch(3)

    def say(self, sentence: str, first: str = "", second: str = "", more: str = "") -> None:
        """Show a sentence, the words of up to two buttons, and a quiet line below."""
        self.sentence.setText(sentence)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        for button, words in ((self.first, first), (self.second, second)):
            button.setText(no_mnemonic(words))
            button.setVisible(bool(words))

    def focus_first(self) -> None:
        """Put the focus on the first action, where there is one."""
        if not self.first.isHidden():
            self.first.setFocus()
        else:
            self.setFocus()
