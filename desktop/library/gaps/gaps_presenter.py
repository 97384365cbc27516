"""The gaps' presenter: notes what nobody finds, and takes off the list what is answered. Without Qt."""

from collections.abc import Callable, Iterable
from typing import Protocol

from composer.tickets.gap_table import Gap
from desktop.queue.presenter import Say
from desktop.work.collaborators import Lane
from kb_content.failure import Failure


class GapsView(Protocol):
    """What is told of the gaps."""

    def show_gaps(self, gaps: tuple[Gap, ...]) -> None:
        """Show how many there are; a list that is open shows these."""


class GapDesk(Protocol):
    """The part of the desk that keeps the gaps."""

    def note_gap(self, query: str, *, by_hand: bool = False) -> None:
        """Count a query that the library does not answer."""

    def gaps(self) -> tuple[Gap, ...]:
        """Return the gaps, those that matter most first."""

    def settle_gap(self, query: str) -> None:
        """Take a gap off the list."""

    def restore_gap(self, gap: Gap) -> None:
        """Put a gap back as it was."""


class GapsPresenter:
    """Keeps the list of gaps; ``desk`` gives the desk once it is open."""

    def __init__(self, *, view: GapsView, desk: Callable[[], GapDesk | None], writes: Lane, say: Say) -> None:
        self._view, self._desk, self._writes, self._say = view, desk, writes, say
        self._watcher: Callable[[tuple[Gap, ...]], object] | None = None
        self.gaps: tuple[Gap, ...] = ()

    def watch(self, watcher: Callable[[tuple[Gap, ...]], object] | None) -> None:
        """Tell a list that is open of every change (None: it is closed)."""
        self._watcher = watcher

    def answered(self, names: Iterable[str]) -> None:
        """Take off the list what a record that was saved is called by."""
        called = {" ".join(name.split()).casefold() for name in names}
        queries = [gap.query for gap in self.gaps if gap.query.casefold() in called]

        def settle(desk: GapDesk) -> None:
            for query in queries:
                desk.settle_gap(query)

        if queries:
            self._do(settle)

    def refresh(self) -> None:
        """Show the gaps as the desk has them now."""
        self._do(lambda desk: None)

    def missed(self, query: str) -> None:
        """Count a search that found nothing."""
        self._do(lambda desk: desk.note_gap(query))

    def note(self, query: str) -> None:
        """Note by hand that the library does not answer something, whatever a search finds."""
        query = " ".join(query.split())
        known = {gap.query.casefold() for gap in self.gaps if gap.noted}

        def told() -> None:
            if query.casefold() in known:
                self._say(f"“{query}” was noted as a gap already; it is counted once more.")
            else:
                self._say(f"“{query}” is noted as a gap.", action="Undo", run=lambda: self._take_back(query))

        if query:
            self._do(lambda desk: desk.note_gap(query, by_hand=True), told)

    def settle(self, query: str) -> None:
        """Take a gap off the list; the notice puts it back."""
        gap = next((gap for gap in self.gaps if gap.query == query), None)
        if gap is None:
            return
        self._do(
            lambda desk: desk.settle_gap(query),
            lambda: self._say(
                f"“{query}” is off the list of gaps.",
                action="Undo",
                run=lambda: self._do(lambda desk: desk.restore_gap(gap)),
            ),
        )

    def _take_back(self, query: str) -> None:
        self._do(lambda desk: desk.settle_gap(query))

    def _do(self, act: Callable[[GapDesk], None], then: Callable[[], None] = lambda: None) -> None:
        """Do something to the list in the lane of writes, and show it as it is then."""
        desk = self._desk()
        if desk is None:
            return

        def work() -> tuple[Gap, ...]:
            act(desk)
            return desk.gaps()

        def done(gaps: tuple[Gap, ...]) -> None:
            self.gaps = gaps
            self._view.show_gaps(gaps)
            if self._watcher is not None:
                self._watcher(gaps)
            then()

        self._writes.run(work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._say(str(error), "stop")
