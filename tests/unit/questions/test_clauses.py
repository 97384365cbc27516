"""What is asked is parted clause by clause, and shown without what is told beside it."""

import pytest

from composer.mail.label import label_lines
from composer.questions.find import find_questions


def texts(text: str, language: str = "en") -> list[str]:
    """Return what is asked in a mail, in words."""
    return [each.text for each in find_questions(text, label_lines(text), language=language)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Does the plan cover two shops and are refunds possible?",
            ["Does the plan cover two shops", "are refunds possible?"],
        ),
        (
            "I want my deposit back and I want it confirmed by letter.",
            ["I want my deposit back", "I want it confirmed by letter."],
        ),
        (
            "Please close the old account and delete my card.",
            ["Please close the old account", "delete my card."],
        ),
        (
            "Is this covered and if not how much is a new one?",
            ["Is this covered", "if not how much is a new one?"],
        ),
        (
            "will it be recorded - if so I'd rather see the cut first",
            ["will it be recorded", "I'd rather see the cut first"],
        ),
        (
            "Can I bring a dog & until when is the bar open?",
            ["Can I bring a dog", "until when is the bar open?"],
        ),
    ],
)
def test_what_can_be_done_apart_is_asked_apart(text, parts):
    """Each clause that wants an answer or an act of its own is one question."""
    found = texts(text)
    assert len(found) == len(parts)
    assert all(ours in wanted or wanted in ours for ours, wanted in zip(found, parts, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "How can I open the file and read it in the app?",
        "Should I take out the battery and try again?",
        "Please check and confirm.",
        "I am interested in a demo and would like to know more about it.",
        "Are backups kept, and for how long?",
        "Is it paid monthly or do we pay once?",
    ],
)
def test_what_belongs_together_is_one_question(text):
    """An act of the writer, a choice or a mere addition begins no question of its own."""
    assert len(texts(text)) == 1


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("My neighbour has the key, so can they leave it with him?", "can they leave it with him?"),
        ("Can you call me back, my number is on the invoice.", "Can you call me back"),
        ("Please send it again because the first one never came.", "Please send it again"),
        ("Hi Ana, where do I find the form?", "where do I find the form?"),
        ("3) Is there a cot?", "Is there a cot?"),
        ("And could we pay by invoice?", "could we pay by invoice?"),
        ("how do I get it open, nobody told me so far", "how do I get it open"),
        ("can you check the order thanks a lot", "can you check the order"),
        ("If it fails again, can you send a new one?", "If it fails again, can you send a new one?"),
        ("The export, does it hold the tax?", "The export, does it hold the tax?"),
        (
            "Bitte schicken Sie mir eine neue, ich bin ab Montag weg.",
            "Bitte schicken Sie mir eine neue",
        ),
    ],
)
def test_a_question_is_shown_without_what_is_told_beside_it(text, asked):
    """A condition stays with what depends on it; a statement, a greeting or a number does not."""
    (found,) = texts(text, "de" if text.startswith("Bitte") else "en")
    assert found.rstrip(".") == asked


def test_a_new_line_begins_anew_where_full_stops_are_missing():
    """Whoever types without punctuation ends a thought with the line."""
    text = (
        "we would like a monthly report for each of our three cost centres\nCould it be sent as a spreadsheet"
    )
    assert texts(text)[1] == "Could it be sent as a spreadsheet"


def test_a_wrapped_line_begins_nothing():
    """A line that the mail program broke goes on in the next one."""
    text = "Since we are going to move in about three weeks from today do you have\nany news about our order?"
    assert len(texts(text)) == 1


def test_a_stretch_far_longer_than_a_sentence_is_one_question():
    """Nobody reads it, and it costs no more than its length."""
    text = "please send it and then " * 300
    assert len(texts(text)) == 1
