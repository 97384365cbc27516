"""Files and folders that the system's watch has no room for: looked at now and then, by time and size."""

import os
from collections.abc import Sequence

_PAUSE_MS = 600
_SHARE = 20
"""Of so many parts of the time one at most is spent on looking."""


class UnwatchedFiles:
    """Remembers how files were at the last look; ``changed`` runs in a lane, one look at a time."""

    def __init__(self) -> None:
        self._paths: tuple[str, ...] = ()
        self._marks: dict[str, tuple[int, int]] = {}

    def __bool__(self) -> bool:
        """Whether there is anything to look at."""
        return bool(self._paths)

    def take(self, paths: Sequence[str]) -> None:
        """Look at these files from now on; what is new is remembered at the next look."""
        self._paths = tuple(paths)

    def add(self, paths: Sequence[str]) -> None:
        """Look at these, too."""
        self._paths += tuple(paths)

    def changed(self) -> bool:
        """Tell whether a file is not as it was at the look before."""
        before = self._marks
        self._marks = marks = {path: _mark(path) for path in self._paths}
        return any(before.get(path, mark) != mark for path, mark in marks.items())


def pause_after(seconds: float) -> int:
    """Return how long to wait after a look that took some time, in milliseconds."""
    return max(_PAUSE_MS, round(seconds * 1_000 * (_SHARE - 1)))


def _mark(path: str) -> tuple[int, int]:
    try:
        found = os.stat(path)  # noqa: PTH116 (of 100,000 files each path object would cost more than its look)
    except OSError:
        return (0, 0)
    return found.st_mtime_ns, found.st_size
