"""The notice: what just happened, or went wrong, in one sentence over the window's lower right corner."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop.look.icons import set_icon
from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.text import Label, no_mnemonic, set_tooltip

_KINDS = {
    "ok": ("notice-ok", "check", "ok"),
    "info": ("notice", "hint", "accent"),
    "warn": ("notice-warn", "warning", "warn"),
    "stop": ("notice-stop", "stop", "stop"),
}
_SHOWN_MS = 6_000
_SHOWN_TO_ACT_MS = 15_000
"""What can be taken back waits for hands that are slow, or on the keyboard."""
_WIDEST, _AWAY, _ABOVE_STRIP = 520, 24, 64


class NoticeBar(QFrame):
    """Shows one notice at a time. What went well goes by itself; what went wrong stays until read.

    It lies over the page, so that nothing moves when it comes and goes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("floating", "true")
        self.icon = Label()
        self.icon.setFixedWidth(grown(20))
        self.text = Label(wrap=True, selectable=True)
        self.action = QPushButton()
        set_look(self.action, "link")
        self.action.clicked.connect(self.act)
        self.key = Label("Alt+N", "label")
        self.close_button = QToolButton()
        set_icon(self.close_button, "dismiss", "muted", 16)
        set_tooltip(self.close_button, "Close this notice")
        self.close_button.setAccessibleName("Close this notice")
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 6, 8)
        row.setSpacing(8)
        row.addWidget(self.icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.action)
        row.addWidget(self.key)
        row.addWidget(self.close_button)
        self._run: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(
        self, text: str, kind: str = "ok", *, action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence: ``ok`` and ``info`` for six seconds, ``warn`` and ``stop`` until closed."""
        look, icon, token = _KINDS[kind]
        set_look(self, look)
        set_icon(self.icon, icon, token, 16)
        self.text.setText(text)
        self.setAccessibleName(text)
        self._run = run
        self.action.setText(no_mnemonic(action))
        for part in (self.action, self.key):
            part.setVisible(bool(action))
        self.reposition()
        self.show()
        self.raise_()
        if kind in ("ok", "info"):
            self._timer.start(_SHOWN_TO_ACT_MS if action else _SHOWN_MS)
        else:
            self._timer.stop()

    def reposition(self) -> None:
        """Stand in the lower right corner of the page, above the strip of an open ticket."""
        page = self.parentWidget()
        if page is None:
            return
        for part in (self, self.text, self.action, self.key, self.close_button):
            part.ensurePolished()
        width = min(grown(_WIDEST), max(grown(320), self._one_line_width()), page.width() - 2 * _AWAY)
        # The layout's own answer would leave out the frame's border, and cut the last line by it.
        height = max(grown(44), self.heightForWidth(width))
        top = page.height() - height - grown(_ABOVE_STRIP)
        self.setGeometry(page.width() - width - _AWAY, top, width, height)

    def _one_line_width(self) -> int:
        """Return the width in px at which the sentence needs one line: a label that wraps asks for less."""
        around = self.sizeHint().width() - self.text.sizeHint().width()
        return around + self.text.fontMetrics().horizontalAdvance(self.text.text()) + 8

    @property
    def offers_act(self) -> bool:
        """Whether there is something to do about what is shown."""
        return self.isVisible() and not self.action.isHidden()

    def act(self) -> None:
        """Do what the notice offers."""
        self.hide()
        if self._run is not None:
            self._run()
