"""Closing loses nothing, can be done twice, and leaves nothing that acts afterwards."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from desktop import program as program_module
from desktop.paths import DataPaths
from desktop.program import Program
from desktop.queue.place import QueuePlace
from desktop.work.collaborators import Clock
from tests.gui.running_program import running, settle, write_files

MAIL = (
    b"From: Ann <ann@shop.example>\r\nSubject: Licence\r\nMessage-ID: <%d@shop.example>\r\n\r\n"
    b"How do I renew my licence?\r\n"
)


@pytest.fixture
def program(qapp: QApplication, paths: DataPaths, clock: Clock, tmp_path: Path) -> Iterator[Program]:
    """A program with two tickets and an empty library."""
    library = write_files(tmp_path / "library", {})
    with running(qapp, paths=paths, clock=clock, library=library) as program:
        assert program.desk is not None
        for number in (1, 2):
            program.desk.add_mail(MAIL % number)
        yield program


def opened(program: Program, number: int) -> Program:
    """Open a ticket and wait for it."""
    program.open_ticket(number)
    settle(program)
    return program


def test_a_window_whose_text_cannot_be_saved_asks(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk: the window stays when told so, the text with it; once there is room it closes."""
    opened(program, 1)
    assert program.desk is not None
    assert program.ticket is not None
    asked: list[str] = []

    def ask(*_: object, title: str, **__: object) -> str:
        asked.append(title)
        return "Keep it open"

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(program_module, "ask", ask)
    with monkeypatch.context() as disk:
        disk.setattr(program.desk, "save_draft", full)
        program.ticket.reply.editor.insertPlainText("Dear Ann,")
        assert not program.window.close()
        assert asked == ["Your last changes are not saved yet"]
        program.leave_ticket()
        assert not program.window.close()
    assert program.window.close()
    assert len(asked) == 2
    assert "Dear Ann," in program.desk.draft(1).text


def test_closing_twice_is_once(program: Program) -> None:
    """Who closes a program that is closed disturbs nothing, and its window goes without a question."""
    opened(program, 1)
    program.close()
    program.close()
    assert program.window.close()


def test_a_draft_is_saved_by_closing_the_program(program: Program, paths: DataPaths, clock: Clock) -> None:
    """Also within the pause after the last key."""
    from composer.tickets.desk import Desk

    opened(program, 1)
    assert program.ticket is not None
    program.ticket.reply.editor.insertPlainText("Dear Ann,")
    program.close()
    desk = Desk.open(paths.desk, clock=clock)
    assert "Dear Ann," in desk.draft(1).text
    desk.close()


def test_a_ticket_that_was_left_while_it_was_read_stays_left(program: Program) -> None:
    """Enter and Escape in quick succession: no ticket is open behind the queue."""
    program.open_ticket(1)
    program.leave_ticket()
    settle(program)
    assert program.ticket is not None
    assert program.ticket.presenter.ticket is None
    assert isinstance(program.tickets.queue_place, QueuePlace)
    assert program.tickets.queue_place.scope == "queue"


def test_the_last_of_two_quick_choices_is_open(program: Program) -> None:
    """Whatever is read first."""
    program.open_ticket(1)
    program.open_ticket(2)
    settle(program)
    assert program.ticket is not None
    ticket = program.ticket.presenter.ticket
    assert ticket is not None
    assert ticket.ticket.id == 2


def test_tickets_that_were_left_are_not_kept_in_memory(program: Program) -> None:
    """A mail of 5 MB is held as long as its ticket is open; the drafts are on the desk."""
    assert program.ticket is not None
    for number in (1, 2, 1, 2):
        opened(program, number)
        program.ticket.reply.editor.insertPlainText("x")
    program.leave_ticket()
    settle(program)
    opened(program, 1)
    draft = program.ticket.presenter._columns
    assert draft is not None
    assert len(draft.draft._autosaves) == 1


def test_what_was_copied_does_not_outlive_python(program: Program, offscreen: bool) -> None:
    """Qt's own clipboard is a static: at exit it would delete a Python object after Python."""
    data = QMimeData()
    data.setText("copied")
    QApplication.clipboard().setMimeData(data)
    program.close()
    assert not offscreen or QApplication.clipboard().text() == ""
