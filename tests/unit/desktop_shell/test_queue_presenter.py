"""The queue's presenter, with a desk, a reader and a screen that are lists."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from composer.mail.lines import Line, Role
from composer.mail.message import Address, Message
from composer.questions.question import AnswerType, Form, Question
from composer.questions.understood import UnderstoodMail
from composer.tickets.ticket import Ticket, TicketStatus
from desktop.queue.mail_import import Imported, ImportFailure, MailImport, told_import
from desktop.queue.presenter import QueuePresenter
from desktop.queue.rows import TicketRow
from kb_content.failure import Failure
from kb_content.team import Team
from tests.by_hand import AtOnce

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


class FakeReader:
    """Takes the first line for the subject; refuses what says so."""

    def read(self, raw: bytes, suffix: str = ".eml") -> Message:
        if b"refuse" in raw:
            raise ImportFailure("This is no mail.")
        return Message(
            subject=raw.decode().split("\n")[0], sender=Address("Mara", "m@x.example"), text="How?"
        )

    def read_pasted(self, text: str, html: str) -> Message:
        return Message(subject="", sender=Address(), text=text or "from html", text_format="plain")

    def understand(self, message: Message, team: Team | None = None) -> UnderstoodMail:
        question = Question("q1", "How?", Form.INTERROGATIVE, AnswerType.HOW_TO, 1, 0, 4)
        return UnderstoodMail(message, (Line("How?", Role.OWN, 0),), "en", (question,))


class FakeDesk:
    """A desk in memory."""

    def __init__(self) -> None:
        self.rows: list[Ticket] = []
        self.counts: dict[int, int] = {}
        self.broken = False

    def add_mail(self, raw: bytes, message: Message | None = None) -> Ticket:
        number = len(self.rows) + 1
        subject = message.subject if message else ""
        received = NOW - timedelta(hours=number)
        row = Ticket(number, subject, Address("Mara"), received, TicketStatus.OPEN, 0, 0, "")
        self.rows.append(row)
        return row

    def save_question_counts(self, ticket_id: int, *, open_questions: int, total_questions: int) -> None:
        self.counts[ticket_id] = total_questions

    def tickets(self) -> tuple[Ticket, ...]:
        if self.broken:
            raise Failure("The desk is locked.")
        return tuple(self.rows)

    def close_ticket(self, ticket_id: int) -> None:
        self._set(ticket_id, TicketStatus.CLOSED)

    def reopen_ticket(self, ticket_id: int) -> None:
        self._set(ticket_id, TicketStatus.OPEN)

    def _set(self, ticket_id: int, status: TicketStatus) -> None:
        old = self.rows[ticket_id - 1]
        self.rows[ticket_id - 1] = Ticket(old.id, old.subject, old.customer, old.received, status, 0, 0, "")


class FakeScreen:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.rows: list[int] = []
        self.nothing = ""
        self.first_time = False
        self.chosen = 0
        self.summary = ""
        self.busy: list[str] = []
        self.status: TicketStatus | None = TicketStatus.OPEN
        self.elsewhere = 0

    def show_rows(self, rows: Sequence[TicketRow]) -> None:
        self.rows, self.nothing = [row.id for row in rows], ""

    def show_nothing(self, sentence: str, *, first_time: bool, elsewhere: int = 0) -> None:
        self.rows, self.nothing, self.first_time = [], sentence, first_time
        self.elsewhere = elsewhere

    def show_status(self, status: TicketStatus | None) -> None:
        self.status = status

    def show_summary(self, sentence: str) -> None:
        self.summary = sentence

    def show_busy(self, sentence: str) -> None:
        self.busy.append(sentence)

    def choose(self, ticket_id: int) -> None:
        self.chosen = ticket_id


class Stage:
    """A presenter with everything around it."""

    def __init__(self) -> None:
        self.screen, self.desk = FakeScreen(), FakeDesk()
        self.opened: list[int] = []
        self.waiting: list[int] = []
        self.said: list[tuple[str, str]] = []
        self.undo: Callable[[], object] | None = None
        self.demo: list[Path] = []
        lane = AtOnce()
        self.presenter = QueuePresenter(
            view=self.screen,
            desk=self.desk,
            mail_import=MailImport(desk=self.desk, reader=FakeReader(), team=lambda: None),
            writes=lane,
            reads=lane,
            clock=lambda: NOW,
            opened=self.opened.append,
            waiting=self.waiting.append,
            say=self.say,
            demo_mails=lambda: self.demo,
        )

    def say(
        self, text: str, kind: str = "ok", *, action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        self.said.append((kind, text))
        self.undo = run


@pytest.fixture
def stage() -> Stage:
    """An empty desk."""
    return Stage()


def mails(folder: Path, *texts: str) -> list[Path]:
    """Write mails and return their files."""
    files = []
    for number, text in enumerate(texts, start=1):
        file = folder / f"{number}.eml"
        file.write_text(text, encoding="utf-8")
        files.append(file)
    return files


def test_an_empty_desk_says_what_to_do(stage: Stage) -> None:
    """The first time there is an action."""
    stage.presenter.refresh()
    assert stage.screen.nothing
    assert stage.screen.first_time


def test_one_opened_mail_is_a_ticket_and_opens(stage: Stage, tmp_path: Path) -> None:
    """The way from a file to the ticket is one act; its questions are counted."""
    stage.presenter.files_chosen(mails(tmp_path, "Hello"))
    assert stage.opened == [1]
    assert stage.desk.counts == {1: 1}
    assert stage.screen.chosen == 1
    assert stage.screen.busy == ["Reading the mail…", ""]


def test_many_mails_fill_the_queue_and_none_opens(stage: Stage, tmp_path: Path) -> None:
    """The agent chooses."""
    stage.presenter.files_chosen(mails(tmp_path, "A", "B", "C"))
    assert stage.opened == []
    assert stage.screen.rows == [1, 2, 3]
    assert stage.waiting[-1] == 3


def test_a_bad_file_is_told_by_name_and_the_rest_goes_on(stage: Stage, tmp_path: Path) -> None:
    """One sentence; the others are there."""
    stage.presenter.files_chosen([*mails(tmp_path, "A", "refuse", "C"), tmp_path / "missing.eml"])
    assert stage.screen.rows == [1, 2]
    kind, words = stage.said[-1]
    assert kind == "warn"
    assert words.startswith("2 mails are in the queue. 2.eml: This is no mail. missing.eml: It can't be read")


def test_a_dropped_folder_gives_its_mails(stage: Stage, tmp_path: Path) -> None:
    """Other files in it are left alone."""
    mails(tmp_path, "A", "B")
    (tmp_path / "picture.png").write_bytes(b"x")
    stage.presenter.files_chosen([tmp_path])
    assert stage.screen.rows == [1, 2]


def test_a_folder_without_mails_is_told(stage: Stage, tmp_path: Path) -> None:
    """Silence would leave one waiting."""
    stage.presenter.files_chosen([tmp_path])
    kind, words = stage.said[-1]
    assert kind == "warn"
    assert words.startswith("There is no mail in it")


def test_of_many_bad_files_three_are_named(stage: Stage, tmp_path: Path) -> None:
    stage.presenter.files_chosen(mails(tmp_path, *["refuse"] * 5))
    words = stage.said[-1][1]
    assert "3.eml" in words
    assert "4.eml" not in words
    assert words.endswith("2 more could not be read either.")


def test_more_files_than_are_taken_at_once_are_told() -> None:
    row = Ticket(1, "A", Address("Mara"), NOW, TicketStatus.OPEN, 0, 0, "")
    told, kind = told_import(Imported((row, row), left_out=7))
    assert kind == "warn"
    assert told == "2 mails are in the queue. 7 more files were left: bring them in a second time."


def test_what_came_is_listed_whatever_was_listed_before(stage: Stage, tmp_path: Path) -> None:
    """Under "Closed" nobody would see it."""
    stage.presenter.files_chosen(mails(tmp_path, "A", "B"))
    stage.presenter.status_chosen(TicketStatus.CLOSED)
    stage.presenter.files_chosen(mails(tmp_path, "C", "D"))
    assert stage.screen.status is TicketStatus.OPEN
    assert len(stage.screen.rows) == 4


def test_words_found_in_another_list_lead_there(stage: Stage, tmp_path: Path) -> None:
    """A customer who calls about a closed ticket is not unknown."""
    stage.presenter.files_chosen(mails(tmp_path, "Refund", "B"))
    stage.presenter.close_chosen(1)
    stage.presenter.words_changed("refund")
    assert (stage.screen.nothing, stage.screen.elsewhere) == ("No waiting ticket has “refund”.", 1)
    stage.presenter.elsewhere_chosen()
    assert (stage.screen.status, stage.screen.rows) == (None, [1])


def test_pasted_text_becomes_a_mail(stage: Stage) -> None:
    """It is filed with bytes of its own."""
    stage.presenter.pasted("Where is my order? It was due last week already.", "")
    assert stage.desk.rows[0].subject.startswith("Subject: Where is my order?")
    assert stage.opened == [1]


def test_an_empty_clipboard_is_told(stage: Stage) -> None:
    """Nothing is filed."""
    stage.presenter.pasted("  ", "")
    assert stage.desk.rows == []
    assert stage.said[-1][0] == "info"


def test_a_closed_ticket_goes_and_can_come_back(stage: Stage, tmp_path: Path) -> None:
    """The notice takes it back; the choice goes to the neighbour."""
    stage.presenter.files_chosen(mails(tmp_path, "A", "B"))
    stage.presenter.close_chosen(1)
    assert stage.screen.rows == [2]
    assert stage.screen.chosen == 2
    assert stage.undo is not None
    stage.undo()
    assert stage.screen.rows == [1, 2]


def test_filters_explain_an_empty_list(stage: Stage, tmp_path: Path) -> None:
    """What is not there is said in words."""
    stage.presenter.files_chosen(mails(tmp_path, "A", "B"))
    stage.presenter.words_changed("refund")
    assert stage.screen.nothing == "No waiting ticket has “refund”."
    stage.presenter.words_changed("")
    stage.presenter.status_chosen(TicketStatus.CLOSED)
    assert stage.screen.nothing == "No ticket is closed."
    assert not stage.screen.first_time


def test_neighbours_follow_what_is_shown(stage: Stage, tmp_path: Path) -> None:
    """Next and previous stop at the ends."""
    stage.presenter.files_chosen(mails(tmp_path, "A", "B"))
    assert stage.presenter.neighbour(1, 1) == 2
    assert stage.presenter.neighbour(2, 1) == 0
    assert stage.presenter.neighbour(1, -1) == 0
    assert stage.presenter.has_shown(2)
    stage.presenter.status_chosen(TicketStatus.REPLIED)
    assert not stage.presenter.has_shown(2)


def test_a_desk_that_fails_is_told(stage: Stage) -> None:
    """Its sentence is shown until it is read."""
    stage.desk.broken = True
    stage.presenter.refresh()
    assert stage.said == [("stop", "The desk is locked.")]


def test_missing_demo_mails_are_told(stage: Stage) -> None:
    """A half-made build says so."""
    stage.presenter.demo_chosen()
    assert stage.said[-1][0] == "warn"
