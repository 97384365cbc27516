"""The library, driven as a reader drives it."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialog import Dialog
from desktop.library import library_commands
from desktop.library import view as library_view

OVERDUE = (
    "---\nid: {id}\ntitle: {title}\nowner: Ana Example\nverified: {{date: {day}, by: Ana Example}}\n"
    "review_every: 180d\n---\n\nTrue.\n"
)


@pytest.fixture
def library(window: Any) -> Any:
    """The window with the library in front."""
    window.run("go-library")
    return window


def test_everything_is_there_before_one_searches(library: Any) -> None:
    """By area; the first article is shown and the cursor stands in the search."""
    screen = library.places.library_screen
    assert library.titles()[:3] == ["Billing", "Late orders", "Refunds"]
    assert screen.search.hasFocus()
    assert screen.pane.title.text() == "Late orders"


def test_results_come_while_one_types(qtbot: QtBot, library: Any) -> None:
    """Best first, its words marked, opened at the passage; Escape clears."""
    screen = library.places.library_screen
    qtbot.keyClicks(screen.search, "bank")
    library.settle()
    assert screen.pane.title.text() == "Refunds"
    marked = [mark.cursor.selectedText() for mark in screen.pane.text.extraSelections()]
    assert "Banks" in marked
    qtbot.keyClick(screen.search, Qt.Key.Key_Escape)
    library.settle()
    assert "Hello" in library.titles()


def test_arrows_move_in_the_list_and_enter_reads(qtbot: QtBot, library: Any) -> None:
    """The cursor stays in the search until Enter; Escape leads back there."""
    screen = library.places.library_screen
    qtbot.keyClick(screen.search, Qt.Key.Key_Down)
    assert screen.search.hasFocus()
    library.settle()
    assert screen.pane.title.text() == "Refunds"
    qtbot.keyClick(screen.search, Qt.Key.Key_Return)
    assert screen.pane.text.hasFocus()
    qtbot.keyClick(screen.pane.text, Qt.Key.Key_Escape)
    assert screen.search.hasFocus()


def test_arrows_skip_headings(qtbot: QtBot, library: Any) -> None:
    """From the last article to the first issue."""
    screen = library.places.library_screen
    for _ in range(2):
        qtbot.keyClick(screen.search, Qt.Key.Key_Down)
    assert screen.list.chosen_key() == "known-issue:old-fault"


def test_a_typing_slip_is_corrected_by_a_link(qtbot: QtBot, library: Any) -> None:
    """And nothing found still shows something."""
    screen = library.places.library_screen
    screen.search.setText("refnud")
    library.settle()
    assert library.titles()
    if not screen.correction.isHidden():
        qtbot.mouseClick(screen.correction, Qt.MouseButton.LeftButton)
        library.settle()
        assert screen.search.text() != "refnud"


def test_a_kind_can_be_chosen(qtbot: QtBot, library: Any) -> None:
    """By its button."""
    screen = library.places.library_screen
    buttons = {button.text(): button for button in screen.findChildren(library_view.QPushButton)}
    qtbot.mouseClick(buttons["Snippets"], Qt.MouseButton.LeftButton)
    library.settle()
    assert library.titles() == ["Snippets", "Hello"]


def test_a_link_opens_inside_and_back_returns(library: Any) -> None:
    """Alt+Left goes back along links."""
    screen = library.places.library_screen
    library.places.show_record("article", "refunds")
    library.settle()
    screen.pane.text.anchorClicked.emit("kb:late-orders")
    library.settle()
    assert screen.pane.title.text() == "Late orders"
    library.run("back")
    assert screen.pane.title.text() == "Refunds"


def test_a_link_can_be_copied(library: Any) -> None:
    """As Markdown, for another article."""
    library.run("copy-link")
    assert QApplication.clipboard().text() == "[Late orders](kb:late-orders)"


def test_verifying_and_taking_it_back(qtbot: QtBot, library: Any) -> None:
    """The badge says it at once; the notice undoes it byte for byte."""
    library.places.show_record("article", "refunds")
    library.settle()
    before = library.text_of("articles/billing/refunds.md")
    qtbot.mouseClick(library.places.library_screen.verify_button, Qt.MouseButton.LeftButton)
    library.settle()
    assert "verified: {date: 2026-11-20, by: Ana Example}" in library.text_of("articles/billing/refunds.md")
    assert "Verified 20 Nov · Ana Example" in [b.told for b in library.places.library.page.badges]
    qtbot.mouseClick(library.program.window.notices.action, Qt.MouseButton.LeftButton)
    library.settle()
    assert library.text_of("articles/billing/refunds.md") == before


def test_retiring(library: Any) -> None:
    """The button then offers to publish it again."""
    library.run("retire-record")
    assert "status: retired" in library.text_of("articles/billing/late-orders.md")
    assert library.places.library_screen.life_button.text() == "Publish again"


def test_problems_are_listed_with_their_place(
    qtbot: QtBot, library: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A quiet entry below the list."""
    (Path(library.folder) / "articles/broken.md").write_text(
        "---\nid: broken\nstatus: beta\n---\n\nText\n", encoding="utf-8"
    )
    library.run("refresh-library")
    screen = library.places.library_screen
    assert screen.foot.problems_button.text() == "Problems (1)"
    shown: list[Dialog] = []
    monkeypatch.setattr(library_view.ProblemList, "exec", lambda self: shown.append(self))
    qtbot.mouseClick(screen.foot.problems_button, Qt.MouseButton.LeftButton)
    labels = [label.text() for label in shown[0].findChildren(library_view.Label)]
    assert "articles/broken.md:3" in labels
    opened: list[str] = []
    monkeypatch.setattr(
        library_commands.QDesktopServices, "openUrl", lambda url: not opened.append(url.toLocalFile())
    )
    (button,) = [one for one in shown[0].findChildren(QPushButton) if one.text() == "Open the file"]
    button.click()
    assert opened == [str(Path(library.folder) / "articles/broken.md")]


def test_the_cheat_sheet_names_every_field(
    qtbot: QtBot, library: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind the small button."""
    shown: list[Dialog] = []
    monkeypatch.setattr(library_view.CheatSheet, "exec", lambda self: shown.append(self))
    qtbot.mouseClick(library.places.library_screen.help_button, Qt.MouseButton.LeftButton)
    words = " ".join(label.text() for label in shown[0].findChildren(library_view.Label))
    for part in (
        "tag:",
        "product:",
        "owner:",
        "status:",
        "kind:",
        "verified:overdue",
        "OR",
        "-sub",
        "subscri*",
    ):
        assert part in words


def test_the_page_wears_another_theme(library: Any) -> None:
    """Text and badges are drawn anew, the page stays."""
    library.program.themes.choose("dark")
    library.settle()
    assert library.places.library_screen.pane.title.text() == "Late orders"
    library.program.themes.choose("light")


def test_tab_goes_in_reading_order(qtbot: QtBot, library: Any) -> None:
    """Search, its help, new, the kinds, the list, then the page."""
    screen = library.places.library_screen
    reached = []
    for _ in range(14):
        focused = library.program.window.focusWidget()
        reached.append(focused.accessibleName() or getattr(focused, "text", str)())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert reached[:4] == ["Search the library", "What you can type here", "New", "All"]
    assert reached.index("All") < reached.index("Results") < reached.index("Verify today")
    assert reached.index("Verify today") < reached.index("Edit") < reached.index("Text")
    assert screen.pane.isVisible()


def test_an_emptied_library_says_what_it_is_for(library: Any) -> None:
    """One line, one action; no page of what is gone."""
    for kind in ("articles", "known-issues", "snippets"):
        shutil.rmtree(Path(library.folder) / kind)
    library.run("refresh-library")
    screen = library.places.library_screen
    assert screen.pages.currentWidget() is screen.empty
    assert screen.empty.first.text() == "Write the first article"
    assert screen.pane.page is None
    library.run("go-known-issues")
    assert library.places.issues_screen.pane.page is None


def test_a_library_that_is_not_there_says_so_in_place(library: Any) -> None:
    """With the way to another one."""
    library.program.library.loaded = False
    library.program.library.open(lambda: Path(library.folder) / "nowhere")
    library.settle()
    screen = library.places.library_screen
    assert "There is no library at" in screen.empty.sentence.text()
    assert screen.empty.second.text() == "Open another library…"
    assert screen.empty.first.isHidden()


def test_what_a_ticket_asks_for_opens_at_its_place(library: Any) -> None:
    """The words of the suggestion are marked, whatever was searched before."""
    screen = library.places.library_screen
    screen.search.setText("hello")
    library.settle()
    library.program.record_wanted.emit("article", "refunds#late-refunds?mark=banks,five")
    library.settle()
    assert screen.pane.title.text() == "Refunds"
    marked = [mark.cursor.selectedText() for mark in screen.pane.text.extraSelections()]
    assert marked == ["Banks", "five"]
    assert screen.search.text() == ""


def test_an_owner_goes_through_what_is_due(library: Any) -> None:
    """One key lists it, one verifies and leads on to the next; at the end it says what comes when."""
    screen = library.places.library_screen
    for id, title, day in (("gifts", "Gifts", "2026-02-05"), ("returns", "Returns", "2026-01-05")):
        text = OVERDUE.format(id=id, title=title, day=day)
        (library.folder / f"articles/{id}.md").write_text(text, encoding="utf-8")
    library.run("refresh-library")
    assert screen.check_button.text() == "To check (2)"
    library.run("go-queue")
    library.run("show-overdue")
    assert library.program.window.place == "library"
    assert screen.check_button.isChecked()
    assert library.titles() == ["Yours", "Returns", "Gifts"]
    assert screen.pane.title.text() == "Returns"
    library.run("verify-record")
    assert screen.pane.title.text() == "Gifts"
    assert screen.check_button.text() == "To check (1)"
    library.run("verify-record")
    assert screen.empty.sentence.text() == "Every article is checked."
    assert screen.empty.more.text().startswith("Next is “")


def test_after_writing_one_reads_on(qtbot: QtBot, library: Any) -> None:
    """The cursor goes back into the text that was read, or to the search one came from."""
    screen = library.places.library_screen
    qtbot.keyClick(screen.search, Qt.Key.Key_Return)
    assert screen.pane.text.hasFocus()
    library.run("edit-record")
    qtbot.keyClick(library.places.library_editor.body, Qt.Key.Key_Escape)
    library.settle()
    assert screen.pane.text.hasFocus()
    screen.focus_search()
    library.run("edit-record")
    qtbot.keyClick(library.places.library_editor.body, Qt.Key.Key_Escape)
    library.settle()
    assert screen.search.hasFocus()
