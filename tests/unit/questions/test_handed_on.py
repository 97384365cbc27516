"""A mail that is only handed on asks what the forwarded one asks."""

import tomllib
from importlib import resources

import pytest

from composer.linear import compiled
from composer.mail.label import label_lines
from composer.questions.find import find_questions
from composer.questions.own_words import own_stretches
from composer.questions.plain_words import folded, plain

_FORWARD = """
---------- Forwarded message ---------
From: Tom Hill <tom@customer.example>
Date: Mon, Mar 3, 2025 at 10:12 AM
Subject: Invoice
To: Jo <jo@shop.example>

I was charged twice. Which invoice do I have to pay?
"""
_TABLE = tomllib.loads(
    (resources.files("composer.questions") / "patterns" / "handed_on.toml").read_text(encoding="utf-8")
)


def asked(own: str) -> list[str]:
    text = own + _FORWARD
    return [question.text for question in find_questions(text, label_lines(text))]


@pytest.mark.parametrize("language", _TABLE)
def test_examples_hand_on_and_look_alikes_do_not(language):
    """The table's examples are its tests."""
    row = _TABLE[language]
    pattern = compiled(folded(row["match"]))
    assert [each for each in row["examples"] if not pattern.search(plain(each))] == []
    assert [each for each in row["quiet"] if pattern.search(plain(each))] == []
    pattern = compiled(folded(row["points"]))
    assert [each for each in row["points_examples"] if not pattern.search(plain(each))] == []
    assert [each for each in row["points_quiet"] if pattern.search(plain(each))] == []


@pytest.mark.parametrize(
    "own", ["FYI\n", "Hi all,\n\nplease take care of it.\n\nJo\n", "Könnt ihr das bitte übernehmen?\n"]
)
def test_what_a_forwarded_mail_asks_is_asked(own):
    """Its questions are read beside the few own words, its facts too."""
    assert "Which invoice do I have to pay?" in asked(own)


@pytest.mark.parametrize(
    "own",
    [
        "See below, this came to me by mistake. Who is in charge of this?\n",
        "Is this mail from you?\n",
        "FYI. How do I block such mails?\n",
        "Please have a look at this. " + "We had the same trouble with the last three of them. " * 5 + "\n",
    ],
)
def test_whoever_asks_something_of_his_own_hands_nothing_on(own):
    """The forwarded mail is then what the question is about."""
    assert "Which invoice do I have to pay?" not in asked(own)


def test_whoever_points_to_it_may_ask_as_well():
    """Both the own question and the forwarded ones want answers."""
    own = "Please see below. " + "We had the same trouble with the last three. " * 5 + "Who signs this?\n"
    assert [each.split()[0] for each in asked(own)] == ["Who", "Which"]


def test_a_forward_without_a_word_is_read():
    """Nothing else could be meant."""
    text = _FORWARD.lstrip()
    (stretch,) = own_stretches(text, label_lines(text))
    assert "I was charged twice" in text[slice(*stretch)]


_OUTLOOK = """
From: Tom Hill <tom@customer.example>
Sent: Monday, 3 March 2025 10:12
To: Jo <jo@shop.example>
Subject: Invoice

I was charged twice. Which invoice do I have to pay?
"""


def test_outlooks_forward_is_told_by_its_subject():
    """The same lines stand above a quote; only below "FW:" are they handed on."""
    text = "Can you take care of this?\n" + _OUTLOOK
    lines = label_lines(text)
    asked_by = {
        subject: [question.text for question in find_questions(text, lines, subject=subject)]
        for subject in ("FW: Invoice", "[Desk] WG: Invoice", "Re: Invoice", "Invoice")
    }
    forwarded = [subject for subject, asked in asked_by.items() if "Which invoice do I have to pay?" in asked]
    assert forwarded == ["FW: Invoice", "[Desk] WG: Invoice"]
