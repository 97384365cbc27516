"""What was understood of a mail: its lines, questions, facts and mood, as plain data."""

from dataclasses import dataclass
from enum import StrEnum

from composer.mail.lines import Line
from composer.mail.message import Message
from composer.questions.plan import Plan
from composer.questions.question import Question


class Mood(StrEnum):
    """How the customer sounds."""

    CALM = "calm"
    HAPPY = "happy"
    WORRIED = "worried"
    FRUSTRATED = "frustrated"
    ANGRY = "angry"


class FactKind(StrEnum):
    """What a fact found in a mail is about."""

    PRODUCT = "product"
    VERSION = "version"
    ORDER = "order"
    INVOICE = "invoice"
    SYSTEM = "system"
    URL = "url"
    ERROR = "error"
    AMOUNT = "amount"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the customer told us. ``value`` is as written; offsets as in a question."""

    kind: FactKind
    value: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class UnderstoodMail:
    """A message with everything that was read out of it.

    ``language`` is an ISO 639-1 code (``und`` when not recognised). ``tried`` holds verbatim clauses
    that say what the customer did already, ``plans`` what they will do, agree to or offer;
    ``mood_words`` are the words that show the mood.
    """

    message: Message
    lines: tuple[Line, ...]
    language: str
    questions: tuple[Question, ...]
    facts: tuple[Fact, ...] = ()
    tried: tuple[str, ...] = ()
    mood: Mood = Mood.CALM
    mood_words: tuple[str, ...] = ()
    urgent: bool = False
    plans: tuple[Plan, ...] = ()
