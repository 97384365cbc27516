"""Search over titles alone, straight from the library: what answers while the index is being rebuilt."""

import time
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from search.entry import Entry, trust_of
from search.gather import entries_of
from search.hit import Answer, Hit, Kind
from search.words import fold

if TYPE_CHECKING:
    from kb_content.library import Library


class TitleSearch:
    """The titles and aliases of a library, searched by the beginnings of words; needs no index."""

    def __init__(self, library: "Library", *, today: Callable[[], date] = date.today) -> None:
        self._today = today
        self._named = [
            (entry, {word for name in (entry.title, *entry.names) for word in fold(name).split()})
            for entry in entries_of(library, None)
        ]

    def search(self, query: str, *, limit: int = 20, kinds: frozenset[Kind] | None = None) -> Answer:
        """Return the records whose names hold most of the query's words, as far as they are typed."""
        started = time.perf_counter()
        wanted = fold(query[:256]).split()
        named = [(entry, words) for entry, words in self._named if kinds is None or entry.kind in kinds]
        scored = [(_share(wanted, words), entry) for entry, words in named] if wanted else []
        best = sorted(
            ((share, entry) for share, entry in scored if share), key=lambda one: (-one[0], one[1].title)
        )
        hits = tuple(self._hit(entry, share) for share, entry in best[:limit])
        return Answer(query, hits, milliseconds=(time.perf_counter() - started) * 1000.0)

    def _hit(self, entry: Entry, share: float) -> Hit:
        return Hit(
            entry.id,
            entry.kind,
            entry.title,
            round(share, 4),
            entry.summary[:200],
            revision=entry.revision,
            trust=trust_of(entry.kind, entry.status, entry.verified, entry.due, self._today()),
            trusted_since=entry.verified,
            reason="by title, while the index is being built",
        )


def _share(wanted: list[str], words: set[str]) -> float:
    """Return how much of a query stands in a record's names, from 0 to 1."""
    return sum(any(word.startswith(start) for word in words) for start in wanted) / len(wanted)
