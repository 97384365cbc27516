"""Promises by their phrases, in a text that answers no customer; and the same read as a reply."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from composer.lint.own_words import Passage
from composer.lint.promises.commitments import Commitment, Sign
from composer.lint.promises.times import promises_of
from composer.when.eta import find_times

_NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
_LISTS = {
    path.stem: [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    for path in sorted(Path(__file__).with_name("promise_samples").glob("*.tsv"))
}
_ROWS = [(label, text) for rows in _LISTS.values() for label, _, text in rows]


def _found(text: str, *, answers_customer: bool = False) -> tuple[Commitment, ...]:
    passage = Passage(text)
    times = find_times(passage.words, now=_NOW)
    return promises_of(passage, times, now=_NOW, answers_customer=answers_customer)


@pytest.mark.parametrize("text", [text for label, text in _ROWS if label == "promise"])
def test_the_reader_can_hold_us_to_it(text: str) -> None:
    """We, a colleague or a thing that we send: an act or a result by a time, or one that is owed at all."""
    assert len(_found(text)) == 1


@pytest.mark.parametrize("text", [text for label, text in _ROWS if label == "none"])
def test_the_reader_is_promised_nothing(text: str) -> None:
    """Own plans, travel, opening hours, figures of speech, what is over, denied or unsure, what others do."""
    assert _found(text) == ()


@pytest.mark.parametrize("text", [text for label, text in _ROWS if label == "undated"])
def test_the_time_is_not_that_of_an_act_of_ours(text: str) -> None:
    """It names a thing, belongs to another clause, or nothing is done by it."""
    assert [one for one in _found(text) if one.sign is not Sign.VERB] == []


def test_most_is_read_the_same_in_a_reply() -> None:
    """There signs are weighed: no promise is lost, few others are found (private mail apart)."""
    rows = [
        (label, bool(_found(text, answers_customer=True)))
        for name, listed in _LISTS.items()
        for label, _, text in listed
        if name != "promises_in_mail"
    ]
    assert all(found for label, found in rows if label == "promise")
    assert sum(found for label, found in rows if label == "none") <= len(rows) * 0.03
