"""The whole program for tests: started on folders of its own, waited for, closed again."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from desktop.program import Program
from desktop.work.collaborators import Clock

_SOON_MS = 200
"""A timer set for longer is a pause which nobody waits for: the autosave, a look at progress, a notice."""

_PATIENCE_S = 60.0
_CALM_ROUNDS = 3


def write_files(folder: Path, files: Mapping[str, str]) -> Path:
    """Write a library's files, by their paths in it, and return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@contextmanager
def running(
    app: QApplication,
    *,
    paths: DataPaths,
    library: Path,
    clock: Clock,
    size: tuple[int, int] = (1360, 860),
    agent_name: str = "",
) -> Iterator[Program]:
    """Show the program's window, open everything behind it, and give it once it is at rest."""
    program = Program(app, paths=paths, clock=clock, library_folder=library, theme="light")
    try:
        if agent_name:
            program.settings.change(agent_name=agent_name)
        opened: list[bool] = []
        program.ticket_ready.connect(lambda: opened.append(True))
        program.window.resize(*size)
        program.window.show()
        program.start()
        settle(program)
        assert opened
        yield program
    finally:
        # A test that ends in the middle of writing must not be asked about it by a real dialog.
        program.window.before_close.clear()
        program.close()


def settle(program: Program) -> None:
    """Wait until everything that is under way is home, also what a timer is about to start."""
    deadline = time.monotonic() + _PATIENCE_S
    calm = 0
    while calm < _CALM_ROUNDS:
        assert time.monotonic() < deadline, "the program never comes to rest"
        if not program.lanes.wait_idle(20):
            calm = 0
        elif (wait := _next_timer_ms(program)) is not None:
            QTest.qWait(wait)
            calm = 0
        else:
            calm += 1
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        # What these events began (a look at the library's folder, say) has to come home, too.
        if not (program.lanes.writes.idle and program.lanes.reads.idle):
            calm = 0


def _next_timer_ms(program: Program) -> int | None:
    """Return in how many ms the first of the program's short timers fires, or None if none is set."""
    roots: tuple[QObject, ...] = (program, program.window)
    waits = [
        timer.remainingTime()
        for root in roots
        for timer in root.findChildren(QTimer)
        if timer.isSingleShot() and timer.isActive() and timer.interval() <= _SOON_MS
    ]
    return max(1, min(waits)) if waits else None
