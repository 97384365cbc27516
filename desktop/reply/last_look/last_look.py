"""The last look: what is still open, what leaves, to whom, and what must not leave as it is."""

from dataclasses import dataclass
from datetime import datetime

from composer.lint.finding import Finding, Severity
from composer.mail.message import Address
from composer.questions.answer_state import QuestionState, State
from desktop.reply.last_look.composed_reply import ComposedReply
from desktop.reply.last_look.promises_seen import FindTimes, LookDay, OwedBefore, PromiseSeen, promises_in
from desktop.reply.open_ticket import OpenTicket
from desktop.reply.readings import shortened

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
class LastLook:
    """All that the last look shows. ``stops`` leaves out what ``open_points`` say already.

    ``sender`` is who it comes from, empty while the settings lack that; ``warnings`` are sentences about
    the mail as it would leave, ``page`` is its HTML, ``dark_page`` the same for a dark mail window.
    ``owed`` is what was promised before, ``days`` are those on which one may look again at what waits.
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
    owed: tuple[OwedBefore, ...] = ()
    days: tuple[LookDay, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether nothing asks to be looked at again."""
        return not self.stops and not any(point.is_unanswered for point in self.open_points)


def last_look_at(
    ticket: OpenTicket,
    reply: ComposedReply,
    *,
    agent: Address,
    find_times: FindTimes,
    now: datetime,
    owed: tuple[OwedBefore, ...] = (),
    days: tuple[LookDay, ...] = (),
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
        owed=owed,
        days=days,
    )


def _point(state: QuestionState) -> OpenPoint:
    how = _STATE_WORDS[state.state]
    words = shortened(state.question.text, 120)
    return OpenPoint(state.question.id, state.question.number, words, how, state.state is State.UNANSWERED)
