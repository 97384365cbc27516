"""The ways out of the program: the clipboard, a file, the mail program."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from kb_content.atomic_file import write_atomically
from kb_content.failure import Failure


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
        """Write the reply into a folder of ours and let the system open it; raises NoMailProgram."""
        folder = Path(tempfile.mkdtemp(prefix="thrice-"))
        path = folder / name
        write_atomically(path, raw)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            path.unlink(missing_ok=True)
            folder.rmdir()
            raise NoMailProgram(
                "No program on this computer opens .eml files; copy the reply or write it to a file instead."
            )
