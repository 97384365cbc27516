"""What the queue says of a ticket."""

from datetime import UTC, datetime, timedelta

import pytest

from composer.mail.message import Address
from composer.tickets.ticket import Ticket, TicketStatus
from desktop.queue.rows import age, chosen, row_of, summary

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)

AGES = [
    (timedelta(seconds=-30), "now"),
    (timedelta(seconds=59), "now"),
    (timedelta(minutes=1), "1 min"),
    (timedelta(minutes=59, seconds=59), "59 min"),
    (timedelta(hours=1), "1 h"),
    (timedelta(hours=23, minutes=59), "23 h"),
    (timedelta(days=1), "1 d"),
    (timedelta(days=99), "99 d"),
    (timedelta(days=100), "14 w"),
    (timedelta(days=731), "2 y"),
]


@pytest.mark.parametrize(("passed", "words"), AGES)
def test_an_age_is_one_figure(passed: timedelta, words: str) -> None:
    """A clock that went backwards gives 'now'."""
    assert age(NOW - passed, NOW) == words


def ticket(number: int, **values: object) -> Ticket:
    """Return a ticket that waits since ``number`` hours."""
    table: dict[str, object] = {
        "subject": f"Subject {number}",
        "customer": Address("Mara Lind", "mara@shop.example"),
        "received": NOW - timedelta(hours=number),
        "status": TicketStatus.OPEN,
        "open_questions": 2,
        "total_questions": 3,
        "message_id": "",
    }
    return Ticket(id=number, **{**table, **values})  # type: ignore[arg-type]


def test_a_row_counts_what_is_answered() -> None:
    """The badge says answered of all."""
    row = row_of(ticket(5), NOW)
    assert (row.badge, row.age) == ("1/3", "5 h")
    assert "1 of 3 questions answered" in row.spoken


def test_a_mail_without_questions_has_no_badge() -> None:
    """Nothing to count is nothing to show."""
    assert row_of(ticket(1, open_questions=0, total_questions=0), NOW).badge == ""


def test_missing_words_have_stand_ins() -> None:
    """A row is never blank."""
    row = row_of(ticket(1, subject="", customer=Address()), NOW)
    assert (row.customer, row.subject) == ("Unknown sender", "No subject")


def test_the_filter_wants_all_words_somewhere() -> None:
    """Customer, address, subject and number are searched together."""
    tickets = (ticket(1), ticket(2, subject="Refund for order 9"))
    assert [t.id for t in chosen(tickets, None, "mara refund")] == [2]
    assert [t.id for t in chosen(tickets, None, "#1")] == [1]
    assert chosen(tickets, TicketStatus.CLOSED, "") == ()


def test_the_summary_names_the_oldest() -> None:
    """What waits longest is said first."""
    assert summary((ticket(30), ticket(2)), NOW) == "2 wait · oldest 1 d"
    assert summary((ticket(2, status=TicketStatus.CLOSED),), NOW) == "Nothing waits"
