"""How far a record can be relied on, as a badge: an icon, a word, a tone; never a colour alone."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.library.records import Record, short_day
from desktop.widgets.tone import Tone
from kb_content.article import Article, ArticleStatus
from kb_content.known_issue import IssueStatus, KnownIssue, Severity
from kb_content.snippet import Snippet
from kb_content.verification import due_on, is_overdue

STATUS_ICONS = {
    IssueStatus.INVESTIGATING: "search",
    IssueStatus.IDENTIFIED: "dot",
    IssueStatus.MONITORING: "half",
    IssueStatus.RESOLVED: "check",
}


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge: ``words`` are short for a row, ``told`` says it in full on the page."""

    words: str
    told: str
    tone: Tone
    icon: str


def badge_of(record: Record, today: date) -> Badge:
    """Return a record's badge as of today."""
    if isinstance(record, KnownIssue):
        return status_badge(record.status)
    if isinstance(record, Snippet):
        return Badge(f"//{record.keyword}", f"//{record.keyword}", Tone.OPEN, "")
    return _article_badge(record, today)


def status_badge(status: IssueStatus) -> Badge:
    """Return the badge of a known issue's status."""
    tone = Tone.OK if status is IssueStatus.RESOLVED else Tone.WARN
    return Badge(status.value, status.value.capitalize(), tone, STATUS_ICONS[status])


def severity_badge(severity: Severity) -> Badge:
    """Return the badge of a known issue's severity."""
    hard = severity in (Severity.HIGH, Severity.CRITICAL)
    tone = Tone.STOP if hard else Tone.OPEN
    return Badge(severity.value, f"{severity.value.capitalize()} severity", tone, "warning" if hard else "")


def is_past(moment: str, now: datetime) -> bool:
    """Tell whether a time as a file says it (``2026-12-03 15:00`` or a day) has gone by.

    ``now`` is the local time where the team works; a day has gone by when it is over.
    """
    try:
        if len(moment) > 10:
            return datetime.fromisoformat(moment) < now.replace(tzinfo=None)
        return date.fromisoformat(moment) < now.date()
    except ValueError:
        return False


def _article_badge(article: Article, today: date) -> Badge:
    if article.status is ArticleStatus.DRAFT:
        return Badge("draft", "Draft, not offered in replies", Tone.WARN, "edit")
    if article.status is ArticleStatus.RETIRED:
        return Badge("retired", "Retired, kept for reference", Tone.STOP, "dismiss")
    if article.verified is None:
        return Badge("not verified", "Not verified yet", Tone.OPEN, "circle")
    by = f" · {article.verified.by}" if article.verified.by else ""
    day = short_day(article.verified.on, today)
    if is_overdue(article, today):
        due = due_on(article)
        since = f", check due since {short_day(due, today)}" if due else ""
        return Badge("check overdue", f"Verified {day}{by}{since}", Tone.WARN, "clock")
    return Badge(day, f"Verified {day}{by}", Tone.OK, "verified")
