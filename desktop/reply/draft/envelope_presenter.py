"""Whom a reply goes to and what leaves with it: copies, files, and who wrote a mail that does not say so."""

from collections.abc import Callable, Collection
from email.utils import parseaddr
from functools import partial
from itertools import count
from pathlib import Path
from typing import Protocol

from composer.mail.message import Address
from composer.tickets.ticket import DraftFile
from desktop.reply.desk_writes import DeskWrites
from desktop.reply.draft.attached_file import file_content
from desktop.reply.open_ticket import OpenTicket


class EnvelopeKeeper(Protocol):
    """The part of the desk that keeps copies, files and customers."""

    def save_cc(self, ticket_id: int, cc: tuple[str, ...]) -> None:
        """Keep who gets a copy."""

    def name_customer(self, ticket_id: int, customer: Address) -> None:
        """Remember who wrote a mail that does not say so itself."""

    def attach(self, ticket_id: int, name: str, data: bytes) -> DraftFile:
        """Keep a file that leaves with the reply; raises Failure when it is too much."""

    def detach(self, file_id: int) -> None:
        """Let go of a file."""


class EnvelopeView(Protocol):
    """What is shown of it."""

    def show_envelope(self, ticket: OpenTicket) -> None:
        """Show whom the reply goes to and what leaves with it."""

    def show_problem(self, sentence: str) -> None:
        """Say what could not be kept; it stays until it is read, or over."""

    def hide_problem(self, sentence: str) -> None:
        """Take back what was said, where it is still shown."""


class EnvelopePresenter:
    """Keeps the envelope of the open ticket's reply.

    ``recipient`` says how a header would name somebody (nothing: they have no address); ``changed``
    has the draft read again, ``reload`` the whole ticket, by its number, as long as it is open.
    """

    def __init__(
        self,
        *,
        view: EnvelopeView,
        desk: EnvelopeKeeper,
        writes: DeskWrites,
        recipient: Callable[[Address], str],
        changed: Callable[[], object],
        reload: Callable[[int], None],
    ) -> None:
        self._view, self._desk, self._writes = view, desk, writes
        self._recipient, self._changed, self._reload = recipient, changed, reload
        self._ticket: OpenTicket | None = None
        self._wrong_cc = ""

    def opened(self, ticket: OpenTicket) -> None:
        """Show this ticket's envelope."""
        self._ticket = ticket
        self._view.show_envelope(ticket)

    def closed(self) -> None:
        """Let go of the ticket."""
        self._ticket = None

    def change_cc(self, cc: tuple[str, ...]) -> None:
        """Send a copy to these addresses."""
        ticket = self._ticket
        if ticket is not None and cc != ticket.cc:
            ticket.cc = cc
            self._show(ticket)
            self._writes.run(lambda: self._desk.save_cc(ticket.id, cc))
            self._view.hide_problem(self._wrong_cc)
            wrong = next((written for written in cc if not self._recipient(Address(*parseaddr(written)))), "")
            if wrong:
                self._wrong_cc = f"“{wrong[:80]}” in Cc is no mail address; correct or remove it."
                self._view.show_problem(self._wrong_cc)

    def name_customer(self, written: str) -> None:
        """Take who wrote the mail, where it does not say so: ``Ada Park <ada@park.example>``, or less."""
        ticket = self._ticket
        if ticket is None or not ticket.names_nobody or written.strip() in ("", ticket.to):
            return
        customer = Address(*parseaddr(written))
        if not self._recipient(customer):
            words = written.strip()[:80]
            self._view.show_problem(f"“{words}” is no mail address: write name@company.example.")
            return
        # Everything that knows the customer is read again: greeting, fields, rules, the head of the mail.
        self._writes.run(
            lambda: self._desk.name_customer(ticket.id, customer), done=lambda _: self._reload(ticket.id)
        )

    def attach(self, paths: tuple[Path, ...]) -> None:
        """Let files leave with the reply, as they are now: the desk keeps their bytes."""
        ticket = self._ticket
        if ticket is not None:
            for path in paths:
                self._writes.run(
                    partial(self._kept, ticket.id, path), done=lambda file: self._attached(ticket, file)
                )

    def attach_picture(self, content: Callable[[], bytes]) -> None:
        """Let a pasted picture leave with the reply; ``content`` makes the file, in a lane."""
        ticket = self._ticket
        if ticket is not None:
            taken = {file.name for file in ticket.attachments}
            names = (f"picture{f'-{number}' if number > 1 else ''}.png" for number in count(1))
            name = next(name for name in names if name not in taken)
            self._writes.run(
                lambda: self._desk.attach(ticket.id, name, content()),
                done=lambda file: self._attached(ticket, file),
            )

    def detach(self, file_id: int) -> None:
        """Leave a file behind."""
        ticket = self._ticket
        if ticket is not None:
            self._attachments(ticket, tuple(file for file in ticket.attachments if file.id != file_id))
            self._writes.run(lambda: self._desk.detach(file_id))

    def detach_named(self, names: Collection[str]) -> None:
        """Leave the files of these names behind."""
        for file in self._ticket.attachments if self._ticket else ():
            if file.name in names:
                self.detach(file.id)

    def detach_all(self) -> None:
        """Leave every file behind."""
        for file in self._ticket.attachments if self._ticket else ():
            self.detach(file.id)

    def _kept(self, ticket_id: int, path: Path) -> DraftFile:
        return self._desk.attach(ticket_id, path.name, file_content(path))

    def _attached(self, ticket: OpenTicket, file: DraftFile) -> None:
        if file not in ticket.attachments:
            self._attachments(ticket, (*ticket.attachments, file))

    def _attachments(self, ticket: OpenTicket, files: tuple[DraftFile, ...]) -> None:
        ticket.attachments = files
        self._show(ticket)

    def _show(self, ticket: OpenTicket) -> None:
        if ticket is self._ticket:
            self._view.show_envelope(ticket)
            self._changed()
