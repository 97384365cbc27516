"""Reading a desk for its report: every ticket's life in a few queries, and no mail's bytes."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from composer.mail.message import Address
from composer.tickets.report_record import (
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


Query = Callable[[str], list[dict[str, Any]]]


def read_tickets(query: Query) -> tuple[TicketRecord, ...]:
    """Return all tickets of a desk, oldest first; ``query`` gives the rows of a statement by column."""
    promises = _promises(query)
    parts = {
        "mails": _by_ticket(query("SELECT ticket_id, received_at FROM messages ORDER BY received_at")),
        "replies": _by_ticket(
            query("SELECT ticket_id, sent_at, open_questions, total_questions FROM replies ORDER BY sent_at")
        ),
        "issues": _by_ticket(query("SELECT * FROM linked_issues ORDER BY linked_at")),
        "inserted": _by_ticket(query("SELECT ticket_id, record_id, inserted_at FROM insertions ORDER BY id")),
        "findings": _by_ticket(query("SELECT * FROM settled_findings ORDER BY id")),
    }
    tickets = query("SELECT * FROM tickets ORDER BY received_at, id")
    return tuple(_record(row, parts, promises) for row in tickets)


def _promises(query: Query) -> dict[int, list[FiledPromise]]:
    moves = defaultdict(list)
    for row in query("SELECT promise_id, due_at, moved_at FROM promise_moves ORDER BY id"):
        moves[row["promise_id"]].append(PromiseMove(_moment(row["due_at"]), loaded(row["moved_at"])))
    promises = defaultdict(list)
    for row in query("SELECT id, ticket_id, words, due_at, kept_at, look_at FROM promises ORDER BY id"):
        due, kept = _moment(row["due_at"]), _moment(row["kept_at"])
        promises[row["ticket_id"]].append(
            FiledPromise(row["id"], row["words"], due, kept, tuple(moves[row["id"]]), _moment(row["look_at"]))
        )
    return promises


def _by_ticket(found: Iterable[dict[str, Any]]) -> Rows:
    rows: Rows = defaultdict(list)
    for row in found:
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
