"""The real program, offscreen, driven by a benchmark, and how long its event loop stands still meanwhile.

A timer of 20 ms ticks in the event loop; what a person feels is the longest gap between two ticks
(``gap``). On a machine that is busy with other things a gap may be theirs: ``cpu`` is the most that the
window's own thread computed in one gap, ``all`` the most that all threads of the program did, which
holds what other threads took from it.
"""

import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.paths import DataPaths
from desktop.program import Program

TICK_MS = 20
KEY_MS = 83
LONGEST_WAIT_S = 60.0
SAMPLE_AFTER_S = float(os.environ.get("THRICE_STALL_STACKS", "0"))
"""With this set, stacks of all threads are printed once a gap is longer (for finding causes)."""


class Ticks(QObject):
    """Measures the gaps between the ticks of a timer in this thread's event loop, in ms."""

    def __init__(self) -> None:
        super().__init__()
        self.begin()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def begin(self) -> None:
        """Forget what was measured."""
        self.gap_ms = self.cpu_ms = self.all_ms = 0.0
        self._take_times()

    def _take_times(self) -> None:
        self.wall, self._cpu, self._all = time.perf_counter(), time.thread_time(), time.process_time()

    def _tick(self) -> None:
        wall, cpu, everything = self.wall, self._cpu, self._all
        self._take_times()
        self.gap_ms = max(self.gap_ms, (self.wall - wall) * 1000)
        self.cpu_ms = max(self.cpu_ms, (self._cpu - cpu) * 1000)
        self.all_ms = max(self.all_ms, (self._all - everything) * 1000)


class Driven:
    """The running program on a folder of its own, and how to feed it.

    ``prepare`` is called before the program starts, with the paths of its data.
    """

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        library: Path,
        *,
        prepare: Callable[[DataPaths], object] = lambda _: None,
        settle: bool = True,
    ) -> None:
        self.app, self.library = app, library
        paths = DataPaths(folder / "data")
        paths.prepare()
        prepare(paths)
        self.program = Program(app, paths=paths, library_folder=library, theme="light")
        self.ticks = Ticks()
        if SAMPLE_AFTER_S:
            _watch_stacks(self.ticks)
        self.ticket_ready = False
        self.program.ticket_ready.connect(self._ticket_ready)
        self.program.window.resize(1360, 860)
        self.program.window.show()
        self.program.start()
        if settle:
            self.until(lambda: self.ticket_ready)
            self.settle()

    def _ticket_ready(self) -> None:
        self.ticket_ready = True

    # Waiting -----------------------------------------------------------------------------------------

    def until(self, holds: Callable[[], bool], seconds: float = LONGEST_WAIT_S) -> bool:
        """Let the event loop run until something holds; the tick wakes it to look."""
        deadline = time.monotonic() + seconds
        while not holds() and time.monotonic() < deadline:
            self.app.processEvents(
                QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
            )
        return holds()

    def rest(self, milliseconds: float) -> None:
        """Let the event loop run for a while."""
        self.until(lambda: False, milliseconds / 1000)

    def settle(self, seconds: float = LONGEST_WAIT_S, *, rest_ms: float = 250) -> bool:
        """Let the event loop run until nothing is under way, also what a timer starts."""
        lanes = self.program.lanes
        for _ in range(3):
            if not self.until(lambda: lanes.writes.idle and lanes.reads.idle, seconds):
                return False
            self.rest(rest_ms)
        return True

    @contextmanager
    def measured(self, name: str) -> Iterator[None]:
        """Measure what happens inside, and print a line."""
        self.rest(100)
        self.ticks.begin()
        began = time.monotonic()
        yield
        self.rest(TICK_MS * 3)
        seconds, ticks = time.monotonic() - began, self.ticks
        print(
            f"{name:<44} {ticks.gap_ms:>7.0f} {ticks.cpu_ms:>7.0f} {ticks.all_ms:>7.0f} {seconds:>8.2f}",
            flush=True,
        )

    # Acting ------------------------------------------------------------------------------------------

    def type_into(self, widget: QWidget, name: str, keys: str) -> None:
        """Type 12 keys a second into a widget, and measure it."""
        with self.measured(name):
            for key in keys:
                until = time.monotonic() + KEY_MS / 1000
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    letter = key if key != "\n" else "\r"
                    self.app.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
                self.rest((until - time.monotonic()) * 1000)
            self.settle()

    def add_mail(self, file: Path, *, rest_ms: float = 250) -> int:
        """Import a mail and return its ticket."""
        assert self.program.queue is not None
        assert self.program.desk is not None
        self.program.queue.files_chosen([file])
        self.settle(rest_ms=rest_ms)
        return max(self.program.desk.tickets(), key=lambda one: one.id).id


def resident_mb() -> float:
    """Return the memory that the process holds now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def own_mb() -> float:
    """Return the part of it that no file on the disk stands behind, in MB."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:")) * 1024 / 1e6


def print_heading(what: str = "what") -> None:
    """Print the heading of the table that ``measured`` fills."""
    print(f"{what:<44} {'gap ms':>7} {'cpu ms':>7} {'all ms':>7} {'seconds':>8}")


def _watch_stacks(ticks: Ticks) -> None:
    """Print where all threads are whenever a gap gets longer than asked for."""

    def watch() -> None:
        told = 0.0
        while True:
            time.sleep(SAMPLE_AFTER_S / 3)
            last = ticks.wall
            if time.perf_counter() - last > SAMPLE_AFTER_S and last != told:
                told = last
                frames = dict(sys._current_frames())
                frames.pop(threading.get_ident(), None)
                for thread, frame in frames.items():
                    who = "window" if thread == threading.main_thread().ident else "worker"
                    lines = "".join(traceback.format_stack(frame)[-5:])
                    print(f"  stall, {who} at:\n{lines}", file=sys.stderr, flush=True)

    threading.Thread(target=watch, daemon=True).start()
