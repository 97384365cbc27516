"""How long the window stands still: the longest gap between two ticks of its event loop.

The real program, offscreen, is fed every hostile mail, page and article of ``../shared/hostile`` (or
``THRICE_SHARED``), then somebody types 12 keys a second into a reply of 1,000 words and into the
search of the library. A timer of 20 ms ticks in the event loop meanwhile; what a person feels is the
longest gap. ``cpu`` is what the window's own thread computed in that gap: on a machine that is busy
with other things, ``gap`` may be theirs, ``cpu`` is ours.

    python3 dev.py bench bench_stalls                   (THRICE_STALLS=eml/e23,typing for some)
"""

import os
import shutil
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.paths import DataPaths
from desktop.program import Program

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("THRICE_SHARED", ROOT.parent / "shared"))
TICK_MS = 20
KEY_MS = 83
KEYS = 240
LONGEST_INPUT_S = 60.0
WORDS = "we have shipped the parcel today and will tell you on Friday when the fix is out, as promised. "
SAMPLE_AFTER_S = float(os.environ.get("THRICE_STALL_STACKS", "0"))


class Ticks(QObject):
    """Measures the gaps between the ticks of a timer in this thread's event loop."""

    def __init__(self) -> None:
        super().__init__()
        self.gap_ms = self.cpu_ms = 0.0
        self.wall, self._cpu = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def begin(self) -> None:
        """Forget what was measured."""
        self.gap_ms = self.cpu_ms = 0.0
        self.wall, self._cpu = time.perf_counter(), time.thread_time()

    def _tick(self) -> None:
        wall, cpu = time.perf_counter(), time.thread_time()
        self.gap_ms = max(self.gap_ms, (wall - self.wall) * 1000)
        self.cpu_ms = max(self.cpu_ms, (cpu - self._cpu) * 1000)
        self.wall, self._cpu = wall, cpu


class Bench:
    """The running program, and how to feed it."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app, self.folder = app, folder
        self.library = folder / "library"
        shutil.copytree(ROOT / "kb_content" / "starter", self.library)
        paths = DataPaths(folder / "data")
        paths.prepare()
        self.program = Program(app, paths=paths, library_folder=self.library, theme="light")
        self.ticks = Ticks()
        ready: list[int] = []
        self.program.ticket_ready.connect(lambda: ready.append(1))
        self.program.window.resize(1360, 860)
        self.program.window.show()
        self.program.start()
        self.until(lambda: bool(ready))
        self.settle()

    def until(self, holds: Callable[[], bool], seconds: float = LONGEST_INPUT_S) -> bool:
        """Let the event loop run until something holds."""
        deadline = time.monotonic() + seconds
        while not holds() and time.monotonic() < deadline:
            self.app.processEvents()
            time.sleep(0.001)
        return holds()

    def rest(self, milliseconds: int) -> None:
        """Let the event loop run for a while."""
        self.until(lambda: False, milliseconds / 1000)

    def settle(self) -> bool:
        """Let the event loop run until nothing is under way, also what a timer starts."""
        lanes = self.program.lanes
        for _ in range(3):
            if not self.until(lambda: lanes.writes.idle and lanes.reads.idle):
                return False
            self.rest(250)
        return True

    @contextmanager
    def measured(self, name: str) -> Iterator[None]:
        """Measure what happens inside, and print a line."""
        self.rest(100)
        self.ticks.begin()
        began = time.monotonic()
        yield
        self.rest(TICK_MS * 3)
        seconds = time.monotonic() - began
        print(f"{name:<34} {self.ticks.gap_ms:>8.0f} {self.ticks.cpu_ms:>8.0f} {seconds:>8.2f}", flush=True)

    # What is measured ------------------------------------------------------------------------------

    def mail(self, file: Path) -> None:
        """Import a mail, open it, scroll it, leave it."""
        assert self.program.queue is not None
        with self.measured(f"import {file.parent.name}/{file.name}"):
            self.program.queue.files_chosen([file])
            self.settle()
        self.newest_ticket(f"open   {file.parent.name}/{file.name}")

    def paste(self, text: str, html: str, name: str) -> None:
        """Paste something into the queue and open it."""
        assert self.program.queue is not None
        with self.measured(f"paste  {name}"):
            self.program.queue.pasted(text, html)
            self.settle()
        self.newest_ticket(f"open   {name}")

    def newest_ticket(self, name: str) -> None:
        """Open the ticket that came last, if one came, go through it, and close it."""
        desk, ticket = self.program.desk, self.program.ticket
        assert desk is not None
        assert ticket is not None
        tickets = desk.tickets()
        if not tickets:
            return
        newest = max(tickets, key=lambda one: one.id)
        with self.measured(name):
            self.program.open_ticket(newest.id)
            self.settle()
            bar = ticket.mail.text.verticalScrollBar()
            for at in range(11):
                bar.setValue(bar.maximum() * at // 10)
                self.rest(30)
            self.program.leave_ticket()
            self.settle()
        desk.close_ticket(newest.id)

    def article(self, file: Path) -> None:
        """Add a file to the library from outside, then read it in the library, where it can be read."""
        shutil.copyfile(file, self.library / "articles" / file.name)
        before = len(self.program.library.library().articles), len(self.program.library.library().problems)
        with self.measured(f"add    md/{file.name}"):
            self.program.library.refresh()
            self.settle()
        library = self.program.library.library()
        after = len(library.articles), len(library.problems)
        path = f"articles/{file.name}"
        found = [one.id for one in library.articles.values() if one.path == path]
        if not found:
            print(f"  not loaded; problems {before[1]} -> {after[1]}")
            return
        with self.measured(f"read   md/{file.name}"):
            self.program.record_wanted.emit("article", found[0])
            self.settle()

    def type_into(self, widget: QWidget, name: str, keys: str) -> None:
        """Type 12 keys a second into a widget."""
        typed = iter(keys)
        with self.measured(name):
            for key in typed:
                until = time.monotonic() + KEY_MS / 1000
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    self.app.sendEvent(
                        widget,
                        QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, key if key != "\n" else "\r"),
                    )
                self.until(lambda until=until: time.monotonic() >= until)  # type: ignore[misc]
            self.settle()

    def typing(self) -> None:
        """Type into a reply of 1,000 words, and into the search of the library."""
        assert self.program.queue is not None
        assert self.program.ticket is not None
        assert self.program.desk is not None
        self.program.queue.files_chosen([ROOT / "resources/demo/01-subscription-questions.eml"])
        self.settle()
        newest = max(self.program.desk.tickets(), key=lambda one: one.id)
        self.program.open_ticket(newest.id)
        self.settle()
        editor = self.program.ticket.reply.editor
        long = (WORDS * 56)[: 1000 * 6]
        with self.measured("paste 1,000 words into the reply"):
            cursor = editor.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            paragraphs = [long[at : at + 400] for at in range(0, len(long), 400)]
            cursor.insertText("\n\n".join(paragraphs))
            editor.setTextCursor(cursor)
            self.settle()
        self.type_into(editor, "type in a reply of 1,000 words", (WORDS * 9)[:KEYS])
        self.program.leave_ticket()
        self.settle()
        self.program.window.book.run("go-library")
        self.settle()
        self.program.window.book.run("search-here")
        field = self.app.focusWidget()
        self.type_into(field, "type in the library's search", "how do I renew a licence for two shops ")


def watch_stacks(bench: Bench) -> None:
    """Print where the window's thread is whenever a gap gets longer than asked for (for finding causes)."""
    main = threading.main_thread().ident
    assert main is not None

    def watch() -> None:
        told = 0.0
        while True:
            time.sleep(0.02)
            last = bench.ticks.wall
            if time.perf_counter() - last > SAMPLE_AFTER_S and last != told:
                told = last
                frame = sys._current_frames().get(main)
                if frame is not None:
                    lines = traceback.format_stack(frame)[-7:]
                    print("  stall at:\n" + "".join(lines), file=sys.stderr, flush=True)

    threading.Thread(target=watch, daemon=True).start()


def inputs(bench: Bench) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield what can be fed, by name."""
    hostile = SHARED / "hostile"
    for file in sorted((hostile / "eml").glob("*.eml")):
        yield f"eml/{file.name}", lambda file=file: bench.mail(file)  # type: ignore[misc]
    for file in sorted((hostile / "html").glob("*.html")):
        text = file.read_text(encoding="utf-8", errors="replace")
        yield f"html/{file.name}", lambda file=file: bench.mail(file)  # type: ignore[misc]
        yield f"paste/{file.name}", lambda text=text, n=file.name: bench.paste("", text, n)  # type: ignore[misc]
    for file in sorted((hostile / "text").glob("*.txt")):
        text = file.read_text(encoding="utf-8", errors="replace")
        yield f"paste/{file.name}", lambda text=text, n=file.name: bench.paste(text, "", n)  # type: ignore[misc]
    for file in sorted((hostile / "md").glob("*.md")):
        yield f"md/{file.name}", lambda file=file: bench.article(file)  # type: ignore[misc]
    yield "typing", bench.typing


def main() -> None:
    """Print a table: input, longest gap, the window's own part of it, seconds in all."""
    wanted = tuple(filter(None, os.environ.get("THRICE_STALLS", "").split(",")))
    if not (SHARED / "hostile").is_dir():
        print("the folder ../shared/hostile is missing: only typing is measured")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["thrice"])
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(app, Path(folder))
        if SAMPLE_AFTER_S:
            watch_stacks(bench)
        print(f"{'input':<34} {'gap ms':>8} {'cpu ms':>8} {'seconds':>8}")
        for name, feed in inputs(bench):
            if not wanted or name.startswith(wanted):
                feed()
        bench.program.close()


if __name__ == "__main__":
    main()
