"""The index file, opened for each part that searches it and closed with the program."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.open_library import OpenLibrary

if TYPE_CHECKING:
    from desktop.work.shared_index import SearchIndex
    from search.index import Index


class OpenIndexes:
    """Opens the index at ``path`` as often as it is asked for, in a lane: loading Whoosh takes its time.

    ``missed`` is called, in that lane, with a query that found nothing.
    """

    def __init__(self, path: Path, *, library: OpenLibrary, missed: Callable[[str], object]) -> None:
        self._path, self._library, self._missed = path, library, missed
        self._opened: list[Index] = []

    def to_search(self) -> "SearchIndex":
        """Open the index for searching; what it lacks yet of the library is found by its titles."""
        from desktop.work.index_or_titles import IndexOrTitles

        index = self.to_write()
        self._opened.append(index)
        return IndexOrTitles(
            index, self._library.unindexed, missed=self._missed, lost=self._library.sync.lost
        )

    def to_write(self) -> "Index":
        """Open the index for somebody who closes it."""
        from search.index import Index

        return Index.open(self._path)

    def close(self) -> None:
        """Close what is still open; nobody searches any more."""
        for index in self._opened:
            index.close()
