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
    return [passage.words[one.start : one.end] for one in promises_of(passage, times, now=_NOW)]


@pytest.mark.parametrize(
    "text",
    [
        "I write to you by Thursday, 5 March.",
        "We send your parcel no later than 6 March.",
        "I shall print the labels on Friday.",
        "Tomorrow we'll migrate your shop.",
        "We will be discussing this with the vendor on Friday.",
        "We should have a patch for you shortly.",
        "I should be done by noon tomorrow.",
        "I hope to have something for you by Friday.",
        "We are planning to upgrade the server tomorrow.",
        "Our aim is to close this by Friday.",
        "I'll be glad to join your call on Friday.",
        "I will be back on Thursday to finish the import.",
        "A new version will be available later today.",
        "The form will be posted next week.",
        "You should have it today.",
        "Will print it tomorrow.",
        "We are meeting with the developers tomorrow to decide this.",
        "Anna from billing will call you on Friday.",
        "I have told them that we'll move the data by Friday.",
        "I will e-mail you the draft on Saturday.",
        "We'll be moving your data this weekend.",
        "If you have more screenshots, send them and I'll compile everything on Friday.",
    ],
)
def test_an_act_of_ours_with_a_coming_time_is_a_promise(text: str) -> None:
    """Whatever the verb: the customer can hold us to it."""
    assert len(_promised(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "I will be out of the office on Friday.",
        "I will be in Berlin next week.",
        "I'll be travelling on Friday.",
        "We will need the file by Friday.",
        "We need your answer by Friday.",
        "I look forward to speaking with you on Friday.",
        "I hope to hear from you by Friday.",
        "We expect to receive the goods tomorrow.",
        "We are looking at 14 March for the first meeting.",
        "Shall we send it on Friday?",
        "Can you send me a copy by Monday?",
        "Please send the log by Friday.",
        "The shop closes on Friday.",
        "He says we'll have the parts by Friday.",
        "I am not sure I'll be done by Friday.",
        "We intend to study today's decision.",
        "We will not change this before Friday.",
        "You will have to pay by Friday.",
        "You will receive an automatic mail within five minutes.",
        "Once you have sent it back, we will pay the sum within five days.",
        "We sent it on Friday.",
        "I am confident that we will speak again before long.",
        "We will not win back in six weeks what we lost, but we will try hard.",
        "We will open a plan with a term of two months.",
        "They know it, as I will when I meet them next week.",
        "The old address will be available until Friday.",
        "I will also be travelling on Friday.",
        "We printed the labels last week and will drop the old ones.",
    ],
)
def test_a_time_alone_promises_nothing(text: str) -> None:
    """Being somewhere, waiting, needing, asking, reporting and what others say are no promises of ours."""
    assert _promised(text) == []


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
