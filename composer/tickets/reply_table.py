"""The replies that left a desk, and the promises that they made."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from composer.tickets.desk_file import DeskFailure
from composer.tickets.store import Store, loaded, stored
from composer.tickets.ticket import NewPromise, Promise, SentReply, SentText, TicketStatus


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
        own (with or without ``<>``), by which the customer's next mail finds its ticket. A promise
        that was moved to the moment that the reply names is told by it, and not filed a second time.
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
                if not self._told_by(reply_id, ticket_id, promise):
                    self._insert(
                        "promises",
                        ticket_id=ticket_id,
                        reply_id=reply_id,
                        words=promise.words,
                        due_at=stored(promise.due) if promise.due else None,
                        owner=promise.owner,
                    )
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

    def open_promises(self) -> tuple[Promise, ...]:
        """Return the promises not kept yet, the most urgent first, those without a date last."""
        rows = self._all("SELECT * FROM promises WHERE kept_at IS NULL ORDER BY due_at IS NULL, due_at, id")
        return tuple(_promise(row) for row in rows)

    def keep_promise(self, promise_id: int) -> None:
        """Note that a promise was kept."""
        with self._writing():
            self._execute("UPDATE promises SET kept_at = ? WHERE id = ?", stored(self._clock()), promise_id)

    def reopen_promise(self, promise_id: int) -> None:
        """Take back that a promise was kept."""
        with self._writing():
            self._execute("UPDATE promises SET kept_at = NULL WHERE id = ?", promise_id)

    def move_promise(self, promise_id: int, due: datetime, words: str) -> None:
        """Give a promise a new ETA, in new words; it waits to be told, and to be brought to mind again.

        The ETA that it had is remembered for the report.

        ``due`` is aware. Raises DeskFailure when there is no such promise, or it was kept already.
        """
        with self._writing():
            row = self._one("SELECT due_at FROM promises WHERE id = ? AND kept_at IS NULL", promise_id)
            if row is None:
                raise DeskFailure("This promise was kept or erased meanwhile; nothing was changed.")
            self._insert(
                "promise_moves", promise_id=promise_id, due_at=row["due_at"], moved_at=stored(self._clock())
            )
            self._execute(
                "UPDATE promises SET due_at = ?, words = ?, reply_id = NULL, reminded_at = NULL WHERE id = ?",
                stored(due),
                words,
                promise_id,
            )

    def take_reminders(self, before: datetime) -> tuple[Promise, ...]:
        """Return the open promises due before a moment (aware) that were never returned by this before."""
        where = "kept_at IS NULL AND reminded_at IS NULL AND due_at <= ?"
        with self._lock:
            rows = self._all(f"SELECT * FROM promises WHERE {where} ORDER BY due_at, id", stored(before))
            if rows:
                with self._writing():
                    self._execute(
                        f"UPDATE promises SET reminded_at = ? WHERE {where}",
                        stored(self._clock()),
                        stored(before),
                    )
        return tuple(_promise(row) for row in rows)

    def _told_by(self, reply_id: int, ticket_id: int, promise: NewPromise) -> bool:
        """Note that a reply tells a moved promise, and say whether there was one for its moment."""
        if promise.due is None:
            return False
        moved = self._one(
            "SELECT id FROM promises WHERE ticket_id = ? AND due_at = ? "
            "AND kept_at IS NULL AND reply_id IS NULL",
            ticket_id,
            stored(promise.due),
        )
        if moved is None:
            return False
        self._execute(
            "UPDATE promises SET reply_id = ?, words = ?, owner = ? WHERE id = ?",
            reply_id,
            promise.words,
            promise.owner,
            moved["id"],
        )
        return True


def _promise(row: dict[str, Any]) -> Promise:
    return Promise(
        id=row["id"],
        ticket_id=row["ticket_id"],
        words=row["words"],
        due=loaded(row["due_at"]) if row["due_at"] else None,
        owner=row["owner"],
        kept_at=loaded(row["kept_at"]) if row["kept_at"] else None,
        told=row["reply_id"] is not None,
    )
