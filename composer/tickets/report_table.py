"""Reading a desk for its report: every ticket's life in a few queries, and no mail's bytes."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from composer.mail.message import Address
from composer.tickets.gap_table import GapTable
from composer.tickets.report_record import (
    DeskRecord,
    FiledPromise,
    FiledReply,
    PromiseMove,
    SettledFindings,
    TicketRecord,
    Use,
)
from composer.tickets.store import loaded
from composer.tickets.ticket import TicketStatus

Rows = dict[int, list[dict[str, Any]]]


class ReportTable(GapTable):
    """What is counted of a desk; reading it changes nothing."""

    def changes(self) -> int:
        """Return a number that grows with every change of this desk while it is open."""
        with self._lock:
            return int(self._database.conn.total_changes)

    def desk_record(self) -> DeskRecord:
        """Return all tickets with what a report counts of them, as of one moment."""
        with self._lock:
            changes = self.changes()
            promises = self._promises()
            parts = {
                "mails": self._by_ticket("SELECT ticket_id, received_at FROM messages ORDER BY received_at"),
                "replies": self._by_ticket(
                    "SELECT ticket_id, sent_at, open_questions, total_questions FROM replies ORDER BY sent_at"
                ),
                "issues": self._by_ticket("SELECT * FROM linked_issues ORDER BY linked_at"),
                "inserted": self._by_ticket(
                    "SELECT ticket_id, record_id, inserted_at FROM insertions ORDER BY id"
                ),
                "findings": self._by_ticket("SELECT * FROM settled_findings ORDER BY id"),
            }
            tickets = self._all("SELECT * FROM tickets ORDER BY received_at, id")
            gaps = self.gaps()
        return DeskRecord(tuple(_record(row, parts, promises) for row in tickets), gaps, changes)

    def _promises(self) -> dict[int, list[FiledPromise]]:
        moves = defaultdict(list)
        for row in self._all("SELECT promise_id, due_at, moved_at FROM promise_moves ORDER BY id"):
            moves[row["promise_id"]].append(PromiseMove(_moment(row["due_at"]), loaded(row["moved_at"])))
        promises = defaultdict(list)
        for row in self._all("SELECT id, ticket_id, words, due_at, kept_at FROM promises ORDER BY id"):
            promises[row["ticket_id"]].append(
                FiledPromise(
                    row["id"],
                    row["words"],
                    _moment(row["due_at"]),
                    _moment(row["kept_at"]),
                    tuple(moves[row["id"]]),
                )
            )
        return promises

    def _by_ticket(self, sql: str) -> Rows:
        rows: Rows = defaultdict(list)
        for row in self._all(sql):
            rows[row["ticket_id"]].append(row)
        return rows


def _record(
    row: dict[str, Any], parts: dict[str, Rows], promises: dict[int, list[FiledPromise]]
) -> TicketRecord:
    number = row["id"]
    return TicketRecord(
        id=number,
        subject=row["subject"],
        customer=Address(row["customer_name"], row["customer_mail"]),
        status=TicketStatus(row["status"]),
        received=loaded(row["received_at"]),
        mails=tuple(loaded(one["received_at"]) for one in parts["mails"][number]),
        replies=tuple(
            FiledReply(loaded(one["sent_at"]), one["open_questions"], one["total_questions"])
            for one in parts["replies"][number]
        ),
        closed=_moment(row["closed_at"]),
        open_questions=row["open_questions"],
        promises=tuple(promises[number]),
        issues=_uses(parts["issues"][number], "issue_id", "linked_at"),
        inserted=_uses(parts["inserted"][number], "record_id", "inserted_at"),
        findings=tuple(
            SettledFindings(one["rule"], loaded(one["settled_at"]), one["fixed"], one["dismissed"])
            for one in parts["findings"][number]
        ),
    )


def _uses(rows: Iterable[dict[str, Any]], key: str, at: str) -> tuple[Use, ...]:
    return tuple(Use(row[key], loaded(row[at])) for row in rows)


def _moment(text: str | None) -> datetime | None:
    return loaded(text) if text else None
