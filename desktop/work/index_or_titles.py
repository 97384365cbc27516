"""The index, and search by title in its place as long as it has not caught up with the library."""

from collections.abc import Callable
from dataclasses import replace

from desktop.work.shared_index import Answers
from kb_content.failure import Failure
from kb_content.library import Library
from search.hit import Answer, Hit, Kind
from search.index import IndexDamaged
from search.titles import TitleSearch


class IndexOrTitles:
    """Asks the index; while it is built, titles that it lacks are found too, whole matches first.

    ``unindexed`` gives the library as long as the index lacks some of it, else None; ``missed`` hears of
    a query that found nothing, ``lost`` that the index was damaged. Used by one thread at a time, as the
    index is.
    """

    def __init__(
        self,
        index: Answers,
        unindexed: Callable[[], Library | None],
        *,
        missed: Callable[[str], object],
        lost: Callable[[], object],
    ) -> None:
        self._index, self._unindexed = index, unindexed
        self._missed, self._lost = missed, lost
        self._titles: tuple[Library, TitleSearch] | None = None

    def search(
        self, query: str, *, limit: int = 20, typing: bool = False, kinds: frozenset[Kind] | None = None
    ) -> Answer:
        """Return what a query finds."""
        library = self._unindexed()
        if library is None:
            self._titles = None
        try:
            answer = self._index.search(query, limit=limit, typing=typing, kinds=kinds)
        except IndexDamaged:
            self._lost()
            answer, library = Answer(query, ()), self._unindexed()
        except Failure:
            if library is None:
                raise
            answer = Answer(query, ())
        if library is None:
            return answer
        by_title = self._titles_of(library).search(query, limit=limit, kinds=kinds)
        return _joined(answer, by_title.hits, limit) if by_title.hits else answer

    def suggest(self, question: str, *, context: str = "", limit: int = 5) -> tuple[Hit, ...]:
        """Return what the library knows about a customer's question; titles alone would guess."""
        try:
            return self._index.suggest(question, context=context, limit=limit)
        except IndexDamaged:
            self._lost()
            return ()

    def record_failed(self, query: str) -> None:
        """Remember a query that found nothing, unless the index could not know yet."""
        if self._unindexed() is None:
            self._missed(query)

    def _titles_of(self, library: Library) -> TitleSearch:
        if self._titles is None or self._titles[0] is not library:
            self._titles = library, TitleSearch(library)
        return self._titles[1]


def _joined(answer: Answer, by_title: tuple[Hit, ...], limit: int) -> Answer:
    """Return an answer with the titles that the index does not have yet."""
    known = {(hit.kind, hit.id) for hit in answer.hits}
    new = [hit for hit in by_title if (hit.kind, hit.id) not in known]
    whole = [hit for hit in new if hit.score >= 1.0]
    some = [hit for hit in new if hit.score < 1.0]
    return replace(answer, hits=(*whole, *answer.hits, *some)[:limit])
