"""All figures of the report in their order, and the sentence above them. Without Qt."""

from composer.tickets.report import Report
from desktop.report.knowledge_figures import finding_figures, issue_figures, knowledge_figures
from desktop.report.lines import Figure, Teller
from desktop.report.ticket_figures import promise_figures, question_figures, ticket_figures, wait_figures
from desktop.team_time import local_time, short_moment
from kb_content.library import Library


def figures_of(report: Report, library: Library) -> tuple[Figure, ...]:
    """Return the figures of a report that count anything, those of one heading side by side."""
    tell = Teller(report)
    now = local_time(report.now, library.team.working_time.time_zone)
    return (
        *ticket_figures(report, tell),
        *wait_figures(report, tell),
        *promise_figures(report, tell),
        *question_figures(report, tell),
        *issue_figures(report, library, tell, now),
        *knowledge_figures(report, library, tell, now.date()),
        *finding_figures(report, tell),
    )


def told_period(report: Report) -> str:
    """Return the days of a period: ``Mon 16 to Sun 22 Nov 2026``."""
    first, last = report.period.first, report.period.last
    parts = [f"{first:%a} {first.day}"]
    if (first.year, first.month) != (last.year, last.month):
        parts.append(f"{first:%b}")
    if first.year != last.year:
        parts.append(str(first.year))
    return f"{' '.join(parts)} to {last:%a} {last.day} {last:%b} {last.year}"


def told_moment(report: Report) -> str:
    """Return as of when a report was counted: ``as of Fri 20 Nov, 10:30 CET``."""
    now = local_time(report.now, report.period.zone.key)
    return f"as of {short_moment(now, now.date())}"
