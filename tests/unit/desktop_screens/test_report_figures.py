"""The figures of Report in words: every one is a line, and leads to what it counts."""

from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from composer.tickets.gap_table import Gap
from composer.tickets.report import Report, report_on
from composer.tickets.report_period import Period, periods
from composer.tickets.report_record import SettledFindings, TicketRecord, Use
from desktop.report.figures import figures_of, told_moment, told_period
from desktop.report.lines import Figure, Teller, hours
from desktop.widgets.tone import Tone
from kb_content.library import Library
from tests.unit.tickets.report_desks import TEAM, at, desk, promise, reply, ticket

NOW = at("20 09:30")
WEEK, LAST_WEEK = periods(NOW, ZoneInfo("Europe/Berlin"))[:2]
CLOCKS = """
[working_time]
time_zone = "Europe/Berlin"
[clocks]
first_reply_hours = 4
"""


@pytest.fixture
def library(folder: Path) -> Library:
    """The small library, of a team in Berlin that replies within four hours."""
    with (folder / "library.toml").open("a", encoding="utf-8") as file:
        file.write(CLOCKS)
    return Library.open(folder)


def figures(library: Library, *tickets: TicketRecord, gaps: tuple[Gap, ...] = ()) -> dict[str, Figure]:
    """Return this week's figures by their keys."""
    report = report_on(replace(desk(*tickets), gaps=gaps), WEEK, library.team, NOW)
    return {figure.line.key: figure for figure in figures_of(report, library)}


def keys(figure: Figure) -> list[str]:
    """Return what a figure's lines lead to."""
    return [line.key for line in figure.behind]


def test_what_counts_nothing_is_left_out(library: Library) -> None:
    """An empty desk has no figure."""
    assert figures(library) == {}


def test_tickets_lead_to_themselves(library: Library) -> None:
    """With number, customer and when they came, in the team's zone."""
    found = figures(library, ticket(1, "16 09:00", replies=(reply("16 10:00"),)), ticket(2, "19 09:00"))
    assert found["came"].line.value == "2"
    assert (keys(found["came"]), keys(found["answered"]), keys(found["waiting"])) == (
        ["ticket:1", "ticket:2"],
        ["ticket:1"],
        ["ticket:2"],
    )
    line = found["came"].behind[0]
    assert (line.title, line.note) == ("Matter 1", "#1 · Customer 1 · came Mon 16 Nov, 10:00")
    assert found["waiting"].behind[0].value == "8 h 30 min"
    assert line.spoken == "Matter 1, #1 · Customer 1 · came Mon 16 Nov, 10:00"


def test_a_clock_says_median_slowest_and_share(library: Library) -> None:
    """What still waits over the target stands on top, under a heading of its own."""
    found = figures(
        library,
        ticket(1, "16 09:00", replies=(reply("16 10:00"),)),
        ticket(2, "17 09:00", replies=(reply("17 15:00"),)),
        ticket(3, "18 09:00"),
    )
    first = found["first-reply"]
    assert (first.line.value, first.line.remark) == ("3 h 30 min", "1 of 3 within 4 h")
    assert first.line.note == "1 overdue · median of 2 · slowest 6 h"
    assert (first.line.tone, first.line.icon) == (Tone.WARN, "warning")
    assert [(line.key, line.heading, line.value, line.remark) for line in first.behind] == [
        ("ticket:3", "Overdue and still waiting", "16 h 30 min", "over 4 h"),
        ("ticket:2", "Replied", "6 h", "over 4 h"),
        ("ticket:1", "Replied", "1 h", ""),
    ]
    assert first.told.endswith("The target is 4 h.")


def test_a_clock_in_time_and_one_without_target(library: Library) -> None:
    """One wait needs no median; without a target nothing is judged."""
    found = figures(library, ticket(1, "16 09:00", replies=(reply("16 10:00", 0, 1),)))
    first, resolution = found["first-reply"].line, found["resolution"].line
    assert (first.remark, first.note, first.tone) == ("1 of 1 within 4 h", "", Tone.OK)
    assert (resolution.value, resolution.remark, resolution.icon) == ("1 h", "", "clock")
    assert figures(library, ticket(1, "17 09:00"))["first-reply"].line.value == "none yet"


def test_promises_by_what_became_of_them(library: Library) -> None:
    """The share opens all of them under headings; what went wrong has its own lines."""
    found = figures(
        library,
        ticket(1, "16 09:00", replies=(reply("16 10:00"),), promises=(promise("17 10:00", "17 09:00"),)),
        ticket(
            2,
            "16 09:00",
            "17 15:00",
            replies=(reply("16 10:00"),),
            promises=(promise("17 10:00", "18 10:00", id=2), promise(id=3)),
        ),
    )
    assert found["etas"].line.value == "1 of 2"
    assert [line.heading for line in found["etas"].behind] == ["Kept in time", "Kept late"]
    late = found["kept-late"].behind[0]
    assert (late.title, late.value) == ("You hear from me.", "1 d late")
    assert late.note == (
        "#2 · Customer 2 · due Tue 17 Nov, 11:00 · kept Wed 18 Nov, 11:00 · "
        "the customer wrote Tue 17 Nov, 16:00"
    )
    assert (found["asked-first"].line.value, found["undated"].line.value) == ("1", "1")


def test_questions_of_the_replies(library: Library) -> None:
    """The replies that left some open stand on top."""
    found = figures(
        library,
        ticket(1, "16 09:00", replies=(reply("16 10:00", 0, 2),)),
        ticket(2, "16 09:00", replies=(reply("16 11:00", 2, 3),)),
    )
    assert found["first-answers"].line.value == "3 of 5"
    assert [(line.key, line.value) for line in found["first-answers"].behind] == [
        ("ticket:2", "1 of 3"),
        ("ticket:1", "2 of 2"),
    ]
    assert (found["left-open"].line.value, found["left-open"].line.note) == ("2", "in 1 ticket")


def test_a_known_issue_is_told_with_its_age_and_its_last_word(library: Library) -> None:
    """And leads to its tickets and to itself; one that is gone from the library says so."""
    met = (Use("export-stops", at("17 09:00")), Use("deleted", at("17 09:00")))
    found = figures(
        library,
        ticket(1, "16 09:00", issues=met),
        ticket(2, "10 09:00", issues=(Use("export-stops", at("10 09:00")),)),
    )
    figure = found["met:export-stops"]
    assert (figure.line.title, figure.line.value, figure.line.remark) == (
        "The export stops",
        "1 ticket",
        "2 in all",
    )
    assert figure.line.note == "open 4 days · Ana Example · updated 16 Nov"
    assert (keys(figure), figure.record) == (["ticket:1"], "known-issue:export-stops")
    gone = found["met:deleted"]
    assert (gone.line.title, gone.record) == ("deleted (no longer in the library)", "")


def test_updates_and_checks_that_are_overdue(library: Library, folder: Path) -> None:
    """They lead to the known issue and to the article; they are of now, and in no report on the past."""
    text = (folder / "articles/billing/refunds.md").read_text(encoding="utf-8")
    (folder / "articles/billing/refunds.md").write_text(text.replace("180d", "30d"), encoding="utf-8")
    issue = (folder / "known-issues/export-stops.md").read_text(encoding="utf-8")
    (folder / "known-issues/export-stops.md").write_text(
        issue.replace("2026-11-20 12:00", "2026-11-20 09:00"), encoding="utf-8"
    )
    library = Library.open(folder)
    assert figures_of(report_on(desk(), LAST_WEEK, library.team, NOW), library) == ()
    found = figures(library)
    (late,) = found["updates-overdue"].behind
    assert (late.key, late.note) == (
        "known-issue:export-stops",
        "open 4 days · Ana Example · updated 16 Nov · next update was due 20 Nov, 09:00",
    )
    (check,) = found["reviews-overdue"].behind
    assert (check.key, check.heading, check.note) == (
        "article:refunds",
        "Ana Example",
        "check due since 12 Oct",
    )


def test_a_known_issue_without_any_date_is_told(library: Library, folder: Path) -> None:
    """Nobody is bound to look at it again; one with an ETA, or resolved, is not among them."""
    (folder / "known-issues/quiet.md").write_text(
        "---\nid: quiet\ntitle: It hums\nstatus: identified\n---\n\nIt does.\n", encoding="utf-8"
    )
    figure = figures(Library.open(folder))["issues-undated"]
    assert (keys(figure), figure.behind[0].note) == (["known-issue:quiet"], "no owner")


def test_what_the_library_answered_and_what_not(library: Library) -> None:
    """Records that went into replies at least twice; replies without any; searches without a hit."""
    used = Use("article:refunds", at("17 09:00"))
    left = (reply("17 10:00"),)
    found = figures(
        library,
        ticket(1, "16 09:00", replies=left, inserted=(used, Use("snippet:hello", at("17 09:00")))),
        ticket(2, "16 09:00", replies=left, inserted=(used,)),
        ticket(3, "16 09:00", replies=left),
        gaps=(Gap("gift cards", 3, at("10 09:00"), at("17 09:00")),),
    )
    figure = found["inserted:article:refunds"]
    assert (figure.line.title, figure.line.value, keys(figure)) == (
        "Refunds",
        "2 ×",
        ["ticket:1", "ticket:2"],
    )
    assert figure.record == "article:refunds"
    assert "inserted:snippet:hello" not in found
    assert (found["unaided"].line.value, keys(found["unaided"])) == ("1 of 3", ["ticket:3"])
    (gap,) = found["gaps"].behind
    assert (gap.key, gap.note) == ("gap:gift cards", "Searched 3 times, from 10 Nov to 17 Nov")


def test_findings_by_rule(library: Library) -> None:
    """With what was done in which ticket."""
    found = figures(
        library, ticket(1, "16 09:00", findings=(SettledFindings("vague-eta", at("17 09:00"), 2, 1),))
    )
    figure = found["rule:vague-eta"]
    assert (figure.line.value, figure.line.remark) == ("2 fixed", "1 dismissed")
    assert (figure.behind[0].key, figure.behind[0].value) == ("ticket:1", "2 fixed · 1 dismissed")
    assert figure.tickets == (1,)


def test_the_days_of_a_period_and_the_moment(library: Library) -> None:
    """Month and year are said once, where they are the same."""

    def told(first: date, last: date) -> str:
        period = Period("p", "", first, last, ZoneInfo("Europe/Berlin"))
        return told_period(report_on(desk(), period, TEAM, NOW))

    assert told(date(2026, 11, 16), date(2026, 11, 22)) == "Mon 16 to Sun 22 Nov 2026"
    assert told(date(2026, 10, 26), date(2026, 11, 1)) == "Mon 26 Oct to Sun 1 Nov 2026"
    assert told(date(2026, 12, 28), date(2027, 1, 3)) == "Mon 28 Dec 2026 to Sun 3 Jan 2027"
    assert told_moment(report_on(desk(), WEEK, TEAM, NOW)) == "as of Fri 20 Nov, 10:30 CET"


def test_moments_of_another_year_say_it() -> None:
    """Also a date that no zone can shift."""
    tell = Teller(Report(WEEK, NOW, {}))
    assert tell.moment(at("2025-06-30 09:00")) == "Mon 30 Jun 2025, 11:00"
    first = at("2026-01-01 00:00").replace(year=1, tzinfo=UTC)
    western = Period("p", "", WEEK.first, WEEK.last, ZoneInfo("America/New_York"))
    assert Teller(Report(western, NOW, {})).moment(first).startswith("Mon 1 Jan 1")


@pytest.mark.parametrize(
    ("minutes", "told"), [(0, "0 min"), (59, "59 min"), (60, "1 h"), (312, "5 h 12 min"), (6720, "112 h")]
)
def test_working_time_in_words(minutes: int, told: str) -> None:
    """Hours and minutes; days would be of eight hours or of 24."""
    assert hours(timedelta(minutes=minutes)) == told
