"""The queue's presenter: one method per act of the agent, without Qt."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from composer.tickets.ticket import Ticket, TicketStatus
from desktop.queue.mail_import import Imported, MailImport, told_import
from desktop.queue.rows import TicketRow, chosen, row_of, summary
from desktop.work.collaborators import Lane
from kb_content.failure import Failure

_KINDS = {
    TicketStatus.OPEN: "waiting ",
    TicketStatus.REPLIED: "replied ",
    TicketStatus.CLOSED: "closed ",
    None: "",
}


class QueueView(Protocol):
    """What the presenter tells the screen."""

    def show_rows(self, rows: Sequence[TicketRow]) -> None:
        """Show these tickets, keeping the chosen one."""

    def show_nothing(self, sentence: str, *, first_time: bool, elsewhere: int = 0) -> None:
        """Show why there is no ticket; the first time with what to do.

        ``elsewhere`` tickets of another status have the words that are looked for.
        """

    def show_status(self, status: TicketStatus | None) -> None:
        """Show tickets of which status are listed (None: all)."""

    def show_summary(self, sentence: str) -> None:
        """Show how many tickets wait."""

    def show_busy(self, sentence: str) -> None:
        """Show that mails are being read, or (empty) no longer."""

    def choose(self, ticket_id: int) -> None:
        """Put the choice on a ticket."""


class QueueDesk(Protocol):
    """The part of the desk that the queue needs."""

    def tickets(self) -> tuple[Ticket, ...]:
        """Return all tickets, oldest first."""

    def close_ticket(self, ticket_id: int) -> None:
        """Take a ticket out of the queue."""

    def reopen_ticket(self, ticket_id: int) -> None:
        """Put a ticket back."""


class Say(Protocol):
    """Shows a notice at the window's foot."""

    def __call__(
        self, text: str, kind: str = "ok", *, action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence, maybe with one thing to do about it."""


class QueuePresenter:
    """Decides what the queue shows and does.

    ``opened`` is called with the number of the ticket to open; ``waiting`` with how many wait, for
    the rail's badge. The desk is asked in the lane ``writes``, mails are read in ``reads``.
    """

    def __init__(
        self,
        *,
        view: QueueView,
        desk: QueueDesk,
        mail_import: MailImport,
        writes: Lane,
        reads: Lane,
        clock: Callable[[], datetime],
        opened: Callable[[int], object],
        waiting: Callable[[int], object],
        say: Say,
        demo_mails: Callable[[], Sequence[Path]],
    ) -> None:
        self._view, self._desk, self._import = view, desk, mail_import
        self._writes, self._reads, self._clock = writes, reads, clock
        self._opened, self._waiting, self._say = opened, waiting, say
        self._demo_mails = demo_mails
        self._tickets: tuple[Ticket, ...] = ()
        self._status: TicketStatus | None = TicketStatus.OPEN
        self._words = ""
        self._wanted = 0
        self._loaded = False

    def refresh(self, *, choose: int = 0) -> None:
        """Read the tickets again; then put the choice on ``choose``."""
        self._wanted = choose or self._wanted
        self._writes.run(self._desk.tickets, done=self._show, failed=self._failed, newest="queue")

    def time_passed(self) -> None:
        """Show the ages as they are now."""
        if self._loaded:
            self._show_chosen()

    def words_changed(self, words: str) -> None:
        """Show only tickets with these words."""
        self._words = words
        self._show_chosen()

    def status_chosen(self, status: TicketStatus | None) -> None:
        """Show only tickets of a status, or all."""
        self._list(status)
        self._show_chosen()

    def elsewhere_chosen(self) -> None:
        """Look for the words among all tickets."""
        self.status_chosen(None)

    def ticket_chosen(self, ticket_id: int) -> None:
        """Open a ticket."""
        self._opened(ticket_id)

    def neighbour(self, ticket_id: int, step: int) -> int:
        """Return the ticket ``step`` rows further in what is shown, or 0 at the end."""
        shown = [ticket.id for ticket in chosen(self._tickets, self._status, self._words)]
        if ticket_id not in shown:
            return shown[0] if shown and step > 0 else 0
        place = shown.index(ticket_id) + step
        return shown[place] if 0 <= place < len(shown) else 0

    def has_shown(self, ticket_id: int) -> bool:
        """Tell whether a ticket is among those that are shown."""
        return any(one.id == ticket_id for one in chosen(self._tickets, self._status, self._words))

    def files_chosen(self, paths: Sequence[Path]) -> None:
        """Import mails from files and folders."""
        if paths:
            self._view.show_busy("Reading the mail…" if len(paths) == 1 else f"Reading {len(paths)} mails…")
            self._reads.run(lambda: self._import.files(paths), done=self._imported, failed=self._failed)

    def pasted(self, text: str, html: str) -> None:
        """Import what was pasted."""
        if not text.strip() and not html.strip():
            self._say("There is nothing to paste: copy a mail's text first.", "info")
            return
        self._view.show_busy("Reading the mail…")
        self._reads.run(lambda: self._import.pasted(text, html), done=self._imported, failed=self._failed)

    def demo_chosen(self) -> None:
        """Import the demo mails."""
        mails = self._demo_mails()
        if not mails:
            self._say("The demo mails are missing from this copy of Thrice; install it anew.", "warn")
            return
        self.files_chosen(mails)

    def close_chosen(self, ticket_id: int) -> None:
        """Take a ticket out of the queue; the notice takes it back."""

        def closed(_: object) -> None:
            self._say("The ticket is closed.", action="Reopen it", run=lambda: self.reopen_chosen(ticket_id))
            self.refresh()

        self._wanted = self.neighbour(ticket_id, 1) or self.neighbour(ticket_id, -1)
        self._writes.run(lambda: self._desk.close_ticket(ticket_id), done=closed, failed=self._failed)

    def reopen_chosen(self, ticket_id: int) -> None:
        """Put a ticket back into the queue."""
        self._writes.run(
            lambda: self._desk.reopen_ticket(ticket_id),
            done=lambda _: self.refresh(choose=ticket_id),
            failed=self._failed,
        )

    def _imported(self, imported: Imported) -> None:
        self._view.show_busy("")
        told, kind = told_import(imported)
        if told:
            self._say(told, kind)
        if imported.tickets:
            # What came waits; a list of replied or closed tickets would hide it.
            if self._status is not None:
                self._list(TicketStatus.OPEN)
            self.refresh(choose=imported.tickets[0].id)
        if len(imported.tickets) == 1 and not imported.failures:
            self._opened(imported.tickets[0].id)

    def _failed(self, error: Exception) -> None:
        self._view.show_busy("")
        if not isinstance(error, Failure):
            raise error
        self._say(str(error), "stop")

    def _show(self, tickets: tuple[Ticket, ...]) -> None:
        self._tickets = tickets
        self._loaded = True
        self._waiting(sum(ticket.status is TicketStatus.OPEN for ticket in tickets))
        self._show_chosen()
        if self._wanted:
            self._view.choose(self._wanted)
            self._wanted = 0

    def _show_chosen(self) -> None:
        now = self._clock()
        tickets = chosen(self._tickets, self._status, self._words)
        self._view.show_summary(summary(self._tickets, now) if self._tickets else "")
        if tickets:
            self._view.show_rows([row_of(ticket, now) for ticket in tickets])
        else:
            others = len(chosen(self._tickets, None, self._words)) if self._words.strip() else 0
            self._view.show_nothing(self._why_nothing(), first_time=not self._tickets, elsewhere=others)

    def _list(self, status: TicketStatus | None) -> None:
        self._status = status
        self._view.show_status(status)

    def _why_nothing(self) -> str:
        if not self._tickets:
            return "Customers' mails wait here, oldest first."
        if self._words.strip():
            return f"No {_KINDS[self._status]}ticket has “{self._words.strip()[:60]}”."
        return {
            TicketStatus.OPEN: "Every mail has its reply.",
            TicketStatus.REPLIED: "No ticket waits for its customer.",
            TicketStatus.CLOSED: "No ticket is closed.",
            None: "There is no ticket.",
        }[self._status]
