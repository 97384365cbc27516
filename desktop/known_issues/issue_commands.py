"""What one can do with known issues: their buttons and commands, bound to the presenters."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QApplication

from desktop.known_issues.presenter import KnownIssuesPresenter
from desktop.known_issues.update_dialog import ADD, UpdateDialog
from desktop.known_issues.view import KnownIssuesScreen
from desktop.promises.new_eta import EtaReader
from desktop.record_editor.presenter import RecordEditorPresenter
from desktop.window.main_window import MainWindow
from search.hit import Kind


class IssueCommands:
    """Connects the known issues' screen and binds its commands.

    ``follow`` opens a link of a page, ``now`` is the local time where the team works, ``reader`` reads
    moments as of now.
    """

    def __init__(
        self,
        *,
        window: MainWindow,
        screen: KnownIssuesScreen,
        issues: KnownIssuesPresenter,
        writing: RecordEditorPresenter,
        open_ticket_id: Callable[[], int],
        follow: Callable[[str], object],
        now: Callable[[], datetime],
        reader: Callable[[], EtaReader],
    ) -> None:
        self._window, self._screen, self._issues, self._writing = window, screen, issues, writing
        self._open_ticket_id, self._now, self._reader = open_ticket_id, now, reader
        screen.words_changed.connect(issues.words_changed)
        screen.status_filter_chosen.connect(issues.status_chosen)
        screen.row_chosen.connect(issues.row_chosen)
        screen.link_followed.connect(follow)
        screen.new_wanted.connect(self.new)
        screen.edit_wanted.connect(self.edit)
        screen.update_wanted.connect(self.add_update)
        screen.status_wanted.connect(issues.change_status)
        screen.link_wanted.connect(issues.link_open_ticket)
        screen.copy_wanted.connect(self.copy_workaround)
        screen.tell_wanted.connect(issues.tell_customers)
        self._bind()

    def new(self) -> None:
        """Start a known issue."""
        self._writing.new(Kind.KNOWN_ISSUE)

    def edit(self) -> None:
        """Edit the issue that is read."""
        if self._issues.issue is not None:
            self._writing.edit(self._issues.issue)

    def copy_workaround(self) -> None:
        """Put the workaround on the clipboard."""
        if self._issues.issue is not None:
            QApplication.clipboard().setText(self._issues.issue.workaround.strip())
            self._window.say("The workaround is on the clipboard.")

    def add_update(self) -> None:
        """Ask what is new, and put it on top of the history."""
        issue = self._issues.issue
        if issue is None:
            return
        dialog = UpdateDialog(self._window, issue, self._reader(), self._now())
        dialog.exec()
        if dialog.answer == ADD:
            self._issues.add_update(dialog.update_written())
        dialog.deleteLater()

    def _bind(self) -> None:
        book, writing = self._window.book, self._writing
        book.bind("search-here", self._screen.focus_search, place="known-issues")
        book.bind("new-known-issue", self.new)
        book.bind("edit-record", self.edit, enabled=self._has_issue, place="known-issues")
        book.bind("add-update", self.add_update, enabled=self._has_issue)
        book.bind("tell-customers", self._issues.tell_customers, enabled=lambda: self._issues.has_to_tell)
        book.bind("link-open-ticket", self._issues.link_open_ticket, enabled=self._can_link)
        book.bind("save-record", writing.save, place="known-issues-edit")
        book.bind("back", writing.cancel, place="known-issues-edit")

    def _has_issue(self) -> bool:
        return self._issues.issue is not None

    def _can_link(self) -> bool:
        return self._has_issue() and bool(self._open_ticket_id())
