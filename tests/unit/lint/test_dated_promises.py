"""Promises that only their time makes plain, and what names a time without promising anything."""

from datetime import UTC, datetime

import pytest

from composer.lint.own_words import Passage
from composer.lint.promises.commitments import commitments_in
from composer.lint.promises.times import promises_of
from composer.when.eta import find_times

_NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def _promised(text: str, language: str = "en") -> list[str]:
    passage = Passage(text)
    times = find_times(passage.words, now=_NOW, language=language)
    return [
        passage.words[one.start : one.end]
        for one in promises_of(passage, times, now=_NOW, answers_customer=False)
    ]


def test_without_its_time_it_is_no_promise() -> None:
    """Only verbs that promise by themselves are found where no time stands."""
    assert not list(commitments_in(Passage("I shall print the labels.")))
    assert _promised("I shall print the labels.") == []


def test_a_sentence_is_one_promise() -> None:
    """What the verb and the time both find is told once, in the order of the text."""
    text = "I'll print it on Friday. I'll look into it and send you the result by Friday."
    assert [found.split()[1] for found in _promised(text)] == ["print", "look"]


def test_a_past_time_makes_no_promise() -> None:
    """Only a time that is to come counts."""
    assert _promised("I will print what came in yesterday.") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ich schreibe Ihnen bis Donnerstag.", 1),
        ("Bis Freitag schicken wir die Rechnung.", 1),
        ("Wir brauchen das Protokoll bis Freitag.", 0),
        ("Bitte senden Sie das Protokoll bis Freitag.", 0),
    ],
)
def test_german_present_tense_up_to_a_moment(text: str, count: int) -> None:
    """German says it in the present tense; asking and needing is no promise there either."""
    assert len(_promised(text, "de")) == count
