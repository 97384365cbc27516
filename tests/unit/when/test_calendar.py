"""Working time: a table of moments, waits and clocks that change."""
# ruff: noqa: E501 - a case stands on one line

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from composer.when.calendar import Calendar, calendar_of, weekday_numbers
from kb_content.ical import holidays_of_ical
from kb_content.team import WorkingTime

BERLIN, YORK, UTC, KOLKATA = (
    ZoneInfo(n) for n in ("Europe/Berlin", "America/New_York", "UTC", "Asia/Kolkata")
)
OFFICE = Calendar(zone=BERLIN)
LUNCH = Calendar(zone=BERLIN, pause=(time(12), time(13)))
HOLIDAY = Calendar(zone=BERLIN, holidays=frozenset({date(2026, 3, 6), date(2026, 12, 25)}))
ALWAYS = Calendar(zone=BERLIN, days=tuple(range(7)), start=time(0), end=time(0))
AMERICA = Calendar(zone=YORK)
SHIFT = Calendar(zone=BERLIN, days=(5, 6), start=time(10), end=time(14))
CALENDARS = {
    "office": OFFICE,
    "lunch": LUNCH,
    "holiday": HOLIDAY,
    "always": ALWAYS,
    "america": AMERICA,
    "shift": SHIFT,
    "india": Calendar(zone=KOLKATA),
}

# calendar, from (local), hours of working time, over at (local)
ADDED = [
    ("office", "2026-03-04 09:00", 1, "2026-03-04 10:00"),
    ("office", "2026-03-04 09:00", 8, "2026-03-04 17:00"),
    ("office", "2026-03-04 09:00", 9, "2026-03-05 10:00"),
    ("office", "2026-03-04 16:30", 1, "2026-03-05 09:30"),
    ("office", "2026-03-04 17:00", 1, "2026-03-05 10:00"),
    ("office", "2026-03-04 23:59", 1, "2026-03-05 10:00"),
    ("office", "2026-03-04 03:00", 1, "2026-03-04 10:00"),
    ("office", "2026-03-06 16:00", 2, "2026-03-09 10:00"),
    ("office", "2026-03-06 18:00", 8, "2026-03-09 17:00"),
    ("office", "2026-03-07 12:00", 4, "2026-03-09 13:00"),
    ("office", "2026-03-08 12:00", 4, "2026-03-09 13:00"),
    ("office", "2026-03-04 09:00", 40, "2026-03-10 17:00"),
    ("office", "2026-03-04 09:00", 16, "2026-03-05 17:00"),
    ("office", "2026-03-04 12:00", 0, "2026-03-04 12:00"),
    ("office", "2026-02-27 16:00", 2, "2026-03-02 10:00"),
    ("office", "2024-02-28 16:00", 10, "2024-03-01 10:00"),
    ("office", "2026-12-31 16:00", 2, "2027-01-01 10:00"),
    ("lunch", "2026-03-04 11:30", 1, "2026-03-04 13:30"),
    ("lunch", "2026-03-04 12:30", 1, "2026-03-04 14:00"),
    ("lunch", "2026-03-04 09:00", 7, "2026-03-04 17:00"),
    ("lunch", "2026-03-04 09:00", 8, "2026-03-05 10:00"),
    ("lunch", "2026-03-04 12:00", 4, "2026-03-04 17:00"),
    ("holiday", "2026-03-05 16:00", 2, "2026-03-09 10:00"),
    ("holiday", "2026-03-06 10:00", 1, "2026-03-09 10:00"),
    ("holiday", "2026-12-24 16:00", 2, "2026-12-28 10:00"),
    ("holiday", "2026-03-05 09:00", 8, "2026-03-05 17:00"),
    ("america", "2026-03-06 16:00", 2, "2026-03-09 10:00"),
    ("america", "2026-10-30 16:00", 2, "2026-11-02 10:00"),
    ("always", "2026-03-28 12:00", 24, "2026-03-29 13:00"),
    ("always", "2026-10-24 12:00", 24, "2026-10-25 11:00"),
    ("always", "2026-03-04 12:00", 24, "2026-03-05 12:00"),
    ("always", "2026-03-29 01:00", 1, "2026-03-29 03:00"),
    ("shift", "2026-03-04 09:00", 1, "2026-03-07 11:00"),
    ("shift", "2026-03-07 13:00", 2, "2026-03-08 11:00"),
    ("shift", "2026-03-08 13:00", 2, "2026-03-14 11:00"),
    ("india", "2026-03-04 09:00", 8, "2026-03-04 17:00"),
]


@pytest.mark.parametrize(
    ("name", "begin", "hours", "end"), ADDED, ids=[f"{c[0]} {c[1]} +{c[2]}h" for c in ADDED]
)
def test_working_time_is_added(name: str, begin: str, hours: float, end: str) -> None:
    """Nights, weekends, breaks, holidays and changed clocks are skipped or counted as they are."""
    calendar = CALENDARS[name]
    start = datetime.fromisoformat(begin).replace(tzinfo=calendar.zone)
    found = calendar.add_time(start, timedelta(hours=hours))
    assert found.strftime("%Y-%m-%d %H:%M") == end


# calendar, from, to (local), hours
BETWEEN = [
    ("office", "2026-03-04 09:00", "2026-03-04 17:00", 8),
    ("office", "2026-03-04 08:00", "2026-03-04 18:00", 8),
    ("office", "2026-03-04 10:00", "2026-03-05 10:00", 8),
    ("office", "2026-03-06 16:00", "2026-03-09 10:00", 2),
    ("office", "2026-03-07 00:00", "2026-03-08 23:59", 0),
    ("office", "2026-03-05 10:00", "2026-03-04 10:00", 0),
    ("office", "2026-03-02 00:00", "2026-03-09 00:00", 40),
    ("lunch", "2026-03-04 09:00", "2026-03-04 17:00", 7),
    ("lunch", "2026-03-04 12:15", "2026-03-04 12:45", 0),
    ("holiday", "2026-03-05 09:00", "2026-03-09 17:00", 16),
    ("always", "2026-03-29 00:00", "2026-03-30 00:00", 23),
    ("always", "2026-10-25 00:00", "2026-10-26 00:00", 25),
    ("shift", "2026-03-02 00:00", "2026-03-09 00:00", 8),
    ("america", "2026-03-09 09:00", "2026-03-09 17:00", 8),
]


@pytest.mark.parametrize(
    ("name", "begin", "end", "hours"), BETWEEN, ids=[f"{c[0]} {c[1]} to {c[2]}" for c in BETWEEN]
)
def test_working_time_between(name: str, begin: str, end: str, hours: float) -> None:
    """What is counted between two moments is what the team works."""
    calendar = CALENDARS[name]
    first, last = (datetime.fromisoformat(text).replace(tzinfo=calendar.zone) for text in (begin, end))
    assert calendar.time_between(first, last) == timedelta(hours=hours)


OPEN = [
    ("office", datetime(2026, 3, 4, 9, tzinfo=BERLIN), True),
    ("office", datetime(2026, 3, 4, 8, 59, tzinfo=BERLIN), False),
    ("office", datetime(2026, 3, 4, 17, tzinfo=BERLIN), False),
    ("office", datetime(2026, 3, 7, 12, tzinfo=BERLIN), False),
    ("office", datetime(2026, 3, 4, 8, tzinfo=UTC), True),
    ("office", datetime(2026, 3, 4, 17, tzinfo=UTC), False),
    ("office", datetime(2026, 7, 1, 7, tzinfo=UTC), True),
    ("america", datetime(2026, 3, 4, 15, tzinfo=BERLIN), True),
    ("america", datetime(2026, 3, 4, 14, 30, tzinfo=BERLIN), False),
    ("lunch", datetime(2026, 3, 4, 12, 30, tzinfo=BERLIN), False),
    ("holiday", datetime(2026, 3, 6, 12, tzinfo=BERLIN), False),
    ("always", datetime(2026, 3, 8, 3, tzinfo=BERLIN), True),
    ("india", datetime(2026, 3, 4, 4, tzinfo=UTC), True),
    ("india", datetime(2026, 3, 4, 3, tzinfo=UTC), False),
]


@pytest.mark.parametrize(("name", "moment", "is_open"), OPEN, ids=[f"{c[0]} {c[1]}" for c in OPEN])
def test_open_and_closed(name: str, moment: datetime, is_open: bool) -> None:
    """A moment in any zone is judged in the calendar's."""
    assert CALENDARS[name].is_open(moment) is is_open


DAYS = [
    ("office", date(2026, 3, 4), 1, date(2026, 3, 5)),
    ("office", date(2026, 3, 6), 1, date(2026, 3, 9)),
    ("office", date(2026, 3, 7), 1, date(2026, 3, 9)),
    ("holiday", date(2026, 3, 5), 1, date(2026, 3, 9)),
    ("holiday", date(2026, 3, 5), 2, date(2026, 3, 10)),
    ("shift", date(2026, 3, 7), 1, date(2026, 3, 8)),
    ("office", date(2026, 3, 4), 10, date(2026, 3, 18)),
    ("office", date(2026, 3, 4), 0, date(2026, 3, 4)),
]


@pytest.mark.parametrize(("name", "day", "count", "expected"), DAYS)
def test_working_days_are_counted(name: str, day: date, count: int, expected: date) -> None:
    """Weekends and holidays do not count."""
    assert CALENDARS[name].add_days(day, count) == expected


def test_a_calendar_of_the_team() -> None:
    """What library.toml says becomes a calendar; a time that is none becomes nine to five."""
    working = WorkingTime("Europe/Berlin", ("Mon", "Wed"), "08:30", "never", (date(2026, 3, 4),))
    calendar = calendar_of(working)
    assert calendar.days == (0, 2)
    assert (calendar.start, calendar.end) == (time(8, 30), time(17))
    assert not calendar.is_working_day(date(2026, 3, 4))


def test_weekday_names() -> None:
    """Long and short names are known, others are left out."""
    assert weekday_numbers(("Mon", "friday", "Never")) == (0, 4)


def test_holidays_come_from_an_ical_file() -> None:
    """Whole days are read, the end excluded, folded lines joined, nonsense left out."""
    text = (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Christ\r\n mas\r\n"
        "END:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:20260501T000000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:soon\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    days = holidays_of_ical(text)
    assert days == {date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 26), date(2026, 5, 1)}


def test_a_calendar_without_days_ends() -> None:
    """A team that never works does not make the search endless."""
    never = Calendar(days=())
    start = datetime(2026, 3, 4, 9, tzinfo=UTC)
    assert never.add_time(start, timedelta(hours=1)) == start
    assert never.next_working_day(date(2026, 3, 4)) == date(2026, 3, 4)
