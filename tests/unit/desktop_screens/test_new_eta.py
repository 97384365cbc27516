"""A new ETA is read as one says it, and the promise is said anew with it."""

from datetime import UTC, date, datetime

import pytest

from composer.when.eta import find_times
from desktop.promises.new_eta import EtaReader
from desktop.team_time import local_time, short_moment, spoken_clock
from kb_content.team import WorkingTime

FRIDAY = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
BERLIN = WorkingTime(time_zone="Europe/Berlin", holidays=(date(2026, 11, 23),))


def reader(now: datetime = FRIDAY, working_time: WorkingTime = BERLIN) -> EtaReader:
    """Return a reader at 11:00 of a Friday in Berlin, the Monday after it off."""
    return EtaReader(
        find_times=lambda text, now, zone: find_times(text, now=now, time_zone=zone),
        now=now,
        working_time=working_time,
    )


@pytest.mark.parametrize(
    ("typed", "spoken", "caution"),
    [
        ("Thu 15:00", "Thu 26 Nov, 15:00 CET", ""),
        ("4 Dec 10:00", "Fri 4 Dec, 10:00 CET", ""),
        ("in 2 hours", "Fri 20 Nov, 13:00 CET", ""),
        ("today", "Fri 20 Nov, 17:00 CET", ""),
        ("next Tuesday", "Tue 24 Nov, 17:00 CET", ""),
        ("2027-01-12 9:30", "Tue 12 Jan 2027, 09:30 CET", ""),
        ("tomorrow 15:00", "Sat 21 Nov, 15:00 CET", "The team does not work on that day."),
        ("within two business days", "Wed 25 Nov, 17:00 CET", ""),
        ("Mon 15:00", "Mon 23 Nov, 15:00 CET", "The team does not work on that day."),
        ("Tue 10", "Tue 24 Nov, 10:00 CET", ""),
        ("next tuesday at 9", "Tue 24 Nov, 09:00 CET", ""),
        ("tomorrow 14h", "Sat 21 Nov, 14:00 CET", "The team does not work on that day."),
        ("Dec 4", "Fri 4 Dec, 17:00 CET", ""),
        ("Tue 99", "Tue 24 Nov, 17:00 CET", "“99” is not understood."),
        ("Thu 20:00", "Thu 26 Nov, 20:00 CET", "The team works from 09:00 to 17:00."),
    ],
)
def test_what_is_typed_becomes_a_moment(typed: str, spoken: str, caution: str) -> None:
    """A bare day means the end of its working time; what lies outside of working time is said."""
    read = reader().read(typed, "I write soon.")
    assert (read.sentence, read.caution) == (spoken, caution)
    assert read.due is not None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "A day and a time, such as Thu 15:00, tomorrow noon or 4 Dec 10:00."),
        ("when it is ready", "“when it is ready” names no day or time."),
        ("soon", "“soon” names no day or time."),
        ("2026-11-19 15:00", "Thu 19 Nov, 15:00 CET is past."),
    ],
)
def test_what_is_no_moment_is_said(typed: str, sentence: str) -> None:
    """Nothing, no time, a vague one and a past one each have their sentence."""
    read = reader().read(typed, "I write soon.")
    assert (read.due, read.sentence, read.words) == (None, sentence, "")


@pytest.mark.parametrize(
    ("promise", "words"),
    [
        ("I write by Friday, 20 November, 11:00 CET.", "I write by {}."),
        ("We send it within two days.", "We send it by {}."),
        ("I call you tomorrow with the result.", "I call you by {} with the result."),
        ("You get it on Monday at 9:00.", "You get it on {}."),
        ("I come back to you soon.", "I come back to you by {}."),
        ("I come back to you.", "I come back to you by {}."),
    ],
)
def test_a_promise_is_said_anew(promise: str, words: str) -> None:
    """The old time gives way to the new one, absolute, and the sentence stays whole."""
    read = reader().read("Thu 15:00", promise)
    assert read.words == words.format("Thursday, 26 November, 15:00 CET")


def test_the_choices_are_working_times_that_are_to_come() -> None:
    """This working day's end, then the next two working days; the Monday off is passed over."""
    assert reader().choices() == ("Fri 20 Nov, 17:00", "Tue 24 Nov, 12:00", "Wed 25 Nov, 17:00")
    evening = reader(FRIDAY.replace(hour=18))
    assert evening.choices() == ("Tue 24 Nov, 12:00", "Wed 25 Nov, 17:00")
    for choice in reader().choices():
        assert reader().read(choice, "").sentence == f"{choice} CET"


def test_a_library_with_odd_clocks_still_gives_an_end_of_day() -> None:
    """Working times that are no times fall back to 17:00."""
    odd = WorkingTime(start="nine", end="five")
    assert reader(working_time=odd).read("next Tuesday", "").sentence == "Tue 24 Nov, 17:00 UTC"


@pytest.mark.parametrize(
    ("zone", "spoken"),
    [("Europe/Berlin", "11:00 CET"), ("America/Sao_Paulo", "07:00 UTC-03"), ("No/Where", "10:00 UTC")],
)
def test_a_clock_time_names_its_zone(zone: str, spoken: str) -> None:
    """Zones without a name show their distance to UTC; unknown ones are UTC."""
    assert spoken_clock(local_time(FRIDAY, zone)) == spoken


def test_the_last_minute_of_a_day_is_its_end() -> None:
    """Who promised a day promised no 23:59."""
    end = datetime(2026, 11, 24, 23, 59, 59, tzinfo=UTC)
    assert short_moment(end, FRIDAY.date()) == "Tue 24 Nov, end of day"
