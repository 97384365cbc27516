"""The library that is open, kept up to date with its folder, and the index kept up to date with it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.work.collaborators import Lane
from kb_content.failure import Failure, Problem
from kb_content.library import Changes, Library


class OpenLibrary:
    """Opens, reads again, and hands out the library; until one is read it is an empty one.

    ``on_change`` listeners are called on the window's thread after every change, with what changed
    (None: everything); ``on_indexed`` ones once the index has it too. All reading happens in
    ``reads``; one sync of the index runs at a time.
    """

    def __init__(self, *, index_path: Path, reads: Lane, failed: Callable[[str], object]) -> None:
        self._index_path, self._reads, self._tell_failed = index_path, reads, failed
        self._library = Library(Path())
        self._changed: list[Callable[[Changes | None], object]] = []
        self._indexed: list[Callable[[], object]] = []
        self._not_opened: list[Callable[[str], object]] = []
        self._syncing = False
        self._sync_again = False
        self._stopped = False
        self._caught_up = False
        self.loaded = False
        self.failure = ""

    def library(self) -> Library:
        """Return the library as it is now."""
        return self._library

    def unindexed(self) -> Library | None:
        """Return the library as long as the index lacks some of it, else None."""
        return self._library if self.loaded and not self._caught_up else None

    def on_change(self, listener: Callable[[Changes | None], object]) -> None:
        """Call a listener after each change."""
        self._changed.append(listener)

    def on_indexed(self, listener: Callable[[], object]) -> None:
        """Call a listener whenever the index has caught up."""
        self._indexed.append(listener)

    def on_not_opened(self, listener: Callable[[str], object]) -> None:
        """Call a listener with a sentence when there is no library to show."""
        self._not_opened.append(listener)

    def open(self, folder: Callable[[], Path]) -> None:
        """Open a library; ``folder`` is asked in the lane, since finding it may copy files."""
        self._reads.run(
            lambda: Library.open(folder()), done=self._opened, failed=self._failed, newest="library"
        )

    def refresh(self) -> None:
        """Read again what changed in the folder; cheap when nothing did."""
        library = self._library
        if self.loaded:
            self._reads.run(library.refresh, done=self._refreshed, failed=self._failed, newest="library")

    def saved(self, changes: Changes) -> None:
        """Take what was just saved from the window: everybody hears of it, the index takes only that."""
        self._tell(changes)
        self._sync(changes)

    def report(self, problems: Sequence[Problem]) -> None:
        """Show problems of files that others read (the team's rules) among the library's."""
        if self._library.report(problems):
            self._tell(Changes())

    def stop(self) -> None:
        """Let a sync of the index end early; the next start goes on with it."""
        self._stopped = True

    def _opened(self, library: Library) -> None:
        self._library, self.loaded, self.failure = library, True, ""
        self._caught_up = False
        self._tell(None)
        self._sync(None)

    def _refreshed(self, changes: Changes) -> None:
        if changes.any:
            self._tell(changes)
            self._sync(changes)

    def _tell(self, changes: Changes | None) -> None:
        for listener in self._changed:
            listener(changes)

    def _sync(self, changes: Changes | None) -> None:
        if self._syncing:
            self._sync_again = True
            return
        self._syncing = True
        library = self._library
        self._reads.run(
            lambda: self._synced(library, changes), done=self._sync_done, failed=self._sync_failed
        )

    def _synced(self, library: Library, changes: Changes | None) -> None:
        from search.index import Index  # whoosh and sqlite-utils: not before the window stands

        index = Index.open(self._index_path)
        try:
            index.sync(library, only=changes, cancelled=lambda: self._stopped)
        finally:
            index.close()

    def _sync_done(self, _: object) -> None:
        self._syncing = False
        if self._sync_again:
            self._sync_again = False
            self._sync(None)
            return
        self._caught_up = True
        for listener in self._indexed:
            listener()

    def _sync_failed(self, error: Exception) -> None:
        self._syncing = self._sync_again = False
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._tell_failed(str(error))
        if not self.loaded:
            self.failure = str(error)
            for listener in self._not_opened:
                listener(str(error))
