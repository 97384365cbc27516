"""Dates that a snippet works out itself: ``date``, ``date+10d``, ``date+2wd`` (working days)."""

import re
from datetime import date, timedelta

from kb_content.team import WorkingTime

_EXPRESSION = re.compile(r"date(?: ?\+ ?(\d{1,3}) ?(d|wd))?")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONGEST_PAUSE = 366


def computed_date(expression: str, *, today: date, working_time: WorkingTime) -> date | None:
    """Return the day that an expression between ``{{`` and ``}}`` means; None when it is none.

    Working days are the team's, without its holidays; today itself is not counted.
    """
    match = _EXPRESSION.fullmatch(expression.strip())
    if match is None:
        return None
    count = int(match[1] or 0)
    if match[2] != "wd":
        return today + timedelta(days=count)
    day = today
    for _ in range(count):
        day = _next_working_day(day, working_time)
    return day


def _next_working_day(day: date, working_time: WorkingTime) -> date:
    """The first day after this one that is worked; a year without any gives the next day."""
    for step in range(1, _LONGEST_PAUSE):
        candidate = day + timedelta(days=step)
        if _WEEKDAYS[candidate.weekday()] in working_time.days and candidate not in working_time.holidays:
            return candidate
    return day + timedelta(days=1)
