"""Periods: weeks from Monday, 30 days, months, each as the team's zone counts its days."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from composer.tickets.report_period import Period, periods
from tests.unit.tickets.report_desks import at

BERLIN = ZoneInfo("Europe/Berlin")


def test_what_is_offered() -> None:
    """Weeks begin on Monday; months go back to the oldest ticket; this week comes first."""
    offered = periods(at("20 09:30"), BERLIN, oldest=at("2026-09-30 12:00"))
    assert [(one.title, one.first.isoformat(), one.last.isoformat()) for one in offered] == [
        ("This week", "2026-11-16", "2026-11-22"),
        ("Last week", "2026-11-09", "2026-11-15"),
        ("Last 30 days", "2026-10-22", "2026-11-20"),
        ("November 2026", "2026-11-01", "2026-11-30"),
        ("October 2026", "2026-10-01", "2026-10-31"),
        ("September 2026", "2026-09-01", "2026-09-30"),
    ]


def test_a_new_desk_and_a_very_old_mail() -> None:
    """This month alone; a mail of long ago brings a year of months, and no more."""
    assert [one.id for one in periods(at("20 09:30"), BERLIN)][3:] == ["2026-11"]
    months = periods(at("20 09:30"), ZoneInfo("America/Los_Angeles"), oldest=datetime(1, 1, 1, tzinfo=UTC))
    assert [one.id for one in months][-1] == "2025-11"
    assert len(months) == 3 + 13


def test_today_is_the_teams() -> None:
    """At half past eleven in the night of Sunday in UTC it is Monday in Berlin."""
    sunday_night = at("22 23:30")
    assert periods(sunday_night, BERLIN)[0].first == date(2026, 11, 23)
    assert periods(sunday_night, ZoneInfo("UTC"))[0].first == date(2026, 11, 16)


def test_borders_are_midnight_there() -> None:
    """The first moment belongs to it, the last day does as a whole, what comes after does not."""
    week = periods(at("20 09:30"), BERLIN)[0]
    assert (week.begin, week.end) == (at("15 23:00"), at("22 23:00"))
    assert week.holds(week.begin)
    assert week.holds(at("22 22:59"))
    assert not week.holds(week.end)


def test_the_week_in_which_the_clocks_change_is_an_hour_longer() -> None:
    """25 October 2026 has 25 hours in Berlin."""
    week = Period("w", "", date(2026, 10, 19), date(2026, 10, 25), BERLIN)
    assert (week.end - week.begin).total_seconds() == (7 * 24 + 1) * 3600
