"""A desk file that can't be used is told in one sentence and stays as it is, byte for byte."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from composer.tickets.desk import Desk
from composer.tickets.desk_file import (
    DeskDamaged,
    DeskFailure,
    DeskNewer,
    backups_of,
    newest_good_backup,
    restore,
    salvage,
    set_aside,
)

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
MAIL = (
    b"From: Ada <ada@park.example>\r\nSubject: Renewal %d\r\nMessage-ID: <%d@x.example>\r\n\r\nWhen? %s\r\n"
)


def filled(path: Path, tickets: int = 3) -> None:
    """Make a desk with some tickets."""
    desk = Desk.open(path, clock=lambda: NOW)
    for number in range(tickets):
        desk.add_mail(MAIL % (number, number, b"x" * 3000))
    desk.close()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """Text under the desk's name is told and kept."""
    path = tmp_path / "desk.sqlite"
    path.write_text("this is no database, but somebody's notes " * 50)
    before = path.read_bytes()
    with pytest.raises(DeskDamaged, match="damaged or is no desk"):
        Desk.open(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    """Somebody else's tables are not migrated into a desk."""
    path = tmp_path / "desk.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE songs (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DeskDamaged, match="another program"):
        Desk.open(path)
    assert path.read_bytes() == before


def test_a_newer_desk_is_not_touched(tmp_path: Path) -> None:
    """A desk of a newer version is refused before a byte is written."""
    path = tmp_path / "desk.sqlite"
    filled(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9999")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DeskNewer, match="newer version"):
        Desk.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("damage", ["cut", "header"])
def test_a_damaged_desk_is_seen_and_can_be_replaced_by_its_backup(tmp_path: Path, damage: str) -> None:
    """What SQLite can't read is set aside whole, and the newest sound backup takes its place."""
    path = tmp_path / "desk.sqlite"
    filled(path, tickets=30)
    desk = Desk.open(path, clock=lambda: NOW)
    desk.back_up()
    desk.close()
    data = path.read_bytes()
    broken = data[: len(data) // 2 + 100] if damage == "cut" else b"\0" * 100 + data[100:]
    path.write_bytes(broken)
    with pytest.raises(DeskDamaged):
        Desk.open(path)
    assert path.read_bytes() == broken
    aside = set_aside(path, NOW)
    assert aside.read_bytes() == broken
    backup = newest_good_backup(path)
    assert backup is not None
    restore(backup, path)
    opened = Desk.open(path)
    assert len(opened.tickets()) == 30
    opened.close()


def test_rows_of_a_damaged_desk_are_salvaged(tmp_path: Path) -> None:
    """What can be read of a desk cut short is copied; lost tickets are made from their mails."""
    path = tmp_path / "desk.sqlite"
    filled(path, tickets=60)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 17 // 20])
    aside = set_aside(path, NOW)
    saved = salvage(aside, path)
    assert 40 <= saved["messages"] < 60
    opened = Desk.open(path)
    assert len(opened.tickets()) == saved["messages"] == saved["tickets"]
    assert opened.tickets()[0].subject == "Renewal 0"
    opened.close()


def test_only_the_newest_backups_are_kept(tmp_path: Path) -> None:
    """Five backups stay, the oldest go."""
    path = tmp_path / "desk.sqlite"
    filled(path)
    for day in range(1, 9):
        desk = Desk.open(path, clock=lambda day=day: NOW.replace(day=day))  # type: ignore[misc]
        desk.back_up()
        desk.close()
    names = [backup.name for backup in backups_of(path)]
    assert names == [f"desk-202611{day:02}T120000Z.sqlite" for day in (8, 7, 6, 5, 4)]


def test_a_folder_that_is_read_only_is_told(tmp_path: Path) -> None:
    """A desk that can't be made is one sentence about where and what to do."""
    path = tmp_path / "missing" / "desk.sqlite"
    with pytest.raises(DeskFailure, match="--data-dir"):
        Desk.open(path)
