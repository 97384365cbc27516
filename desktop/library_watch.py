"""Watches the library's folders for changes from outside.

Directories are watched, not files: a file that is replaced atomically drops out of the watch.
"""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

QUIET_MS = 300
_MOST_FOLDERS = 2_000
_DEEPEST = 20


class LibraryWatch(QObject):
    """Calls ``changed`` once a folder has been quiet for 300 ms after something changed in it."""

    def __init__(self, changed: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(changed)
        self._watcher.directoryChanged.connect(self._quiet.start)
        self._watcher.fileChanged.connect(self._quiet.start)

    def watch(self, folder: Path) -> None:
        """Watch a library's folders, and no other any more; call it again when folders come and go."""
        wanted = set(folders_of(folder))
        watched = set(self._watcher.directories())
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))

    def stop(self) -> None:
        """Watch nothing any more."""
        self._quiet.stop()
        watched = self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)


def folders_of(folder: Path) -> list[str]:
    """Return a library's folders, without hidden ones and links."""
    found: list[str] = []
    for place, inside, _ in os.walk(folder):
        depth = len(Path(place).relative_to(folder).parts)
        inside[:] = [name for name in inside if not name.startswith(".") and depth < _DEEPEST]
        found.append(place)
        if len(found) >= _MOST_FOLDERS:
            break
    return found
