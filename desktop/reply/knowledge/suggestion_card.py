"""One suggestion as a card: a title, two lines of the passage, how far to trust it, Insert."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.library.reading_place import address_of
from desktop.look.icons import set_icon
from desktop.look.measures import grown
from desktop.look.theme import restyle, set_look
from desktop.reply.marked_excerpt import MarkedExcerpt
from desktop.reply.suggestions import SuggestionCard
from desktop.text import Label, set_tooltip
from desktop.widgets.pieces import small_button
from desktop.widgets.tone import Tone
from search.hit import Kind

KIND_ICONS = {
    Kind.ARTICLE: "document",
    Kind.KNOWN_ISSUE: "known-issue",
    Kind.SNIPPET: "snippet",
    Kind.PAST_ANSWER: "reply",
}
TONE_LOOKS = {
    Tone.OK: "badge-ok",
    Tone.OPEN: "badge",
    Tone.WARN: "badge-warn",
    Tone.STOP: "badge-stop",
}


class SuggestionCardView(QFrame):
    """Shows a suggestion; ``insert_wanted`` carries its place in the list, ``open_wanted`` its kind and
    where it is read."""

    insert_wanted = Signal(int)
    open_wanted = Signal(str, str)

    def __init__(self, card: SuggestionCard, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "card")
        self.card, self.place = card, place
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{card.title}, {card.badge}. Enter inserts it.")
        self.setAccessibleDescription(card.why)
        set_tooltip(self, card.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        column.addLayout(self._head())
        if card.section:
            column.addWidget(Label(card.section, "label", elide=True))
        column.addWidget(MarkedExcerpt(card.excerpt, card.marks))
        column.addLayout(self._foot())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter inserts."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.insert_wanted.emit(self.place)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show by the border where the keyboard is."""
        super().focusInEvent(event)
        self._light(lit=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go back to quiet."""
        super().focusOutEvent(event)
        self._light(lit=False)

    def _light(self, *, lit: bool) -> None:
        self.setProperty("active", "true" if lit else "false")
        restyle(self)

    def _head(self) -> QHBoxLayout:
        sign = Label()
        sign.setFixedWidth(grown(18))
        set_icon(sign, KIND_ICONS[self.card.hit.kind], "muted", 16)
        title = Label(self.card.title, "strong", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(title, 1)
        return row

    def _foot(self) -> QHBoxLayout:
        badge = Label(self.card.badge)
        set_look(badge, TONE_LOOKS[self.card.tone])
        hit = self.card.hit
        read = small_button(
            "Read", lambda: self.open_wanted.emit(hit.kind.value, address_of(hit)), look="quiet"
        )
        read.setAccessibleName(f"Read “{self.card.title}”")
        insert = small_button(self.card.insert_words, lambda: self.insert_wanted.emit(self.place))
        insert.setAccessibleName(f"{self.card.insert_words}: “{self.card.title}”")
        set_tooltip(insert, "Puts the passage below the question at the cursor")
        row = QHBoxLayout()
        row.setSpacing(4)
        # As high as its words: as high as the buttons beside it, it would look like one.
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(read)
        row.addWidget(insert)
        return row
