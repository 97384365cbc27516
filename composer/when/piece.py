"""Pieces of a time expression before they are joined, and the arithmetic of days."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum


class Kind(StrEnum):
    """What a piece says."""

    DAY = "day"
    PERIOD = "period"
    CLOCK = "clock"
    PART = "part"
    SPAN = "span"
    WAIT = "wait"
    VAGUE = "vague"
    HABIT = "habit"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that says one thing about time.

    DAY: ``day``. PERIOD: ``day`` to ``last`` (both included). CLOCK: ``clock``, a range with ``until``.
    PART: a part of the day from ``clock`` to ``until``. SPAN: ``begin`` to ``finish``, moments reckoned from
    now. WAIT: a bare duration. HABIT: *every Monday*, which fixes nothing. ``weak`` marks a clock
    (*at 5*) that counts only beside a day.
    """

    start: int
    end: int
    kind: Kind
    day: date | None = None
    last: date | None = None
    clock: time | None = None
    until: time | None = None
    begin: datetime | None = None
    finish: datetime | None = None
    weekday: int | None = None
    working: bool = False
    weak: bool = False
    zone: str = ""
    end_of_day: bool = False


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a date, or None when there is no such day."""
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1 <= year <= 9998):
        return None
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def nearest_year(month: int, day: int, today: date) -> date | None:
    """Return the day of a year that a writer of today means: at most 90 days ago, else to come."""
    for year in (today.year, today.year + 1, today.year - 1):
        found = day_of(year, month, day)
        if found is not None and -90 <= (found - today).days <= 275:
            return found
    return day_of(today.year, month, day) or day_of(today.year + 1, month, day)


def next_weekday(weekday: int, today: date, *, weeks: int = 0) -> date:
    """Return the next such weekday after today (in a week when it is today's), and weeks later."""
    ahead = (weekday - today.weekday()) % 7 or 7
    return today + timedelta(days=ahead + 7 * weeks)


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def period_of(unit: str, offset: int, today: date) -> tuple[date, date]:
    """Return first and last day of the week, month, quarter, year or weekend ``offset`` from today's."""
    if unit == "day":
        day = today + timedelta(days=offset)
        return day, day
    if unit == "week":
        first = monday_of(today) + timedelta(weeks=offset)
        return first, first + timedelta(days=6)
    if unit == "weekend":
        first = monday_of(today) + timedelta(weeks=offset, days=5)
        return first, first + timedelta(days=1)
    if unit == "year":
        return date(today.year + offset, 1, 1), date(today.year + offset, 12, 31)
    length = 3 if unit == "quarter" else 1
    first = add_months(today.replace(day=1), offset * length)
    if unit == "quarter":
        first = add_months(first, -((first.month - 1) % 3))
    return first, add_months(first, length) - timedelta(days=1)


def easter_of(year: int) -> date:
    """Return Easter Sunday of a year (Gregorian; the algorithm of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def part_of(first: date, last: date, which: str) -> tuple[date, date]:
    """Return the start, middle or end of a period as a shorter one."""
    days = (last - first).days + 1
    third = max(1, days // 3)
    if which == "end":
        return last - timedelta(days=min(third, 2) - 1 if days <= 7 else min(third, 7) - 1), last
    if which == "start":
        return first, first + timedelta(days=third - 1)
    return first + timedelta(days=third), last - timedelta(days=third)


def add_working_days(day: date, count: int, *, days: tuple[int, ...], holidays: frozenset[date]) -> date:
    """Return the day after ``count`` working days; ``days`` are weekdays from 0 for Monday."""
    working = days or tuple(range(7))
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() in working and day not in holidays:
            count -= 1
    return day
