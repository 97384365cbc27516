"""What became of the moments that were promised: each ETA counts once, when its fate was certain."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from composer.tickets.report_period import Period
from composer.tickets.report_record import FiledPromise, TicketRecord


class Fate(StrEnum):
    """What became of an ETA; the last three were missed."""

    KEPT = "kept"
    MOVED = "moved"
    KEPT_LATE = "kept-late"
    MOVED_LATE = "moved-late"
    MISSED = "missed"

    @property
    def was_missed(self) -> bool:
        """Whether the moment passed with nothing done about it."""
        return self not in (Fate.KEPT, Fate.MOVED)


@dataclass(frozen=True, slots=True)
class Eta:
    """A promised moment and what became of it.

    ``certain`` is when that was known: when it was kept or moved in time, else the moment itself.
    ``settled`` is when it was kept or moved (None: it still waits), ``asked`` when the customer wrote
    after it was missed and before that.
    """

    ticket_id: int
    promise_id: int
    words: str
    due: datetime
    fate: Fate
    certain: datetime
    settled: datetime | None = None
    asked: datetime | None = None


@dataclass(frozen=True, slots=True)
class Undated:
    """An open promise without a moment."""

    ticket_id: int
    promise_id: int
    words: str


def etas_in(tickets: Iterable[TicketRecord], period: Period, now: datetime) -> tuple[Eta, ...]:
    """Return the ETAs whose fate became certain in a period, as of ``now``, the earliest first."""
    found = [eta for ticket in tickets for eta in _etas(ticket, now) if period.holds(eta.certain)]
    return tuple(sorted(found, key=lambda eta: (eta.due, eta.promise_id)))


def undated(tickets: Iterable[TicketRecord]) -> tuple[Undated, ...]:
    """Return the open promises that nobody gave a moment, neither the customer's nor one of our own."""
    return tuple(
        Undated(ticket.id, promise.id, promise.words)
        for ticket in tickets
        for promise in ticket.promises
        if promise.due is None and promise.kept is None and promise.look_again is None
    )


def _etas(ticket: TicketRecord, now: datetime) -> Iterator[Eta]:
    for promise in ticket.promises:
        for due, settled, moved in _moments(promise):
            if settled is None and due >= now:
                continue
            fate = _fate(due, settled, moved=moved)
            asked = None
            if fate.was_missed:
                asked = next((mail for mail in ticket.mails if due < mail < (settled or now)), None)
            certain = due if fate.was_missed else settled or due
            yield Eta(ticket.id, promise.id, promise.words, due, fate, certain, settled, asked)


def _moments(promise: FiledPromise) -> Iterator[tuple[datetime, datetime | None, bool]]:
    """Yield each ETA that a promise had: the moment, when it was settled, whether by a new one."""
    for move in promise.moves:
        if move.due_before is not None:
            yield move.due_before, move.moved, True
    if promise.due is not None:
        yield promise.due, promise.kept, False


def _fate(due: datetime, settled: datetime | None, *, moved: bool) -> Fate:
    if settled is None:
        return Fate.MISSED
    if settled <= due:
        return Fate.MOVED if moved else Fate.KEPT
    return Fate.MOVED_LATE if moved else Fate.KEPT_LATE
