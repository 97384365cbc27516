"""The report on hand-made desks: every figure, and the tickets that it counts."""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from composer.tickets.gap_table import Gap
from composer.tickets.report import Asked, Report, report_on, targets_of
from composer.tickets.report_issues import IssueHistory, history_of
from composer.tickets.report_period import periods
from composer.tickets.report_record import DeskRecord, SettledFindings, TicketRecord, Use
from composer.tickets.report_waits import Clock
from composer.tickets.ticket import TicketStatus
from kb_content.known_issue import KnownIssue
from kb_content.team import Team
from tests.unit.tickets.report_desks import TEAM, at, desk, promise, reply, ticket

NOW = at("20 09:30")
WEEK, LAST_WEEK = periods(NOW, ZoneInfo("Europe/Berlin"))[:2]


def report(*tickets: TicketRecord, **values: object) -> Report:
    """Return this week's report on a desk."""
    return report_on(replace(desk(*tickets), **values), WEEK, TEAM, NOW)  # type: ignore[arg-type]


def test_an_empty_desk_has_no_figure() -> None:
    """Nothing is counted, and nothing breaks."""
    found = report_on(DeskRecord(), WEEK, Team(), NOW)
    assert not any((found.came, found.answered, found.waiting, found.clocks, found.etas, found.issues))


def test_tickets_that_came_were_answered_and_closed() -> None:
    """A ticket of last week that was answered in this one counts as answered."""
    found = report(
        ticket(1, "12 09:00", replies=(reply("16 09:00"),)),
        ticket(2, "17 09:00", replies=(reply("17 10:00"),)),
        ticket(3, "17 09:00", closed="17 09:30"),
        ticket(4, "12 09:00", closed="13 09:00"),
    )
    assert (found.came, found.answered, found.closed) == ((2, 3), (1, 2), (3,))


def test_what_waits_is_what_the_queue_says() -> None:
    """Longest first, with those put back by hand; last week's report knows only what came by then."""
    desk_now = desk(
        ticket(1, "18 09:00"),
        ticket(2, "12 09:00", "19 09:00", replies=(reply("12 10:00"),)),
        ticket(3, "10 09:00", replies=(reply("10 10:00"),), status=TicketStatus.OPEN),
        ticket(4, "18 09:00", replies=(reply("18 10:00"),)),
    )
    found = report_on(desk_now, WEEK, TEAM, NOW)
    assert [wait.ticket_id for wait in found.waiting] == [3, 1, 2]
    assert found.waiting[1].worked == timedelta(hours=16.5)
    assert [wait.ticket_id for wait in report_on(desk_now, LAST_WEEK, TEAM, NOW).waiting] == [3, 2]


def test_questions_of_first_replies_and_what_was_left_open() -> None:
    """What an older program filed has no counts; what the customer took up since is no longer open."""
    found = report(
        ticket(1, "16 09:00", replies=(reply("16 10:00", 1, 3),)),
        ticket(2, "16 09:00", "17 09:00", replies=(reply("16 10:00", 2, 2), reply("17 10:00", 0, 1))),
        ticket(3, "16 09:00", replies=(reply("16 10:00"),), open_questions=2),
        ticket(4, "16 09:00", replies=(reply("16 10:00", 0, 0),)),
    )
    assert found.first_replies == (Asked(1, at("16 10:00"), 1, 3), Asked(2, at("16 10:00"), 2, 2))
    assert found.left_open == (Asked(1, at("16 10:00"), 1, 3),)


def test_known_issues_by_the_tickets_that_met_them() -> None:
    """The most met first; what was linked before counts in ``ever`` alone."""
    crash, slow = Use("crash", at("17 09:00")), Use("slow", at("17 09:00"))
    found = report(
        ticket(1, "16 09:00", issues=(slow,)),
        ticket(2, "16 09:00", issues=(crash, slow)),
        ticket(3, "10 09:00", issues=(Use("crash", at("10 09:00")),)),
    )
    figures = [(figure.key, figure.tickets, figure.ever) for figure in found.issues]
    assert figures == [("slow", (1, 2), 2), ("crash", (2,), 2)]


def test_records_by_their_use_and_replies_without_any() -> None:
    """Twice in one draft is two uses in one ticket; a linked issue is knowledge, too."""
    refunds = Use("article:refunds", at("17 09:00"))
    left = (reply("17 10:00"),)
    found = report(
        ticket(1, "16 09:00", replies=left, inserted=(refunds, refunds)),
        ticket(2, "16 09:00", replies=left),
        ticket(3, "16 09:00", replies=left, issues=(Use("crash", at("17 09:00")),)),
        ticket(4, "16 09:00"),
    )
    (figure,) = found.inserted
    assert (figure.key, figure.times, figure.tickets) == ("article:refunds", 2, (1,))
    assert found.unaided == (2,)


def test_findings_by_rule_without_what_was_taken_back() -> None:
    """Each rule leads to its tickets."""
    found = report(
        ticket(
            1,
            "16 09:00",
            findings=(
                SettledFindings("vague-eta", at("17 09:00"), 2, 1),
                SettledFindings("vague-eta", at("17 10:00"), 0, -1),
                SettledFindings("stuffy-phrase", at("17 10:00"), 0, 1),
                SettledFindings("stuffy-phrase", at("17 11:00"), 0, -1),
                SettledFindings("long-sentence", at("10 11:00"), 5, 0),
            ),
        ),
        ticket(2, "16 09:00", findings=(SettledFindings("vague-eta", at("17 09:00"), 1, 0),)),
    )
    (figure,) = found.rules
    assert (figure.rule, figure.fixed, figure.dismissed) == ("vague-eta", 3, 0)
    assert figure.tickets == ((1, 2, 0), (2, 1, 0))


def test_gaps_and_promises_of_the_period() -> None:
    """A gap counts where it was last met; promises without a date are those of now."""
    here = Gap("gift cards", 3, at("10 09:00"), at("17 09:00"))
    before = Gap("sms", 1, at("10 09:00"), at("10 09:00"))
    one = ticket(1, "16 09:00", promises=(promise(), promise("17 10:00", id=2)))
    found = report(one, gaps=(here, before))
    assert found.gaps == (here,)
    assert ([eta.promise_id for eta in found.etas], [p.promise_id for p in found.undated]) == ([2], [1])
    assert report_on(desk(one), LAST_WEEK, TEAM, NOW).undated == ()


def test_targets_are_those_of_the_team() -> None:
    """A clock without hours has none."""
    assert targets_of(replace(TEAM, next_reply_hours=0)) == {
        Clock.FIRST: timedelta(hours=4),
        Clock.RESOLUTION: timedelta(hours=40),
    }


def test_the_age_of_a_known_issue_is_read_from_its_history() -> None:
    """The first and the last dated line; none where nobody wrote one, or what it names is no day."""
    body = (
        "It stops.\n\n## Updates\n\n- **2026-11-09 13:00, Noor:** Planned for 2026-12-15.\n"
        "- **2026-10-20, Ines:** Opened.\n* 2026-99-99: never\n"
    )
    issue = KnownIssue("crash", "It crashes", body, "known-issues/crash.md", "r1")
    assert history_of(issue) == IssueHistory(date(2026, 10, 20), date(2026, 11, 9))
    assert history_of(replace(issue, body="Opened on 2026-10-20.")) == IssueHistory(None, None)
