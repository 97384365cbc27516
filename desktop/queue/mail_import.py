"""Bringing mails onto the desk: from files, folders, or what was pasted. Without Qt."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

from composer.mail.encoded_headers import ENCODED_HEADERS
from composer.mail.message import Address, Message
from composer.questions.understood import UnderstoodMail
from composer.tickets.ticket import Ticket
from kb_content.failure import Failure
from kb_content.team import Team

SUFFIXES = (".eml", ".msg", ".mht", ".html", ".htm", ".txt", ".text", ".md")
"""Files that are taken from a folder that was dropped; single files are always tried."""

MOST_FILES = 2_000
_NAMED_FAILURES = 3
_MOST_BYTES = 64 * 1024 * 1024
_ID = re.compile(r"[!-;=?-~]{1,200}@[!-;=?-~]{1,200}")
_MOST_REFERENCES = 20


class Reader(Protocol):
    """Reads foreign bytes; the mail worker in the window."""

    def read(self, raw: bytes, suffix: str = ".eml") -> Message:
        """Return the message in a file's bytes."""

    def read_pasted(self, text: str, html: str) -> Message:
        """Return a message made of what was pasted."""

    def understand(self, message: Message, team: Team | None = None) -> UnderstoodMail:
        """Return everything that is read out of a message."""


class Tickets(Protocol):
    """The part of the desk that an import needs."""

    def add_mail(self, raw: bytes, message: Message | None = None) -> Ticket:
        """File a mail and return its ticket."""

    def save_question_counts(self, ticket_id: int, *, open_questions: int, total_questions: int) -> None:
        """Remember how many questions a ticket has."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import gave: tickets in the order of the files, and a sentence per file that failed.

    ``left_out`` counts the files beyond the most that are taken at once.
    """

    tickets: tuple[Ticket, ...] = ()
    failures: tuple[str, ...] = ()
    left_out: int = 0


def told_import(imported: Imported) -> tuple[str, str]:
    """Return what is said of an import, and how (``ok`` or ``warn``); nothing for one mail that opens."""
    count, failures = len(imported.tickets), imported.failures
    if not count and not failures:
        return "There is no mail in it: Thrice reads .eml, .msg, .mht, .html and .txt files.", "warn"
    came = "One mail is in the queue." if count == 1 else f"{count} mails are in the queue."
    left = (
        f" {imported.left_out} more files were left: bring them in a second time."
        if imported.left_out
        else ""
    )
    if not failures:
        return (came + left if count > 1 else "", "warn" if left else "ok")
    named, more = " ".join(failures[:_NAMED_FAILURES]), len(failures) - _NAMED_FAILURES
    rest = f" {more} more could not be read either." if more > 0 else ""
    return f"{came if count else ''} {named}{rest}{left}".strip(), "warn"


class ImportFailure(Failure):
    """A file that is no mail, or can't be read."""


class MailImport:
    """Reads mails and files them on the desk; a bad file is told and the rest goes on."""

    def __init__(self, *, desk: Tickets, reader: Reader, team: Callable[[], Team | None]) -> None:
        self._desk, self._reader, self._team = desk, reader, team

    def files(self, paths: Iterable[Path]) -> Imported:
        """Import files, and the mails in folders."""
        tickets: list[Ticket] = []
        failures: list[str] = []
        files = mail_files(paths)
        for path in files[:MOST_FILES]:
            try:
                tickets.append(self._file(path))
            except Failure as failure:
                failures.append(f"{path.name}: {failure.sentence}")
        return Imported(tuple(tickets), tuple(failures), max(0, len(files) - MOST_FILES))

    def pasted(self, text: str, html: str) -> Imported:
        """Import what was pasted, as text, HTML or a whole mail."""
        try:
            message = self._reader.read_pasted(text, html)
            raw = mail_bytes(message, html)
            # Read again from the bytes: what the desk keeps is what is shown from now on.
            return Imported((self._filed(raw, self._reader.read(raw)),))
        except Failure as failure:
            return Imported(failures=(failure.sentence,))

    def _file(self, path: Path) -> Ticket:
        raw = file_bytes(path)
        message = self._reader.read(raw, path.suffix.lower())
        if path.suffix.lower() in (".html", ".htm", ".txt", ".text", ".md") and not message.sender.mail:
            html = message.html if message.text_format == "html" else ""
            raw = mail_bytes(message, html)
            message = self._reader.read(raw)
        return self._filed(raw, message)

    def _filed(self, raw: bytes, message: Message) -> Ticket:
        # Filed first: whatever happens to the reading of its questions, the mail is not lost.
        ticket = self._desk.add_mail(raw, message)
        count = len(self._reader.understand(message, self._team()).questions)
        if not ticket.total_questions and count:
            self._desk.save_question_counts(ticket.id, open_questions=count, total_questions=count)
        return ticket


def mail_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files that are meant: files as they are, of folders the mails in them, sorted."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (file for file in sorted(path.iterdir()) if file.suffix.lower() in SUFFIXES)
            files.extend(file for file in inside if file.is_file() and not file.is_symlink())
        else:
            files.append(path)
    return files


def file_bytes(path: Path) -> bytes:
    """Return a file's bytes; raises ImportFailure with a sentence."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ImportFailure(
                "It is larger than 64 MB and stays where it is; save the mail without its attachments."
            )
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ImportFailure(f"It can't be read ({reason}).") from error


def mail_bytes(message: Message, html: str) -> bytes:
    """Return the bytes of a mail for a message that came without any: pasted text or HTML.

    What its own header said of other people and other mails stays: by it the next mail finds its ticket.
    """
    mail = EmailMessage(policy=ENCODED_HEADERS)
    mail["Subject"] = _one_line(message.subject) or _first_words(message.text)
    if message.sender.mail and (sender := _header_address(message.sender)):
        mail["From"] = sender
    for name, addresses in (("To", message.to), ("Cc", message.cc), ("Reply-To", message.reply_to)):
        if known := [one for address in addresses if (one := _header_address(address))]:
            mail[name] = known
    for name, ids in (
        ("Message-ID", (message.message_id,)),
        ("In-Reply-To", (message.in_reply_to,)),
        ("References", message.references[-_MOST_REFERENCES:]),
    ):
        if words := " ".join(f"<{id}>" for id in ids if _ID.fullmatch(id)):
            mail[name] = words
    if message.sent is not None:
        mail["Date"] = message.sent
    mail.set_content(message.text)
    if html.strip():
        mail.add_alternative(html, subtype="html")
    return mail.as_bytes()


def _header_address(address: Address) -> HeaderAddress | None:
    try:
        return HeaderAddress(display_name=_one_line(address.name), addr_spec=address.mail)
    except (ValueError, IndexError, UnicodeError):  # what the header's grammar refuses, it refuses so
        return None


def _one_line(words: str) -> str:
    """Return words for a header: no control characters, and nothing that decodes to some.

    Python up to 3.11.9 wrote a real Bcc line from an encoded subject (CVE-2024-6923).
    """
    flat = " ".join(words.replace("=?", "= ?").split())
    return "".join(letter for letter in flat if letter.isprintable())


def _first_words(text: str) -> str:
    """Return a subject for a text without one: its first line that is no greeting."""
    lines = [line for raw in text.split("\n")[:40] if (line := _one_line(raw[:2_000]))]
    line = next((line for line in lines if len(line) > 24), lines[0] if lines else "")
    return line if len(line) <= 70 else line[:69].rsplit(" ", 1)[0] + "…"
