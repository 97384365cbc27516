"""The place of the open ticket: its columns, and the last look in front of them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from composer.lint.usage import Standing
from composer.tickets.ticket import Dismissal
from desktop.look.theme import Theme, set_look
from desktop.reply.columns import Columns
from desktop.reply.draft.edits import Edit
from desktop.reply.draft.envelope_presenter import EnvelopePresenter
from desktop.reply.draft.pasted import PastePresenter
from desktop.reply.draft.reply_view import ReplyView
from desktop.reply.earlier.earlier_dialog import show_earlier
from desktop.reply.earlier.earlier_mails import EarlierPart
from desktop.reply.findings.rule_help import show_rule_help
from desktop.reply.knowledge.knowledge_view import KnowledgeColumn
from desktop.reply.last_look.last_look_view import LastLookPage
from desktop.reply.open_ticket import OpenTicket
from desktop.reply.readings import CardGroup, StripPart, Underline
from desktop.reply.suggestions import IssueNotice, SuggestionCard
from desktop.reply.their_mail.mail_view import MailView
from desktop.reply.ticket_presenter import TicketPresenter
from desktop.text import Label
from desktop.widgets.pieces import icon_button, small_button
from desktop.widgets.reading_order import ReadingOrder


class ReplyPlace(QStackedWidget):
    """Shows one ticket at a time.

    ``closed`` wants the queue back; ``next_wanted`` the next ticket; ``replied`` carries the number
    of a ticket whose reply left; ``record_wanted`` kind and id of a record of the library to read;
    ``mail_pasted`` text and HTML of a mail that was pasted into the draft, ``mails_dropped`` the files of
    those that were dropped there; ``told`` a sentence about what was done, and an act that takes it back
    with what that calls, if there is one.
    """

    closed = Signal()
    next_wanted = Signal()
    replied = Signal(int)
    record_wanted = Signal(str, str)
    mail_pasted = Signal(str, str)
    mails_dropped = Signal(list)
    told = Signal(str, str, object)
    presenter: TicketPresenter
    pastes: PastePresenter
    envelope: EnvelopePresenter
    acts: object

    def __init__(self, *, widths: tuple[int, ...] = (), knowledge_open: bool = True) -> None:
        super().__init__()
        set_look(self, "page")
        self.mail = MailView()
        self.reply = ReplyView()
        self.knowledge = KnowledgeColumn()
        self.last_look = LastLookPage()
        self.columns = Columns(
            self.mail,
            self.reply,
            self.knowledge,
            widths=widths,
            window_width=lambda: self.window().width(),
            right_shown=knowledge_open,
        )
        self.message = Label("", "muted", wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting = self._waiting_page()
        for page in (self._waiting, self.columns, self.last_look):
            self.addWidget(page)
        self.mail.head.row.insertWidget(
            0, icon_button("back", "Back to the queue (Alt+Left)", self.closed.emit)
        )
        self.mail.head.row.setContentsMargins(8, 0, 8, 0)
        close = icon_button("dismiss", "Close this column (F6)", lambda: self.columns.show_right(False))
        self.knowledge.head.row.addWidget(close)
        self.columns.drawer_changed.connect(self._drawer_changed)
        self.knowledge.escaped.connect(self.leave_knowledge)
        self._drawer_changed(knowledge_open)
        self.last_look.shown.connect(lambda: self.setCurrentWidget(self.last_look))
        self.last_look.left.connect(self._last_look_left)
        self._reading_order = ReadingOrder(self)
        for told in (self.mail.shown, self.knowledge.shown, self.currentChanged):
            told.connect(self._reading_order.soon)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to where work starts."""
        # No focus proxy: Tab would take the place itself for the draft, and never leave it.
        if self.currentWidget() is self.last_look:
            self.last_look.keep.setFocus(event.reason())
        elif self.currentWidget() is self.columns:
            self.reply.editor.setFocus(event.reason())

    def open_ticket(self, ticket_id: int) -> None:
        """Open a ticket; the one before is saved."""
        self.presenter.open_ticket(ticket_id)

    def close_ticket(self) -> None:
        """Save and let go of the ticket."""
        self.presenter.close_ticket()

    def save_now(self) -> None:
        """Save the draft without waiting for the pause."""
        self.presenter.save_now()

    @property
    def is_safe(self) -> bool:
        """Whether every text that was typed is committed."""
        return self.presenter.is_safe

    def library_changed(self) -> None:
        """Look things up again: the library or its index changed."""
        self.presenter.library_changed()

    # What is shown -------------------------------------------------------------------------------

    def find_words(self) -> None:
        """Find words in the text that has the keyboard: their mail, else the draft."""
        if self.currentWidget() is not self.columns:
            return
        at = self.focusWidget()
        if at is not None and self.mail.isAncestorOf(at):
            self.mail.finder.open()
        else:
            self.reply.show_editor()
            self.reply.finder.open()

    def show_loading(self) -> None:
        """Say that the ticket is being opened."""
        self.message.setText("Opening the ticket")
        self.setCurrentWidget(self._waiting)

    def show_ticket(self, ticket: OpenTicket) -> None:
        """Show the columns."""
        self.setCurrentWidget(self.columns)
        self.reply.show_editor()
        self.reply.problem.hide()
        for row in (self.reply.finder, self.mail.finder):
            row.hide()
        self.reply.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failed(self, sentence: str) -> None:
        """Say why the ticket can't be opened."""
        self.message.setText(sentence)
        self.setCurrentWidget(self._waiting)

    def show_colour(self, colour: str) -> None:
        """Write inline answers in this colour."""
        self.reply.show_colour(colour)

    def show_envelope(self, ticket: OpenTicket) -> None:
        """Show whom the reply goes to."""
        self.reply.envelope.show_envelope(ticket)
        self._reading_order.soon()

    def show_left(self, sentence: str) -> None:
        """Say that the draft has left."""
        self.reply.show_left(sentence)
        self._reading_order.soon()

    def show_problem(self, sentence: str) -> None:
        """Say what could not be kept."""
        self.reply.show_problem(sentence)

    def hide_problem(self, sentence: str) -> None:
        """Take back what was said, where it is still shown."""
        self.reply.hide_problem(sentence)

    def show_strip(self, parts: tuple[StripPart, ...]) -> None:
        """Show the three readings."""
        self.reply.strip.show_parts(parts)

    def show_underlines(self, underlines: tuple[Underline, ...]) -> None:
        """Underline findings in the draft."""
        self.reply.editor.show_underlines(underlines)

    def show_unread(self) -> None:
        """Show that the draft is being read for the first time."""
        self.knowledge.show_unread()

    def show_cards(self, groups: tuple[CardGroup, ...]) -> None:
        """Show findings as cards."""
        self.knowledge.show_cards(groups)

    def show_dismissals(self, dismissals: tuple[Dismissal, ...]) -> None:
        """List what was dismissed."""
        self.knowledge.show_dismissals(dismissals)

    def show_standing(self, standing: Standing) -> None:
        """Offer rules for demotion."""
        self.knowledge.dismissed.show_standing(standing)

    def show_set_aside(self, sentence: str, act: str, take_back: Callable[[], None]) -> None:
        """Say what was set aside, with the act that takes it back."""
        self.told.emit(sentence, act, take_back)

    def show_told(self, sentence: str) -> None:
        """Say for a moment why a key did nothing."""
        self.told.emit(sentence, "", None)

    def show_added_words(self, words: tuple[str, ...]) -> None:
        """List what was added to the dictionary."""
        self.knowledge.dismissed.show_added_words(words)

    def show_rule(self, title: str, page: str) -> None:
        """Show the help of a rule."""
        show_rule_help(self.window(), title, page)

    def show_place(self, start: int, end: int) -> None:
        """Go to a place of the draft."""
        if self.currentWidget() is self.columns:
            self.reply.show_place(start, end)

    def point_at_card(self, anchor: str) -> None:
        """Bring a finding's card into view; a closed drawer stays closed."""
        self.knowledge.point_at(anchor)

    def apply_edit(self, edit: Edit) -> None:
        """Edit the draft as one undo step."""
        self.reply.apply_edit(edit)

    def offer_ticket(self, text: str, html: str) -> None:
        """Offer to make a ticket of a mail that stands in the draft now."""
        self.mail_pasted.emit(text, html)

    def show_searching(self, about: str) -> None:
        """Say which question is looked up."""
        self.knowledge.show_searching(about)

    def show_suggestions(self, about: str, cards: tuple[SuggestionCard, ...]) -> None:
        """Show what the library has."""
        self.knowledge.show_suggestions(about, cards)

    def show_search_failed(self, sentence: str) -> None:
        """Say why nothing could be searched."""
        self.knowledge.show_search_failed(sentence)

    def show_issues(self, notices: tuple[IssueNotice, ...]) -> None:
        """Say which known issues it may be about."""
        self.reply.issues.show_issues(notices)
        self._reading_order.soon()

    def show_knowledge(self) -> None:
        """Open the right column and put the keyboard there; from there, go back to the draft."""
        focused = self.focusWidget()
        if focused is not None and self.knowledge.isAncestorOf(focused) and self.columns.right_is_open:
            self.leave_knowledge()
            return
        self.columns.show_right(True)
        self.knowledge.take_focus()

    def leave_knowledge(self) -> None:
        """Go back to the draft; a drawer closes."""
        if self.columns.is_narrow:
            self.columns.show_right(False)
        self.reply.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def theme_changed(self) -> None:
        """Take the theme's inks anew."""
        self.mail.theme_changed()
        self.reply.theme_changed()
        self.last_look.theme_changed()

    def wear(self, _: Theme) -> None:
        """Wear another theme."""
        self.theme_changed()

    def show_earlier(self, parts: tuple[EarlierPart, ...]) -> None:
        """Show what was written before in the ticket."""
        show_earlier(self.window(), parts)

    def show_text_size(self, measure: int) -> None:
        """Show mail and draft in another size."""
        self.mail.text.set_text_size(measure)
        self.reply.editor.set_text_size(measure)

    def _drawer_changed(self, shown: bool) -> None:
        self.reply.knowledge_button.setVisible(not shown or self.columns.is_narrow)

    def _last_look_left(self) -> None:
        if self.currentWidget() is self.last_look:
            self.setCurrentWidget(self.columns)
            self.reply.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _waiting_page(self) -> QWidget:
        page = QWidget()
        set_look(page, "page")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(small_button("Back to the queue", self.closed.emit))
        row.addStretch(1)
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(self.message)
        column.addSpacing(12)
        column.addLayout(row)
        column.addStretch(1)
        return page
