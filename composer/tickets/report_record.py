"""What a desk knows of its tickets for a report: moments and counts, no text of a mail or a reply."""

from dataclasses import dataclass
from datetime import datetime

from composer.mail.message import Address
from composer.tickets.gap_table import Gap
from composer.tickets.ticket import TicketStatus


@dataclass(frozen=True, slots=True)
class FiledReply:
    """A reply that left; its ticket's questions then, None where an older program filed it."""

    sent: datetime
    open_questions: int | None = None
    total_questions: int | None = None


@dataclass(frozen=True, slots=True)
class PromiseMove:
    """A new ETA: the moment that it replaced (None: there was none), and when that was."""

    due_before: datetime | None
    moved: datetime


@dataclass(frozen=True, slots=True)
class FiledPromise:
    """A promise with all that became of it; ``moves`` in their order, ``look_again`` is our own moment."""

    id: int
    words: str
    due: datetime | None
    kept: datetime | None = None
    moves: tuple[PromiseMove, ...] = ()
    look_again: datetime | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """A known issue that was linked, or a record that was put into a draft (``article:refunds``)."""

    key: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SettledFindings:
    """How many findings of a rule were fixed and dismissed at a time; negative ones were taken back."""

    rule: str
    at: datetime
    fixed: int
    dismissed: int


@dataclass(frozen=True, slots=True)
class TicketRecord:
    """One ticket's life. Mails and replies in their order in time; times are aware, in UTC.

    ``closed`` is None where the ticket is not closed, or an older program closed it.
    """

    id: int
    subject: str
    customer: Address
    status: TicketStatus
    received: datetime
    mails: tuple[datetime, ...] = ()
    replies: tuple[FiledReply, ...] = ()
    closed: datetime | None = None
    open_questions: int = 0
    promises: tuple[FiledPromise, ...] = ()
    issues: tuple[Use, ...] = ()
    inserted: tuple[Use, ...] = ()
    findings: tuple[SettledFindings, ...] = ()

    @property
    def came(self) -> datetime:
        """The moment of its first mail."""
        return self.mails[0] if self.mails else self.received


@dataclass(frozen=True, slots=True)
class DeskRecord:
    """All tickets, oldest first, and the gaps; ``changes`` is the desk's count when it was read."""

    tickets: tuple[TicketRecord, ...] = ()
    gaps: tuple[Gap, ...] = ()
    changes: int = 0

    @property
    def oldest(self) -> datetime | None:
        """The moment of the first mail, or None."""
        return min((ticket.came for ticket in self.tickets), default=None)
