"""The periods that a report may be about: weeks from Monday to Sunday, 30 days, months."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_MOST_MONTHS = 13


@dataclass(frozen=True, slots=True)
class Period:
    """Some days, ``first`` and ``last`` included, as a zone counts them.

    ``id`` names it over days (``this-week``, ``2026-11``); ``title`` is how it is offered.
    """

    id: str
    title: str
    first: date
    last: date
    zone: ZoneInfo

    @property
    def begin(self) -> datetime:
        """The moment at which it begins, in UTC."""
        return _midnight(self.first, self.zone)

    @property
    def end(self) -> datetime:
        """The moment at which it is over, in UTC; no longer part of it."""
        return _midnight(self.last + timedelta(days=1), self.zone)

    def holds(self, moment: datetime) -> bool:
        """Tell whether an aware moment lies in it."""
        return self.begin <= moment < self.end


def periods(now: datetime, zone: ZoneInfo, *, oldest: datetime | None = None) -> tuple[Period, ...]:
    """Return the periods to choose from as of ``now`` (aware), with the months back to ``oldest``.

    At most a year of months; the first is this week.
    """
    today = now.astimezone(zone).date()
    monday = today - timedelta(days=today.weekday())
    week, day = timedelta(days=7), timedelta(days=1)
    since = max(oldest, now - timedelta(days=400)).astimezone(zone).date() if oldest else today
    return (
        Period("this-week", "This week", monday, monday + week - day, zone),
        Period("last-week", "Last week", monday - week, monday - day, zone),
        Period("last-30-days", "Last 30 days", today - timedelta(days=29), today, zone),
        *_months(today, since, zone),
    )


def _months(today: date, since: date, zone: ZoneInfo) -> Iterator[Period]:
    first = today.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    for _ in range(_MOST_MONTHS):
        yield Period(f"{first:%Y-%m}", f"{first:%B %Y}", first, last, zone)
        if first <= since:
            return
        last = first - timedelta(days=1)
        first = last.replace(day=1)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(0), zone).astimezone(UTC)
