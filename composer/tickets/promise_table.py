"""The promises of a desk: what was said to come, by when or after what, and what is owed since a fix."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from composer.tickets.desk_file import DeskFailure
from composer.tickets.store import Store, loaded, stored
from composer.tickets.ticket import NewPromise, Promise

_MOMENT = "coalesce(due_at, look_at)"
"""When somebody has to see to a promise: the day that was promised, else our own."""


class PromiseTable(Store):
    """Open promises, and what becomes of them."""

    def open_promises(self) -> tuple[Promise, ...]:
        """Return the promises not kept yet, the most urgent first, those without any moment last."""
        rows = self._all(
            f"SELECT * FROM promises WHERE kept_at IS NULL ORDER BY {_MOMENT} IS NULL, {_MOMENT}, id"
        )
        return tuple(_promise(row) for row in rows)

    def open_promises_of(self, ticket_id: int) -> tuple[Promise, ...]:
        """Return a ticket's promises that are not kept yet, in the order in which they were made."""
        rows = self._all(
            "SELECT * FROM promises WHERE ticket_id = ? AND kept_at IS NULL ORDER BY id", ticket_id
        )
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

        The ETA that it had is remembered for the report; what waited for an event waits no longer.

        ``due`` is aware. Raises DeskFailure when there is no such promise, or it was kept already.
        """
        with self._writing():
            before = self._still_open(promise_id)["due_at"]
            self._insert(
                "promise_moves", promise_id=promise_id, due_at=before, moved_at=stored(self._clock())
            )
            self._execute(
                "UPDATE promises SET due_at = ?, words = ?, event = '', look_at = NULL, reply_id = NULL, "
                "reminded_at = NULL WHERE id = ?",
                stored(due),
                words,
                promise_id,
            )

    def look_again(self, promise_id: int, when: datetime) -> None:
        """Put off our own moment (aware) to see to a promise without a day; then it is brought to mind.

        Raises DeskFailure when there is no such promise, or it was kept already.
        """
        with self._writing():
            self._still_open(promise_id)
            self._execute(
                "UPDATE promises SET look_at = ?, reminded_at = NULL WHERE id = ?", stored(when), promise_id
            )

    def take_reminders(self, before: datetime) -> tuple[Promise, ...]:
        """Return the open promises due before a moment (aware) that were never returned by this before."""
        where = f"kept_at IS NULL AND reminded_at IS NULL AND {_MOMENT} <= ?"
        with self._lock:
            rows = self._all(f"SELECT * FROM promises WHERE {where} ORDER BY {_MOMENT}, id", stored(before))
            if rows:
                with self._writing():
                    self._execute(
                        f"UPDATE promises SET reminded_at = ? WHERE {where}",
                        stored(self._clock()),
                        stored(before),
                    )
        return tuple(_promise(row) for row in rows)

    def owe_fix_notices(
        self, issue_id: str, words: Mapping[int, str], *, look_again: datetime, owner: str = ""
    ) -> int:
        """File that the customers of some tickets are to hear that an issue is resolved; return how many.

        ``words`` says it for each ticket's number. Who has a notice of this issue already, open or
        kept, gets no second one.
        """
        with self._writing():
            known = self.fix_noticed(issue_id)
            wanted = {ticket: said for ticket, said in words.items() if ticket not in known}
            for ticket_id, said in wanted.items():
                self._insert(
                    "promises",
                    ticket_id=ticket_id,
                    words=said,
                    owner=owner,
                    look_at=stored(look_again),
                    issue_id=issue_id,
                )
        return len(wanted)

    def fix_noticed(self, issue_id: str) -> Mapping[int, bool]:
        """Return the tickets that have a fix notice of an issue, and whether it was given."""
        rows = self._all(
            "SELECT ticket_id, kept_at IS NOT NULL AS given FROM promises WHERE issue_id = ?", issue_id
        )
        return {row["ticket_id"]: bool(row["given"]) for row in rows}

    def _file_promise(self, reply_id: int, ticket_id: int, promise: NewPromise) -> None:
        """File a promise that a reply makes, or find it filed: moved to this moment, or waiting for this."""
        if self._told_by(reply_id, ticket_id, promise) or self._said_again(reply_id, ticket_id, promise):
            return
        self._insert(
            "promises",
            ticket_id=ticket_id,
            reply_id=reply_id,
            words=promise.words,
            due_at=stored(promise.due) if promise.due else None,
            owner=promise.owner,
            event=promise.event,
            look_at=stored(promise.look_again) if promise.look_again else None,
        )

    def _keep_by(self, reply_id: int, ticket_id: int, promise_id: int) -> None:
        """Note that a reply keeps an earlier promise of its ticket."""
        self._execute(
            "UPDATE promises SET kept_at = ?, reply_id = coalesce(reply_id, ?) "
            "WHERE id = ? AND ticket_id = ? AND kept_at IS NULL",
            stored(self._clock()),
            reply_id,
            promise_id,
            ticket_id,
        )

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

    def _said_again(self, reply_id: int, ticket_id: int, promise: NewPromise) -> bool:
        """Take a promise for the same event as the one that waits for it already; say whether one does."""
        if not promise.event:
            return False
        before = self._one(
            "SELECT id, look_at FROM promises WHERE ticket_id = ? AND event = ? COLLATE NOCASE "
            "AND kept_at IS NULL",
            ticket_id,
            promise.event,
        )
        if before is None:
            return False
        self._execute(
            "UPDATE promises SET reply_id = ?, words = ?, owner = ?, look_at = ?, reminded_at = NULL "
            "WHERE id = ?",
            reply_id,
            promise.words,
            promise.owner,
            stored(promise.look_again) if promise.look_again else before["look_at"],
            before["id"],
        )
        return True

    def _still_open(self, promise_id: int) -> dict[str, Any]:
        row = self._one("SELECT * FROM promises WHERE id = ? AND kept_at IS NULL", promise_id)
        if row is None:
            raise DeskFailure("This promise was kept or erased meanwhile; nothing was changed.")
        return row


def _promise(row: dict[str, Any]) -> Promise:
    return Promise(
        id=row["id"],
        ticket_id=row["ticket_id"],
        words=row["words"],
        due=_moment(row["due_at"]),
        owner=row["owner"],
        kept_at=_moment(row["kept_at"]),
        told=row["reply_id"] is not None,
        event=row["event"],
        look_again=_moment(row["look_at"]),
        issue_id=row["issue_id"],
    )


def _moment(text: str | None) -> datetime | None:
    return loaded(text) if text else None
