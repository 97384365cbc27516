"""What the library's screen says of its index while it is built, or was stopped. Without Qt."""

from collections.abc import Sequence
from typing import Protocol

from desktop.index_sync import IndexSync, SyncState
from desktop.library.choice import Choice
from desktop.work.collaborators import Timers

LOOK_MS = 250
"""What is done within this time is not worth a sentence."""


class ProgressView(Protocol):
    """Where it is said."""

    def show_indexing(self, sentence: str, choices: Sequence[Choice] = ()) -> None:
        """Show how far the index is and what can be done; no sentence: it is complete."""


class IndexProgress:
    """Looks how far the index is, as long as it is not there."""

    def __init__(self, *, view: ProgressView, sync: IndexSync, timers: Timers) -> None:
        self._view, self._sync, self._timers = view, sync, timers

    def soon(self) -> None:
        """Look in a moment: something may have begun."""
        if not self._timers.is_running("index-progress"):
            self._timers.start("index-progress", LOOK_MS, self.look)

    def look(self) -> None:
        """Say how far the index is; begin again with one that was lost."""
        self._sync.mend()
        state = self._sync.state
        if state.held and not state.running:
            self._view.show_indexing(told(state), [("Go on", self._go_on)])
        elif state.running and self._sync.is_behind():
            self._view.show_indexing(told(state), [] if state.held else [("Stop", self._hold)])
            self.soon()
        else:
            self._view.show_indexing("")

    def _hold(self) -> None:
        self._sync.hold()
        self.look()

    def _go_on(self) -> None:
        self._sync.go_on()
        self.look()


def told(state: SyncState) -> str:
    """Return how far an index is, as a sentence or two."""
    counted = f"{state.done:,} of {state.total:,} records" if state.total else ""
    if state.held and not state.running:
        where = f" at {counted}" if counted else ""
        return f"Indexing is stopped{where}: a search may miss some."
    if state.held:
        return "Indexing stops after the records in hand."
    what = (
        "The search index could not be used and is being made anew"
        if state.anew
        else "The search index is being built"
    )
    return f"{what}{f': {counted}' if counted else ''}. Until then titles are searched too."
