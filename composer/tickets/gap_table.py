"""What nobody could find: queries that found nothing, and gaps that somebody noted by hand."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from composer.tickets.store import Store, loaded, stored

LONGEST_GAP = 256
"""Letters of a query that are kept."""
MOST_GAPS = 500
_STILL_TYPING = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that the library does not answer: how often it was asked, first and last (UTC).

    ``noted`` says that somebody noted it by hand, whatever a search found.
    """

    query: str
    times: int
    first: datetime
    last: datetime
    noted: bool = False


class GapTable(Store):
    """Gaps by query, upper and lower case alike; they belong to no ticket."""

    def note_gap(self, query: str, *, by_hand: bool = False) -> None:
        """Count a query that the library does not answer; an empty one is none.

        One that begins it and failed within the last minute was half of it, and goes.
        """
        query = " ".join(query.split())[:LONGEST_GAP]
        if not query:
            return
        now = self._clock()
        with self._writing():
            self._execute(
                "DELETE FROM gaps WHERE times = 1 AND NOT noted AND last_at >= ?2 "
                "AND length(query) < length(?1) AND substr(?1, 1, length(query)) = query COLLATE NOCASE",
                query,
                stored(now - _STILL_TYPING),
            )
            self._execute(
                "INSERT INTO gaps (query, times, first_at, last_at, noted) VALUES (?1, 1, ?2, ?2, ?3) "
                "ON CONFLICT (query) DO UPDATE SET times = times + 1, last_at = ?2, noted = max(noted, ?3)",
                query,
                stored(now),
                int(by_hand),
            )

    def gaps(self) -> tuple[Gap, ...]:
        """Return at most 500 gaps: those noted by hand first, then the most frequent, then the latest."""
        rows = self._all(
            "SELECT * FROM gaps ORDER BY noted DESC, times DESC, last_at DESC, query LIMIT ?", MOST_GAPS
        )
        return tuple(_gap(row) for row in rows)

    def settle_gap(self, query: str) -> None:
        """Take a gap off the list: it is answered now, or it never was one."""
        with self._writing():
            self._execute("DELETE FROM gaps WHERE query = ?", query)

    def restore_gap(self, gap: Gap) -> None:
        """Put a gap back as it was."""
        with self._writing():
            self._execute(
                "INSERT OR REPLACE INTO gaps VALUES (?, ?, ?, ?, ?)",
                gap.query,
                gap.times,
                stored(gap.first),
                stored(gap.last),
                int(gap.noted),
            )


def _gap(row: dict[str, Any]) -> Gap:
    return Gap(
        row["query"], row["times"], loaded(row["first_at"]), loaded(row["last_at"]), bool(row["noted"])
    )
