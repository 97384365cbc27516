"""Single-shot timers under names, on Qt's clock."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class QtTimers(QObject):
    """The presenters' timers; they end with their owner.

    A timer that fired or was stopped is used again: a day would make and delete ten thousand of them.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[str, tuple[QTimer, Callable[[], None]]] = {}
        self._spare: list[QTimer] = []

    def start(self, name: str, milliseconds: int, act: Callable[[], None]) -> None:
        """Call ``act`` once after a while, instead of what was to happen under this name."""
        timer = self._running[name][0] if name in self._running else self._free()
        self._running[name] = (timer, act)
        timer.start(milliseconds)

    def stop(self, name: str) -> None:
        """Forget what was to happen under this name."""
        if name in self._running:
            timer, _ = self._running.pop(name)
            timer.stop()
            self._spare.append(timer)

    def is_running(self, name: str) -> bool:
        """Tell whether something is still to happen under this name."""
        return name in self._running

    def _free(self) -> QTimer:
        if self._spare:
            return self._spare.pop()
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self._fire(timer))
        return timer

    def _fire(self, timer: QTimer) -> None:
        name = next((name for name, (running, _) in self._running.items() if running is timer), "")
        if name:
            _, act = self._running.pop(name)
            self._spare.append(timer)
            act()
