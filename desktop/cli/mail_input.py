"""The mail and the library that a command is about."""

from pathlib import Path

from composer.mail.parse import open_mail
from composer.questions.understand import understand
from composer.questions.understood import UnderstoodMail
from kb_content.library import Library


def understood_mail(path: Path, library: Library | None = None) -> UnderstoodMail:
    """Open and understand a mail file; raises Failure for a file that is no mail."""
    return understand(open_mail(path), team=library.team if library else None)


def opened_library(folder: Path | None) -> Library | None:
    """Open the library that a command names, if it names one; raises Failure for what is none."""
    return Library.open(folder) if folder is not None else None
