"""The presenter of Promises, with a desk and a screen that are lists."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from composer.mail.message import Address
from composer.tickets.ticket import Promise, Ticket, TicketStatus
from composer.when.eta import find_times
from desktop.promises.new_eta import EtaQuestion
from desktop.promises.presenter import PromisesPresenter
from desktop.promises.rows import Group, GroupOfRows, PromiseRow
from kb_content.failure import Failure
from kb_content.team import WorkingTime
from tests.by_hand import AtOnce

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
"""A Friday, 11:00 in Berlin."""

BERLIN = WorkingTime(time_zone="Europe/Berlin")
OVERDUE, TODAY, SUNDAY, LATER, UNDATED = 1, 2, 3, 4, 5


class FakeDesk:
    """A desk in memory: one ticket, five promises."""

    def __init__(self) -> None:
        self.rows = {
            OVERDUE: Promise(OVERDUE, 7, "I write by 10:00.", NOW - timedelta(hours=2), "Ines"),
            TODAY: Promise(TODAY, 7, "You get the log today.", NOW + timedelta(minutes=40), "Noor"),
            SUNDAY: Promise(SUNDAY, 7, "By Sunday.", NOW + timedelta(days=2), "Ines"),
            LATER: Promise(LATER, 7, "By Monday.", NOW + timedelta(days=3), "Ines"),
            UNDATED: Promise(UNDATED, 7, "Once the vendor answers.", None, ""),
        }
        self.kept: set[int] = set()
        self.reminded: set[int] = set()
        self.broken = False

    def open_promises(self) -> tuple[Promise, ...]:
        if self.broken:
            raise Failure("The desk is locked.")
        return tuple(row for row in self.rows.values() if row.id not in self.kept)

    def ticket(self, ticket_id: int) -> Ticket:
        customer = Address("Mara Holt", "mara@holt.example")
        return Ticket(ticket_id, "Renewal", customer, NOW, TicketStatus.REPLIED, 0, 0, "")

    def keep_promise(self, promise_id: int) -> None:
        self.kept.add(promise_id)

    def reopen_promise(self, promise_id: int) -> None:
        self.kept.discard(promise_id)

    def move_promise(self, promise_id: int, due: datetime, words: str) -> None:
        self.rows[promise_id] = replace(self.rows[promise_id], due=due, words=words, told=False)

    def look_again(self, promise_id: int, when: datetime) -> None:
        self.rows[promise_id] = replace(self.rows[promise_id], look_again=when)

    def take_reminders(self, before: datetime) -> tuple[Promise, ...]:
        due = tuple(
            row
            for row in self.open_promises()
            if row.due and row.due <= before and row.id not in self.reminded
        )
        self.reminded |= {row.id for row in due}
        return due


class FakeScreen:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.groups: tuple[GroupOfRows, ...] = ()
        self.nothing = ("", "")
        self.summary = ""
        self.chosen = 0
        self.question: EtaQuestion | None = None

    def show_groups(self, groups: Sequence[GroupOfRows]) -> None:
        self.groups, self.nothing = tuple(groups), ("", "")

    def show_nothing(self, sentence: str, more: str = "") -> None:
        self.groups, self.nothing = (), (sentence, more)

    def show_summary(self, sentence: str) -> None:
        self.summary = sentence

    def choose(self, promise_id: int) -> None:
        self.chosen = promise_id

    def ask_for_eta(self, question: EtaQuestion) -> None:
        self.question = question


class Stage:
    """A presenter with everything around it."""

    def __init__(self) -> None:
        self.screen, self.desk = FakeScreen(), FakeDesk()
        self.now = NOW
        self.opened: list[int] = []
        self.badges: list[int] = []
        self.copied: list[str] = []
        self.shown = 0
        self.said: list[tuple[str, str]] = []
        self.act: Callable[[], object] | None = None
        self.presenter = PromisesPresenter(
            view=self.screen,
            desk=self.desk,
            writes=AtOnce(),
            clock=lambda: self.now,
            working_time=lambda: BERLIN,
            find_times=lambda text, now, zone: find_times(text, now=now, time_zone=zone),
            opened=self.opened.append,
            pressing=self.badges.append,
            say=self.say,
            copy=self.copied.append,
            show_place=self.show,
        )
        self.presenter.refresh()

    def say(
        self, text: str, kind: str = "ok", *, action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        self.said.append((text, kind))
        self.act = run

    def show(self) -> None:
        self.shown += 1

    def row(self, promise_id: int) -> PromiseRow:
        return next(row for group in self.screen.groups for row in group.rows if row.id == promise_id)

    def take_up(self) -> None:
        """Do what the notice offers."""
        assert self.act is not None
        self.act()


@pytest.fixture
def stage() -> Stage:
    return Stage()


def test_promises_stand_below_their_headings(stage: Stage) -> None:
    """The most urgent first; the rail counts what is overdue or for today."""
    assert [(group.group, [row.id for row in group.rows]) for group in stage.screen.groups] == [
        (Group.OVERDUE, [OVERDUE]),
        (Group.TODAY, [TODAY]),
        (Group.WEEK, [SUNDAY]),
        (Group.LATER, [LATER]),
        (Group.UNDATED, [UNDATED]),
    ]
    assert stage.badges == [2]
    assert stage.screen.summary == "1 overdue · 1 for today · 5 open"


def test_a_row_says_everything_in_words(stage: Stage) -> None:
    """The moment is absolute in the team's zone, urgency is a word, whoever listens hears all of it."""
    row = stage.row(OVERDUE)
    assert (row.due, row.when) == ("Fri 20 Nov, 09:00 CET", "Overdue by 2 h")
    assert row.spoken == (
        "Overdue by 2 h, I write by 10:00., to Mara Holt, Renewal, Fri 20 Nov, 09:00 CET, owner Ines"
    )
    assert (stage.row(UNDATED).due, stage.row(UNDATED).when) == ("No date", "Needs a date")


def test_time_moves_promises_between_headings(stage: Stage) -> None:
    """At midnight in the team's zone Sunday becomes today; nothing is read again for it."""
    stage.now = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    stage.presenter.time_passed()
    assert stage.row(SUNDAY).group is Group.TODAY
    assert stage.row(LATER).group is Group.LATER
    assert stage.row(TODAY).group is Group.OVERDUE
    assert stage.badges[-1] == 3


@pytest.mark.parametrize(
    ("words", "shown"),
    [("noor", [TODAY]), ("mara vendor", [UNDATED]), ("RENEWAL", [1, 2, 3, 4, 5]), ("zebra", [])],
)
def test_the_filter_looks_at_words_customer_subject_and_owner(
    stage: Stage, words: str, shown: list[int]
) -> None:
    """All words must be there, in any case; the badge counts on regardless."""
    stage.presenter.words_changed(words)
    assert [row.id for group in stage.screen.groups for row in group.rows] == shown
    assert stage.badges[-1] == 2
    assert (stage.screen.nothing[0] != "") == (not shown)


def test_enter_opens_the_ticket(stage: Stage) -> None:
    """A number that isn't shown opens nothing."""
    stage.presenter.promise_chosen(TODAY)
    stage.presenter.promise_chosen(0)
    assert stage.opened == [7]


def test_kept_can_be_taken_back(stage: Stage) -> None:
    """The next promise is chosen then; taken back, the kept one is."""
    stage.presenter.kept_chosen(OVERDUE)
    assert stage.desk.kept == {OVERDUE}
    assert stage.screen.chosen == TODAY
    assert stage.said[-1] == ("Kept, what you promised to Mara Holt.", "ok")
    stage.take_up()
    assert stage.desk.kept == set()
    assert stage.screen.chosen == OVERDUE


def test_after_the_last_one_the_one_before_is_chosen(stage: Stage) -> None:
    """Keeping the last promise of the list leaves the choice at its end."""
    stage.presenter.kept_chosen(UNDATED)
    assert stage.screen.chosen == LATER


def test_when_all_are_kept_the_place_says_what_it_is_for(stage: Stage) -> None:
    """The empty place has its second line only when there is nothing at all."""
    for number in (OVERDUE, TODAY, SUNDAY, LATER, UNDATED):
        stage.presenter.kept_chosen(number)
    sentence, more = stage.screen.nothing
    assert sentence == "No promise is open."
    assert more
    assert (stage.badges[-1], stage.screen.summary) == (0, "")


def test_a_new_eta_is_stored_and_its_ticket_opened(stage: Stage) -> None:
    """The customer has to hear of it: the ticket opens, the words can be copied, the row says it."""
    stage.presenter.move_chosen(OVERDUE)
    question = stage.screen.question
    assert question is not None
    assert (question.customer, question.due) == ("Mara Holt", "Due until now: Fri 20 Nov, 09:00 CET")
    read = question.read("Thu 15:00")
    assert read.due is not None
    stage.presenter.eta_given(OVERDUE, read.due, read.words)
    assert stage.row(OVERDUE).due == "Thu 26 Nov, 15:00 CET"
    assert not stage.row(OVERDUE).told
    assert stage.opened == [7]
    assert stage.screen.chosen == OVERDUE
    sentence, kind = stage.said[-1]
    assert sentence.startswith("Now due Thu 26 Nov, 15:00 CET. Tell Mara Holt")
    assert kind == "info"
    stage.take_up()
    assert stage.copied == ["I write by Thursday, 26 November, 15:00 CET."]


def test_what_waits_stands_below_its_own_heading_until_its_day(stage: Stage) -> None:
    """Our own day is none that the customer was told: it comes, and is never overdue."""
    waiting = replace(
        stage.desk.rows[UNDATED], event="once the vendor answers", look_again=NOW + timedelta(days=4)
    )
    stage.desk.rows[UNDATED] = waiting
    stage.presenter.refresh()
    row = stage.row(UNDATED)
    assert (row.group, row.due, row.when) == (Group.WAITING, "Look again Tue 24 Nov", "No day promised")
    stage.now = NOW + timedelta(days=5)
    stage.presenter.time_passed()
    row = stage.row(UNDATED)
    assert (row.group, row.due) == (Group.TODAY, "Look again today")


def test_a_fix_notice_is_for_its_day(stage: Stage) -> None:
    """The row says that it is fixed, that the customer is not told, and until when to tell them."""
    notice = Promise(
        UNDATED, 7, "Tell Mara.", None, "", told=False, look_again=NOW + timedelta(days=3), issue_id="slow"
    )
    stage.desk.rows[UNDATED] = notice
    stage.presenter.refresh()
    row = stage.row(UNDATED)
    assert (row.group, row.due, row.when, row.told) == (
        Group.LATER,
        "Tell them by Mon 23 Nov",
        "It is fixed",
        False,
    )
    stage.presenter.words_changed("slow")
    assert [row.id for group in stage.screen.groups for row in group.rows] == [UNDATED]


def test_looking_again_is_put_off_to_the_start_of_a_day(stage: Stage) -> None:
    """It asks for a day only of what names none; nobody has to be told, and no ticket opens."""
    stage.presenter.put_off_chosen(OVERDUE)
    assert stage.screen.question is None
    stage.presenter.put_off_chosen(UNDATED)
    question = stage.screen.question
    assert question is not None
    assert question.own_day
    assert question.choices == ("Mon 23 Nov", "Tue 24 Nov", "Fri 27 Nov")
    when = question.read("Fri 27 Nov").due
    assert when == datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
    stage.presenter.day_given(UNDATED, when)
    assert stage.row(UNDATED).due == "Look again Fri 27 Nov"
    assert stage.said[-1][0].startswith("You are reminded Fri 27 Nov, 09:00 CET.")
    assert stage.opened == []


def test_a_promise_is_brought_to_mind_once(stage: Stage) -> None:
    """What is overdue and what falls due within the hour is one notice that stays until read."""
    stage.presenter.time_passed()
    assert stage.said == [("2 promises are overdue or fall due within the hour.", "warn")]
    stage.take_up()
    assert stage.shown == 1
    stage.presenter.time_passed()
    assert len(stage.said) == 1


def test_one_promise_is_brought_to_mind_by_its_words(stage: Stage) -> None:
    """The notice says how long there is, when, to whom and what, and opens the ticket."""
    stage.presenter.kept_chosen(OVERDUE)
    stage.presenter.time_passed()
    assert stage.said[-1] == (
        "In 40 min, Fri 20 Nov, 11:40 CET, to Mara Holt: You get the log today.",
        "warn",
    )
    stage.take_up()
    assert stage.opened == [7]


def test_a_desk_that_fails_is_told(stage: Stage) -> None:
    """In its own sentence; what is shown stays."""
    stage.desk.broken = True
    stage.presenter.refresh()
    assert stage.said == [("The desk is locked.", "stop")]
    assert stage.screen.groups
