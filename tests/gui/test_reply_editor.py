"""The editor: verbatim text, one undo step an edit, Enter in a quote."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt

from composer.tickets.desk import Desk
from desktop.reply.draft.edits import Edit, split_quote
from desktop.reply.draft.reply_editor import ReplyEditor


@pytest.fixture
def editor(qtbot: Any) -> ReplyEditor:
    """Return an editor in a window."""
    made = ReplyEditor()
    qtbot.addWidget(made)
    made.resize(600, 400)
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a desk with one ticket."""
    made = Desk.open(tmp_path / "desk.sqlite")
    made.add_mail(b"From: a@example.org\r\nSubject: s\r\n\r\nHello?\r\n")
    yield made
    made.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.text(max_size=40), st.text(max_size=20))
def test_any_text_survives(editor: ReplyEditor, opened: str, typed: str) -> None:
    """What is opened and what an edit puts in comes out again, character for character."""
    editor.open_draft(opened, 0)
    assert editor.text() == opened
    free = "".join(c for c in typed if not "\ufdd2" <= c <= "\ufdef")
    at = len(opened) // 2
    editor.apply_edit(Edit(at, at, free, at))
    assert editor.text() == opened[:at] + free + opened[at:]
    editor.undo()
    assert editor.text() == opened


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_draft_survives_edit_save_and_load(editor: ReplyEditor, desk: Desk, text: str) -> None:
    """Through editor, desk and editor again, byte for byte."""
    editor.open_draft("", 0)
    free = "".join(c for c in text if not "\ufdd2" <= c <= "\ufdef")
    editor.apply_edit(Edit(0, 0, free, 0))
    desk.save_draft(1, editor.text())
    editor.open_draft(desk.draft(1).text, 0)
    assert editor.text() == free


@pytest.mark.parametrize(
    "text", ["a\u00a0b\u2028c", "\r\n\r", "\u2029\ufdd0\ufdd1\ufdd2", "x\x00y", "\ufffc\t"]
)
def test_awkward_characters_survive(editor: ReplyEditor, text: str) -> None:
    """Characters at which a document would break its blocks, or which it would exchange."""
    editor.open_draft(text, 0)
    assert editor.text() == text


def test_typing_tells_text_and_cursor(editor: ReplyEditor, qtbot: Any) -> None:
    """Offsets count code points, also behind an emoji."""
    editor.open_draft("\U0001f600 ", 2)
    with qtbot.waitSignal(editor.typed) as told:
        qtbot.keyClicks(editor, "x")
    assert told.args == ["\U0001f600 x", 3]


def test_a_fix_is_one_undo_step(editor: ReplyEditor, qtbot: Any) -> None:
    """Undo takes the fix back and leaves what was typed before."""
    editor.open_draft("", 0)
    qtbot.keyClicks(editor, "soon then")
    editor.apply_edit(Edit(0, 4, "on Friday", 9))
    assert editor.text() == "on Friday then"
    editor.undo()
    assert editor.text() == "soon then"


def test_enter_in_a_quote_asks_first(editor: ReplyEditor, qtbot: Any) -> None:
    """The quote is split in one step; Enter elsewhere makes a line."""
    editor.open_draft("> one? two?\n\nmine", 6)

    def split(cursor: int) -> bool:
        edit = split_quote(editor.text(), cursor)
        if edit:
            editor.apply_edit(edit)
        return edit is not None

    editor.enter_in_text = split
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "> one?\n\n\n\n> two?\n\nmine"
    editor.undo()
    assert editor.text() == "> one? two?\n\nmine"
    editor.select(17, 17)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text().endswith("mine\n")


def test_pasting_takes_text_only(editor: ReplyEditor) -> None:
    """Line ends of any system become ours; markup stays outside."""
    data = QMimeData()
    data.setHtml("<b>x</b>")
    data.setText("a\r\nb\u00a0c\rd")
    editor.open_draft("", 0)
    editor.insertFromMimeData(data)
    assert editor.text() == "a\nb\u00a0c\nd"
    editor.selectAll()
    assert editor.createMimeDataFromSelection().text() == "a\nb\u00a0c\nd"


def test_every_enter_opens_a_line(editor: ReplyEditor, qtbot: Any) -> None:
    """Also on an empty last line, where Qt's own does nothing the first time."""
    editor.open_draft("Hi Jo,", 6)
    for _ in range(3):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "yes")
    assert editor.text() == "Hi Jo,\n\n\nyes"
