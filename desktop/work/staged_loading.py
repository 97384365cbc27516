"""Loads code between the window's events, a module at a time.

PySide sets a class of Qt up when Python defines it. Done in a lane while the window works, that crashed the
program, once in a dozen starts or in hundreds: so what defines such classes is loaded by the window's own
thread. What knows no Qt is loaded in a lane before, and takes most of the time.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer


def load(modules: Iterable[str]) -> None:
    """Load modules at once, by their full names; for a lane these have to be without Qt."""
    for name in modules:
        import_module(name)


class StagedLoading(QObject):
    """Loads modules in their order, one between two turns of the event loop, then calls ``done``."""

    def __init__(self, modules: Iterable[str], *, done: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._left: Iterator[str] = iter(modules)
        self._done = done
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._load_next)
        self._turn.start()

    def _load_next(self) -> None:
        name = next(self._left, None)
        if name is None:
            self._done()
        else:
            import_module(name)
            self._turn.start()

    def stop(self) -> None:
        """Load nothing more."""
        self._turn.stop()
