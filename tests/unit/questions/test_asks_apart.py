"""Where one ask ends and the next begins: in lines without punctuation, behind a colon, in a form."""

import pytest

from composer.mail.label import label_lines
from composer.questions.find import find_questions


def texts(text: str, language: str = "en") -> list[str]:
    """Return what is asked in a mail, in words."""
    return [each.text for each in find_questions(text, label_lines(text), language=language)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("cards are declined since friday can you look at it today", ["can you look at it today"]),
        (
            "the lamp went out on sunday when can someone come and what does it cost",
            ["when can someone come", "what does it cost"],
        ),
        ("the zip has gone how busy are you", ["how busy are you"]),
        ("what sort of gain do you see with it", ["what sort of gain do you see with it"]),
    ],
)
def test_a_question_begins_where_nothing_marks_it(text, asked):
    """In a line without punctuation a verb before its subject opens a question of its own."""
    assert texts(text) == asked


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        (
            "Let me know the price and whether you can fit it.",
            "en",
            ["Let me know the price", "whether you can fit it."],
        ),
        (
            "Sagen Sie mir bitte, was das kostet und ob Sie es einbauen.",
            "de",
            ["Sagen Sie mir bitte, was das kostet", "ob Sie es einbauen."],
        ),
        (
            "You promised to look into two points: whether the tent counts, and which excess applies.",
            "en",
            ["whether the tent counts", "which excess applies."],
        ),
        (
            "If I am: how much for the set, and can a handy potter fit it?",
            "en",
            ["If I am: how much for the set", "can a handy potter fit it?"],
        ),
        ("Please go ahead and ship it.", "en", ["Please go ahead and ship it."]),
        ("Could you check it and get back to me?", "en", ["Could you check it and get back to me?"]),
        (
            "Is this normal for her, or should I be worried?",
            "en",
            ["Is this normal for her, or should I be worried?"],
        ),
    ],
)
def test_what_a_request_lists_is_asked_item_by_item(text, language, asked):
    """Each thing that somebody wants to be told is a question; two halves of one order are one."""
    assert texts(text, language) == asked


def test_the_labels_of_a_form_ask_nothing():
    """What was filled in behind them is read like any other sentence."""
    form = (
        "Name: goatlord\nPlatform: handheld\nCan you reproduce it: yes, always\n"
        "Version: 0.9\nAnything else: when is coop coming\n"
    )
    assert texts(form) == ["when is coop coming"]


def test_three_lines_with_colons_are_no_form():
    """Few such lines may be prose."""
    assert texts("Hello:\nOne thing: can you call me?\nThanks: Jo") == ["One thing: can you call me?"]


def test_a_number_before_a_full_stop_may_end_a_sentence():
    """An ordinal has no "please" behind it."""
    assert texts("we are 71 not 74. pls adjust") == ["pls adjust"]
