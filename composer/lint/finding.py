"""A finding: what one rule has to say about one place of a draft."""

from dataclasses import dataclass
from enum import StrEnum


class Reading(StrEnum):
    """Which of the three readings a finding belongs to."""

    QUESTIONS = "questions"
    PROMISES = "promises"
    TONE = "tone"


class Severity(StrEnum):
    """How much a finding weighs: ``stop`` is what must not leave as it is."""

    HINT = "hint"
    WARNING = "warning"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    ``start`` and ``end`` are offsets in code points of ``Draft.text``, both None for something that
    is absent; ``text`` is what stands there. ``message`` is one plain sentence about this text,
    ``why`` says what the reader of the reply gains. ``fixes`` are final texts for the span.
    ``question`` is the id of the question it is about, or empty. ``anchor`` names the finding across
    edits nearby (rule, words, neighbours) and is what a dismissal is kept under.
    """

    rule: str
    reading: Reading
    severity: Severity
    start: int | None
    end: int | None
    text: str
    message: str
    fixes: tuple[str, ...] = ()
    why: str = ""
    question: str = ""
    anchor: str = ""
