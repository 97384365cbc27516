"""What is being written about a record of the library and is not in its file yet: kept over a crash."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from composer.tickets.store import Store, loaded, stored


@dataclass(frozen=True, slots=True)
class RecordDraft:
    """Unsaved text of one record. ``record_id`` is empty for a new one.

    ``library`` is the folder it belongs to and ``library_name`` what that library is called (empty in
    drafts of older programs), ``revision`` the version it began from. ``start`` and ``content`` hold
    what stood in the editor then and stands there now, in the editor's own form.
    """

    library: str
    kind: str
    record_id: str
    revision: str
    start: str
    content: str
    id: int = 0
    saved: datetime | None = None
    library_name: str = ""


class RecordDraftTable(Store):
    """Drafts of records, each under a number of its own: two new articles have no id yet."""

    def keep_record_draft(self, draft: RecordDraft) -> int:
        """Keep a draft as it is now and return its number (``draft.id``, or a new one for 0)."""
        with self._writing():
            columns = {
                "library": draft.library,
                "library_name": draft.library_name,
                "kind": draft.kind,
                "record_id": draft.record_id,
                "revision": draft.revision,
                "start": draft.start,
                "content": draft.content,
                "saved_at": stored(self._clock()),
            }
            if draft.id:
                columns = {"id": str(draft.id), **columns}
                self._execute("DELETE FROM record_drafts WHERE id = ?", draft.id)
            return self._insert("record_drafts", **columns)

    def record_drafts(self, library: str | None = None) -> tuple[RecordDraft, ...]:
        """Return the drafts that were kept for a library's folder (None: for any), the oldest first."""
        rows = self._all("SELECT * FROM record_drafts WHERE library = ?1 OR ?1 IS NULL ORDER BY id", library)
        return tuple(_record_draft(row) for row in rows)

    def drop_record_draft(self, number: int) -> None:
        """Forget a draft: it is in its file now, or was thrown away."""
        with self._writing():
            self._execute("DELETE FROM record_drafts WHERE id = ?", number)


def _record_draft(row: dict[str, Any]) -> RecordDraft:
    return RecordDraft(
        library=row["library"],
        kind=row["kind"],
        record_id=row["record_id"],
        revision=row["revision"],
        start=row["start"],
        content=row["content"],
        id=row["id"],
        saved=loaded(row["saved_at"]),
        library_name=row["library_name"],
    )
