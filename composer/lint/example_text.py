"""Examples of rules: read from a rule file, and turned into the reply that they show."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from composer.draft import Draft
from composer.lint.context import Context
from composer.lint.context_file import context_from
from composer.lint.own_words import OwnWordsReader
from composer.lint.reply import Reply
from composer.lint.rule import Example
from composer.mail.lines import Line, Role
from composer.mail.message import Address, Message
from composer.questions.answer_state import Passage, QuestionState, State
from composer.questions.plan import Plan, PlanKind
from composer.questions.question import AnswerType, Form, Question
from composer.questions.understood import Fact, FactKind, Mood, UnderstoodMail
from kb_content.failure import Failure

TODAY = "2026-03-04"
_MARK = re.compile(r"[«»]")
_ADDRESS = re.compile(r"^\s*([^<>]*?)\s*<([^<>]*)>\s*$")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and the spans that stood between « and ».

    ``absent`` says that it began with ``«»``: the finding is about something that is not there.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    absent: bool


def unmarked(draft: str) -> Marked:
    """Take the marks out of an example."""
    absent = draft.startswith("«»")
    text = draft.removeprefix("«»")
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    begun, length, at = -1, 0, 0
    for mark in _MARK.finditer(text):
        piece = text[at : mark.start()]
        plain.append(piece)
        length += len(piece)
        at = mark.end()
        if mark.group() == "«":
            begun = length
        else:
            spans.append((begun, length))
    plain.append(text[at:])
    return Marked("".join(plain), tuple(spans), absent)


def example_from(value: object) -> Example:
    """Read an example of a rule file: a text, or a table with ``draft`` and what surrounds it.

    Raises ValueError with a sentence when it is neither.
    """
    if isinstance(value, str):
        return _checked(Example(value))
    if not isinstance(value, Mapping) or not isinstance(value.get("draft"), str):
        raise ValueError("an example is a text or a table with a draft")
    known = {field.name for field in fields(Example)}
    unknown = sorted(set(value) - known)
    if unknown:
        raise ValueError(f"an example knows no “{unknown[0]}”")
    kept: dict[str, Any] = {key: _tupled(entry) for key, entry in value.items()}
    return _checked(Example(**kept))


def _checked(example: Example) -> Example:
    """Raise ValueError with what is wrong, so that no rule ever meets an example of another shape."""
    for key in ("mail", "subject", "mood", "sender", "language"):
        if not isinstance(getattr(example, key), str):
            raise ValueError(f"“{key}” of an example is a text")
    for key in ("tried", "copied"):
        if not _is_texts(getattr(example, key), least=0):
            raise ValueError(f"“{key}” of an example is a list of texts")
    for key, least in (("questions", 3), ("facts", 2), ("plans", 2)):
        rows = getattr(example, key)
        if not isinstance(rows, tuple) or not all(_is_texts(row, least=least) for row in rows):
            raise ValueError(f"“{key}” of an example is a list of lists of {least} texts")
    if not isinstance(example.circumstances, Mapping):
        raise ValueError("“circumstances” of an example are a table, as in CONTEXT.json")
    draft = example.draft.removeprefix("«»")
    if "".join(_MARK.findall(draft)) != "«»" * draft.count("«"):
        raise ValueError(f"the marks « and » of “{example.draft[:40].strip()}” do not pair")
    try:
        _mail_of(example), context_of(example), _states_of(example)
    except Failure as failure:
        raise ValueError(failure.sentence.rstrip(".")) from failure
    return example


def _is_texts(value: object, *, least: int) -> bool:
    is_row = isinstance(value, tuple) and len(value) >= least
    return is_row and all(isinstance(one, str) for one in value)  # type: ignore[attr-defined]


def _tupled(value: object) -> object:
    return tuple(_tupled(one) for one in value) if isinstance(value, list) else value


def context_of(example: Example) -> Context:
    """Return the circumstances of an example; its today is a Wednesday, 4 March 2026."""
    return context_from({"today": TODAY, **example.circumstances})


def reply_of(example: Example, *, reader: OwnWordsReader | None = None, text: str | None = None) -> Reply:
    """Return the reply that an example shows, with its mail and answer map."""
    words = unmarked(example.draft).text if text is None else text
    draft = Draft(words)
    own = (reader or OwnWordsReader()).read(draft)
    mail = _mail_of(example)
    language = example.language or "en"
    return Reply(draft, own, context_of(example), mail, _states_of(example), language)


def _mail_of(example: Example) -> UnderstoodMail | None:
    if not (example.mail or example.sender or example.subject or example.questions):
        return None
    sender = address_from(example.sender)
    copied = tuple(address_from(one) for one in example.copied)
    message = Message(subject=example.subject, sender=sender, text=example.mail, cc=copied)
    return UnderstoodMail(
        message=message,
        lines=_lines_of(example.mail),
        language=example.language or "en",
        questions=tuple(state.question for state in _states_of(example)),
        facts=tuple(Fact(FactKind(kind), value) for kind, value in example.facts),
        tried=example.tried,
        plans=tuple(Plan(PlanKind(kind), text, -1, -1) for kind, text in example.plans),
        mood=Mood(example.mood),
    )


def _lines_of(text: str) -> tuple[Line, ...]:
    lines, offset = [], 0
    for line in text.split("\n"):
        lines.append(Line(line, Role.QUOTED if line.startswith(">") else Role.OWN, offset))
        offset += len(line) + 1
    return tuple(lines)


def _states_of(example: Example) -> tuple[QuestionState, ...]:
    text = unmarked(example.draft).text
    return tuple(
        _state(number, entry, example.mail, text) for number, entry in enumerate(example.questions, start=1)
    )


def _state(number: int, entry: tuple[str, ...], mail: str, draft: str) -> QuestionState:
    words, answer_type, state = entry[:3]
    start = mail.find(words)
    question = Question(
        id=f"q{number}",
        text=words,
        form=Form.INTERROGATIVE,
        answer_type=AnswerType(answer_type),
        group=number,
        start=start,
        end=start + len(words) if start >= 0 else -1,
    )
    answer = entry[3] if len(entry) > 3 else ""
    at = draft.find(answer) if answer else -1
    passage = Passage(at, at + len(answer), answer) if at >= 0 else None
    if State(state) is State.UNANSWERED:
        return QuestionState(question, State.UNANSWERED, perhaps=passage)
    return QuestionState(question, State(state), passage)


def address_from(text: str) -> Address:
    """Read ``Name <mail>``, a bare mail address or a bare name."""
    match = _ADDRESS.match(text)
    if match:
        return Address(match.group(1), match.group(2))
    return Address(mail=text) if "@" in text else Address(name=text)
