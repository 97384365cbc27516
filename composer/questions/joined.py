"""Several mails of one customer that wait for the same reply, read as one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from composer.mail.lines import Line, Role
from composer.questions.followup import follow_up
from composer.questions.question import Question
from composer.questions.understood import Fact, UnderstoodMail

_Placed = TypeVar("_Placed", Question, Fact)


def joined(mails: Sequence[UnderstoodMail], headings: Sequence[str]) -> UnderstoodMail:
    """Return some mails, oldest first, as one whose text holds them all; the newest says who and when.

    ``headings`` has the line that stands above each mail but the first. Of the questions of the older
    mails those are left out that a newer one asks again or takes back; what is taken back is noted.
    """
    whole = mails[0]
    for mail, heading in zip(mails[1:], headings, strict=True):
        whole = _with_next(whole, mail, heading)
    return whole


def _with_next(before: UnderstoodMail, mail: UnderstoodMail, heading: str) -> UnderstoodMail:
    head_at = len(before.message.text) + 1
    at = head_at + len(heading) + 1
    news = follow_up(before.questions, mail)
    asked_again = {id(old) for old, _ in news.asked_again}
    still_open = [question for question in news.still_open if id(question) not in asked_again]
    notes = tuple(f"The customer takes something back: “{words}”" for words in news.words if news.withdrawn)
    return UnderstoodMail(
        message=replace(
            mail.message,
            text=f"{before.message.text}\n{heading}\n{mail.message.text}",
            attachments=(*before.message.attachments, *mail.message.attachments),
            notes=(*before.message.notes, *notes, *mail.message.notes),
        ),
        lines=(
            *before.lines,
            Line(heading, Role.HEADER, head_at),
            *(line._replace(start=line.start + at) for line in mail.lines),
        ),
        language=mail.language,
        questions=_in_one_row(still_open, mail.questions, at),
        facts=(*before.facts, *(_moved(fact, at) for fact in mail.facts)),
        tried=tuple(dict.fromkeys((*before.tried, *mail.tried))),
        mood=mail.mood,
        mood_words=mail.mood_words,
        urgent=before.urgent or mail.urgent,
        plans=(*before.plans, *(replace(p, start=p.start + at, end=p.end + at) for p in mail.plans)),
    )


def _in_one_row(older: Sequence[Question], newer: Sequence[Question], at: int) -> tuple[Question, ...]:
    """Number the questions through; parts of one ask stay together."""
    groups = max((question.group for question in older), default=0)
    moved = (replace(_moved(question, at), group=question.group + groups) for question in newer)
    return tuple(replace(question, id=f"q{n}") for n, question in enumerate((*older, *moved), 1))


def _moved(placed: _Placed, at: int) -> _Placed:
    """Return what stands at a place of its mail at that of the whole; what stands in a subject stays."""
    if placed.start < 0:
        return placed
    return replace(placed, start=placed.start + at, end=placed.end + at)
