"""Time expressions: found where they are, resolved to the right moment, and nothing else found."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from composer.when.eta import Certainty, find_times

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=ZoneInfo("UTC"))  # a Wednesday

RESOLVED = [
    # words, the span, end of the promise
    ("by Friday 5pm ET", "Friday 5pm ET", "2026-03-06 17:00-05:00"),
    ("by Friday, 12 March, 15:00 ET", "Friday, 12 March, 15:00 ET", "2026-03-12 15:00-04:00"),
    ("within two business days", "within two business days", "2026-03-06 23:59+00:00"),
    ("within 3 working days", "within 3 working days", "2026-03-09 23:59+00:00"),
    ("within 24 hours", "within 24 hours", "2026-03-05 10:00+00:00"),
    ("in 45 minutes", "in 45 minutes", "2026-03-04 10:45+00:00"),
    ("EOD tomorrow", "EOD tomorrow", "2026-03-05 23:59+00:00"),
    ("by close of business on Friday", "close of business on Friday", "2026-03-06 17:00+00:00"),
    ("by the end of next week", "the end of next week", "2026-03-15 23:59+00:00"),
    ("the 14th", "the 14th", "2026-03-14 23:59+00:00"),
    ("it by the 14th", "the 14th", "2026-03-14 23:59+00:00"),
    ("that it arrives the 14th", "the 14th", "2026-03-14 23:59+00:00"),
    ("by tomorrow morning", "tomorrow morning", "2026-03-05 12:00+00:00"),
    ("this afternoon", "this afternoon", "2026-03-04 17:00+00:00"),
    ("tomorrow at noon", "tomorrow at noon", "2026-03-05 12:00+00:00"),
    ("on Monday the 9th at 10", "Monday the 9th at 10", "2026-03-09 10:00+00:00"),
    ("next Tuesday", "next Tuesday", "2026-03-10 23:59+00:00"),
    ("on 2026-03-12", "2026-03-12", "2026-03-12 23:59+00:00"),
    ("on 12 March 2027", "12 March 2027", "2027-03-12 23:59+00:00"),
    ("on March 12th, 2027", "March 12th, 2027", "2027-03-12 23:59+00:00"),
    ("by the end of March", "the end of March", "2026-03-31 23:59+00:00"),
    ("in about 2 weeks", "in about 2 weeks", "2026-03-18 23:59+00:00"),
    ("the day after tomorrow", "the day after tomorrow", "2026-03-06 23:59+00:00"),
    ("before 4 pm", "4 pm", "2026-03-04 16:00+00:00"),
    ("at 9 am", "9 am", "2026-03-05 09:00+00:00"),
    ("in Q3 2026", "Q3 2026", "2026-09-30 23:59+00:00"),
    ("on 2 March", "2 March", "2026-03-02 23:59+00:00"),
    ("between 3 and 5 pm tomorrow", "between 3 and 5 pm tomorrow", "2026-03-05 17:00+00:00"),
    ("May 5", "May 5", "2026-05-05 23:59+00:00"),
    ("on May 5th", "May 5th", "2026-05-05 23:59+00:00"),
    ("on the first Monday of next month", "the first Monday of next month", "2026-04-06 23:59+00:00"),
    ("later in the day", "later in the day", "2026-03-04 23:59+00:00"),
    ("later on today", "later on today", "2026-03-04 23:59+00:00"),
    ("after lunch", "after lunch", "2026-03-04 17:00+00:00"),
    ("by lunchtime tomorrow", "by lunchtime tomorrow", "2026-03-05 12:00+00:00"),
    ("on Friday before lunch", "Friday before lunch", "2026-03-06 12:00+00:00"),
    ("by mid-afternoon", "by mid-afternoon", "2026-03-04 17:00+00:00"),
    ("tomorrow mid-morning", "tomorrow mid-morning", "2026-03-05 11:00+00:00"),
    ("on Monday a.m. at the latest", "Monday a.m.", "2026-03-09 12:00+00:00"),
    ("first thing in the morning", "first thing in the morning", "2026-03-05 12:00+00:00"),
    ("overnight", "overnight", "2026-03-05 08:00+00:00"),
    ("on the next business day", "on the next business day", "2026-03-05 23:59+00:00"),
    ("in a day or two", "in a day or two", "2026-03-06 23:59+00:00"),
    ("within the next hour or so", "within the next hour or so", "2026-03-04 11:00+00:00"),
    ("over the next week or two", "over the next week or two", "2026-03-18 23:59+00:00"),
    ("within the week", "within the week", "2026-03-08 23:59+00:00"),
    ("by midweek", "midweek", "2026-03-06 23:59+00:00"),
    ("the week after next", "the week after next", "2026-03-22 23:59+00:00"),
    ("by month-end", "month-end", "2026-03-31 23:59+00:00"),
    ("in the first week of April", "the first week of April", "2026-04-07 23:59+00:00"),
    ("in the last week of next month", "the last week of next month", "2026-04-30 23:59+00:00"),
    ("the week of the 16th", "the week of the 16th", "2026-03-22 23:59+00:00"),
    ("the week of the 2nd", "the week of the 2nd", "2026-03-08 23:59+00:00"),
    ("by end of play", "end of play", "2026-03-04 17:00+00:00"),
    ("by EOB tomorrow", "EOB tomorrow", "2026-03-05 17:00+00:00"),
    ("by EOW", "EOW", "2026-03-08 23:59+00:00"),
    ("over the weekend", "over the weekend", "2026-03-08 23:59+00:00"),
    ("within the hour", "within the hour", "2026-03-04 11:00+00:00"),
]


@pytest.mark.parametrize(("text", "words", "end"), RESOLVED, ids=[case[0] for case in RESOLVED])
def test_a_time_is_found_and_resolved(text: str, words: str, end: str) -> None:
    """The span holds the words, and the end is the moment by which it is over."""
    (found,) = find_times(f"We write {text}.", now=NOW)
    assert found.text == words
    assert found.end_instant is not None
    assert found.end_instant.replace(second=0) == datetime.fromisoformat(end)


@pytest.mark.parametrize(
    "text",
    [
        "Could you set something up the 21st.",
        "Set something up between the 21st and 23rd.",
        "You may second that motion.",
        "March on, we said, and they sat in the sun.",
        "Version 2.10.3 costs $5.30, that is 5/6 of it.",
        "We mon itor wed dings.",
        "Support is there 24/7 in step 2/5.",
        "It may 2 times fail.",
        "Call 555-0199 or +1 206 555 0142.",
        "The ratio is 16:9 and the score 3-2.",
        "The second round and the first try.",
        "Error 404 at line 12 of page 3.",
        "I am at 5 of 7 items.",
        "Choose Sun or Sat mode.",
        "It runs every Monday and each month.",
        "Order 20261399 has 3 items.",
        "The fall of the price, the spring of the lock.",
        "Let us march 5 steps.",
        "The port is 8080 and the size 10x20.",
        "May I ask why?",
        "v1.2/3 of the plug-in",
        "It hangs on the 30th and 31st floors.",
        "I met a 40-year-old yesteryear dinner guest who takes lunch late.",
        "Your overnight shipping fee is back, and the weekend after nextdoor's party too.",
        "I am at work and pm is a tool.",
        "Two versions later it broke, no later than that.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    """Words and numbers that only look like times are left alone."""
    assert [t.text for t in find_times(text, now=NOW) if t.certainty is not Certainty.WAIT] == []


@pytest.mark.parametrize(
    "words",
    [
        "soon",
        "shortly",
        "as soon as possible",
        "ASAP",
        "in due course",
        "in the next release",
        "in a few days",
        "at our earliest convenience",
        "in the near future",
        "before long",
        "later",
        "any day now",
        "in the next few minutes",
        "in a few business days",
    ],
)
def test_vague_times(words: str) -> None:
    """They are found, and nobody is held to them."""
    (found,) = find_times(f"We will do it {words}.", now=NOW)
    assert found.is_vague
    assert found.text == words
    assert not found.is_dated


@pytest.mark.parametrize("text", ["as soon as it is out", "how soon as you can", "two seconds"])
def test_conditions_are_not_vague(text: str) -> None:
    """*As soon as it is out* names an event."""
    assert not any(t.is_vague for t in find_times(text, now=NOW))


OTHERS = [
    (
        "de",
        "Wir melden uns bis Freitag, 6. März, um 15 Uhr",
        "Freitag, 6. März, um 15 Uhr",
        "2026-03-06 15:00",
    ),
    (
        "de",
        "Sie hören innerhalb von zwei Werktagen von uns",
        "innerhalb von zwei Werktagen",
        "2026-03-06 23:59",
    ),
    ("de", "Das kommt am 12.03.2026", "12.03.2026", "2026-03-12 23:59"),
    ("de", "Ende nächster Woche", "Ende nächster Woche", "2026-03-15 23:59"),
    ("de", "bis morgen", "morgen", "2026-03-05 23:59"),
    ("es", "Le escribimos el viernes 6 de marzo", "viernes 6 de marzo", "2026-03-06 23:59"),
    ("es", "en dos días hábiles", "en dos días hábiles", "2026-03-06 23:59"),
    ("es", "mañana a las 15:00", "mañana a las 15:00", "2026-03-05 15:00"),
    ("fr", "Vous aurez la réponse vendredi 6 mars à 15 h", "vendredi 6 mars à 15 h", "2026-03-06 15:00"),
    ("fr", "sous 48 heures", "sous 48 heures", "2026-03-06 10:00"),
    ("fr", "la semaine prochaine", "semaine prochaine", "2026-03-15 23:59"),
    ("fr", "demain", "demain", "2026-03-05 23:59"),
]


@pytest.mark.parametrize(("language", "text", "words", "end"), OTHERS, ids=[case[1] for case in OTHERS])
def test_other_languages(language: str, text: str, words: str, end: str) -> None:
    """The common forms of German, Spanish and French."""
    (found,) = find_times(text + ".", now=NOW, language=language)
    assert found.text == words
    assert found.end_instant is not None
    assert found.end_instant.strftime("%Y-%m-%d %H:%M") == end


@pytest.mark.parametrize(
    ("language", "word"),
    [("de", "so bald wie möglich"), ("es", "lo antes posible"), ("fr", "dès que possible")],
)
def test_vague_times_elsewhere(language: str, word: str) -> None:
    """Vague words are known in each language."""
    (found,) = find_times(f"… {word}.", now=NOW, language=language)
    assert found.is_vague


def test_zone_is_taken_from_the_reader() -> None:
    """A clock time without a zone holds in the time zone that was given."""
    (found,) = find_times("by 5 pm tomorrow", now=NOW, time_zone="America/New_York")
    assert found.end_instant == datetime(2026, 3, 5, 17, tzinfo=ZoneInfo("America/New_York"))


def test_lead_and_past() -> None:
    """The word before a time is kept, and a past time says so."""
    (found,) = find_times("by 2 March", now=NOW)
    assert found.lead == "by"
    assert found.is_past(NOW)


def test_long_and_odd_texts_end() -> None:
    """Nothing in a text makes the reading explode."""
    for text in ("1" * 20_000, "a " * 20_000, "9/" * 10_000, "may " * 5_000, "- " * 10_000):
        find_times(text, now=NOW)
