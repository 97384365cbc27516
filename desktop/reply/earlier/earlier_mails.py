"""What was written before in a ticket: the customer's earlier mails and our replies, without Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from composer.mail.message import Message
from composer.tickets.ticket import SentReply
from desktop.reply.open_ticket import OpenTicket
from desktop.work.collaborators import Lane
from kb_content.failure import Failure

MOST_SHOWN = 50
"""So many of the newest are shown: a ticket of years is read in the mail program."""

_BEGINNING = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class EarlierPart:
    """One earlier mail or reply: who and when, and its text; ours is Markdown as it was written."""

    heading: str
    text: str
    is_ours: bool


class EarlierStore(Protocol):
    """The part of the desk that has what was written."""

    def all_message_bytes(self, ticket_id: int) -> tuple[bytes, ...]:
        """Return all mails of a ticket as they came, oldest first."""

    def replies(self, ticket_id: int) -> tuple[SentReply, ...]:
        """Return the replies that left for a ticket, oldest first."""


class EarlierReader(Protocol):
    """Reads foreign bytes, within limits."""

    def read(self, raw: bytes) -> Message:
        """Return the message in the bytes of a mail."""


class EarlierView(Protocol):
    """What shows it."""

    def show_earlier(self, parts: tuple[EarlierPart, ...]) -> None:
        """Show what was written before, newest first."""

    def show_problem(self, sentence: str) -> None:
        """Say why it can't be shown."""


class EarlierMails:
    """Shows what was written in the open ticket before the mail that is shown.

    ``spoken_moment`` says a time (aware) as the team reads it.
    """

    def __init__(
        self,
        *,
        view: EarlierView,
        desk: EarlierStore,
        reader: EarlierReader,
        reads: Lane,
        ticket: Callable[[], OpenTicket | None],
        spoken_moment: Callable[[datetime], str],
    ) -> None:
        self._view, self._desk, self._reader, self._reads = view, desk, reader, reads
        self._ticket, self._spoken_moment = ticket, spoken_moment

    @property
    def has_any(self) -> bool:
        """Whether something was written before in the open ticket."""
        ticket = self._ticket()
        return ticket is not None and ticket.earlier > 0

    def show(self) -> None:
        """Read what was written before, and show it."""
        ticket = self._ticket()
        if ticket is not None and self.has_any:
            number, shown = ticket.id, len(ticket.raws)
            self._reads.run(
                lambda: self._parts(number, shown),
                done=self._view.show_earlier,
                failed=self._failed,
                newest="earlier-mails",
            )

    def _parts(self, ticket_id: int, shown: int) -> tuple[EarlierPart, ...]:
        """Return what is not on the screen: all but the newest ``shown`` mails, and our replies."""
        theirs = (self._theirs(raw) for raw in self._desk.all_message_bytes(ticket_id)[:-shown][-MOST_SHOWN:])
        ours = (self._ours(reply) for reply in self._desk.replies(ticket_id)[-MOST_SHOWN:])
        dated = sorted((*theirs, *ours), key=lambda part: part[0], reverse=True)
        return tuple(part for _, part in dated[:MOST_SHOWN])

    def _theirs(self, raw: bytes) -> tuple[datetime, EarlierPart]:
        try:
            message = self._reader.read(raw)
        except Failure as failure:
            return _BEGINNING, EarlierPart("A mail that can't be read", str(failure), False)
        who = message.sender.name or message.sender.mail or "Unknown sender"
        when = f", {self._spoken_moment(message.sent)}" if message.sent else ""
        return message.sent or _BEGINNING, EarlierPart(f"{who}{when}", message.text.strip("\n"), False)

    def _ours(self, reply: SentReply) -> tuple[datetime, EarlierPart]:
        heading = f"Your reply, {self._spoken_moment(reply.sent_at)}"
        return reply.sent_at, EarlierPart(heading, reply.text.strip("\n"), True)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure | OSError):
            raise error
        self._view.show_problem(str(error))
