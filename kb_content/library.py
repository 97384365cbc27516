"""The library: a folder of text files, loaded whole, re-read where it changed, saved in place.

Reading never opens a link, a pipe or a path that a file names. What cannot be read is reported as a
problem and left as it is; the rest loads. All maps are replaced, never changed, so that one lane may
read while another saves.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self, TypeVar

from kb_content.article import Article
from kb_content.atomic_file import nothing_happens
from kb_content.catalogue import Catalogue, Changes, changes_between
from kb_content.failure import Problem
from kb_content.known_issue import KnownIssue
from kb_content.library_failure import ChangedOutside, LibraryFailure
from kb_content.library_files import LibraryFiles
from kb_content.library_toml import NewerLibrary
from kb_content.library_walk import is_regular, read_regular, shown
from kb_content.links import Backlinks
from kb_content.record_file import KNOWN_ISSUES, LARGEST, ORDER, SNIPPETS, Record, kind_of
from kb_content.record_id import slug, unique
from kb_content.snippet import Snippet
from kb_content.splice import Value, with_body, with_fields
from kb_content.team import Team

ARTICLES = "articles"

__all__ = ["ChangedOutside", "Changes", "Library", "LibraryFailure"]

_R = TypeVar("_R", Article, KnownIssue, Snippet)

_NOTHING = object()
_FOLDERS: Mapping[type[Record], str] = {Article: ARTICLES, KnownIssue: KNOWN_ISSUES, Snippet: SNIPPETS}


class Library:
    """One folder of articles, known issues and snippets. Saving and refreshing may run on any thread."""

    folder: Path

    def __init__(self, folder: Path, *, at: Callable[[str], None] = nothing_happens) -> None:
        self.folder = folder
        self._at = at
        self._lock = threading.RLock()
        self._files = LibraryFiles(folder)
        self._catalogue = Catalogue()
        self._reported: tuple[Problem, ...] = ()
        self._links, self._links_of = Backlinks(), self._catalogue
        self._links_lock = threading.Lock()

    @classmethod
    def open(cls, folder: Path, *, at: Callable[[str], None] = nothing_happens) -> Self:
        """Read a library, or any folder of Markdown documents; ``at`` is for the tests' fault points.

        Raises LibraryFailure when there is no such folder or a newer program wrote it.
        """
        _check_folder(folder)
        library = cls(folder, at=at)
        library.refresh()
        return library

    @property
    def articles(self) -> Mapping[str, Article]:
        """All articles by id."""
        return self._catalogue.articles

    @property
    def known_issues(self) -> Mapping[str, KnownIssue]:
        """All known issues by id."""
        return self._catalogue.known_issues

    @property
    def snippets(self) -> Mapping[str, Snippet]:
        """All snippets by id."""
        return self._catalogue.snippets

    @property
    def team(self) -> Team:
        """What ``library.toml`` says; the default team when there is none."""
        return self._catalogue.team

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that could not be read as meant, by path and line, and what others reported."""
        return (*self._catalogue.problems, *self._reported)

    def report(self, problems: Sequence[Problem]) -> bool:
        """Take problems of files that others read (the team's rules); tell whether these are news."""
        is_news = tuple(problems) != self._reported
        self._reported = tuple(problems)
        return is_news

    @property
    def set_aside(self) -> tuple[str, ...]:
        """Paths of files that hold no readable record; ``source`` still shows their text."""
        return self._catalogue.set_aside

    def linked_from(self, record_id: str) -> tuple[Record, ...]:
        """Return the records that link to one, by title."""
        with self._links_lock:
            if self._links_of is not self._catalogue:
                self._links_of = now = self._catalogue
                self._links.read(now.articles, now.known_issues, now.snippets)
            return self._links.of(record_id)

    def refresh(self) -> Changes:
        """Read again what changed on disk, and say what is different.

        Raises LibraryFailure when the folder has gone; what was read before stays.
        """
        with self._lock:
            _check_folder(self.folder)
            try:
                new = self._files.catalogue()
            except NewerLibrary as error:
                raise LibraryFailure(error.sentence, path=error.path) from error
            changes = changes_between(self._catalogue, new)
            self._catalogue = new
            return changes

    def source(self, path: str) -> str:
        """Return the text of one of the library's files as it is, byte order mark and line ends kept.

        Bytes that are no UTF-8 are shown as U+FFFD. Raises LibraryFailure when it cannot be read.
        """
        known = {record.path for _, record in self._catalogue.records()} | set(self._catalogue.set_aside)
        if path not in known or not is_regular(self.folder, path):
            raise LibraryFailure("There is no such file in the library.", path=shown(path))
        try:
            return read_regular(self.folder / path, LARGEST).decode("utf-8", "replace")
        except OSError as error:
            raise LibraryFailure(f"The file cannot be read ({error.strerror}).", path=shown(path)) from error

    def save_article(
        self,
        article_id: str,
        *,
        fields: Mapping[str, Value] | None = None,
        body: str | None = None,
        expected_revision: str,
    ) -> Article:
        """Change an article's file in place and return the article as it is now.

        Only lines of the given fields (None takes a field out) and changed lines of the body differ
        afterwards. Raises ChangedOutside when the file is not the expected revision any more, and
        WriteFailure (ReadOnly, DiskFull) when it cannot be written; the old file stays then.
        """
        return self._save(_existing(self.articles, article_id, "article"), fields, body, expected_revision)

    def save_known_issue(
        self,
        issue_id: str,
        *,
        fields: Mapping[str, Value] | None = None,
        body: str | None = None,
        expected_revision: str,
    ) -> KnownIssue:
        """Change a known issue's file in place; as ``save_article``."""
        return self._save(
            _existing(self.known_issues, issue_id, "known issue"), fields, body, expected_revision
        )

    def save_snippet(
        self,
        snippet_id: str,
        *,
        fields: Mapping[str, Value] | None = None,
        body: str | None = None,
        expected_revision: str,
    ) -> Snippet:
        """Change a snippet's file in place; as ``save_article``."""
        return self._save(_existing(self.snippets, snippet_id, "snippet"), fields, body, expected_revision)

    def create_article(self, *, title: str, body: str, fields: Mapping[str, Value] | None = None) -> Article:
        """Write a new article to ``articles/<id>.md``, its id made from the title, and return it."""
        return self._create(Article, title, body, fields or {})

    def create_known_issue(
        self, *, title: str, body: str, fields: Mapping[str, Value] | None = None
    ) -> KnownIssue:
        """Write a new known issue to ``known-issues/<id>.md`` and return it."""
        return self._create(KnownIssue, title, body, fields or {})

    def create_snippet(self, *, title: str, body: str, fields: Mapping[str, Value] | None = None) -> Snippet:
        """Write a new snippet to ``snippets/<id>.md`` and return it."""
        return self._create(Snippet, title, body, fields or {})

    def rename_article(self, article_id: str, title: str, *, expected_revision: str = "") -> Article:
        """Give an article another title; its id, file and links stay, and the old title is still found."""
        with self._lock:
            article = _existing(self.articles, article_id, "article")
            if title.strip() == article.title:
                return article
            names = [name for name in article.also_known_as if name != title.strip()]
            if article.title not in names:
                names.append(article.title)
            changed: dict[str, Value] = {"title": title.strip(), "also_known_as": names}
            return self._save(article, changed, None, expected_revision or article.revision)

    def _save(
        self, record: _R, fields: Mapping[str, Value] | None, body: str | None, expected_revision: str
    ) -> _R:
        with self._lock:
            text = self._files.current(record.path, expected_revision)
            order = ORDER[kind_of(record.path)]
            changed = with_fields(text, _really_changed(record, fields or {}), order)
            changed = changed if body is None else with_body(changed, body)
            if changed != text:
                self._catalogue = self._files.replace(record.path, changed, at=self._at)
            return self._at_path(type(record), record.path)

    def _at_path(self, kind: type[_R], path: str) -> _R:
        for _, record in self._catalogue.records():
            if record.path == path and isinstance(record, kind):
                return record
        raise LibraryFailure("The file was saved and went away at once.", path=path)

    def _create(self, kind: type[_R], title: str, body: str, fields: Mapping[str, Value]) -> _R:
        if not title.strip():
            raise LibraryFailure("It has no title: write one first.")
        with self._lock:
            folder = _FOLDERS[kind]
            ids = {record.id for _, record in self._catalogue.records()}  # of all kinds: links name none
            record_id = unique(slug(title, otherwise=folder[:-1]), ids | self._files.names_in(folder))
            path = f"{folder}/{record_id}.md"
            all_fields = {**fields, "id": record_id, "title": " ".join(title.split())}
            text = with_body(_front_matter(all_fields, ORDER[kind_of(path)]), body)
            self._catalogue = self._files.create(path, text, at=self._at)
            return self._at_path(kind, path)


def _front_matter(fields: Mapping[str, Value], order: tuple[str, ...]) -> str:
    """A new file's front matter, in the usual order, with an empty line below it."""
    text = "---\n---\n\n"
    known = [key for key in order if fields.get(key) not in (None, "", (), [])]
    others = [key for key in fields if key not in order and fields[key] is not None]
    return with_fields(text, {key: fields[key] for key in (*known, *others)}, order)


def _really_changed(record: Record, fields: Mapping[str, Value]) -> Mapping[str, Value]:
    """Leave out what the record says already, however its file spells it; an empty value goes out.

    A form may hand in all its fields and still change one line.
    """
    if "id" in fields:
        raise LibraryFailure("The id of a record stays as it is; change its title instead.")
    changed = {}
    for key, value in fields.items():
        meant = tuple(value) if isinstance(value, list) else value
        if meant != getattr(record, key, _NOTHING):
            changed[key] = None if meant in ("", ()) and key not in ("title", "fields") else value
    return changed


def _existing(records: Mapping[str, _R], record_id: str, what: str) -> _R:
    record = records.get(record_id)
    if record is None:
        raise LibraryFailure(f"There is no {what} '{shown(record_id)[:81]}' in the library any more.")
    return record


def _check_folder(folder: Path) -> None:
    try:
        if not folder.exists():
            raise LibraryFailure(f"There is no library at '{folder}': choose a folder that exists.")
        if not folder.is_dir():
            raise LibraryFailure(f"'{folder}' is a file: choose the folder that holds library.toml.")
        next(folder.iterdir(), None)
    except OSError as error:
        raise LibraryFailure(f"The library at '{folder}' cannot be read ({error.strerror}).") from error
