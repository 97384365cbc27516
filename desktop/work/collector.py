"""Python's collector of cycles, kept on the window's thread.

It may run in whatever thread allocates; in a worker it has been seen to delete a QTimer of the
window's thread, which could then not be taken out of the event loop, and the next tick crashed.
"""

import gc

from PySide6.QtCore import QObject, QTimer

TICK_MS = 1000
REST_MS = 60_000
BULK = 50_000
"""More young objects than these are a lane's work on something large, most of which goes when it is done."""
LONGEST_WAIT = 60


class WindowThreadCollector(QObject):
    """Switches the automatic collector off and collects in the event loop instead, as often as it would."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        self._waited = 0
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()

    def collect_due(self) -> None:
        """Collect the oldest generation that is due, as the automatic collector would.

        While a lane looks through 100,000 files it waits, for a minute at most.
        """
        self._timer.setInterval(TICK_MS)
        counts, thresholds = gc.get_count(), gc.get_threshold()
        if counts[0] > BULK and self._waited < LONGEST_WAIT:
            self._waited += 1
            return
        self._waited = 0
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation] > 0:
                gc.collect(generation)
                return

    def rest(self) -> None:
        """Collect nothing while something large is read or indexed, for a minute at most."""
        self._timer.start(REST_MS)

    def go_on(self) -> None:
        """Collect again."""
        self._timer.start(TICK_MS)

    def spare_what_lives(self) -> None:
        """Leave out of every later collection what lives now.

        Looking through the records of 100,000 articles for cycles takes 0.4 s, and the window stands
        still meanwhile.
        """
        gc.freeze()

    def stop(self) -> None:
        """Hand collecting back, once no other thread is left."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()
