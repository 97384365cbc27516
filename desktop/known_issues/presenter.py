"""The known issues' presenter: one method per act of the agent, without Qt."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from composer.tickets.ticket import Ticket
from desktop.known_issues.fix_notices import IssueTickets, notice_words, tell_by, told_words
from desktop.known_issues.issue_rows import OPEN, issue_rows, summary
from desktop.known_issues.issue_update import Update, update_line, with_update
from desktop.library.page import RecordPage, page_of
from desktop.library.record_acts import RecordActs
from desktop.library.rows import RecordRow, Row
from desktop.queue.presenter import Say
from desktop.work.collaborators import Lane
from kb_content.failure import Failure
from kb_content.known_issue import IssueStatus, KnownIssue
from kb_content.library import Library
from kb_content.splice import Value


class KnownIssuesView(Protocol):
    """What the presenter tells the screen."""

    def show_rows(self, rows: Sequence[Row], *, choose: str) -> None:
        """Show these rows, with the choice on a key."""

    def show_all(self) -> None:
        """Take the filters away; they tell what they are then."""

    def show_nothing(self, sentence: str, *, first_time: bool) -> None:
        """Show why there is no issue; the first time with what to do."""

    def show_summary(self, sentence: str) -> None:
        """Show how many are open."""

    def show_page(self, page: RecordPage, *, again: bool) -> None:
        """Show an issue."""

    def show_no_page(self) -> None:
        """Show that no issue is open."""

    def show_failure(self, sentence: str) -> None:
        """Say what went wrong with the issue that is shown."""

    def show_open_ticket(self, ticket_id: int, *, linked: bool) -> None:
        """Offer to link the open ticket (0: there is none), or say that it is."""

    def show_to_tell(self, count: int) -> None:
        """Offer to tell customers of the fix (0: there is nobody to tell)."""


class IssueDesk(Protocol):
    """The part of the desk that known issues need."""

    def linked_counts(self) -> Mapping[str, int]:
        """Return how many tickets are about each issue that has any."""

    def fix_noticed(self, issue_id: str) -> Mapping[int, bool]:
        """Return the tickets that have a fix notice of an issue, and whether it was given."""

    def owe_fix_notices(
        self, issue_id: str, words: Mapping[int, str], *, look_again: datetime, owner: str = ""
    ) -> int:
        """File that customers are to hear of a fix; return how many notices are new."""

    def tickets_of_issue(self, issue_id: str) -> tuple[Ticket, ...]:
        """Return the tickets that are about a known issue."""

    def link_issue(self, ticket_id: int, issue_id: str) -> None:
        """Note that a ticket is about a known issue."""


class KnownIssuesPresenter:
    """Decides what the known issues show and do.

    ``desk`` gives the desk once it is open; ``open_ticket`` the number of the ticket that is open in
    the queue, or 0; ``linked`` tells that ticket's screen. ``now`` is the local time of the team.
    ``show_promises`` brings the promises to the front, ``not_read`` says why there is no library (empty:
    there is).
    """

    def __init__(
        self,
        *,
        view: KnownIssuesView,
        library: Callable[[], Library],
        desk: Callable[[], IssueDesk | None],
        acts: RecordActs,
        writes: Lane,
        reads: Lane,
        now: Callable[[], datetime],
        agent_name: Callable[[], str],
        open_ticket: Callable[[], int],
        linked: Callable[[str], object],
        say: Say,
        show_promises: Callable[[], object],
        not_read: Callable[[], str],
    ) -> None:
        self._view, self._library, self._desk, self._acts = view, library, desk, acts
        self._writes, self._reads, self._now, self._agent_name = writes, reads, now, agent_name
        self._open_ticket, self._linked, self._say = open_ticket, linked, say
        self._words, self._status = "", OPEN
        self._open = ""
        self._listed = False
        self._show_promises, self._not_read = show_promises, not_read
        self._page: RecordPage | None = None
        self._tickets = IssueTickets()
        self._counts: Mapping[str, int] = {}
        self._changed = ""

    @property
    def issue(self) -> KnownIssue | None:
        """The issue that is shown, as the library has it now."""
        return self._library().known_issues.get(self._open)

    def refresh(self) -> None:
        """Show the issues as they are now; without a library nobody knows whether something is broken."""
        if sentence := self._not_read():
            self._listed = False
            self._view.show_summary("")
            self._view.show_nothing(sentence, first_time=False)
            return
        issues = tuple(self._library().known_issues.values())
        now = self._now()
        self._view.show_summary(summary(issues, now))
        rows = issue_rows(issues, self._status, self._words, now, tickets=self._counts, also=self._changed)
        keys = [row.key for row in rows if isinstance(row, RecordRow)]
        self._listed = bool(keys)
        if not keys:
            self._show_nothing(bool(issues))
            return
        key = f"known-issue:{self._open}"
        self._view.show_rows(rows, choose=key if key in keys else keys[0])

    def library_changed(self) -> None:
        """Take what changed in the library's folder."""
        self.refresh()
        if self.issue is not None:
            self._show(again=True)

    def came_here(self) -> None:
        """Show what may have changed meanwhile: the clock, the open ticket, the links."""
        self._changed = ""
        self.refresh()
        self._count()
        if self.issue is not None:
            self._show(again=True)

    def words_changed(self, words: str) -> None:
        """Show only issues with these words."""
        self._words, self._changed = words, ""
        self.refresh()

    def status_chosen(self, status: str) -> None:
        """Show only issues of a status, the open ones, or all."""
        self._status, self._changed = status, ""
        self.refresh()

    def row_chosen(self, key: str) -> None:
        """Show an issue."""
        issue_id = key.partition(":")[2]
        again = issue_id == self._open
        self._open = issue_id
        self._show(again=again)

    def show_issue(self, issue_id: str) -> None:
        """Show an issue that somebody asks for elsewhere, whatever the filter says."""
        issue = self._library().known_issues.get(issue_id)
        if issue is None:
            return
        self._open = issue_id
        if not issue_rows((issue,), self._status, self._words, self._now()):
            self._view.show_all()
        self.refresh()
        self._show()

    # Acts ----------------------------------------------------------------------------------------------

    def add_update(self, update: Update) -> None:
        """Put a dated line on top of the history, and say when customers hear next."""
        issue = self.issue
        if issue is None or not update.words.strip():
            return
        self._keep_in_front(issue)
        line = update_line(update.words, self._now(), self._agent_name())
        fields: dict[str, Value] = {}
        if update.next_update != issue.next_update:
            fields["next_update"] = update.next_update
        if update.status is not issue.status:
            fields["status"] = update.status
        self._acts.change(issue, fields, "The update is in the history.", body=with_update(issue.body, line))

    def change_status(self, status: IssueStatus) -> None:
        """Give the issue another status."""
        if self.issue is not None:
            self._keep_in_front(self.issue)
            self._acts.change_status(self.issue, status)

    def tell_customers(self) -> None:
        """File that each customer of the issue is to hear of its fix; Promises lists them."""
        issue, desk = self.issue, self._desk()
        if issue is None or desk is None:
            return
        now, team = self._now(), self._library().team
        words = notice_words(self._tickets.to_tell(issue), issue)
        if not words:
            return

        def done(count: int) -> None:
            self._say(told_words(count), action="Show them", run=self._show_promises)
            self._show(again=True)

        self._writes.run(
            lambda: desk.owe_fix_notices(
                issue.id, words, look_again=tell_by(now, team.working_time), owner=self._agent_name()
            ),
            done=done,
            failed=self._failed,
        )

    @property
    def has_to_tell(self) -> bool:
        """Whether customers wait to hear of the fix of the issue that is shown."""
        return self.issue is not None and bool(self._tickets.to_tell(self.issue))

    def link_open_ticket(self) -> None:
        """Note that the open ticket is about this issue."""
        issue, desk, ticket_id = self.issue, self._desk(), self._open_ticket()
        if issue is None or desk is None or not ticket_id:
            return

        def done(_: object) -> None:
            self._linked(issue.id)
            self._say(f"Ticket #{ticket_id} is linked to “{issue.title}”.")
            self._show(again=True)
            self._count()

        self._writes.run(lambda: desk.link_issue(ticket_id, issue.id), done=done, failed=self._failed)

    # Inside --------------------------------------------------------------------------------------------

    def _show(self, *, again: bool = False) -> None:
        issue, desk = self.issue, self._desk()
        if issue is None:
            self._page = None
            self._view.show_no_page()
            return
        if desk is None:
            self._build(issue, None, again=again)
            return
        self._writes.run(
            lambda: IssueTickets(desk.tickets_of_issue(issue.id), desk.fix_noticed(issue.id)),
            done=lambda tickets: self._build(issue, tickets, again=again),
            failed=self._failed,
            newest="issue-tickets",
        )

    def _keep_in_front(self, issue: KnownIssue) -> None:
        """Keep an issue in the list whatever its status becomes: its customers may have to be told."""
        self._changed = issue.id if self._tickets.tickets else ""

    def _count(self) -> None:
        """Count the tickets of all issues; the list follows where a count is another one."""
        desk = self._desk()
        if desk is not None:
            self._writes.run(
                desk.linked_counts, done=self._counted, failed=self._failed, newest="issue-counts"
            )

    def _counted(self, counts: Mapping[str, int]) -> None:
        if counts != self._counts:
            self._counts = counts
            self.refresh()

    def _build(self, issue: KnownIssue, found: IssueTickets | None, *, again: bool) -> None:
        library, now = self._library(), self._now()
        self._tickets = found or IssueTickets()

        def shown(page: RecordPage) -> None:
            if not self._listed or self._open != issue.id:
                return
            self._page = page
            self._view.show_page(page, again=again)
            ticket_id = self._open_ticket()
            linked = any(ticket.id == ticket_id for ticket in self._tickets.tickets)
            self._view.show_open_ticket(ticket_id, linked=linked)
            self._view.show_to_tell(len(self._tickets.to_tell(issue)))

        self._reads.run(
            lambda: page_of(
                issue,
                library,
                now,
                tickets=found.tickets if found is not None else None,
                told=found.noticed if found is not None else None,
            ),
            done=shown,
            newest="issue-page",
            brief=True,
        )

    def _show_nothing(self, has_issues: bool) -> None:
        words = " ".join(self._words.split())[:60]
        if not has_issues:
            sentence = "Known issues tell every agent what is broken, what helps meanwhile, and until when."
        elif words:
            sentence = f"No issue here has “{words}”."
        elif self._status == OPEN:
            sentence = "No issue is open. Those that were resolved are under All."
        else:
            sentence = f"No issue is {self._status}."
        self._view.show_nothing(sentence, first_time=not has_issues)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._view.show_failure(str(error))
