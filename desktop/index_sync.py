"""Keeps the search index up to date with the open library: in the background, to be watched and stopped."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.work.collaborators import Lane
from kb_content.failure import Failure
from kb_content.library import Changes, Library


@dataclass(frozen=True, slots=True)
class SyncState:
    """How far the index is: ``done`` of ``total`` records that it lacked.

    ``held`` says that somebody stopped it before the end, ``anew`` that an index that was damaged or
    of another version is being made again.
    """

    running: bool = False
    held: bool = False
    anew: bool = False
    done: int = 0
    total: int = 0


class IndexSync:
    """Syncs one index file in ``reads``, one sync at a time; ``failed`` tells a sentence.

    Everything is called on the window's thread but for ``is_behind`` and ``lost``, which lanes may
    call. ``indexed`` hears of every sync that ended.
    """

    def __init__(
        self, *, path: Path, reads: Lane, failed: Callable[[Exception], object], indexed: Callable[[], object]
    ) -> None:
        self._path, self._reads, self._failed, self._indexed = path, reads, failed, indexed
        self._again = self._stopped = self._caught_up = self._lost = self._retried = False
        self._library = Library(Path())
        self._state = SyncState()
        self._progress = (0, 0)
        self._anew = False

    @property
    def state(self) -> SyncState:
        """How far it is now."""
        done, total = self._progress
        return SyncState(self._state.running, self._state.held, self._anew, done, total)

    def is_behind(self) -> bool:
        """Tell whether the index lacks some of the library."""
        return not self._caught_up or self._lost

    def turn_to(self, library: Library) -> None:
        """Follow another library from now on, which the index lacks."""
        self._library, self._caught_up, self._state = library, False, SyncState(self._state.running)

    def catch_up(self) -> None:
        """Bring the index up to date with the whole library."""
        self._sync(None)

    def take(self, changes: Changes) -> None:
        """Take what changed in the library; everything, where some is lacking anyway."""
        self._sync(changes if self._state.held or not self.is_behind() else None)

    def lost(self) -> None:
        """Note that the index turned out to be of no use; ``mend`` makes it again."""
        self._lost = True

    def mend(self) -> None:
        """Make an index again that was lost."""
        if self._lost and not self._state.running:
            self._sync(None)

    def hold(self) -> None:
        """Stop a sync that is under way; what it did stays."""
        if self._state.running and self.is_behind():
            self._state = SyncState(running=True, held=True)

    def go_on(self) -> None:
        """Go on with a sync that was stopped."""
        self._state = SyncState(self._state.running)
        self._sync(None)

    def stop(self) -> None:
        """Let a sync end early, since the program ends; the next start goes on with it."""
        self._stopped = True

    def _sync(self, changes: Changes | None) -> None:
        if self._state.running:
            self._again = True
            return
        held = self._state.held and changes is not None
        self._state = SyncState(running=True, held=held)
        if changes is None:
            self._caught_up = self._caught_up and not self._lost
            self._lost, self._progress, self._anew = False, (0, 0), False
        library = self._library
        self._reads.run(
            lambda: self._synced(library, changes), done=lambda _: self._done(changes), failed=self._refused
        )

    def _synced(self, library: Library, changes: Changes | None) -> None:
        from search.index import Index  # whoosh and sqlite-utils: not before the window stands

        existed = self._path.exists()
        index = Index.open(self._path)
        try:
            if changes is not None:
                index.sync(library, only=changes, cancelled=lambda: self._stopped)
                return
            self._anew = existed and not index.counts().passages
            index.sync(
                library, progress=self._keep_progress, cancelled=lambda: self._stopped or self._state.held
            )
        finally:
            index.close()

    def _keep_progress(self, done: int, total: int) -> None:
        self._progress = (done, total)

    def _done(self, changes: Changes | None) -> None:
        done, total = self._progress
        held = self._state.held and not (changes is None and done == total)
        self._state = SyncState(held=held)
        self._retried = False
        if self._again and not held:
            self._again = False
            self._sync(None)
            return
        if changes is None and not held:
            self._caught_up = True
        self._indexed()

    def _refused(self, error: Exception) -> None:
        self._state, self._again = SyncState(), False
        if isinstance(error, Failure) and not self._retried:
            # A file that was damaged has been begun anew: once more, from nothing.
            self._retried, self._caught_up = True, False
            self._sync(None)
            return
        self._retried = False
        self._failed(error)
