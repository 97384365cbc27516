"""From a search that finds nothing to the article that answers it, by keyboard and by mouse."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.library.gaps import ask_dialog
from desktop.library.gaps.ask_dialog import COPY, OPEN, AskOwnerDialog
from desktop.library.gaps.gap_list import GapList


@pytest.fixture
def nothing_found(window: Any) -> Any:
    """The library, with a query that nothing answers."""
    window.run("go-library")
    window.places.library_screen.search.setText("gift vouchers")
    window.settle()
    return window


def meet(monkeypatch: pytest.MonkeyPatch, dialog: type, act: Callable[[Any], object]) -> None:
    """Let a dialog that opens be met by an act instead of a person."""

    def exec_(self: Any) -> int:
        self.show()
        act(self)
        return 0

    monkeypatch.setattr(dialog, "exec", exec_)


def test_nothing_found_offers_what_can_be_done(qtbot: QtBot, nothing_found: Any) -> None:
    """In place of a page; an arrow key opens what comes nearest."""
    screen = nothing_found.places.library_screen
    empty = screen.pane.empty
    assert empty.isVisible()
    assert empty.sentence.text() == "The library has nothing on “gift vouchers” yet."
    assert [empty.first.text(), empty.second.text()] == ["Note as a gap", "Ask the owner…"]
    qtbot.keyClick(screen.search, Qt.Key.Key_Down)
    nothing_found.settle()
    assert not empty.isVisible()
    assert screen.pane.page is not None


def test_a_gap_is_noted_listed_and_written(
    qtbot: QtBot, nothing_found: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The article begins with the words that were searched; once it is saved, the gap is gone."""
    screen = nothing_found.places.library_screen
    qtbot.mouseClick(screen.pane.empty.first, Qt.MouseButton.LeftButton)
    nothing_found.settle()
    assert nothing_found.program.window.notices.text.text() == "“gift vouchers” is noted as a gap."
    assert screen.foot.gaps_button.text() == "Gaps (1)"
    meet(monkeypatch, GapList, lambda gaps: qtbot.keyClick(gaps.list, Qt.Key.Key_Return))
    nothing_found.run("show-gaps")
    editor = nothing_found.places.library_editor
    assert editor.isVisible()
    assert editor.title.text() == "gift vouchers"
    assert editor.form.fields["also_known_as"].input.text() == "gift vouchers"
    editor.title.setText("Sell and redeem gift vouchers")
    nothing_found.run("save-record")
    assert nothing_found.program.desk.gaps() == ()
    assert not screen.foot.gaps_button.isVisible()


def test_a_gap_is_settled_with_a_key(
    qtbot: QtBot, nothing_found: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list stays open and is empty then; it can be copied before."""
    nothing_found.run("note-gap")

    def settle(gaps: Any) -> None:
        gaps.copy_button.click()
        qtbot.keyClick(gaps.list, Qt.Key.Key_Delete)
        nothing_found.settle()
        assert gaps.isVisible()
        assert gaps.empty.isVisible()
        assert not gaps.write_button.isEnabled()

    meet(monkeypatch, GapList, settle)
    nothing_found.run("show-gaps")
    assert QApplication.clipboard().text().startswith("- gift vouchers (asked once, on ")
    assert nothing_found.program.desk.gaps() == ()


def test_a_search_that_stands_is_counted_by_itself(qtbot: QtBot, nothing_found: Any) -> None:
    """After two seconds, without a word."""
    desk = nothing_found.program.desk
    qtbot.waitUntil(lambda: [gap.query for gap in desk.gaps()] == ["gift vouchers"], timeout=10_000)
    assert not desk.gaps()[0].noted


@pytest.mark.parametrize(
    ("opens", "answer", "said", "copied"),
    [
        (True, OPEN, "The question is in your mail program.", False),
        (False, OPEN, "No mail program answered; the question is on the clipboard.", True),
        (True, COPY, "The question is on the clipboard.", True),
        (True, "Cancel", "", False),
    ],
)
def test_the_owner_is_asked(
    nothing_found: Any, monkeypatch: pytest.MonkeyPatch, opens: bool, answer: str, said: str, copied: bool
) -> None:
    """By the mail program with everything filled in, or by the clipboard; nothing is sent from here."""
    opened: list[str] = []
    nothing_found.program.window.notices.hide()

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return opens

    monkeypatch.setattr(ask_dialog.QDesktopServices, "openUrl", open_url)

    def ask(dialog: Any) -> None:
        assert dialog.words.verbatim().startswith("Hello Ana,\n\nA customer asks about “gift vouchers”")
        dialog.answer = answer

    meet(monkeypatch, AskOwnerDialog, ask)
    nothing_found.run("ask-owner")
    assert bool(opened) == (answer == OPEN)
    if opened:
        assert opened[0].startswith("mailto:ana@a.example?subject=Question%20for%20the%20library")
    assert ("gift vouchers" in QApplication.clipboard().text()) == copied
    notice = nothing_found.program.window.notices
    assert (notice.text.text() if notice.isVisible() else "") == said


def test_a_hit_says_why_it_is_there(qtbot: QtBot, window: Any) -> None:
    """Above its page, and to a screen reader in the list."""
    window.run("go-library")
    screen = window.places.library_screen
    screen.search.setText("banks")
    window.settle()
    assert screen.pane.area.text() == "Billing · Found by all words"
    model = screen.list.rows
    assert "Found by all words" in str(model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole))
    tip = str(model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole))
    assert "Found by all words" in tip
    assert str(model.data(model.index(0, 0), Qt.ItemDataRole.DisplayRole)) in tip
    assert screen.foot.unfit_button.isVisible()
    screen.search.clear()
    window.settle()
    assert not screen.foot.unfit_button.isVisible()
