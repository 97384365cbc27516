"""Promises that wait for an event instead of a day, what is done to a thing, and look-alikes of both."""

from datetime import UTC, datetime

import pytest

from composer.lint.own_words import Passage
from composer.lint.promises.commitments import Commitment, Sign
from composer.lint.promises.times import promises_of
from composer.when.eta import find_times

_NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)

WAITING = (
    ("I'll send it as soon as the part is in.", "as soon as the part is in"),
    ("We will print the label once the parcel is back.", "once the parcel is back"),
    ("Once the new version is out, we will migrate your shop.", "Once the new version is out"),
    ("As soon as our vendor replies, I'll write to you.", "As soon as our vendor replies"),
    ("When Anna is back, I will go through the list with her.", "When Anna is back"),
    ("I will write to you when I hear from them.", "when I hear from them"),
    ("I'll ring you after the call.", "after the call"),
    ("We will swap the disk after the backup has run.", "after the backup has run"),
    ("I plan to rebuild the index when the load is low.", "when the load is low"),
    ("I hope to send you a draft once I have the figures.", "once I have the figures"),
    ("The refund will be issued upon receipt of the goods.", "upon receipt of the goods"),
    ("You will be notified as soon as the date is known.", "as soon as the date is known"),
    ("Details will be published as they become available.", "as they become available"),
    ("Anna will send you the contract once it is signed.", "once it is signed"),
    ("The support team will call you as soon as a line is free.", "as soon as a line is free"),
    ("I will update the ticket the moment the vendor answers.", "the moment the vendor answers"),
    ("Before we ship it, I will test it again.", "Before we ship it"),
    ("Following the update, we will turn the feed on again.", "Following the update"),
    ("I haven't read it all, but I will when I am back.", "when I am back"),
    ("We'll let you know soon as the courier has it.", "soon as the courier has it"),
)
NO_EVENT = (
    "I will be away when they come.",
    "I'll believe it when I see it.",
    "Once you have sent it back, we will pay the sum.",
    "When you open the page, you will see a button.",
    "I will tell you when to press it.",
    "I'll ask them when it will be.",
    "We will print it once a month.",
    "After all, we will print it.",
    "I will look after the shop.",
    "When I ran it yesterday, I thought that we would print it.",
    "We will see when we get there.",
    "Will you print it once it is done?",
    "The page will load once the cache is full.",
    "He will print it as soon as he is back.",
    "We will not print it when it is wet.",
    "You will be charged when the trial ends.",
    "I told him that I would print it after the call.",
    "They will send it as soon as they can.",
    "The shop will be closed after the sale.",
    "Please send it as soon as the part is in.",
    "I will take your name when calling.",
    "I had printed it before the call.",
)


def _found(text: str) -> tuple[Commitment, ...]:
    passage = Passage(text)
    return promises_of(passage, find_times(passage.words, now=_NOW), now=_NOW, answers_customer=False)


@pytest.mark.parametrize(("text", "event"), WAITING, ids=[text for text, _ in WAITING])
def test_it_waits_for_an_event(text: str, event: str) -> None:
    """It binds us without a day, and the event is told in its own words."""
    (one,) = _found(text)
    assert one.event == event


@pytest.mark.parametrize("text", NO_EVENT)
def test_nothing_is_promised_after_an_event(text: str) -> None:
    """What the customer does first, questions of time, habits, what is told and what others do."""
    assert [one for one in _found(text) if one.event] == []


def test_what_only_its_event_makes_a_promise_is_told_apart() -> None:
    """A rule that asks for a day leaves it alone: its verb alone asks for none."""
    (by_event,) = _found("We will print it once the paper is in.")
    (by_verb,) = _found("We will look into it once the log is in.")
    assert (by_event.sign, by_verb.sign) == (Sign.EVENT, Sign.VERB)
