"""What a desk gives its report."""

from typing import TYPE_CHECKING

from composer.tickets.gap_table import GapTable

if TYPE_CHECKING:
    from composer.tickets.report_record import DeskRecord


class ReportTable(GapTable):
    """What is counted of a desk; reading it changes nothing."""

    def changes(self) -> int:
        """Return a number that grows with every change of this desk while it is open."""
        with self._lock:
            return int(self._database.conn.total_changes)

    def desk_record(self) -> "DeskRecord":
        """Return all tickets with what a report counts of them, and the gaps, as of one moment."""
        # Nobody looks at a report while the program starts, and its records take some milliseconds.
        from composer.tickets.report_reading import read_tickets
        from composer.tickets.report_record import DeskRecord

        with self._lock:
            return DeskRecord(read_tickets(self._all), self.gaps(), self.changes())
