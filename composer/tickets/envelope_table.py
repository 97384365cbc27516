"""What leaves with a ticket's draft: who gets a copy, and the files, kept with their bytes.

A path would do no more than a name: until the reply leaves, the file may be moved, changed or gone.
"""

import json

from composer.tickets.desk_file import DeskFailure
from composer.tickets.store import Store
from composer.tickets.ticket import DraftFile

MOST_ATTACHED = 25 * 1024 * 1024


class EnvelopeTable(Store):
    """Copies and attachments of a draft."""

    def cc(self, ticket_id: int) -> tuple[str, ...] | None:
        """Return who gets a copy of a ticket's reply, or None when nobody chose it yet."""
        row = self._one("SELECT cc FROM draft_copies WHERE ticket_id = ?", ticket_id)
        return tuple(json.loads(row["cc"])) if row else None

    def save_cc(self, ticket_id: int, cc: tuple[str, ...]) -> None:
        """Remember who gets a copy; nobody is a choice too."""
        with self._writing():
            self._execute(
                "INSERT INTO draft_copies (ticket_id, cc) VALUES (?, ?) "
                "ON CONFLICT (ticket_id) DO UPDATE SET cc = excluded.cc",
                ticket_id,
                json.dumps(list(cc), ensure_ascii=False),
            )

    def attached(self, ticket_id: int) -> tuple[DraftFile, ...]:
        """Return the files that leave with a ticket's reply, in the order in which they came."""
        rows = self._all("SELECT * FROM draft_files WHERE ticket_id = ? ORDER BY id", ticket_id)
        return tuple(DraftFile(row["id"], row["name"], bytes(row["data"])) for row in rows)

    def attach(self, ticket_id: int, name: str, data: bytes) -> DraftFile:
        """Let a file leave with a ticket's reply; the same file a second time changes nothing.

        Raises DeskFailure when a draft's files would be larger than 25 MB together.
        """
        with self._writing():
            files = self.attached(ticket_id)
            known = next((file for file in files if (file.name, file.data) == (name, data)), None)
            if known is not None:
                return known
            if sum(len(file.data) for file in files) + len(data) > MOST_ATTACHED:
                raise DeskFailure(
                    f"With “{name}” the attachments would be larger than 25 MB together, more than most "
                    "servers take; send a link instead."
                )
            return DraftFile(
                self._insert("draft_files", ticket_id=ticket_id, name=name, data=data), name, data
            )

    def detach(self, file_id: int) -> None:
        """Leave a file behind; its bytes go from the desk."""
        with self._writing():
            self._execute("DELETE FROM draft_files WHERE id = ?", file_id)
