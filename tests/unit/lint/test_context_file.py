"""The circumstances of a draft from plain data."""

from datetime import date

import pytest

from composer.lint.context import Context
from composer.lint.context_file import ContextFailure, context_from


def test_everything_is_read() -> None:
    """Each key of CONTEXT.json lands in its field."""
    context = context_from(
        {
            "today": "2026-03-04",
            "time_zone": "Europe/Berlin",
            "working_days": ["Monday", "tue"],
            "holidays": ["2026-03-06"],
            "agent": {"name": "Anna", "mail": "anna@example.com"},
            "customer": {"name": "John"},
            "cc": [],
            "must_cc": ["lead@example.com"],
            "attachments": ["a.pdf"],
            "known_issues": [{"id": "ki-1", "title": "Export stops", "status": "identified", "eta": None}],
        }
    )
    assert context.today == date(2026, 3, 4)
    assert context.working_days == ("Mon", "Tue")
    assert context.holidays == {date(2026, 3, 6)}
    assert context.agent is not None
    assert context.agent.name == "Anna"
    assert context.cc == ()
    assert context.attachments == ("a.pdf",)
    assert context.known_issues[0].eta == ""


def test_every_key_may_be_missing() -> None:
    """Nothing known is a context too."""
    assert context_from({}) == Context()
    assert context_from({}).attachments is None


@pytest.mark.parametrize(
    "data",
    [
        {"today": "soon"},
        {"working_days": ["Never"]},
        {"attachments": 3},
        {"holidays": "2026-03-06x"},
        {"known_issues": ["ki-1"]},
        [],
    ],
)
def test_what_cannot_be_read_is_one_sentence(data: object) -> None:
    """A failure names what is wrong."""
    with pytest.raises(ContextFailure):
        context_from(data)  # type: ignore[arg-type]


WRONG = [
    ("today", "tomorrow", "day like 2026-03-04"),
    ("now", 7, "moment"),
    ("time_zone", "Mars/Base", "Europe/Berlin"),
    ("customer_time_zone", "../../etc/passwd", "Europe/Berlin"),
    ("working_days", ["Caturday"], "Mon"),
    ("working_days", [], "weekday"),
    ("holidays", ["2026-13-01"], "day like"),
    ("agent", 3, "person"),
    ("cc", {"a": "b"}, "list of texts"),
    ("attachments", [1], "list of texts"),
    ("known_issues", {"id": "x"}, "list of tables"),
    ("known_issues", ["ki-1"], "list of tables"),
    ("articles", ["a"], "table of texts"),
    ("policies", ["none"], "list of tables"),
    ("next_reply_hours", "soon", "hours"),
    ("next_reply_hours", True, "hours"),
]


@pytest.mark.parametrize(("key", "value", "words"), WRONG, ids=[f"{key}={value}" for key, value, _ in WRONG])
def test_a_wrong_value_is_named_with_its_key(key: str, value: object, words: str) -> None:
    """The sentence says which key, what it has to be and what it is, and in which file."""
    with pytest.raises(ContextFailure) as caught:
        context_from({key: value}, source="CONTEXT.json")
    sentence = str(caught.value)
    assert sentence.startswith(f"CONTEXT.json: In the context “{key}” ")
    assert words in sentence
    assert "\n" not in sentence


def test_null_is_as_good_as_missing() -> None:
    """What is null, and what nobody knows, leaves the base as it is."""
    base = Context(today=date(2026, 3, 4), cc=("a@example.com",), time_zone="Europe/Berlin")
    keys = (
        "today",
        "now",
        "time_zone",
        "working_days",
        "agent",
        "cc",
        "known_issues",
        "policies",
        "newer_key",
    )
    assert context_from(dict.fromkeys(keys), base=base) == base


def test_an_empty_list_is_said() -> None:
    """Nobody in copy and no holiday are facts; a missing key is none."""
    base = Context(holidays=frozenset({date(2026, 12, 25)}), cc=("a@example.com",))
    context = context_from({"holidays": [], "cc": []}, base=base)
    assert (context.holidays, context.cc) == (frozenset(), ())


def test_the_day_is_that_of_the_moment() -> None:
    """Who says the moment need not say the day."""
    assert context_from({"now": "2026-03-04T23:30-05:00"}).today == date(2026, 3, 4)
