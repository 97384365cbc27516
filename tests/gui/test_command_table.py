"""The table of commands: each has help and keys of its own, and every one that is bound works."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.window.commands import BY_ID, COMMANDS, MENUS, Command, CommandBook, shown_keys


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_row_is_whole(command: Command) -> None:
    """Title, one sentence of help, a known menu, keys that Qt understands."""
    assert command.title
    assert command.help.endswith(".")
    assert command.menu in MENUS
    assert all(not QKeySequence(keys).isEmpty() for keys in command.keys)
    assert "!" not in command.title + command.help


def test_ids_are_unique() -> None:
    """A command has one row."""
    assert len(BY_ID) == len(COMMANDS)


def test_keys_are_unique_where_they_hold() -> None:
    """A key means one command in each place; a command of all places shares its key with none."""
    places = {command.place for command in COMMANDS} - {""}
    for place in places:
        here = [keys for command in COMMANDS if command.place in ("", place) for keys in command.keys]
        twice = [keys for keys, count in Counter(map(_normal, here)).items() if count > 1]
        assert not twice, f"in {place}: {twice}"


def _normal(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def test_a_command_does_what_its_place_binds(qtbot: QtBot) -> None:
    """The same key searches where one is; elsewhere it does nothing."""
    window = QWidget()
    qtbot.addWidget(window)
    book = CommandBook(window)
    done: list[str] = []
    book.bind("search-here", lambda: done.append("queue"), place="queue")
    book.bind("search-here", lambda: done.append("library"), place="library")
    book.bind("quit", lambda: done.append("quit"))
    book.enter("queue")
    book.run("search-here")
    book.enter("library")
    book.action("search-here").trigger()
    book.enter("elsewhere")
    assert not book.action("search-here").isEnabled()
    book.run("search-here")
    assert done == ["queue", "library"]
    assert [command.id for command in book.offered()] == ["quit"]


def test_what_is_not_possible_now_is_not_offered(qtbot: QtBot) -> None:
    """The palette leaves it out and the key does nothing."""
    window = QWidget()
    qtbot.addWidget(window)
    book = CommandBook(window)
    done: list[str] = []
    book.bind("back", lambda: done.append("back"), enabled=lambda: False)
    book.run("back")
    assert done == []
    assert book.offered() == ()
    assert [command.id for command in book.bound()] == ["back"]


def test_keys_are_shown_as_the_system_writes_them() -> None:
    """A command without keys shows none."""
    assert shown_keys(BY_ID["palette"])
    assert shown_keys(BY_ID["about"]) == ""
