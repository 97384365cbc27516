"""Dates in snippets work themselves out, by the team's calendar."""

from datetime import UTC, date, datetime

import pytest

from composer.mail.message import Address, Message
from composer.questions.understood import UnderstoodMail
from desktop.reply.fetch.snippet_fields import FieldValues, field_values, fill
from kb_content.library import Library
from kb_content.resource import starter_library
from kb_content.team import WorkingTime

THURSDAY = datetime(2026, 11, 19, 10, 0, tzinfo=UTC)
WORKING_TIME = WorkingTime(holidays=(date(2026, 11, 23),))


@pytest.fixture
def values() -> FieldValues:
    """What fields stand for on a Thursday before a Monday off."""
    mail = UnderstoodMail(Message("Help", Address("Jane Doe", "jane@example.org"), ""), (), "en", (), ())
    return field_values(mail, agent=Address("Kim Lee", ""), now=THURSDAY, working_time=WORKING_TIME)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{{date}}", "Thursday, 19 November"),
        ("{{date+1wd}}", "Friday, 20 November"),
        ("{{date+2wd}}", "Tuesday, 24 November"),
        ("{{ date + 2 wd }}", "Tuesday, 24 November"),
        ("{{date+10d}}", "Sunday, 29 November"),
        ("{{name}}, by {{date+1wd}}.", "Jane, by Friday, 20 November."),
        ("{{date+2weeks}}", "{{date+2weeks}}"),
        ("{{date-2d}}", "{{date-2d}}"),
        ("{{date+9999d}}", "{{date+9999d}}"),
    ],
)
def test_dates_work_themselves_out(values: FieldValues, body: str, expected: str) -> None:
    """Working days leave out weekends and holidays; what is no date stays to be typed over."""
    assert fill(body, values).text == expected


def test_only_a_persons_field_is_left_open_in_the_starter_snippet(values: FieldValues) -> None:
    """The ETA snippet of the starter library comes with its date; the cursor goes to *what*."""
    snippet = Library.open(starter_library()).snippets["eta-two-working-days"]
    filled = fill(snippet.body, values)
    assert filled.text == "I {{what}} and write to you by Tuesday, 24 November, 15:00 CET."
    assert filled.first_open == (2, 10)
