"""How long customers waited: for the first reply, for each next one, until nothing was left open.

Waits are working time. A wait belongs to the period in which it ended; one that still runs belongs to
the present one as soon as it is over its target, or a desk that never replies would look quick.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from composer.tickets.report_period import Period
from composer.tickets.report_record import TicketRecord
from composer.tickets.ticket import TicketStatus
from composer.tickets.worked_time import WorkedTime


class Clock(StrEnum):
    """The three clocks."""

    FIRST = "first-reply"
    NEXT = "next-reply"
    RESOLUTION = "resolution"


@dataclass(frozen=True, slots=True)
class Wait:
    """A stretch in which a customer waited; ``ended`` is None while it runs. ``worked`` is its length."""

    ticket_id: int
    began: datetime
    ended: datetime | None
    worked: timedelta


@dataclass(frozen=True, slots=True)
class ClockFigure:
    """The waits of one clock in a period, at least one, the longest first; ``target`` may be None.

    ``ended`` are those that ended in the period; ``running`` are over the target and still run.
    """

    clock: Clock
    target: timedelta | None
    ended: tuple[Wait, ...]
    running: tuple[Wait, ...] = ()

    @property
    def median(self) -> timedelta | None:
        """The length in the middle of those that ended, or None where none did."""
        count = len(self.ended)
        if not count:
            return None
        return (self.ended[(count - 1) // 2].worked + self.ended[count // 2].worked) / 2

    @property
    def within(self) -> int:
        """How many waits were within the target; what runs is over it."""
        return sum(not self.is_over(wait) for wait in self.ended)

    @property
    def all(self) -> int:
        """How many waits are decided."""
        return len(self.ended) + len(self.running)

    def is_over(self, wait: Wait) -> bool:
        """Tell whether a wait was longer than the target."""
        return self.target is not None and wait.worked > self.target


Stretch = tuple[Clock, datetime, datetime | None]


def reply_stretches(ticket: TicketRecord) -> Iterator[Stretch]:
    """Yield each wait for a reply: its clock, when it began, and when the reply left (None: it runs).

    What the agent closed without a reply was not waited for.
    """
    replies = [reply.sent for reply in ticket.replies]
    clock, began = Clock.FIRST, ticket.came
    for sent in replies:
        if began <= sent:
            yield clock, began, sent
        clock = Clock.NEXT
        after = next((mail for mail in ticket.mails if mail > sent), None)
        if after is None:
            break
        began = after
    running = unanswered_since(ticket)
    if running is not None:
        yield (Clock.NEXT if replies else Clock.FIRST), running, None


def unanswered_since(ticket: TicketRecord) -> datetime | None:
    """Return when the first mail came that waits for a reply, or None where none does.

    A ticket that was put back into the queue by hand has no such mail.
    """
    if ticket.status is not TicketStatus.OPEN:
        return None
    if not ticket.replies:
        return ticket.came
    return next((mail for mail in ticket.mails if mail > ticket.replies[-1].sent), None)


def resolved_at(ticket: TicketRecord) -> datetime | None:
    """Return when nothing was left open in a ticket that was replied to, or None.

    That is with its last reply, when that answered every question, and once its promises are kept. A
    ticket that is closed with something open is resolved when it is closed.
    """
    if ticket.status is TicketStatus.OPEN or not ticket.replies:
        return None
    last = ticket.replies[-1]
    left_open = ticket.open_questions if last.open_questions is None else last.open_questions
    kept = [promise.kept for promise in ticket.promises if promise.kept is not None]
    if left_open or len(kept) < len(ticket.promises):
        return ticket.closed
    return max([last.sent, *kept])


def clock_figures(
    tickets: Iterable[TicketRecord],
    period: Period,
    *,
    now: datetime,
    worked: WorkedTime,
    targets: Mapping[Clock, timedelta],
) -> tuple[ClockFigure, ...]:
    """Return the three clocks in a period as of ``now``; a clock without a wait is left out."""
    waits: dict[Clock, list[Wait]] = {clock: [] for clock in Clock}
    for ticket in tickets:
        for clock, began, ended in _all_stretches(ticket):
            if ended is not None and not period.holds(ended):
                continue
            wait = Wait(ticket.id, began, ended, worked.between(began, ended or now))
            if ended is not None or _counts_already(wait, targets.get(clock), period, now):
                waits[clock].append(wait)
    return tuple(_figure(clock, targets.get(clock), found) for clock, found in waits.items() if found)


def _figure(clock: Clock, target: timedelta | None, waits: Iterable[Wait]) -> ClockFigure:
    longest_first = sorted(waits, key=lambda wait: (-wait.worked, wait.ticket_id))
    ended = tuple(wait for wait in longest_first if wait.ended is not None)
    return ClockFigure(clock, target, ended, tuple(wait for wait in longest_first if wait.ended is None))


def _all_stretches(ticket: TicketRecord) -> Iterator[Stretch]:
    yield from reply_stretches(ticket)
    ended = resolved_at(ticket)
    if ended is not None or ticket.status is not TicketStatus.CLOSED:
        yield Clock.RESOLUTION, ticket.came, ended


def _counts_already(wait: Wait, target: timedelta | None, period: Period, now: datetime) -> bool:
    return target is not None and wait.worked > target and period.holds(now)
