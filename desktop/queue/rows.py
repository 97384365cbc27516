"""The queue's rows: what is shown of a ticket, decided without Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from composer.tickets.ticket import Ticket, TicketStatus

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400

STATUS_WORDS = {
    TicketStatus.OPEN: "waits for a reply",
    TicketStatus.REPLIED: "replied",
    TicketStatus.CLOSED: "closed",
}


@dataclass(frozen=True, slots=True)
class TicketRow:
    """One ticket as a row. ``answered`` of ``questions`` is what its badge says (none: no badge)."""

    id: int
    customer: str
    subject: str
    status: TicketStatus
    age: str
    received: str
    answered: int
    questions: int
    mails: int

    @property
    def badge(self) -> str:
        """The count on the badge: answered of all, or nothing for a mail without questions."""
        return f"{self.answered}/{self.questions}" if self.questions else ""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = [self.customer, self.subject, STATUS_WORDS[self.status]]
        if self.questions:
            parts.append(f"{self.answered} of {self.questions} questions answered")
        return ", ".join([*parts, f"received {self.received}"])


def row_of(ticket: Ticket, now: datetime) -> TicketRow:
    """Return a ticket as a row, as of ``now`` (aware)."""
    return TicketRow(
        id=ticket.id,
        customer=ticket.customer.name or ticket.customer.mail or "Unknown sender",
        subject=ticket.subject or "No subject",
        status=ticket.status,
        age=age(ticket.received, now),
        received=ticket.received.astimezone().strftime("%d %b %Y, %H:%M").lstrip("0"),
        answered=ticket.total_questions - ticket.open_questions,
        questions=ticket.total_questions,
        mails=ticket.messages,
    )


def age(received: datetime, now: datetime) -> str:
    """Return how long ago something was, in one figure; a clock that went backwards gives ``now``."""
    seconds = (now - received).total_seconds()
    if seconds < _MINUTE:
        return "now"
    if seconds < _HOUR:
        return f"{int(seconds // _MINUTE)} min"
    if seconds < _DAY:
        return f"{int(seconds // _HOUR)} h"
    days = int(seconds // _DAY)
    return f"{days} d" if days < 100 else f"{days // 365} y" if days >= 730 else f"{days // 7} w"


def matches(ticket: Ticket, words: str) -> bool:
    """Tell whether a ticket has all the words in customer, address, subject or number."""
    text = f"{ticket.customer.name} {ticket.customer.mail} {ticket.subject} #{ticket.id}".casefold()
    return all(word in text for word in words.casefold().split())


def chosen(tickets: Iterable[Ticket], status: TicketStatus | None, words: str) -> tuple[Ticket, ...]:
    """Return the tickets of a status (None: all) that have all the words, in their order."""
    return tuple(
        ticket for ticket in tickets if (status is None or ticket.status is status) and matches(ticket, words)
    )


def summary(tickets: Iterable[Ticket], now: datetime) -> str:
    """Return the line beside the queue's title: how many wait, and the oldest of them."""
    waiting = [ticket for ticket in tickets if ticket.status is TicketStatus.OPEN]
    if not waiting:
        return "Nothing waits"
    oldest = age(min(ticket.received for ticket in waiting), now)
    count = "1 waits" if len(waiting) == 1 else f"{len(waiting)} wait"
    return f"{count} · oldest {oldest}"
