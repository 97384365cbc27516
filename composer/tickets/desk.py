"""The desk: one person's tickets, drafts, dismissals and promises, in one SQLite file."""

from pathlib import Path

from composer.tickets.decision_table import DecisionTable
from composer.tickets.desk_file import back_up, backups_of, open_database
from composer.tickets.draft_table import DraftTable
from composer.tickets.envelope_table import EnvelopeTable
from composer.tickets.record_draft_table import RecordDraftTable
from composer.tickets.reply_table import ReplyTable
from composer.tickets.report_table import ReportTable
from composer.tickets.store import Clock, utc_now
from composer.tickets.ticket_table import TicketTable
from composer.tickets.usage_table import UsageTable


class Desk(
    TicketTable,
    DraftTable,
    EnvelopeTable,
    DecisionTable,
    ReplyTable,
    UsageTable,
    RecordDraftTable,
    ReportTable,
):
    """The only truth about tickets, drafts and promises.

    Every method is safe to call from any thread; each change is one transaction that is on the disk
    (``synchronous = FULL``) when the method returns. A call may wait for another thread's write, so
    windows call from a lane. All times are aware and in UTC. Raises DeskFailure when a change can't
    be written; the change is then undone as a whole.
    """

    @classmethod
    def open(cls, path: Path, *, clock: Clock = utc_now, revision_file: Path | None = None) -> "Desk":
        """Open or make the desk at ``path``.

        ``revision_file`` is a seam for crash tests: it gets a draft's revision after each durable
        save. Raises DeskNewer, DeskDamaged or DeskFailure, see ``desk_file``.
        """
        return cls(open_database(path), path, clock=clock, revision_file=revision_file)

    def close(self) -> None:
        """Close the file; the desk can't be used afterwards."""
        with self._lock:
            self._database.close()

    def back_up(self) -> Path:
        """Copy the desk into ``backups`` beside it and return the copy's path."""
        with self._lock:
            return back_up(self._database, self.path, self._clock())

    def erase_customer(self, mail: str) -> int:
        """Erase everything about a customer's address from the file; return how many tickets went.

        The log is folded in and the file rewritten, so that no byte of it stays; the backups, which
        would still hold it, are replaced by a new one.
        """
        with self._lock:
            with self._writing():
                rows = self._all("SELECT id FROM tickets WHERE customer_mail = ? COLLATE NOCASE", mail)
                for row in rows:
                    self._execute("DELETE FROM tickets WHERE id = ?", row["id"])
                self._execute("DELETE FROM gaps WHERE instr(lower(query), lower(?))", mail)
            for statement in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                self._database.conn.execute(statement).fetchall()
            old = backups_of(self.path)
            if old:
                fresh = self.back_up()
                for backup in old:
                    if backup != fresh:
                        backup.unlink(missing_ok=True)
        return len(rows)
