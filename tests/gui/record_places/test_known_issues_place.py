"""The known issues, driven as an agent drives them."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.known_issues import issue_commands
from desktop.known_issues.update_dialog import ADD, UpdateDialog

ISSUE = "known-issues/export-stops.md"
MAIL = (
    b"From: Cem <cem@shop.example>\r\nTo: support@plugins.example\r\nSubject: Export hangs\r\n"
    b"Message-ID: <1@shop.example>\r\n\r\nWhy does it stop?\r\n"
)


@pytest.fixture
def issues(window: Any) -> Any:
    """The window with the known issues in front."""
    window.run("go-known-issues")
    return window


def test_open_issues_are_shown(issues: Any) -> None:
    """The first one is read; the summary counts what is overdue."""
    screen = issues.places.issues_screen
    assert issues.issue_titles() == ["Open", "The export stops"]
    assert screen.pane.title.text() == "The export stops"
    assert screen.summary.text() == "1 open · 1 update overdue"


def test_the_filters(qtbot: QtBot, issues: Any) -> None:
    """By status and by words; nothing found says so."""
    screen = issues.places.issues_screen
    screen.status_filter.set_text("all")
    assert issues.issue_titles() == ["Open", "The export stops", "Resolved", "An old fault"]
    qtbot.keyClicks(screen.filter, "old")
    assert issues.issue_titles() == ["Resolved", "An old fault"]
    qtbot.keyClicks(screen.filter, "zzz")
    assert screen.empty.sentence.text() == "No issue here has “oldzzz”."
    issues.settle()


def test_the_workaround_is_copied(qtbot: QtBot, issues: Any) -> None:
    """As Markdown, without its heading."""
    qtbot.mouseClick(issues.places.issues_screen.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "Export by week."


def test_an_update_is_added(issues: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dated line on top, the next update set; the page shows both."""

    def write(dialog: UpdateDialog) -> None:
        assert not dialog.add.isEnabled()
        dialog.words.insertPlainText("A fix is in test.")
        dialog.next_update.setText("soon")
        assert not dialog.add.isEnabled()
        dialog.next_update.setText("2026-11-24 12:00")
        assert dialog.add.isEnabled()
        dialog.answer = ADD

    monkeypatch.setattr(issue_commands.UpdateDialog, "exec", write)
    issues.run("add-update")
    text = issues.text_of(ISSUE)
    assert "## Updates\n\n- **2026-11-20 10:00, Ana Example:** A fix is in test.\n- **2026-11-16" in text
    assert 'next_update: "2026-11-24 12:00"' in text
    assert "A fix is in test." in issues.places.issues_screen.pane.text.toPlainText()


def test_the_status_is_changed_from_its_menu(issues: Any) -> None:
    """A resolved one leaves the open list."""
    screen = issues.places.issues_screen
    actions = {action.text(): action for action in screen.status_menu.actions()}
    assert actions["Identified"].isChecked()
    actions["Resolved"].trigger()
    issues.settle()
    assert "status: resolved" in issues.text_of(ISSUE)
    assert screen.empty.sentence.text() == "No issue is open. Those that were resolved are under All."


def test_the_open_ticket_is_linked(qtbot: QtBot, issues: Any) -> None:
    """Offered while a ticket is open in the queue; the page then names it."""
    program = issues.program
    screen = issues.places.issues_screen
    assert screen.link_button.isHidden()
    ticket = program.desk.add_mail(MAIL)
    program.tickets.open_ticket_id = ticket.id
    issues.run("go-library")
    issues.run("go-known-issues")
    assert screen.link_button.text() == f"Link to #{ticket.id}"
    issues.run("link-open-ticket")
    assert program.desk.linked_issues(ticket.id) == ("export-stops",)
    assert "1 ticket is linked to it." in screen.pane.text.toPlainText()
    assert not screen.link_button.isEnabled()
    program.tickets.open_ticket_id = 0


def test_a_new_issue_is_written(qtbot: QtBot, issues: Any) -> None:
    """With the three headings to fill in; shown at once."""
    issues.run("new-known-issue")
    editor = issues.places.issues_editor
    assert "## Workaround" in editor.body.text()
    qtbot.keyClicks(editor.title, "Labels are blank")
    editor.form.fields["severity"].input.set_text("critical")
    issues.run("save-record")
    assert "severity: critical" in issues.text_of("known-issues/labels-are-blank.md")
    assert issues.issue_titles() == ["Open", "Labels are blank", "The export stops"]
    assert issues.places.issues_screen.pane.title.text() == "Labels are blank"


def test_a_link_leads_into_the_library(issues: Any) -> None:
    """An article opens where articles are read."""
    issues.places.issues_screen.link_followed.emit("kb:refunds")
    issues.settle()
    assert issues.program.window.place == "library"
    assert issues.places.library_screen.pane.title.text() == "Refunds"


def test_a_record_is_wanted_from_the_ticket(issues: Any) -> None:
    """Read in the knowledge column leads here."""
    issues.run("go-queue")
    issues.program.record_wanted.emit("known-issue", "old-fault")
    issues.settle()
    assert issues.program.window.place == "known-issues"
    assert issues.places.issues_screen.pane.title.text() == "An old fault"


def test_the_customers_of_a_resolved_issue_are_told(issues: Any) -> None:
    """Its button comes with the fix; Ctrl+T files a notice each, and the issue stays in front meanwhile."""
    ticket = issues.program.desk.add_mail(MAIL)
    issues.program.desk.link_issue(ticket.id, "export-stops")
    issues.run("go-library")
    issues.run("go-known-issues")
    screen = issues.places.issues_screen
    assert not screen.tell_button.isVisible()
    {action.text(): action for action in screen.status_menu.actions()}["Resolved"].trigger()
    issues.settle()
    assert screen.pane.title.text() == "The export stops"
    assert screen.tell_button.isVisible()
    assert screen.tell_button.text() == "Tell the customer"
    issues.run("tell-customers")
    (promise,) = issues.program.desk.open_promises()
    assert (promise.ticket_id, promise.issue_id, promise.told) == (ticket.id, "export-stops", False)
    assert not screen.tell_button.isVisible()


def test_an_eta_is_typed_as_one_says_it(issues: Any) -> None:
    """The file has a day; what names none is said at its field, and nothing is saved."""
    issues.run("edit-record")
    fields = issues.places.issues_editor.form.fields
    fields["eta"].input.set_text("some day")
    issues.run("save-record")
    assert "such as 3 Dec" in fields["eta"].problem.text()
    fields["eta"].input.set_text("18 Dec")
    fields["next_update"].input.set_text("Mon 14:00")
    issues.run("save-record")
    text = issues.text_of(ISSUE)
    assert "eta: 2026-12-18" in text
    assert "2026-11-23 14:00" in text
