"""A hit: one article, known issue or snippet that a query found, and the words that show why."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a hit is."""

    ARTICLE = "article"
    KNOWN_ISSUE = "known-issue"
    SNIPPET = "snippet"
    PAST_ANSWER = "past-answer"


class Trust(StrEnum):
    """How far a hit can be relied on, for its badge."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    OVERDUE = "overdue"
    RETIRED = "retired"
    DRAFT = "draft"
    OPEN_ISSUE = "open-issue"
    RESOLVED_ISSUE = "resolved-issue"
    PAST_ANSWER = "past-answer"


@dataclass(frozen=True, slots=True)
class Hit:
    """One hit.

    ``score`` grows with the match and is only comparable within one answer; ``fit`` says how likely it is
    that the hit answers at all, the same in every library. ``excerpt`` is plain
    text of at most some 200 characters; ``marks`` are the spans of it (code points) that matched.
    ``section`` is the heading under which the passage stands, ``passage`` the passage in Markdown,
    ``passage_start`` its offset in the record's body in code points. ``trusted_since`` is the ISO
    date of the last verification, or empty. ``reason`` says why it is there, in a few words.
    """

    id: str
    kind: Kind
    title: str
    score: float
    excerpt: str
    marks: tuple[tuple[int, int], ...] = ()
    section: str = ""
    passage: str = ""
    passage_start: int = 0
    revision: str = ""
    trust: Trust = Trust.UNVERIFIED
    trusted_since: str = ""
    reason: str = ""
    fit: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: hits best first, and what to offer when they are few.

    ``did_you_mean`` is a corrected query or empty; ``nearest`` holds hits by nearness of title when
    nothing else was found, so that a page is never empty. ``milliseconds`` is the time it took.
    """

    query: str
    hits: tuple[Hit, ...]
    did_you_mean: str = ""
    nearest: tuple[Hit, ...] = ()
    milliseconds: float = 0.0
