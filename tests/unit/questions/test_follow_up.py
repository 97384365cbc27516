"""A customer's next mail withdraws questions, repeats them, leaves them open, or brings new ones."""

import tomllib
from importlib import resources

import pytest

from composer.linear import compiled
from composer.mail.lines import Line, Role
from composer.mail.message import Address, Message
from composer.questions.find import find_questions
from composer.questions.followup import follow_up
from composer.questions.plain_words import folded, plain
from composer.questions.understood import UnderstoodMail

TABLE = tomllib.loads(
    resources.files("composer.questions").joinpath("patterns/withdrawn.toml").read_text("utf-8")
)


def mail_of(text: str) -> UnderstoodMail:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(line, Role.OWN, start))
        start += len(line) + 1
    return UnderstoodMail(Message("", Address(), text), tuple(lines), "en", find_questions(text, lines))


OPEN = mail_of("When will the refund arrive? How do I export my bookings?").questions


@pytest.mark.parametrize("language", list(TABLE))
def test_taking_back_is_told_by_examples(language):
    """Each table's `says` takes back, its `silent` does not."""
    match, silent = (compiled(folded(TABLE[language][name])) for name in ("match", "not"))

    def takes_back(text: str) -> bool:
        return bool(match.search(plain(text))) and not silent.search(plain(text)) and not text.endswith("?")

    assert [text for text in TABLE[language]["says"] if not takes_back(text)] == []
    assert [text for text in TABLE[language]["silent"] if takes_back(text)] == []


def test_never_mind_withdraws_all():
    """A mail that takes back and asks nothing withdraws every open question."""
    found = follow_up(OPEN, mail_of("Never mind, it works now. Thanks!"))
    assert found.withdrawn == OPEN
    assert found.still_open == found.new == ()
    assert found.words == ("Never mind, it works now.",)


def test_a_named_question_is_withdrawn_alone():
    """Only what the sentence names is withdrawn."""
    found = follow_up(OPEN, mail_of("The refund has arrived, it is solved."))
    assert [question.text for question in found.withdrawn] == ["When will the refund arrive?"]
    assert [question.text for question in found.still_open] == ["How do I export my bookings?"]


def test_a_repeated_question_stays_open_and_a_new_one_is_new():
    """Asking again in other words is not a new question."""
    found = follow_up(OPEN, mail_of("How can I export the bookings? Is there a discount?"))
    assert found.still_open == OPEN
    assert [(old.text, new.text) for old, new in found.asked_again] == [
        ("How do I export my bookings?", "How can I export the bookings?")
    ]
    assert [question.text for question in found.new] == ["Is there a discount?"]


def test_not_yet_solved_withdraws_nothing():
    """A denial leaves everything open."""
    found = follow_up(OPEN, mail_of("The problem is not solved yet."))
    assert found.withdrawn == ()
    assert found.still_open == OPEN
