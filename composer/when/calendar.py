"""Working time: which days and hours a team works, and when a number of them is over."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kb_content.team import WorkingTime

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_UTC = ZoneInfo("UTC")
_LONGEST_SEARCH = timedelta(days=3660)


@dataclass(frozen=True)
class Calendar:
    """Working time in one zone: weekdays from 0 for Monday, opening and closing, a break, holidays.

    ``start`` before ``end`` on the same day; equal ones mean round the clock. ``pause`` is a break
    (from, to) or None. Moments are aware; what is counted is real time, so that a day on which the
    clocks change has an hour less or more.
    """

    zone: ZoneInfo = _UTC
    days: tuple[int, ...] = (0, 1, 2, 3, 4)
    start: time = time(9)
    end: time = time(17)
    holidays: frozenset[date] = frozenset()
    pause: tuple[time, time] | None = None

    def is_working_day(self, day: date) -> bool:
        """Tell whether the team works on a day."""
        return day.weekday() in self.days and day not in self.holidays

    def is_open(self, moment: datetime) -> bool:
        """Tell whether the team works at a moment."""
        return any(begin <= moment < finish for begin, finish in self.spans(self._day_of(moment)))

    def next_working_day(self, day: date) -> date:
        """Return a day if it is worked on, else the next one that is."""
        for ahead in range(_LONGEST_SEARCH.days):
            if self.is_working_day(day + timedelta(days=ahead)):
                return day + timedelta(days=ahead)
        return day

    def add_days(self, day: date, count: int) -> date:
        """Return the day that is ``count`` working days after a day."""
        while count > 0:
            day = self.next_working_day(day + timedelta(days=1))
            count -= 1
        return day

    def spans(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """Return the worked stretches of a day as aware moments in UTC."""
        if not self.is_working_day(day):
            return ()
        if self.start == self.end:
            return ((self._at(day, time(0)), self._at(day + timedelta(days=1), time(0))),)
        if self.pause is None:
            return ((self._at(day, self.start), self._at(day, self.end)),)
        first, last = self.pause
        return (
            (self._at(day, self.start), self._at(day, first)),
            (self._at(day, last), self._at(day, self.end)),
        )

    def add_time(self, moment: datetime, amount: timedelta) -> datetime:
        """Return when an amount of working time after a moment is over, in the calendar's zone."""
        left, day = amount, self._day_of(moment)
        limit = day + _LONGEST_SEARCH
        while day < limit:
            for begin, finish in self.spans(day):
                begin = max(begin, moment.astimezone(UTC))
                if begin < finish:
                    if left <= finish - begin:
                        return (begin + left).astimezone(self.zone)
                    left -= finish - begin
            day += timedelta(days=1)
        return moment.astimezone(self.zone)

    def time_between(self, begin: datetime, finish: datetime) -> timedelta:
        """Return the working time between two moments (nothing when they are the wrong way round)."""
        total, day = timedelta(0), self._day_of(begin)
        while day <= self._day_of(finish):
            for opened, closed in self.spans(day):
                stretch = min(closed, finish.astimezone(UTC)) - max(opened, begin.astimezone(UTC))
                total += max(stretch, timedelta(0))
            day += timedelta(days=1)
        return total

    def _day_of(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()

    def _at(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, self.zone).astimezone(UTC)


def calendar_of(working: WorkingTime) -> Calendar:
    """Return the calendar of a team; times that cannot be read become nine to five."""
    return Calendar(
        zone=ZoneInfo(working.time_zone or "UTC"),
        days=weekday_numbers(working.days),
        start=_clock(working.start, time(9)),
        end=_clock(working.end, time(17)),
        holidays=frozenset(working.holidays),
    )


def weekday_numbers(names: tuple[str, ...]) -> tuple[int, ...]:
    """Return ``(0, 4)`` for ``("Mon", "Fri")``; names that are none are left out."""
    return tuple(WEEKDAYS.index(name[:3].capitalize()) for name in names if name[:3].capitalize() in WEEKDAYS)


def _clock(text: str, otherwise: time) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return otherwise
