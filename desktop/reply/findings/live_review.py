"""Reading the draft again after a change, behind the typing: the newest text wins."""

import threading
from collections.abc import Callable

from composer.draft import Draft
from composer.lint.context import Context
from composer.review import Review, Reviewer
from desktop.reply.draft.carry import carried_review
from desktop.reply.open_ticket import OpenTicket
from desktop.work.collaborators import Lane, Timers

PAUSE_MS = 120
LONGEST_WAIT_MS = 600
_PAUSE, _WAIT = "review:pause", "review:wait"


class LiveReview:
    """Keeps an open ticket's review up to date.

    A review starts at the first pause in the typing, or while somebody types on and on, every
    ``LONGEST_WAIT_MS``. Its answer is carried to the text as it stands by then.
    """

    def __init__(
        self,
        *,
        reviewer: Reviewer,
        lane: Lane,
        timers: Timers,
        context: Callable[[OpenTicket], Context],
        reviewed: Callable[[OpenTicket], None],
    ) -> None:
        self._reviewer, self._lane, self._timers = reviewer, lane, timers
        self._context, self._reviewed = context, reviewed
        self._one_at_a_time = threading.Lock()
        self._ticket: OpenTicket | None = None
        self._then: Callable[[], object] | None = None

    def opened(self, ticket: OpenTicket) -> None:
        """Watch this ticket from now on, and read it at once."""
        self._ticket = ticket
        self.read_now()

    def closed(self) -> None:
        """Watch nothing."""
        self._ticket = self._then = None
        self._timers.stop(_PAUSE)
        self._timers.stop(_WAIT)

    def changed(self) -> None:
        """Read again soon: the draft, a decision or a dismissal changed."""
        self._timers.start(_PAUSE, PAUSE_MS, self.read_now)
        if not self._timers.is_running(_WAIT):
            self._timers.start(_WAIT, LONGEST_WAIT_MS, self.read_now)

    def read_now(self) -> None:
        """Read the draft as it stands."""
        self._timers.stop(_PAUSE)
        self._timers.stop(_WAIT)
        ticket = self._ticket
        if ticket is None:
            return
        work = self._work(ticket)
        text = ticket.text
        self._lane.run(
            work, done=lambda review: self._take(ticket, text, review), newest="review", brief=True
        )

    def when_read(self, then: Callable[[], object]) -> None:
        """Read the draft as it stands and do something once that is done."""
        self._then = then
        self.read_now()

    def _work(self, ticket: OpenTicket) -> Callable[[], Review]:
        text, cc, mail = ticket.text_to_read, ticket.cc, ticket.mail
        decisions, silenced = ticket.decisions, ticket.silenced
        context, softened = self._context(ticket), frozenset(ticket.standing.softened)

        def review() -> Review:
            with self._one_at_a_time:
                draft = Draft(text, cc=cc)
                return self._reviewer.review(
                    draft, mail, context, decisions=decisions, dismissed=silenced, softened=softened
                )

        return review

    def _take(self, ticket: OpenTicket, text: str, review: Review) -> None:
        if ticket is not self._ticket:
            return
        ticket.review = carried_review(review, text, ticket.text)
        self._reviewed(ticket)
        if self._then is not None and text == ticket.text:
            then, self._then = self._then, None
            then()
