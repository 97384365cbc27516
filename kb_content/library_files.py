"""What the files of a library say together: each read once, again only when it changed on disk."""

import contextlib
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kb_content.atomic_file import ReadOnly, write_atomically
from kb_content.catalogue import Catalogue, assembled
from kb_content.failure import Problem
from kb_content.library_failure import ChangedOutside, LibraryFailure
from kb_content.library_toml import read_team
from kb_content.library_walk import Found, is_regular, read_regular, shown, walk
from kb_content.record_file import LARGEST, FileRead, read_record, revision_of, too_large
from kb_content.team import Team

LIBRARY_TOML = "library.toml"

_UNSETTLED = 2_000_000_000
"""A file changed less than 2 s (in ns) before it was read is read again: some disks count in 2 s."""


class _Read(NamedTuple):
    found: Found
    settled: bool
    file: FileRead


class _TeamRead(NamedTuple):
    found: Found
    holidays_changed: int
    settled: bool
    team: Team
    problems: tuple[Problem, ...]


class LibraryFiles:
    """The files of one folder and what was read from them; not for two threads at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._reads: dict[str, _Read] = {}
        self._team: _TeamRead | None = None
        self._walk_problems: list[Problem] = []
        self._rules: tuple[Found, ...] = ()

    def catalogue(self) -> Catalogue:
        """Walk the folder, read what is new or changed, and put everything together."""
        now = time.time_ns()
        walked = walk(self._folder)
        toml = next((found for found in walked.files if found.path == LIBRARY_TOML), None)
        team = self._read_team(toml, now) if toml else None
        documents = (found for found in walked.files if found.path.lower().endswith(".md"))
        self._reads = {found.path: self._read(found, now) for found in documents}
        self._team = team
        self._walk_problems = walked.problems
        rules = (found for found in walked.files if _is_rule(found.path))
        self._rules = (*rules, *_folder_of_rules(self._folder))
        return self._assembled()

    def names_in(self, folder: str) -> set[str]:
        """Return the file names of a folder that is about to get a new file, without endings.

        Makes the folder when it is missing; a link in its place is not followed.
        """
        place = self._folder / folder
        try:
            if place.is_symlink():
                raise LibraryFailure("The folder is a link, and links are not followed.", path=folder)
            place.mkdir(exist_ok=True)
            return {entry.stem.lower() for entry in place.iterdir()}
        except PermissionError as error:
            sentence = "The library may not be written: ask for write access."
            raise ReadOnly(sentence, path=folder) from error
        except OSError as error:
            raise LibraryFailure(f"The folder cannot be made ({error.strerror}).", path=folder) from error

    def current(self, path: str, expected_revision: str) -> str:
        """Return a file's text before it is changed; raises ChangedOutside on another revision."""
        if not is_regular(self._folder, path):
            raise ChangedOutside("The file is gone: save your text as a new article.", path=path, revision="")
        try:
            data = read_regular(self._folder / path, LARGEST + 1)
        except OSError as error:
            raise LibraryFailure(f"The file cannot be read ({error.strerror}).", path=path) from error
        if revision_of(data) != expected_revision:
            raise ChangedOutside(
                "The file was changed outside since you opened it: compare both before you save.",
                path=path,
                revision=revision_of(data),
            )
        return data.decode("utf-8")

    def replace(self, path: str, text: str, *, at: Callable[[str], None]) -> Catalogue:
        """Write another text into a file, whole or not at all."""
        write_atomically(self._folder / path, _readable_again(path, text), at=at)
        return self._after_writing(path)

    def create(self, path: str, text: str, *, at: Callable[[str], None]) -> Catalogue:
        """Write a new file, as readable as its folder is."""
        data = _readable_again(path, text)
        file = self._folder / path
        mode = stat.S_IMODE(file.parent.stat().st_mode) & 0o666
        write_atomically(file, data, new=True, mode=mode, at=at)
        return self._after_writing(path)

    def _after_writing(self, path: str) -> Catalogue:
        """Read one file that we just wrote, without a walk, and put everything together again."""
        try:
            status = (self._folder / path).lstat()
        except OSError:  # gone again already: look what is there
            return self.catalogue()
        found = Found(path, status.st_size, status.st_mtime_ns)
        is_new = path not in self._reads
        self._reads[path] = _Read(found, False, self._file(found))
        if is_new:
            self._reads = dict(sorted(self._reads.items()))
        return self._assembled()

    def _assembled(self) -> Catalogue:
        files = {path: read.file for path, read in self._reads.items()}
        team = self._team.team if self._team else Team()
        problems = [*self._walk_problems, *(self._team.problems if self._team else ())]
        found = assembled(files, team, problems, is_library=self._team is not None)
        return replace(found, rules=self._rules)

    def _read(self, found: Found, now: int) -> _Read:
        known = self._reads.get(found.path)
        if known and known.settled and known.found == found:
            return known
        return _Read(found, found.changed < now - _UNSETTLED, self._unless_same(known, found))

    def _unless_same(self, known: _Read | None, found: Found) -> FileRead:
        """Keep the record of a file whose bytes are as before, so that nobody compares its text."""
        file = self._file(found)
        if known and known.file.record and file.record and known.file.record.revision == file.record.revision:
            return known.file
        return file

    def _file(self, found: Found) -> FileRead:
        if found.size > LARGEST:
            return too_large(found.path, found.size)
        try:
            data = read_regular(self._folder / found.path, LARGEST + 1)
        except OSError as error:
            reason = error.strerror or "unknown reason"
            return FileRead(None, (Problem(shown(found.path), 0, f"The file cannot be read ({reason})."),))
        return read_record(found.path, data)

    def _read_team(self, found: Found, now: int) -> _TeamRead:
        known = self._team
        if known and known.settled and known.found == found and self._has_same_holidays(known):
            return known
        team, problems = read_team(self._folder / LIBRARY_TOML)
        changed = self._holidays_changed(team)
        return _TeamRead(found, changed, max(found.changed, changed) < now - _UNSETTLED, team, problems)

    def _has_same_holidays(self, known: _TeamRead) -> bool:
        return known.holidays_changed == self._holidays_changed(known.team)

    def _holidays_changed(self, team: Team) -> int:
        """Return when the team's calendar file was changed, 0 without one."""
        name = team.working_time.holidays_file
        with contextlib.suppress(OSError, ValueError):
            return (self._folder / name).lstat().st_mtime_ns if name else 0
        return 0


def _folder_of_rules(library: Path) -> Iterator[Found]:
    """Yield the folder of the rules itself: a file of another kind that is put there changes it."""
    with contextlib.suppress(OSError):
        status = (library / "rules").lstat()
        yield Found("rules/", 0, status.st_mtime_ns)


def _is_rule(path: str) -> bool:
    return path.startswith("rules/") and path.lower().endswith(".toml")


def _readable_again(path: str, text: str) -> bytes:
    """Encode a text, unless it could not be read as a record again.

    Halves of characters, which an editor may hand over, are joined or replaced.
    """
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    data = whole.encode("utf-8")
    read = read_record(path, data)
    if read.record is None:
        problem = read.problems[0]
        raise LibraryFailure(f"Not saved: {problem.sentence}", path=path, line=problem.line)
    return data
