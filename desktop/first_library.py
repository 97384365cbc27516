"""The library of the first day: a copy of the starter library that is this person's to change."""

import shutil
from pathlib import Path

from kb_content.failure import Failure


class CopyFailure(Failure):
    """The starter library could not be copied."""


def own_copy(starter: Path, target: Path) -> Path:
    """Return ``target``, made as a copy of ``starter`` where it is not there yet.

    It appears whole or not at all. Raises CopyFailure; nothing half copied stays.
    """
    if target.is_dir():
        return target
    unfinished = target.with_name(f".{target.name}.new")
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(starter, unfinished, ignore=shutil.ignore_patterns("__pycache__", "*.py", "*.pyc"))
        unfinished.replace(target)
    except (OSError, shutil.Error) as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise CopyFailure(
            f"The starter library can't be copied to {target}: free some space or allow writing there."
        ) from error
    return target
