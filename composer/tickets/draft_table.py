"""The drafts of a desk, with the earlier texts that are worth going back to."""

from datetime import datetime, timedelta
from typing import Any

from composer.tickets.store import Store, loaded, stored
from composer.tickets.ticket import SavedDraft

#: Beside the newest text, a draft's history keeps one text per this much time, and every big cut.
_REVISION_SPACING = timedelta(minutes=1)
_BIG_CUT = 80


class DraftTable(Store):
    """One draft a ticket."""

    def draft(self, ticket_id: int) -> SavedDraft:
        """Return a ticket's draft; revision 0 and no text when none was saved yet."""
        row = self._one("SELECT * FROM drafts WHERE ticket_id = ?", ticket_id)
        return _saved_draft(row) if row else SavedDraft(text="", revision=0)

    def save_draft(self, ticket_id: int, text: str) -> int:
        """Save a draft and return its revision; it is on the disk when this returns."""
        now = self._clock()
        with self._writing():
            before = self.draft(ticket_id)
            revision = before.revision + 1
            self._execute(
                "INSERT INTO drafts (ticket_id, text, revision, saved_at) VALUES (?, ?, ?, ?) ON CONFLICT "
                "(ticket_id) DO UPDATE SET text = excluded.text, revision = excluded.revision, "
                "saved_at = excluded.saved_at",
                ticket_id,
                text,
                revision,
                stored(now),
            )
            self._keep_revision(ticket_id, before, text, now)
        if self._revision_file:
            self._revision_file.write_text(f"{revision}\n", encoding="ascii")
        return revision

    def revisions(self, ticket_id: int) -> tuple[SavedDraft, ...]:
        """Return the earlier texts of a draft that were kept, newest first."""
        rows = self._all(
            "SELECT * FROM draft_revisions WHERE ticket_id = ? ORDER BY revision DESC", ticket_id
        )
        return tuple(_saved_draft(row) for row in rows)

    def answer_colour(self, ticket_id: int) -> str:
        """Return the colour picked for this draft's answers (``#RRGGBB``), or nothing: the team's."""
        row = self._one("SELECT answer_colour FROM drafts WHERE ticket_id = ?", ticket_id)
        return str(row["answer_colour"]) if row else ""

    def save_answer_colour(self, ticket_id: int, colour: str) -> None:
        """Remember the colour picked for a draft's answers; the draft has to be saved before."""
        with self._writing():
            self._execute("UPDATE drafts SET answer_colour = ? WHERE ticket_id = ?", colour, ticket_id)

    def _keep_revision(self, ticket_id: int, before: SavedDraft, text: str, now: datetime) -> None:
        """Move the text that was just replaced into the history when it is worth keeping."""
        if not before.revision:
            return
        newest = next(iter(self.revisions(ticket_id)), None)
        due = newest is None or newest.saved_at is None or now - newest.saved_at >= _REVISION_SPACING
        if due or len(before.text) - len(text) >= _BIG_CUT:
            self._execute(
                "INSERT OR REPLACE INTO draft_revisions VALUES (?, ?, ?, ?)",
                ticket_id,
                before.revision,
                before.text,
                stored(before.saved_at or now),
            )


def _saved_draft(row: dict[str, Any]) -> SavedDraft:
    return SavedDraft(text=row["text"], revision=row["revision"], saved_at=loaded(row["saved_at"]))
