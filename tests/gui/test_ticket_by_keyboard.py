"""The open ticket without a mouse: Tab reads on, the cursor says which question is meant."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from composer.questions.answer_state import State
from desktop.paths import DataPaths
from desktop.program import Program
from desktop.record_places import RecordPlaces
from desktop.reply.place import ReplyPlace
from desktop.reply.their_mail.mail_text import MailText
from desktop.text import LineEdit, selected_words
from desktop.work.collaborators import Clock
from tests.gui.running_program import running, settle, write_files

QUOTED = "".join(f"> line {number}\r\n" for number in range(8))
MAIL = (
    "From: Jo Marsh <jo@example.org>\r\nSubject: Export\r\nMessage-ID: <a@example.org>\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\n"
    "Hello,\r\n\r\nhow do I export orders?\r\n\r\nWhat does it cost?\r\n\r\nJo\r\n\r\n"
    f"On Tue, Kim wrote:\r\n{QUOTED}--b\r\n"
    'Content-Type: text/csv\r\nContent-Disposition: attachment; filename="orders.csv"\r\n\r\n'
    "a,b\r\n--b--\r\n"
)
PAGE = "---\nid: export\ntitle: Export orders\n---\n\nOpen *Orders* and press *Export orders*.\n"


@pytest.fixture
def program(qapp: QApplication, paths: DataPaths, clock: Clock, tmp_path: Path) -> Iterator[Program]:
    """A program with one ticket open."""
    library = write_files(tmp_path / "library", {"articles/export.md": PAGE})
    with running(qapp, paths=paths, clock=clock, library=library, size=(1400, 860)) as program:
        assert program.desk is not None
        program.window.activateWindow()
        program.open_ticket(program.desk.add_mail(MAIL.encode()).id)
        settle(program)
        yield program


@pytest.fixture
def place(program: Program) -> ReplyPlace:
    """The open ticket's screen."""
    assert program.ticket is not None
    return program.ticket


def states(place: ReplyPlace) -> list[State]:
    ticket = place.presenter.ticket
    assert ticket is not None
    return [state.state for state in ticket.review.states]


def put_cursor(text: MailText, offset: int) -> None:
    """Put the cursor into the mail, as the arrow keys do."""
    cursor = text.textCursor()
    cursor.setPosition(offset)
    text.setTextCursor(cursor)


def column_of(place: ReplyPlace, widget: QWidget | None) -> str:
    """Return which column has a widget."""
    parts = {"mail": place.mail, "reply": place.reply, "knowledge": place.knowledge}
    return next((name for name, part in parts.items() if widget and part.isAncestorOf(widget)), "")


def test_tab_reads_on_from_column_to_column(program: Program, place: ReplyPlace) -> None:
    """Also to what was shown only with this mail: an attachment, a card."""
    columns: list[str] = []
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        columns.append(column_of(place, QApplication.focusWidget()))
    from_rail = columns[columns.index("") :]
    changes = [name for name, before in zip(from_rail, ["mail", *from_rail], strict=False) if name != before]
    assert changes[:5] == ["", "mail", "reply", "knowledge", ""]


def test_the_attachment_comes_before_the_text(place: ReplyPlace) -> None:
    stops: list[str] = []
    place.mail.text.setFocus()
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
        focused = QApplication.focusWidget()
        stops.append(focused.accessibleName() or getattr(focused, "text", str)())
    assert stops[0].startswith("orders.csv")
    assert "Back to the queue (Alt+Left)" in stops


def test_the_question_at_the_draft_cursor_can_be_dropped_and_taken_back(
    program: Program, place: ReplyPlace
) -> None:
    book = program.window.book
    book.run("question-2")
    assert book.can_run("drop-question")
    book.run("drop-question")
    settle(program)
    assert states(place) == [State.UNANSWERED, State.DISMISSED]
    book.run("undo-question")
    settle(program)
    assert states(place) == [State.UNANSWERED, State.UNANSWERED]
    assert not book.can_run("undo-question")


def test_the_question_at_the_mail_cursor_can_be_merged_and_split(program: Program, place: ReplyPlace) -> None:
    book, text = program.window.book, place.mail.text
    book.run("go-to-mail")
    assert text.hasFocus()
    put_cursor(text, text.text().index("export"))
    book.run("merge-question")
    settle(program)
    assert len(states(place)) == 1
    book.run("split-question")  # what was merged falls apart
    settle(program)
    assert len(states(place)) == 2
    put_cursor(text, text.text().index("export"))
    book.run("split-question")
    settle(program)
    assert len(states(place)) == 3


def test_escape_leads_from_the_mail_back_to_the_draft(program: Program, place: ReplyPlace) -> None:
    program.window.book.run("go-to-mail")
    QTest.keyClick(place.mail.text, Qt.Key.Key_Escape)
    assert place.reply.editor.hasFocus()


def test_enter_folds_the_lines_at_the_cursor(place: ReplyPlace) -> None:
    text = place.mail.text
    put_cursor(text, text.text().index("line 3"))
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert "line 3" not in text.text()
    put_cursor(text, text.text().index("quoted lines"))
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert "line 3" in text.text()


def test_arrows_go_from_card_to_card(qtbot: QtBot, program: Program, place: ReplyPlace) -> None:
    place.reply.editor.replace_all("Hi Jo,\n\nPlease do not hesitate to ask. I will come back to you soon.\n")
    settle(program)
    program.window.book.run("show-knowledge")
    first, second = list(place.knowledge.cards.values())[:2]
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()
    badge = place.knowledge.open_questions.badges[0]
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert badge.hasFocus()
    QTest.keyClick(badge, Qt.Key.Key_Up)
    assert badge.hasFocus()
    QTest.keyClick(badge, Qt.Key.Key_Down)
    assert first.hasFocus()


def test_a_known_issue_is_noted_from_the_ticket(program: Program, place: ReplyPlace) -> None:
    """With the words that other customers will use, too."""
    program.window.book.run("question-1")
    program.window.book.run("new-known-issue")
    settle(program)
    assert program.window.place == "known-issues"
    places = program.window.findChild(RecordPlaces)
    content = places.issues_editor.content()
    assert content.title == "Export"
    assert content.values["symptoms"] == "how do I export orders?"
    assert places.issues_editor.isVisible()


def test_why_there_is_nothing_to_look_at_stays_until_it_is_read(program: Program, place: ReplyPlace) -> None:
    """Also while one types on, and the draft is saved."""
    place.reply.envelope.add_cc.click()
    place.reply.envelope.cc.setText("boss")
    QTest.keyClick(place.reply.envelope.cc, Qt.Key.Key_Tab)
    assert column_of(place, QApplication.focusWidget()) == "reply"
    program.window.book.run("last-look")
    settle(program)
    assert place.currentWidget() is place.columns
    place.reply.editor.setFocus()
    QTest.keyClicks(place.reply.editor, "Hello")
    place.save_now()
    settle(program)
    assert place.reply.problem.isVisible()
    assert place.reply.problem.words.text().startswith("“boss” in Cc is no mail address")


def test_the_mail_is_entered_at_the_question_in_hand(program: Program, place: ReplyPlace) -> None:
    """Alt+2, Alt+0: what is done there is done to question 2."""
    program.window.book.run("question-2")
    settle(program)
    program.window.book.run("go-to-mail")
    assert place.mail.text.hasFocus()
    assert place.acts.question_in_hand() == "q2"
    program.window.book.run("drop-question")
    settle(program)
    assert states(place) == [State.UNANSWERED, State.DISMISSED]


def test_ctrl_f_finds_in_the_column_that_has_the_keyboard(program: Program, place: ReplyPlace) -> None:
    """In their mail when one reads there, else in the draft; another ticket starts without."""
    program.window.book.run("search-here")
    assert QApplication.focusWidget() is place.reply.finder.field
    place.mail.text.setFocus()
    program.window.book.run("search-here")
    assert QApplication.focusWidget() is place.mail.finder.field
    QTest.keyClicks(place.mail.finder.field, "cost")
    assert place.mail.text.textCursor().selectedText() == "cost"
    QTest.keyClick(place.mail.finder.field, Qt.Key.Key_Escape)
    assert place.mail.text.hasFocus()
    place.open_ticket(1)
    settle(program)
    assert place.reply.finder.isHidden()


def test_selected_words_are_searched_everywhere(program: Program, place: ReplyPlace) -> None:
    """Ctrl+Shift+F takes them along, from the mail and from the draft; without any one types."""
    text = place.mail.text
    at = text.text().index("export orders")
    text.setTextCursor(text.cursor_on(at, at + len("export orders")))
    text.setFocus()
    program.window.book.run("search-everywhere")
    settle(program)
    assert program.window.place == "library"
    search = QApplication.focusWidget()
    assert isinstance(search, LineEdit)
    assert search.text() == "export orders"


def test_a_whole_draft_that_is_selected_is_no_query(place: ReplyPlace) -> None:
    """Nor is a place without any text."""
    place.reply.editor.replace_all("word " * 60)
    place.reply.editor.selectAll()
    assert selected_words(place.reply.editor) == ""
    assert selected_words(place.mail) == ""
