"""Stand-ins for what the window hands to presenters: lanes without threads, timers without a clock."""

from collections.abc import Callable
from typing import Any


class AtOnce:
    """A lane without a thread: the answer is there when ``run`` returns."""

    def run(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        newest: str = "",
        brief: bool = False,
    ) -> None:
        """Do ``work`` here and now."""
        try:
            value = work()
        except Exception as error:  # delivered, as a lane does
            if failed is None:
                raise
            failed(error)
            return
        done(value)


class LaneByHand:
    """A lane whose work is done when the test says so, in order; ``newest`` counts as in the real one."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None], Any, str, int]] = []
        self._newest: dict[str, int] = {}
        self._count = 0

    def run(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        newest: str = "",
        brief: bool = False,
    ) -> None:
        self._count += 1
        if newest:
            self._newest[newest] = self._count
        self.waiting.append((work, done, failed, newest, self._count))

    def work(self) -> None:
        """Do everything that waits, also what its answers start."""
        while self.waiting:
            work, done, failed, newest, number = self.waiting.pop(0)
            try:
                result = work()
            except Exception as error:
                if failed is None:
                    raise
                failed(error)
                continue
            if not newest or self._newest[newest] == number:
                done(result)


class LanesByHand:
    """Both lanes, done by hand."""

    def __init__(self) -> None:
        self.writes = LaneByHand()
        self.reads = LaneByHand()

    def work(self) -> None:
        """Do everything that waits in both."""
        while self.writes.waiting or self.reads.waiting:
            self.reads.work()
            self.writes.work()


class TimersByHand:
    """Timers on a clock that only the test moves."""

    def __init__(self) -> None:
        self.now = 0
        self._due: dict[str, tuple[int, Callable[[], None]]] = {}

    def start(self, name: str, milliseconds: int, act: Callable[[], None]) -> None:
        self._due[name] = (self.now + milliseconds, act)

    def stop(self, name: str) -> None:
        self._due.pop(name, None)

    def is_running(self, name: str) -> bool:
        return name in self._due

    def fire(self) -> None:
        """Let everything happen that waits, whenever it is due."""
        waiting, self._due = self._due, {}
        for _, act in waiting.values():
            act()

    def pass_time(self, milliseconds: int) -> None:
        """Move the clock, doing what falls due in order."""
        until = self.now + milliseconds
        while due := [(at, name) for name, (at, _) in self._due.items() if at <= until]:
            at, name = min(due)
            self.now = at
            _, act = self._due.pop(name)
            act()
        self.now = until
