"""The desk gives its report what later changes would write over: moves, closings, counts, uses."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from composer.lint.usage import Usage
from composer.tickets.desk import Desk
from composer.tickets.report_record import (
    DeskRecord,
    FiledReply,
    PromiseMove,
    SettledFindings,
    TicketRecord,
    Use,
)
from composer.tickets.ticket import NewPromise, TicketStatus

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
MAIL = b"From: Ada <ada@park.example>\r\nSubject: Renewal\r\nMessage-ID: <%d@park.example>\r\n"
FIRST = MAIL % 1 + b"Date: Fri, 20 Nov 2026 09:00:00 +0000\r\n\r\nWhen does it renew?\r\n"
ANSWER = MAIL % 2 + b"In-Reply-To: <r@lantern.example>\r\n\r\nAnd why?\r\n"


class HandClock:
    """A clock that goes on when a test says so."""

    now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    desk = Desk.open(tmp_path / "desk.sqlite", clock=clock)
    yield desk
    desk.close()


def only_ticket(desk: Desk) -> TicketRecord:
    """Return the one ticket of a desk as its report sees it."""
    (ticket,) = desk.desk_record().tickets
    return ticket


def test_a_new_desk_has_nothing_to_report(desk: Desk) -> None:
    """No ticket, no gap."""
    assert desk.desk_record() == DeskRecord(changes=desk.changes())


def test_the_count_of_changes_grows_with_each_of_them(desk: Desk) -> None:
    """Reading is none; so what was read once holds until it grows."""
    before = desk.changes()
    desk.desk_record()
    desk.tickets()
    assert desk.changes() == before
    desk.note_gap("gift cards")
    assert desk.changes() > before
    assert desk.desk_record().gaps[0].query == "gift cards"


def test_a_ticket_with_its_mails_and_replies(desk: Desk, clock: HandClock) -> None:
    """A reply keeps what was open when it left, also when the next mail begins to count anew."""
    ticket = desk.add_mail(FIRST)
    desk.save_draft(ticket.id, "Soon.")
    desk.save_question_counts(ticket.id, open_questions=1, total_questions=3)
    desk.file_reply(ticket.id, b"raw", text="Soon.", message_id="<r@lantern.example>")
    clock.now += HOUR
    desk.add_mail(ANSWER)
    found = only_ticket(desk)
    assert found.mails == (NOON - 3 * HOUR, NOON + HOUR)
    assert found.replies == (FiledReply(NOON, 1, 3),)
    assert (found.status, found.open_questions, found.came) == (TicketStatus.OPEN, 0, NOON - 3 * HOUR)


def test_each_eta_that_was_replaced_is_remembered(desk: Desk, clock: HandClock) -> None:
    """With the moment of the move; keeping and reopening leave them alone."""
    ticket = desk.add_mail(FIRST)
    desk.file_reply(ticket.id, b"raw", promises=[NewPromise("You hear from me.", NOON + HOUR)])
    (promise,) = desk.open_promises()
    desk.move_promise(promise.id, NOON + 5 * HOUR, "Later.")
    clock.now += 2 * HOUR
    desk.move_promise(promise.id, NOON + 9 * HOUR, "Later still.")
    desk.keep_promise(promise.id)
    (found,) = only_ticket(desk).promises
    assert found.moves == (PromiseMove(NOON + HOUR, NOON), PromiseMove(NOON + 5 * HOUR, NOON + 2 * HOUR))
    assert (found.due, found.kept) == (NOON + 9 * HOUR, NOON + 2 * HOUR)


def test_when_a_ticket_was_closed(desk: Desk, clock: HandClock) -> None:
    """Until it is put back, a mail comes or a reply leaves."""
    ticket = desk.add_mail(FIRST)
    desk.close_ticket(ticket.id)
    assert only_ticket(desk).closed == NOON
    desk.reopen_ticket(ticket.id)
    assert only_ticket(desk).closed is None
    desk.close_ticket(ticket.id)
    desk.file_reply(ticket.id, b"raw", message_id="<r@lantern.example>")
    assert only_ticket(desk).closed is None
    desk.close_ticket(ticket.id)
    desk.add_mail(ANSWER)
    assert only_ticket(desk).closed is None


def test_what_went_into_a_reply_is_known_after_the_next_mail(desk: Desk) -> None:
    """The new draft begins without it, the report still counts it."""
    ticket = desk.add_mail(FIRST)
    desk.save_draft(ticket.id, "Soon.")
    desk.note_insert(ticket.id, "article:renewal", "r1")
    desk.link_issue(ticket.id, "crash")
    desk.file_reply(ticket.id, b"raw", text="Soon.", message_id="<r@lantern.example>")
    desk.add_mail(ANSWER)
    assert desk.insertions(ticket.id) == ()
    found = only_ticket(desk)
    assert (found.inserted, found.issues) == ((Use("article:renewal", NOON),), (Use("crash", NOON),))


def test_findings_are_remembered_with_their_ticket(desk: Desk) -> None:
    """What was only shown is not; a ticket that was erased meanwhile stops nothing."""
    ticket = desk.add_mail(FIRST)
    desk.count_usage({"vague-eta": Usage(3, 1, 1), "stuffy-phrase": Usage(shown=1)}, ticket.id)
    desk.count_usage({"vague-eta": Usage(0, 2, 0)}, ticket.id + 1)
    assert only_ticket(desk).findings == (SettledFindings("vague-eta", NOON, 1, 1),)
    assert desk.rule_usage()["vague-eta"] == Usage(3, 3, 1)


def test_nothing_of_an_erased_customer_is_left(desk: Desk) -> None:
    """Moves and findings go with the ticket."""
    ticket = desk.add_mail(FIRST)
    desk.file_reply(ticket.id, b"raw", promises=[NewPromise("You hear from me.", NOON + HOUR)])
    desk.move_promise(desk.open_promises()[0].id, NOON + 2 * HOUR, "Later.")
    desk.count_usage({"vague-eta": Usage(fixed=1)}, ticket.id)
    desk.erase_customer("ada@park.example")
    assert desk.desk_record().tickets == ()
    for table in ("promise_moves", "settled_findings"):
        assert desk._all(f"SELECT * FROM {table}") == []
