"""What the library knows about a question, as cards: a title, a marked passage, how far to trust it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from desktop.library.rows import why_found
from desktop.library.trust import is_past
from desktop.team_time import short_day
from desktop.widgets.tone import Tone
from desktop.widgets.trust_badge import trust_badge
from kb_content.known_issue import KnownIssue
from search.hit import Hit, Kind


@dataclass(frozen=True, slots=True)
class SuggestionCard:
    """One hit as a card. ``marks`` are spans of ``excerpt`` (code points) to mark; ``why`` it is there."""

    hit: Hit
    title: str
    section: str
    excerpt: str
    marks: tuple[tuple[int, int], ...]
    badge: str
    tone: Tone
    insert_words: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class IssueNotice:
    """An open known issue that a question matches, to be said beside the draft."""

    issue: KnownIssue
    status: str
    has_workaround: bool
    is_linked: bool


def suggestion_cards(hits: Iterable[Hit]) -> tuple[SuggestionCard, ...]:
    """Return hits as cards."""
    return tuple(_card(hit) for hit in hits)


def record_key(hit: Hit) -> str:
    """Return the key under which an insertion is noted, such as ``article:refund-times``."""
    return f"{hit.kind.value}:{hit.id}"


def issue_status(issue: KnownIssue, now: datetime) -> str:
    """Return the state of a known issue in words: ``identified · ETA 4 Dec, medium confidence``.

    ``now`` is the local time where the team works: an ETA that is past is no date for a customer.
    """
    parts = [issue.status.value]
    if issue.eta and is_past(issue.eta, now):
        ask = f": ask {issue.owner} for a new one" if issue.owner else ""
        parts.append(f"ETA {_day(issue.eta)} is past{ask}")
    elif issue.eta:
        sure = f", {issue.eta_confidence} confidence" if issue.eta_confidence else ""
        parts.append(f"ETA {_day(issue.eta)}{sure}")
    elif issue.next_update:
        parts.append(f"next update {_day(issue.next_update)}")
    return " · ".join(parts)


def _day(moment: str) -> str:
    """Return the day of a time that a file says, short; as written when it is none."""
    return short_day(moment[:10]) or moment


def _card(hit: Hit) -> SuggestionCard:
    badge, tone = trust_badge(hit)
    section = hit.section if hit.section != hit.title else ""
    words = "Insert snippet" if hit.kind is Kind.SNIPPET else "Insert"
    return SuggestionCard(hit, hit.title, section, hit.excerpt, hit.marks, badge, tone, words, why_found(hit))
