"""The desk keeps what it acknowledged, in one file, and gives it back as it was."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.mail.message import Address
from composer.questions.answer_state import Decisions
from composer.tickets.desk import Desk
from composer.tickets.desk_file import DeskFailure
from composer.tickets.ticket import DismissalScope, NewPromise, TicketStatus

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class HandClock:
    """A clock that goes on when a test says so."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def mail(
    *,
    subject: str = "Renewal",
    sender: str = "Ada Park <ada@park.example>",
    message_id: str = "<1@park.example>",
    parent: str = "",
    date: str = "Fri, 20 Nov 2026 09:00:00 +0000",
    body: str = "When does it renew?",
) -> bytes:
    """Return the bytes of a small mail."""
    lines = [f"From: {sender}", "To: help@lantern.example", f"Subject: {subject}", f"Date: {date}"]
    lines += [f"Message-ID: {message_id}"] + ([f"In-Reply-To: {parent}"] if parent else [])
    return "\r\n".join([*lines, "", body, ""]).encode()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    desk = Desk.open(tmp_path / "desk.sqlite", clock=clock)
    yield desk
    desk.close()


def test_a_mail_becomes_a_ticket_and_keeps_its_bytes(desk: Desk) -> None:
    """A filed mail is a ticket of its sender, and its bytes are those that came."""
    raw = mail()
    ticket = desk.add_mail(raw)
    assert (ticket.subject, ticket.customer) == ("Renewal", Address("Ada Park", "ada@park.example"))
    assert ticket.received == datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    assert desk.message_bytes(ticket.id) == raw


def test_the_same_mail_twice_is_one_ticket(desk: Desk) -> None:
    """Importing a mail again gives the ticket that it has already."""
    assert desk.add_mail(mail()) == desk.add_mail(mail())
    assert len(desk.tickets()) == 1


def test_an_answer_joins_its_ticket_and_opens_it_again(desk: Desk) -> None:
    """The customer's next mail is found by what it answers, be it their mail or our reply."""
    ticket = desk.add_mail(mail())
    desk.file_reply(ticket.id, b"reply", message_id="<r@lantern.example>")
    assert desk.ticket(ticket.id).status is TicketStatus.REPLIED
    again = desk.add_mail(mail(message_id="<2@park.example>", parent="<r@lantern.example>", body="Thanks."))
    assert (again.id, again.status, again.messages) == (ticket.id, TicketStatus.OPEN, 2)
    assert desk.message_bytes(ticket.id).endswith(b"Thanks.\r\n")


def test_the_next_mail_starts_a_new_reply(desk: Desk) -> None:
    """The draft that left makes room, with all that belonged to it alone; its text is kept as sent."""
    ticket = desk.add_mail(mail())
    desk.save_draft(ticket.id, "It renews today.")
    desk.save_cc(ticket.id, ("b@park.example",))
    desk.attach(ticket.id, "a.pdf", b"%PDF")
    desk.dismiss(ticket.id, anchor="a", scope=DismissalScope.DRAFT, rule="vague-eta")
    desk.dismiss(ticket.id, anchor="b", scope=DismissalScope.RULE, rule="stuffy")
    desk.save_question_counts(ticket.id, open_questions=0, total_questions=1)
    desk.file_reply(ticket.id, b"reply", text="It renews today.", message_id="<r@lantern.example>")
    assert desk.draft(ticket.id).text == "It renews today."
    again = desk.add_mail(mail(message_id="<2@park.example>", parent="<r@lantern.example>", body="And why?"))
    assert (again.open_questions, again.total_questions) == (0, 0)
    assert desk.draft(ticket.id).revision == 0
    assert (desk.cc(ticket.id), desk.attached(ticket.id)) == (None, ())
    assert [dismissal.rule for dismissal in desk.dismissals(ticket.id)] == ["stuffy"]
    assert desk.replies(ticket.id)[0].text == "It renews today."


def test_a_draft_that_went_on_after_the_reply_stays(desk: Desk) -> None:
    """What was written since the reply, or never left, is the agent's."""
    ticket = desk.add_mail(mail())
    desk.file_reply(ticket.id, b"reply", text="It renews today.", message_id="<r@lantern.example>")
    desk.save_draft(ticket.id, "It renews today. PS")
    desk.add_mail(mail(message_id="<2@park.example>", parent="<r@lantern.example>", body="And why?"))
    assert desk.draft(ticket.id).text == "It renews today. PS"


def test_the_mails_to_answer_are_those_since_the_last_reply(desk: Desk, clock: HandClock) -> None:
    """The newest is always among them, however long ago it was answered."""
    first, second, third = (
        mail(
            message_id=f"<{n}@park.example>", parent="<1@park.example>" if n > 1 else "", date=f"{date} +0000"
        )
        for n, date in ((1, "20 Nov 2026 09:00:00"), (2, "20 Nov 2026 10:00:00"), (3, "20 Nov 2026 13:00:00"))
    )
    ticket = desk.add_mail(first)
    assert desk.mails_to_answer(ticket.id) == (first,)
    desk.add_mail(second)
    assert desk.mails_to_answer(ticket.id) == (first, second)
    desk.file_reply(ticket.id, b"reply")
    assert desk.mails_to_answer(ticket.id) == (second,)
    clock.now = clock.now + timedelta(hours=3)
    desk.add_mail(third)
    assert desk.mails_to_answer(ticket.id) == (third,)


def test_a_customer_can_be_named_where_the_mail_names_nobody(desk: Desk) -> None:
    """Pasted text has no sender: the ticket remembers whom the agent said."""
    ticket = desk.add_mail(b"Subject: Pasted\r\n\r\nHello\r\n")
    desk.name_customer(ticket.id, Address("Ada Park", "ada@park.example"))
    assert desk.ticket(ticket.id).customer == Address("Ada Park", "ada@park.example")


def test_the_queue_is_oldest_first(desk: Desk) -> None:
    """Tickets stand in the order in which customers wrote, however they were imported."""
    for number, day in enumerate((19, 17, 18)):
        desk.add_mail(
            mail(subject=str(day), message_id=f"<{number}@x.example>", date=f"{day} Nov 2026 09:00:00 +0000")
        )
    assert [ticket.subject for ticket in desk.tickets()] == ["17", "18", "19"]


def test_a_mail_from_the_future_counts_from_its_import(desk: Desk) -> None:
    """A date that can't be is not trusted: the clock of the desk says when the mail came."""
    ticket = desk.add_mail(mail(date="Fri, 20 Nov 2099 09:00:00 +0000"))
    assert ticket.received == NOON


def test_a_ticket_that_is_not_there_is_told_in_a_sentence(desk: Desk) -> None:
    """A number without a ticket is an expected failure."""
    with pytest.raises(DeskFailure, match="no ticket 7"):
        desk.ticket(7)


def test_drafts_count_their_revisions(desk: Desk, tmp_path: Path) -> None:
    """Each save raises the revision; the newest text is given back."""
    ticket = desk.add_mail(mail())
    assert desk.draft(ticket.id).revision == 0
    assert [desk.save_draft(ticket.id, text) for text in ("a", "ab")] == [1, 2]
    assert desk.draft(ticket.id).text == "ab"


def test_history_keeps_a_text_a_minute_and_every_big_cut(desk: Desk, clock: HandClock) -> None:
    """The history of a draft is short, and what was deleted at once can be had again."""
    ticket = desk.add_mail(mail())
    for text in ("one", "one two", "one two three"):
        desk.save_draft(ticket.id, text)
        clock.advance(1)
    assert [kept.text for kept in desk.revisions(ticket.id)] == ["one"]
    long = "word " * 40
    desk.save_draft(ticket.id, long)
    clock.advance(1)
    desk.save_draft(ticket.id, "")
    assert desk.revisions(ticket.id)[0].text == long
    clock.advance(61)
    desk.save_draft(ticket.id, "next")
    assert desk.draft(ticket.id).text == "next"


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_draft_comes_back_to_the_letter(desk: Desk, text: str) -> None:
    """No text is changed by saving it: no-break spaces, U+2028, NUL, CRLF, emoji."""
    ticket = desk.add_mail(mail())
    desk.save_draft(ticket.id, text)
    assert desk.draft(ticket.id).text == text


def test_the_revision_file_follows_the_disk(tmp_path: Path, clock: HandClock) -> None:
    """The seam for crash tests says which revision is durable."""
    desk = Desk.open(tmp_path / "desk.sqlite", clock=clock, revision_file=tmp_path / "revision")
    ticket = desk.add_mail(mail())
    desk.save_draft(ticket.id, "a")
    assert (tmp_path / "revision").read_text() == "1\n"
    desk.close()


def test_dismissals_reach_as_far_as_they_say(desk: Desk) -> None:
    """One for here or for this draft stays with its ticket; one for a rule holds everywhere."""
    first = desk.add_mail(mail())
    second = desk.add_mail(mail(message_id="<2@park.example>", body="Another."))
    desk.dismiss(first.id, anchor="a", scope=DismissalScope.HERE, rule="stuffy-phrase", words="kindly")
    number = desk.dismiss(first.id, anchor="", scope=DismissalScope.RULE, rule="vague-eta", reason="ours")
    assert [kept.rule for kept in desk.dismissals(first.id)] == ["stuffy-phrase", "vague-eta"]
    assert [kept.rule for kept in desk.dismissals(second.id)] == ["vague-eta"]
    desk.undismiss(number)
    assert desk.dismissals(second.id) == ()


def test_decisions_survive_a_restart(desk: Desk, clock: HandClock) -> None:
    """What was decided about questions is there when the desk is opened again."""
    ticket = desk.add_mail(mail())
    decisions = Decisions(dismissed=frozenset({"x"}), added=("y",), linked=(("a", "b"),), split=(("c", 3),))
    desk.save_decisions(ticket.id, decisions)
    desk.close()
    opened = Desk.open(desk.path, clock=clock)
    assert opened.decisions(ticket.id) == decisions
    opened.close()


def test_promises_are_filed_with_the_reply_and_kept_once(desk: Desk) -> None:
    """The most urgent promise stands first; a kept one is gone from the list."""
    ticket = desk.add_mail(mail())
    later, sooner = NewPromise("by Friday", NOON + timedelta(days=7)), NewPromise("tomorrow", NOON, "Noor")
    desk.file_reply(ticket.id, b"raw", text="draft", promises=[NewPromise("some day", None), later, sooner])
    assert [promise.words for promise in desk.open_promises()] == ["tomorrow", "by Friday", "some day"]
    desk.keep_promise(desk.open_promises()[0].id)
    assert [promise.words for promise in desk.open_promises()] == ["by Friday", "some day"]
    assert desk.replies(ticket.id)[0].raw == b"raw"


def test_the_texts_of_all_that_was_sent_are_known(desk: Desk) -> None:
    """Replies of every ticket, oldest first; one filed without its text says nothing."""
    first, second = desk.add_mail(mail()), desk.add_mail(mail(message_id="<other@park.example>"))
    desk.file_reply(second.id, b"raw", text="one")
    desk.file_reply(first.id, b"raw", text="two")
    desk.file_reply(first.id, b"raw")
    assert [(sent.ticket_id, sent.text) for sent in desk.sent_texts()] == [
        (second.id, "one"),
        (first.id, "two"),
    ]


def test_the_last_replies_to_others_are_known(desk: Desk) -> None:
    """The newest first, as many as asked for, none of the ticket's own."""
    first, second = desk.add_mail(mail()), desk.add_mail(mail(message_id="<other@park.example>"))
    for number in range(4):
        desk.file_reply(second.id, b"raw", text=f"reply {number}")
    desk.file_reply(first.id, b"raw", text="ours")
    assert desk.recent_texts(first.id, 2) == ("reply 3", "reply 2")


def test_a_kept_promise_can_be_taken_back(desk: Desk) -> None:
    """Taken back, it stands where it stood."""
    ticket = desk.add_mail(mail())
    desk.file_reply(ticket.id, b"raw", promises=[NewPromise("tomorrow", NOON)])
    (promise,) = desk.open_promises()
    desk.keep_promise(promise.id)
    desk.reopen_promise(promise.id)
    assert desk.open_promises() == (promise,)


def test_a_moved_promise_waits_to_be_told_and_is_told_once(desk: Desk) -> None:
    """The reply that names the new moment tells it, and files nothing twice."""
    ticket = desk.add_mail(mail())
    thursday = NOON + timedelta(days=6, hours=2)
    desk.file_reply(ticket.id, b"raw", promises=[NewPromise("tomorrow", NOON, "Noor")])
    desk.move_promise(desk.open_promises()[0].id, thursday, "by Thursday")
    (moved,) = desk.open_promises()
    assert (moved.words, moved.due, moved.owner, moved.told) == ("by Thursday", thursday, "Noor", False)
    told = [NewPromise("It is there by Thursday.", thursday, "Kim"), NewPromise("Both by then.", thursday)]
    desk.file_reply(ticket.id, b"raw", promises=told)
    assert [(p.id, p.words, p.told) for p in desk.open_promises()] == [
        (moved.id, "It is there by Thursday.", True),
        (moved.id + 1, "Both by then.", True),
    ]


def test_a_kept_promise_is_not_moved(desk: Desk) -> None:
    """What was kept meanwhile stays kept, and that is said."""
    ticket = desk.add_mail(mail())
    desk.file_reply(ticket.id, b"raw", promises=[NewPromise("tomorrow", NOON)])
    (promise,) = desk.open_promises()
    desk.keep_promise(promise.id)
    with pytest.raises(DeskFailure, match="kept or erased meanwhile"):
        desk.move_promise(promise.id, NOON, "later")


def test_a_reminder_is_taken_once_until_the_promise_moves(desk: Desk) -> None:
    """Neither a later look nor another start of the program brings it up again; a new ETA does."""
    ticket = desk.add_mail(mail())
    soon, later = NOON + timedelta(minutes=50), NOON + timedelta(hours=3)
    promises = [NewPromise("soon", soon), NewPromise("later", later), NewPromise("some day", None)]
    desk.file_reply(ticket.id, b"raw", promises=promises)
    in_an_hour = NOON + timedelta(hours=1)
    (taken,) = desk.take_reminders(in_an_hour)
    assert taken.words == "soon"
    assert desk.take_reminders(in_an_hour) == ()
    desk.move_promise(taken.id, later, "later still")
    assert desk.take_reminders(in_an_hour) == ()
    assert {promise.words for promise in desk.take_reminders(later)} == {"later", "later still"}


def test_known_issues_are_linked_once(desk: Desk) -> None:
    """Linking twice is linking once, and an issue knows its tickets."""
    ticket = desk.add_mail(mail())
    for _ in range(2):
        desk.link_issue(ticket.id, "late-renewals")
    assert desk.linked_issues(ticket.id) == ("late-renewals",)
    assert [linked.id for linked in desk.tickets_of_issue("late-renewals")] == [ticket.id]
    desk.unlink_issue(ticket.id, "late-renewals")
    assert desk.linked_issues(ticket.id) == ()


def test_a_failed_change_leaves_nothing_behind(desk: Desk) -> None:
    """A reply whose promise can't be written is not filed either."""
    ticket = desk.add_mail(mail())
    broken = NewPromise(words=None, due=None)  # type: ignore[arg-type]
    with pytest.raises(DeskFailure, match="nothing was changed"):
        desk.file_reply(ticket.id, b"raw", promises=[broken])
    assert desk.replies(ticket.id) == ()
    assert desk.ticket(ticket.id).status is TicketStatus.OPEN


def test_erasing_a_customer_leaves_no_byte_of_them(desk: Desk) -> None:
    """After erasing, neither the file nor its log nor a backup holds the customer's words."""
    ticket = desk.add_mail(mail(body="my secret is hunter2-CANARY"))
    desk.save_draft(ticket.id, "you said hunter2-CANARY")
    desk.save_draft(ticket.id, "")
    desk.back_up()
    assert desk.erase_customer("ADA@park.example") == 1
    desk.close()
    for path in desk.path.parent.rglob("*"):
        if path.is_file():
            assert b"hunter2-CANARY" not in path.read_bytes(), path.name
            assert b"park.example" not in path.read_bytes(), path.name


def test_the_file_is_for_its_owner_alone(desk: Desk) -> None:
    """Nobody else on the machine can read the desk."""
    assert desk.path.stat().st_mode & 0o077 == 0


def test_the_file_is_written_through(desk: Desk) -> None:
    """The pragmas that make an acknowledged save durable are on."""
    connection = desk._database.conn
    values = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema")
    }
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
    }


def test_damaged_text_in_a_row_is_shown_with_marks(desk: Desk, clock: HandClock) -> None:
    """One row whose bytes are no UTF-8 does not stop the list."""
    ticket = desk.add_mail(mail())
    desk.close()
    raw = sqlite3.connect(desk.path)
    raw.execute("UPDATE tickets SET subject = CAST(x'ff41' AS TEXT) WHERE id = ?", (ticket.id,))
    raw.commit()
    raw.close()
    opened = Desk.open(desk.path, clock=clock)
    assert opened.tickets()[0].subject == "\ufffdA"
    opened.close()


def test_copies_and_files_of_a_draft_are_kept(tmp_path: Path, clock: HandClock) -> None:
    """Over a restart, byte for byte; nobody is a choice, and none is none."""
    desk = Desk.open(tmp_path / "desk.sqlite", clock=clock)
    number = desk.add_mail(mail()).id
    assert desk.cc(number) is None
    desk.save_cc(number, ("a@park.example", "B <b@park.example>"))
    first = desk.attach(number, "a.bin", bytes(range(256)))
    assert desk.attach(number, "a.bin", bytes(range(256))) == first
    second = desk.attach(number, "a.bin", b"")
    desk.close()
    desk = Desk.open(tmp_path / "desk.sqlite", clock=clock)
    assert desk.cc(number) == ("a@park.example", "B <b@park.example>")
    assert desk.attached(number) == (first, second)
    desk.detach(first.id)
    desk.save_cc(number, ())
    assert (desk.cc(number), desk.attached(number)) == ((), (second,))
    desk.erase_customer("ada@park.example")
    assert desk.attached(number) == ()
    desk.close()


def test_attachments_have_a_limit_together(desk: Desk) -> None:
    """What most servers refuse is refused at once, and what was there stays."""
    number = desk.add_mail(mail()).id
    desk.attach(number, "large.zip", bytes(20 * 1024 * 1024))
    with pytest.raises(DeskFailure, match="25 MB"):
        desk.attach(number, "more.zip", bytes(6 * 1024 * 1024))
    assert [file.name for file in desk.attached(number)] == ["large.zip"]
