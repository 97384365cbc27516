"""The replies that left a desk."""

from collections.abc import Iterable

from composer.tickets.promise_table import PromiseTable
from composer.tickets.store import loaded, stored
from composer.tickets.ticket import NewPromise, SentReply, SentText, TicketStatus


class ReplyTable(PromiseTable):
    """Sent replies; each files the promises that it makes, and those that it keeps."""

    def file_reply(
        self,
        ticket_id: int,
        raw: bytes,
        *,
        text: str = "",
        message_id: str = "",
        promises: Iterable[NewPromise] = (),
        kept: Iterable[int] = (),
    ) -> int:
        """File a reply that leaves, with its promises, and mark the ticket as replied; return its number.

        ``raw`` is the ``.eml`` as written, ``text`` the draft in Markdown, ``message_id`` the reply's
        own (with or without ``<>``), by which the customer's next mail finds its ticket. A promise
        that was moved to the moment that the reply names is told by it, and not filed a second time.
        ``kept`` are the numbers of earlier promises that this reply keeps.
        With the reply stands how many questions its ticket had then, and how many were open.
        """
        with self._writing():
            counts = self._one("SELECT open_questions, total_questions FROM tickets WHERE id = ?", ticket_id)
            reply_id = self._insert(
                "replies",
                ticket_id=ticket_id,
                message_id=message_id.strip("<>"),
                sent_at=stored(self._clock()),
                text=text,
                raw=raw,
                **(counts or {}),
            )
            for promise in promises:
                self._file_promise(reply_id, ticket_id, promise)
            for promise_id in kept:
                self._keep_by(reply_id, ticket_id, promise_id)
            self._execute(
                "UPDATE tickets SET status = ?, closed_at = NULL WHERE id = ?",
                TicketStatus.REPLIED.value,
                ticket_id,
            )
        return reply_id

    def replies(self, ticket_id: int) -> tuple[SentReply, ...]:
        """Return the replies that left for a ticket, oldest first."""
        rows = self._all("SELECT * FROM replies WHERE ticket_id = ? ORDER BY id", ticket_id)
        return tuple(
            SentReply(row["id"], row["ticket_id"], loaded(row["sent_at"]), row["text"], bytes(row["raw"]))
            for row in rows
        )

    def sent_texts(self) -> tuple[SentText, ...]:
        """Return the text of every reply that left, of all tickets, oldest first."""
        rows = self._all("SELECT id, ticket_id, sent_at, text FROM replies WHERE text != '' ORDER BY id")
        return tuple(
            SentText(row["id"], row["ticket_id"], loaded(row["sent_at"]), row["text"]) for row in rows
        )

    def recent_texts(self, ticket_id: int, most: int) -> tuple[str, ...]:
        """Return the texts of the last replies that left for other tickets, the newest first."""
        rows = self._all(
            "SELECT text FROM replies WHERE text != '' AND ticket_id != ? ORDER BY id DESC LIMIT ?",
            ticket_id,
            most,
        )
        return tuple(row["text"] for row in rows)
