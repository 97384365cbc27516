"""Runs the program: one window per data folder, everything unexpected caught, everything saved at the end."""

import os
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import desktop.work.plain_imports  # noqa: F401 (comes before everything that it speeds up)
from desktop.crash import CrashHandler, start_log, stop_log
from desktop.dialog import tell
from desktop.end_signals import EndSignals
from desktop.instance_lock import AlreadyOpen, InstanceLock, call_first_window, listen_for_second_start
from desktop.paths import DataPaths
from desktop.program import Program, utc_now
from desktop.work.collaborators import Clock
from desktop.work.watchdog import Watchdog

__all__ = ["Clock", "Program", "run_window", "utc_now"]


def run_window(paths: DataPaths, *, clock: Clock = utc_now, library_folder: Path | None = None) -> int:
    """Run the program until its window closes, and return the exit code.

    Raises AlreadyOpen when another window holds the data folder; that window comes to the front.
    """
    os.umask(0o077)
    paths.prepare()
    lock = InstanceLock(paths.lock)
    app = QApplication.instance() or QApplication(["thrice"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Thrice")
    app.setDesktopFileName("thrice")
    try:
        lock.take()
    except AlreadyOpen:
        call_first_window(paths.data_dir)
        raise
    start_log(paths.logs)
    program = Program(app, paths=paths, clock=clock, library_folder=library_folder)
    crash = CrashHandler(
        fault_log=paths.logs / "fault.log",
        save=program.save,
        tell=lambda number: _tell_of_crash(program, number),
        parent=program,
    )
    crash.install()
    watchdog = Watchdog(program)
    signals = EndSignals(program.window.close, program)
    program.window.restore_geometry()
    program.window.show()
    server = []

    def after_first_paint() -> None:
        program.start()
        watchdog.start()
        program.reader.warm_up()
        server.append(listen_for_second_start(paths.data_dir, program.window.come_forward))

    QTimer.singleShot(0, after_first_paint)
    try:
        return int(app.exec())
    finally:
        watchdog.stop()
        signals.close()
        program.close()
        for listener in server:
            listener.close()
        crash.uninstall()
        stop_log()
        lock.release()


def _tell_of_crash(program: Program, number: str) -> None:
    tell(
        program.window,
        title="Something went wrong in Thrice",
        text=f"What you wrote is saved. You can go on; if it happens again, start Thrice anew.\n\n"
        f"The log has it under {number}: {program.paths.logs / 'thrice.log'}",
    )
