"""Moments are said in the team's zone, in English wherever the program runs."""

import locale
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from desktop.team_time import keep_names_english, short_moment, spoken_date

FRIDAY = datetime(2026, 12, 4, 15, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _locale_of_before() -> Iterator[None]:
    before = locale.setlocale(locale.LC_TIME)
    yield
    locale.setlocale(locale.LC_TIME, before)


@pytest.mark.parametrize("name", ["", "de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"])
def test_names_of_days_stay_english(name: str) -> None:
    """Whatever locale somebody chose for the process, what a customer reads is English."""
    try:
        locale.setlocale(locale.LC_TIME, name)
    except locale.Error:
        pytest.skip(f"this system has no locale {name}")
    keep_names_english()
    assert spoken_date(FRIDAY) == "Friday, 4 December"
    assert short_moment(FRIDAY, FRIDAY.date()) == "Fri 4 Dec, 15:00 UTC"
