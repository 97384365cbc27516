"""A mail is understood as a whole, whatever it holds, with the agent's decisions applied."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.mail.message import Address, MailKind, Message
from composer.questions import understand as understanding
from composer.questions.answer_state import NO_DECISIONS
from composer.questions.decisions import added
from composer.questions.understand import understand
from composer.questions.understood import FactKind, Mood
from kb_content.team import Product, Team

TEXT = """Hello,

Bookings 2.4 crashes on Windows 11 since 3 March (order #5512). I already cleared the cache.

This is really frustrating. Can you fix it asap?

Best regards,
Jo
"""
TEAM = Team(products=(Product("Bookings", ("2.4",)),))


def message(text: str, subject: str = "Crash") -> Message:
    return Message(subject, Address("Jo", "jo@example.org"), text)


def test_everything_is_read_out_of_one_mail():
    """Language, questions, facts, what was tried, mood and urgency."""
    mail = understand(message(TEXT), team=TEAM)
    assert mail.language == "en"
    assert [question.text for question in mail.questions] == ["Can you fix it asap?"]
    assert {fact.kind for fact in mail.facts} >= {
        FactKind.PRODUCT,
        FactKind.SYSTEM,
        FactKind.DATE,
        FactKind.ORDER,
    }
    assert mail.tried == ("I already cleared the cache.",)
    assert not mail.plans
    assert (mail.mood, mail.urgent) == (Mood.FRUSTRATED, True)
    assert "\n".join(line.text for line in mail.lines) == TEXT


def test_decisions_are_applied_when_a_mail_is_read_again():
    """What the agent added is there after a restart."""
    start = TEXT.index("I already")
    decisions = added(
        NO_DECISIONS, understand(message(TEXT)), start, start + len("I already cleared the cache.")
    )
    again = understand(message(TEXT), decisions=decisions)
    assert [question.added for question in again.questions] == [True, False]


def test_a_mail_that_is_too_long_is_read_in_part_and_says_so(monkeypatch: pytest.MonkeyPatch):
    """Every line stays; the note names how much was read."""
    monkeypatch.setattr(understanding, "MOST_READ", 40)
    mail = understand(message("Can you help me?\n" * 20))
    assert len(mail.questions) == 2
    assert len(mail.lines) == 21
    assert "first 40 characters" in mail.message.notes[-1]


def test_a_mail_that_asks_without_end_is_cut_with_a_note():
    """A hundred questions are kept, and the note says how many there were."""
    mail = understand(message("Can you help me?\n" * 150))
    assert len(mail.questions) == understanding.MOST_QUESTIONS
    assert "150 times" in mail.message.notes[-1]


@pytest.mark.parametrize("kind", [MailKind.BOUNCE, MailKind.AUTO_REPLY])
def test_a_machine_asks_nothing(kind):
    """A bounce and an out-of-office reply are shown, but want no answer."""
    assert (
        understand(replace(message("Please send this mail again. Who are you?"), kind=kind)).questions == ()
    )


@settings(deadline=None)
@given(st.text(max_size=400), st.text(max_size=60))
def test_no_mail_breaks_the_reading(text, subject):
    """Whatever a mail holds, everything that is found in it is verbatim."""
    text = text.replace("\r", "")
    mail = understand(replace(message(text), subject=subject))
    for question in mail.questions:
        assert question.in_subject or text[question.start : question.end] == question.text
    for fact in mail.facts:
        assert fact.start < 0 or text[fact.start : fact.end] == fact.value
    assert all(words in text for words in (*mail.tried, *mail.mood_words))
