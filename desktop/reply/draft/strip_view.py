"""The three readings below the draft: three buttons that walk their findings, and the way to finish."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from composer.lint.finding import Reading
from desktop.look.icons import set_icon
from desktop.look.measures import grown
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
_LEAST_WIDTH = 360


class StripView(QFrame):
    """Shows how the three readings stand; ``reading_pressed`` carries the name of one."""

    reading_pressed = Signal(str)
    finish_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "strip")
        self.setFixedHeight(grown(48))
        self.buttons: dict[Reading, QPushButton] = {}
        self._parts: tuple[StripPart, ...] = ()
        row = self._row = QHBoxLayout(self)
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
        self._parts = parts
        for part in parts:
            button = self.buttons[part.reading]
            set_icon(button, *_ICONS[part.tone])
            set_tooltip(button, f"{part.spoken}\nGoes to the next finding (F8)")
            button.setAccessibleName(part.spoken)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as the new width has room for."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the shortest words: the column may be narrower than the longest."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Shorten the buttons' words, step by step and all alike, until the row holds them."""
        for shortened in _FORMS:
            for part in self._parts:
                self.buttons[part.reading].setText(no_mnemonic(shortened(part)))
            if self._row.sizeHint().width() <= self.width():
                return


def _in_full(part: StripPart) -> str:
    # Without the reading's own number: "2 Promises" would be heard as two of them.
    return f" {part.title}  {part.words}".rstrip()


def _with_count(part: StripPart) -> str:
    return f" {part.title}  {part.words.removesuffix(' open')}".rstrip()


def _by_initial(part: StripPart) -> str:
    return f" {part.title[0]}  {part.words.removesuffix(' open')}".rstrip()


_FORMS = (_in_full, _with_count, _by_initial)
