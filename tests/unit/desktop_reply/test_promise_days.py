"""The day by which a promise is filed: its own, and no other of its sentence."""

from datetime import UTC, datetime

from composer.draft import Draft
from composer.when.eta import TimeExpression, find_times
from desktop.reply.last_look.last_look import promises_in

_NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def _times(words: str, language: str) -> tuple[TimeExpression, ...]:
    return find_times(words, now=_NOW, language=language)


def _days(text: str) -> list[str]:
    return [seen.when for seen in promises_in(Draft(text), (), find_times=_times, now=_NOW)]


def test_a_promise_is_filed_with_its_day() -> None:
    """Whoever makes it, and whatever arrives."""
    assert _days("I'll send it on Friday.") == ["Friday"]
    assert _days("Your parcel leaves our warehouse tomorrow.") == ["tomorrow"]


def test_the_day_of_something_else_is_not_filed() -> None:
    """The call is on Friday, and he is away on Monday; we look into it some time."""
    assert _days("We will look into it before Friday's call.") == []
    assert _days("I'll look into it, and he was away on Friday.") == []


def test_promises_are_filed_in_the_language_they_are_made_in() -> None:
    """The draft's own words tell the language; what others shall do is not filed."""
    assert _days("Ich melde mich bis Freitag bei Ihnen. Bitte warten Sie bis Donnerstag.") == ["Freitag"]
    assert _days("Le llamo mañana por la mañana con una respuesta.") == ["mañana por la mañana"]
    assert _days("Nous vous rappelons jeudi matin. Merci de nous répondre avant mercredi.") == ["jeudi matin"]
