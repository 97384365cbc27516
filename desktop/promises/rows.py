"""The rows of Promises: what is shown of each, and under which heading, decided without Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from composer.tickets.ticket import Promise, Ticket
from desktop.customer_name import spoken_customer
from desktop.queue.rows import age
from desktop.team_time import local_time, short_moment


class Group(StrEnum):
    """The headings, the most urgent first."""

    OVERDUE = "Overdue"
    TODAY = "Today"
    WEEK = "This week"
    LATER = "Later"
    WAITING = "Waiting for something else"
    UNDATED = "No date"

    @property
    def is_pressing(self) -> bool:
        """Whether the rail counts it."""
        return self in (Group.OVERDUE, Group.TODAY)


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """A promise and the ticket that it belongs to."""

    promise: Promise
    ticket: Ticket

    @property
    def customer(self) -> str:
        """Whom it was given to."""
        return spoken_customer(self.ticket.customer) or "Unknown customer"


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One promise as a row. ``due`` is absolute, ``when`` says how far that is; both as of one moment.

    ``has_day`` says that the customer was promised a moment; without it, ``due`` is our own day.
    """

    id: int
    ticket_id: int
    group: Group
    words: str
    customer: str
    subject: str
    owner: str
    due: str
    when: str
    told: bool
    has_day: bool = True

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = [self.when, self.words, f"to {self.customer}", self.subject, self.due]
        parts += [f"owner {self.owner}"] if self.owner else []
        return ", ".join([*parts, *([] if self.told else ["the customer is not told yet"])])


@dataclass(frozen=True, slots=True)
class GroupOfRows:
    """A heading and the rows below it."""

    group: Group
    rows: tuple[PromiseRow, ...]


def row_of(item: OpenPromise, *, now: datetime, time_zone: str) -> PromiseRow:
    """Return a promise as a row, as of ``now`` (aware), in the team's time zone (IANA)."""
    promise, ticket = item.promise, item.ticket
    own = promise.due is None and promise.look_again is not None
    return PromiseRow(
        id=promise.id,
        ticket_id=ticket.id,
        group=group_of(promise, now=now, time_zone=time_zone),
        words=promise.words or "(no words)",
        customer=item.customer,
        subject=ticket.subject or "(no subject)",
        owner=promise.owner,
        due=_own_day(promise, now, time_zone)
        if own
        else spoken_due(promise.due, now=now, time_zone=time_zone),
        when=_own_distance(promise) if own else distance(promise.due, now),
        told=promise.told,
        has_day=promise.due is not None,
    )


def group_of(promise: Promise, *, now: datetime, time_zone: str) -> Group:
    """Return a promise's heading; a week ends on Sunday, days begin at midnight in the zone.

    Only what the customer was promised can be overdue. Our own day to see to something comes, and stays
    today until it is seen to.
    """
    moment = promise.due or promise.look_again
    if moment is None:
        return Group.UNDATED
    day, today = local_time(moment, time_zone).date(), local_time(now, time_zone).date()
    if promise.due is None:
        if day <= today:
            return Group.TODAY
        return Group.WAITING if promise.event else _of_day(day, today)
    if promise.due < now:
        return Group.OVERDUE
    return _of_day(day, today)


def grouped(items: Iterable[OpenPromise], *, now: datetime, time_zone: str) -> tuple[GroupOfRows, ...]:
    """Return the promises as rows below their headings; a heading without rows is left out."""
    rows = [row_of(item, now=now, time_zone=time_zone) for item in items]
    groups = ((group, tuple(row for row in rows if row.group is group)) for group in Group)
    return tuple(GroupOfRows(group, below) for group, below in groups if below)


def spoken_due(due: datetime | None, *, now: datetime, time_zone: str) -> str:
    """Return when a promise is due, absolute: ``Thu 26 Nov, 15:00 CET``."""
    if due is None:
        return "No date"
    return short_moment(local_time(due, time_zone), local_time(now, time_zone).date())


def distance(due: datetime | None, now: datetime) -> str:
    """Return how far a moment is: ``Overdue by 2 h``, ``In 40 min``; what has no date needs one."""
    if due is None:
        return "Needs a date"
    if due < now:
        return "Overdue by a minute" if age(due, now) == "now" else f"Overdue by {age(due, now)}"
    return "Due now" if age(now, due) == "now" else f"In {age(now, due)}"


def matches(item: OpenPromise, words: str) -> bool:
    """Tell whether a promise has all the words in what was said, to whom, about what, by whom."""
    customer = item.ticket.customer
    text = " ".join(
        (
            item.promise.words,
            customer.name,
            customer.mail,
            item.ticket.subject,
            item.promise.owner,
            item.promise.issue_id,
        )
    )
    folded = text.casefold()
    return all(word in folded for word in words.casefold().split())


def pressing(groups: Sequence[GroupOfRows]) -> int:
    """Return how many promises are overdue or to be seen to today."""
    return sum(len(group.rows) for group in groups if group.group.is_pressing)


def summary(groups: Sequence[GroupOfRows]) -> str:
    """Return the line beside the title: ``2 overdue · 1 for today · 7 open``."""
    counts = {group.group: len(group.rows) for group in groups}
    parts = [
        f"{counts[group]} {words}"
        for group, words in ((Group.OVERDUE, "overdue"), (Group.TODAY, "for today"))
        if counts.get(group)
    ]
    return " · ".join([*parts, f"{sum(counts.values())} open"])


def _of_day(day: date, today: date) -> Group:
    if day == today:
        return Group.TODAY
    return Group.WEEK if day <= _sunday_of(today) else Group.LATER


def _own_day(promise: Promise, now: datetime, time_zone: str) -> str:
    """Our own day for what has none: ``Look again Tue 24 Nov``, ``Tell them by Fri 20 Nov``."""
    assert promise.look_again is not None
    local, today = local_time(promise.look_again, time_zone), local_time(now, time_zone).date()
    day = "today" if local.date() <= today else f"{local:%a} {local.day} {local:%b}"
    if promise.issue_id:
        return "Tell them today" if day == "today" else f"Tell them by {day}"
    return f"Look again {day}"


def _own_distance(promise: Promise) -> str:
    return "It is fixed" if promise.issue_id else "No day promised"


def _sunday_of(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())
