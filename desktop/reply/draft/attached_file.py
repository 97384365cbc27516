"""Reads a file that is to leave with the reply; meant for a lane."""

from pathlib import Path

from composer.tickets.envelope_table import MOST_ATTACHED
from kb_content.failure import Failure


def file_content(path: Path) -> bytes:
    """Return a file's bytes; raises Failure, one sentence, when it can't be read or is too large."""
    try:
        if path.stat().st_size > MOST_ATTACHED:
            raise Failure(f"“{path.name}” is larger than 25 MB, more than most servers take; send a link.")
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise Failure(f"“{path.name}” can't be attached ({reason}); choose another file.") from error
