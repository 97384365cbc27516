"""The file of a desk: opening it safely, backing it up, and what to do with a damaged one."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from composer.mail.parse import parse_message
from composer.tickets.schema import APPLICATION_ID, VERSION, migrations
from kb_content.failure import Failure

_BACKUPS_KEPT = 5


class DeskFailure(Failure):
    """A desk that can't be used as it is."""


class DeskNewer(DeskFailure):
    """A desk that a newer version of the program has written; nothing in it is touched."""


class DeskDamaged(DeskFailure):
    """A desk file that SQLite can't read, or that is no desk."""


def open_database(path: Path) -> Database:
    """Open the desk at ``path``, making it when there is none, and bring its tables up to date.

    Raises DeskNewer, DeskDamaged or DeskFailure; the file is only written to once it has proved to
    be a sound desk of this version or an older one.
    """
    existed = path.exists() and path.stat().st_size > 0
    if existed:
        _examine(path)
    try:
        connection = _connect(path)
        database = Database(connection, execute_plugins=False)
        migrations.apply(database)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    except (sqlite3.Error, OSError) as error:
        raise DeskFailure(
            f"The desk can't be opened for writing ({error}); "
            "choose another data folder with --data-dir, or make this one writable.",
            path=str(path),
        ) from error
    return database


def back_up(database: Database, path: Path, now: datetime) -> Path:
    """Copy the desk into ``backups`` beside it, keep the newest five, and return the copy's path."""
    folder = path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    copy = folder / f"{path.stem}-{now:%Y%m%dT%H%M%SZ}.sqlite"
    partial = copy.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    target = sqlite3.connect(partial)
    try:
        database.conn.backup(target)
    finally:
        target.close()
    partial.replace(copy)
    for old in backups_of(path)[_BACKUPS_KEPT:]:
        old.unlink(missing_ok=True)
    return copy


def backups_of(path: Path) -> list[Path]:
    """Return the backups of a desk, newest first."""
    return sorted((path.parent / "backups").glob(f"{path.stem}-*.sqlite"), reverse=True)


def newest_good_backup(path: Path) -> Path | None:
    """Return the newest backup that SQLite finds sound, or None."""
    return next((backup for backup in backups_of(path) if _complaint(backup) == ""), None)


def set_aside(path: Path, now: datetime) -> Path:
    """Move a damaged desk out of the way as ``….damaged-<time>``, byte for byte, and return its place."""
    aside = path.with_name(f"{path.name}.damaged-{now:%Y%m%dT%H%M%SZ}")
    path.replace(aside)
    for suffix in ("-wal", "-shm"):
        companion = path.with_name(path.name + suffix)
        if companion.exists():
            companion.replace(aside.with_name(aside.name + suffix))
    return aside


def restore(backup: Path, path: Path) -> None:
    """Put a backup where the desk belongs; what stands there has to be set aside before."""
    if path.exists():
        raise DeskFailure("A desk stands here already; set it aside first.", path=str(path))
    partial = path.with_name(path.name + ".partial")
    shutil.copyfile(backup, partial)
    partial.chmod(0o600)
    partial.replace(path)


def salvage(damaged: Path, path: Path) -> dict[str, int]:
    """Copy every row that can still be read into a new desk; return how many rows of each table.

    Tables and rows that SQLite can't read are passed over: what is left is better than nothing. A
    ticket that is lost is made again from its first mail.
    """
    desk = open_database(path)
    source = sqlite3.connect(f"{damaged.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    source.text_factory = _lenient_text
    # With it SQLite passes over what it finds wrong in the schema (a page count that is not true any
    # more), and reads the pages that are there. Nothing is written: the file is opened read-only.
    source.execute("PRAGMA trusted_schema = OFF")
    source.execute("PRAGMA writable_schema = ON")
    saved: dict[str, int] = {}
    desk.execute("PRAGMA foreign_keys = OFF")
    try:
        for table in desk.table_names():
            if not table.startswith(("_", "sqlite_")):
                saved[table] = _salvage_table(source, desk, table)
        saved["tickets"] += _tickets_from_mails(desk)
    finally:
        source.close()
        desk.execute("PRAGMA foreign_keys = ON")
        desk.close()
    return saved


def _salvage_table(source: sqlite3.Connection, desk: Database, table: str) -> int:
    """Copy a table from both ends, since a damaged page in the middle ends each way at that page."""
    count = 0
    with desk.atomic():
        for direction in ("ASC", "DESC"):
            for row in _readable_rows(source, table, direction):
                names, values = ", ".join(row), ", ".join("?" for _ in row)
                insert = f"INSERT OR IGNORE INTO [{table}] ({names}) VALUES ({values})"
                count += desk.execute(insert, list(row.values())).rowcount
    return count


def _readable_rows(source: sqlite3.Connection, table: str, direction: str) -> Iterator[dict[str, Any]]:
    """Yield a table's rows by column, up to the first that SQLite can't read."""
    try:
        rows = source.execute(f"SELECT * FROM [{table}] ORDER BY rowid {direction}")
        names = [column[0] for column in rows.description]
        for row in rows:
            yield dict(zip(names, row, strict=True))
    except sqlite3.DatabaseError:
        return


def _tickets_from_mails(desk: Database) -> int:
    """Make the missing tickets of mails that were saved, and return how many."""
    lost = list(
        desk.query(
            "SELECT ticket_id, received_at, raw, min(id) FROM messages "
            "WHERE ticket_id NOT IN (SELECT id FROM tickets) GROUP BY ticket_id"
        )
    )
    with desk.atomic():
        for row in lost:
            message = parse_message(bytes(row["raw"]))
            desk.execute(
                "INSERT INTO tickets (id, subject, customer_name, customer_mail, received_at) "
                "VALUES (?, ?, ?, ?, ?)",
                [
                    row["ticket_id"],
                    message.subject,
                    message.sender.name,
                    message.sender.mail,
                    row["received_at"],
                ],
            )
    return len(lost)


def _connect(path: Path) -> sqlite3.Connection:
    if not path.exists():
        path.touch(mode=0o600)
    elif os.name == "posix":
        path.chmod(0o600)
    connection = sqlite3.connect(path, check_same_thread=False, timeout=5)
    connection.text_factory = _lenient_text
    # FULL: with NORMAL every save acknowledged since the start was lost at a power cut.
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "trusted_schema = OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _lenient_text(data: bytes) -> str:
    """Decode text of the database; a damaged row shows U+FFFD instead of stopping the whole list."""
    return data.decode("utf-8", "replace")


def _examine(path: Path) -> None:
    """Raise when a file is damaged, is no desk, or is newer, without writing one byte to it."""
    complaint = _complaint(path)
    if complaint:
        raise DeskDamaged(
            f"This desk is damaged or is no desk at all ({complaint}); nothing was changed: "
            "restore a backup, or move the file away and start again.",
            path=str(path),
        )
    connection = _read_only(path)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    finally:
        connection.close()
    if version > VERSION:
        raise DeskNewer(
            "This desk was made by a newer version of Thrice; nothing was changed: "
            "update Thrice, or choose another data folder with --data-dir.",
            path=str(path),
        )
    if tables and application != APPLICATION_ID:
        raise DeskDamaged(
            "This is a database of another program, not a desk; nothing was changed: "
            "choose another data folder with --data-dir, or move the file away.",
            path=str(path),
        )


def _complaint(path: Path) -> str:
    try:
        connection = _read_only(path)
        try:
            result = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error as error:
        return str(error)
    return "" if result == "ok" else result.splitlines()[0]


def _read_only(path: Path) -> sqlite3.Connection:
    # Without a log beside it the file is all there is, and "immutable" keeps SQLite from making one.
    wal = path.with_name(path.name + "-wal")
    mode = "mode=ro" if wal.exists() and wal.stat().st_size else "mode=ro&immutable=1"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True)
    connection.text_factory = _lenient_text
    return connection
