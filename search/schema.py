"""The index file: its tables, its version, and what becomes of a file that is broken or from another time."""

import contextlib
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

VERSION = 5
_PUNCTUATION = "".join(chr(code) for code in range(33, 127) if not chr(code).isalnum())
COLUMNS = "title, names, labels, heading, body, extras"

_TABLES: dict[str, dict[str, type]] = {
    "records": {
        "num": int,
        **dict.fromkeys(("key", "kind", "id", "title", "revision", "language", "owner", "status"), str),
        **dict.fromkeys(("products", "tags", "verified", "due", "updated", "cites"), str),
    },
    "names": {"name": str, "record": int},
    "passages": {"num": int, "record": int, "heading": str, "start": int, "text": str, "plain": str},
}
_INDEXES = (
    ("records", "key", True),
    ("names", "name record", False),
    ("names", "record", False),
    ("passages", "record", False),
)


def connect(path: Path) -> "Database":
    """Open the index file, or make it; one that is broken or of another version is set aside first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _opened(path)
    except _OtherVersion:
        pass
    except sqlite3.Error as error:
        unusable = (
            getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_ERROR
        )  # tables that are not ours
        if not (is_damage(error) or unusable):
            raise
    set_aside(path)
    return _opened(path)


def is_damage(error: sqlite3.Error) -> bool:
    """Return whether an error means that the file is of no use (not: locked, full, without rights)."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class _OtherVersion(Exception):
    """The file was written by an older or newer program."""


def _opened(path: Path) -> "Database":
    from sqlite_utils import Database  # late: the window stands before

    connection = sqlite3.connect(path, timeout=30.0, isolation_level=None, check_same_thread=False)
    database = Database(connection, execute_plugins=False)  # whatever else is installed stays out
    try:
        _prepare(database, connection)
    except BaseException:
        connection.close()
        raise
    return database


def _prepare(database: "Database", connection: sqlite3.Connection) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if version not in {0, VERSION} or (version == 0 and tables):
        raise _OtherVersion
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",  # a lost index is rebuilt, a damaged one WAL prevents
        "trusted_schema=OFF",
        "cache_size=-32000",
        "mmap_size=268435456",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")
    if version == 0:
        _create(database, connection)
    connection.execute("SELECT rowid FROM postings LIMIT 1").fetchone()


def _create(database: "Database", connection: sqlite3.Connection) -> None:
    """Make the tables, in one transaction, unless another window has just done so."""
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("PRAGMA user_version").fetchone()[0] == VERSION:
        connection.execute("ROLLBACK")
        return
    for name, columns in _TABLES.items():
        database.table(name).create(columns, pk="num" if "num" in columns else None)
    for name, indexed, unique in _INDEXES:
        database.table(name).create_index(indexed.split(), unique=unique)
    for statement in (
        "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE terms(term TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE words(word TEXT PRIMARY KEY, term TEXT NOT NULL) WITHOUT ROWID",
        "CREATE INDEX words_term ON words(term)",
        "INSERT INTO meta VALUES ('length', '0'), ('passages', '0')",
        f"CREATE VIRTUAL TABLE postings USING fts5({COLUMNS}, tokenize=\"ascii tokenchars '{_quoted()}'\")",
        "INSERT INTO postings(postings, rank) VALUES ('hashsize', 16777216)",  # a batch is one piece
        f"PRAGMA user_version={VERSION}",
    ):
        connection.execute(statement)
    connection.execute("COMMIT")


def _quoted() -> str:
    """Return the punctuation that is part of a term, quoted twice over as FTS5 wants it."""
    return _PUNCTUATION.replace("'", "''").replace('"', '""')


def parts(path: Path) -> tuple[Path, ...]:
    """Return the index file and the two that SQLite keeps beside it."""
    return path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def identity(path: Path) -> tuple[int, int]:
    """Return what tells a file from another that takes its name later."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return found.st_dev, found.st_ino


def set_aside(path: Path) -> None:
    """Move a file that is of no use out of the way; one is kept, for whoever wants to know why."""
    for part in parts(path):
        if part == path:
            path.replace(path.with_name(path.name + ".broken"))
        else:
            with contextlib.suppress(FileNotFoundError):
                part.unlink()
