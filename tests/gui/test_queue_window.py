"""The window and its queue, driven as an agent drives them."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.paths import DataPaths
from desktop.program import Program
from desktop.window.command_palette import CommandPalette
from desktop.window.commands import COMMANDS
from desktop.work.collaborators import Clock
from tests.gui.running_program import running, settle, write_files

MAIL = """\
From: {name} <{name}@shop.example>
To: support@plugins.example
Subject: {subject}
Date: Thu, 19 Nov 2026 0{hour}:00:00 +0000
Message-ID: <{name}-{hour}@shop.example>

Hello,

how do I renew my licence? And when will the fix be out?

Thanks
{name}
"""


@pytest.fixture
def program(qapp: QApplication, paths: DataPaths, clock: Clock, tmp_path: Path) -> Iterator[Program]:
    """A program with an empty desk and a library of one article."""
    page = "---\nid: renew\ntitle: Renew a licence\n---\n\nGo on.\n"
    library = write_files(tmp_path / "library", {"articles/renew.md": page})
    with running(qapp, paths=paths, clock=clock, library=library) as program:
        yield program


def mails(folder: Path, *names: str) -> list[Path]:
    """Write one mail per name, the first the oldest."""
    files = []
    for hour, name in enumerate(names, start=1):
        file = folder / f"{name}.eml"
        file.write_text(MAIL.format(name=name, subject=f"Licence of {name}", hour=hour), encoding="utf-8")
        files.append(file)
    return files


def shown(program: Program) -> list[str]:
    """Return the customers in the list, from the top."""
    model = program.tickets.queue_screen.model
    rows = [model.row(model.index(number, 0)) for number in range(model.rowCount())]
    return [row.customer for row in rows if row is not None]


def drop(program: Program, mime: QMimeData) -> None:
    """Drag something over the queue and let it go."""
    screen = program.tickets.queue_screen
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    screen.dragEnterEvent(enter)
    assert enter.isAccepted()
    screen.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    settle(program)


def test_an_empty_queue_offers_what_to_do(program: Program) -> None:
    """One line, two actions, the first has the focus."""
    screen = program.tickets.queue_screen
    assert screen.pages.currentWidget() is screen.empty
    assert screen.empty.first.text() == "Open a mail…"
    assert screen.empty.second.text() == "Try the demo mails"
    assert screen.open_button.isHidden()


def test_dropped_mails_wait_oldest_first(program: Program, tmp_path: Path) -> None:
    """Dropped in any order; the rail counts them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in reversed(mails(tmp_path, "ann", "bea", "cem"))])
    drop(program, mime)
    assert shown(program) == ["ann", "bea", "cem"]
    assert program.window.rail._buttons["queue"]._badge == "3"


def test_a_pasted_mail_becomes_a_ticket(program: Program) -> None:
    """Ctrl+V in the queue; the questions are counted."""
    QApplication.clipboard().setText("Hello, how do I renew my licence? When will the fix be out?")
    program.window.book.run("paste-mail")
    settle(program)
    assert program.desk is not None
    (ticket,) = program.desk.tickets()
    assert ticket.total_questions == 2


def test_the_filter_narrows_and_escape_clears_it(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    """Ctrl+F goes there, Down leads into the list, Escape back."""
    assert program.queue is not None
    program.queue.files_chosen(mails(tmp_path, "ann", "bea"))
    settle(program)
    program.window.book.run("search-here")
    screen = program.tickets.queue_screen
    qtbot.keyClicks(screen.filter, "bea")
    assert shown(program) == ["bea"]
    qtbot.keyClicks(screen.filter, "zzz")
    assert screen.empty.sentence.text() == "No waiting ticket has “beazzz”."
    qtbot.keyClick(screen.filter, Qt.Key.Key_Escape)
    assert shown(program) == ["ann", "bea"]


def test_a_closed_ticket_can_come_back(program: Program, tmp_path: Path) -> None:
    """The notice offers it."""
    assert program.queue is not None
    program.queue.files_chosen(mails(tmp_path, "ann", "bea"))
    settle(program)
    program.window.book.run("close-ticket")
    settle(program)
    assert len(shown(program)) == 1
    program.window.notices.action.click()
    settle(program)
    assert shown(program) == ["ann", "bea"]


def test_a_broken_file_is_told_and_the_rest_is_there(program: Program, tmp_path: Path) -> None:
    """The notice stays until it is closed."""
    empty = tmp_path / "empty.eml"
    empty.write_bytes(b"")
    assert program.queue is not None
    program.queue.files_chosen([empty, *mails(tmp_path, "ann", "bea")])
    settle(program)
    assert program.window.notices.isVisible()
    assert program.window.notices.text.text().startswith("2 mails are in the queue. empty.eml:")
    assert shown(program) == ["ann", "bea"]


def test_the_palette_finds_and_runs_a_command(qtbot: QtBot, program: Program) -> None:
    """A few letters and Enter; the theme changes at once and is remembered."""
    palette: CommandPalette = program.window.palette_panel
    program.window.book.run("palette")
    qtbot.keyClicks(palette.field, "th dark")
    entry, _ = palette.model.entry(0)
    assert entry.title == "Theme: dark"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isHidden()
    assert program.themes.choice == "dark"
    assert program.settings.current.theme == "dark"


def test_the_palette_finds_a_command_by_what_it_does(qtbot: QtBot, program: Program) -> None:
    """Behind those whose titles have the letters; two letters would find too much."""
    palette: CommandPalette = program.window.palette_panel
    program.window.book.run("palette")
    qtbot.keyClicks(palette.field, "colours")
    titles = [palette.model.entry(row)[0].title for row in range(palette.model.rowCount())]
    assert titles == ["Settings…"]
    palette.field.setText("zq")
    assert palette.model.rowCount() == 0
    assert not palette.nothing.isHidden()
    palette.close_palette()


def test_the_palette_begins_with_what_is_near(qtbot: QtBot, program: Program) -> None:
    """The commands of this place, and before them what was used last."""
    panel = program.window.palette_panel
    program.window.book.run("palette")
    titles = [panel.model.data(panel.model.index(row, 0)) for row in range(panel.model.rowCount())]
    assert titles[0] == "Paste a mail"
    qtbot.keyClicks(panel.field, "theme: dark")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    program.window.book.run("palette")
    assert panel.model.data(panel.model.index(0, 0)) == "Theme: dark"
    qtbot.keyClicks(panel.field, "th")
    assert panel.model.data(panel.model.index(0, 0)) == "Theme: dark"
    panel.close_palette()


def test_the_palette_goes_round_and_escape_leaves(qtbot: QtBot, program: Program) -> None:
    """Up from the first line is the last; nothing found is said."""
    palette = program.window.palette_panel
    program.window.book.run("palette")
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == palette.model.rowCount() - 1
    qtbot.keyClicks(palette.field, "qqqq")
    assert palette.nothing.isVisibleTo(palette)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()


def test_menus_are_made_from_the_table(program: Program) -> None:
    """Every bound command stands in its menu, but for the nine questions."""
    in_menus = {
        action.text()
        for entry in program.window.menuBar().actions()
        for action in cast("object", entry.menu()).actions()  # type: ignore[attr-defined]
    }
    wanted = {
        command.title for command in program.window.book.bound() if not command.id.startswith("question-")
    }
    assert in_menus == wanted
    assert {"Open a mail…", "Find a command…", "Keyboard shortcuts"} <= in_menus
    assert len(COMMANDS) >= len(wanted)


def test_a_library_that_changes_outside_is_read_again(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    """A file that an editor saved is there without a restart."""
    assert set(program.library.library().articles) == {"renew"}
    file = tmp_path / "library" / "articles" / "new.md"
    file.write_text("---\nid: new\ntitle: New\n---\n\nText.\n", encoding="utf-8")
    qtbot.waitUntil(lambda: "new" in program.library.library().articles, timeout=10_000)
    settle(program)


def test_a_library_that_is_not_there_is_told(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    """One sentence; what was open stays open."""
    program.library.open(lambda: tmp_path / "nowhere")
    settle(program)
    assert program.window.notices.isVisible()
    assert set(program.library.library().articles) == {"renew"}


def test_a_desk_that_is_no_database_is_told(
    qtbot: QtBot, qapp: QApplication, paths: DataPaths, clock: Clock, tmp_path: Path
) -> None:
    """The window stands, the sentence stays, the file is as it was."""
    paths.desk.write_bytes(b"this is no database, but somebody's file\n" * 50)
    before = paths.desk.read_bytes()
    program = Program(qapp, paths=paths, clock=clock, library_folder=tmp_path, theme="light")
    program.window.show()
    program.start()
    settle(program)
    assert program.window.notices.isVisible()
    assert "can't be opened" in program.tickets.queue_screen.empty.sentence.text()
    assert paths.desk.read_bytes() == before
    program.close()


def test_the_window_remembers_where_it_stood(program: Program, paths: DataPaths) -> None:
    """Geometry goes to its own file; what says no keeps the window open."""
    may_close = [False]
    program.window.before_close.append(lambda: may_close[0])
    assert not program.window.close()
    may_close[0] = True
    assert program.window.close()
    assert paths.window.exists()


def test_the_queue_s_key_leads_from_a_ticket_back_to_the_list(program: Program, tmp_path: Path) -> None:
    """From another place it leads to the open ticket first: where one was."""
    assert program.queue is not None
    program.queue.files_chosen(mails(tmp_path, "ann"))
    settle(program)
    book, place = program.window.book, program.tickets.queue_place
    assert place.ticket_open
    book.run("go-library")
    book.run("go-queue")
    assert place.ticket_open
    book.run("go-queue")
    settle(program)
    assert not place.ticket_open
    book.run("go-queue")
    assert program.window.place == "queue"


def test_next_and_previous_stay_at_the_ends(program: Program, tmp_path: Path) -> None:
    """Nobody is led out of a ticket in the middle of a sentence; the notice says why nothing came."""
    assert program.queue is not None
    program.queue.files_chosen(mails(tmp_path, "ann", "bob"))
    settle(program)
    tickets, notices = program.tickets, program.window.notices
    tickets.open_ticket(1)
    settle(program)
    for command, opened, said in (
        ("previous-ticket", 1, "This is the first ticket of the queue."),
        ("next-ticket", 2, ""),
        ("next-ticket", 2, "This is the last ticket of the queue."),
    ):
        notices.hide()
        program.window.book.run(command)
        settle(program)
        assert tickets.open_ticket_id == opened
        assert tickets.queue_place.ticket_open
        assert (notices.text.text() if notices.isVisible() else "") == said


def test_a_ticket_is_closed_from_within_and_the_next_one_opens(program: Program, tmp_path: Path) -> None:
    """Advertising needs no way back to the queue; the notice reopens it."""
    assert program.queue is not None
    assert program.desk is not None
    program.queue.files_chosen(mails(tmp_path, "ann", "bob"))
    settle(program)
    program.tickets.open_ticket(1)
    settle(program)
    program.window.book.run("close-ticket")
    settle(program)
    assert program.tickets.open_ticket_id == 2
    assert program.window.notices.action.text() == "Reopen it"
    assert program.window.notices.key.isVisible()
    program.window.book.run("close-ticket")
    settle(program)
    assert not program.tickets.queue_place.ticket_open
    assert shown(program) == []


def test_a_mail_dropped_on_a_reply_is_offered_as_a_ticket(program: Program, tmp_path: Path) -> None:
    """It is attached, as any file would be; what is meant otherwise is one key away."""
    assert program.queue is not None
    program.queue.files_chosen(mails(tmp_path, "ann"))
    settle(program)
    place = program.ticket
    assert place is not None
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file)) for file in mails(tmp_path, "bob")])
    place.reply.editor.insertFromMimeData(dropped)
    settle(program)
    opened = place.presenter.ticket
    assert opened is not None
    assert [file.name for file in opened.attachments] == ["bob.eml"]
    program.window.book.run("take-notice")
    settle(program)
    assert opened.attachments == ()
    assert program.tickets.open_ticket_id == 2


def test_a_filter_s_empty_list_leads_to_the_tickets_elsewhere(program: Program, tmp_path: Path) -> None:
    """The button names how many there are, and "All" is chosen then."""
    assert program.queue is not None
    assert program.desk is not None
    program.queue.files_chosen(mails(tmp_path, "ann", "bea"))
    settle(program)
    program.queue.close_chosen(program.desk.tickets()[0].id)
    settle(program)
    screen = program.tickets.queue_screen
    screen.filter.setText("ann")
    assert screen.empty.first.text() == "Show the one that has"
    screen.empty.first.click()
    assert shown(program) == ["ann"]
    assert screen._statuses[None].isChecked()


def test_what_a_notice_offers_has_a_key(program: Program, tmp_path: Path) -> None:
    """A closed ticket comes back without the mouse; without a notice there is nothing to do."""
    assert program.queue is not None
    assert program.desk is not None
    book = program.window.book
    assert not book.can_run("take-notice")
    program.queue.files_chosen(mails(tmp_path, "ann", "bea"))
    settle(program)
    assert not book.can_run("take-notice")  # it offers nothing
    program.queue.close_chosen(program.desk.tickets()[0].id)
    settle(program)
    book.run("take-notice")
    settle(program)
    assert shown(program) == ["ann", "bea"]
    assert not program.window.notices.isVisible()


def test_who_scrolled_on_stays_there_when_a_mail_comes(program: Program, tmp_path: Path) -> None:
    """The choice is kept, and so is the sight; each row's tooltip says all of it."""
    assert program.queue is not None
    assert program.desk is not None
    for number in range(60):
        text = MAIL.format(name=f"c{number}", subject=f"Licence {number}", hour=1)
        program.desk.add_mail(text.encode())
    program.queue.refresh()
    settle(program)
    screen = program.tickets.queue_screen
    bar = screen.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    seen = bar.value()
    assert seen > 0
    program.desk.add_mail(MAIL.format(name="new", subject="New", hour=2).encode())
    program.queue.refresh()
    settle(program)
    assert (bar.value(), screen.list.currentIndex().row()) == (seen, 0)
    tip = str(screen.model.data(screen.model.index(0, 0), Qt.ItemDataRole.ToolTipRole))
    assert "c0" in tip
    assert "Licence 0" in tip
