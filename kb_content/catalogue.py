"""All records of a library at one moment: each with its id, and what is wrong with their files."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar

from kb_content.article import Article
from kb_content.failure import Problem
from kb_content.known_issue import KnownIssue
from kb_content.library_walk import Found, shown
from kb_content.record_file import FileRead, Record
from kb_content.record_id import unique
from kb_content.snippet import Snippet
from kb_content.team import Team

_R = TypeVar("_R", Article, KnownIssue, Snippet)


@dataclass(frozen=True, slots=True)
class Changes:
    """Which records came, changed or went, by their keys ``kind:id`` (``article:refunds``).

    ``team`` is whether ``library.toml`` says something else than before, ``rules`` whether a file of
    the team's rules came, changed or went.
    """

    added: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    team: bool = False
    rules: bool = False

    @property
    def any(self) -> bool:
        """Whether anything is different."""
        return bool(self.added or self.changed or self.removed or self.team or self.rules)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All records by id; never changed, only replaced.

    ``set_aside`` holds paths without a record, ``rules`` the files of the team's rules as found.
    """

    articles: Mapping[str, Article] = field(default_factory=dict)
    known_issues: Mapping[str, KnownIssue] = field(default_factory=dict)
    snippets: Mapping[str, Snippet] = field(default_factory=dict)
    team: Team = field(default_factory=Team)
    problems: tuple[Problem, ...] = ()
    set_aside: tuple[str, ...] = ()
    rules: tuple[Found, ...] = ()

    def records(self) -> Iterator[tuple[str, Record]]:
        """Yield every record with its key ``kind:id``."""
        yield from ((f"article:{id}", record) for id, record in self.articles.items())
        yield from ((f"known-issue:{id}", record) for id, record in self.known_issues.items())
        yield from ((f"snippet:{id}", record) for id, record in self.snippets.items())


def changes_between(old: Catalogue, new: Catalogue) -> Changes:
    """Return what is different from one moment to another."""
    before, after = dict(old.records()), dict(new.records())
    touched = (key for key, record in after.items() if before.get(key, record) is not record)
    # Key by key: a difference of two views of 100,000 keeps everybody else from the interpreter for 20 ms.
    return Changes(
        added=frozenset(key for key in after if key not in before),
        changed=frozenset(key for key in touched if before[key] != after[key]),
        removed=frozenset(key for key in before if key not in after),
        team=old.team != new.team,
        rules=old.rules != new.rules,
    )


def assembled(
    files: Mapping[str, FileRead], team: Team, problems: Sequence[Problem], *, is_library: bool
) -> Catalogue:
    """Return the records of all files, each with an id of its own.

    ``files`` are by path, sorted; ``problems`` come from the walk and ``library.toml``. In a library a
    document right beside ``library.toml`` is a record only when it has an id: README.md is none.
    """
    files = {path: file for path, file in files.items() if not (is_library and _is_note(path, file))}
    own = {path: file.record for path, file in files.items() if file.record and file.own_id}
    others = {path: file.record for path, file in files.items() if file.record and not file.own_id}
    found = [problem for file in files.values() for problem in file.problems]
    found += [*problems, *_duplicates(own), *_case_twins(files)]
    if is_library:
        found += [_without_id(path, record.id) for path, record in others.items()]
    records = [*own.values(), *others.values()]
    return Catalogue(
        _with_ids(record for record in records if isinstance(record, Article)),
        _with_ids(record for record in records if isinstance(record, KnownIssue)),
        _with_ids(record for record in records if isinstance(record, Snippet)),
        team,
        tuple(sorted(found, key=lambda problem: (problem.path, problem.line))),
        tuple(path for path, file in files.items() if file.record is None),
    )


def _is_note(path: str, file: FileRead) -> bool:
    return "/" not in path and file.record is not None and not file.own_id


def _with_ids(records: Iterator[_R]) -> Mapping[str, _R]:
    """Ids that stand in files come first, so that a made one never takes theirs."""
    by_id: dict[str, _R] = {}
    askers: Counter[str] = Counter()
    for record in records:
        if record.id not in by_id:
            by_id[record.id] = record
            continue
        askers[record.id] += 1
        given = unique(record.id, by_id, number=1 + askers[record.id])
        by_id[given] = replace(record, id=given)
    return MappingProxyType(by_id)


def _without_id(path: str, given: str) -> Problem:
    sentence = f"It has no id of its own: add 'id: {given}', so that links hold when the file moves."
    return Problem(shown(path), 0, sentence)


def _duplicates(own: Mapping[str, Record]) -> Iterator[Problem]:
    first: dict[tuple[type[Record], str], str] = {}
    holders: dict[tuple[type[Record], str], list[str]] = {}
    for path, record in own.items():
        key = type(record), record.id
        holder = first.setdefault(key, path)
        if holder is not path:
            holders.setdefault(key, [holder]).append(path)
    for (_, record_id), paths in holders.items():
        for path in paths:
            other = shown(paths[0] if path != paths[0] else paths[1])
            sentence = f"Duplicate id '{record_id}', also in {other}: give one of them another id."
            yield Problem(shown(path), 0, sentence)


def _case_twins(paths: Mapping[str, FileRead]) -> Iterator[Problem]:
    """Names that are one file on Windows and macOS."""
    seen: dict[str, str] = {}
    for path in paths:
        twin = seen.setdefault(path.casefold(), path)
        if twin != path:
            sentence = f"Its name is the same as {shown(twin)} on Windows and macOS: rename one of them."
            yield Problem(shown(path), 0, sentence)
