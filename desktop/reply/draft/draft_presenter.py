"""The draft in the middle: typing, splitting quotes, going to questions, saving."""

from collections.abc import Callable
from typing import Protocol

from composer.questions.question import Question
from desktop.reply.draft.autosave import Autosave, SaveNews, SaveState
from desktop.reply.draft.carry import carried_review
from desktop.reply.draft.edits import Edit, below_greeting, line_at, split_quote
from desktop.reply.draft.quoted_questions import DraftBadge, draft_badges
from desktop.reply.fetch.snippet_fields import next_open_field
from desktop.reply.open_ticket import OpenTicket


class DraftView(Protocol):
    """What is shown of the draft."""

    def show_text(self, text: str, *, cursor: int) -> None:
        """Open a text in the editor, with a new undo history."""

    def apply_edit(self, edit: Edit) -> None:
        """Carry out an edit as one undo step; the change is then told like any other."""

    def show_badges(self, badges: tuple[DraftBadge, ...]) -> None:
        """Show the questions' numbers in the margin."""

    def show_saved(self, news: SaveNews) -> None:
        """Say how safe the text is."""

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong with a draft that is not in front."""

    def show_place(self, start: int, end: int) -> None:
        """Select a stretch and bring it into view."""


class DraftPresenter:
    """Keeps the draft of the open ticket: what is typed goes to the desk and to the readings."""

    def __init__(
        self,
        *,
        view: DraftView,
        autosave: Callable[[OpenTicket, Callable[[SaveNews], None]], Autosave],
        text_changed: Callable[[], None],
        question_changed: Callable[[Question | None], None],
    ) -> None:
        self._view, self._new_autosave = view, autosave
        self._told_text, self._told_question = text_changed, question_changed
        self._ticket: OpenTicket | None = None
        self._autosaves: dict[int, Autosave] = {}
        self._question: Question | None = None
        self._paragraph = ("", 0)

    def opened(self, ticket: OpenTicket, *, committed: str) -> None:
        """Show a ticket's draft. ``committed`` is what was loaded from the desk.

        A ticket that was open before goes on with its newest text: the desk may not have it yet.
        """
        self._ticket, self._question, self._paragraph = ticket, None, ("", 0)
        # A ticket that was left is held until its text is committed, and no longer: it has its mail with it.
        self._autosaves = {id: save for id, save in self._autosaves.items() if not save.is_at_rest}
        known = self._autosaves.get(ticket.id)
        if known is None:
            known = self._autosaves[ticket.id] = self._new_autosave(ticket, self._saved(ticket))
            known.opened(committed)
        elif known.text != ticket.text:
            ticket.text = known.text
            ticket.cursor = len(known.text)
        self._view.show_text(ticket.text, cursor=ticket.cursor)
        known.told_to(self._saved(ticket))
        self.reviewed()

    def closed(self) -> None:
        """Save what is not saved yet, and let go of the ticket."""
        self.save_now()
        self._ticket = None
        self._view.show_text("", cursor=0)

    @property
    def is_safe(self) -> bool:
        """Whether nothing would be lost now."""
        return all(autosave.is_safe for autosave in self._autosaves.values())

    def save_now(self) -> None:
        """Save without waiting, also what could not be saved when another ticket was open."""
        for autosave in self._autosaves.values():
            autosave.save_now()

    def type(self, text: str, cursor: int) -> None:
        """Take the text as it stands after a change in the editor."""
        ticket = self._ticket
        if ticket is None:
            return
        ticket.review = carried_review(ticket.review, ticket.text, text)
        ticket.text, ticket.cursor = text, cursor
        self._autosaves[ticket.id].edited(text)
        self._show_badges(ticket)
        self._told_text()

    def move_cursor(self, cursor: int) -> None:
        """Take where the cursor stands; the question in hand follows it."""
        if self._ticket is not None:
            self._ticket.cursor = cursor
            self._tell_question(self._ticket)

    def press_enter(self, cursor: int) -> bool:
        """Open an inline answer when the cursor stands in a quote, or a paragraph below the greeting.

        Tell whether it did.
        """
        if self._ticket is None:
            return False
        if (self._ticket.text, cursor) == self._paragraph:
            # The second Enter of whoever presses it twice after a greeting.
            self._paragraph = ("", 0)
            return True
        edit = split_quote(self._ticket.text, cursor)
        greeted = below_greeting(self._ticket.text, cursor) if edit is None else None
        if greeted is not None:
            self._paragraph = greeted.applied(self._ticket.text), greeted.cursor
        edit = edit or greeted
        if edit is None:
            return False
        self._view.apply_edit(edit)
        return True

    def press_enter_within_quote(self, cursor: int) -> bool:
        """Break a line of a quote without answering there; tell whether it is one."""
        line = line_at(self._ticket.text, cursor) if self._ticket else None
        if line is None or not line.is_quote:
            return False
        self._view.apply_edit(Edit(cursor, cursor, "\n> ", cursor + 3))
        return True

    def next_field(self, cursor: int) -> bool:
        """Select the next ``{{field}}`` behind the cursor; tell whether there is one."""
        found = next_open_field(self._ticket.text, cursor) if self._ticket else None
        if found is not None:
            self._view.show_place(*found)
        return found is not None

    def reviewed(self) -> None:
        """Show the newest states of the questions."""
        if self._ticket is not None:
            self._show_badges(self._ticket)
            self._tell_question(self._ticket)

    def go_to_question(self, question_id: str) -> bool:
        """Go to the end of a question's answer, or behind its quote, where a letter opens the answer.

        Tell whether the draft has it. Going somewhere never edits.
        """
        place = self._place_of(question_id)
        if place is not None:
            self._view.show_place(*place)
        return place is not None

    def _place_of(self, question_id: str) -> tuple[int, int] | None:
        ticket = self._ticket
        if ticket is None:
            return None
        answer = next((s.answer for s in ticket.review.states if s.question.id == question_id), None)
        if answer is not None:
            return answer.end, answer.end
        opening = ticket.answer_opening(question_id)
        return (opening, opening) if opening is not None else None

    def _show_badges(self, ticket: OpenTicket) -> None:
        self._view.show_badges(draft_badges(ticket.draft, ticket.review.states, ticket.quoted()))

    def _tell_question(self, ticket: OpenTicket) -> None:
        question = ticket.question_at_cursor()
        if question != self._question:
            self._question = question
            self._told_question(question)

    def _saved(self, ticket: OpenTicket) -> Callable[[SaveNews], None]:
        def told(news: SaveNews) -> None:
            if ticket is self._ticket:
                self._view.show_saved(news)
            elif news.state is SaveState.FAILED:
                self._view.show_problem(f"Ticket “{ticket.ticket.subject}”: {news.sentence}")

        return told
