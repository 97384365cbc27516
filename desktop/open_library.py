"""The library that is open, kept up to date with its folder, and the index kept up to date with it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.index_sync import IndexSync
from desktop.work.collaborators import Lane
from kb_content.failure import Failure, Problem
from kb_content.library import Changes, Library


class OpenLibrary:
    """Opens, reads again, and hands out the library; until one is read it is an empty one.

    ``on_change`` listeners are called on the window's thread after every change, with what changed
    (None: everything); ``on_indexed`` ones once the index has it too. All reading happens in
    ``reads``; ``sync`` keeps the index up to date.
    """

    def __init__(self, *, index_path: Path, reads: Lane, failed: Callable[[str], object]) -> None:
        self._reads, self._tell_failed = reads, failed
        self._library = Library(Path())
        self._changed: list[Callable[[Changes | None], object]] = []
        self._indexed: list[Callable[[], object]] = []
        self._not_opened: list[Callable[[str], object]] = []
        self.sync = IndexSync(path=index_path, reads=reads, failed=self._failed, indexed=self._now_indexed)
        self._refreshing = self._refresh_again = False
        self.loaded = False
        self.failure = ""

    def library(self) -> Library:
        """Return the library as it is now."""
        return self._library

    def to_write(self) -> Library:
        """Return the library for writing into; raises Failure as long as none is open.

        The empty one that stands in until then has no folder: what is written to it would be lost.
        """
        if not self.loaded:
            raise Failure(self.failure or "The library is still being read; try again in a moment.")
        return self._library

    def unindexed(self) -> Library | None:
        """Return the library as long as the index lacks some of it, else None."""
        return self._library if self.loaded and self.sync.is_behind() else None

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
        """Read again what changed in the folder; cheap when nothing did.

        One look at a time, and one more if somebody asks meanwhile: what a look found is said by it alone,
        so none may be overtaken.
        """
        if not self.loaded:
            return
        if self._refreshing:
            self._refresh_again = True
            return
        self._refreshing = True
        library = self._library
        self._reads.run(
            library.refresh,
            done=lambda changes: self._refreshed(library, changes),
            failed=self._refresh_failed,
        )

    def saved(self, changes: Changes) -> None:
        """Take what was just saved from the window: everybody hears of it, the index takes only that."""
        self._tell(changes)
        self.sync.take(changes)

    def report(self, problems: Sequence[Problem]) -> None:
        """Show problems of files that others read (the team's rules) among the library's."""
        if self._library.report(problems):
            self._tell(Changes())

    def stop(self) -> None:
        """Let a sync of the index end early; the next start goes on with it."""
        self.sync.stop()

    def _opened(self, library: Library) -> None:
        self._library, self.loaded, self.failure = library, True, ""
        self.sync.turn_to(library)
        self._tell(None)
        self.sync.catch_up()

    def _refreshed(self, library: Library, changes: Changes) -> None:
        try:
            if library is self._library and changes.any:
                self._tell(changes)
                self.sync.take(changes)
            self.sync.mend()
        finally:
            # Whatever a listener does: a look that never ends would be the last one.
            self._refresh_ended()

    def _refresh_failed(self, error: Exception) -> None:
        self._refresh_ended()
        self._failed(error)

    def _refresh_ended(self) -> None:
        again, self._refreshing, self._refresh_again = self._refresh_again, False, False
        if again:
            self.refresh()

    def _tell(self, changes: Changes | None) -> None:
        for listener in self._changed:
            listener(changes)

    def _now_indexed(self) -> None:
        for listener in self._indexed:
            listener()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._tell_failed(str(error))
        if not self.loaded:
            self.failure = str(error)
            for listener in self._not_opened:
                listener(str(error))
