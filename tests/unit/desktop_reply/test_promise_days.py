"""The day by which a promise is filed: its own, and no other of its sentence."""

from datetime import UTC, datetime

from composer.draft import Draft
from composer.when.eta import TimeExpression, find_times
from desktop.reply.last_look.last_look import promises_in

_NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def _times(words: str) -> tuple[TimeExpression, ...]:
    return find_times(words, now=_NOW)


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
