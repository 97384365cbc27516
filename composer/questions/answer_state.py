"""How far a question is answered by a draft, and by which passage."""

from dataclasses import dataclass
from enum import StrEnum

from composer.questions.question import Question


class State(StrEnum):
    """What a draft does about a question."""

    ANSWERED = "answered"
    PROMISED = "promised"
    ASKED_BACK = "asked-back"
    UNANSWERED = "unanswered"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a draft: offsets in code points of the draft's text, and the words."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class QuestionState:
    """One question, its state, and the passage that answers, promises or asks back (or None).

    ``perhaps`` is a passage that may be meant as the answer to an unanswered question, though too little
    speaks for it: it fits another as well, or lacks the number, the time or the deed that was asked for.
    """

    question: Question
    state: State
    answer: Passage | None = None
    perhaps: Passage | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the agent decided about a mail's questions; it outranks what was found.

    Keys are anchors (``composer.questions.decisions.anchor_of``), never offsets. ``linked`` maps a
    question's anchor to the verbatim words of the draft that answer it.
    """

    dismissed: frozenset[str] = frozenset()
    added: tuple[str, ...] = ()
    linked: tuple[tuple[str, str], ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    split: tuple[tuple[str, int], ...] = ()


NO_DECISIONS = Decisions()
