"""The postings: what the index file holds, read and written. This module alone speaks FTS5.

The terms come from ``language``, so that SQLite's own tokenizer has nothing left to decide; the metadata
by which queries filter is written in the same transaction.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from search import schema
from search.batch import Batch, folded
from search.entry import Entry
from search.filters import Condition
from search.hit import Kind
from search.matching import Row

_COLUMN_WEIGHTS = "4.0, 4.0, 1.5, 1.5, 1.0, 0.7"
_AT_ONCE = 500  # values in one statement


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a record beside its words."""

    num: int
    kind: str
    id: str
    title: str
    revision: str
    status: str
    verified: str
    due: str
    cites: str
    tags: str
    products: str
    language: str


@dataclass(frozen=True, slots=True)
class Text:
    """A passage as it stands in its record: heading, offset in code points, Markdown, sentences."""

    heading: str
    start: int
    text: str
    plain: str


class Postings:
    """Reads and writes one index file through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the write lock for a block; it is written wholly or not at all."""
        self._run.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._run.execute("ROLLBACK")
            raise
        self._run.execute("COMMIT")

    def generation(self) -> tuple[int, int]:
        """Return a value that changes whenever the content of the file does."""
        return self._run.execute("PRAGMA data_version").fetchone()[0], self._run.total_changes

    # --- settings and sizes

    def setting(self, key: str) -> str:
        """Return what is kept under a key, or nothing."""
        row = self._run.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else ""

    def set_setting(self, key: str, value: str) -> None:
        """Keep a value under a key."""
        self._run.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def sizes(self) -> tuple[int, float]:
        """Return the number of passages and their mean length in terms."""
        passages = int(self.setting("passages") or 0)
        return passages, int(self.setting("length") or 0) / max(passages, 1)

    def records_by_kind(self) -> dict[str, int]:
        """Return how many records of each kind there are."""
        return dict(self._run.execute("SELECT kind, count(*) FROM records GROUP BY kind").fetchall())

    def products_are_named(self) -> bool:
        """Return whether most articles name the products that they are about."""
        row = self._run.execute(
            "SELECT avg(products != ?) FROM records WHERE kind = ?", (folded(()), Kind.ARTICLE.value)
        ).fetchone()
        return (row[0] or 0.0) > 0.5

    # --- writing

    def revisions(self, keys: Sequence[str] | None = None) -> dict[str, str]:
        """Return the revision of every record, or of those with the keys, by key."""
        if keys is None:
            # Row by row: making a dict of 100,000 at once keeps the interpreter from everybody for 20 ms.
            rows = self._run.execute("SELECT key, revision FROM records")
            return {key: revision for key, revision in rows}  # noqa: C416
        return {key: revision for key, (_, revision) in self._stored(keys).items()}

    def revisions_of(self, kind: str) -> dict[str, str]:
        """Return the revision of every record of one kind, by key."""
        rows = self._run.execute(
            "SELECT key, revision FROM records WHERE key >= ? AND key < ?", _keys_of(kind)
        )
        return dict(rows.fetchall())

    def write(self, entries: Sequence[Entry]) -> None:
        """Put records in place of what was there under their keys; within a transaction."""
        stored = self._stored([entry.key for entry in entries])
        fresh = [entry for entry in entries if stored.get(entry.key, (0, None))[1] != entry.revision]
        self._delete([stored[entry.key][0] for entry in fresh if entry.key in stored])
        batch = Batch(self._next("records"), self._next("passages"))
        for entry in fresh:
            batch.add(entry)
        many = self._run.executemany
        many(f"INSERT INTO records VALUES ({','.join('?' * 15)})", batch.records)
        many("INSERT INTO names VALUES (?, ?)", batch.names)
        many("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?)", batch.passages)
        many(f"INSERT INTO postings(rowid, {schema.COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", batch.postings)
        many(
            "INSERT INTO terms VALUES (?, ?)"
            " ON CONFLICT(term) DO UPDATE SET passages = passages + excluded.passages",
            sorted(batch.holding.items()),
        )
        many("INSERT OR IGNORE INTO words VALUES (?, ?)", sorted(batch.words.items()))
        self._add_sizes(len(batch.passages), batch.length)

    def remove(self, keys: Sequence[str]) -> None:
        """Take records out; within a transaction."""
        self._delete([num for num, _ in self._stored(keys).values()])

    def tidy(self) -> None:
        """Merge the postings into one piece, which makes searching faster; worth it after a large sync."""
        self._run.execute("INSERT INTO postings(postings) VALUES ('optimize')")
        self._run.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _stored(self, keys: Sequence[str]) -> dict[str, tuple[int, str]]:
        rows = self._select("SELECT key, num, revision FROM records WHERE key IN ({})", keys)
        return {key: (num, revision) for key, num, revision in rows}

    def _next(self, table: str) -> int:
        """Return the first number that a table has not given yet."""
        return (self._run.execute(f"SELECT max(num) FROM {table}").fetchone()[0] or 0) + 1

    def _delete(self, records: Sequence[int]) -> None:
        holding: Counter[str] = Counter()
        length = 0
        nums = [num for (num,) in self._select("SELECT num FROM passages WHERE record IN ({})", records)]
        for _, _, *columns in self._select(_ROWS, nums):
            terms = " ".join(columns).split()
            holding.update(set(terms))
            length += len(terms)
        self._run.executemany("DELETE FROM postings WHERE rowid = ?", [(num,) for num in nums])
        self._run.executemany("DELETE FROM passages WHERE num = ?", [(num,) for num in nums])
        self._run.executemany("DELETE FROM names WHERE record = ?", [(num,) for num in records])
        self._run.executemany("DELETE FROM records WHERE num = ?", [(num,) for num in records])
        self._run.executemany(
            "UPDATE terms SET passages = passages - ? WHERE term = ?",
            [(n, term) for term, n in holding.items()],
        )
        vanished = self._select("SELECT term FROM terms WHERE passages <= 0 AND term IN ({})", list(holding))
        self._run.executemany("DELETE FROM words WHERE term = ?", vanished)
        self._run.executemany("DELETE FROM terms WHERE term = ?", vanished)
        self._add_sizes(-len(nums), -length)

    def _add_sizes(self, passages: int, length: int) -> None:
        self._run.executemany(
            "UPDATE meta SET value = CAST(value AS INTEGER) + ? WHERE key = ?",
            [(passages, "passages"), (length, "length")],
        )

    # --- the vocabulary

    def holding(self, terms: Iterable[str]) -> dict[str, int]:
        """Return how many passages hold each term; those that none holds are left out."""
        return dict(self._select("SELECT term, passages FROM terms WHERE term IN ({})", list(set(terms))))

    def words_between(self, low: str, high: str) -> list[tuple[str, str, int]]:
        """Return the words from ``low`` to before ``high`` as written, with term and number of passages."""
        return self._run.execute(
            "SELECT word, words.term, passages FROM words JOIN terms ON terms.term = words.term"
            " WHERE word >= ? AND word < ?",
            (low, high),
        ).fetchall()

    def words_among(self, words: Iterable[str]) -> list[tuple[str, str, int]]:
        """Return those of the words that stand in some record, as ``words_between`` does."""
        return self._select(
            "SELECT word, words.term, passages FROM words JOIN terms ON terms.term = words.term"
            " WHERE word IN ({})",
            list(words),
        )

    # --- asking

    def named(self, name: str, *, beginning: bool = False, limit: int = 20) -> list[int]:
        """Return the records with a title or alias (as ``name_key`` makes it), or with one that begins so."""
        high = name + "\U0010ffff" if beginning else name
        rows = self._run.execute(
            "SELECT DISTINCT record FROM names WHERE name BETWEEN ? AND ? LIMIT ?", (name, high, limit)
        )
        return [record for (record,) in rows]

    def names(self) -> Iterator[tuple[str, int]]:
        """Yield every title and alias, as ``name_key`` makes them, with its record."""
        yield from self._run.execute("SELECT name, record FROM names")

    def matching(self, match: str, where: Condition, limit: int) -> list[Row]:
        """Return the likeliest passages by BM25 for an FTS5 expression, best first."""
        return self.rows(self.likeliest(match, where, limit))

    def likeliest(self, match: str, where: Condition, limit: int) -> list[int]:
        """Return the numbers of the likeliest passages by BM25, best first."""
        place = f"bm25(postings, {_COLUMN_WEIGHTS})"
        sql = f"SELECT postings.rowid FROM {_matching(where)} ORDER BY {place} LIMIT ?"
        rows = self._run.execute(sql, (match, *where.values, limit)) if match else ()
        return [num for (num,) in rows]

    def some(self, match: str, where: Condition, limit: int) -> list[int]:
        """Return the numbers of any passages for an FTS5 expression, the first that come."""
        sql = f"SELECT postings.rowid FROM {_matching(where)} LIMIT ?"
        rows = self._run.execute(sql, (match, *where.values, limit)) if match else ()
        return [num for (num,) in rows]

    def rows(self, nums: Sequence[int]) -> list[Row]:
        """Return the terms of passages, in the order asked for."""
        found = {row[0]: Row(*row) for row in self._select(_ROWS, nums)}
        return [found[num] for num in nums if num in found]

    def first_passages(self, records: Sequence[int], where: Condition) -> list[int]:
        """Return the first passage of each of the records that meets a condition."""
        condition = f" AND {where.sql}" if where.sql else ""
        rows = self._select(
            "SELECT min(passages.num) FROM passages JOIN records ON records.num = passages.record"
            f" WHERE record IN ({{}}){condition} GROUP BY record",
            records,
            where.values,
        )
        return [num for (num,) in rows]

    def latest(self, where: Condition, limit: int) -> list[int]:
        """Return the first passages of the records that meet a condition, the latest records first."""
        rows = self._run.execute(
            "SELECT (SELECT min(num) FROM passages WHERE record = records.num) FROM records"
            f" WHERE {where.sql or '1'} ORDER BY updated DESC, verified DESC, title LIMIT ?",
            (*where.values, limit),
        )
        return [num for (num,) in rows if num is not None]

    def records(self, nums: Sequence[int]) -> dict[int, Record]:
        """Return what is known of records, by number."""
        rows = self._select(
            "SELECT num, kind, id, title, revision, status, verified, due, cites, tags, products, language"
            " FROM records WHERE num IN ({})",
            nums,
        )
        return {row[0]: Record(*row) for row in rows}

    def cited_since(self, day: str) -> frozenset[str]:
        """Return the keys of the records that went into past answers since an ISO date."""
        rows = self._run.execute(
            "SELECT DISTINCT cites FROM records WHERE key >= ? AND key < ? AND cites != '' AND updated >= ?",
            (*_keys_of(Kind.PAST_ANSWER), day),
        )
        return frozenset(key for (cites,) in rows for key in cites.split())

    def texts(self, nums: Sequence[int]) -> Mapping[int, Text]:
        """Return passages as they stand in their records, by number."""
        rows = self._select("SELECT num, heading, start, text, plain FROM passages WHERE num IN ({})", nums)
        return {num: Text(*columns) for num, *columns in rows}

    def _select(self, sql: str, values: Sequence[object], more: tuple[object, ...] = ()) -> list[Any]:
        """Run a statement with ``IN ({})`` over any number of values, some hundred at a time."""
        found: list[Any] = []
        for start in range(0, len(values), _AT_ONCE):
            part = values[start : start + _AT_ONCE]
            found += self._run.execute(sql.format(",".join("?" * len(part))), (*part, *more)).fetchall()
        return found


_ROWS = (
    f"SELECT rowid, (SELECT record FROM passages WHERE num = postings.rowid), {schema.COLUMNS}"
    " FROM postings WHERE rowid IN ({})"
)


def _matching(where: Condition) -> str:
    if not where.sql:
        return "postings WHERE postings MATCH ?"
    return (
        "postings JOIN passages ON passages.num = postings.rowid"
        " JOIN records ON records.num = passages.record"
        f" WHERE postings MATCH ? AND {where.sql}"
    )


def _keys_of(kind: str) -> tuple[str, str]:
    """Return between which keys (``kind:id``) those of a kind lie: the semicolon follows the colon."""
    return f"{kind}:", f"{kind};"
