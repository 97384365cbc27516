"""One way to speak of articles, known issues and snippets: their key, their icon, where they stand."""

from collections.abc import Iterator
from datetime import date

from kb_content.article import Article
from kb_content.known_issue import KnownIssue
from kb_content.library import Library
from kb_content.snippet import Snippet
from search.hit import Kind

Record = Article | KnownIssue | Snippet

KIND_WORDS = {Kind.ARTICLE: "article", Kind.KNOWN_ISSUE: "known issue", Kind.SNIPPET: "snippet"}
KIND_ICONS = {Kind.ARTICLE: "document", Kind.KNOWN_ISSUE: "known-issue", Kind.SNIPPET: "snippet"}
KINDS = (Kind.ARTICLE, Kind.KNOWN_ISSUE, Kind.SNIPPET)

_TOP_FOLDERS = ("articles", "known-issues", "snippets")


def kind_of(record: Record) -> Kind:
    """Return what kind a record is."""
    if isinstance(record, KnownIssue):
        return Kind.KNOWN_ISSUE
    return Kind.SNIPPET if isinstance(record, Snippet) else Kind.ARTICLE


def record_named(library: Library, kind: str, record_id: str) -> Record | None:
    """Return a record by kind and id, or None; a link (kind ``""``) may mean any kind."""
    found: Record | None = None
    if kind in ("", Kind.ARTICLE):
        found = library.articles.get(record_id)
    if found is None and kind in ("", Kind.KNOWN_ISSUE):
        found = library.known_issues.get(record_id)
    if found is None and kind in ("", Kind.SNIPPET):
        found = library.snippets.get(record_id)
    return found


def all_records(library: Library) -> Iterator[Record]:
    """Yield every record of a library."""
    yield from library.articles.values()
    yield from library.known_issues.values()
    yield from library.snippets.values()


def area_of(record: Record) -> str:
    """Return the part of the library that a record belongs to, as a heading: its folder."""
    if isinstance(record, KnownIssue):
        return "Known issues"
    if isinstance(record, Snippet):
        return "Snippets"
    folders = record.path.split("/")[:-1]
    if folders and folders[0] in _TOP_FOLDERS:
        folders = folders[1:]
    return folders[0].replace("-", " ").replace("_", " ").strip().capitalize() if folders else "Articles"


def short_day(day: date, today: date) -> str:
    """Return a day in few letters: ``12 Sep``, with its year where that isn't this one."""
    return f"{day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b} {day.year}"


def told_moment(moment: str, today: date) -> str:
    """Return what a file says of a time (``2026-12-03 15:00``) as ``3 Dec, 15:00``; else as written."""
    try:
        day = date.fromisoformat(moment[:10])
    except ValueError:
        return moment
    clock = moment[10:].strip()
    return f"{short_day(day, today)}, {clock}" if clock else short_day(day, today)
