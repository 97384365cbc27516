"""The replies that left a desk, and the promises that they made."""

from collections.abc import Iterable
from typing import Any

from composer.tickets.store import Store, loaded, stored
from composer.tickets.ticket import NewPromise, Promise, SentReply, TicketStatus


class ReplyTable(Store):
    """Sent replies and open promises."""

    def file_reply(
        self,
        ticket_id: int,
        raw: bytes,
        *,
        text: str = "",
        message_id: str = "",
        promises: Iterable[NewPromise] = (),
    ) -> int:
        """File a reply that leaves, with its promises, and mark the ticket as replied; return its number.

        ``raw`` is the ``.eml`` as written, ``text`` the draft in Markdown, ``message_id`` the reply's
        own (with or without ``<>``), by which the customer's next mail finds its ticket.
        """
        with self._writing():
            reply_id = self._insert(
                "replies",
                ticket_id=ticket_id,
                message_id=message_id.strip("<>"),
                sent_at=stored(self._clock()),
                text=text,
                raw=raw,
            )
            for promise in promises:
                self._insert(
                    "promises",
                    ticket_id=ticket_id,
                    reply_id=reply_id,
                    words=promise.words,
                    due_at=stored(promise.due) if promise.due else None,
                    owner=promise.owner,
                )
            self._execute("UPDATE tickets SET status = ? WHERE id = ?", TicketStatus.REPLIED.value, ticket_id)
        return reply_id

    def replies(self, ticket_id: int) -> tuple[SentReply, ...]:
        """Return the replies that left for a ticket, oldest first."""
        rows = self._all("SELECT * FROM replies WHERE ticket_id = ? ORDER BY id", ticket_id)
        return tuple(
            SentReply(row["id"], row["ticket_id"], loaded(row["sent_at"]), row["text"], bytes(row["raw"]))
            for row in rows
        )

    def open_promises(self) -> tuple[Promise, ...]:
        """Return the promises not kept yet, the most urgent first, those without a date last."""
        rows = self._all("SELECT * FROM promises WHERE kept_at IS NULL ORDER BY due_at IS NULL, due_at, id")
        return tuple(_promise(row) for row in rows)

    def keep_promise(self, promise_id: int) -> None:
        """Note that a promise was kept."""
        with self._writing():
            self._execute("UPDATE promises SET kept_at = ? WHERE id = ?", stored(self._clock()), promise_id)


def _promise(row: dict[str, Any]) -> Promise:
    return Promise(
        id=row["id"],
        ticket_id=row["ticket_id"],
        words=row["words"],
        due=loaded(row["due_at"]) if row["due_at"] else None,
        owner=row["owner"],
        kept_at=loaded(row["kept_at"]) if row["kept_at"] else None,
    )
