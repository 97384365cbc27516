"""Figures about what the team knows: known issues that customers met, gaps, articles, findings."""

from collections.abc import Iterator
from datetime import date, datetime

from composer.tickets.gap_table import Gap
from composer.tickets.report import Report, RuleFigure, UseFigure
from composer.tickets.report_issues import history_of
from desktop.library.gaps.gap_rows import told_gap
from desktop.library.records import KIND_ICONS, record_named, short_day, told_moment
from desktop.library.trust import is_past
from desktop.report.lines import Figure, Line, Teller, counted, under
from desktop.widgets.tone import Tone
from kb_content.article import Article
from kb_content.known_issue import KnownIssue
from kb_content.library import Library
from kb_content.verification import due_on, is_overdue
from search.hit import Kind

ISSUES, KNOWLEDGE = "Known issues", "The library"
FINDINGS = "What the three readings changed"
MOST_RECORDS, LEAST_USES, MOST_RULES = 5, 2, 6


def issue_figures(report: Report, library: Library, tell: Teller, now: datetime) -> tuple[Figure, ...]:
    """Return the known issues by the tickets that met them, and those that nobody looks after.

    ``now`` is the local time where the team works.
    """
    late = late_issues(report, library, now)
    opened = [issue for issue in library.known_issues.values() if issue.is_open and report.is_present]
    undated = [issue for issue in opened if not issue.next_update and not issue.eta]
    return under(
        ISSUES,
        *(_met(figure, library, tell, now) for figure in report.issues),
        Figure(
            Line(
                "updates-overdue",
                "Updates overdue",
                str(len(late)),
                "whoever met them waits for a word",
                tone=Tone.STOP,
                icon="clock",
            ),
            "Open known issues whose next update was due before now.",
            tuple(_open_issue(issue, now, Tone.STOP) for issue in late),
        ),
        Figure(
            Line(
                "issues-undated",
                "No date named",
                str(len(undated)),
                "neither an ETA nor a next update",
                tone=Tone.WARN,
                icon="question",
            ),
            "Open known issues that nobody is bound to look at again.",
            tuple(_open_issue(issue, now, Tone.WARN) for issue in undated),
        ),
    )


def knowledge_figures(report: Report, library: Library, tell: Teller, today: date) -> tuple[Figure, ...]:
    """Return what was not found, what was put into replies, and the articles whose check is due."""
    articles = library.articles.values() if report.is_present else ()
    overdue = [article for article in articles if is_overdue(article, today)]
    overdue.sort(key=lambda one: (one.owner.casefold() or "\uffff", due_on(one) or today, one.title))
    return under(
        KNOWLEDGE,
        Figure(
            Line(
                "gaps",
                "Searched and not found",
                str(len(report.gaps)),
                "what to write next",
                icon="search",
                tone=Tone.WARN,
            ),
            "Searches that found nothing and gaps noted by hand, by when they were last met. Enter searches "
            "again.",
            tuple(_gap(gap, today) for gap in report.gaps),
        ),
        Figure(
            Line(
                "unaided",
                "Answered without the library",
                f"{len(report.unaided)} of {len(report.answered)}",
                "no passage put in, no known issue linked",
                icon="edit",
            ),
            "Tickets that got a reply in this period, into which no article or snippet was put and to which "
            "no known issue is linked: candidates for an article.",
            tuple(
                tell.ticket(one, f"replied {tell.moment(tell.report.tickets[one].replies[-1].sent)}")
                for one in report.unaided
            ),
        ),
        Figure(
            Line(
                "reviews-overdue",
                "Articles whose check is due",
                str(len(overdue)),
                f"of {counted(len({one.owner for one in overdue}), 'owner')}",
                icon="verified",
                tone=Tone.WARN,
            ),
            "Published articles that their owners should read again, under the owner's name.",
            tuple(_overdue(article, today) for article in overdue),
        ),
        *(_inserted(figure, library, tell) for figure in most_used(report)),
    )


def most_used(report: Report) -> tuple[UseFigure, ...]:
    """Return the few records that went into replies most; what was used once is no pattern."""
    return tuple(figure for figure in report.inserted if figure.times >= LEAST_USES)[:MOST_RECORDS]


def finding_figures(report: Report, tell: Teller) -> tuple[Figure, ...]:
    """Return the rules by what became of their findings."""
    return under(FINDINGS, *(_rule(figure, tell) for figure in report.rules[:MOST_RULES]))


def late_issues(report: Report, library: Library, now: datetime) -> list[KnownIssue]:
    """Return the open issues whose next update is overdue, the longest first, while the period goes on."""
    issues = library.known_issues.values() if report.is_present else ()
    late = [issue for issue in issues if is_update_overdue(issue, now)]
    return sorted(late, key=lambda issue: (issue.next_update, issue.title))


def is_update_overdue(issue: KnownIssue, now: datetime) -> bool:
    """Tell whether an open issue's next word was due before now (the local time of the team)."""
    return issue.is_open and is_past(issue.next_update, now)


def told_issue(issue: KnownIssue, now: datetime) -> Iterator[str]:
    """Yield what is to be said of an issue: its age, its owner, its last word, when the next was due."""
    today, history = now.date(), history_of(issue)
    if not issue.is_open:
        yield "resolved"
    elif history.opened is not None:
        days = (today - history.opened).days
        yield f"open {counted(days, 'day')}" if days > 0 else "open since today"
    yield issue.owner or "no owner"
    if history.updated is not None:
        yield f"updated {short_day(history.updated, today)}"
    if is_update_overdue(issue, now):
        yield f"next update was due {told_moment(issue.next_update, today)}"


def _met(figure: UseFigure, library: Library, tell: Teller, now: datetime) -> Figure:
    issue = library.known_issues.get(figure.key)
    late = issue is not None and is_update_overdue(issue, now)
    title = issue.title if issue is not None else f"{figure.key} (no longer in the library)"
    line = Line(
        f"met:{figure.key}",
        title,
        counted(len(figure.tickets), "ticket"),
        " · ".join(told_issue(issue, now)) if issue is not None else "",
        f"{figure.ever} in all" if figure.ever > len(figure.tickets) else "",
        Tone.STOP if late else Tone.OPEN,
        "known-issue",
    )
    told = "Tickets that were linked to this known issue in this period."
    behind = tuple(_ticket(one, tell) for one in figure.tickets)
    return Figure(line, told, behind, f"{Kind.KNOWN_ISSUE}:{figure.key}" if issue is not None else "")


def _open_issue(issue: KnownIssue, now: datetime, tone: Tone) -> Line:
    return Line(
        f"{Kind.KNOWN_ISSUE}:{issue.id}",
        issue.title,
        note=" · ".join(told_issue(issue, now)),
        tone=tone,
        icon="known-issue",
    )


def _gap(gap: Gap, today: date) -> Line:
    noted = "noted by hand" if gap.noted else ""
    return Line(f"gap:{gap.query}", gap.query, note=told_gap(gap, today), remark=noted, icon="search")


def _inserted(figure: UseFigure, library: Library, tell: Teller) -> Figure:
    kind, _, record_id = figure.key.partition(":")
    record = record_named(library, kind, record_id)
    line = Line(
        f"inserted:{figure.key}",
        record.title if record is not None else f"{record_id} (no longer in the library)",
        f"{figure.times} ×",
        f"put into replies to {counted(len(figure.tickets), 'ticket')}",
        icon=next((icon for one, icon in KIND_ICONS.items() if one == kind), "document"),
    )
    told = "Tickets into whose draft it was put in this period, counted each time."
    behind = tuple(_ticket(one, tell) for one in figure.tickets)
    return Figure(line, told, behind, figure.key if record is not None else "")


def _overdue(article: Article, today: date) -> Line:
    due = due_on(article)
    return Line(
        f"{Kind.ARTICLE}:{article.id}",
        article.title,
        note=f"check due since {short_day(due, today)}" if due is not None else "",
        icon="document",
        heading=article.owner or "No owner",
    )


def _rule(figure: RuleFigure, tell: Teller) -> Figure:
    line = Line(
        f"rule:{figure.rule}",
        figure.rule,
        f"{figure.fixed} fixed",
        f"in {counted(len(figure.tickets), 'ticket')}",
        f"{figure.dismissed} dismissed" if figure.dismissed else "",
        icon="fix",
    )
    behind = tuple(
        _ticket(ticket_id, tell, value=_told_fates(fixed, dismissed))
        for ticket_id, fixed, dismissed in figure.tickets
    )
    return Figure(
        line, "Findings of this rule that were fixed or dismissed in this period, by ticket.", behind
    )


def _told_fates(fixed: int, dismissed: int) -> str:
    parts = [f"{fixed} fixed" if fixed else "", f"{dismissed} dismissed" if dismissed else ""]
    return " · ".join(filter(None, parts))


def _ticket(ticket_id: int, tell: Teller, value: str = "") -> Line:
    return tell.ticket(ticket_id, f"came {tell.moment(tell.report.tickets[ticket_id].came)}", value=value)
