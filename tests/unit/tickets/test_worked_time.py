"""Working time, added up once, is what the calendar counts day by day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.tickets.worked_time import WorkedTime
from composer.when.calendar import Calendar

BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = Calendar(
    zone=BERLIN, holidays=frozenset({date(2026, 12, 24), date(2026, 12, 25)}), pause=(time(12), time(13))
)
ROUND_THE_CLOCK = Calendar(zone=BERLIN, days=tuple(range(7)), start=time(0), end=time(0))
SINCE, UNTIL = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC)
MOMENTS = st.datetimes(
    min_value=SINCE.replace(tzinfo=None), max_value=UNTIL.replace(tzinfo=None), timezones=st.just(UTC)
)


@pytest.mark.parametrize(
    ("begin", "finish", "hours"),
    [
        ("2026-11-16 10:00", "2026-11-16 12:30", 2.5),
        ("2026-11-20 16:00", "2026-11-23 10:00", 2),  # over a weekend
        ("2026-11-21 03:00", "2026-11-22 23:00", 0),  # within it
        ("2026-12-23 16:00", "2026-12-28 09:30", 1.5),  # two holidays, then a weekend
        ("2026-11-16 18:00", "2026-11-17 08:00", 0),  # over a night
        ("2026-11-17 10:00", "2026-11-16 10:00", 0),  # the wrong way round
    ],
)
def test_only_working_time_counts(begin: str, finish: str, hours: float) -> None:
    """Nine to five from Monday to Friday, in the team's zone."""
    calendar = Calendar(zone=BERLIN, holidays=OFFICE.holidays)
    worked = WorkedTime(calendar, since=SINCE, until=UNTIL)
    first, last = (datetime.fromisoformat(text).replace(tzinfo=BERLIN) for text in (begin, finish))
    assert worked.between(first, last) == timedelta(hours=hours)


def test_a_day_on_which_the_clocks_change_has_its_real_length() -> None:
    """23 hours in March, 25 in October, for a team that works round the clock; eight for an office."""
    worked = WorkedTime(ROUND_THE_CLOCK, since=SINCE, until=UNTIL)
    for day, hours in ((date(2026, 3, 29), 23), (date(2026, 10, 25), 25)):
        begin = datetime.combine(day, time(0), BERLIN)
        finish = datetime.combine(day + timedelta(days=1), time(0), BERLIN)
        assert worked.between(begin, finish) == timedelta(hours=hours)
    office = WorkedTime(Calendar(zone=BERLIN), since=SINCE, until=UNTIL)
    friday = datetime(2026, 10, 23, 16, tzinfo=BERLIN)
    assert office.between(friday, datetime(2026, 10, 26, 10, tzinfo=BERLIN)) == timedelta(hours=2)


@given(MOMENTS, MOMENTS, st.sampled_from((OFFICE, ROUND_THE_CLOCK)))
def test_it_agrees_with_the_calendar(begin: datetime, finish: datetime, calendar: Calendar) -> None:
    """For any two moments between the first and the last day."""
    worked = WorkedTime(calendar, since=SINCE, until=UNTIL)
    assert worked.between(begin, finish) == calendar.time_between(begin, finish)


def test_a_mail_of_the_year_one_takes_no_age() -> None:
    """What lies a century back counts from there; days before the calendar began raise nothing."""
    worked = WorkedTime(OFFICE, since=datetime(1, 1, 1, tzinfo=UTC), until=UNTIL)
    assert worked.between(datetime(1, 1, 1, tzinfo=UTC), UNTIL) > timedelta(days=5000)
