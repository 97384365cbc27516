"""The mail and the library that a command is about."""

from pathlib import Path

from composer.mail.parse import open_mail
from composer.questions.understand import understand
from composer.questions.understood import UnderstoodMail
from kb_content.library import Library


def understood_mail(path: Path, library: Path | None = None) -> UnderstoodMail:
    """Open and understand a mail file; raises Failure for a file that is no mail or no library."""
    team = Library.open(library).team if library else None
    return understand(open_mail(path), team=team)
