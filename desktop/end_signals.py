"""A polite request to end (logging out, Ctrl+C in the terminal) closes the window as a person does.

Python runs signal handlers between two of its own instructions, which a waiting event loop may not
reach for minutes; a socket wakes it.
"""

import signal
import socket
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class EndSignals(QObject):
    """Calls ``end`` when the process is asked to end. Does nothing on Windows, which has no such signals."""

    def __init__(self, end: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._undo: list[Callable[[], object]] = []
        if sys.platform != "win32":
            self._listen()

    def close(self) -> None:
        """Stop listening and put back what was there."""
        for step in self._undo:
            step()
        self._undo = []

    def _listen(self) -> None:
        here, there = socket.socketpair()
        here.setblocking(False)
        there.setblocking(False)
        before = {
            number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
        }
        for number in before:
            signal.signal(number, lambda *_: None)
        wakeup = signal.set_wakeup_fd(there.fileno(), warn_on_full_buffer=False)
        notifier = QSocketNotifier(here.fileno(), QSocketNotifier.Type.Read, self)

        def woken() -> None:
            if here.recv(64):
                self._end()

        notifier.activated.connect(woken)
        self._undo = [
            lambda: notifier.setEnabled(False),
            lambda: signal.set_wakeup_fd(wakeup),
            *(lambda number=number, old=old: signal.signal(number, old) for number, old in before.items()),
            here.close,
            there.close,
        ]
