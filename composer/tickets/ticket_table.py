"""The tickets of a desk and the mails that they consist of."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from composer.mail.message import Address, Message
from composer.mail.parse import parse_message
from composer.tickets.desk_file import DeskFailure
from composer.tickets.store import Store, loaded, stored
from composer.tickets.ticket import Ticket, TicketStatus

TICKET_ROWS = """
    SELECT tickets.*, count(messages.id) AS messages,
           coalesce((SELECT message_id FROM messages m WHERE m.ticket_id = tickets.id
                     ORDER BY m.id DESC LIMIT 1), '') AS message_id
    FROM tickets LEFT JOIN messages ON messages.ticket_id = tickets.id
"""

_OF_ONE_DRAFT = ("drafts", "draft_revisions", "draft_copies", "draft_files", "dismissals")


class TicketTable(Store):
    """Tickets in the order of their arrival, with the bytes of every mail."""

    def add_mail(self, raw: bytes, message: Message | None = None) -> Ticket:
        """File a mail, with its bytes as they came, and return the ticket that it belongs to.

        The same bytes again give the same ticket. A mail that answers one of a ticket's mails joins
        that ticket and opens it again; a draft that has left then makes room for the next reply's.
        ``message`` spares the parsing when the caller has done it;
        otherwise MailFailure is raised for what is no mail.
        """
        message = message or parse_message(raw)
        digest = hashlib.sha256(raw).hexdigest()
        now = self._clock()
        received = message.sent if message.sent and message.sent <= now else now
        with self._writing():
            known = self._one("SELECT ticket_id FROM messages WHERE sha256 = ?", digest)
            if known:
                return self.ticket(known["ticket_id"])
            ticket_id = self._thread_of(message) or 0
            if ticket_id:
                self._put_left_draft_away(ticket_id)
            else:
                ticket_id = self._new_ticket(message, received)
            self._insert(
                "messages",
                ticket_id=ticket_id,
                message_id=message.message_id,
                sha256=digest,
                received_at=stored(received),
                raw=raw,
            )
            self._set_status(ticket_id, TicketStatus.OPEN)
        return self.ticket(ticket_id)

    def ticket(self, ticket_id: int) -> Ticket:
        """Return one ticket; raises DeskFailure when there is none of that number."""
        row = self._one(f"{TICKET_ROWS} WHERE tickets.id = ? GROUP BY tickets.id", ticket_id)
        if row is None:
            raise DeskFailure(f"There is no ticket {ticket_id} on this desk; it may have been erased.")
        return ticket_of(row)

    def tickets(self, *, status: TicketStatus | None = None) -> tuple[Ticket, ...]:
        """Return the tickets of one status (or all), oldest first."""
        where, values = ("WHERE tickets.status = ?", (status.value,)) if status else ("", ())
        rows = self._all(
            f"{TICKET_ROWS} {where} GROUP BY tickets.id ORDER BY tickets.received_at, tickets.id", *values
        )
        return tuple(ticket_of(row) for row in rows)

    def message_bytes(self, ticket_id: int) -> bytes:
        """Return the newest mail of a ticket as it came, byte for byte."""
        messages = self.all_message_bytes(ticket_id)
        if not messages:
            raise DeskFailure(f"Ticket {ticket_id} holds no mail; it may have been erased.")
        return messages[-1]

    def all_message_bytes(self, ticket_id: int) -> tuple[bytes, ...]:
        """Return all mails of a ticket as they came, oldest first."""
        rows = self._all("SELECT raw FROM messages WHERE ticket_id = ? ORDER BY id", ticket_id)
        return tuple(bytes(row["raw"]) for row in rows)

    def mails_to_answer(self, ticket_id: int) -> tuple[bytes, ...]:
        """Return the mails that came since the last reply, oldest first; the newest is always among them."""
        rows = self._all(
            "SELECT raw FROM messages WHERE ticket_id = ?1 AND ("
            "id = (SELECT max(id) FROM messages WHERE ticket_id = ?1) OR received_at > "
            "coalesce((SELECT max(sent_at) FROM replies WHERE ticket_id = ?1), '')) ORDER BY id",
            ticket_id,
        )
        return tuple(bytes(row["raw"]) for row in rows)

    def name_customer(self, ticket_id: int, customer: Address) -> None:
        """Remember who wrote a ticket's mail, where the mail itself does not say so."""
        with self._writing():
            self._execute(
                "UPDATE tickets SET customer_name = ?, customer_mail = ? WHERE id = ?",
                customer.name,
                customer.mail,
                ticket_id,
            )

    def close_ticket(self, ticket_id: int) -> None:
        """Take a ticket out of the queue."""
        with self._writing():
            self._set_status(ticket_id, TicketStatus.CLOSED)

    def reopen_ticket(self, ticket_id: int) -> None:
        """Put a ticket back into the queue."""
        with self._writing():
            self._set_status(ticket_id, TicketStatus.OPEN)

    def save_question_counts(self, ticket_id: int, *, open_questions: int, total_questions: int) -> None:
        """Remember for the queue how many questions a ticket has and how many are still open."""
        with self._writing():
            self._execute(
                "UPDATE tickets SET open_questions = ?, total_questions = ? WHERE id = ?",
                open_questions,
                total_questions,
                ticket_id,
            )

    def _set_status(self, ticket_id: int, status: TicketStatus) -> None:
        closed = stored(self._clock()) if status is TicketStatus.CLOSED else None
        self._execute(
            "UPDATE tickets SET status = ?, closed_at = ? WHERE id = ?", status.value, closed, ticket_id
        )

    def _new_ticket(self, message: Message, received: datetime) -> int:
        return self._insert(
            "tickets",
            subject=message.subject,
            customer_name=message.sender.name,
            customer_mail=message.sender.mail,
            received_at=stored(received),
        )

    def _put_left_draft_away(self, ticket_id: int) -> None:
        """Let the next reply start anew where the draft is the last reply: that one is kept as sent.

        What belonged to that draft alone (copies, files, dismissals) must not go on to the next.
        """
        left = self._one(
            "SELECT 1 FROM drafts WHERE ticket_id = ?1 AND text = "
            "(SELECT text FROM replies WHERE ticket_id = ?1 ORDER BY id DESC LIMIT 1)",
            ticket_id,
        )
        if left is not None:
            for table in _OF_ONE_DRAFT:
                self._execute(f"DELETE FROM {table} WHERE ticket_id = ?", ticket_id)
            self._execute("UPDATE insertions SET put_away = 1 WHERE ticket_id = ?", ticket_id)
            self._execute(
                "UPDATE tickets SET open_questions = 0, total_questions = 0 WHERE id = ?", ticket_id
            )

    def _thread_of(self, message: Message) -> int | None:
        """Return the ticket of the mail or reply that this one answers, the nearest first."""
        for parent in _parents(message):
            row = self._one(
                "SELECT ticket_id FROM messages WHERE message_id = ?1 "
                "UNION ALL SELECT ticket_id FROM replies WHERE message_id = ?1 LIMIT 1",
                parent,
            )
            if row:
                return int(row["ticket_id"])
        return None


def ticket_of(row: dict[str, Any]) -> Ticket:
    """Return the ticket of a row that ``TICKET_ROWS`` selected."""
    return Ticket(
        id=row["id"],
        subject=row["subject"],
        customer=Address(row["customer_name"], row["customer_mail"]),
        received=loaded(row["received_at"]),
        status=TicketStatus(row["status"]),
        open_questions=row["open_questions"],
        total_questions=row["total_questions"],
        message_id=row["message_id"],
        messages=row["messages"],
    )


def _parents(message: Message) -> Sequence[str]:
    """Return the Message-IDs that a mail answers, the nearest first."""
    nearest = [message.in_reply_to] if message.in_reply_to else []
    return [*nearest, *reversed(message.references)]
