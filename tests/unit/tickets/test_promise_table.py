"""Promises without a day, and fix notices: brought to mind on our own day, told or kept by a reply."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from composer.tickets.desk import Desk
from composer.tickets.desk_file import DeskFailure
from composer.tickets.report_promises import undated
from composer.tickets.ticket import NewPromise, Ticket

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TUESDAY = NOON + timedelta(days=4)
EVENT = "as soon as accounting is back"
WAITING = NewPromise("As soon as accounting is back I send you the paper.", None, "Kim", EVENT, TUESDAY)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "desk.sqlite", clock=lambda: NOON)
    yield opened
    opened.close()


def ticket_of(desk: Desk, name: str) -> Ticket:
    mail = f"From: {name} <{name}@park.example>\nSubject: Paper\nMessage-ID: <{name}@park>\n\nWhere is it?\n"
    return desk.add_mail(mail.encode())


def test_a_promise_that_waits_is_brought_to_mind_on_our_day(desk: Desk) -> None:
    """Once; and again when it was put off, or not at all once it was kept."""
    desk.file_reply(ticket_of(desk, "ada").id, b"raw", promises=[WAITING])
    (promise,) = desk.open_promises()
    assert (promise.due, promise.event, promise.look_again, promise.told) == (None, EVENT, TUESDAY, True)
    assert desk.take_reminders(TUESDAY - timedelta(hours=1)) == ()
    assert desk.take_reminders(TUESDAY) == (promise,)
    assert desk.take_reminders(TUESDAY) == ()
    later = TUESDAY + timedelta(days=3)
    desk.look_again(promise.id, later)
    assert [again.look_again for again in desk.take_reminders(later)] == [later]
    desk.keep_promise(promise.id)
    with pytest.raises(DeskFailure, match="kept or erased meanwhile"):
        desk.look_again(promise.id, later)


def test_what_waits_for_the_same_event_is_filed_once(desk: Desk) -> None:
    """A reply that says it again says the same promise; its newer words and day count."""
    ticket = ticket_of(desk, "ada")
    later = NewPromise("You get it as soon as accounting is back.", None, "Noor", EVENT.title(), NOON)
    desk.file_reply(ticket.id, b"raw", promises=[WAITING])
    desk.file_reply(ticket.id, b"raw", promises=[later])
    (promise,) = desk.open_promises()
    assert (promise.words, promise.owner, promise.look_again) == (later.words, "Noor", NOON)


def test_an_eta_ends_the_waiting(desk: Desk) -> None:
    """Then it is a promise like others: due, and not told yet."""
    desk.file_reply(ticket_of(desk, "ada").id, b"raw", promises=[WAITING])
    desk.move_promise(desk.open_promises()[0].id, TUESDAY, "You get it by Tuesday.")
    (promise,) = desk.open_promises()
    assert (promise.due, promise.event, promise.look_again, promise.told) == (TUESDAY, "", None, False)


def test_a_reply_keeps_earlier_promises_of_its_own_ticket(desk: Desk) -> None:
    """Those that are named, and nobody else's."""
    ada, ben = ticket_of(desk, "ada"), ticket_of(desk, "ben")
    for ticket in (ada, ben):
        desk.file_reply(ticket.id, b"raw", promises=[WAITING])
    (of_ada,) = desk.open_promises_of(ada.id)
    (of_ben,) = desk.open_promises_of(ben.id)
    desk.file_reply(ada.id, b"raw", kept=[of_ada.id, of_ben.id])
    assert desk.open_promises() == (of_ben,)


def test_a_fix_is_owed_to_each_ticket_once(desk: Desk) -> None:
    """An open notice, or one that was given, is not filed again; a reply gives it."""
    ada, ben = ticket_of(desk, "ada"), ticket_of(desk, "ben")
    words = {ada.id: "Tell Ada that it is fixed.", ben.id: "Tell Ben that it is fixed."}
    assert desk.owe_fix_notices("late-renewals", {ada.id: words[ada.id]}, look_again=NOON) == 1
    assert desk.owe_fix_notices("late-renewals", words, look_again=NOON, owner="Kim") == 1
    first, second = desk.open_promises()
    assert (first.words, first.told, first.issue_id) == (words[ada.id], False, "late-renewals")
    desk.file_reply(ada.id, b"raw", kept=[first.id])
    assert desk.open_promises() == (second,)
    assert desk.fix_noticed("late-renewals") == {ada.id: True, ben.id: False}
    assert desk.owe_fix_notices("late-renewals", words, look_again=NOON) == 0


def test_only_what_nobody_looks_at_again_is_without_a_date(desk: Desk) -> None:
    """The report counts a promise that can be forgotten, not one that comes to mind."""
    forgotten = NewPromise("I come back to this.", None)
    desk.file_reply(ticket_of(desk, "ada").id, b"raw", promises=[WAITING, forgotten])
    assert [one.words for one in undated(desk.desk_record().tickets)] == [forgotten.words]
