"""Whatever the keyboard reaches has a name for who hears the screen, in every place and dialog."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialog import Dialog
from desktop.library.cheat_sheet import CheatSheet
from desktop.look.theme_switcher import ThemeSwitcher
from desktop.paths import DataPaths
from desktop.program import Program
from desktop.reply.earlier.earlier_dialog import EarlierDialog
from desktop.reply.findings.reason_dialog import ReasonDialog
from desktop.settings import Settings
from desktop.window.commands import COMMANDS
from desktop.window.settings_dialog import SettingsDialog
from desktop.window.shortcut_page import ShortcutPage
from desktop.window.shortcut_sections import sections
from desktop.work.collaborators import Clock
from kb_content.resource import starter_library
from tests.gui.running_program import running, settle

MAIL = (
    b"From: Ann <ann@shop.example>\r\nSubject: Licence\r\nMessage-ID: <1@shop.example>\r\n\r\n"
    b"How do I renew my licence? I will be back on Monday.\r\n"
)
PLACES = ("go-queue", "go-library", "go-known-issues", "go-promises", "ticket", "preview-reply", "palette")


def nameless(root: QWidget) -> list[str]:
    """Return what can be reached below a widget and has no name."""
    reached = [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    return [f"{type(w).__name__} in {type(w.parent()).__name__}" for w in reached if not _name(w)]


def _name(widget: QWidget) -> str:
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken.text(QAccessible.Text.Name) if spoken is not None else "nothing to be spoken of"


@pytest.fixture
def program(qapp: QApplication, paths: DataPaths, clock: Clock) -> Iterator[Program]:
    """A program with one mail."""
    with running(qapp, paths=paths, clock=clock, library=starter_library()) as program:
        assert program.desk is not None
        assert program.queue is not None
        program.desk.add_mail(MAIL)
        program.queue.refresh()
        settle(program)
        yield program


def test_every_place(program: Program) -> None:
    assert program.desk is not None
    seen = {}
    for place in PLACES:
        if place == "ticket":
            program.open_ticket(program.desk.tickets()[0].id)
        else:
            program.window.book.run(place)
        settle(program)
        seen[place] = nameless(program.window)
    assert not any(seen.values()), seen


@pytest.mark.parametrize(
    "dialog",
    [
        lambda: ReasonDialog(None),
        lambda: SettingsDialog(None, Settings()),
        lambda: ShortcutPage(None, sections(COMMANDS, place="queue", here=())),
        lambda: CheatSheet(),
        lambda: EarlierDialog(None, ()),
    ],
    ids=["reason", "settings", "shortcuts", "cheat sheet", "earlier"],
)
def test_every_dialog(qtbot: QtBot, themes: ThemeSwitcher, dialog: Callable[[], Dialog]) -> None:
    """Escape closes it, too."""
    shown = dialog()
    qtbot.addWidget(shown)
    shown.show()
    assert nameless(shown) == []
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
