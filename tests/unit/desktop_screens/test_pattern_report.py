"""What leaves the desk as a report: useful to others, and nothing of a customer in it."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from composer.mail.message import Address
from composer.tickets.gap_table import Gap
from composer.tickets.report import Report, report_on
from composer.tickets.report_period import periods
from composer.tickets.report_record import TicketRecord, Use
from desktop.report.figures import figures_of
from desktop.report.pattern_report import (
    WITHOUT_CUSTOMERS,
    figures_as_csv,
    figures_as_markdown,
    pattern_report,
)
from kb_content.library import Library
from tests.unit.tickets.report_desks import TEAM, at, desk, promise, reply, ticket

NOW = at("20 09:30")
WEEK = periods(NOW, ZoneInfo("Europe/Berlin"))[0]
SECRETS = ("Zelda Quint", "zelda@quint.example", "Where is my parcel", "Zelda gets it", "zelda quint refund")


def secretive(number: int) -> TicketRecord:
    """Return a ticket that takes part in every figure, with a customer whom nobody else may know."""
    uses = (Use("article:refunds", at("17 09:00")),) * 2
    return replace(
        ticket(
            number,
            "16 09:00",
            replies=(reply("17 10:00", 1, 2),),
            promises=(
                replace(promise("17 10:00"), words=SECRETS[3]),
                replace(promise(id=2), words=SECRETS[3]),
            ),
            issues=(Use("export-stops", at("17 09:00")),),
            inserted=uses if number % 2 else (),
        ),
        subject=SECRETS[2],
        customer=Address(*SECRETS[:2]),
    )


def made(library: Library, *tickets: TicketRecord) -> Report:
    """Return a report with a gap that quotes the customer."""
    gaps = (Gap(SECRETS[4], 3, at("10 09:00"), at("17 09:00")),)
    return report_on(replace(desk(*tickets), gaps=gaps), WEEK, library.team, NOW)


def test_nothing_of_a_customer_leaves(library: Library) -> None:
    """Neither name nor address nor subject nor promise nor what was searched; every text says so."""
    report = made(library, secretive(1), secretive(2), replace(secretive(3), issues=(), inserted=()))
    figures = figures_of(report, library)
    markdown, table = figures_as_markdown(report, figures, library), figures_as_csv(report, figures)
    for text in (pattern_report(report, library), markdown, table):
        assert not any(secret.casefold() in text.casefold() for secret in SECRETS)
    assert WITHOUT_CUSTOMERS in markdown


def test_what_the_product_team_reads(library: Library) -> None:
    """Known issues by their tickets with age, owner and last word; what nothing answered; what did."""
    left = (reply("17 10:00"),)
    met = (Use("export-stops", at("17 09:00")),)
    refunds = (Use("article:refunds", at("17 09:00")),)
    report = made(
        library,
        ticket(1, "16 09:00", replies=left, issues=met),
        ticket(2, "16 09:00", replies=left, issues=met, inserted=refunds),
        ticket(3, "16 09:00", replies=left, inserted=refunds),
        ticket(4, "16 09:00", replies=left),
    )
    assert pattern_report(report, library) == (
        "# Patterns from support: Mon 16 to Sun 22 Nov 2026\n\n"
        f"Counted as of Fri 20 Nov, 10:30 CET. {WITHOUT_CUSTOMERS}\n\n"
        "## Known issues that customers met\n\n"
        "- **The export stops**: 2 tickets (#1, #2); open 4 days; Ana Example; updated 16 Nov\n\n"
        "## What the library did not answer\n\n"
        "- 1 search found nothing, 3 times in all; the list stands in the library, below the search.\n"
        "- 1 of 4 answered tickets got no passage of the library and no known issue: #4\n\n"
        "## What answered most\n\n"
        "- **Refunds**: put in 2 ×, 2 tickets (#2, #3)\n"
    )


def test_an_overdue_word_is_told(folder: Path) -> None:
    """Whoever met the issue waits for it, also when nobody did this week."""
    file = folder / "known-issues/export-stops.md"
    text = file.read_text(encoding="utf-8").replace("2026-11-20 12:00", "2026-11-19 12:00")
    file.write_text(text, encoding="utf-8")
    library = Library.open(folder)
    assert (
        "## Known issues whose next update is overdue\n\n"
        "- **The export stops**: open 4 days; Ana Example; updated 16 Nov; "
        "next update was due 19 Nov, 12:00\n"
    ) in pattern_report(report_on(desk(), WEEK, TEAM, NOW), library)


def test_a_quiet_week_says_so(library: Library) -> None:
    """No empty headings."""
    quiet = report_on(desk(), WEEK, TEAM, NOW)
    assert pattern_report(quiet, library).endswith("\n\nNothing to tell from this period.\n")


def test_many_tickets_are_not_all_named_in_a_sentence(library: Library) -> None:
    """The table has every one."""
    report = made(library, *(ticket(number, "16 09:00") for number in range(1, 21)))
    figures = figures_of(report, library)
    markdown = figures_as_markdown(report, figures, library)
    assert "#11, #12 and 8 more" in markdown
    rows = list(csv.DictReader(io.StringIO(figures_as_csv(report, figures))))
    came = next(row for row in rows if row["Figure"] == "Came in")
    assert came["Tickets"].split() == [str(number) for number in range(1, 21)]
    assert (came["First day"], came["Part"], came["Value"]) == ("2026-11-16", "Tickets", "20")


def test_titles_break_neither_table(folder: Path) -> None:
    """A pipe in Markdown is escaped, a formula for a spreadsheet is none."""
    file = folder / "known-issues/export-stops.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("The export stops", '"=SUM(A1) | stops here"'), encoding="utf-8")
    library = Library.open(folder)
    report = made(library, secretive(1))
    figures = figures_of(report, library)
    assert "| =SUM(A1) \\| stops here |" in figures_as_markdown(report, figures, library)
    rows = list(csv.DictReader(io.StringIO(figures_as_csv(report, figures))))
    assert any(row["Figure"].startswith("'=SUM") for row in rows)
