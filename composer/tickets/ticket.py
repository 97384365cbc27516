"""What the desk keeps, as plain records: tickets, drafts, dismissals, promises, sent replies."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from composer.mail.message import Address


class TicketStatus(StrEnum):
    """How far a ticket is: waiting for us, waiting for the customer, done."""

    OPEN = "open"
    REPLIED = "replied"
    CLOSED = "closed"


class DismissalScope(StrEnum):
    """How far a dismissal reaches: this finding, this rule in this draft, this rule everywhere."""

    HERE = "here"
    DRAFT = "draft"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Ticket:
    """One customer's matter. Times are aware, in UTC; question counts are those of the last review."""

    id: int
    subject: str
    customer: Address
    received: datetime
    status: TicketStatus
    open_questions: int
    total_questions: int
    message_id: str
    messages: int = 1


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """A ticket's draft as last saved. ``revision`` counts from 1; 0 means there is none yet."""

    text: str
    revision: int
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file that leaves with a draft, as it was when it was attached."""

    id: int
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding that the agent silenced, and why."""

    id: int
    ticket_id: int | None
    scope: DismissalScope
    rule: str
    anchor: str
    words: str
    reason: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment. ``due`` is aware, or None when no day was promised.

    ``told`` says that the customer has it in a reply; a promise that was moved waits to be told.
    ``event`` are the words for what it waits for (*as soon as the part is in*), and ``look_again`` is our
    own moment to see to it, of which the customer knows nothing. With an ``issue_id`` it is a fix notice:
    what the customer is owed since that known issue is resolved.
    """

    id: int
    ticket_id: int
    words: str
    due: datetime | None
    owner: str
    kept_at: datetime | None = None
    told: bool = True
    event: str = ""
    look_again: datetime | None = None
    issue_id: str = ""


@dataclass(frozen=True, slots=True)
class NewPromise:
    """A commitment found in a reply that is about to be filed; ``event`` and the rest as in `Promise`."""

    words: str
    due: datetime | None
    owner: str = ""
    event: str = ""
    look_again: datetime | None = None


@dataclass(frozen=True, slots=True)
class SentReply:
    """A reply that left: the draft's text, and the bytes of the ``.eml`` that was written."""

    id: int
    ticket_id: int
    sent_at: datetime
    text: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class SentText:
    """The text of a reply that left, as its draft had it."""

    id: int
    ticket_id: int
    sent_at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Insertion:
    """A passage of the library that went into a draft, with the version it was taken from."""

    ticket_id: int
    record_id: str
    revision: str
    inserted_at: datetime
