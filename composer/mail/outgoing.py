"""A finished draft as a mail: plain text and HTML side by side, written, read again and compared."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from pathlib import Path

from composer.draft import Draft
from composer.mail.attachment_names import safe_names
from composer.mail.encoded_headers import ENCODED_HEADERS
from composer.mail.encoded_words import one_line
from composer.mail.message import Address, Message
from composer.mail.mime_parts import read_tree
from composer.mail.parse import parse_message
from composer.mail.reply_body import plain_body
from composer.mail.reply_html import dark_fragment, html_page
from kb_content.failure import Failure

_ATTACHED_CAP = 25 * 1024 * 1024
_SUBJECT_CAP = 250
_MOST_REFERENCES = 20

_REPLY_MARK = re.compile(
    r"\s*(?:re|aw|antw|antwort|sv|vs|odp|ynt|vá|ατ|отв|回复|回覆|答复|返信"
    r"|회신)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?"
)
_PLAIN_ID = re.compile(r"[!-;=?-~]{1,500}")
_MACHINE = re.compile(
    r"no-?reply|noreply|do-?not-?reply|form|mailer|notification|wordpress|robot|shop|web|daemon|support",
    re.IGNORECASE,
)

Attached = Path | tuple[str, str, bytes]


class ReplyFailure(Failure):
    """A reply that cannot be written as it stands, in one sentence."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply as it leaves.

    ``to`` and ``cc`` are written as in the header; ``html`` is a whole page, ``plain`` has ``\\n``
    line ends; ``raw`` are the bytes of the ``.eml``. ``warnings`` are sentences for the last look.
    ``dark_html`` is the body as a dark mail program shows it, for the preview; it is not sent.
    """

    subject: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    plain: str
    html: str
    raw: bytes
    message_id: str = ""
    warnings: tuple[str, ...] = ()
    dark_html: str = ""


def compose_reply(
    draft: Draft,
    mail: Message | None,
    *,
    sender: Address,
    answer_colour: str,
    attachments: Sequence[Attached] = (),
    cc: Sequence[str] = (),
    now: datetime | None = None,
    badges: Mapping[int, Sequence[int]] | None = None,
) -> Reply:
    """Return a draft as a reply to a mail.

    ``badges`` maps the start of a draft's block to the numbers of the questions that it answers. An
    attachment's empty media type is taken from its name. Raises ReplyFailure for an address that is
    none, attachments over 25 MB, and for a result that does not read back as what was meant. There
    is never a Bcc.
    """
    to, warnings = _recipient(mail)
    copies = _copies((*draft.cc, *cc), to, sender)
    plain = plain_body(draft)
    html = html_page(draft, answer_colour=answer_colour, badges=badges or {}, agent=sender.name)
    message = EmailMessage(policy=ENCODED_HEADERS)
    message["From"] = _header_address(sender) if sender.mail else ""
    if to:
        message["To"] = _header_address(to)
    if copies:
        message["Cc"] = [_header_address(address) for address in copies]
    message["Subject"] = reply_subject(draft.subject or (mail.subject if mail else ""))
    message["Date"] = format_datetime(now or datetime.now(UTC))
    message["Message-ID"] = make_msgid(domain=_own_domain(sender))
    _thread(message, mail)
    if not sender.mail:
        del message["From"]
    # Mail programs open a file with this field as a draft that can be sent.
    message["X-Unsent"] = "1"
    message.set_content(plain, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    _attach(message, attachments)
    reply = Reply(
        subject=str(message["Subject"]),
        to=(_written(to),) if to else (),
        cc=tuple(_written(address) for address in copies),
        plain=plain,
        html=html,
        raw=message.as_bytes(),
        message_id=str(message["Message-ID"]).strip("<>"),
        warnings=warnings,
        dark_html=dark_fragment(draft, answer_colour=answer_colour, badges=badges or {}, agent=sender.name),
    )
    _compare(reply, message, to, copies)
    return reply


def reply_subject(subject: str) -> str:
    """Return a subject with exactly one "Re:", on one line, safe to stand in a header."""
    bare = _header_words(subject)
    position = 0
    while (match := _REPLY_MARK.match(bare, position)) is not None:
        position = match.end()
    bare = bare[position:].strip()
    if bare.lower() in ("re", "aw"):  # a chain of marks that was cut at the header's cap
        bare = ""
    return f"Re: {bare[:_SUBJECT_CAP]}".strip() if bare else "Re: your message"


def _header_words(text: str) -> str:
    # "=?" begins an encoded word; the standard library would decode one and write its line ends out.
    return one_line(text).replace("=?", "= ?")


def _recipient(mail: Message | None) -> tuple[Address | None, tuple[str, ...]]:
    """Return whom to answer. A Reply-To of a foreign domain is followed only for mail of machines."""
    if mail is None:
        return None, ()
    sender = mail.sender
    wished = next((address for address in mail.reply_to if _is_address(address.mail)), None)
    if wished is None or wished.mail.lower() == sender.mail.lower():
        return (sender, ()) if _is_address(sender.mail) else (None, _nobody(sender))
    same = wished.mail.rpartition("@")[2].lower() == sender.mail.rpartition("@")[2].lower()
    several = any("several From" in note for note in mail.notes)
    if not _is_address(sender.mail) or (
        not several and (same or _MACHINE.search(sender.mail.partition("@")[0]))
    ):
        return wished, ()
    warning = f"The mail asks for replies to {wished.mail}, another domain; this reply goes to {sender.mail}."
    return sender, (warning,)


def _nobody(sender: Address) -> tuple[str, ...]:
    shown = one_line(sender.mail or sender.name)[:80] or "nobody"
    return (f"The mail came from “{shown}”, which is no address to answer to; add one before it leaves.",)


def _copies(wished: Sequence[str], to: Address | None, sender: Address) -> tuple[Address, ...]:
    known = {address.mail.lower() for address in (to, sender) if address}
    copies: list[Address] = []
    for written in wished:
        address = _parsed(written)
        if address.mail.lower() not in known:
            known.add(address.mail.lower())
            copies.append(address)
    return tuple(copies)


def _parsed(written: str) -> Address:
    match = re.fullmatch(r"\s*(?:\"?([^\"<>]{0,200}?)\"?\s*<([^<>\s]{1,320})>|([^<>\s]{1,320}))\s*", written)
    mail = (match[2] or match[3]) if match else ""
    if not match or not _is_address(mail):
        raise ReplyFailure(f"“{one_line(written)[:80]}” in Cc is no mail address; correct or remove it.")
    return Address(_header_words(match[1] or ""), mail)


def _is_address(mail: str) -> bool:
    return bool(_ADDRESS.fullmatch(mail)) and ".." not in mail


def _header_address(address: Address) -> HeaderAddress:
    if not _is_address(address.mail):
        raise ReplyFailure(f"“{one_line(address.mail)[:80]}” is no mail address; correct it in the settings.")
    user, _, domain = address.mail.rpartition("@")
    return HeaderAddress(_header_words(address.name)[:200], user, domain)


def _written(address: Address) -> str:
    name = _header_words(address.name)[:200]
    return f"{name} <{address.mail}>" if name else address.mail


def _own_domain(sender: Address) -> str:
    domain = sender.mail.rpartition("@")[2]
    return domain if re.fullmatch(r"[A-Za-z0-9.-]{1,250}", domain) else "localhost"


def _thread(message: EmailMessage, mail: Message | None) -> None:
    if mail is None or not _PLAIN_ID.fullmatch(mail.message_id):
        return
    earlier = mail.references or ((mail.in_reply_to,) if mail.in_reply_to else ())
    known = [
        reference
        for reference in dict.fromkeys(earlier)
        if _PLAIN_ID.fullmatch(reference) and reference != mail.message_id
    ]
    if len(known) >= _MOST_REFERENCES:
        known = [known[0], *known[-(_MOST_REFERENCES - 2) :]]
    message["In-Reply-To"] = f"<{mail.message_id}>"
    message["References"] = " ".join(f"<{reference}>" for reference in [*known, mail.message_id])


def _attach(message: EmailMessage, attachments: Sequence[Attached]) -> None:
    contents = [_content(attached) for attached in attachments]
    if sum(len(data) for _, _, data in contents) > _ATTACHED_CAP:
        raise ReplyFailure(
            "The attachments are larger than 25 MB together, more than most servers take; send a link "
            "instead."
        )
    names = safe_names([(name, media_type) for name, media_type, _ in contents])
    for safe, (_, media_type, data) in zip(names, contents, strict=True):
        main, _, sub = media_type.partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=safe)


_MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".zip": "application/zip",
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _content(attached: Attached) -> tuple[str, str, bytes]:
    if isinstance(attached, tuple):
        name, media_type, data = attached
        media_type = media_type or _MEDIA_TYPES.get(Path(name).suffix.lower(), "")
        valid = re.fullmatch(r"[a-z]+/[\w.+-]{1,100}", media_type) and not media_type.startswith(
            ("text/", "multipart/", "message/")
        )
        return name, media_type if valid else "application/octet-stream", data
    kind = _MEDIA_TYPES.get(attached.suffix.lower(), "application/octet-stream")
    try:
        return (
            attached.name,
            kind if not kind.startswith("text/") else "application/octet-stream",
            attached.read_bytes(),
        )
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise ReplyFailure(
            f"The attachment {attached.name} cannot be read ({reason}); remove it or attach it again."
        ) from None


def _compare(reply: Reply, meant: EmailMessage, to: Address | None, copies: tuple[Address, ...]) -> None:
    """Read the written mail again with the reader of foreign mail; refuse anything not meant."""
    written = parse_message(reply.raw)
    names = set(read_tree(reply.raw).root.fields.names())
    intended = {name.lower() for name in meant.keys()}  # noqa: SIM118 - a message iterates over fields
    same = (
        names == intended
        and "bcc" not in names
        and written.subject == reply.subject
        and [address.mail for address in written.to] == ([to.mail] if to else [])
        and [address.mail for address in written.cc] == [address.mail for address in copies]
        and _plain_part(reply.raw) == _lf(reply.plain)
        and bool(written.html)
    )
    if not same:
        raise ReplyFailure(
            "The reply did not read back as it was meant and was not written; copy the text instead and "
            "report this."
        )


def _plain_part(raw: bytes) -> str:
    """Return the plain part of a written mail as it stands there, nothing cleaned away."""
    plain = message_from_bytes(raw, policy=SMTP).get_body(("plain",))
    return _lf(plain.get_content()) if plain is not None else ""


def _lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
