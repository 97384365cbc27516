"""Promises by the grammar of their clauses, and sentences that look like them."""
# ruff: noqa: E501 - sentences as people write them

from datetime import UTC, datetime
from pathlib import Path

import pytest

from composer.lint.own_words import Passage
from composer.lint.promises.clause_reading import clauses_read
from composer.lint.promises.commitments import Commitment, Sign
from composer.lint.promises.grammar import verdicts
from composer.lint.promises.times import promises_of
from composer.lint.promises.words_en import ENGLISH
from composer.when.eta import find_times

_NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
_LISTS = Path(__file__).parents[2] / "benchmarks" / "own_promises"
# What the lists hold and is read wrong so far; a sentence read right has to leave.
_WRONG = frozenset(
    (
        "The next point release, due out on the 8th, will bring back the CSV button you were missing.",
        "Status update from us every hour until this is resolved.",
        "On Monday, 7 October, the team takes the old gateway out of rotation and your timeouts should be gone for good.",
        "Your ISP is going to replace its router on Wednesday night.",
        "Please hold off with the reinstall until Thursday, since that's when we deliver the signed driver.",
        "The nightly job failed at 02:14 because of the full disk, which I've since cleared, and I will watch tonight's run myself.",
        "ETA for the restored mailbox: 16:30.",
        "I don't have the answer yet but you will by tomorrow.",
        "Permission for the finance share: yours by lunchtime today, I've got the approval.",
        "Before the call on Tuesday you should have the test data loaded.",
        "The watch strap you asked about is already on my desk, so it'll be in tonight's post.",
        "Upon arrival of the new batch (end of May), your order will be the first one we pack.",
        "- refund for the second pair: booked by Tuesday",
        "As soon as the insurer agrees, our body shop starts on your door.",
        "The museum shop is reprinting the poster, and we're shipping yours in the second half of August.",
        "I can review the patch next week, provided you still want to pursue it.",
        "Since the machine that prints the permits broke on Monday, yours won't be printed until Thursday, but on Thursday it will be.",
        "The long-term series goes out of support in 2027.",
        "The prescription will be at the pharmacy in an hour, the doctor's signing it now.",
        "Your locker stays reserved by us through the end of term.",
        "Your badge and the programme are waiting for you at the entrance when you arrive on Friday.",
        "Your GP will send you the referral next week, that's nothing we handle here.",
        "Your complaint about the noise at the fair will be dealt with at Wednesday's council meeting by my department.",
        "Next release candidate: Sunday night, your fix included.",
        "Please don’t come in before Thursday, as it’s Thursday morning that I get your glasses finished.",
        "Leave the key with the neighbour, our chimney sweep is coming round about noon tomorrow.",
        "The piano tuner we work with, Mr Odell, has been told and will be at your place on the 28th at ten.",
        "Tuesday is when I let you know who the referee will be.",
        "Give the lab until Wednesday and you'll have the allergy report from us.",
        "I'd be glad to show you the workshop on Saturday, should you be in town.",
        "Until you're through with the exams in June, the library will not ask for the books back.",
        "hi, your bike is 3rd in line so i do the brakes tomorow and txt you when its done",
    )
)

PROMISES = (
    "I'm rebooking your seat this afternoon.",
    "We're reprinting the labels tonight.",
    "Our plumber fits the new valve on Tuesday.",
    "The bakery team will ice your cake on Saturday morning.",
    "Your dress will be hemmed by Thursday.",
    "The crown will be cemented on Tuesday, as you asked.",
    "Your subscription will be moved to the new plan tomorrow.",
    "The patch ships on Monday.",
    "The missing screws go out tonight.",
    "Somebody from our depot is going to ring you before noon.",
    "Marta will mow your lawn on Friday.",
    "I'm hoping to have the keys for you by Friday.",
    "We aim to get every one of you back online by tonight.",
    "You'll hear from our tutor on Monday.",
    "You should have the certificate by Friday.",
    "Expect a letter from us next week.",
    "Give us until Thursday and don't worry.",
    "Reply by noon tomorrow.",
    "Details on Monday.",
    "New battery: dispatched by Friday.",
    "Once the frame is dry, I'll hang it for you.",
    "As soon as the judge has signed it, we'll send you a copy.",
    "I won't close your case before the money is back.",
    "We won't charge your card until the room is ready.",
    "I'll take it to our workshop tomorrow and call you then.",
    "Anna has your file, and she'll phone you on Monday.",
    "Your name goes on the list today.",
    "The credit will show on your next invoice.",
    "The translator is checking it and will send you the text by Friday.",
    "In the morning I'll ring the clinic and let you know.",
    "We'll have the engine running again by Monday.",
    "You can have the bike back from us at five.",
    "I'll make sure that the driver has it on Friday.",
    "Please keep the box, since our courier collects it on Monday.",
)
NONE = (
    "Restart the router and it will be back within a minute.",
    "Click on Send and the app will show you a code in a few seconds.",
    "If the lamp blinks, it will take an hour.",
    "Your bank will decide on Monday.",
    "The airline will publish the timetable on Friday.",
    "Your landlord will let the plumber in on Tuesday.",
    "You need to sign it by Friday.",
    "Please upload the photos by noon tomorrow.",
    "Type your number and you will receive a code within a minute.",
    "We could move you to Friday, it's up to you.",
    "If you like, I can ring you tomorrow.",
    "Just say so and we'll book Monday.",
    "Either we repaint it in May or you wait, you decide.",
    "I doubt that we'll ship it on Friday.",
    "He said he would call on Monday.",
    "You wrote that we would send it on Friday.",
    "It would be great if it arrived by Friday.",
    "I would have called you on Monday.",
    "The museum opens at 9 on Friday.",
    "Our office is closed on Monday.",
    "The lease ends on 30 June.",
    "My colleague works Monday to Thursday.",
    "Every Friday we send the bill.",
    "Users will receive a code within a minute.",
    "We sent it on Friday.",
    "I was going to write on Thursday.",
    "The watch asks for the code after the restart.",
    "We can't ship it by Friday.",
    "Nobody knows when it will be in.",
    'Your subject line reads "We will cancel by Friday".',
)


def _found(text: str, *, answers_customer: bool = True) -> tuple[Commitment, ...]:
    passage = Passage(text)
    times = find_times(passage.words, now=_NOW)
    return promises_of(passage, times, now=_NOW, language="en", answers_customer=answers_customer)


def _listed() -> list[tuple[str, str]]:
    # The fourth list is counted only (tests/benchmarks): what it holds is not developed on.
    paths = (path for path in sorted(_LISTS.glob("*.tsv")) if path.stem != "unseen")
    lines = (line for path in paths for line in path.read_text("utf-8").splitlines())
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(label, text) for label, language, text in rows if language == "en"]


@pytest.mark.parametrize("text", PROMISES)
def test_a_clause_promises(text: str) -> None:
    """An act or a result on our side with a time or an event binds us, whatever its verb."""
    assert _found(text)


@pytest.mark.parametrize("text", NONE)
def test_a_clause_promises_nothing(text: str) -> None:
    """What a program does, an outsider decides, the reader has to do, or somebody reports binds nobody of ours."""
    assert not _found(text)


def test_the_invented_replies_are_read_as_their_authors_meant_them() -> None:
    """Of the English lists only the sentences named here are read wrong."""
    wrong = {text for label, text in _listed() if bool(_found(text)) != (label == "promise")}
    assert wrong == _WRONG


def test_a_text_that_answers_no_customer_counts_by_its_phrases_alone() -> None:
    """A notice to everybody is no promise of ours, and would be one in a reply."""
    text = "Our plumber fits the new valve on Tuesday."
    assert _found(text)
    assert not _found(text, answers_customer=False)


def test_a_promise_tied_to_an_event_names_it() -> None:
    """Where no day binds us, the words of the event are kept."""
    (one,) = _found("Once the frame is dry, I'll hang it for you.")
    assert one.sign is Sign.EVENT
    assert one.event.startswith("Once the frame is dry")


def test_an_hour_without_a_day_binds_as_an_event() -> None:
    """*At ten* is no date by itself, and yet the customer waits for it."""
    (one,) = _found("I'll put the box outside for you at ten.")
    assert (one.sign, one.event) == (Sign.EVENT, "at ten")


def test_an_offer_is_refused_however_its_words_promise() -> None:
    """What waits for the reader's choice is none, though a phrase in it would promise."""
    passage = Passage("If you like, I can ring you tomorrow.")
    read = clauses_read(passage, find_times(passage.words, now=_NOW), now=_NOW, language="en")
    assert not read.promises
    assert any(verdict.is_refused for found in read.verdicts.values() for verdict in found)


def test_a_verdict_says_why() -> None:
    """Each clause has its reason."""
    found = verdicts("I doubt that we will ship it.", [], ENGLISH)
    assert [verdict.binds for verdict in found] == [False] * len(found)
    assert all(verdict.reason for verdict in found)


@pytest.mark.parametrize(
    "piece", ["I will send it by Friday, and ", "when we will ", ", by Friday ", "you'll ", "("]
)
def test_a_hostile_sentence_is_read_to_an_end(piece: str) -> None:
    """However long a sentence is, its reading is bounded."""
    text = piece * (32_000 // len(piece))
    assert len(_found(text)) <= len(Passage(text).sentences)
