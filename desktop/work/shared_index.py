"""The index as the open ticket uses it: opened late, and by one thread at a time."""

import threading
from collections.abc import Callable
from typing import Protocol

from search.hit import Answer, Hit, Kind


class Answers(Protocol):
    """The part of the index that the window asks."""

    def search(
        self, query: str, *, limit: int = 20, typing: bool = False, kinds: frozenset[Kind] | None = None
    ) -> Answer:
        """Return what a query finds."""

    def suggest(self, question: str, *, context: str = "", limit: int = 5) -> tuple[Hit, ...]:
        """Return what the library knows about a customer's question."""


class SearchIndex(Answers, Protocol):
    """What a ticket asks: the index, and who remembers what it lacks."""

    def record_failed(self, query: str) -> None:
        """Remember a query that found nothing."""


class SharedIndex:
    """Opens the index at the first question, in the lane that asks it, and lets one ask at a time."""

    def __init__(self, opener: Callable[[], SearchIndex]) -> None:
        self._opener = opener
        self._index: SearchIndex | None = None
        self._lock = threading.Lock()

    def search(
        self, query: str, *, limit: int = 20, typing: bool = False, kinds: frozenset[Kind] | None = None
    ) -> Answer:
        """Return what a query finds."""
        with self._lock:
            return self._opened().search(query, limit=limit, typing=typing, kinds=kinds)

    def suggest(self, question: str, *, context: str = "", limit: int = 5) -> tuple[Hit, ...]:
        """Return what the library knows about a customer's question."""
        with self._lock:
            return self._opened().suggest(question, context=context, limit=limit)

    def record_failed(self, query: str) -> None:
        """Remember a query that found nothing, for the list of what is missing."""
        with self._lock:
            self._opened().record_failed(query)

    def _opened(self) -> SearchIndex:
        if self._index is None:
            self._index = self._opener()
        return self._index
