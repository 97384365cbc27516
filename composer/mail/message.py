"""A customer's mail, decoded: who, when, what it says, what came with it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MailKind(StrEnum):
    """Who wrote a mail: a person or a machine."""

    PERSONAL = "personal"
    AUTO_REPLY = "auto-reply"
    BOUNCE = "bounce"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Address:
    """A name and a mail address, either of which may be empty."""

    name: str = ""
    mail: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something that came with a mail. ``name`` is safe to save under; ``size`` counts bytes."""

    name: str
    original_name: str
    media_type: str
    size: int
    content_id: str = ""
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """One mail as plain data.

    ``text`` is the readable text with ``\\n`` line ends (from the plain part, or made from the HTML
    part); every offset into a mail counts code points of it. ``html`` is the sanitised HTML part,
    or empty. ``sent`` is aware, or None when the date is missing or not to be trusted. ``notes`` are
    sentences about what was blocked, cut or guessed. ``text_format`` is ``plain`` or ``html``.
    """

    subject: str
    sender: Address
    text: str
    html: str = ""
    text_format: str = "plain"
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    sent: datetime | None = None
    attachments: tuple[Attachment, ...] = ()
    kind: MailKind = MailKind.PERSONAL
    notes: tuple[str, ...] = ()
