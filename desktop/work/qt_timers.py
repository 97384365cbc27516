"""Single-shot timers under names, on Qt's clock."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class QtTimers(QObject):
    """The presenters' timers; they end with their owner."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timers: dict[str, tuple[QTimer, Callable[[], None]]] = {}

    def start(self, name: str, milliseconds: int, act: Callable[[], None]) -> None:
        """Call ``act`` once after a while, instead of what was to happen under this name."""
        timer = self._timers[name][0] if name in self._timers else self._new(name)
        self._timers[name] = (timer, act)
        timer.start(milliseconds)

    def stop(self, name: str) -> None:
        """Forget what was to happen under this name."""
        if name in self._timers:
            self._timers.pop(name)[0].deleteLater()

    def is_running(self, name: str) -> bool:
        """Tell whether something is still to happen under this name."""
        return name in self._timers

    def _new(self, name: str) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self._fire(name))
        return timer

    def _fire(self, name: str) -> None:
        if name in self._timers:
            timer, act = self._timers.pop(name)
            timer.deleteLater()
            act()
