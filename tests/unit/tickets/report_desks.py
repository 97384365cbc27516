"""Desks made by hand for the report's tests: tickets as a few moments."""

from datetime import UTC, datetime

from composer.mail.message import Address
from composer.tickets.report_record import (
    DeskRecord,
    FiledPromise,
    FiledReply,
    PromiseMove,
    SettledFindings,
    TicketRecord,
    Use,
)
from composer.tickets.ticket import TicketStatus
from kb_content.team import Team, WorkingTime

TEAM = Team(
    working_time=WorkingTime(time_zone="Europe/Berlin"),
    first_reply_hours=4,
    next_reply_hours=8,
    resolution_hours=40,
)


def at(text: str) -> datetime:
    """Return a moment of November 2026 in UTC: ``16 09:30`` (other months: ``2026-10-23 09:30``)."""
    return datetime.fromisoformat(text if "-" in text else f"2026-11-{text}").replace(tzinfo=UTC)


def reply(sent: str, open_questions: int | None = None, total: int | None = None) -> FiledReply:
    """Return a reply that left at a moment."""
    return FiledReply(at(sent), open_questions, total)


def promise(due: str = "", kept: str = "", *moves: tuple[str, str], id: int = 1) -> FiledPromise:
    """Return a promise; each move is the ETA that was replaced and when that was."""
    moved = tuple(PromiseMove(at(before) if before else None, at(when)) for before, when in moves)
    return FiledPromise(id, "You hear from me.", at(due) if due else None, at(kept) if kept else None, moved)


def ticket(
    id: int,
    *mails: str,
    replies: tuple[FiledReply, ...] = (),
    status: TicketStatus | None = None,
    closed: str = "",
    open_questions: int = 0,
    promises: tuple[FiledPromise, ...] = (),
    issues: tuple[Use, ...] = (),
    inserted: tuple[Use, ...] = (),
    findings: tuple[SettledFindings, ...] = (),
) -> TicketRecord:
    """Return a ticket with mails at these moments; without a status, the one that its moments mean."""
    came = tuple(at(mail) for mail in mails)
    waits = not replies or came[-1] > replies[-1].sent
    meant = TicketStatus.OPEN if waits else TicketStatus.REPLIED
    return TicketRecord(
        id=id,
        subject=f"Matter {id}",
        customer=Address(f"Customer {id}", f"c{id}@shop.example"),
        status=status or (TicketStatus.CLOSED if closed else meant),
        received=came[0],
        mails=came,
        replies=replies,
        closed=at(closed) if closed else None,
        open_questions=open_questions,
        promises=promises,
        issues=issues,
        inserted=inserted,
        findings=findings,
    )


def desk(*tickets: TicketRecord) -> DeskRecord:
    """Return a desk with these tickets."""
    return DeskRecord(tuple(sorted(tickets, key=lambda one: one.came)))
