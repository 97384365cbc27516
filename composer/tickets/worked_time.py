"""Working time between many pairs of moments: the calendar's days are added up once."""

from bisect import bisect_right
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate

from composer.when.calendar import Calendar

_MOST_DAYS = 36_600
"""A mail may claim any date; what lies more than a century back counts from there."""


class WorkedTime:
    """Counts as ``Calendar.time_between`` does, for any moments up to ``until``.

    ``since`` and ``until`` are aware; what lies before or behind them counts nothing.
    """

    def __init__(self, calendar: Calendar, *, since: datetime, until: datetime) -> None:
        since = max(since, until - timedelta(days=_MOST_DAYS))
        first, last = (moment.astimezone(calendar.zone).date() for moment in (since, until))
        days = (date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1))
        self._spans = [span for day in days for span in calendar.spans(day)]
        self._starts = [opened for opened, _ in self._spans]
        lengths = (closed - opened for opened, closed in self._spans)
        self._before = list(accumulate(lengths, initial=timedelta(0)))

    def between(self, begin: datetime, finish: datetime) -> timedelta:
        """Return the working time between two moments (nothing when they are the wrong way round)."""
        return max(self._worked_until(finish) - self._worked_until(begin), timedelta(0))

    def _worked_until(self, moment: datetime) -> timedelta:
        moment = moment.astimezone(UTC)
        started = bisect_right(self._starts, moment)
        if not started:
            return timedelta(0)
        opened, closed = self._spans[started - 1]
        return self._before[started - 1] + min(moment, closed) - opened
