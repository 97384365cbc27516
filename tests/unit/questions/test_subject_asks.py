"""A subject's question that the text asks in its own words is one question; another one stays."""

import pytest

from composer.mail.label import label_lines
from composer.questions.content_words import content_words
from composer.questions.find import find_questions

ASKING = "Hello,\n\nthe contract is with you. Does it cover backups?\n"


def in_subject(subject: str, text: str, language: str = "en") -> list[str]:
    found = find_questions(text, label_lines(text), subject=subject, language=language)
    return [question.text for question in found if question.in_subject]


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("How to reset the admin password?", "How can I reset the password of the admin account?"),
        ("Password reset?", "Hello, how can I reset the password of the admin account?"),
        ("Is there an API?", "I am comparing tools. Do you offer an API so that we can push data?"),
        ("Refund?", "I paid twice. Is it possible to refund one of the payments?"),
        ("Refund request: can you refund order 4711?", "Hi, please refund my order no. 4711."),
        ("Delivery of order 4711?", "Hi, when will my order 4711 be delivered?"),
        ("Where is my order?", "I ordered two weeks ago and have nothing yet. Where is my parcel?"),
        ("Calendar in the team view?", "We miss our calendar in the new team view. Can you bring it back?"),
        ("Can you help me with the login?", "I cannot log in. Can you please help me?"),
        ("Need advice on importing contacts", "How do I import contacts from a CSV file?"),
        ("Trouble with the export", "The export stops. What can I do about it?"),
        ("Bug?", "When I save, the page goes white. How can I save my work?"),
        ("Is the report exact or rounded?", "Is the total of the report rounded, or is it exact?"),
    ],
)
def test_what_the_text_asks_again_is_asked_once(subject, text):
    """Content words count, wherever the ask that repeats them puts them, and small ones do not."""
    assert in_subject(subject, text) == []


@pytest.mark.parametrize(
    ("subject", "text", "language"),
    [
        (
            "Wie kann ich mein Passwort zurücksetzen?",
            "Wie setze ich das Passwort für den Admin zurück?",
            "de",
        ),
        ("Kann ich den Vertrag kündigen?", "Ist es möglich, den Vertrag zum Mai zu kündigen?", "de"),
        ("¿Dónde está mi factura?", "Hola, ¿dónde encuentro la factura de mayo?", "es"),
    ],
)
def test_a_subject_repeats_in_other_languages(subject, text, language):
    """Beginnings of words are enough: "zurücksetzen" is found in "setze … zurück"."""
    assert in_subject(subject, text, language) == []


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Refund?", "Hello, how can I log in?"),
        ("How do I export my data?", "Is my data safe?"),
        ("How do I export my data?", "How do I delete my data?"),
        ("How do I export my data?", "I exported my data last week. How do I close my account?"),
        ("When do you open?", "Do you open on Sundays?"),
        ("When will order 4711 ship?", "Please ship order 4711 to my office."),
        ("Can I change my Pro plan?", "Can I change my Pro address?"),
        ("Delivery to Austria?", "Your delivery to Austria took long. Do you give a discount?"),
        ("Do you ship to Malta?", "See the attached order, please confirm it."),
    ],
)
def test_a_subject_that_asks_something_else_stays(subject, text):
    """Neither a shared topic nor another kind of answer makes two questions one."""
    assert in_subject(subject, text) == [subject]


def test_a_title_alone_asks_nothing():
    """One word asks only with a question mark, and not when it names no matter ("Help?")."""
    assert in_subject("Refund", "The chair is broken.") == []
    assert in_subject("Help?", "The chair is broken.") == []
    assert in_subject("Refund?", "The chair is broken.") == ["Refund?"]


def test_words_with_accents_say_little_too():
    """A stop word is left out however it is written."""
    assert content_words("¿Dónde está mi pedido?") == content_words("donde esta pedido")
    assert content_words("Où est la facture de Félix ?") == content_words("facture Felix")


@pytest.mark.parametrize(
    "subject",
    [
        "Questions on the data processing agreement",
        "Move to the new platform - our questions",
        "Two quick questions about the export",
        "A query on order 4471",
    ],
)
def test_a_title_that_announces_questions_asks_none(subject: str) -> None:
    """What they are stands in the text."""
    assert in_subject(subject, ASKING) == []


def test_an_ask_behind_the_word_question_is_read() -> None:
    """It ends in a question mark."""
    assert in_subject("Question: does it run on Linux?", ASKING) != []
