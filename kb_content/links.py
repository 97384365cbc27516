"""Links between records: ``kb:id`` and ``kb:id#heading`` in bodies; who links to what, what is broken."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kb_content.article import Article
from kb_content.failure import Problem
from kb_content.known_issue import KnownIssue
from kb_content.library_walk import shown
from kb_content.markdown_text import sections
from kb_content.record_id import slug
from kb_content.snippet import Snippet

Record = Article | KnownIssue | Snippet

_LINK = re.compile(r"\bkb:([a-z0-9][a-z0-9-]{0,80})(?:#([^\s()<>\"'\]]{1,200}))?")


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a body: the id it points to, the heading's anchor or nothing, its code points."""

    target: str
    anchor: str
    start: int
    end: int


def links_in(body: str) -> tuple[Link, ...]:
    """Return the ``kb:`` links of a body, in order."""
    if "kb:" not in body:
        return ()
    return tuple(Link(m[1].rstrip("-"), m[2] or "", m.start(), m.end()) for m in _LINK.finditer(body))


def anchor_of(heading: str) -> str:
    """Return what stands behind ``#`` for a heading: its letters and digits, joined by hyphens."""
    return slug(heading, otherwise="section")


class Backlinks:
    """Which records link to an id; after a change only bodies that are new are looked through.

    Looking through those of 100,000 articles takes a quarter of a second. Not for two threads at once.
    """

    def __init__(self) -> None:
        self._read: tuple[Mapping[str, Record], ...] = ()
        self._sources: dict[str, dict[tuple[int, str], Record]] = {}

    def read(self, *kinds: Mapping[str, Record]) -> None:
        """Take the records of a library as they are now, by id; always the same kinds in the same order."""
        before = self._read or tuple({} for _ in kinds)
        for kind, (old, new) in enumerate(zip(before, kinds, strict=True)):
            for gone in (record for id, record in old.items() if new.get(id) is not record):
                for target in _targets(gone):
                    self._sources.get(target, {}).pop((kind, gone.id), None)
            for come in (record for id, record in new.items() if old.get(id) is not record):
                for target in _targets(come):
                    self._sources.setdefault(target, {})[kind, come.id] = come
        self._read = kinds

    def of(self, record_id: str) -> tuple[Record, ...]:
        """Return the records that link to an id, by title."""
        return tuple(sorted(self._sources.get(record_id, {}).values(), key=_title))


def _targets(record: Record) -> set[str]:
    return {link.target for link in links_in(record.body)} - {record.id}


def _title(record: Record) -> str:
    return record.title.casefold()


def broken_links(*kinds: Mapping[str, Record]) -> tuple[Problem, ...]:
    """Return a problem for each link that leads to no record, or to no heading of its record.

    Hand in all maps of a library, since a link may lead from one kind to another.
    """
    by_id = {record.id: record for records in reversed(kinds) for record in records.values()}
    anchors = cache(lambda record_id: _anchors(by_id[record_id]))
    problems: list[Problem] = []
    for records in kinds:
        for record in records.values():
            problems.extend(_broken_in(record, by_id, anchors))
    return tuple(sorted(problems, key=lambda problem: problem.path))


def _broken_in(
    record: Record, by_id: Mapping[str, Record], anchors: Callable[[str], frozenset[str]]
) -> Iterator[Problem]:
    for link in links_in(record.body):
        target = by_id.get(link.target)
        if target is None:
            sentence = f"It links to kb:{link.target}, and there is no such record: mend or delete the link."
            yield Problem(shown(record.path), 0, sentence)
        elif link.anchor and link.anchor not in anchors(link.target):
            sentence = (
                f"It links to kb:{link.target}#{link.anchor}, and '{target.title}' has no such heading."
            )
            yield Problem(shown(record.path), 0, sentence)


def _anchors(record: Record) -> frozenset[str]:
    return frozenset(anchor_of(section.heading) for section in sections(record.body) if section.heading)
