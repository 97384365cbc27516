"""A new ETA: reading what was typed, offering moments, and saying the promise anew. Without Qt."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from composer.when.calendar import calendar_of
from composer.when.time_expression import TimeExpression
from composer.when.working_days import as_counted_by
from desktop.team_time import clock_of, is_end_of_day, local_time, short_moment, spoken_clock, spoken_date
from kb_content.computed_date import computed_date
from kb_content.team import WorkingTime

FindTimes = Callable[[str, datetime, str], tuple[TimeExpression, ...]]
"""Finds the times that a text names, given now (aware) and the team's time zone."""

_NOON = time(12)
_BARE_HOUR = re.compile(r"[ ,]{1,3}(?:at |um )?([01]?\d|2[0-3]) ?(?:h|uhr|o'clock)?\s*", re.IGNORECASE)
"""An hour behind a day, as one types it here: a mail would not say ``Tue 10``."""


@dataclass(frozen=True, slots=True)
class EtaRead:
    """What was read out of a typed ETA: the moment, or a sentence why there is none.

    ``sentence`` says the moment absolutely, ``caution`` what speaks against it; ``words`` is the
    promise with the new moment in it. ``whole_day``: no clock time was typed.
    """

    due: datetime | None
    sentence: str
    words: str = ""
    caution: str = ""
    whole_day: bool = False


@dataclass(frozen=True, slots=True)
class EtaQuestion:
    """What the dialog asks about: the promise as it stands, and moments to choose from.

    ``own_day`` asks when we look again at what waits for something; the customer hears nothing of that.
    """

    promise_id: int
    words: str
    customer: str
    due: str
    choices: tuple[str, ...]
    read: Callable[[str], EtaRead]
    own_day: bool = False


class EtaReader:
    """Reads typed moments as of one moment, in the team's working time."""

    def __init__(self, *, find_times: FindTimes, now: datetime, working_time: WorkingTime) -> None:
        self._find_times, self._now, self._working_time = find_times, now, working_time
        self._here = local_time(now, working_time.time_zone)

    def read(self, typed: str, promise: str, *, own_day: bool = False) -> EtaRead:
        """Read a moment out of what was typed.

        A bare day means the end of its working time, and for our own reminder the start.
        """
        if not typed.strip():
            return EtaRead(None, "A day and a time, such as Thu 15:00, tomorrow noon or 4 Dec 10:00.")
        dated = self._dated(typed)
        if dated is not None and (hour := _BARE_HOUR.fullmatch(typed, dated.end)):
            typed = f"{typed[: dated.end]} {hour[1]}:00"
            dated = self._dated(typed)
        if dated is None or dated.end_instant is None:
            return EtaRead(None, f"“{typed.strip()[:40]}” names no day or time.")
        named = local_time(dated.end_instant, self._working_time.time_zone)
        due = self._in_working_hours(named, at_start=own_day)
        spoken = short_moment(due, self._here.date())
        if due <= self._now:
            return EtaRead(None, f"{spoken} is past.")
        rest = typed[dated.end :].strip(" ,.")
        unread = f"“{rest[:40]}” is not understood." if any(map(str.isdigit, rest)) else ""
        words, caution = self.reworded(promise, due), unread or self._caution(due)
        return EtaRead(due, spoken, words, caution, is_end_of_day(named))

    def choices(self) -> tuple[str, ...]:
        """Return up to three moments as they would be typed: this working day's end, and the next two."""
        end = clock_of(self._working_time.end, time(17))
        today = datetime.combine(self._here.date(), end, self._here.tzinfo)
        offered = [today] if self._is_worked(today.date()) and today > self._here else []
        for count, clock in ((1, _NOON), (2, end)):
            day = computed_date(f"date+{count}wd", today=self._here.date(), working_time=self._working_time)
            if day is not None:
                offered.append(datetime.combine(day, clock, self._here.tzinfo))
        return tuple(f"{local:%a} {local.day} {local:%b}, {local:%H:%M}" for local in offered)

    def days(self) -> tuple[str, ...]:
        """Return days to look again, as they would be typed: the next working days, and one in a week."""
        today = self._here.date()
        found = (
            computed_date(f"date+{n}wd", today=today, working_time=self._working_time) for n in (1, 2, 5)
        )
        return tuple(f"{day:%a} {day.day} {day:%b}" for day in found if day is not None)

    def reworded(self, promise: str, due: datetime) -> str:
        """Return a promise with its old time exchanged for a new one; without one, the time is added."""
        spoken = f"{spoken_date(due)}, {spoken_clock(due)}"
        old = next((found for found in self._times(promise) if found.is_dated or found.is_vague), None)
        if old is None:
            return f"{promise.rstrip(' .')} by {spoken}."
        new = spoken if old.lead and not old.is_vague else f"by {spoken}"
        return promise[: old.start] + new + promise[old.end :]

    def _dated(self, typed: str) -> TimeExpression | None:
        return next((found for found in self._times(typed) if found.end_instant is not None), None)

    def _times(self, text: str) -> tuple[TimeExpression, ...]:
        times = self._find_times(text, self._now, self._working_time.time_zone)
        return as_counted_by(calendar_of(self._working_time), times, now=self._now)

    def _in_working_hours(self, due: datetime, *, at_start: bool) -> datetime:
        if not is_end_of_day(due):
            return due.replace(second=0, microsecond=0)
        worked = self._working_time
        clock = clock_of(worked.start, time(9)) if at_start else clock_of(worked.end, time(17))
        return datetime.combine(due.date(), clock, due.tzinfo)

    def _is_worked(self, day: date) -> bool:
        working_time = self._working_time
        before = day.fromordinal(day.toordinal() - 1)
        return computed_date("date+1wd", today=before, working_time=working_time) == day

    def _caution(self, due: datetime) -> str:
        if not self._is_worked(due.date()):
            return "The team does not work on that day."
        start, end = (
            clock_of(self._working_time.start, time(0)),
            clock_of(self._working_time.end, time(23, 59)),
        )
        return "" if start <= due.time() <= end else f"The team works from {start:%H:%M} to {end:%H:%M}."
