"""Ways in which customers ask that a table of openings misses, and their look-alikes."""

import pytest

from composer.mail.label import label_lines
from composer.mail.message import Address, Message
from composer.questions.find import find_questions
from composer.questions.understand import understand


def texts(text: str, subject: str = "") -> list[str]:
    """Return what is asked in an English mail, in words."""
    return [each.text for each in find_questions(text, label_lines(text), subject=subject)]


@pytest.mark.parametrize(
    "text",
    [
        "any reduction for pensioners",
        "delivery on a saturday possible",
        "prices after the first year",
        "still no answer to my letter of March",
        "I would be happy to have a second key.",
        "Do not ship it before Monday.",
        "The leaflet doesn't say whether it is washable.",
        "No one was able to tell me when it leaves.",
        "We feel that half of it would be fair.",
        "Take my daughter off the list.",
        "are dogs allowed on the terrace",
        "how i can pair the second watch",
        "The docs are silent on what happens offline.",
        "We were hoping you could move it to May.",
        "I'd be curious to hear how others solved it.",
        "We come on the 5th or the 6th, which day is quieter",
        "Or money back, whichever is faster.",
        "The lock needs looking at before the weekend.",
        "We expect compensation for this.",
    ],
)
def test_it_is_asked_without_a_question_mark(text):
    """Ellipses, doubts, wishes and orders are read in any wording."""
    assert len(texts(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Any colour is fine with us.",
        "We did everything possible.",
        "No answer needed.",
        "Who would have guessed?",
        "Why didn't I think of that?",
        "Not sure if I will order again.",
        "Price was the reason, if you were wondering.",
        'Question 7 ("How likely are you to come again?") was hard to answer.',
        "How lovely is that?",
        "Well is it?",
        "My nephew asked me whether I had gone mad.",
        "My colleague wanted to know how long I have been here.",
        "I was wondering why it was empty, then I saw the switch.",
        "We had been wondering who owns the shed.",
        'The paper has a column called "Who needs buses?" and I like it.',
        "Where do I start.",
        "Can I ask you a question?",
        "Let me know if you need anything else from me.",
        "Below, please find directions.",
        "Should you need anything, call my wife.",
    ],
)
def test_it_only_looks_like_a_question(text):
    """Rhetoric, stories, quoted words and offers want no answer."""
    assert texts(text) == []


def test_a_plea_beside_what_it_is_about_is_no_question_of_its_own():
    """Whoever answers the question has helped."""
    assert texts("How do I reset the box? Please advise.") == ["How do I reset the box?"]
    assert texts("My box is stuck. Please advise.") == ["Please advise."]


def test_a_question_that_is_taken_back_at_once_wants_nothing():
    """The writer has found the answer while writing."""
    assert texts("Is the hall free in June? Ah, found it. What does it cost?") == ["What does it cost?"]


def test_items_among_others_that_ask_ask_as_well():
    """In a list of questions a bare name and a failure want an answer, too."""
    text = "Phone A9\n\n- stock?\n- is it unlocked?\n- colours\n- delivery time to Graz"
    assert [each.rstrip("?") for each in texts(text)] == [
        "stock",
        "is it unlocked",
        "colours",
        "delivery time to Graz",
    ]
    text = "Points:\n1) The list shows the old address.\n2) Can I print it?\n3) The scanner refuses photos."
    assert len(texts(text)) == 3


def test_indirect_questions_in_a_list_ask():
    """A list behind a colon may go on in any of the ways in which something is asked."""
    text = "I ask for my data. In particular:\n(a) from where you have it\n(b) to whom it was passed on"
    assert texts(text)[1:] == ["from where you have it", "to whom it was passed on"]


def test_what_a_request_names_behind_a_colon_is_asked_one_by_one():
    """Each of the things wants a line of its own in the reply."""
    assert texts("Please state: lead time, smallest order, place of delivery") == [
        "lead time",
        "smallest order",
        "place of delivery",
    ]


def test_two_failures_of_one_sentence_are_two_in_a_mail_that_asks_nothing():
    """Each wants to be mended."""
    assert texts("the screen stays black and the app says device offline") == [
        "the screen stays black",
        "the app says device offline",
    ]


def test_an_afterthought_that_reports_a_failure_asks():
    """What stands in a PS is another matter."""
    text = "When will it ship?\n\nBest\nAnn\n\nPS: the newsletter still comes twice a day"
    assert len(texts(text)) == 2


def test_a_failure_added_in_the_same_paragraph_asks():
    """ "Also" turns to another matter there, too."""
    assert len(texts("Please send invoice 881 with our VAT number. Also the order number is missing.")) == 2


def test_a_forwarded_mail_is_read_where_its_reader_asks_what_to_tell():
    """One who only passes a question on wants it answered."""
    text = (
        "One of my pupils sent me this, what do I tell him?\n\n-------- Forwarded Message --------\n"
        "From: Jo <jo@school.example>\nSubject: login\n\nDo I have to make a new account?\n"
    )
    assert len(texts(text, "Fwd: login")) == 2


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Automatic reply: your parcel", "Please contact my colleague Ann. Who doesn't need a holiday?"),
        (
            "Re: your parcel",
            "Thank you for your message. I am out of the office until 5 May. Please contact Ann.",
        ),
    ],
)
def test_a_mail_for_the_absent_asks_nothing(subject, text):
    """It answers by itself, also where no header says so."""
    assert understand(Message(subject, Address(), text)).questions == ()


def test_who_is_away_may_still_ask():
    """A person who tells of a holiday and asks is no machine."""
    text = "Thank you for your message. I am on holiday until 5 May, can you call my colleague?"
    assert len(understand(Message("Re: parcel", Address(), text)).questions) == 1
