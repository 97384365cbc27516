"""Plans: what a customer will do, agrees to or offers, read beside the questions."""

import pytest

from composer.mail.message import Address, Message
from composer.questions.plan import PlanKind
from composer.questions.understand import understand


def plans_of(text):
    """Return kind and text of the plans in a mail."""
    return [(plan.kind, plan.text) for plan in understand(Message("", Address(), text)).plans]


def test_a_plan_is_verbatim_and_at_its_place():
    """Its text is the mail's, between its offsets."""
    text = "Hello Ana,\n\nthe page is still blank. I'll send you the log\ntomorrow.\n\nFriday works for me.\n"
    mail = understand(Message("", Address(), text))
    assert [plan.kind for plan in mail.plans] == [PlanKind.WILL_DO, PlanKind.AGREES]
    assert all(text[plan.start : plan.end] == plan.text for plan in mail.plans)


def test_what_asks_is_a_question_and_no_plan():
    """A sentence that asks and announces is shown as a question only."""
    text = "Please send me your number and I'll call you."
    mail = understand(Message("", Address(), text))
    assert [question.text for question in mail.questions] == ["Please send me your number"]
    assert mail.plans == ()


def test_a_plan_never_asks():
    """A mail of plans has no question, so nothing of it can stay unanswered."""
    mail = understand(
        Message("", Address(), "Thursday suits me. I'll bring the contract and call you at ten.")
    )
    assert mail.questions == ()
    assert len(mail.plans) == 2


def test_what_is_quoted_is_nobody_s_plan():
    """The agent's own words in the quote are not the customer's."""
    assert plans_of("It works now.\n\nOn 3 May Ana wrote:\n> I'll call you on Monday.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "He said that he will call on Monday.",
        "Your colleague told me I would get a refund.",
        "The parcel will arrive tomorrow.",
        "I do not know how I can send it.",
        "We will see.",
        "Will I get a mail?",
    ],
)
def test_other_people_s_plans_and_open_ends_are_none(text):
    """Only what the writers themselves will do counts."""
    assert plans_of(text) == []


def test_a_language_without_a_table_has_no_plans():
    """Finnish is read for question marks only."""
    assert plans_of("Hei, lähetän lokin huomenna. Kiitos avusta ja hyvää viikonloppua kaikille!") == []


def test_a_mail_that_announces_without_end_keeps_twenty():
    """The first twenty are enough to look at."""
    assert len(plans_of("I'll call you on Monday.\n\n" * 50)) == 20
