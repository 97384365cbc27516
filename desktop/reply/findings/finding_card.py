"""One finding as a card: a sentence; when it is in hand also the words, the fixes, why, dismiss."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from composer.lint.finding import Severity
from composer.tickets.ticket import DismissalScope
from desktop.look.icons import set_icon
from desktop.look.measures import grown
from desktop.look.theme import restyle, set_look
from desktop.reply.marked_excerpt import MarkedExcerpt
from desktop.reply.readings import FindingCard, shortened
from desktop.text import Label, set_tooltip
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.pieces import small_button

SEVERITY_ICONS = {
    Severity.STOP: ("stop", "stop", "must not leave like this"),
    Severity.WARNING: ("warning", "warn", "worth a second look"),
    Severity.HINT: ("hint", "muted", "a hint"),
}
SCOPE_WORDS = {
    DismissalScope.HERE: "Here",
    DismissalScope.DRAFT: "This rule in this draft",
    DismissalScope.RULE: "This rule everywhere",
}
_MOST_FIXES = 3


class FindingCardView(QFrame):
    """Shows a finding. ``chosen`` carries its anchor, ``fix_wanted`` also which fix, ``dismiss_wanted``
    also how far; ``reason_wanted`` asks for the words that go with a dismissal, ``help_wanted`` for the
    rule's page, ``word_wanted`` adds its word to the dictionary, ``answer_accepted`` says that the words
    in doubt are an answer. A ``whole`` card never cuts its sentence; others do until they are in hand."""

    chosen = Signal(str)
    fix_wanted = Signal(str, int)
    dismiss_wanted = Signal(str, str)
    reason_wanted = Signal(str)
    help_wanted = Signal(str)
    word_wanted = Signal(str)
    answer_accepted = Signal(str)

    def __init__(self, card: FindingCard, *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "card")
        self.card = card
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        icon, token, spoken = SEVERITY_ICONS[card.severity]
        self.setAccessibleName(f"{card.message} ({spoken})")
        sign = Label()
        sign.setFixedWidth(grown(18))
        set_icon(sign, icon, token, 16)
        set_tooltip(sign, spoken)
        self.short = MarkedExcerpt(card.message, lines=2, token="text")
        self.message = Label(card.message, wrap=True)
        self.whole = whole
        # Hidden, never shown, here: without a parent yet, a shown one would be a window of its own.
        (self.short if whole else self.message).hide()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.short, 1)
        head.addWidget(self.message, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 7, 10, 7)
        column.setSpacing(6)
        column.addLayout(head)
        self._more: QWidget | None = None
        self._column = column

    @property
    def is_open(self) -> bool:
        """Whether all of the card is shown."""
        return self._more is not None and not self._more.isHidden()

    def show_open(self, is_open: bool) -> None:
        """Show all of the card, or only its sentence."""
        if is_open and self._more is None:
            self._more = self._details()
            self._column.addWidget(self._more)
        if self._more is not None:
            self._more.setVisible(is_open)
        self.short.setVisible(not (is_open or self.whole))
        self.message.setVisible(is_open or self.whole)
        self.setProperty("active", "true" if is_open else "false")
        restyle(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take this finding in hand."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.card.anchor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space take this finding in hand, Delete dismisses it here, ? explains its rule."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.card.anchor)
        elif event.key() == Qt.Key.Key_Delete:
            self.dismiss_wanted.emit(self.card.anchor, DismissalScope.HERE.value)
        elif event.text() == "?":
            self.help_wanted.emit(self.card.anchor)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show by the card's border where the keyboard is."""
        super().focusInEvent(event)
        self._show_border(lit=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the border back unless the card is open."""
        super().focusOutEvent(event)
        self._show_border(lit=self.is_open)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up under the mouse."""
        self._show_border(lit=True)

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to quiet."""
        self._show_border(lit=self.is_open or self.hasFocus())

    def _show_border(self, *, lit: bool) -> None:
        self.setProperty("active", "true" if lit else "false")
        restyle(self)

    def _details(self) -> QWidget:
        card = self.card
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(grown(18) + 8, 0, 0, 0)
        column.setSpacing(6)
        if card.words:
            column.addWidget(Label(f"“{card.words}”", "muted", wrap=True, selectable=True))
        if card.why:
            column.addWidget(Label(card.why, "label", wrap=True))
        acts = QWidget()
        row = FlowLayout(acts, gap=6)
        for number, words in enumerate(card.fixes[:_MOST_FIXES]):
            row.addWidget(self._fix_button(number, words))
        if card.can_be_learned:
            row.addWidget(self._word_button())
        if card.is_about_an_answer and not card.is_absence:
            row.addWidget(self._yes_button())
        row.addWidget(self._no_answer_button() if card.is_about_an_answer else self._dismiss_button())
        row.addWidget(self._help_button())
        column.addWidget(acts)
        return box

    def _fix_button(self, number: int, words: str) -> QPushButton:
        shown = shortened(words, 40) or "Remove"
        button = small_button(shown, partial(self.fix_wanted.emit, self.card.anchor, number))
        set_tooltip(button, f"Puts this in place of the words (Ctrl+.)\n{words}" if number == 0 else words)
        return button

    def _word_button(self) -> QPushButton:
        add = partial(self.word_wanted.emit, self.card.anchor)
        button = small_button("Add to dictionary", add, look="quiet")
        set_tooltip(button, "Takes this word as right from now on, in every ticket")
        return button

    def _help_button(self) -> QPushButton:
        button = small_button(
            "About this rule", partial(self.help_wanted.emit, self.card.anchor), look="link"
        )
        set_tooltip(button, f"{self.card.rule}: what it finds, why, and how to switch it off (Ctrl+Alt+.)")
        return button

    def _yes_button(self) -> QPushButton:
        button = small_button("Yes, it does", partial(self.answer_accepted.emit, self.card.anchor))
        set_tooltip(button, "Takes these words as the answer (Ctrl+.)")
        return button

    def _no_answer_button(self) -> QPushButton:
        drop = partial(self.dismiss_wanted.emit, self.card.anchor, DismissalScope.HERE.value)
        button = small_button("Needs no answer", drop, look="" if self.card.is_absence else "quiet")
        set_tooltip(button, "Sets the question aside (Ctrl+Shift+N)")
        return button

    def _dismiss_button(self) -> QPushButton:
        # Beside a fix it is the quieter way; alone it stands at the edge of the words above it.
        button = small_button("Dismiss", lambda: None, look="quiet" if self.card.fixes else "")
        menu = QMenu(button)
        for scope, words in SCOPE_WORDS.items():
            act = QAction(words, menu)
            act.triggered.connect(partial(self.dismiss_wanted.emit, self.card.anchor, scope.value))
            menu.addAction(act)
        menu.addSeparator()
        menu.addAction("With a reason…", partial(self.reason_wanted.emit, self.card.anchor))
        button.setMenu(menu)
        set_tooltip(button, "Sets this aside (Ctrl+Shift+.)")
        return button
