"""A time expression: words of a text that name a moment, a day, a period or a wait."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Certainty(StrEnum):
    """How exactly words fix a moment."""

    MINUTE = "minute"
    DAY = "day"
    PERIOD = "period"
    WAIT = "wait"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time.

    ``text`` is ``source[start:end]``. ``instant`` is when it begins, ``end_instant`` the latest moment
    it allows (a day's end, the end of *within two days*); both aware, both None for what cannot be
    resolved (*soon*, a bare clock time without a day is today's or tomorrow's). ``lead`` is the word
    before it that sets its meaning (``by``, ``within``, ``since``, …) in lower case, or empty.
    ``working`` says that working days were counted; ``zone`` is the zone as written; ``weekday``
    is 0 (Monday) to 6 where a weekday is named beside a date, else None.
    """

    start: int
    end: int
    text: str
    certainty: Certainty
    instant: datetime | None = None
    end_instant: datetime | None = None
    lead: str = ""
    working: bool = False
    zone: str = ""
    has_clock: bool = False
    weekday: int | None = None

    @property
    def is_vague(self) -> bool:
        """Whether nobody could hold the writer to it."""
        return self.certainty is Certainty.VAGUE

    @property
    def is_dated(self) -> bool:
        """Whether it names a moment by which something can be expected."""
        return self.end_instant is not None

    def is_past(self, now: datetime) -> bool:
        """Tell whether all of it lies before now."""
        return self.end_instant is not None and self.end_instant < now
