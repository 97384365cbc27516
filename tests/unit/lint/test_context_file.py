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
