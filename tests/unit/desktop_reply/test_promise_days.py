"""The day by which a promise is filed: its own, and no other of its sentence."""

from datetime import UTC, date, datetime

from composer.draft import Draft
from composer.when.eta import TimeExpression, find_times
from desktop.reply.last_look.promises_seen import PromiseSeen, look_days, promises_in
from desktop.team_time import local_time
from kb_content.team import WorkingTime

_NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def _times(words: str, language: str) -> tuple[TimeExpression, ...]:
    return find_times(words, now=_NOW, language=language)


def _seen(text: str) -> tuple[PromiseSeen, ...]:
    return promises_in(Draft(text), (), find_times=_times, now=_NOW)


def _days(text: str) -> list[str]:
    return [seen.when for seen in _seen(text) if seen.due is not None]


def _events(text: str) -> list[str]:
    return [seen.event for seen in _seen(text) if seen.due is None]


def test_a_promise_is_filed_with_its_day() -> None:
    """Whoever makes it, and whatever arrives."""
    assert _days("I'll send it on Friday.") == ["Friday"]
    assert _days("Your parcel leaves our warehouse tomorrow.") == ["tomorrow"]


def test_the_day_of_something_else_is_not_filed() -> None:
    """The call is on Friday, and he is away on Monday; we look into it some time."""
    assert _days("We will look into it before Friday's call.") == []
    assert _days("I'll look into it, and he was away on Friday.") == []


def test_a_promise_that_waits_is_filed_with_what_it_waits_for() -> None:
    """Its words say what; a day in the same promise is the day, and no event is needed."""
    assert _events("As soon as accounting is back I send you the paper.") == ["as soon as accounting is back"]
    assert _events("Sobald der Hersteller antwortet, schicke ich Ihnen die Liste.") == [
        "sobald der Hersteller antwortet"
    ]
    assert _events("We will look into it before Friday's call.") == ["before Friday's call"]
    assert _events("I send you the paper on Friday, as soon as accounting is back.") == []
    assert _events("Once you have sent the log, I look into it.") == []


def test_the_days_to_look_again_are_worked() -> None:
    """The next working days at their start, without a weekend or a day off, where the team works."""
    berlin = WorkingTime(time_zone="Europe/Berlin", start="08:30", holidays=(date(2026, 3, 4),))
    days = look_days(local_time(_NOW, "Europe/Berlin"), berlin)
    assert [day.words for day in days] == ["Tue 3 Mar", "Thu 5 Mar", "Tue 10 Mar", "Tue 17 Mar"]
    assert days[0].moment == datetime(2026, 3, 3, 7, 30, tzinfo=UTC)


def test_promises_are_filed_in_the_language_they_are_made_in() -> None:
    """The draft's own words tell the language; what others shall do is not filed."""
    assert _days("Ich melde mich bis Freitag bei Ihnen. Bitte warten Sie bis Donnerstag.") == ["Freitag"]
    assert _days("Le llamo mañana por la mañana con una respuesta.") == ["mañana por la mañana"]
    assert _days("Nous vous rappelons jeudi matin. Merci de nous répondre avant mercredi.") == ["jeudi matin"]
