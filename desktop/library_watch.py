"""Watches the library's folder for changes from outside.

Folders and files: a file that is replaced drops out of the watch, but its folder tells; a file that
is written in place changes no folder. Files beyond those that the system's watch has room for are
looked at about once a second. What all of that misses (a network folder, a library that was away for a
while) is found when the window comes to the front again.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from desktop.unwatched_files import UnwatchedFiles, pause_after
from desktop.work.collaborators import Lane

QUIET_MS = 300
_MOST_FOLDERS = 2_000
_MOST_PATHS = 7_000
_DEEPEST = 20
_SUFFIXES = (".md", ".toml")
_AT_ONCE = 200
"""Paths that are put under watch between two events of the window: each costs some 10 to 20 µs."""


class LibraryWatch(QObject):
    """Calls ``changed`` once a folder has been quiet for 300 ms after something changed in it.

    Where it is never quiet for that long, it calls about once a second. The folder is walked in ``reads``.
    """

    def __init__(self, changed: Callable[[], object], *, reads: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changed, self._reads = changed, reads
        self._folder: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._waiting: list[str] = []
        self._unwatched = UnwatchedFiles()
        self._look_again = QTimer(self)
        self._look_again.setSingleShot(True)
        self._look_again.timeout.connect(self._look)
        self._adding = QTimer(self)
        self._adding.timeout.connect(self._add_some)
        self._quiet = self._new_timer(QUIET_MS)
        self._restless = self._new_timer(QUIET_MS * 4)
        self._watcher.directoryChanged.connect(self._something_changed)
        self._watcher.fileChanged.connect(self._something_changed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._state_changed)

    def watch(self, folder: Path) -> None:
        """Watch a library's folders and files, and no others any more."""
        self._folder = folder
        self._reads.run(
            lambda: watched_paths(folder),
            done=lambda paths: self._take(folder, paths),
            newest="library-watch",
        )

    def _take(self, folder: Path, paths: list[str]) -> None:
        if folder != self._folder:
            return
        wanted = set(paths[:_MOST_PATHS])
        self._unwatched.take(paths[_MOST_PATHS:])
        watched = {*self._watcher.directories(), *self._watcher.files()}
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        self._waiting = sorted(wanted - watched)
        self._add_some()

    def _add_some(self) -> None:
        """Put the next paths under watch; the timer goes on with the rest.

        What the system refuses (all programs of a user share its watches) is looked at. At the end it tells
        of a change: one may have come after the library was read, before its watch.
        """
        some, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        refused = self._watcher.addPaths(some) if some else []
        self._unwatched.add(refused)
        if self._waiting:
            self._adding.start()
            return
        self._adding.stop()
        if self._unwatched and not self._look_again.isActive():
            self._look()
        if len(refused) < len(some):
            self._changed()

    def _look(self) -> None:
        """Look in the lane at what is not watched; the longer that takes, the more seldom."""

        def look() -> tuple[bool, float]:
            started = time.perf_counter()
            return self._unwatched.changed(), time.perf_counter() - started

        if self._folder is not None and self._unwatched:
            self._reads.run(look, done=lambda found: self._looked(*found), newest="library-look")

    def _looked(self, changed: bool, seconds: float) -> None:
        if changed:
            self._something_changed()
        if self._folder is not None:
            self._look_again.start(pause_after(seconds))

    def stop(self) -> None:
        """Watch nothing any more."""
        self._folder = None
        self._look_again.stop()
        self._quiet.stop()
        self._restless.stop()
        self._adding.stop()
        self._waiting = []
        watched = [*self._watcher.directories(), *self._watcher.files()]
        if watched:
            self._watcher.removePaths(watched)

    def _new_timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._tell)
        return timer

    def _something_changed(self) -> None:
        self._quiet.start()
        if not self._restless.isActive():
            self._restless.start()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._folder is not None:
            self._quiet.start()

    def _tell(self) -> None:
        self._quiet.stop()
        self._restless.stop()
        if self._folder is not None:
            # Files that were replaced are watched anew, and a folder that came back.
            self.watch(self._folder)
            self._changed()


def watched_paths(folder: Path) -> list[str]:
    """Return a library's folders, then the files in them that may be records; nothing hidden, no links."""
    folders: list[str] = []
    files: list[str] = []
    for place, inside, names in os.walk(folder):
        depth = len(Path(place).relative_to(folder).parts)
        inside[:] = [name for name in inside if not name.startswith(".") and depth < _DEEPEST]
        folders.append(place)
        files += [f"{place}{os.sep}{name}" for name in names if name.endswith(_SUFFIXES)]
        if len(folders) >= _MOST_FOLDERS:
            break
    return [*folders, *files]
