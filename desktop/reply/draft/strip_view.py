"""The three readings below the draft: three buttons that walk their findings, and the way to finish."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from composer.lint.finding import Reading
from desktop.look.icons import set_icon
from desktop.look.theme import set_look
from desktop.reply.readings import StripPart
from desktop.text import no_mnemonic, set_tooltip
from desktop.widgets.pieces import small_button
from desktop.widgets.tone import Tone

_ICONS = {
    Tone.OK: ("check", "ok"),
    Tone.OPEN: ("circle", "muted"),
    Tone.WARN: ("warning", "warn"),
    Tone.STOP: ("stop", "stop"),
}


class StripView(QFrame):
    """Shows how the three readings stand; ``reading_pressed`` carries the name of one."""

    reading_pressed = Signal(str)
    finish_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "strip")
        self.setFixedHeight(48)
        self.buttons: dict[Reading, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(2)
        for reading in Reading:
            button = QPushButton()
            button.setAutoDefault(False)
            set_look(button, "quiet")
            button.clicked.connect(partial(self.reading_pressed.emit, reading.value))
            self.buttons[reading] = button
            row.addWidget(button)
        row.addStretch(1)
        self.finish = small_button("Last look", self.finish_pressed.emit, look="primary")
        set_tooltip(self.finish, "Shows what is still open and what leaves (Ctrl+Enter)")
        row.addWidget(self.finish)

    def show_parts(self, parts: tuple[StripPart, ...]) -> None:
        """Show the readings."""
        for part in parts:
            button = self.buttons[part.reading]
            words = f" {part.number}  {part.title}"
            button.setText(no_mnemonic(f"{words}  {part.words}" if part.words else words))
            set_icon(button, *_ICONS[part.tone])
            set_tooltip(button, f"{part.spoken}\nGoes to the next finding (F8)")
            button.setAccessibleName(part.spoken)
