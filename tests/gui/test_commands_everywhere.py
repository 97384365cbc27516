"""Every command, in every place, with nothing open and with something open: none breaks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from desktop.paths import DataPaths
from desktop.program import Program
from desktop.window.commands import COMMANDS
from desktop.work.collaborators import Clock
from tests.gui.running_program import running, settle, write_files

MAIL = (
    b"From: Ann <ann@shop.example>\r\nSubject: Licence\r\nMessage-ID: <1@shop.example>\r\n\r\n"
    b"How do I renew my licence? And when will the fix be out?\r\n"
)
PLACES = ("queue", "ticket", "library", "known-issues", "promises", "report")
_LEFT_OUT = ("quit",)


@pytest.fixture
def program(
    qapp: QApplication,
    paths: DataPaths,
    clock: Clock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Program]:
    """The program; whatever asks for a file gets none, whatever dialog opens is closed by Escape."""
    for ask in ("getOpenFileNames", "getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_, **__: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda *_: True)
    escape = QTimer()
    escape.timeout.connect(close_dialogs)
    escape.start(30)
    library = write_files(tmp_path / "library", {})
    with running(qapp, paths=paths, clock=clock, library=library) as program:
        yield program
    escape.stop()


def close_dialogs() -> None:
    """Escape from whatever dialog or menu is in front."""
    for widget in (QApplication.activeModalWidget(), QApplication.activePopupWidget()):
        if isinstance(widget, QDialog):
            widget.reject()
        elif isinstance(widget, QWidget):
            widget.close()


def go_to(program: Program, place: str, *, full: bool) -> None:
    """Bring a place to the front."""
    if place == "ticket":
        assert program.desk is not None
        program.open_ticket(program.desk.tickets()[0].id)
    else:
        program.window.book.run(f"go-{place}")
        if place == "queue" and program.tickets.open_ticket_id:
            program.leave_ticket()
    settle(program)


def give_work(program: Program, folder: Path) -> None:
    """Put a mail on the desk and some records into the library."""
    assert program.desk is not None
    program.desk.add_mail(MAIL)
    kinds = {"articles": "", "known-issues": "status: identified\n", "snippets": "keyword: a\n"}
    page = "---\nid: {}\ntitle: Licences\n{}---\n\nRenew a licence here.\n"
    write_files(folder, {f"{kind}/one.md": page.format(kind, text) for kind, text in kinds.items()})
    assert program.queue is not None
    program.queue.refresh()
    program.library.refresh()
    settle(program)


@pytest.mark.timeout(240)
@pytest.mark.parametrize(
    ("place", "full"), [(p, f) for p in PLACES for f in (False, True) if f or p != "ticket"]
)
def test_every_command_does_something_sensible(
    program: Program, tmp_path: Path, place: str, full: bool
) -> None:
    """No exception, no dialog that stays; afterwards the place still works."""
    if full:
        give_work(program, tmp_path / "library")
    for command in COMMANDS:
        if command.id in _LEFT_OUT:
            continue
        go_to(program, place, full=full)
        program.window.book.run(command.id)
        settle(program)
        close_dialogs()
        QTest.keyClick(QApplication.focusWidget() or program.window, Qt.Key.Key_Escape)
        settle(program)
        assert QApplication.activeModalWidget() is None, command.id
        assert program.window.isVisible()


@pytest.mark.parametrize("place", PLACES)
def test_tab_goes_round_every_place(program: Program, tmp_path: Path, place: str) -> None:
    """Tab reaches more than one widget, each of them seen, and comes back to where it began."""
    give_work(program, tmp_path / "library")
    go_to(program, place, full=True)
    program.window.activateWindow()
    QTest.qWait(50)
    first = QApplication.focusWidget()
    assert first is not None
    reached = [first]
    for _ in range(120):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        assert now.isVisible(), now
        assert not now.visibleRegion().isEmpty(), now
        if now is first:
            break
        reached.append(now)
    assert QApplication.focusWidget() is first
    assert len(set(reached)) == len(reached) >= 3
