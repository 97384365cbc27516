"""Where this person's data lies: desk, index, settings, logs, all in one folder."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from kb_content.failure import Failure


class DataFolderFailure(Failure):
    """The data folder can't be made or written."""


@dataclass(frozen=True, slots=True)
class DataPaths:
    """The data folder and what stands in it."""

    data_dir: Path

    @property
    def desk(self) -> Path:
        """The desk: tickets, drafts, promises."""
        return self.data_dir / "desk.sqlite"

    @property
    def index(self) -> Path:
        """The search index, which may be deleted at any time."""
        return self.data_dir / "index.sqlite"

    def index_of(self, library: Path) -> Path:
        """The search index of one library, which may be deleted at any time."""
        name = hashlib.sha256(str(library.resolve()).encode()).hexdigest()[:12]
        return self.data_dir / f"index-{name}.sqlite"

    @property
    def settings(self) -> Path:
        """The settings, typed, in TOML."""
        return self.data_dir / "settings.toml"

    @property
    def window(self) -> Path:
        """The window's geometry, and nothing else (QSettings)."""
        return self.data_dir / "window.ini"

    @property
    def logs(self) -> Path:
        """The folder of the logs, which carry ids and no customer's words."""
        return self.data_dir / "logs"

    @property
    def lock(self) -> Path:
        """The file that a running window holds locked."""
        return self.data_dir / "lock"

    @property
    def own_library(self) -> Path:
        """The copy of the starter library that is this person's to change."""
        return self.data_dir / "library"

    def prepare(self) -> None:
        """Make the folders, readable by their owner only; raises DataFolderFailure."""
        try:
            for folder in (self.data_dir, self.logs):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise DataFolderFailure(
                f"The data folder {self.data_dir} can't be made ({reason}): choose another with --data-dir."
            ) from error


def data_paths(data_dir: Path | None = None) -> DataPaths:
    """Return the paths in a folder, by default the one that the system has for Thrice."""
    if data_dir is not None:
        return DataPaths(data_dir.absolute())
    import platformdirs  # only the default needs it

    return DataPaths(Path(platformdirs.user_data_dir("Thrice", appauthor=False)))
