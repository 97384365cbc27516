"""The last look: what is still open, what leaves, to whom, and what must not leave as it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from composer.draft import Draft
from composer.lint.finding import Finding, Severity
from composer.lint.own_words import OwnWordsReader
from composer.lint.promises.dated_promises import dates_promise
from composer.lint.promises.times import promises_of
from composer.mail.language import language_of
from composer.mail.message import Address
from composer.questions.answer_state import QuestionState, State
from composer.tickets.ticket import NewPromise
from composer.when.time_expression import TimeExpression
from desktop.reply.last_look.composed_reply import ComposedReply
from desktop.reply.open_ticket import OpenTicket
from desktop.reply.readings import shortened

FindTimes = Callable[[str, str], tuple[TimeExpression, ...]]
"""Finds the times of a text, given with its language."""

_STATE_WORDS = {
    State.UNANSWERED: "not answered yet",
    State.PROMISED: "promised",
    State.ASKED_BACK: "asked back",
}


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A question that the reply leaves open, and how: ``not answered yet``, ``promised``, ``asked back``."""

    question_id: str
    number: int
    words: str
    how: str
    is_unanswered: bool


@dataclass(frozen=True, slots=True)
class PromiseSeen:
    """A commitment found in the draft: its sentence, and by when; ``due`` None when only words say so."""

    words: str
    when: str
    due: datetime | None


@dataclass(frozen=True, slots=True)
class LastLook:
    """All that the last look shows. ``stops`` leaves out what ``open_points`` say already.

    ``sender`` is who it comes from, empty while the settings lack that; ``warnings`` are sentences about
    the mail as it would leave, ``page`` is its HTML, ``dark_page`` the same for a dark mail window.
    """

    sender: str
    to: str
    cc: tuple[str, ...]
    subject: str
    attachments: tuple[str, ...]
    open_points: tuple[OpenPoint, ...]
    stops: tuple[Finding, ...]
    others: int
    promises: tuple[PromiseSeen, ...]
    words: int
    warnings: tuple[str, ...] = ()
    page: str = ""
    dark_page: str = ""

    @property
    def is_clear(self) -> bool:
        """Whether nothing asks to be looked at again."""
        return not self.stops and not any(point.is_unanswered for point in self.open_points)


def last_look_at(
    ticket: OpenTicket, reply: ComposedReply, *, agent: Address, find_times: FindTimes, now: datetime
) -> LastLook:
    """Return the last look at a ticket's reply as composed, from its newest review."""
    findings = ticket.review.findings
    points = tuple(_point(state) for state in ticket.review.states if state.state in _STATE_WORDS)
    said = {point.question_id for point in points if point.is_unanswered}
    all_stops = [finding for finding in findings if finding.severity is Severity.STOP]
    stops = tuple(f for f in all_stops if f.start is not None or f.question not in said)
    draft = ticket.draft
    return LastLook(
        sender=f"{agent.name} <{agent.mail}>".strip() if agent.mail else "",
        to=", ".join(reply.to),
        cc=reply.cc,
        subject=reply.subject,
        attachments=tuple(file.name for file in ticket.attachments),
        open_points=points,
        stops=stops,
        others=len(findings) - len(all_stops),
        promises=promises_in(draft, ticket.review.states, find_times=find_times, now=now),
        words=sum(len(block.text.split()) for block in draft.own_blocks()),
        warnings=reply.warnings,
        page=reply.html,
        dark_page=reply.dark_html,
    )


def promises_in(
    draft: Draft, states: tuple[QuestionState, ...], *, find_times: FindTimes, now: datetime
) -> tuple[PromiseSeen, ...]:
    """Return what the agent's own words commit to: sentences of ours with a moment that is to come.

    A sentence counts when it speaks of what we will do, or when it is the promise that a question got.
    """
    promised = [s.answer for s in states if s.state is State.PROMISED and s.answer]
    found: dict[str, PromiseSeen] = {}
    passages = OwnWordsReader().read(draft).passages
    language = language_of(" ".join(placed.passage.words for placed in passages))
    for placed in passages:
        times = find_times(placed.passage.words, language)
        ours = promises_of(placed.passage, times, now=now, language="" if language == "und" else language)
        for time in times:
            if not time.is_dated or time.is_past(now):
                continue
            sentence = placed.passage.sentence_at(time.start)
            start, end = placed.start + sentence.start, placed.start + sentence.end
            is_ours = any(c.sentence.start == sentence.start and dates_promise(c, time) for c in ours)
            if is_ours or any(p.start < end and start < p.end for p in promised):
                words = " ".join(draft.text[start:end].split())
                found.setdefault(words, PromiseSeen(shortened(words, 160), time.text, time.end_instant))
    return tuple(found.values())


def new_promises(seen: tuple[PromiseSeen, ...], *, owner: str) -> tuple[NewPromise, ...]:
    """Return promises as the desk files them."""
    return tuple(NewPromise(promise.words, promise.due, owner) for promise in seen)


def _point(state: QuestionState) -> OpenPoint:
    how = _STATE_WORDS[state.state]
    words = shortened(state.question.text, 120)
    return OpenPoint(state.question.id, state.question.number, words, how, state.state is State.UNANSWERED)
