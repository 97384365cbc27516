"""The reply as rules see it: own words, the mail, the answer map, the circumstances."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from composer.draft import Draft
from composer.lint.context import Context
from composer.lint.own_words import OwnWords, Placed
from composer.mail.message import Address
from composer.questions.answer_state import QuestionState, State
from composer.questions.understood import UnderstoodMail


@dataclass(frozen=True)
class Reply:
    """Everything that a rule may look at. All offsets count code points of the draft's text.

    ``kept`` is a place for what several rules need; it is no part of the reply's value.
    """

    draft: Draft
    own: OwnWords
    context: Context
    mail: UnderstoodMail | None = None
    states: tuple[QuestionState, ...] = ()
    language: str = "en"
    kept: dict[str, object] = field(default_factory=dict, compare=False, repr=False)

    @property
    def passages(self) -> tuple[Placed, ...]:
        """The agent's own passages, in order."""
        return self.own.passages

    @cached_property
    def customer(self) -> Address:
        """Whom the reply is for: the context says it, else the mail's sender; may be empty."""
        if self.context.customer is not None:
            return self.context.customer
        return self.mail.message.sender if self.mail is not None else Address()

    @cached_property
    def open_states(self) -> tuple[QuestionState, ...]:
        """The questions that the draft leaves without an answer, a promise or a question back."""
        return tuple(state for state in self.states if state.state is State.UNANSWERED)

    def own_text(self) -> Iterator[str]:
        """Yield the words of each own passage."""
        for placed in self.passages:
            yield placed.passage.words


def moment_of(context: Context) -> datetime:
    """Return the moment in which a draft is read, aware, in the team's time zone.

    Without a day in the context there is no today to reckon from; the epoch stands in, and rules
    that compare with today look at ``context.today`` first.
    """
    zone = zone_of(context.time_zone)
    if context.now is not None:
        return context.now.astimezone(zone) if context.now.tzinfo else context.now.replace(tzinfo=zone)
    if context.today is not None:
        return datetime.combine(context.today, time(9), zone)
    return datetime(1970, 1, 5, 9, tzinfo=zone)


def zone_of(name: str) -> ZoneInfo:
    """Return a time zone by its IANA name, UTC when there is none of that name."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
