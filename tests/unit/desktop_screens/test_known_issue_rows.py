"""What the known issues show and do, decided without Qt."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import pytest

from composer.mail.message import Address
from composer.tickets.ticket import Ticket, TicketStatus
from composer.when.eta import find_times
from desktop.known_issues.issue_rows import IssueRow, issue_rows, summary
from desktop.known_issues.issue_update import (
    Update,
    as_stored,
    moment_problem,
    read_moment,
    update_line,
    with_update,
)
from desktop.known_issues.presenter import KnownIssuesPresenter
from desktop.library.page import RecordPage
from desktop.library.record_acts import RecordActs
from desktop.library.rows import Row
from desktop.promises.new_eta import EtaReader
from kb_content.known_issue import IssueStatus
from kb_content.library import Library
from kb_content.team import WorkingTime
from tests.by_hand import AtOnce


@pytest.mark.parametrize(
    ("status", "words", "titles"),
    [
        ("open", "", ["Open", "The export stops"]),
        ("all", "", ["Open", "The export stops", "Resolved", "An old fault"]),
        ("resolved", "", ["Resolved", "An old fault"]),
        ("monitoring", "", []),
        ("open", "hangs export", ["Open", "The export stops"]),
        ("open", "nothing", []),
    ],
)
def test_open_issues_come_first(
    library: Library, now: datetime, status: str, words: str, titles: list[str]
) -> None:
    """Filtered by status and by words, also those of customers."""
    rows = issue_rows(library.known_issues.values(), status, words, now)
    assert [row.title for row in rows] == titles


def test_an_overdue_update_is_counted(library: Library, now: datetime) -> None:
    """Beside how many are open."""
    assert summary(library.known_issues.values(), now) == "1 open · 1 update overdue"
    assert summary((), now) == "Nothing is known to be broken"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## Updates\n\n- old\n", "## Updates\n\n- new\n- old\n"),
        ("## Updates\n- old\n", "## Updates\n\n- new\n- old\n"),
        ("Text\n\n## History\n\n- old\n\n## More\n", "Text\n\n## History\n\n- new\n- old\n\n## More\n"),
        ("Text\n", "Text\n\n## Updates\n\n- new\n"),
        ("", "## Updates\n\n- new\n"),
        ("## Updates", "## Updates\n\n- new\n"),
        ("## Updates\n\nIn words.\n", "## Updates\n\n- new\n\nIn words.\n"),
    ],
)
def test_an_update_goes_on_top(body: str, expected: str) -> None:
    """The heading is made where it is missing; what stood there stays."""
    assert with_update(body, "- new") == expected


def test_an_update_is_dated_and_signed(now: datetime) -> None:
    """Further lines belong to the same item."""
    assert (
        update_line("Fixed.\n\nTell them.", now, "Ana") == "- **2026-11-21 10:00, Ana:** Fixed.\n  Tell them."
    )


@pytest.mark.parametrize(
    ("text", "fine"),
    [("", True), ("2026-12-03", True), ("2026-12-03 15:00", True), ("Friday", False), ("2026-13-01", False)],
)
def test_a_next_update_is_a_day_or_a_time(text: str, fine: bool) -> None:
    """Anything else says what to write."""
    assert (moment_problem(text) == "") is fine


class Screen:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.rows: Sequence[Row] = ()
        self.chosen = self.summary = self.failure = ""
        self.nothing = ("", False)
        self.pages: list[RecordPage] = []
        self.ticket = (0, False)
        self.not_read = ""
        self.said: list[str] = []

    def show_rows(self, rows: Sequence[Row], *, choose: str) -> None:
        self.rows, self.chosen = rows, choose

    def show_all(self) -> None:
        self.all_shown = True

    def show_nothing(self, sentence: str, *, first_time: bool) -> None:
        self.nothing = (sentence, first_time)

    def show_summary(self, sentence: str) -> None:
        self.summary = sentence

    def show_page(self, page: RecordPage, *, again: bool) -> None:
        self.pages.append(page)

    def show_no_page(self) -> None:
        self.pages.clear()

    def show_failure(self, sentence: str) -> None:
        self.failure = sentence

    def show_open_ticket(self, ticket_id: int, *, linked: bool) -> None:
        self.ticket = (ticket_id, linked)

    def show_to_tell(self, count: int) -> None:
        self.to_tell = count

    def say(self, text: str, kind: str = "ok", *, action: str = "", run: Any = None) -> None:
        self.said.append(text)


class Desk:
    """Links in memory."""

    def __init__(self, now: datetime) -> None:
        self.links: set[tuple[int, str]] = set()
        self.notices: dict[int, str] = {}
        self.tell_by = now
        self._now = now

    def tickets_of_issue(self, issue_id: str) -> tuple[Ticket, ...]:
        mail = Address("Cem <b>", "cem@shop.example")
        return tuple(
            Ticket(id, "Export & <i>hang</i>", mail, self._now, TicketStatus.OPEN, 1, 1, "m")
            for id, issue in sorted(self.links)
            if issue == issue_id
        )

    def link_issue(self, ticket_id: int, issue_id: str) -> None:
        self.links.add((ticket_id, issue_id))

    def linked_counts(self) -> dict[str, int]:
        return Counter(issue for _, issue in self.links)

    def fix_noticed(self, issue_id: str) -> dict[int, bool]:
        return dict.fromkeys(self.notices, False)

    def owe_fix_notices(
        self, issue_id: str, words: Mapping[int, str], *, look_again: datetime, owner: str = ""
    ) -> int:
        self.notices |= words
        self.tell_by = look_again
        return len(words)


@pytest.fixture
def screen() -> Screen:
    """A screen that remembers."""
    return Screen()


@pytest.fixture
def desk(now: datetime) -> Desk:
    """A desk without a link."""
    return Desk(now)


@pytest.fixture
def issues(library: Library, screen: Screen, desk: Desk, now: datetime) -> KnownIssuesPresenter:
    """The presenter, with ticket 7 open in the queue."""
    acts = RecordActs(
        library=lambda: library,
        writes=AtOnce(),
        now=lambda: now,
        agent_name=lambda: "Ana Example",
        saved=lambda _: None,
        failed=screen.show_failure,
        say=screen.say,
    )
    made = KnownIssuesPresenter(
        view=screen,
        library=lambda: library,
        desk=lambda: desk,
        acts=acts,
        writes=AtOnce(),
        reads=AtOnce(),
        now=lambda: now,
        agent_name=lambda: "Ana Example",
        open_ticket=lambda: 7,
        linked=lambda issue_id: screen.said.append(f"ticket knows {issue_id}"),
        say=screen.say,
        show_promises=lambda: None,
        not_read=lambda: screen.not_read,
    )
    made.refresh()
    made.row_chosen(screen.chosen)
    return made


def test_the_worst_open_issue_is_shown(issues: KnownIssuesPresenter, screen: Screen) -> None:
    """With how many tickets are linked, and the open ticket offered."""
    assert screen.pages[-1].id == "export-stops"
    assert "No ticket is linked to it." in screen.pages[-1].html
    assert screen.ticket == (7, False)


def test_the_open_ticket_is_linked(issues: KnownIssuesPresenter, screen: Screen) -> None:
    """The page counts it, its subject as plain text; the ticket's screen hears of it."""
    issues.link_open_ticket()
    assert "1 ticket is linked to it." in screen.pages[-1].html
    assert "Export &amp; &lt;i&gt;hang" in screen.pages[-1].html
    assert screen.ticket == (7, True)
    assert screen.said == ["ticket knows export-stops", "Ticket #7 is linked to “The export stops”."]


def test_an_update_sets_what_follows(issues: KnownIssuesPresenter, library: Library) -> None:
    """History, next update and status in one save."""
    issues.add_update(Update("A fix is in test.", "2026-11-24 12:00", IssueStatus.MONITORING))
    issue = library.known_issues["export-stops"]
    assert "- **2026-11-21 10:00, Ana Example:** A fix is in test.\n- **2026-11-16" in issue.body
    assert (issue.next_update, issue.status) == ("2026-11-24 12:00", IssueStatus.MONITORING)


def test_a_status_is_changed_in_one_line(issues: KnownIssuesPresenter, library: Library) -> None:
    """Resolved ones leave the open list."""
    issues.change_status(IssueStatus.RESOLVED)
    assert not library.known_issues["export-stops"].is_open
    issues.refresh()


def test_without_a_library_nothing_is_said_to_be_well(issues: KnownIssuesPresenter, screen: Screen) -> None:
    """*Nothing is known to be broken* would be a guess."""
    screen.not_read = "It comes from a newer Thrice."
    issues.refresh()
    assert (screen.nothing, screen.summary) == (("It comes from a newer Thrice.", False), "")


def test_a_row_counts_its_tickets(issues: KnownIssuesPresenter, screen: Screen) -> None:
    """At once when one more is linked: how many customers meet it says what to mend first."""
    issues.link_open_ticket()
    row = next(row for row in screen.rows if isinstance(row, IssueRow))
    assert [detail.words for detail in row.details][:2] == ["High", "1 ticket"]


def test_a_resolved_issue_stays_in_front_until_its_customers_can_be_told(
    issues: KnownIssuesPresenter, screen: Screen, desk: Desk, now: datetime
) -> None:
    """They are offered to be told once there is a fix, each once; then the page says who waits for it."""
    issues.link_open_ticket()
    assert not issues.has_to_tell
    issues.change_status(IssueStatus.RESOLVED)
    issues.library_changed()
    assert screen.chosen == "known-issue:export-stops"
    assert (screen.to_tell, issues.has_to_tell) == (1, True)
    issues.tell_customers()
    assert desk.notices == {7: "Tell Cem <b> that there is a fix: “The export stops”"}
    assert desk.tell_by == datetime(2026, 11, 23, 9, tzinfo=now.tzinfo)
    assert screen.said[-1].startswith("One fix notice waits under Promises")
    assert (screen.to_tell, issues.has_to_tell) == (0, False)
    assert "still to be told of the fix" in screen.pages[-1].html
    issues.came_here()
    assert screen.nothing[0].startswith("No issue is open.")


@pytest.mark.parametrize(
    ("status", "words", "sentence"),
    [
        ("open", "zzz", "No issue here has “zzz”."),
        ("monitoring", "", "No issue is monitoring."),
    ],
)
def test_nothing_found_says_why(
    issues: KnownIssuesPresenter, screen: Screen, status: str, words: str, sentence: str
) -> None:
    """In one sentence."""
    issues.status_chosen(status)
    issues.words_changed(words)
    assert screen.nothing == (sentence, False)


@pytest.mark.parametrize(
    ("typed", "stored", "spoken"),
    [
        ("", "", ""),
        ("2026-12-03", "2026-12-03", ""),
        ("Thu 15:00", "2026-11-26 15:00", "Thu 26 Nov, 15:00 UTC."),
        ("3 Dec", "2026-12-03 17:00", "Thu 3 Dec, 17:00 UTC."),
    ],
)
def test_a_next_update_is_typed_as_one_says_it(now: datetime, typed: str, stored: str, spoken: str) -> None:
    """It is written as the file has it, and said in full."""
    reader = EtaReader(
        find_times=lambda text, now, zone: find_times(text, now=now, time_zone=zone),
        now=now,
        working_time=WorkingTime(),
    )
    read = read_moment(typed, reader)
    assert (read.stored, read.spoken, read.problem) == (stored, spoken, "")
    assert read_moment("soon", reader).problem.startswith("“soon” names no day or time.")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("", ""),
        ("2026-12-03", "2026-12-03"),
        ("3 Dec", "2026-12-03"),
        ("Thu 15:00", "2026-11-26 15:00"),
        ("soon", "soon"),
    ],
)
def test_a_day_stays_a_day_in_the_file(now: datetime, typed: str, stored: str) -> None:
    """Nobody named an hour, so none is promised; what is no moment is left for the form to say so."""
    reader = EtaReader(
        find_times=lambda text, now, zone: find_times(text, now=now, time_zone=zone),
        now=now,
        working_time=WorkingTime(),
    )
    assert as_stored(typed, reader) == stored
