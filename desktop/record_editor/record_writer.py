"""Writing an edited record into the library's folder, and meeting what somebody else wrote meanwhile."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop.library.record_acts import save_record
from desktop.library.records import Record, kind_of, record_named
from kb_content.article import Article
from kb_content.failure import Failure
from kb_content.library import ChangedOutside, Changes, Library
from kb_content.splice import Value
from search.hit import Kind


@dataclass(frozen=True, slots=True)
class Conflict:
    """The file says something else than when it was opened: their record (None: it is gone).

    ``changes`` is what reading the folder again brought; nobody else has heard of it yet.
    """

    theirs: Record | None
    sentence: str
    changes: Changes


class RecordWriter:
    """Saves records; for the lane of writes, since it waits for the disk.

    ``library`` gives the library to write into, or raises Failure when there is none.
    """

    def __init__(self, library: Callable[[], Library]) -> None:
        self._library = library

    def why_not(self) -> str:
        """Return why nothing can be written now; nothing when it can."""
        try:
            self._library()
        except Failure as failure:
            return str(failure)
        return ""

    def create(self, kind: Kind, title: str, body: str, fields: Mapping[str, Value]) -> Record:
        """Write a new record's file and return it; raises LibraryFailure or WriteFailure."""
        library = self._library()
        given = {key: value for key, value in fields.items() if value not in ("", [], None)}
        if kind is Kind.KNOWN_ISSUE:
            return library.create_known_issue(title=title, body=body, fields=given)
        if kind is Kind.SNIPPET:
            return library.create_snippet(title=title, body=body, fields=given)
        return library.create_article(title=title, body=body, fields=given)

    def save(
        self, record: Record, title: str | None, fields: Mapping[str, Value], body: str | None
    ) -> Record | Conflict:
        """Write what was changed and return the record as it is now, or whom it met.

        A renamed article keeps its old title among what it is also known as.
        """
        library = self._library()
        changed = dict(fields)
        if title is not None:
            changed["title"] = title
            if isinstance(record, Article):
                changed["also_known_as"] = _with_old_title(record, title, changed)
        try:
            return save_record(library, record, changed, body)
        except ChangedOutside as failure:
            changes = library.refresh()
            return Conflict(record_named(library, kind_of(record), record.id), failure.sentence, changes)


def _with_old_title(article: Article, title: str, fields: Mapping[str, Value]) -> list[str]:
    given = fields.get("also_known_as", article.also_known_as)
    names = [str(name) for name in given if name != title] if isinstance(given, list | tuple) else []
    return names if article.title in names else [*names, article.title]
