"""The customer's mail on the left: reading it, and deciding what in it is a question."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from composer.mail.message import Attachment
from composer.questions import decisions as deciding
from composer.questions.answer_state import Decisions, QuestionState, State
from composer.questions.question import Question
from composer.questions.understood import Mood, UnderstoodMail
from desktop.reply.open_ticket import OpenTicket
from desktop.reply.their_mail.mail_page import (
    MailPage,
    QuestionBadge,
    fact_words,
    mail_page,
    mood_words,
    plan_words,
    question_badges,
)

_SHORTEST_QUESTION = 3


@dataclass(frozen=True, slots=True)
class MailHead:
    """What stands above the mail. ``sender`` is the real address, ``name`` what the mail calls itself;
    ``needs_care`` is false only for a mood that is no warning: happy, and not urgent. ``earlier`` counts
    what else was written in the ticket."""

    subject: str
    name: str
    sender: str
    when: str
    facts: tuple[str, ...]
    tried: tuple[str, ...]
    plans: tuple[str, ...]
    mood: str
    needs_care: bool
    notes: tuple[str, ...]
    attachments: tuple[Attachment, ...]
    earlier: int = 0


class MailView(Protocol):
    """What is shown of the mail."""

    def show_head(self, head: MailHead) -> None:
        """Show subject, sender, facts and notes."""

    def show_page(self, page: MailPage) -> None:
        """Show the mail's lines."""

    def show_badges(self, badges: tuple[QuestionBadge, ...], in_subject: tuple[QuestionState, ...]) -> None:
        """Show the questions' numbers: in the margin, and those of the subject beside it."""

    def show_question(self, at: int, end: int) -> None:
        """Bring a question into view and mark it for a moment."""


class MailPresenter:
    """Shows the mail of the open ticket; the agent's decisions about its questions outrank ours."""

    def __init__(
        self,
        *,
        view: MailView,
        decided: Callable[[Decisions], None],
        go_to_draft: Callable[[str], bool],
        spoken_time: Callable[[UnderstoodMail], str],
    ) -> None:
        self._view, self._decided = view, decided
        self._go_to_draft, self._spoken_time = go_to_draft, spoken_time
        self._ticket: OpenTicket | None = None
        self._folded: frozenset[int] = frozenset()
        self._page = mail_page(())
        self._before: list[Decisions] = []

    def opened(self, ticket: OpenTicket) -> None:
        """Show this ticket's mail."""
        self._ticket, self._folded, self._before = ticket, frozenset(), []
        self._view.show_head(self._head(ticket))
        self._show_page(ticket)

    def closed(self) -> None:
        """Let go of the ticket, and of its text: what isn't seen need not be laid out."""
        self._ticket = None
        self._page = mail_page(())
        self._view.show_page(self._page)

    def reviewed(self) -> None:
        """Show the newest states of the questions."""
        ticket = self._ticket
        if ticket is not None:
            in_subject = tuple(state for state in states_of(ticket) if state.question.in_subject)
            self._view.show_badges(question_badges(self._page, states_of(ticket)), in_subject)

    def go_to(self, question_id: str) -> None:
        """Show a question here, and its answer or its quote in the draft."""
        self._show_question(question_id)
        self._go_to_draft(question_id)

    def fold(self, run: int) -> None:
        """Fold a long run of quoted lines, or unfold it."""
        if self._ticket is not None:
            self._folded = self._folded ^ {run}
            self._show_page(self._ticket)

    def question_at(self, position: int) -> QuestionState | None:
        """Return the question that stands at a place of the page."""
        if self._ticket is None:
            return None
        offset = self._page.to_mail(position)
        at = [s for s in states_of(self._ticket) if s.question.start <= offset <= s.question.end]
        return next((s for s in at if not s.question.in_subject), None)

    def add_question(self, start: int, end: int) -> bool:
        """Take a stretch of the page as a question; tell whether it is one now."""
        ticket = self._ticket
        if ticket is None:
            return False
        start, end = self._trimmed(self._page.to_mail(start), self._page.to_mail(end))
        if end - start < _SHORTEST_QUESTION:
            return False
        self._decide(deciding.added(ticket.decisions, ticket.mail, start, end))
        return True

    def dismiss(self, question_id: str) -> None:
        """Say that a question needs no answer, or that it needs one after all."""
        ticket, state = self._ticket, self._state(question_id)
        if ticket is None or state is None:
            return
        question = state.question
        if state.state is State.DISMISSED:
            anchors = deciding.anchored(ticket.decisions.dismissed, ticket.mail)
            kept = ticket.decisions.dismissed - {anchors.get(question.id, "")}
            self._decide(replace(ticket.decisions, dismissed=kept))
        else:
            self._decide(deciding.dismissed(ticket.decisions, question, ticket.mail))

    def merge_with_next(self, question_id: str) -> None:
        """Make a question and the one behind it one."""
        ticket, state = self._ticket, self._state(question_id)
        following = self.next_question(question_id)
        if ticket is not None and state is not None and following is not None:
            self._decide(deciding.merged(ticket.decisions, state.question, following, ticket.mail))

    def split(self, question_id: str, position: int) -> None:
        """Make two questions of one, cut at a place of the page."""
        ticket, state = self._ticket, self._state(question_id)
        if ticket is not None and state is not None:
            at = self._page.to_mail(position) - state.question.start
            if 0 < at < len(state.question.text):
                self._decide(deciding.split(ticket.decisions, state.question, at, ticket.mail))

    def numbers(self) -> tuple[tuple[str, int], ...]:
        """Return the questions, by id and number."""
        return tuple((q.id, q.number) for q in (self._ticket.mail.questions if self._ticket else ()))

    def link_answer(self, question_id: str, start: int, end: int) -> None:
        """Say that the words of a stretch of the draft answer a question."""
        ticket, state = self._ticket, self._state(question_id)
        words = ticket.text[start:end].strip() if ticket else ""
        if ticket is not None and state is not None and words:
            self._decide(deciding.linked(ticket.decisions, state.question, ticket.mail, words))

    @property
    def can_undo(self) -> bool:
        """Whether a decision was made since the ticket was opened."""
        return bool(self._before)

    def undo_decision(self) -> None:
        """Take the last decision about questions back."""
        if self._ticket is not None and self._before:
            self._decided(self._before.pop())

    def next_question(self, question_id: str) -> Question | None:
        """Return the question behind one in the mail's text."""
        asked = [q for q in (self._ticket.mail.questions if self._ticket else ()) if not q.in_subject]
        ids = [question.id for question in asked]
        at = ids.index(question_id) + 1 if question_id in ids else len(ids)
        return asked[at] if at < len(asked) else None

    def decisions_applied(self) -> None:
        """Show the questions as decided."""
        self.reviewed()

    def _decide(self, decisions: Decisions) -> None:
        if self._ticket is not None and decisions != self._ticket.decisions:
            self._before.append(self._ticket.decisions)
            self._decided(decisions)

    def _state(self, question_id: str) -> QuestionState | None:
        states = states_of(self._ticket) if self._ticket else ()
        return next((state for state in states if state.question.id == question_id), None)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        text = self._ticket.mail.message.text if self._ticket else ""
        words = text[start:end]
        lead = len(words) - len(words.lstrip())
        return start + lead, start + len(words.rstrip())

    def _show_question(self, question_id: str) -> None:
        state = self._state(question_id)
        if state is not None and not state.question.in_subject:
            question = state.question
            self._view.show_question(self._page.to_page(question.start), self._page.to_page(question.end))

    def _show_page(self, ticket: OpenTicket) -> None:
        self._page = mail_page(ticket.mail.lines, self._folded)
        self._view.show_page(self._page)
        self.reviewed()

    def _head(self, ticket: OpenTicket) -> MailHead:
        mail, message = ticket.mail, ticket.mail.message
        return MailHead(
            subject=message.subject or "No subject",
            name=message.sender.name,
            sender=message.sender.mail or "no address",
            when=self._spoken_time(mail),
            facts=fact_words(mail.facts),
            tried=mail.tried,
            plans=plan_words(mail.plans),
            mood=mood_words(mail),
            needs_care=mail.urgent or mail.mood is not Mood.HAPPY,
            notes=(*_together_note(ticket), *message.notes),
            attachments=message.attachments,
            earlier=ticket.earlier,
        )


def _together_note(ticket: OpenTicket) -> tuple[str, ...]:
    """Return what is to be said when several mails wait for one reply."""
    count = len(ticket.raws)
    return (f"{count} mails wait for this reply; the newest stands last.",) if count > 1 else ()


def states_of(ticket: OpenTicket) -> tuple[QuestionState, ...]:
    """Return a state for every question of the mail: open until the first review has answered."""
    known = {state.question.id: state for state in ticket.review.states}
    return tuple(
        known[q.id] if q.id in known and known[q.id].question == q else QuestionState(q, State.UNANSWERED)
        for q in ticket.mail.questions
    )
