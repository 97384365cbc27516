"""Dialogs in the house's look: asking with one button per answer, and telling what must be read."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.text import Label, no_mnemonic, no_placeholder


class Dialog(QDialog):
    """A dialog in the house's look: a title, a text, a row of buttons at the right.

    Fill ``body`` with what stands between; ``add_button`` says what it returns by ``answer``.
    """

    def __init__(self, parent: QWidget | None, title: str, text: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(no_placeholder(title))
        self.setMinimumWidth(grown(420))
        self.answer = ""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 16)
        outer.setSpacing(8)
        outer.addWidget(Label(title, "section", wrap=True))
        if text:
            outer.addWidget(Label(text, wrap=True, selectable=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addSpacing(4)
        outer.addLayout(self.body)
        outer.addSpacing(8)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        outer.addLayout(self._row)

    def add_button(self, text: str, *, look: str = "", default: bool = False) -> QPushButton:
        """Add a button that closes the dialog with its text as the answer."""
        button = QPushButton(no_mnemonic(text), self)
        button.setAutoDefault(default)
        button.setDefault(default)
        if look or default:
            set_look(button, look or "primary")
        button.clicked.connect(lambda: self._close_with(text))
        self._row.addWidget(button)
        if default:
            button.setFocus()
        return button

    def _close_with(self, text: str) -> None:
        self.answer = text
        self.accept()


def ask(
    parent: QWidget | None,
    *,
    title: str,
    text: str,
    buttons: Sequence[str],
    default: str = "",
    danger: str = "",
) -> str:
    """Ask with one button per answer; return the button's text, or ``""`` when Escape closed it.

    ``default`` has the focus and Enter; ``danger`` names the button that destroys something.
    """
    dialog = Dialog(parent, title, text)
    for button in buttons:
        dialog.add_button(button, look="danger" if button == danger else "", default=button == default)
    dialog.exec()
    answer = dialog.answer
    dialog.deleteLater()
    return answer


def tell(parent: QWidget | None, *, title: str, text: str, button: str = "Close") -> None:
    """Say something that must be read before going on."""
    ask(parent, title=title, text=text, buttons=(button,), default=button)
