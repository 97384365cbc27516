"""The three clocks: what counts as a wait, how long it was, in which period it stands."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from composer.tickets.report import targets_of, worked_time_for
from composer.tickets.report_period import Period, periods
from composer.tickets.report_record import TicketRecord
from composer.tickets.report_waits import (
    Clock,
    ClockFigure,
    clock_figures,
    reply_stretches,
    resolved_at,
    unanswered_since,
)
from composer.tickets.ticket import TicketStatus
from composer.when.calendar import calendar_of
from tests.unit.tickets.report_desks import TEAM, at, desk, promise, reply, ticket

NOW = at("20 09:30")  # a Friday, half past ten in Berlin
WEEK, LAST_WEEK = periods(NOW, ZoneInfo("Europe/Berlin"))[:2]


def clocks(*tickets: TicketRecord, period: Period = WEEK) -> dict[Clock, ClockFigure]:
    """Return the clocks of a desk in a period, in Berlin's working time."""
    worked = worked_time_for(desk(*tickets), calendar_of(TEAM.working_time), NOW)
    figures = clock_figures(tickets, period, now=NOW, worked=worked, targets=targets_of(TEAM))
    return {figure.clock: figure for figure in figures}


def test_first_and_next_replies_are_two_clocks() -> None:
    """The second wait begins with the first mail after the reply, however many follow."""
    one = ticket(1, "16 09:00", "17 09:00", "17 10:00", replies=(reply("16 11:00"), reply("17 13:00")))
    assert list(reply_stretches(one)) == [
        (Clock.FIRST, at("16 09:00"), at("16 11:00")),
        (Clock.NEXT, at("17 09:00"), at("17 13:00")),
    ]
    found = clocks(one)
    assert [wait.worked for wait in found[Clock.FIRST].ended] == [timedelta(hours=2)]
    assert [wait.worked for wait in found[Clock.NEXT].ended] == [timedelta(hours=4)]


def test_a_second_reply_to_the_same_mail_ends_no_wait() -> None:
    """Nobody waited for it."""
    one = ticket(1, "16 09:00", replies=(reply("16 11:00"), reply("16 12:00")))
    assert [clock for clock, _, _ in reply_stretches(one)] == [Clock.FIRST]


def test_a_wait_counts_where_it_ended() -> None:
    """A mail of Friday afternoon, answered on Monday: one working hour and a half, in Monday's week."""
    one = ticket(1, "13 15:00", replies=(reply("16 08:30"),))
    assert Clock.FIRST not in clocks(one, period=LAST_WEEK)
    assert clocks(one)[Clock.FIRST].ended[0].worked == timedelta(hours=1.5)


def test_a_ticket_that_waits_counts_once_it_is_over_its_target() -> None:
    """Or a desk that never replies would look quick; below its target it is not decided yet."""
    late, fresh = ticket(1, "18 09:00"), ticket(2, "20 08:00")
    answered = ticket(3, "19 09:00", replies=(reply("19 10:00"),))
    first = clocks(late, fresh, answered)[Clock.FIRST]
    assert [wait.ticket_id for wait in first.running] == [1]
    assert [wait.ticket_id for wait in first.ended] == [3]
    assert (first.within, first.all) == (1, 2)
    assert first.is_over(first.running[0])
    assert clocks(late)[Clock.FIRST].median is None
    assert Clock.FIRST not in clocks(late, period=LAST_WEEK)


def test_the_median_is_the_middle_of_the_list() -> None:
    """Of an even number, between the two in the middle."""
    waits = [("16 09:00", "16 10:00"), ("17 09:00", "17 11:00"), ("18 09:00", "18 12:00")]
    tickets = [ticket(n, came, replies=(reply(sent),)) for n, (came, sent) in enumerate(waits, 1)]
    assert clocks(*tickets)[Clock.FIRST].median == timedelta(hours=2)
    assert clocks(*tickets[:2])[Clock.FIRST].median == timedelta(hours=1.5)


def test_without_a_target_only_what_ended_counts() -> None:
    """And nothing is over it."""
    tickets = (ticket(1, "16 09:00"), ticket(2, "16 09:00", replies=(reply("19 09:00"),)))
    worked = worked_time_for(desk(*tickets), calendar_of(TEAM.working_time), NOW)
    (first, *_) = clock_figures(tickets, WEEK, now=NOW, worked=worked, targets={})
    assert [wait.ticket_id for wait in first.ended] == [2]
    assert (first.running, first.target, first.within) == ((), None, 1)


def test_what_was_closed_without_a_reply_was_not_waited_for() -> None:
    """Neither clock runs, for a ticket that an older program closed, too."""
    assert clocks(ticket(1, "16 09:00", closed="16 10:00")) == {}
    assert clocks(ticket(1, "16 09:00", status=TicketStatus.CLOSED)) == {}


def test_a_ticket_put_back_by_hand_waits_for_no_reply() -> None:
    """Nobody knows since when; the clocks leave it out."""
    one = ticket(1, "16 09:00", replies=(reply("16 10:00"),), status=TicketStatus.OPEN)
    assert unanswered_since(one) is None
    assert Clock.NEXT not in clocks(one)


@pytest.mark.parametrize(
    ("one", "resolved"),
    [
        (ticket(1, "16 09:00", replies=(reply("16 10:00", 0, 2),)), "16 10:00"),
        (ticket(1, "16 09:00", replies=(reply("16 10:00", 1, 2),)), ""),
        (ticket(1, "16 09:00", replies=(reply("16 10:00", 1, 2),), closed="17 10:00"), "17 10:00"),
        (ticket(1, "16 09:00", replies=(reply("16 10:00", 0, 2),), closed="18 10:00"), "16 10:00"),
        (ticket(1, "16 09:00", "17 09:00", replies=(reply("16 10:00", 0, 2),)), ""),
        (ticket(1, "16 09:00", replies=(reply("16 10:00"),), open_questions=1), ""),
        (ticket(1, "16 09:00", replies=(reply("16 10:00"),), promises=(promise("18 10:00"),)), ""),
        (
            ticket(1, "16 09:00", replies=(reply("16 10:00"),), promises=(promise("18 10:00", "17 10:00"),)),
            "17 10:00",
        ),
        (ticket(1, "16 09:00", closed="16 10:00"), ""),
    ],
    ids=(
        "everything answered",
        "a question left open",
        "closed all the same",
        "tidied away later",
        "the customer wrote again",
        "an older program's reply",
        "a promise open",
        "a promise kept",
        "closed without a reply",
    ),
)
def test_resolved_is_when_nothing_is_left_open(one: TicketRecord, resolved: str) -> None:
    """Every question answered and every promise kept, or closed by hand."""
    assert resolved_at(one) == (at(resolved) if resolved else None)


def test_the_resolution_of_a_promise_runs_until_it_is_kept() -> None:
    """From the first mail, in working time, over the target of 40 hours."""
    slow = ticket(
        1, "09 09:00", replies=(reply("09 10:00", 0, 1),), promises=(promise("16 10:00", "17 09:00"),)
    )
    figure = clocks(slow)[Clock.RESOLUTION]
    assert figure.ended[0].worked == timedelta(hours=48)
    assert figure.within == 0
