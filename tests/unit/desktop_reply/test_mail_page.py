"""The mail's page: no line is lost, folding keeps places right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.mail.lines import Line, Role
from composer.questions.answer_state import QuestionState, State
from composer.questions.plan import Plan, PlanKind
from composer.questions.question import AnswerType, Form, Question
from composer.questions.understood import Fact, FactKind
from desktop.reply.their_mail.mail_page import (
    MOST_CHARACTERS,
    MOST_ROWS,
    REST,
    fact_words,
    mail_page,
    plan_words,
    question_badges,
)


def lines_of(*pairs: tuple[str, Role]) -> tuple[Line, ...]:
    """Return lines with their offsets."""
    lines, start = [], 0
    for text, role in pairs:
        lines.append(Line(text, role, start))
        start += len(text) + 1
    return tuple(lines)


LINES = lines_of(
    ("Hi,", Role.OWN),
    *[(f"> old {n}", Role.QUOTED) for n in range(8)],
    ("Does it work?", Role.OWN),
    ("-- ", Role.SIGNATURE),
)


def test_every_line_is_on_the_page() -> None:
    """Unfolded, the page is the mail."""
    page = mail_page(LINES)
    assert page.text == "\n".join(line.text for line in LINES)
    assert [row.dim for row in page.rows] == [False, *[True] * 8, False, True]
    assert [(run.words, run.foldable) for run in page.runs] == [
        ("", False),
        ("quoted", True),
        ("", False),
        ("signature", False),
    ]


def test_a_folded_run_is_counted_in_one_row() -> None:
    """What stands behind it keeps its place."""
    page = mail_page(LINES, frozenset({1}))
    assert page.text == "Hi,\n8 quoted lines\nDoes it work?\n-- "
    start = LINES[9].start
    at = page.to_page(start)
    assert page.text[at:].startswith("Does it work?")
    assert page.to_mail(at + 5) == start + 5
    assert page.to_page(LINES[4].start) == 4


def test_badges_stand_at_their_questions() -> None:
    """A question of the subject has none in the text."""
    start = LINES[9].start
    asked = Question("q1", "Does it work?", Form.INTERROGATIVE, AnswerType.YES_NO, 1, start, start + 13)
    subject = Question("q2", "Help?", Form.ELLIPTICAL, AnswerType.OTHER, 2, -1, -1)
    states = (QuestionState(asked, State.UNANSWERED), QuestionState(subject, State.UNANSWERED))
    page = mail_page(LINES, frozenset({1}))
    (badge,) = question_badges(page, states)
    assert page.text[badge.at : badge.end] == "Does it work?"
    assert badge.spoken == "Question 1: open"


def test_facts_are_said_once() -> None:
    """A chip holds the value and, where it helps, what it is."""
    facts = (Fact(FactKind.VERSION, "3.1"), Fact(FactKind.VERSION, "3.1"), Fact(FactKind.PRODUCT, "Till"))
    assert fact_words(facts) == ("version 3.1", "Till")


def test_plans_say_what_they_are() -> None:
    """What the customer announces is told in one line, behind its kind."""
    plans = (
        Plan(PlanKind.WILL_DO, "I'll send\nthe log.", 0, 19),
        Plan(PlanKind.AGREES, "Friday is fine.", 20, 35),
    )
    assert plan_words(plans) == ("Will do: I'll send the log.", "Agrees: Friday is fine.")


def test_an_empty_mail_has_an_empty_page() -> None:
    """There is one empty row to stand on."""
    assert mail_page(()).text == ""


@given(st.lists(st.tuples(st.text("ab \U0001f600", max_size=6), st.sampled_from(list(Role))), max_size=30))
def test_places_survive_the_way_there_and_back(pairs: list[tuple[str, Role]]) -> None:
    """Unfolded, every offset goes to the page and back."""
    lines = lines_of(*pairs)
    page = mail_page(lines)
    for offset in range(len("\n".join(line.text for line in lines)) + 1 if lines else 1):
        assert page.to_mail(page.to_page(offset)) == offset


def test_a_line_without_end_goes_on_in_the_next_row() -> None:
    """Its places stay right: Qt would need a minute for the word."""
    lines = lines_of(("x" * 9_000, Role.OWN), ("tail", Role.OWN))
    page = mail_page(lines)
    assert [len(row.text) for row in page.rows] == [4_000, 4_000, 1_000, 4]
    assert page.text.replace("\n", "") == "x" * 9_000 + "tail"
    for offset in (0, 3_999, 4_000, 8_999, 9_001):
        assert page.to_mail(page.to_page(offset)) == offset


def test_a_huge_mail_shows_its_rest_when_asked() -> None:
    """Nothing is lost: the last row counts what is behind it."""
    lines = lines_of(*[(f"line {n}", Role.OWN) for n in range(MOST_ROWS + 50)])
    page = mail_page(lines)
    assert len(page.rows) == MOST_ROWS + 1
    assert page.rows[-1].text.startswith("50 more lines")
    whole = mail_page(lines, frozenset({REST}))
    assert whole.text == "\n".join(line.text for line in lines)


@pytest.mark.parametrize("roles", [(Role.OWN,), (Role.OWN, Role.QUOTED)])
def test_a_mail_of_a_megabyte_shows_its_rest_when_asked(roles: tuple[Role, ...]) -> None:
    """Few lines, but long ones; also where the page is full between two runs."""
    lines = lines_of(*[("x" * 500, roles[n // 50 % len(roles)]) for n in range(2_000)])
    page = mail_page(lines)
    assert MOST_CHARACTERS - 1_000 < len(page.text) <= MOST_CHARACTERS + len(page.rows[-1].text)
    shown = len(page.rows) - 1
    assert page.rows[-1].text.startswith(f"{2_000 - shown:,} more lines")
    assert len(mail_page(lines, frozenset({REST})).rows) == 2_000


def test_a_first_line_longer_than_a_page_is_shown() -> None:
    """A page is never empty."""
    page = mail_page(lines_of(("x" * (MOST_CHARACTERS + 10), Role.OWN), ("end", Role.OWN)))
    assert page.text.count("x") == MOST_CHARACTERS + 10
    assert page.rows[-1].text.startswith("1 more")
