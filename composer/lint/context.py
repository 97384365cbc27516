"""What a rule may know beside the draft and the mail: today, the team, people, known issues."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from composer.mail.message import Address
from composer.spelling.library_texts import LibraryTexts
from kb_content.team import Team


@dataclass(frozen=True, slots=True)
class IssueBrief:
    """A known issue, as far as rules need it.

    ``eta`` and ``eta_confidence`` (``low``, ``medium``, ``high`` or empty) are as the issue's file says them.
    """

    id: str
    title: str
    status: str = "investigating"
    eta: str = ""
    workaround: str = ""
    eta_confidence: str = ""


@dataclass(frozen=True, slots=True)
class Inserted:
    """Something of the library that went into the draft and is not good any more.

    ``body`` is what the library has now; ``kind`` is ``article`` or ``known-issue``; ``fault`` completes
    the sentence *The article “…”* (*changed in the library since*, *is retired*).
    """

    id: str
    title: str
    body: str
    fault: str
    kind: str = "article"


@dataclass(frozen=True, slots=True)
class Context:
    """The circumstances in which a draft is read; everything may be missing.

    ``today`` is None only when nobody knows the day. ``snippets`` maps an id to its text. Times are
    judged in ``time_zone`` (IANA), ``customer_time_zone`` is the customer's where it is known.
    ``articles`` maps an id to its status (``published``, ``draft``, ``retired``); ``others`` holds names,
    numbers and domains of other customers' tickets, which must not stand in this reply.
    ``inserted`` holds what went into the draft and is out of date by now.
    ``attachments`` are the names of what leaves with the reply; None when nobody can know.
    ``recent_replies`` are the agent's last replies to others, ``own_words`` (small letters) what the
    agent added to the dictionary, ``library_texts`` what the library writes.
    """

    today: date | None = None
    now: datetime | None = None
    time_zone: str = "UTC"
    customer_time_zone: str = ""
    working_days: tuple[str, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri")
    holidays: frozenset[date] = frozenset()
    agent: Address | None = None
    previous_agent: Address | None = None
    customer: Address | None = None
    cc: tuple[str, ...] | None = None
    must_cc: tuple[str, ...] = ()
    attachments: tuple[str, ...] | None = None
    known_issues: tuple[IssueBrief, ...] = ()
    team: Team | None = None
    snippets: Mapping[str, str] = field(default_factory=dict)
    articles: Mapping[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    inserted: tuple[Inserted, ...] = ()
    recent_replies: tuple[str, ...] = ()
    own_words: frozenset[str] = frozenset()
    library_texts: LibraryTexts | None = None
