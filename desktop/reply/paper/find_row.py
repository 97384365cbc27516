"""Finding words in the mail or in the draft: a row above the text, opened by Ctrl+F."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.look.theme import set_look
from desktop.reply.paper.measured_text import MeasuredText
from desktop.text import Label, LineEdit
from desktop.widgets.pieces import icon_button

_LONGEST = 200
_MOST = 2_000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindRow(QFrame):
    """Walks the places of some words in a text: Enter to the next one, Shift+Enter back, Escape leaves."""

    def __init__(self, text: MeasuredText, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "bar")
        self._text = text
        self.field = LineEdit(placeholder=spoken)
        self.field.setAccessibleName(spoken)
        self.field.textChanged.connect(lambda _: self._go(0))
        self.count = Label("", "label")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addSpacing(4)
        row.addWidget(icon_button("chevron-up", "The place before (Shift+Enter)", lambda: self._go(-1)))
        row.addWidget(icon_button("chevron-down", "The next place (Enter)", lambda: self._go(1)))
        row.addWidget(icon_button("dismiss", "Stop finding (Esc)", self.leave))
        self.hide()

    def open(self) -> None:
        """Put the cursor here; words that are selected in the text are what is looked for."""
        start, end = self._text.selected_span()
        words = self._text.text()[start:end]
        self.show()
        if 0 < len(words) <= _LONGEST and "\n" not in words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._go(0)

    def leave(self) -> None:
        """Give the keyboard back to the text, where the words were found."""
        self.hide()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or leave."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _ENTER:
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        """Select the next place (1), the one before (-1), or the first from the selection on (0)."""
        if self.isHidden():
            return
        words = self.field.text()
        found = places_of(words, self._text.text())
        if not found:
            self.count.setText("Not there" if words.strip() else "")
            return
        here = self._text.selected_span()[0]
        if step < 0:
            at = next((n for n in reversed(range(len(found))) if found[n] < here), len(found) - 1)
        else:
            at = next((n for n, place in enumerate(found) if place >= here + step), 0)
        self.count.setText(f"{at + 1} of {len(found)}")
        start, end = found[at], found[at] + len(words)
        self._text.setTextCursor(self._text.cursor_on(start, end))
        self._text.bring_into_view(start, end)


def places_of(words: str, text: str) -> list[int]:
    """Return where words stand in a text, in whatever case, one behind the other, at most 2,000 places."""
    small, wanted = _in_small_letters(text), _in_small_letters(words)
    found: list[int] = []
    at = small.find(wanted) if wanted.strip() else -1
    while at >= 0 and len(found) < _MOST:
        found.append(at)
        at = small.find(wanted, at + len(wanted))
    return found


def _in_small_letters(text: str) -> str:
    """Return a text in small letters, each where it stood: of all letters only this one would become two."""
    return text.replace("İ", "i").lower()
