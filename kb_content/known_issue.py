"""A known issue: a fault that customers meet, what it does to them, and when it will be gone."""

from dataclasses import dataclass
from enum import StrEnum


class IssueStatus(StrEnum):
    """How far the work on a known issue is."""

    INVESTIGATING = "investigating"
    IDENTIFIED = "identified"
    MONITORING = "monitoring"
    RESOLVED = "resolved"


class Severity(StrEnum):
    """How badly a known issue hurts the customers it touches."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True)
class KnownIssue:
    """One known issue, as its file says it.

    ``eta`` and ``next_update`` are what the file says (``2026-12-03`` or ``2026-12-03 15:00`` or
    empty); ``eta_confidence`` is ``low``, ``medium``, ``high`` or empty; ``workaround`` is the text
    below the heading *Workaround* of the body. ``path`` and ``revision`` as in an article.
    """

    id: str
    title: str
    body: str
    path: str
    revision: str
    products: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    status: IssueStatus = IssueStatus.INVESTIGATING
    severity: Severity = Severity.MEDIUM
    owner: str = ""
    tracker: str = ""
    eta: str = ""
    eta_confidence: str = ""
    next_update: str = ""
    symptoms: tuple[str, ...] = ()
    workaround: str = ""

    @property
    def is_open(self) -> bool:
        """Whether customers can still meet it."""
        return self.status is not IssueStatus.RESOLVED
