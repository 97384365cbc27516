"""The open ticket: loads it, brings its three columns together, and lets go of it safely."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from composer.questions.answer_state import Decisions, State
from composer.questions.decisions import decided, dismissed
from composer.questions.question import Question
from composer.questions.understood import UnderstoodMail
from desktop.reply.desk_writes import DeskWrites
from desktop.reply.draft.draft_presenter import DraftPresenter
from desktop.reply.draft.edits import Edit
from desktop.reply.draft.envelope_presenter import EnvelopePresenter
from desktop.reply.fetch.fetch_presenter import FetchPresenter
from desktop.reply.findings.findings_presenter import FindingsPresenter
from desktop.reply.findings.live_review import LiveReview
from desktop.reply.knowledge.knowledge_presenter import KnowledgePresenter
from desktop.reply.last_look.last_look_presenter import LastLookPresenter
from desktop.reply.open_ticket import OpenTicket
from desktop.reply.their_mail.mail_presenter import MailPresenter
from desktop.work.collaborators import Lane
from kb_content.failure import Failure

_TAKEN_CARE_OF = (State.ANSWERED, State.PROMISED, State.ASKED_BACK)


class DecisionKeeper(Protocol):
    """The part of the desk that keeps decisions, counts and colours."""

    def save_decisions(self, ticket_id: int, decisions: Decisions) -> None:
        """Keep what was decided about the questions."""

    def save_question_counts(self, ticket_id: int, *, open_questions: int, total_questions: int) -> None:
        """Keep the counts that the queue shows."""

    def save_answer_colour(self, ticket_id: int, colour: str) -> None:
        """Keep the colour of a draft's answers."""


class TicketView(Protocol):
    """What is shown of the ticket as a whole."""

    def show_loading(self) -> None:
        """Say that the ticket is being opened."""

    def show_ticket(self, ticket: OpenTicket) -> None:
        """Show the columns for this ticket."""

    def show_failed(self, sentence: str) -> None:
        """Say why the ticket can't be opened."""

    def show_colour(self, colour: str) -> None:
        """Show inline answers in this colour."""

    def show_left(self, sentence: str) -> None:
        """Say that the draft has left as it stands, or (empty) that it has not."""

    def apply_edit(self, edit: Edit) -> None:
        """Carry out an edit of the draft as one undo step."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A ticket as loaded: the mail without decisions, and the draft that the desk has."""

    ticket: OpenTicket
    as_found: UnderstoodMail


@dataclass(frozen=True, slots=True)
class Columns:
    """The presenters of a ticket's parts."""

    mail: MailPresenter
    draft: DraftPresenter
    envelope: EnvelopePresenter
    findings: FindingsPresenter
    knowledge: KnowledgePresenter
    fetch: FetchPresenter
    last_look: LastLookPresenter


class TicketPresenter:
    """Opens tickets, and tells each part what the others changed."""

    def __init__(
        self,
        *,
        view: TicketView,
        load: Callable[[int], Loaded],
        desk: DecisionKeeper,
        reads: Lane,
        writes: DeskWrites,
        spoken_moment: Callable[[datetime], str],
        start_another: Callable[[UnderstoodMail], tuple[str, int]],
    ) -> None:
        self._view, self._load, self._desk = view, load, desk
        self._reads, self._writes = reads, writes
        self._spoken_moment, self._start_another = spoken_moment, start_another
        self._columns: Columns | None = None
        self._review: LiveReview | None = None
        self._loaded: Loaded | None = None
        self._wanted = 0
        self._counts: tuple[int, int] | None = None

    def join(self, columns: Columns, review: LiveReview) -> None:
        """Take the parts, which were made with this presenter's methods in hand."""
        self._columns, self._review = columns, review

    @property
    def ticket(self) -> OpenTicket | None:
        """The open ticket."""
        return self._loaded.ticket if self._loaded else None

    def open_ticket(self, ticket_id: int) -> None:
        """Open a ticket; the one before is saved and let go."""
        self.close_ticket()
        self._wanted = ticket_id
        self._view.show_loading()
        self._reads.run(
            lambda: self._load(ticket_id),
            done=self._opened,
            failed=lambda error: self._failed(ticket_id, error),
            newest="open-ticket",
        )

    def reload(self, ticket_id: int) -> None:
        """Read the open ticket anew, as far as it is this one: something that all of it shows changed."""
        if self.ticket is not None and self.ticket.id == ticket_id:
            self.open_ticket(ticket_id)

    def draft_circumstances_changed(self) -> None:
        """Whom the draft goes to, or what leaves with it, changed: read it again."""
        if self._review is not None:
            self._review.changed()

    def close_ticket(self) -> None:
        """Save and let go of the ticket, also of one that is still being read."""
        self._wanted = 0
        if self._loaded is None or self._columns is None or self._review is None:
            return
        self._loaded = None
        self._review.closed()
        for part in self._parts():
            part.closed()

    def text_changed(self) -> None:
        """The draft was edited: read it again, move underlines along, watch for ``??``."""
        if self._columns and self._review:
            self._columns.findings.text_changed()
            self._columns.fetch.type()
            self._review.changed()

    def question_changed(self, question: Question | None) -> None:
        """The cursor went to another question."""
        if self._columns:
            self._columns.knowledge.look_up(question)

    def library_changed(self) -> None:
        """The library or its index changed: look things up and read the draft again."""
        if self._columns and self._review:
            self._columns.knowledge.library_changed()
            self._review.changed()

    def reviewed(self, ticket: OpenTicket) -> None:
        """A review came home: every column shows it."""
        if self._columns is None or ticket is not self.ticket:
            return
        self._columns.findings.reviewed()
        self._columns.draft.reviewed()
        self._columns.mail.reviewed()
        self._keep_counts(ticket)

    def when_read(self, then: Callable[[], object]) -> None:
        """Do something once the draft was read as it stands, also what was typed a moment ago."""
        if self._columns and self._review:
            self._columns.fetch.wave_off()
            self._review.when_read(then)

    def decide(self, decisions: Decisions) -> None:
        """Take new decisions about the mail's questions: keep them and read again."""
        loaded = self._loaded
        if loaded is None or self._columns is None or self._review is None:
            return
        ticket = loaded.ticket
        ticket.decisions = decisions
        ticket.mail = decided(loaded.as_found, decisions)
        self._writes.run(lambda: self._desk.save_decisions(ticket.id, decisions))
        self._columns.mail.decisions_applied()
        self._review.read_now()

    def drop_question(self, question_id: str) -> None:
        """Say that a question needs no answer, or that it needs one after all."""
        if self._columns is not None:
            self._columns.mail.dismiss(question_id)

    def link_answer(self, question_id: str, start: int, end: int) -> None:
        """Say that the words of a stretch of the draft answer a question."""
        if self._columns is not None:
            self._columns.mail.link_answer(question_id, start, end)

    def undo_decision(self) -> None:
        """Take the last decision about questions back."""
        if self._columns is not None:
            self._columns.mail.undo_decision()

    def reply_left(self, ticket: OpenTicket) -> None:
        """The draft left as it stands: whoever comes back to it sees that."""
        if ticket is self.ticket:
            self._view.show_left("This reply has left.")

    def start_another(self) -> None:
        """Start one more reply where one has left: the sent one is kept, its files stay behind.

        What it took care of needs no answer a second time.
        """
        ticket = self.ticket
        if ticket is None or self._columns is None:
            return
        decisions = ticket.decisions
        for state in ticket.review.states:
            if state.state in _TAKEN_CARE_OF:
                decisions = dismissed(decisions, state.question, ticket.mail)
        self.decide(decisions)
        text, cursor = self._start_another(ticket.mail)
        self._columns.envelope.detach_all()
        self._view.show_left("")
        self._view.apply_edit(Edit(0, len(ticket.text), text, cursor))

    def choose_colour(self, colour: str) -> None:
        """Write this draft's answers in another colour."""
        ticket = self.ticket
        if ticket is None or self._columns is None:
            return
        ticket.colour = colour
        self._view.show_colour(colour)
        self._columns.draft.save_now()
        self._writes.run(lambda: self._desk.save_answer_colour(ticket.id, colour))

    @property
    def is_safe(self) -> bool:
        """Whether every text that was typed is committed."""
        return self._columns is None or self._columns.draft.is_safe

    def save_now(self) -> None:
        """Save the draft without waiting."""
        if self._columns:
            self._columns.draft.save_now()

    def _opened(self, loaded: Loaded) -> None:
        ticket = loaded.ticket
        if self._columns is None or self._review is None or ticket.ticket.id != self._wanted:
            return
        self._loaded, self._counts = loaded, None
        self._view.show_ticket(ticket)
        self._view.show_colour(ticket.colour)
        self._columns.envelope.opened(ticket)
        self._columns.mail.opened(ticket)
        self._columns.findings.opened(ticket)
        self._columns.knowledge.opened(ticket)
        self._columns.fetch.opened(ticket)
        self._columns.last_look.opened(ticket)
        committed = ticket.text
        self._columns.draft.opened(ticket, committed=committed)
        # What was typed a moment ago may not be on the desk yet: that text has not left.
        left = ticket.left_at if ticket.text == committed else None
        self._view.show_left(f"This reply left {self._spoken_moment(left)}." if left else "")
        self._review.opened(ticket)

    def _failed(self, ticket_id: int, error: Exception) -> None:
        if not isinstance(error, Failure | OSError):
            raise error
        if ticket_id == self._wanted:
            self._view.show_failed(str(error))

    def _keep_counts(self, ticket: OpenTicket) -> None:
        states = [s.state for s in ticket.review.states if s.state is not State.DISMISSED]
        counts = (sum(state is State.UNANSWERED for state in states), len(states))
        if counts != self._counts:
            self._counts = counts
            self._writes.run(
                lambda: self._desk.save_question_counts(
                    ticket.id, open_questions=counts[0], total_questions=counts[1]
                )
            )

    def _parts(self) -> tuple["_Part", ...]:
        columns = self._columns
        if columns is None:
            return ()
        return (
            columns.draft,
            columns.envelope,
            columns.mail,
            columns.findings,
            columns.knowledge,
            columns.fetch,
            columns.last_look,
        )


class _Part(Protocol):
    def closed(self) -> None:
        """Let go of the ticket."""
