"""An article out of a reply takes the question and what answers it, never the greeting or the quote."""

from composer.draft import Draft
from composer.questions.answer_state import Passage, QuestionState, State
from composer.questions.question import AnswerType, Form, Question
from desktop.record_editor.from_reply import Answered, answered

REPLY = """\
Hi Jo,

> How do I change
> my address?

Open *Account > Addresses*, press **Edit**, save.

> And when is it shipped?

On Monday.

Kind regards,
Ines
"""


def state(id: str, text: str, words: str = "") -> QuestionState:
    question = Question(id, text, Form.INTERROGATIVE, AnswerType.HOW_TO, 0, 0, len(text))
    start = REPLY.index(words) if words else 0
    answer = Passage(start, start + len(words), words) if words else None
    return QuestionState(question, State.ANSWERED if words else State.UNANSWERED, answer)


ADDRESS = state("q1", "How do I change\nmy address?", "Open *Account > Addresses*, press **Edit**, save.")
SHIPPED = state("q2", "And when is it shipped?", "On Monday.")


def test_the_question_at_the_cursor_comes_with_its_answer() -> None:
    """On one line, and in the Markdown that was written."""
    assert answered(Draft(REPLY), (ADDRESS, SHIPPED), "q1") == Answered(
        "How do I change my address?", "Open *Account > Addresses*, press **Edit**, save.\n"
    )


def test_without_a_question_all_answers_come() -> None:
    """Greeting, quotes and closing stay behind."""
    matter = answered(Draft(REPLY), (ADDRESS, SHIPPED), "")
    assert matter == Answered("", "Open *Account > Addresses*, press **Edit**, save.\n\nOn Monday.\n")


def test_the_only_question_is_meant_wherever_the_cursor_is() -> None:
    """One that has no answer yet comes with all that was written."""
    assert answered(Draft(REPLY), (SHIPPED,), "") == Answered("And when is it shipped?", "On Monday.\n")
    assert answered(Draft("Hi Jo,\n"), (state("q3", "Why?"),), "q3") == Answered("Why?", "")
