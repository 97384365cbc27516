"""Questions found in a draft's quotes, and the question that a place is about."""

from composer.draft import Draft
from composer.questions.answer_state import Passage, QuestionState, State
from composer.questions.question import AnswerType, Form, Question
from desktop.reply.draft.quoted_questions import (
    answered_by_block,
    draft_badges,
    question_at,
    quoted_questions,
)


def question(number: int, text: str, start: int = 0) -> Question:
    """Return a question with only what these tests look at."""
    end = start + len(text)
    return Question(f"q{number}", text, Form.INTERROGATIVE, AnswerType.OTHER, number, start, end)


ONE, TWO = question(1, "Can I get a refund?"), question(2, "How do I update?")
TEXT = "Hi\n\n> Can I get\n> a  refund?\n\nYes.\n\n> How do I update?\n"


def test_a_question_is_found_across_wrapped_quote_lines() -> None:
    """White space and marks don't count."""
    found = quoted_questions(Draft(TEXT), (ONE, TWO))
    assert [TEXT[f.start : f.end] for f in found] == ["Can I get\n> a  refund?", "How do I update?"]


def test_own_words_are_no_quote() -> None:
    """The agent's repetition of a question is not where it is quoted."""
    assert quoted_questions(Draft("How do I update? Like this.\n"), (TWO,)) == ()


def test_the_question_at_a_place() -> None:
    """An answer belongs to its question, else the last quoted one above counts, else the first open one."""
    draft = Draft(TEXT)
    answer = TEXT.index("Yes.")
    states = (
        QuestionState(ONE, State.ANSWERED, Passage(answer, answer + 4, "Yes.")),
        QuestionState(TWO, State.UNANSWERED),
    )
    quoted = quoted_questions(draft, (ONE, TWO))
    at = [question_at(draft, position, states, quoted) for position in (0, answer + 1, len(TEXT))]
    assert at == [TWO, ONE, TWO]
    badges = draft_badges(draft, states, quoted)
    assert [TEXT[badge.at] for badge in badges] == ["Y", "H"]


def test_a_mail_without_questions() -> None:
    """There is nothing to be about."""
    assert question_at(Draft("Hi"), 0, (), ()) is None


def test_numbers_leave_with_the_reply_unless_the_customer_has_some() -> None:
    """A second numbering beside theirs would be read as another question's."""
    for numbered, expected in ((False, [[1]]), (True, [])):
        first, second = ("1. ", "2. ") if numbered else ("", "")
        text = f"Hi\n\n> {first}Can I get a refund?\n\nYes.\n\n> {second}How do I update?\n"
        at = text.index("Yes.")
        states = (QuestionState(ONE, State.ANSWERED, Passage(at, at + 4, "Yes.")),)
        assert list(answered_by_block(Draft(text), states).values()) == expected
