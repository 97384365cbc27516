"""Moments that only a promise makes a time of, who acts by a first name or a trade, and what looks so."""

import pytest

from composer.lint.own_words import Passage
from composer.lint.promises import words as w
from composer.lint.promises.actors import Actor, actors_of
from composer.lint.promises.clauses import clauses_of
from composer.lint.promises.commitments import commitments_in
from composer.lint.promises.first_names import first_names
from composer.lint.promises.moments_en import moments_in
from composer.lint.promises.tokens import tokens_of
from composer.lint.promises.words_en import ENGLISH


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("He is doing it at 4.", "at 4"),
        ("Jo comes by at four to reset the alarm.", "at four"),
        ("The driver waits at 22.10 with a board.", "at 22.10"),
        ("They ring between two and three.", "between two and three"),
        ("I'm back in ten.", "in ten"),
        ("Somebody is there first thing with the pump.", "first thing"),
        ("Give me an hour and you have it.", "an hour"),
        ("Give the ground a few dry days and we start.", "a few dry days"),
        ("Allow us ten days.", "ten days"),
        ("Sit tight for twenty minutes.", "twenty minutes"),
        ("Two more days, then it is yours.", "Two more days"),
        ("It stays here for another fourteen days.", "for another fourteen days"),
        ("It reaches you a couple of days ahead.", "a couple of days ahead"),
        ("It comes off your next bill.", "off your next bill"),
        ("Credit to show on your next statement.", "on your next statement"),
        ("He brings it on his next round.", "on his next round"),
        ("It disappears with the nightly rebuild.", "with the nightly rebuild"),
        ("It is paid with the September salary.", "with the September salary"),
        ("You get it by return of post.", "by return of post"),
        ("The deposit is released on check-out day.", "on check-out day"),
        ("I send it that very day.", "that very day"),
        ("I write to you the morning after.", "the morning after"),
        ("They bring it while you're at dinner.", "while you're at dinner"),
        ("We have it cleared by half term.", "by half term"),
        ("It stays yours through the end of term.", "through the end of term"),
        ("After the holidays I take it up.", "After the holidays"),
        ("Between now and the AGM she rings them.", "Between now and the AGM"),
        ("We repair the hedge in week 40.", "week 40"),
    ],
)
def test_names_a_moment(text: str, moment: str) -> None:
    """One moment, with its words as they stand there."""
    assert [text[start:end] for start, end in moments_in(text)] == [moment]


@pytest.mark.parametrize(
    "text",
    [
        "It fails at 4 different sites.",
        "One in ten.",
        "It is 22.10 each.",
        "Go on to the next page.",
        "It is on the next line.",
        "Between one and three of the users.",
        "The old invoice is attached.",
        "On the previous bill it was right.",
        "He gave me an answer.",
        "In one of the rooms.",
        "That is the first thing I noticed.",
    ],
)
def test_names_no_moment(text: str) -> None:
    """Numbers of things, steps of a program, and what is over."""
    assert moments_in(text) == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Pauline fits it for you", Actor.STAFF),
        ("Henk brings the missing screws along", Actor.STAFF),
        ("Mrs Okon will ring you", Actor.STAFF),
        ("Windows installs the update", Actor.BARE),
        ("Anna likes the colour", Actor.NAME),
        ("Jo's parcel will reach you", Actor.BARE),
        ("The library keeps the books for you", Actor.STAFF),
        ("The library opens at nine", Actor.OCCASION),
        ("Our porters will carry it up", Actor.STAFF),
        ("Housekeeping brings up the cot", Actor.STAFF),
        ("The diver has a look at your boat", Actor.STAFF),
        ("Your accountant will send it", Actor.OUTSIDER),
    ],
)
def test_knows_who_acts(text: str, actor: Actor) -> None:
    """Somebody with a first name, a trade, a department or a place of work is ours where he serves."""
    assert actors_of(clauses_of(tokens_of(text, (), ENGLISH)))[-1] is actor


def test_first_names_are_no_words_of_clauses() -> None:
    """What opens a sentence as a word is no name."""
    words = {name for name in first_names() if ENGLISH.classes_of(name) & (w.ACT | w.SAID | w.BE | w.WILL)}
    assert not words


@pytest.mark.parametrize(
    ("text", "verb", "actor"),
    [
        ("The second box, the one with the shelves, ships to you", "ships", Actor.THING),
        ("My colleague, who's handling the hotel, gets back to you", "gets back", Actor.STAFF),
        ("A human being, namely me, picks up your case", "picks up", Actor.THING),
        ("Your kettle is on the van and gets to you today", "gets to", Actor.YOURS),
        ("The letters are back and yours goes to the printer", "goes", Actor.YOURS),
        ("Our roaster fires up again, so your coffee is bagged", "is", Actor.YOURS),
        ("The desk has sent it to Uppsala and lets you know", "lets you know", Actor.STAFF),
    ],
)
def test_clauses_that_leave_their_subject_behind(text: str, verb: str, actor: Actor) -> None:
    """The last clause has a verb of its own, and its subject from before an aside or an *and*."""
    clauses = clauses_of(tokens_of(text, (), ENGLISH))
    assert clauses[-1].tokens[clauses[-1].verb].word == verb
    assert actors_of(clauses)[-1] is actor


@pytest.mark.parametrize("text", ["We sent bolts, screws and nuts", "It has boxes, ships"])
def test_things_in_a_row_are_no_clauses(text: str) -> None:
    """*screws* could be what somebody does."""
    assert len(clauses_of(tokens_of(text, (), ENGLISH))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "We don't think it will be ready by Friday.",
        "I don't believe the part will be shipped on Monday.",
        "We do not expect your new card to be sent by Monday.",
    ],
)
def test_what_is_not_expected_is_not_promised(text: str) -> None:
    """The phrases that know promises by their verb see that it is denied."""
    assert not list(commitments_in(Passage(text)))


@pytest.mark.parametrize(
    ("text", "verb", "actor"),
    [
        ("its on the van", "its", Actor.THING),
        ("thats going out", "thats", Actor.THING),
        ("theyre fitting it", "theyre", Actor.THEY),
        ("were sending the bloke round", "were", Actor.US),
        ("il drop it off", "il", Actor.US),
        ("weve booked the plumber", "weve", Actor.US),
        ("itll be with u", "itll", Actor.THING),
        ("its colour is red", "is", Actor.BARE),
        ("were you there", "were", Actor.NOBODY),
    ],
)
def test_reads_what_is_typed_on_a_phone(text: str, verb: str, actor: Actor) -> None:
    """Pronoun and verb in one, without the apostrophe; before a noun *its* is itself."""
    clause = clauses_of(tokens_of(text, (), ENGLISH))[0]
    assert clause.tokens[clause.verb].word == verb
    assert actors_of([clause])[0] is actor


@pytest.mark.parametrize(
    ("text", "verb", "actor"),
    [
        ("Once customs wave it through it goes to Leeds", "goes", Actor.THING),
        ("It sits with Marguerite, who phones you", "phones", Actor.STAFF),
        ("Repairs start again", "start", Actor.BARE),
        ("The workshop closes at noon", "closes", Actor.OCCASION),
        ("The workshop sends you a photo", "sends", Actor.STAFF),
        ("The plumber has a look, whatever the lab finds", "finds", Actor.STAFF),
    ],
)
def test_clauses_that_nothing_parts(text: str, verb: str, actor: Actor) -> None:
    """A main clause behind its event, a relative one, a place that opens and shuts."""
    clauses = clauses_of(tokens_of(text, (), ENGLISH))
    assert clauses[-1].tokens[clauses[-1].verb].word == verb
    assert actors_of(clauses)[-1] is actor
