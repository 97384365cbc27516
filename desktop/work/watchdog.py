"""The event-loop watchdog: notices when the window stalled, and logs for how long."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from desktop.crash import log

TICK_MS = 20
STALL_MS = 100


class Watchdog(QObject):
    """Ticks in the window's event loop; a late tick is a stall.

    It rests while the application is not in front, so that an idle program wakes no processor.
    ``longest`` is the longest stall so far in ms.
    """

    def __init__(
        self, parent: QObject | None = None, *, stalled: Callable[[int], object] | None = None
    ) -> None:
        super().__init__(parent)
        self.longest = 0
        self._stalled = stalled
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        app = QCoreApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._state_changed)

    def start(self) -> None:
        """Begin to watch."""
        self._last = time.monotonic()
        self._timer.start()

    def stop(self) -> None:
        """Stop watching."""
        self._timer.stop()

    def _tick(self) -> None:
        now = time.monotonic()
        late = round((now - self._last) * 1000) - TICK_MS
        self._last = now
        if late > STALL_MS:
            self.longest = max(self.longest, late)
            log.warning("event loop stalled for %d ms", late)
            if self._stalled is not None:
                self._stalled(late)

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.start()
        else:
            self.stop()
