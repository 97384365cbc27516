"""The answer map on tickets that we made up: which question is open, and where an answer stands.

    python -m tests.benchmarks.answer_map_own [FILE ...] [--failures]

Reads own_tickets/*.txt, or the files named. Every question of the mail and every passage of the reply that
deals with one are marked by hand; the marks are taken out before anything is read. The questions are given,
so that only the map is measured. Flagged is what the agent sees as open: a stop where nothing stands for an
answer, a warning where a passage may be meant as one.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from composer.draft import Draft
from composer.mail.message import Address, Message
from composer.questions.answer_map import map_answers
from composer.questions.answer_state import QuestionState, State
from composer.questions.question import AnswerType, Form, Question
from composer.questions.understand import understand
from composer.questions.understood import UnderstoodMail

TICKETS = Path(__file__).with_name("own_tickets")
_ASKED = re.compile(r"\{\{(\d+) ([imde]) ([a-z-]+)\|(.*?)\}\}", re.DOTALL)
_DEALT = re.compile(r"\{\{([apb])([\d,]+)\|(.*?)\}\}", re.DOTALL)
_FORMS = {
    "i": Form.INTERROGATIVE,
    "m": Form.IMPERATIVE,
    "d": Form.DECLARATIVE,
    "e": Form.ELLIPTICAL,
}
_STATES = {"a": State.ANSWERED, "p": State.PROMISED, "b": State.ASKED_BACK}


class Dealt(NamedTuple):
    """A marked passage of a reply: offsets in code points without the marks, and what it does."""

    start: int
    end: int
    state: State


class Ticket(NamedTuple):
    """A mail with its marked questions, a reply, and the passages that deal with each question."""

    name: str
    language: str
    style: str
    mail: UnderstoodMail
    reply: str
    dealt: dict[str, list[Dealt]]


def tickets_of(path: Path) -> Iterator[Ticket]:
    """Yield the tickets of a file."""
    for part in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
        head, _, rest = part.partition("\n")
        name, language, style = (piece.strip() for piece in head.split("|"))
        subject, _, rest = rest.removeprefix("Subject: ").partition("\n")
        body, _, rest = rest.partition("\n--- reply\n")
        reply, _, _ = rest.partition("\n--- open:")
        plain, dealt = _reply_without_marks(reply)
        yield Ticket(name, language, style, _asked(subject, body), plain, dealt)


def _asked(subject: str, body: str) -> UnderstoodMail:
    """Return the mail with the marked questions in place of those that were found."""
    questions = [_question(mark, -1) for mark in _ASKED.finditer(subject)]
    plain, end = "", 0
    for mark in _ASKED.finditer(body):
        plain += body[end : mark.start()]
        questions.append(_question(mark, len(plain)))
        plain, end = plain + mark[4], mark.end()
    message = Message(_ASKED.sub(r"\4", subject), Address(), plain + body[end:])
    questions.sort(key=lambda each: each.number)
    return replace(understand(message), questions=tuple(questions))


def _question(mark: re.Match[str], start: int) -> Question:
    number, form, answer_type, words = mark.groups()
    end = start + len(words) if start >= 0 else -1
    return Question(f"q{number}", words, _FORMS[form], AnswerType(answer_type), int(number), start, end)


def _reply_without_marks(reply: str) -> tuple[str, dict[str, list[Dealt]]]:
    plain, end = "", 0
    dealt: dict[str, list[Dealt]] = {}
    for mark in _DEALT.finditer(reply):
        plain += reply[end : mark.start()]
        start = len(plain)
        plain, end = plain + mark[3], mark.end()
        for number in mark[2].split(","):
            dealt.setdefault(f"q{number}", []).append(Dealt(start, len(plain), _STATES[mark[1]]))
    return plain + reply[end:], dealt


def score(ticket: Ticket, *, told: bool = False) -> Counter[str]:
    """Return the counts of a ticket, read as the program reads it."""
    return judged(ticket, map_answers(Draft(ticket.reply), ticket.mail), told=told)


def judged(ticket: Ticket, states: Iterable[QuestionState], *, told: bool = False) -> Counter[str]:
    """Return counts: questions open and dealt with; how many are read so, with their passage and state."""
    counts: Counter[str] = Counter()
    for state in states:
        passages = ticket.dealt.get(state.question.id, [])
        kind = "dealt" if passages else "open"
        counts[kind] += 1
        right = (state.state is State.UNANSWERED) is not bool(passages)
        counts[f"{kind} right"] += right
        counts[f"{kind} flagged"] += state.state is State.UNANSWERED
        counts[f"{kind} stopped"] += state.state is State.UNANSWERED and state.perhaps is None
        if passages and right:
            counts["state right"] += state.state in {each.state for each in passages}
            counts["passage right"] += _meets(state, passages)
        if told and not right:
            print(f"  {ticket.name} ({ticket.style}): {kind} {state.question.text!r} read as {_read(state)}")
        elif told and passages and not _meets(state, passages):
            print(
                f"  {ticket.name} ({ticket.style}): elsewhere {state.question.text!r} read as {_read(state)}"
            )
    return counts


def _meets(state: QuestionState, passages: list[Dealt]) -> bool:
    found = state.answer
    return found is not None and any(found.start < each.end and each.start < found.end for each in passages)


def _read(state: QuestionState) -> str:
    return f"{state.state.value}: {state.answer.text[:150]!r}" if state.answer else state.state.value


def main() -> None:
    """Print the figures of each file by style."""
    told = "--failures" in sys.argv
    named = [Path(each) for each in sys.argv[1:] if not each.startswith("-")]
    for path in named or sorted(TICKETS.glob("*.txt")):
        by_style: dict[str, Counter[str]] = {}
        for ticket in tickets_of(path):
            counts = score(ticket, told=told)
            for style in (ticket.style, "all"):
                by_style.setdefault(style, Counter()).update(counts)
        print(path.name)
        for style, counts in sorted(by_style.items()):
            report(style, counts)


def report(style: str, counts: Counter[str]) -> None:
    """Print the shares of the counts of some tickets."""
    shares = (
        ("open flagged", "open flagged", "open"),
        ("with a stop", "open stopped", "open"),
        ("dealt with, falsely flagged", "dealt flagged", "dealt"),
        ("with a wrong stop", "dealt stopped", "dealt"),
        ("dealt with", "dealt right", "dealt"),
        ("at their passage", "passage right", "dealt right"),
        ("with their state", "state right", "dealt right"),
    )
    told = ", ".join(
        f"{name} {counts[right] / counts[of]:.3f} of {counts[of]}" for name, right, of in shares if counts[of]
    )
    print(f"  {style:9} {told}")


if __name__ == "__main__":
    main()
