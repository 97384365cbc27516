"""Writing records in the window."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.record_editor import view as editor_view

REFUNDS = "articles/billing/refunds.md"


@pytest.fixture
def editing(window: Any) -> Any:
    """The article on refunds in the editor."""
    window.places.show_record("article", "refunds")
    window.settle()
    window.run("edit-record")
    return window


def test_saving_writes_one_line_and_shows_the_article(qtbot: QtBot, editing: Any) -> None:
    """Found at once, the page shows it."""
    editor = editing.places.library_editor
    before = editing.text_of(REFUNDS).split("\n")
    cursor = editor.body.document().find("five")
    cursor.insertText("zebra")
    assert editor.save_button.isEnabled()
    editing.run("save-record")
    after = editing.text_of(REFUNDS).split("\n")
    assert [line for line in after if line not in before] == ["Banks take zebra days."]
    screen = editing.places.library_screen
    assert not editing.places.library_place.editing
    assert "zebra" in screen.pane.text.toPlainText()
    screen.search.setText("zebra")
    editing.settle()
    assert editing.titles() == ["Refunds"]


def test_the_form_saves_its_fields(qtbot: QtBot, editing: Any) -> None:
    """Choice, list and switches; other lines stay."""
    fields = editing.places.library_editor.form.fields
    fields["tags"].input.set_text("billing\nmoney")
    fields["status"].input.set_text("draft")
    editing.run("save-record")
    text = editing.text_of(REFUNDS)
    assert "tags: [billing, money]" in text
    assert "status: draft" in text
    assert "products: [Shop Cart]" in text


def test_a_new_article_is_written_by_keyboard(qtbot: QtBot, window: Any) -> None:
    """Ctrl+N, a title, Enter, words, Ctrl+S."""
    window.run("go-library")
    window.run("new-article")
    editor = window.places.library_editor
    assert editor.title.hasFocus()
    qtbot.keyClicks(editor.title, "Gift cards")
    qtbot.keyClick(editor.title, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.body, "- one")
    qtbot.keyClick(editor.body, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.body, "two")
    window.run("save-record")
    assert window.text_of("articles/gift-cards.md").endswith("\n\n- one\n- two")
    assert window.places.library_screen.pane.title.text() == "Gift cards"
    assert "Gift cards" in window.titles()


def test_the_preview_follows_the_words(qtbot: QtBot, editing: Any) -> None:
    """As it will be read."""
    editor = editing.places.library_editor
    editor.preview_button.setChecked(True)
    editor.body.replace_all("A **strong** word")
    qtbot.waitUntil(lambda: editor.preview.toPlainText().strip() == "A strong word", timeout=5_000)


def test_escape_asks_only_when_something_changed(
    qtbot: QtBot, editing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unchanged it just closes; changed it stays unless one discards."""
    editor, asked = editing.places.library_editor, []
    monkeypatch.setattr(editor_view, "ask", lambda *_, **how: asked.append(how["title"]) or "Go on writing")
    editor.body.insertPlainText("More. ")
    qtbot.keyClick(editor.body, Qt.Key.Key_Escape)
    assert asked == ["Save the changes of “Refunds”?"]
    assert editing.places.library_place.editing
    editor.body.undo()
    qtbot.keyClick(editor.body, Qt.Key.Key_Escape)
    assert not editing.places.library_place.editing


def test_unsaved_words_survive_other_places(editing: Any) -> None:
    """Also when somebody reads another record meanwhile: a strip leads back."""
    editor = editing.places.library_editor
    editor.body.insertPlainText("More. ")
    editing.run("go-queue")
    editing.places.show_record("article", "late-orders")
    editing.settle()
    place = editing.places.library_place
    assert not place.editing
    assert place.unsaved.words.text() == "“Refunds” has changes that are not saved."
    place.continue_wanted.emit()
    assert place.editing
    assert editor.body.text().startswith("More. ")
    editor.body.undo()


def test_a_change_outside_loses_nothing(qtbot: QtBot, editing: Any) -> None:
    """Both choices stand in place; keeping mine saves over the newer version."""
    editor = editing.places.library_editor
    file = Path(editing.folder) / REFUNDS
    file.write_text(file.read_text(encoding="utf-8").replace("five days", "nine days"), encoding="utf-8")
    editor.title.setText("Money back")
    editing.run("save-record")
    assert not editor.problem.isHidden()
    choices = {button.text(): button for button in editor.problem.findChildren(QPushButton)}
    assert set(choices) == {"Compare", "Keep mine", "Take theirs"}
    qtbot.mouseClick(choices["Keep mine"], Qt.MouseButton.LeftButton)
    editing.run("save-record")
    text = file.read_text(encoding="utf-8")
    assert "title: Money back" in text
    assert "nine days" in text


def test_a_failure_stays_until_it_works(editing: Any) -> None:
    """A write-protected file: the sentence, the words, and another try."""
    file = Path(editing.folder) / REFUNDS
    editor = editing.places.library_editor
    editor.title.setText("Money back")
    file.chmod(0o444)
    editing.run("save-record")
    assert "may not be written" in editor.problem.words.text()
    assert editor.title.text() == "Money back"
    file.chmod(0o644)
    editing.run("save-record")
    assert "title: Money back" in editing.text_of(REFUNDS)


def test_a_problem_stands_at_its_field(editing: Any) -> None:
    """And takes the cursor there."""
    field = editing.places.library_editor.form.fields["verified"]
    field.input.set_text("yesterday")
    editing.run("save-record")
    assert field.problem.text() == "Write a day such as 2026-12-03, or nothing."
    assert field.input.hasFocus()
    field.input.set_text("2026-09-12")


def test_closing_the_window_asks(editing: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saving is one of the answers."""
    monkeypatch.setattr(editor_view, "ask", lambda *_, **__: "Save")
    editing.places.library_editor.title.setText("Money back")
    assert editing.places.may_close()
    assert "title: Money back" in editing.text_of(REFUNDS)


def test_a_window_that_gets_narrow_keeps_the_text(editing: Any) -> None:
    """Where there is room for one of them, it is not the preview."""
    editor = editing.places.library_editor
    window = editing.program.window
    window.resize(1500, 800)
    editing.settle()
    editor.preview_button.setChecked(True)
    editor._arrange()
    assert editor.preview.isVisible()
    window.resize(980, 700)
    editing.settle()
    assert editor.body.isVisible()
    assert not editor.preview.isVisible()


def test_a_long_title_wraps(qtbot: QtBot, editing: Any) -> None:
    """Nothing of it is cut; Down goes through its lines, and from the last one into the text."""
    editor = editing.places.library_editor
    one_line = editor.title.height()
    editor.title.setText("What to do when renewals fail for cards of some Nordic banks " * 2)
    editing.settle()
    assert editor.title.height() > one_line
    editor.title.setFocus()
    qtbot.keyClick(editor.title, Qt.Key.Key_Down)
    assert editor.title.hasFocus()
    for _ in range(4):
        qtbot.keyClick(editor.focusWidget(), Qt.Key.Key_Down)
    assert editor.body.hasFocus()
    assert "\n" not in editor.title.text()


def test_an_article_comes_out_of_a_reply(qtbot: QtBot, window: Any) -> None:
    """With the question and the answer to it; it can be saved at once, and says what to take out."""
    program = window.program
    mail = b"From: Jo <jo@a.example>\nSubject: Vouchers\nMessage-ID: <v1@a>\n\nDo you sell vouchers?\n"
    ticket = program.desk.add_mail(mail)
    program.desk.save_draft(ticket.id, "Hi Jo,\n\nyes, under *Shop > Vouchers*.\n\nKind regards,\nAna\n")
    program.open_ticket(ticket.id)
    window.settle()
    window.run("article-from-reply")
    editor = window.places.library_editor
    assert program.window.place == "library"
    assert editor.title.text() == "Do you sell vouchers?"
    assert editor.body.text() == "yes, under *Shop > Vouchers*.\n"
    assert editor.problem.isVisible()
    window.run("save-record")
    assert "also_known_as" in window.text_of("articles/do-you-sell-vouchers.md")


def test_a_link_is_put_in_by_its_title(qtbot: QtBot, editing: Any) -> None:
    """Two brackets and a word, Enter; Escape keeps what was typed and stays in the text."""
    editor = editing.places.library_editor
    editor.body.setFocus()
    qtbot.keyClicks(editor.body, "[[late")
    editing.settle()
    assert editor.links.isVisible()
    qtbot.keyClick(editor.body, Qt.Key.Key_Return)
    assert editor.body.text().startswith("[Late orders](kb:late-orders)")
    qtbot.keyClicks(editor.body, " [[late")
    editing.settle()
    qtbot.keyClick(editor.body, Qt.Key.Key_Escape)
    assert not editor.links.isVisible()
    assert editing.places.library_place.editing
    assert editor.body.text().startswith("[Late orders](kb:late-orders) [[late")
