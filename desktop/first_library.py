"""Which library is opened; on the first day a copy of the starter library, this person's to change."""

import shutil
from pathlib import Path

from desktop.settings import SettingsStore
from kb_content.failure import Failure
from kb_content.resource import starter_library


class CopyFailure(Failure):
    """The starter library could not be copied."""


class WantedLibrary:
    """The library to open: the one named at the start, else the one in the settings, else one's own."""

    def __init__(self, named: Path | None, *, settings: SettingsStore, own: Path) -> None:
        self._named, self._settings, self._own = named, settings, own

    @property
    def folder(self) -> Path:
        """Its folder, which may not be there yet."""
        chosen = self._settings.current.library_folder
        return self._named or (Path(chosen) if chosen else self._own)

    def ready_folder(self) -> Path:
        """Return its folder; one's own is copied first where it is not there, so this is for a lane."""
        return own_copy(starter_library(), self._own) if self.folder == self._own else self.folder


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
