"""Working days as a team counts them: its own weekdays, without its holidays."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from composer.when.calendar import Calendar
from composer.when.time_expression import TimeExpression

_DAYS_END = time(23, 59)
_MOST_DAYS = 1000


def as_counted_by(
    calendar: Calendar, times: tuple[TimeExpression, ...], *, now: datetime
) -> tuple[TimeExpression, ...]:
    """Return time expressions, *within two business days* ending when the team's days are over.

    The finder counts Monday to Friday; here the same number is counted in the calendar's days. Times
    that count no working days, or only hours of them, stay as they are. ``now`` is aware.
    """
    return tuple(
        _counted(one, calendar, now.astimezone(calendar.zone)) if one.working else one for one in times
    )


def _counted(one: TimeExpression, calendar: Calendar, now: datetime) -> TimeExpression:
    end = one.end_instant
    if end is None or end.time().replace(second=0, microsecond=0) != _DAYS_END or not calendar.days:
        return one
    count = _weekdays_between(now.date(), end.date())
    if not 0 < count <= _MOST_DAYS:
        return one
    last = calendar.add_days(now.date(), count)
    return replace(one, end_instant=datetime.combine(last, end.timetz()))


def _weekdays_between(day: date, last: date) -> int:
    """Count Mondays to Fridays after a day, up to and with another."""
    if not timedelta(0) < last - day <= timedelta(days=2 * _MOST_DAYS):
        return 0
    return sum((day + timedelta(days=ahead)).weekday() < 5 for ahead in range(1, (last - day).days + 1))
