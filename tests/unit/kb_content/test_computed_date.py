"""Dates that a snippet works out itself."""

from datetime import date

import pytest

from kb_content.computed_date import computed_date
from kb_content.team import WorkingTime

FRIDAY = date(2026, 12, 18)
TEAM = WorkingTime(holidays=(date(2026, 12, 24), date(2026, 12, 25)))


@pytest.mark.parametrize(
    ("expression", "day"),
    [
        ("date", FRIDAY),
        (" date + 10d ", date(2026, 12, 28)),
        ("date+0wd", FRIDAY),
        ("date+1wd", date(2026, 12, 21)),
        ("date+4wd", date(2026, 12, 28)),
        ("date+999d", date(2029, 9, 12)),
        ("name", None),
        ("date+2", None),
        ("date-2d", None),
        ("update", None),
    ],
)
def test_an_expression_is_a_day(expression: str, day: date | None) -> None:
    assert computed_date(expression, today=FRIDAY, working_time=TEAM) == day


def test_a_team_that_never_works_still_gets_a_day() -> None:
    assert computed_date("date+1wd", today=FRIDAY, working_time=WorkingTime(days=())) == date(2026, 12, 19)
