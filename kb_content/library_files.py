"""What the files of a library say together: each read once, again only when it changed on disk."""

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kb_content.article import Article
from kb_content.failure import Problem
from kb_content.known_issue import KnownIssue
from kb_content.library_toml import read_team
from kb_content.library_walk import Found, shown, walk
from kb_content.record_file import LARGEST, FileRead, Record, kind_of, read_record, too_large
from kb_content.record_id import unique
from kb_content.snippet import Snippet
from kb_content.team import Team

LIBRARY_TOML = "library.toml"

_UNSETTLED = 2_000_000_000
"""A file changed less than 2 s (in ns) before it was read is read again: some disks count in 2 s."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Which records came, changed or went, by their keys ``kind:id`` (``article:refunds``).

    ``team`` is whether ``library.toml`` says something else than before.
    """

    added: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    team: bool = False

    @property
    def any(self) -> bool:
        """Whether anything is different."""
        return bool(self.added or self.changed or self.removed or self.team)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All records of a library at one moment, by id; never changed, only replaced."""

    articles: Mapping[str, Article] = field(default_factory=dict)
    known_issues: Mapping[str, KnownIssue] = field(default_factory=dict)
    snippets: Mapping[str, Snippet] = field(default_factory=dict)
    team: Team = field(default_factory=Team)
    problems: tuple[Problem, ...] = ()
    set_aside: tuple[str, ...] = ()

    def records(self) -> Iterator[tuple[str, Record]]:
        """Yield every record with its key ``kind:id``."""
        yield from ((f"article:{id}", record) for id, record in self.articles.items())
        yield from ((f"known-issue:{id}", record) for id, record in self.known_issues.items())
        yield from ((f"snippet:{id}", record) for id, record in self.snippets.items())


def changes_between(old: Catalogue, new: Catalogue) -> Changes:
    """Return what is different from one moment to another."""
    before, after = dict(old.records()), dict(new.records())
    changed = (key for key, record in after.items() if before.get(key, record) is not record)
    return Changes(
        added=frozenset(after.keys() - before.keys()),
        changed=frozenset(key for key in changed if before[key] != after[key]),
        removed=frozenset(before.keys() - after.keys()),
        team=old.team != new.team,
    )


class _Read(NamedTuple):
    found: Found
    settled: bool
    file: FileRead


class LibraryFiles:
    """The files of one folder and what was read from them; not for two threads at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._reads: dict[str, _Read] = {}
        self._toml: tuple[Found, bool, Team, tuple[Problem, ...]] | None = None

    def catalogue(self) -> Catalogue:
        """Walk the folder, read what is new or changed, and put everything together."""
        now = time.time_ns()
        walked = walk(self._folder)
        reads: dict[str, _Read] = {}
        toml: Found | None = None
        for found in walked.files:
            if found.path.lower().endswith(".md"):
                reads[found.path] = self._read(found, now)
            elif found.path == LIBRARY_TOML:
                toml = found
        self._reads = reads
        team, team_problems = self._team(toml, now)
        return _assembled(reads, team, [*walked.problems, *team_problems], is_library=toml is not None)

    def forget(self, path: str) -> None:
        """Read a file again at the next look, whatever its time says."""
        self._reads.pop(path, None)

    def _read(self, found: Found, now: int) -> _Read:
        known = self._reads.get(found.path)
        if known and known.settled and known.found == found:
            return known
        return _Read(found, found.changed < now - _UNSETTLED, self._file(found))

    def _file(self, found: Found) -> FileRead:
        if found.size > LARGEST:
            return too_large(found.path, found.size)
        try:
            data = read_regular(self._folder / found.path, LARGEST + 1)
        except OSError as error:
            reason = error.strerror or "unknown reason"
            return FileRead(None, (Problem(shown(found.path), 0, f"The file cannot be read ({reason})."),))
        return read_record(found.path, data)

    def _team(self, found: Found | None, now: int) -> tuple[Team, tuple[Problem, ...]]:
        if found is None:
            self._toml = None
            return Team(), ()
        if self._toml and self._toml[1] and self._toml[0] == found:
            return self._toml[2:]
        team, problems = read_team(self._folder / LIBRARY_TOML)
        self._toml = (found, found.changed < now - _UNSETTLED, team, problems)
        return team, problems


def read_regular(path: Path, most: int) -> bytes:
    """Return at most ``most`` bytes of a regular file; never follows a link, never waits on a pipe."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123 - opened above, without following
        pieces = []
        while most > 0 and (piece := file.read(most)):
            pieces.append(piece)
            most -= len(piece)
    return b"".join(pieces)


def _assembled(
    reads: Mapping[str, _Read], team: Team, problems: list[Problem], *, is_library: bool
) -> Catalogue:
    """Give each record its id: those that stand in files first, the made ones after them."""
    maps: dict[str, dict[str, Record]] = {"article": {}, "known-issue": {}, "snippet": {}}
    set_aside = []
    for path, read in reads.items():
        if is_library and "/" not in path and not read.file.own_id:
            continue  # README.md and the like beside library.toml
        problems.extend(read.file.problems)
        if read.file.record is None:
            set_aside.append(path)
    holders: dict[tuple[str, str], list[str]] = {}
    for own in (True, False):
        for path, read in reads.items():
            record = read.file.record
            if record is None or read.file.own_id is not own or (is_library and "/" not in path and not own):
                continue
            kind = kind_of(path)
            if own:
                holders.setdefault((kind, record.id), []).append(path)
            elif is_library:
                problems.append(_without_id(path, record.id))
            _place(maps[kind], record)
    problems.extend(_duplicates(holders))
    problems.extend(_case_twins(reads))
    problems.sort(key=lambda problem: (problem.path, problem.line))
    return Catalogue(
        MappingProxyType(maps["article"]),  # type: ignore[arg-type]
        MappingProxyType(maps["known-issue"]),  # type: ignore[arg-type]
        MappingProxyType(maps["snippet"]),  # type: ignore[arg-type]
        team,
        tuple(problems),
        tuple(set_aside),
    )


def _place(records: dict[str, Record], record: Record) -> None:
    given = unique(record.id, records)
    records[given] = record if given == record.id else replace(record, id=given)


def _without_id(path: str, given: str) -> Problem:
    return Problem(
        shown(path), 0, f"It has no id of its own: add 'id: {given}', so that links hold when the file moves."
    )


def _duplicates(holders: Mapping[tuple[str, str], list[str]]) -> Iterator[Problem]:
    for (_, record_id), paths in holders.items():
        for number, path in enumerate(paths):
            if len(paths) > 1:
                other = shown(paths[1] if number == 0 else paths[0])
                yield Problem(
                    shown(path),
                    0,
                    f"Duplicate id '{record_id}', also in {other}: give one of them another id.",
                )


def _case_twins(reads: Mapping[str, _Read]) -> Iterator[Problem]:
    """Names that are one file on Windows and macOS."""
    seen: dict[str, str] = {}
    for path in reads:
        twin = seen.setdefault(path.casefold(), path)
        if twin != path:
            yield Problem(
                shown(path),
                0,
                f"Its name is the same as {shown(twin)} on Windows and macOS: rename one of them.",
            )
