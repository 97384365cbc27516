"""Working days are counted as the team works."""

from datetime import UTC, date, datetime

import pytest

from composer.when.calendar import Calendar
from composer.when.eta import find_times
from composer.when.working_days import as_counted_by

WEDNESDAY = datetime(2026, 12, 23, 10, tzinfo=UTC)
CHRISTMAS = frozenset({date(2026, 12, 25), date(2026, 12, 28)})

CASES = [
    ("within two business days", Calendar(), date(2026, 12, 25)),
    ("within two business days", Calendar(holidays=CHRISTMAS), date(2026, 12, 29)),
    ("within 3 working days", Calendar(days=(0, 1, 2, 3)), date(2026, 12, 29)),
    ("within 3 working days", Calendar(days=(0, 1, 2, 3, 4, 5)), date(2026, 12, 26)),
    ("in one business day", Calendar(holidays=CHRISTMAS), date(2026, 12, 24)),
    ("within 2 days", Calendar(holidays=CHRISTMAS), date(2026, 12, 25)),
    ("by Friday", Calendar(holidays=CHRISTMAS), date(2026, 12, 25)),
    ("within 2 business days", Calendar(days=()), date(2026, 12, 25)),
    ("within 100000 business days", Calendar(holidays=CHRISTMAS), None),
]


@pytest.mark.parametrize(
    ("words", "calendar", "expected"), CASES, ids=[f"{c[0]} {n}" for n, c in enumerate(CASES)]
)
def test_the_end_is_the_teams(words: str, calendar: Calendar, expected: date | None) -> None:
    """Holidays and days off count as little for the team as for whoever waits."""
    times = find_times(f"We answer {words}.", now=WEDNESDAY)
    counted = as_counted_by(calendar, times, now=WEDNESDAY)
    ends = [one.end_instant for one in counted]
    if expected is None:
        assert ends == [one.end_instant for one in times]
    else:
        assert [end.date() for end in ends if end] == [expected]
    assert [(one.start, one.end, one.text) for one in counted] == [
        (one.start, one.end, one.text) for one in times
    ]
