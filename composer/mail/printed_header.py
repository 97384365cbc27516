"""The header that a mail program prints above a mail which is copied: From, Sent, To, Subject."""

import re
from dataclasses import dataclass
from datetime import datetime

from composer.mail.header_block import fields_of, find_header_blocks
from composer.mail.header_fields import sent_at
from composer.mail.message import Address

_MAIL = re.compile(r"[^\s<>\[\]();,:\"']+@[^\s<>\[\]();,\"']+")
_BETWEEN = re.compile(r";|(?<=>),|(?<=\]),|,(?=[^,]*@)")
_ZONED = re.compile(r"[+-]\d\d:?\d\d\b|\b(?:GMT|UTC)\b")
_AROUND_NAMES = " \t\"'<>[]()"
_WITHIN = 40
"""Lines of a text in which its own header ends."""


@dataclass(frozen=True, slots=True)
class PrintedHeader:
    """What a printed header says; ``text`` is the mail below it.

    Where the writer's address is not printed, as Outlook does for its own people, the header stays in
    the text.
    """

    sender: Address
    subject: str
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    sent: datetime | None
    text: str


def printed_header(text: str) -> PrintedHeader | None:
    """Return the header with which a copied text begins, or None."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    block = find_header_blocks(lines[: first + _WITHIN]).get(first)
    if block is None or block.log or lines[first].lstrip().startswith(">"):
        return None
    fields = fields_of(lines[first : block.last + 1])
    # A separator above the fields means that somebody hands the mail on.
    if "from" not in fields or not fields_of(lines[first : first + 1]):
        return None
    sender = _address(fields["from"])
    return PrintedHeader(
        sender=sender if sender.mail else Address(),
        subject=fields.get("subject", ""),
        to=_addresses(fields.get("to", "")),
        cc=_addresses(fields.get("cc", "")),
        sent=_sent(fields.get("date", "")),
        text="\n".join(lines[block.last + 1 :]).lstrip("\n") if sender.mail else text,
    )


def _sent(value: str) -> datetime | None:
    """Return when it was sent, where the zone is printed: an hour of nobody knows where is no moment."""
    return sent_at(value) if _ZONED.search(value) else None


def _addresses(value: str) -> tuple[Address, ...]:
    found = (_address(part) for part in _BETWEEN.split(value[:4_000]))
    return tuple(address for address in found if address.mail)


def _address(value: str) -> Address:
    found = _MAIL.search(value.replace("mailto:", " "))
    if found is None:
        return Address()
    name = value.replace("mailto:", " ")[: found.start()].strip(_AROUND_NAMES)
    return Address(name, found.group())
