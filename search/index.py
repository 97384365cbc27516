"""The index of everything a team knows: brought up to date with the library, asked by the window.

Its file may be deleted at any time and is rebuilt. An index is used by one thread at a time; each
background lane opens its own on the same file.
"""

import json
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kb_content.failure import Failure
from search import schema
from search.entry import Entry, PastAnswer, of_past_answer
from search.finder import Finder
from search.gather import entries_of
from search.hit import Answer, Hit, Kind
from search.postings import Postings

if TYPE_CHECKING:
    from sqlite_utils import Database

    from kb_content.library import Changes, Library

_BATCH = 500  # records in one transaction: some 0.7 s, for which another window may have to wait
_MANY = 2_000  # records after which merging the postings is worth its time


class IndexFailure(Failure):
    """The index cannot be read or written: where, and what to do."""


class IndexDamaged(IndexFailure):
    """The index turned out to be damaged; it is empty now, and a sync fills it again."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What an index holds after a sync, how long the sync took (seconds), and the file's bytes."""

    articles: int = 0
    known_issues: int = 0
    snippets: int = 0
    passages: int = 0
    seconds: float = 0.0
    bytes: int = 0


class Index:
    """One index file and one connection to it."""

    def __init__(self, path: Path, database: "Database", today: Callable[[], date] = date.today) -> None:
        self.path = path
        self._today = today
        self._use(database)

    def _use(self, database: "Database") -> None:
        self._database, self._file = database, schema.identity(self.path)
        self._postings = Postings(database.conn)
        self._finder = Finder(self._postings, today=self._today)

    @classmethod
    def open(cls, path: Path, *, today: Callable[[], date] = date.today) -> Self:
        """Open the index file, or make it; a broken or older one is set aside and begun anew."""
        try:
            return cls(path, schema.connect(path), today)
        except (sqlite3.Error, OSError) as error:
            raise IndexFailure(
                f"The search index cannot be opened ({error}); check that its folder can be written to.",
                path=str(path),
            ) from error

    def close(self) -> None:
        """Close the connection; the index is not to be used afterwards."""
        self._database.close()

    # --- filling ---------------------------------------------------------------------------------

    def sync(
        self,
        library: "Library",
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        only: "Changes | None" = None,
    ) -> Counts:
        """Bring the index up to date with a library, and return what it holds now.

        Records are compared by revision and written in short transactions, so that a search meanwhile
        sees every record either as it was or as it is, a cancelled sync keeps what it did, and two
        windows that sync at once do the work once. ``only`` limits it to what is known to have changed.
        """
        started = time.perf_counter()
        entries = entries_of(library, only)
        with self._failures_told():
            self._keep_settings(library, entries, whole=only is None)
            keys = None if only is None else [*(entry.key for entry in entries), *only.removed]
            stored = self._postings.revisions(keys)
            gone = stored.keys() - {entry.key for entry in entries}
            self._remove(sorted(key for key in gone if not key.startswith(f"{Kind.PAST_ANSWER}:")))
            changed = [entry for entry in entries if stored.get(entry.key) != entry.revision]
            self._write(changed, progress, cancelled)
            self._finder.prepare()
            return self.counts(seconds=time.perf_counter() - started)

    def sync_past_answers(self, answers: Iterable[PastAnswer]) -> bool:
        """Bring the past answers up to date with those that the desk holds now; tell whether any changed."""
        entries = {entry.key: entry for entry in map(of_past_answer, answers)}
        with self._failures_told():
            stored = self._postings.revisions_of(Kind.PAST_ANSWER)
            gone = stored.keys() - entries.keys()
            self._remove(sorted(gone))
            fresh = [entry for key, entry in entries.items() if stored.get(key) != entry.revision]
            self._write(fresh)
            return bool(gone or fresh)

    def _keep_settings(self, library: "Library", entries: Iterable[Entry], *, whole: bool) -> None:
        """Keep what searching needs beside the records: languages, the commonest first, and synonyms."""
        spoken = Counter(entry.language[:2].lower() for entry in entries if entry.kind is Kind.ARTICLE)
        known = [] if whole else json.loads(self._postings.setting("languages") or "[]")
        codes = list(dict.fromkeys([*known, *(code for code, _ in spoken.most_common()), "en"]))
        synonyms = [list(group) for group in library.team.synonyms]
        synonyms += [[product.name, *product.also_known_as] for product in library.team.products]
        for key, value in (("languages", json.dumps(codes)), ("synonyms", json.dumps(synonyms))):
            if self._postings.setting(key) != value:
                with self._postings.transaction():
                    self._postings.set_setting(key, value)

    def _write(
        self,
        entries: Sequence[Entry],
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        for start in range(0, len(entries), _BATCH):
            if cancelled is not None and cancelled():
                return
            with self._postings.transaction():
                self._postings.write(entries[start : start + _BATCH])
            if progress is not None:
                progress(min(start + _BATCH, len(entries)), len(entries))
        if len(entries) >= _MANY:
            self._postings.tidy()

    def _remove(self, keys: Sequence[str]) -> None:
        for start in range(0, len(keys), _BATCH):
            with self._postings.transaction():
                self._postings.remove(keys[start : start + _BATCH])

    # --- asking ----------------------------------------------------------------------------------

    def search(
        self, query: str, *, limit: int = 20, typing: bool = False, kinds: frozenset[Kind] | None = None
    ) -> Answer:
        """Return the answer to a query, whatever it is; ``typing`` takes its last word as half typed."""
        with self._failures_told():
            return self._finder.search(query, limit=limit, typing=typing, kinds=kinds)

    def suggest(self, question: str, *, context: str = "", limit: int = 5) -> tuple[Hit, ...]:
        """Return what fits a customer's question, or nothing if nothing does.

        ``context`` is more of the same mail, which may weigh between hits but finds none by itself.
        """
        with self._failures_told():
            return self._finder.suggest(question, context=context, limit=limit)

    def counts(self, *, seconds: float = 0.0) -> Counts:
        """Return what the index holds."""
        by_kind = self._postings.records_by_kind()
        return Counts(
            by_kind.get(Kind.ARTICLE, 0),
            by_kind.get(Kind.KNOWN_ISSUE, 0),
            by_kind.get(Kind.SNIPPET, 0),
            self._postings.sizes()[0],
            seconds,
            sum(part.stat().st_size for part in schema.parts(self.path) if part.exists()),
        )

    @contextmanager
    def _failures_told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if schema.is_damage(error):
                self._begin_anew()
                raise IndexDamaged(
                    "The search index was damaged and is begun anew; bring it up to date to search again.",
                    path=str(self.path),
                ) from error
            raise IndexFailure(
                f"The search index cannot be used ({error}); if that stays so, delete it and it is rebuilt.",
                path=str(self.path),
            ) from error

    def _begin_anew(self) -> None:
        """Set a damaged file aside and go on with an empty one, which the next sync fills.

        Where another window has done so already, its new file is taken.
        """
        self._database.close()
        if schema.identity(self.path) == self._file:
            schema.set_aside(self.path)
        self._use(schema.connect(self.path))
