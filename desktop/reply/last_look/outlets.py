"""The ways out of the program: the clipboard, a file, the mail program."""

import contextlib
import shutil
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from kb_content.atomic_file import write_atomically
from kb_content.failure import Failure

_PREFIX = "thrice-reply-"
_KEPT_SECONDS = 24 * 3600


class NoMailProgram(Failure):
    """The system opens no ``.eml``."""


class SystemOutlets:
    """Hands replies to the system. Nothing is sent from here."""

    def to_clipboard(self, html: str, plain: str) -> None:
        """Put both forms of the reply on the clipboard."""
        data = QMimeData()
        data.setHtml(html)
        data.setText(plain)
        QGuiApplication.clipboard().setMimeData(data)

    def to_file(self, path: Path, raw: bytes) -> None:
        """Write an ``.eml``, whole or not at all; raises WriteFailure."""
        write_atomically(path, raw)

    def to_mail_program(self, name: str, raw: bytes) -> None:
        """Write the reply into a folder of ours and let the system open it; raises NoMailProgram.

        The mail program needs the file for as long as it likes, so it goes with a later reply.
        """
        _remove_old_folders()
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        path = folder / name
        write_atomically(path, raw)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            path.unlink(missing_ok=True)
            folder.rmdir()
            raise NoMailProgram(
                "No program on this computer opens .eml files; copy the reply or write it to a file instead."
            )


def _remove_old_folders() -> None:
    """Remove what earlier replies left behind: a customer's words don't lie about for ever."""
    old = time.time() - _KEPT_SECONDS
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if not folder.is_symlink() and folder.stat().st_mtime < old:
                shutil.rmtree(folder, ignore_errors=True)
