"""One SQLite file, one lock, one transaction a change: what the tables of a desk are built on."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from composer.tickets.desk_file import DeskFailure

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present instant, aware, in UTC: the clock of the running program."""
    return datetime.now(UTC)


def stored(moment: datetime) -> str:
    """Return an aware instant as the desk keeps it: ISO 8601 in UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def loaded(text: str) -> datetime:
    """Return the aware instant that ``stored`` wrote."""
    return datetime.fromisoformat(text)


class Store:
    """A desk's file, and the few ways in which it is read and written."""

    def __init__(self, database: Database, path: Path, *, clock: Clock, revision_file: Path | None) -> None:
        self._database = database
        self._lock = threading.RLock()
        self._clock = clock
        self._revision_file = revision_file
        self.path = path

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the lock and one transaction; tell a failed write as a sentence."""
        with self._lock:
            try:
                with self._database.atomic():
                    yield
            except sqlite3.Error as error:
                raise DeskFailure(
                    f"The desk could not be written ({error}); nothing was changed: "
                    "make room on the disk or make the file writable, and try again.",
                    path=str(self.path),
                ) from error

    def _all(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        with self._lock:
            return list(self._database.query(sql, list(values)))

    def _one(self, sql: str, *values: Any) -> dict[str, Any] | None:
        return next(iter(self._all(sql, *values)), None)

    def _execute(self, sql: str, *values: Any) -> None:
        self._database.execute(sql, values)

    def _insert(self, table: str, **columns: Any) -> int:
        names = ", ".join(columns)
        places = ", ".join("?" for _ in columns)
        cursor = self._database.execute(
            f"INSERT INTO {table} ({names}) VALUES ({places})", list(columns.values())
        )
        return int(cursor.lastrowid or 0)
