"""One window per data folder: an operating-system lock, which ends with the process that holds it.

A lock that is held means that its holder lives; no file time is ever asked. Whoever comes second
asks the first to show its window.
"""

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kb_content.failure import Failure

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class AlreadyOpen(Failure):
    """Another window holds this data folder."""


class LockRefused(Failure):
    """A data folder in which nothing can be written."""


class InstanceLock:
    """The lock of a data folder; hold it as long as the window lives."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def take(self) -> None:
        """Take the lock; raises AlreadyOpen when a living process holds it, LockRefused where none can."""
        try:
            file = self._path.open("a+b")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise LockRefused(
                f"Nothing can be written in the data folder {self._path.parent} ({reason}): "
                "make it writable, or choose another with --data-dir."
            ) from error
        try:
            _lock(file)
        except OSError as error:
            file.close()
            raise AlreadyOpen(
                f"Thrice is open already with the data in {self._path.parent}: its window comes to the front."
            ) from error
        self._file = file

    def release(self) -> None:
        """Give the lock back."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def socket_name(data_dir: Path) -> str:
    """Return the name under which a data folder's window listens for a second start."""
    return f"thrice-{hashlib.sha256(str(data_dir).encode()).hexdigest()[:16]}"


def listen_for_second_start(data_dir: Path, come_forward: Callable[[], None]) -> "QLocalServer":
    """Call ``come_forward`` whenever Thrice is started again; keep what is returned alive."""
    from PySide6.QtNetwork import QLocalServer  # 15 ms that the start does not need

    server = QLocalServer()
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    QLocalServer.removeServer(socket_name(data_dir))
    server.listen(socket_name(data_dir))

    def connected() -> None:
        connection = server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
            connection.disconnectFromServer()
            come_forward()

    server.newConnection.connect(connected)
    return server


def call_first_window(data_dir: Path) -> bool:
    """Ask the window that holds a data folder to come to the front; tell whether it heard."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(socket_name(data_dir))
    heard = socket.waitForConnected(1000)
    socket.abort()
    return heard
