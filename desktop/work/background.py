"""Background lanes: slow work goes down a lane, its answer comes back on the window's thread.

``writes`` has a single worker, always the same thread, and owns what is written; ``reads`` has two
for searching, rendering and checking. Work is a callable over plain data and touches no widget.
A thread does not make slow Python harmless (``re`` and QTextDocument hold the interpreter): work
still has its own caps.
"""

import contextlib
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QObject, QRunnable, QThreadPool, Signal, Slot

from desktop.work.collector import WindowThreadCollector

T = TypeVar("T")

SWITCH_S = 0.0005
"""How long a thread may keep the interpreter while another waits (Python's own: 5 ms)."""


@dataclass(frozen=True, slots=True)
class _Errand:
    """What waits for one run's answer, kept on the window's thread."""

    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    newest: str
    runnable: "_Runnable"


@dataclass(frozen=True, slots=True)
class _Outcome:
    number: int
    value: object = None
    error: Exception | None = None
    stale: bool = False


class Lane(QObject):
    """One lane of work. It owns the signal that brings answers home, so none is lost with a worker."""

    _came_home = Signal(object)

    def __init__(self, name: str, workers: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(workers)
        # A worker that lives on keeps its connection: SQLite binds one to its thread.
        self._pool.setExpiryTimeout(-1)
        self._errands: dict[int, _Errand] = {}
        self._spare: list[_Runnable] = []
        self._newest: dict[str, int] = {}
        self._turn = threading.Lock()
        self._number = 0
        self._closed = self._finishes = False
        self._came_home.connect(self._deliver)

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        newest: str = "",
        brief: bool = False,
    ) -> None:
        """Do ``work`` in the lane, then call ``done`` with its result on the window's thread.

        An exception goes to ``failed``; without one it is raised there, where the crash handler
        hears it. Of runs with the same key ``newest`` only the latest answers; one that is
        overtaken while it waits isn't even started. Of a closed program a read is not done; a write
        is refused, for it would be lost.

        ``brief`` work computes for some milliseconds and waits for nothing. Of such runs one at a time is
        under way: two would take the interpreter from each other, and twice as often from the window.
        """
        if self._closed and not self._finishes:
            return
        if self._closed:
            raise RuntimeError(f"The lane {self.objectName()} is closed.")
        self._number += 1
        if newest:
            self._newest[newest] = self._number
        runnable = self._spare.pop() if self._spare else _Runnable(self)
        runnable.take(self._number, work, newest, self._turn if brief else contextlib.nullcontext())
        self._errands[self._number] = _Errand(done, failed, newest, runnable)
        self._pool.start(runnable)

    def forget(self, newest: str) -> None:
        """Drop whatever is under way under a key; nobody waits for it any more."""
        self._newest[newest] = -1

    def is_stale(self, number: int, newest: str) -> bool:
        """Tell whether a run was overtaken (read from workers too: one dictionary look-up)."""
        return bool(newest) and self._newest.get(newest) != number

    def hand_home(self, outcome: object) -> None:
        """Send a worker's outcome to the window's thread."""
        self._came_home.emit(outcome)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._errands

    def wait_idle(self, milliseconds: int = 5000) -> bool:
        """Wait until all answers are delivered; for tests, and before the window goes."""
        deadline = QDeadlineTimer(milliseconds)
        while self._errands and not deadline.hasExpired():
            self._pool.waitForDone(20)
            QCoreApplication.sendPostedEvents(self, 0)
        return not self._errands

    def shutdown(self, *, finish: bool) -> None:
        """Close the lane: finish what waits, or let it go; then wait for the workers to end."""
        self._closed, self._finishes = True, finish
        if not finish:
            self._pool.clear()
        self._pool.waitForDone(-1)
        if finish:
            QCoreApplication.sendPostedEvents(self, 0)
        self._errands.clear()

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        errand = self._errands.pop(outcome.number, None)
        if errand is not None:
            errand.runnable.forget()
            self._spare.append(errand.runnable)
        if errand is None or outcome.stale or self.is_stale(outcome.number, errand.newest):
            return
        if outcome.error is None:
            errand.done(outcome.value)
        elif errand.failed is not None:
            errand.failed(outcome.error)
        else:
            raise outcome.error


class _Runnable(QRunnable):
    """Runs one errand's work; the lane keeps it, and uses it again once its answer is home.

    One that went to the pool is never freed by PySide, and what its work closes over stays with it.
    """

    def __init__(self, lane: Lane) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._lane = lane
        self.forget()

    def take(
        self, number: int, work: Callable[[], object], newest: str, turn: AbstractContextManager[object]
    ) -> None:
        """Take an errand's work, and what has to be held while it is done."""
        self._number, self._work, self._newest, self._turn = number, work, newest, turn

    def forget(self) -> None:
        """Let go of the work that is done."""
        self.take(0, _nothing, "", contextlib.nullcontext())

    def run(self) -> None:
        """Do the work and hand the outcome home, whatever it is; that is the last thing it does."""
        with self._turn:
            outcome = self._outcome()
        self._lane.hand_home(outcome)

    def _outcome(self) -> _Outcome:
        if self._lane.is_stale(self._number, self._newest):
            return _Outcome(self._number, stale=True)
        try:
            return _Outcome(self._number, self._work())
        except Exception as error:  # delivered to the caller: a worker never swallows
            return _Outcome(self._number, error=error)


def _nothing() -> None:
    """Do nothing."""


class Lanes:
    """The two lanes of the program, and the collector that keeps to the window's thread."""

    def __init__(self) -> None:
        # The window's thread waits that long for a worker to let it in, and more than once an event.
        sys.setswitchinterval(SWITCH_S)
        self.collector = WindowThreadCollector()
        self.writes = Lane("writes", workers=1)
        self.reads = Lane("reads", workers=2)

    def wait_idle(self, milliseconds: int = 5000) -> bool:
        """Wait until both lanes delivered everything, also what one answer started in the other."""
        deadline = QDeadlineTimer(milliseconds)
        while not (self.writes.idle and self.reads.idle) and not deadline.hasExpired():
            for lane in (self.reads, self.writes):
                lane.wait_idle(max(1, deadline.remainingTime()))
        return self.writes.idle and self.reads.idle

    def shutdown(self) -> None:
        """Finish every write, drop the reads, end the workers."""
        self.reads.shutdown(finish=False)
        self.writes.shutdown(finish=True)
        self.collector.stop()
