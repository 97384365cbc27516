"""Who is to hear that a known issue has a fix: the customers of its tickets, each once. Without Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from composer.tickets.ticket import Ticket
from desktop.customer_name import spoken_customer
from desktop.team_time import clock_of
from kb_content.computed_date import computed_date
from kb_content.known_issue import IssueStatus, KnownIssue
from kb_content.team import WorkingTime

_HAS_FIX = (IssueStatus.MONITORING, IssueStatus.RESOLVED)


@dataclass(frozen=True, slots=True)
class IssueTickets:
    """The tickets of an issue, and which have a fix notice: by number, whether it was given."""

    tickets: tuple[Ticket, ...] = ()
    noticed: Mapping[int, bool] | None = None

    def to_tell(self, issue: KnownIssue) -> tuple[Ticket, ...]:
        """Return the tickets whose customers nobody thought of yet, once there is a fix."""
        if issue.status not in _HAS_FIX:
            return ()
        noticed = self.noticed or {}
        return tuple(ticket for ticket in self.tickets if ticket.id not in noticed)


def notice_words(tickets: Sequence[Ticket], issue: KnownIssue) -> dict[int, str]:
    """Return what is owed to each ticket's customer, as Promises lists it."""
    return {
        ticket.id: f"Tell {spoken_customer(ticket.customer) or 'the customer'} "
        f"that there is a fix: “{issue.title}”"
        for ticket in tickets
    }


def tell_by(now: datetime, working_time: WorkingTime) -> datetime:
    """Return by when to tell them, as of a local time: the start of the next working day."""
    day = computed_date("date+1wd", today=now.date(), working_time=working_time) or now.date()
    return datetime.combine(day, clock_of(working_time.start, time(9)), now.tzinfo)


def tell_words(count: int) -> str:
    """Return the words of the act."""
    return "Tell the customer" if count == 1 else f"Tell {count} customers"


def told_words(count: int) -> str:
    """Return what was done, and how it goes on."""
    what = "One fix notice waits" if count == 1 else f"{count} fix notices wait"
    return f"{what} under Promises; the reply to each customer takes it off."
