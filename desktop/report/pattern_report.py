"""The report for others: patterns for the product team, and the figures as a table. Without Qt.

Both hold counts, titles of the team's own records and ticket numbers; no customer's name, address or
words: searches may quote a customer, so they are counted only.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from composer.tickets.report import Report, UseFigure
from desktop.library.records import record_named
from desktop.report.figures import told_moment, told_period
from desktop.report.knowledge_figures import late_issues, most_used, told_issue
from desktop.report.lines import Figure, counted
from desktop.team_time import local_time
from kb_content.library import Library

WITHOUT_CUSTOMERS = "No customer's name, address or words: counts, titles of our own and ticket numbers."
_MOST_NUMBERS = 12
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def pattern_report(report: Report, library: Library) -> str:
    """Return what the product team should know, as Markdown that reads well as plain text."""
    parts = [
        f"# Patterns from support: {told_period(report)}",
        f"Counted {told_moment(report)}. {WITHOUT_CUSTOMERS}",
    ]
    for heading, lines in (
        ("Known issues that customers met", _met(report, library)),
        ("Known issues whose next update is overdue", _late(report, library)),
        ("What the library did not answer", _missing(report)),
        ("What answered most", _used(report, library)),
    ):
        found = list(lines)
        if found:
            parts.append("\n".join([f"## {heading}", "", *found]))
    if len(parts) == 2:
        parts.append("Nothing to tell from this period.")
    return "\n\n".join(parts) + "\n"


def figures_as_markdown(report: Report, figures: Sequence[Figure], library: Library) -> str:
    """Return the patterns, and below them every figure as a table with its tickets."""
    rows = [
        f"| {_cell(figure.line.title)} | {_cell(figure.line.value)} | {_cell(_more(figure))} "
        f"| {_cell(_numbers(figure.tickets))} |"
        for figure in figures
    ]
    table = ["## All figures", "", "| Figure | Value | More | Tickets |", "|---|---|---|---|", *rows]
    return f"{pattern_report(report, library)}\n" + "\n".join(table) + "\n"


def figures_as_csv(report: Report, figures: Sequence[Figure]) -> str:
    """Return every figure as a row: period, part, figure, value, more, tickets (all numbers)."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["First day", "Last day", "Part", "Figure", "Value", "More", "Tickets"])
    for figure in figures:
        line, period = figure.line, report.period
        numbers = " ".join(map(str, figure.tickets))
        cells = (line.heading, line.title, line.value, _more(figure), numbers)
        table.writerow([period.first, period.last, *map(_harmless, cells)])
    return out.getvalue()


def _met(report: Report, library: Library) -> Iterator[str]:
    now = local_time(report.now, library.team.working_time.time_zone)
    for figure in report.issues:
        issue = library.known_issues.get(figure.key)
        if issue is None:
            continue
        details = [*filter(None, (issue.tracker, ", ".join(issue.products))), *told_issue(issue, now)]
        yield f"- **{_flat(issue.title)}**: {_tickets(figure)}; {'; '.join(map(_flat, details))}"


def _late(report: Report, library: Library) -> Iterator[str]:
    now = local_time(report.now, library.team.working_time.time_zone)
    for issue in late_issues(report, library, now):
        yield f"- **{_flat(issue.title)}**: {'; '.join(map(_flat, told_issue(issue, now)))}"


def _missing(report: Report) -> Iterator[str]:
    if report.gaps:
        searches = sum(gap.times for gap in report.gaps)
        yield (
            f"- {counted(len(report.gaps), 'search', 'searches')} found nothing, {searches} times in all; "
            "the list stands in the library, below the search."
        )
    if report.unaided:
        yield (
            f"- {len(report.unaided)} of {counted(len(report.answered), 'answered ticket')} got no passage "
            f"of the library and no known issue: {_numbers(report.unaided)}"
        )


def _used(report: Report, library: Library) -> Iterator[str]:
    for figure in most_used(report):
        kind, _, record_id = figure.key.partition(":")
        record = record_named(library, kind, record_id)
        if record is not None:
            yield f"- **{_flat(record.title)}**: put in {figure.times} ×, {_tickets(figure)}"


def _tickets(figure: UseFigure) -> str:
    in_all = f", {figure.ever} in all" if figure.ever > len(figure.tickets) else ""
    return f"{counted(len(figure.tickets), 'ticket')}{in_all} ({_numbers(figure.tickets)})"


def _numbers(tickets: Sequence[int]) -> str:
    shown = ", ".join(f"#{number}" for number in sorted(tickets)[:_MOST_NUMBERS])
    more = len(tickets) - _MOST_NUMBERS
    return f"{shown} and {more} more" if more > 0 else shown


def _more(figure: Figure) -> str:
    return " · ".join(filter(None, (figure.line.remark, figure.line.note)))


def _flat(text: str) -> str:
    """Return a title on one line, so that it begins nothing new in the text."""
    return " ".join(text.split())


def _cell(text: str) -> str:
    return _flat(text).replace("|", "\\|")


def _harmless(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
