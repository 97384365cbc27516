"""Everything unexpected ends here: save what is open, log under a number, say it once.

The log holds where it happened and the kind of error; never its message, which may carry a
customer's words.
"""

import contextlib
import faulthandler
import logging
import logging.handlers
import secrets
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

log = logging.getLogger("thrice")

_KEPT_BYTES, _KEPT_FILES = 1_000_000, 3


def start_log(folder: Path) -> None:
    """Write the log into ``folder/thrice.log`` and native crashes into ``folder/fault.log``."""
    handler = logging.handlers.RotatingFileHandler(
        folder / "thrice.log", maxBytes=_KEPT_BYTES, backupCount=_KEPT_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def stop_log() -> None:
    """Close the log's files."""
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()


class CrashHandler(QObject):
    """Hears every unexpected error of the process, from any thread.

    ``save`` saves what is open (it runs first, on the window's thread); ``tell`` shows one dialog
    with the log's number. A second error while one is shown is logged only, and so is one from a
    place that was told already: a widget that can't paint fails at every repaint.
    """

    _happened = Signal(str, str)

    def __init__(
        self,
        *,
        fault_log: Path,
        save: Callable[[], object],
        tell: Callable[[str], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._save, self._tell = save, tell
        self._fault_path = fault_log
        self._telling = False
        self._told_places: set[str] = set()
        # Queued also from the window's own thread: a dialog inside a paint event would paint again.
        self._happened.connect(self._deal_with, Qt.ConnectionType.QueuedConnection)
        self._undo: list[Callable[[], object]] = []

    def install(self) -> None:
        """Put the handler in place of Python's and Qt's own."""
        fault_file = self._fault_path.open("ab", buffering=0)
        faulthandler.enable(fault_file)
        before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self.heard
        threading.excepthook = lambda args: self.heard(args.exc_type, args.exc_value, args.exc_traceback)
        sys.unraisablehook = self._unraisable
        qt_before = qInstallMessageHandler(qt_message)
        self._undo = [
            lambda: qInstallMessageHandler(qt_before),
            lambda: _put_back(before),
            faulthandler.disable,
            fault_file.close,
        ]

    def uninstall(self) -> None:
        """Put back what was there before."""
        for step in self._undo:
            step()
        self._undo = []

    def heard(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None = None
    ) -> None:
        """Log an unexpected error and see to it on the window's thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        number = secrets.token_hex(4)
        where = places(trace)
        log.critical("unexpected %s: %s\n%s", number, kind.__name__, where)
        if sys.stderr is not None:
            with contextlib.suppress(OSError):
                traceback.print_exception(kind, error, trace)
        self._happened.emit(number, where)

    def _unraisable(self, args: Any) -> None:
        self.heard(args.exc_type, args.exc_value, args.exc_traceback)

    def _deal_with(self, number: str, where: str) -> None:
        if self._telling:
            return
        self._telling = True
        try:
            self._save()
        except Exception as error:  # the last resort must reach its dialog
            log.critical("saving after %s failed: %s", number, type(error).__name__)
        try:
            if where not in self._told_places:
                self._told_places.add(where)
                self._tell(number)
        finally:
            self._telling = False


def _put_back(before: tuple[Any, Any, Any]) -> None:
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


def places(trace: TracebackType | None) -> str:
    """Return where an error happened, innermost last, without any of its data."""
    frames = traceback.extract_tb(trace)[-30:]
    return "\n".join(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Log a message of Qt under its category; Qt's own words carry no customer's text."""
    log.log(_LEVELS.get(kind, logging.WARNING), "qt %s: %s", context.category or "default", message[:300])
