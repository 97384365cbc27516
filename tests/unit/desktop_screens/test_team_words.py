"""The team in a sentence, as the settings show it."""

from datetime import date

from desktop.team_words import team_words
from kb_content.team import Team, WorkingTime

TODAY = date(2026, 11, 20)


def test_people_hours_and_the_next_day_off() -> None:
    """Days in a row are a span; days off that are past don't matter."""
    time = WorkingTime("Europe/Berlin", holidays=(date(2026, 5, 1), date(2027, 1, 1), date(2026, 12, 24)))
    assert team_words(Team("Lantern", working_time=time), TODAY) == (
        "Lantern: nobody is named. ETAs count Mon to Fri, 09:00 to 17:00, Europe/Berlin.",
        "Next day off: Thu 24 Dec. This stands in library.toml, in the library's folder.",
    )


def test_days_that_are_not_in_a_row_are_named() -> None:
    """And that no day off is known is said, for it may have been forgotten."""
    hours, day_off = team_words(Team("Lantern", working_time=WorkingTime(days=("Mon", "Wed", "Fri"))), TODAY)
    assert "Mon, Wed, Fri" in hours
    assert day_off.startswith("No day off is named.")
