"""The right column: what the readings found, and what the library knows about the question in hand."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from composer.tickets.ticket import Dismissal, DismissalScope
from desktop.look.theme import set_look
from desktop.reply.findings.dismissal_list import DismissalList
from desktop.reply.findings.finding_card import FindingCardView
from desktop.reply.findings.findings_presenter import FindingsPresenter
from desktop.reply.findings.open_questions import OpenQuestions
from desktop.reply.findings.reason_dialog import ask_reason
from desktop.reply.knowledge.knowledge_presenter import KnowledgePresenter
from desktop.reply.knowledge.suggestion_card import SuggestionCardView
from desktop.reply.readings import CardGroup, FindingCard, first_anchors
from desktop.reply.suggestions import SuggestionCard
from desktop.text import Label
from desktop.widgets.pieces import ColumnHead, TallColumn, arrange, column, emptied, small_button

# So many findings have room for their whole sentences.
_FEW = 4
MOST_CARDS = 20
"""Findings that have a card at once: each key would lay out all of hundreds anew."""


class KnowledgeColumn(QWidget):
    """Shows findings and suggestions as cards; ``shown`` says that there are others,
    ``open_wanted`` carries kind and id of a record to read, ``escaped`` wants the draft back."""

    open_wanted = Signal(str, str)
    escaped = Signal()
    shown = Signal()
    findings: FindingsPresenter
    knowledge: KnowledgePresenter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "panel")
        self.head = ColumnHead("What we know")
        set_look(self.head, "panel-bar")
        self._cards: dict[str, FindingCardView] = {}
        self._in_hand = ""
        self._groups: tuple[CardGroup, ...] = ()
        self.open_words = Label("", "label", wrap=True)
        self.open_questions = OpenQuestions()
        self.open_questions.chosen.connect(lambda anchor: self.findings.go_to(anchor))
        self._findings_box, self._findings = column(6)
        self._suggestions_box, self._suggestions = column(6)
        self.about = Label("", "label", wrap=True)
        self.state = Label("", "muted", wrap=True)
        self.gap_button = small_button("Note as a gap", self._note_gap)
        self.gap_button.hide()
        self.dismissed = DismissalList()
        self.dismissed.undo_wanted.connect(lambda number: self.findings.undismiss(number))
        self.dismissed.soften_wanted.connect(lambda rule: self.findings.soften(rule))
        self.dismissed.harden_wanted.connect(lambda rule: self.findings.soften(rule, softened=False))
        self.dismissed.forget_wanted.connect(lambda word: self.findings.forget_word(word))
        self._lay_out()
        self.show_unread()

    def show_unread(self) -> None:
        """Show that the draft is being read."""
        emptied(self._findings)
        self._cards, self._groups = {}, ()
        self._show_open_questions([])
        self._findings.addWidget(Label("Reading the draft", "muted"))

    def show_cards(self, groups: tuple[CardGroup, ...]) -> None:
        """Show the findings by reading; a card that stays the same stays, the one in hand open."""
        self._groups = groups
        before, self._cards = self._cards, {}
        rows: list[QWidget] = []
        if not groups:
            rows.append(Label("Nothing to mend. Read it once again all the same.", "muted", wrap=True))
        few = sum(len(group.cards) for group in groups) <= _FEW
        self._show_open_questions([card for group in groups for card in group.cards if card.is_absence])
        shown = first_anchors(groups, MOST_CARDS) | {self._in_hand}
        for group in groups:
            said = sum(not card.is_absence for card in group.cards)
            if said:
                rows.append(Label(f"{group.title} · {said}", "label"))
            rows += (
                self._card(card, before.pop(card.anchor, None), whole=few)
                for card in group.cards
                if card.anchor in shown
            )
        hidden = [card for group in groups for card in group.cards if card.anchor not in self._cards]
        left = sum(not card.is_absence for card in hidden)
        if left > 0:
            words = f"{left} more, underlined in the draft: their cards come as these are dealt with"
            rows.append(Label(words, "muted", wrap=True))
        arrange(self._findings, rows)
        self.shown.emit()
        if self._in_hand in self._cards:
            self._cards[self._in_hand].show_open(True)

    def _show_open_questions(self, absent: list[FindingCard]) -> None:
        count = len(absent)
        self.open_words.setText(
            "One question has no answer yet" if count == 1 else f"{count} questions have no answer yet"
        )
        self.open_questions.show_cards(absent)
        for part in (self.open_words, self.open_questions):
            part.setVisible(count > 0)

    def point_at(self, anchor: str) -> None:
        """Open a finding's card and bring it into view."""
        before = self._cards.get(self._in_hand) if self._in_hand != anchor else None
        if before is not None:
            before.show_open(False)
        self._in_hand = anchor
        # A question without an answer has its card only as long as it is in hand.
        if anchor not in self._cards or (before is not None and before.card.is_absence):
            self.show_cards(self._groups)
        card = self._cards.get(anchor)
        if card is not None:
            card.show_open(True)
            self._content.rows.activate()
            self.scroller.ensureWidgetVisible(card, 0, 40)

    def show_dismissals(self, dismissals: tuple[Dismissal, ...]) -> None:
        """List what was dismissed."""
        self.dismissed.show_dismissals(dismissals)

    def show_searching(self, about: str) -> None:
        """Say which question is being looked up; what was found before stays until then."""
        self.about.setText(f"For question {about}")

    def show_suggestions(self, about: str, cards: tuple[SuggestionCard, ...]) -> None:
        """Show what was found."""
        emptied(self._suggestions)
        self.about.setText(f"For question {about}" if about else "Suggestions")
        self.state.setVisible(not cards)
        if about:
            words = "The library has nothing on this yet. Type ?? in the draft to search in your own words."
        else:
            words = "No question is in hand. Type ?? in the draft to search the library."
        self.state.setText(words)
        self.gap_button.setVisible(bool(about) and not cards)
        for place, card in enumerate(cards):
            view = SuggestionCardView(card, place)
            view.insert_wanted.connect(lambda number: self.knowledge.insert(number))
            view.open_wanted.connect(self.open_wanted)
            self._suggestions.addWidget(view)
        self.shown.emit()

    def show_search_failed(self, sentence: str) -> None:
        """Say why nothing could be searched."""
        emptied(self._suggestions)
        self.state.setText(sentence)
        self.state.setVisible(True)
        self.gap_button.hide()

    def _note_gap(self) -> None:
        self.knowledge.note_gap()
        self.gap_button.hide()
        self.state.setText("It is noted as a gap: the library lists it for whoever keeps the articles.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape wants the draft back."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up and Down go from card to card, where the area would scroll by a line."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in step:
            self._walk(step[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _walk(self, step: int) -> None:
        first_badge = self.open_questions.badges[:1]
        cards: list[QWidget] = [*first_badge, *self._cards.values(), *self.suggestion_cards]
        focused = self.focusWidget()
        at = next((n for n, card in enumerate(cards) if card is focused or card.isAncestorOf(focused)), -1)
        if focused is not None and 0 <= at + step < len(cards):
            cards[at + step].setFocus(Qt.FocusReason.TabFocusReason)
            self.scroller.ensureWidgetVisible(cards[at + step], 0, 40)

    def take_focus(self) -> None:
        """Put the keyboard on the card in hand, or on the first one."""
        cards = [*self._cards.values(), *self._suggestions_box.findChildren(SuggestionCardView)]
        chosen = self._cards.get(self._in_hand) or next(iter([*cards, *self.open_questions.badges]), None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)
            # A drawer that has just been opened was never laid out with this card open.
            self._content.rows.activate()
            self.scroller.ensureWidgetVisible(chosen, 0, 40)

    @property
    def cards(self) -> dict[str, FindingCardView]:
        """The cards of findings that are shown, by anchor."""
        return self._cards

    @property
    def suggestion_cards(self) -> list[SuggestionCardView]:
        """The suggestions that are shown."""
        return [c for c in self._suggestions_box.findChildren(SuggestionCardView) if not c.isHidden()]

    def _card(self, card: FindingCard, known: FindingCardView | None, *, whole: bool) -> FindingCardView:
        """Return the view that shows this card already, or a new one."""
        if known is None or known.card != card or known.whole != whole:
            known = FindingCardView(card, whole=whole)
            self._connect(known)
        self._cards[card.anchor] = known
        return known

    def _connect(self, view: FindingCardView) -> None:
        view.chosen.connect(lambda anchor: self.findings.go_to(anchor))
        view.fix_wanted.connect(lambda anchor, number: self.findings.fix(anchor, number))
        view.dismiss_wanted.connect(
            lambda anchor, scope: self.findings.dismiss(anchor, DismissalScope(scope))
        )
        view.reason_wanted.connect(self._dismiss_with_reason)
        view.help_wanted.connect(lambda anchor: self.findings.explain(anchor))
        view.word_wanted.connect(lambda anchor: self.findings.add_word(anchor))
        view.answer_accepted.connect(lambda anchor: self.findings.accept_answer(anchor))

    def _dismiss_with_reason(self, anchor: str) -> None:
        answer = ask_reason(self.window())
        if answer is not None:
            self.findings.dismiss(anchor, answer.scope, answer.reason)

    def _lay_out(self) -> None:
        self._content = TallColumn()
        cards = self._content.rows
        cards.setContentsMargins(12, 12, 12, 16)
        cards.setSpacing(8)
        set_look(self._content, "clear")
        cards.addWidget(self.open_words)
        cards.addWidget(self.open_questions)
        cards.addWidget(self._findings_box)
        cards.addWidget(self.dismissed)
        line = QFrame()
        set_look(line, "line")
        cards.addSpacing(4)
        cards.addWidget(line)
        cards.addSpacing(4)
        cards.addWidget(self.about)
        cards.addWidget(self.state)
        cards.addWidget(self.gap_button, 0, Qt.AlignmentFlag.AlignLeft)
        cards.addWidget(self._suggestions_box)
        cards.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(self._content)
        self.scroller.installEventFilter(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self.scroller, 1)
