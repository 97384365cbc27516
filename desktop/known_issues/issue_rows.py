"""The rows of the known issues: what is broken, how badly, until when. Without Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.library.records import told_moment
from desktop.library.rows import AreaRow, RecordRow, Row
from desktop.library.trust import Badge, is_past, severity_badge, status_badge
from desktop.widgets.tone import Tone
from kb_content.known_issue import IssueStatus, KnownIssue, Severity
from search.hit import Kind

OPEN = "open"
ALL = "all"
STATUS_FILTERS: tuple[tuple[str, str], ...] = (
    (OPEN, "Open"),
    *((status.value, status.value.capitalize()) for status in IssueStatus),
    (ALL, "All"),
)
"""The filters: a value and its words."""

_BY_SEVERITY = (Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)


@dataclass(frozen=True, slots=True)
class IssueRow(RecordRow):
    """One known issue as a row; ``details`` stand in its second line."""

    details: tuple[Badge, ...] = ()

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        told = ", ".join(detail.told for detail in self.details)
        return f"{self.title}, {self.badge.told}, {told}"


def issue_rows(
    issues: Iterable[KnownIssue],
    status: str,
    words: str,
    now: datetime,
    *,
    tickets: Mapping[str, int] | None = None,
    also: str = "",
) -> tuple[Row, ...]:
    """Return the wanted issues, open ones first, the worst of them on top, under their headings.

    ``tickets`` counts those of each issue; the issue ``also`` stays whatever its status.
    """
    counts = tickets or {}
    wanted = sorted(
        (i for i in issues if (_has(i, status) or i.id == also) and _matches(i, words)), key=_order
    )
    opened = [row_of_issue(issue, now, counts.get(issue.id, 0)) for issue in wanted if issue.is_open]
    resolved = [row_of_issue(issue, now, counts.get(issue.id, 0)) for issue in wanted if not issue.is_open]
    rows: list[Row] = []
    for title, group in (("Open", opened), ("Resolved", resolved)):
        if group:
            rows += [AreaRow(title, len(group)), *group]
    return tuple(rows)


def row_of_issue(issue: KnownIssue, now: datetime, tickets: int = 0) -> IssueRow:
    """Return a known issue as a row."""
    return IssueRow(
        kind=Kind.KNOWN_ISSUE,
        id=issue.id,
        title=issue.title,
        excerpt="",
        badge=status_badge(issue.status),
        details=tuple(_details(issue, now, tickets)),
    )


def summary(issues: Iterable[KnownIssue], now: datetime) -> str:
    """Return how many are open, and how many customers wait for a word on."""
    opened = [issue for issue in issues if issue.is_open]
    if not opened:
        return "Nothing is known to be broken"
    late = sum(bool(issue.next_update) and is_past(issue.next_update, now) for issue in opened)
    updates = f" · {late} {'update' if late == 1 else 'updates'} overdue" if late else ""
    return f"{len(opened)} open{updates}"


def _details(issue: KnownIssue, now: datetime, tickets: int) -> Iterable[Badge]:
    severity = severity_badge(issue.severity)
    yield Badge(issue.severity.value.capitalize(), severity.told, severity.tone, severity.icon)
    if tickets:
        counted = "1 ticket" if tickets == 1 else f"{tickets} tickets"
        yield Badge(counted, counted, Tone.OPEN, "")
    if not issue.is_open:
        return
    if issue.eta:
        # Of an issue that is being watched the fix is out: its ETA has come, and nobody waits for it.
        late = is_past(issue.eta, now) and issue.status is not IssueStatus.MONITORING
        words = f"ETA {_near_or_far(issue.eta, now)}{' is past' if late else ''}"
        yield Badge(words, words, Tone.STOP if late else Tone.OPEN, "")
    else:
        yield Badge("no ETA", "no ETA", Tone.OPEN, "")
    if issue.next_update:
        late = is_past(issue.next_update, now)
        told = _near_or_far(issue.next_update, now)
        words = f"update was due {told}" if late else f"update {told}"
        yield Badge(words, words, Tone.STOP if late else Tone.OPEN, "clock" if late else "")


def _near_or_far(moment: str, now: datetime) -> str:
    """A time of today by the clock, others by the day: a row is narrow, the page tells all."""
    today = now.date()
    if moment[:10] == today.isoformat():
        return f"today{moment[10:].replace(' ', ', ')}"
    return told_moment(moment[:10], today)


def _has(issue: KnownIssue, status: str) -> bool:
    if status == OPEN:
        return issue.is_open
    return status == ALL or issue.status.value == status


def _matches(issue: KnownIssue, words: str) -> bool:
    fields = (issue.title, issue.tracker, issue.owner, *issue.symptoms, *issue.products, *issue.versions)
    text = " ".join(fields).casefold()
    return all(word in text for word in words.casefold().split())


def _order(issue: KnownIssue) -> tuple[bool, int, str, str]:
    return (
        not issue.is_open,
        _BY_SEVERITY.index(issue.severity),
        issue.next_update or "9999",
        issue.title.casefold(),
    )
