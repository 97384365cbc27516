"""Rules that speak of one place: two faults are two findings, one fault is one, and a fix fits the rest."""

import pytest

from composer.draft import Draft
from composer.lint.context import Context
from composer.lint.context_file import context_from
from composer.lint.finding import Finding
from composer.lint.registry import built_in_rules
from composer.mail.parse import parse_message
from composer.questions.understand import understand
from composer.review import Reviewer

MAIL = (
    b"From: John Carter <john@carter.example>\nTo: help@example.com\nSubject: It breaks\n"
    b"Date: Mon, 02 Mar 2026 09:00:00 +0000\n\nHi,\n\nit breaks at row 500.\n\nJohn\n"
)


def findings(draft: str) -> tuple[Finding, ...]:
    mail = understand(parse_message(MAIL))
    context = context_from({"today": "2026-03-04"}, base=Context(customer=mail.message.sender))
    review = Reviewer(built_in_rules()).review(Draft(draft), mail, context)
    return tuple(one for one in review.findings if one.rule != "unanswered-question")


def test_a_no_that_is_shouted_is_two_faults() -> None:
    """What is said and how it is said are different matters."""
    assert [one.rule for one in findings("Hi John,\n\nWE DO NOT DO THAT.\n")] == ["dead-end", "shouting"]


@pytest.mark.parametrize(
    ("draft", "rules"),
    [
        ("Hi John,\n\nwe will repair it by 1 March.\n", ["past-eta"]),  # a Sunday, but over
        ("Hi %FIRSTNAME%,\n\nit works: see row 500.\n", ["placeholder-left"]),  # and no wrong name
        ("Hi {{name}},\n\nit works: see row 500.\n", ["placeholder-left"]),
    ],
)
def test_one_fault_is_one_finding(draft: str, rules: list[str]) -> None:
    """Where one rule has said what is wrong, no other builds on it."""
    assert [one.rule for one in findings(draft)] == rules


def test_somebody_greeted_beside_the_customer_is_not_renamed() -> None:
    """A fix never greets the customer twice."""
    (found,) = findings("Hi John and Mary,\n\nit works: see row 500.\n")
    assert (found.rule, found.text, found.fixes) == ("wrong-name", "Mary", ())
