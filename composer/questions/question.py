"""A question: something in a customer's mail that wants an answer or an action."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How a question is put."""

    INTERROGATIVE = "interrogative"
    IMPERATIVE = "imperative"
    DECLARATIVE = "declarative"
    ELLIPTICAL = "elliptical"


class AnswerType(StrEnum):
    """What would answer a question."""

    YES_NO = "yes-no"
    HOW_TO = "how-to"
    WHEN = "when"
    WHY = "why"
    WHAT = "what"
    WHERE = "where"
    WHO = "who"
    HOW_MANY = "how-many"
    ACTION = "action"
    CHOICE = "choice"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Question:
    """One question, request or open point of a mail.

    ``id`` is ``q1``, ``q2``, … in the order of the mail; ``text`` is verbatim. ``start`` and ``end``
    are offsets in ``Message.text`` in code points, or both -1 when it stands in the subject.
    Questions with the same ``group`` (1, 2, …) are parts of one ask. ``added`` marks one that the
    agent marked by hand.
    """

    id: str
    text: str
    form: Form
    answer_type: AnswerType
    group: int
    start: int
    end: int
    added: bool = False

    @property
    def number(self) -> int:
        """The number on the question's badge."""
        return int(self.id.removeprefix("q"))

    @property
    def in_subject(self) -> bool:
        """Whether it stands in the subject, outside the text."""
        return self.start < 0
