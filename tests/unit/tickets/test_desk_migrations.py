"""Every schema that was released opens: its rows are there, and what came since works on them."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from composer.tickets.desk import Desk
from composer.tickets.schema import VERSION

FIXTURES = Path(__file__).parent / "fixtures"
NOW = datetime(2026, 11, 23, 13, 30, tzinfo=UTC)
DUE = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_older_desk_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    """Ticket, draft, reply and promises are as they were; the promise due is brought to mind once."""
    path = tmp_path / "desk.sqlite"
    with closing(sqlite3.connect(path)) as made:
        made.executescript((FIXTURES / f"desk-v{version}.sql").read_text(encoding="utf-8"))
    desk = Desk.open(path, clock=lambda: NOW)
    (ticket,) = desk.tickets()
    assert (ticket.subject, ticket.customer.mail) == ("Renewal", "ada@park.example")
    assert desk.message_bytes(ticket.id).endswith(b"When does it renew?\r\n")
    assert desk.draft(ticket.id).text == "Hi Ada,\n"
    assert desk.replies(ticket.id)[0].text == "Hi Ada"
    dated, undated = desk.open_promises()
    assert (dated.due, dated.owner, dated.told, undated.due) == (DUE, "Kim Lee", True, None)
    assert desk.take_reminders(DUE) == (dated,)
    assert desk.take_reminders(DUE) == ()
    desk.save_cc(ticket.id, ("b@park.example",))
    assert desk.attached(ticket.id) == ()
    assert desk.attach(ticket.id, "a.pdf", b"%PDF") == desk.attached(ticket.id)[0]
    assert (undated.event, undated.look_again, undated.issue_id) == ("", None, "")
    desk.look_again(undated.id, DUE)
    assert [promise.id for promise in desk.open_promises_of(ticket.id)] == [dated.id, undated.id]
    assert [promise.id for promise in desk.take_reminders(DUE)] == [undated.id]
    desk.note_gap("gift cards")
    assert [gap.query for gap in desk.gaps()] == ["gift cards"]
    assert desk.record_drafts("library") == ()
    _takes_part_in_reports(desk)
    desk.close()
    with closing(sqlite3.connect(path)) as migrated:
        assert migrated.execute("PRAGMA user_version").fetchone() == (VERSION,)


def _takes_part_in_reports(desk: Desk) -> None:
    """What no older program kept is not known; from now on it is."""
    (before,) = desk.desk_record().tickets
    assert (before.closed, before.replies[0].total_questions, before.promises[0].moves) == (None, None, ())
    desk.move_promise(before.promises[0].id, NOW + timedelta(days=1), "Later.")
    desk.close_ticket(before.id)
    (after,) = desk.desk_record().tickets
    assert (after.closed, after.promises[0].moves[0].due_before) == (NOW, DUE)


def test_what_stood_in_a_draft_of_schema_6_still_does(tmp_path: Path) -> None:
    """An insertion of then is of the draft that is in hand."""
    path = tmp_path / "desk.sqlite"
    with closing(sqlite3.connect(path)) as made:
        made.executescript((FIXTURES / "desk-v6.sql").read_text(encoding="utf-8"))
    desk = Desk.open(path)
    assert [one.record_id for one in desk.insertions(1)] == ["article:refunds"]
    assert desk.record_drafts()[0].library_name == "Lantern"
    desk.close()


def test_unsaved_texts_of_an_older_program_are_still_there(tmp_path: Path) -> None:
    """Of these only the folder is known."""
    path = tmp_path / "desk.sqlite"
    with closing(sqlite3.connect(path)) as made:
        made.executescript((FIXTURES / "desk-v5.sql").read_text(encoding="utf-8"))
    desk = Desk.open(path)
    (draft,) = desk.record_drafts()
    assert (draft.library, draft.library_name, draft.record_id) == ("elsewhere", "", "refunds")
    desk.close()


def test_every_released_schema_has_its_fixture() -> None:
    """Whoever adds a migration leaves a desk of the schema before behind."""
    fixtures = {path.name for path in FIXTURES.glob("desk-v*.sql")}
    assert fixtures == {f"desk-v{version}.sql" for version in range(1, VERSION)}
