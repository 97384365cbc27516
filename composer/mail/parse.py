"""Bytes of a mail, or something pasted, to a ``Message``; every mail opens or gets one sentence."""

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from composer.mail.attachment_names import safe_names
from composer.mail.body import Body, read_body
from composer.mail.charsets import decode, harmless
from composer.mail.coloured_answers import answered_text
from composer.mail.encoded_words import one_line
from composer.mail.header_fields import HEADER_CAP
from composer.mail.html import Page
from composer.mail.html_fit import broken_words
from composer.mail.message import Address, Attachment, Message
from composer.mail.message_head import head_of
from composer.mail.mime_parts import DEPTH_CAP, PART_CAP, Part, Tree, body_bytes, body_size, read_tree
from composer.mail.printed_header import printed_header
from composer.mail.remote_content import has_remote_content
from composer.mail.signed_mail import PACKED, unpacked_mail
from kb_content.failure import Failure

SIZE_CAP = 64 * 1024 * 1024
TEXT_CAP = 8 * 1024 * 1024


class MailFailure(Failure):
    """A mail that cannot be opened, in one sentence; its file is never changed."""


def parse_message(raw: bytes, *, now: datetime | None = None) -> Message:
    """Read one mail as a support address receives it.

    With ``now`` (aware), a date more than two days ahead of it is not trusted. Raises MailFailure
    for nothing, for more than 64 MB and for a header of more than 2 MB.
    """
    _refuse_bombs(raw)
    raw, tree, notes = _opened(raw)
    if tree.too_deep:
        notes.append(
            f"The message is nested deeper than {DEPTH_CAP} levels; what lies deeper is not shown. The "
            f"original is kept."
        )
    if tree.too_many:
        notes.append(
            f"The message has more than {PART_CAP} parts; the first {PART_CAP} are listed. The original "
            f"is kept."
        )
    if any(part.media_type in _ENCRYPTED for part in tree.root.walk()):
        notes.append(
            "The mail, or a part of it, is encrypted and cannot be read here; ask for it in plain form."
        )
    body = read_body(raw, tree.root)
    notes.extend(body.notes)
    message = head_of(tree.root, notes, now)
    return replace(
        message,
        text=_capped(body.text, notes),
        html=body.html,
        text_format=body.text_format,
        attachments=_attachments(raw, body),
        notes=tuple(dict.fromkeys(notes)),
    )


def message_from_text(text: str) -> Message:
    """Return a message made of pasted text; a pasted mail with its header lines is read as one."""
    plain = harmless(text.removeprefix("\ufeff"))
    if not plain.strip():
        raise MailFailure("There is no text to read; paste or type the mail first.")
    if len(plain) > TEXT_CAP:
        raise MailFailure(
            f"The text is longer than {TEXT_CAP // (1024 * 1024)} million characters; paste the part that "
            f"matters."
        )
    if _looks_like_mail(plain):
        return parse_message(plain.encode("utf-8", "replace"))
    notes: list[str] = []
    printed = printed_header(plain.replace("\r\n", "\n"))
    if printed is None:
        return Message(subject="", sender=Address(), text=_capped(plain, notes), notes=tuple(notes))
    return Message(
        subject=printed.subject,
        sender=printed.sender,
        text=_capped(printed.text, notes),
        to=printed.to,
        cc=printed.cc,
        sent=printed.sent,
        notes=tuple(notes),
    )


def message_from_html(html: str) -> Message:
    """Return a message made of pasted HTML, or of an HTML file."""
    if not html.strip():
        raise MailFailure("There is no text to read; paste or type the mail first.")
    notes: list[str] = []
    page = Page(html)
    if page.over_cap:
        notes.append("The HTML is too big or nested too deep; it is shown as plain text.")
    if has_remote_content(html):
        notes.append("Remote content was blocked.")
    text = _capped(answered_text(page) or page.text(), notes)
    return Message(
        subject="", sender=Address(), text=text, html=page.shown(), text_format="html", notes=tuple(notes)
    )


def open_mail(path: Path) -> Message:
    """Read a mail from a file: ``.eml`` and the like, ``.html``, ``.txt``; the first one of an ``.mbox``."""
    raw = read_bytes(path)
    try:
        return message_from_bytes(raw, path.suffix.lower())
    except MailFailure as failure:
        raise MailFailure(failure.sentence, path=str(path)) from failure


def message_from_bytes(raw: bytes, suffix: str = ".eml") -> Message:
    """Read a mail from the bytes of a file with this suffix (``.html``, ``.txt``, anything else: a mail)."""
    if suffix in (".html", ".htm"):
        return message_from_html(decode(raw, _html_charset(raw)).text)
    if suffix in (".txt", ".text", ".md") and not _looks_like_mail(raw[:4096].decode("latin-1")):
        return message_from_text(decode(raw).text)
    return parse_message(raw)


def read_bytes(path: Path) -> bytes:
    """Return a mail file's bytes; raise MailFailure with a sentence when that is not possible."""
    try:
        if path.is_dir():
            raise MailFailure(
                "This is a folder, not a mail; open a mail file, or import the whole folder.", path=str(path)
            )
        if path.stat().st_size > SIZE_CAP:
            raise MailFailure(_TOO_LARGE, path=str(path))
        return path.read_bytes()
    except FileNotFoundError:
        raise MailFailure(
            "There is no such file; it may have been moved or deleted.", path=str(path)
        ) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise MailFailure(
            f"The file cannot be read ({reason}); check that you may open it.", path=str(path)
        ) from None


def attachment_bytes(raw: bytes, index: int) -> bytes:
    """Return the content of the attachment at ``Message.attachments[index]``."""
    raw, tree, _ = _opened(raw)
    files = read_body(raw, tree.root).files
    if not 0 <= index < len(files):
        raise MailFailure(f"The mail has no attachment number {index + 1}.")
    return body_bytes(raw, files[index])


_ENCRYPTED = {"multipart/encrypted", *PACKED}
_TOO_LARGE = (
    f"The mail is larger than {SIZE_CAP // (1024 * 1024)} MB and is not opened; the file is left as it is."
)


def _refuse_bombs(raw: bytes) -> None:
    if not raw.strip():
        raise MailFailure("The file is empty; export the mail again from the mail program.")
    if len(raw) > SIZE_CAP:
        raise MailFailure(_TOO_LARGE)
    if raw.startswith(_OUTLOOK_FILE):
        raise MailFailure("This is an Outlook .msg file; save the mail as .eml, or drag its text here.")
    if b"\0" in raw[:512] and not raw.startswith(_UTF_16) and not _A_FIELD.match(raw):
        raise MailFailure("This is no mail but some other kind of file; choose an .eml file.")
    window = raw[:HEADER_CAP]
    if len(raw) > HEADER_CAP and not re.search(rb"\n\r?\n|\r\r", window):
        raise MailFailure(
            "The mail's header is longer than 2 MB and is not opened; the file is left as it is."
        )


def _opened(raw: bytes) -> tuple[bytes, Tree, list[str]]:
    """Return a mail without what exports and signatures wrap it in, its parts, and notes on that."""
    raw = _without_envelope(raw)
    tree = read_tree(raw)
    unpacked = unpacked_mail(raw, tree.root)
    if not unpacked:
        return raw, tree, []
    note = (
        "The mail was packed with its signature (S/MIME); it is shown unpacked, and the signature is not "
        "checked."
    )
    return unpacked, read_tree(unpacked), [note]


def _without_envelope(raw: bytes) -> bytes:
    """Strip what exports put before the first field: marks, empty lines, mbox's From line, a byte count."""
    if raw.startswith(_UTF_16):
        raw = raw.decode("utf-16", "replace").encode("utf-8", "replace")
    start = 3 if raw.startswith(b"\xef\xbb\xbf") else 0
    lead = re.compile(rb"(?:[ \t]*\r?\n)*").match(raw, start, start + 65536)
    start = lead.end() if lead else start
    counted = _BYTE_COUNT.match(raw, start)
    if counted and len(raw) - counted.end() >= int(counted[1]) > 0:
        return raw[counted.end() : counted.end() + int(counted[1])]
    return raw[start:] if start else raw


_OUTLOOK_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_A_FIELD = re.compile(rb"\s{0,100}(?:From [!-~]|[A-Za-z][A-Za-z-]{1,60}[ \t]?:)")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# Apple Mail's .emlx begins with the length of the mail and ends with a property list.
_BYTE_COUNT = re.compile(rb"(\d{1,9})[ \t]*\r?\n(?=[A-Za-z-]{2,60}:)")


_FIRST_FIELD = re.compile(
    r"\s*(?:From |(?:from|to|subject|date|received|return-path|message-id|delivered-to"
    r"|mime-version|x-[\w-]+|reply-to"
    r"|content-type|sender)[ \t]?:)",
    re.IGNORECASE,
)
_MAIL_FIELD = re.compile(
    r"^(from|to|subject|date|received|message-id|mime-version|content-type|return-path)[ \t]?:",
    re.IGNORECASE | re.MULTILINE,
)


def _looks_like_mail(text: str) -> bool:
    """Tell whether text begins with a mail's header: at least three of its fields before an empty line."""
    if not _FIRST_FIELD.match(text):
        return False
    head = re.split(r"\n\r?\n", text.lstrip()[:65536], maxsplit=1)[0]
    found = {name.lower() for name in _MAIL_FIELD.findall(head)}
    return len(found) >= 3 and bool(
        found & {"message-id", "mime-version", "received", "content-type", "return-path"}
    )


def _html_charset(raw: bytes) -> str:
    match = re.search(rb"<meta[^<>]{0,200}charset\s*=\s*[\"']?([\w.:-]{1,40})", raw[:4096], re.IGNORECASE)
    return match[1].decode("ascii", "replace") if match else ""


def _capped(text: str, notes: list[str]) -> str:
    text = broken_words(text)
    if len(text) <= TEXT_CAP:
        return text
    notes.append(
        f"The text is longer than {TEXT_CAP // (1024 * 1024)} million characters; the rest is not "
        f"shown. The original is kept."
    )
    return text[:TEXT_CAP]


def _attachments(raw: bytes, body: Body) -> tuple[Attachment, ...]:
    wishes = [(_wished_name(raw, part), part.media_type) for part in body.files]
    names = safe_names(wishes)
    return tuple(
        Attachment(
            name=name,
            original_name=one_line(part.file_name)[:500],
            media_type=part.media_type,
            size=body_size(raw, part),
            content_id=part.fields.raw("content-id").strip("<> ")[:200],
            inline=part.disposition == "inline"
            or (part.disposition != "attachment" and "content-id" in part.fields),
        )
        for name, part in zip(names, body.files, strict=True)
    )


def _wished_name(raw: bytes, part: Part) -> str:
    if part.file_name:
        return one_line(part.file_name)[:500]
    if part.media_type in ("message/rfc822", "message/global") and part.children:
        subject = part.children[0].fields.text("subject")[:100]
        return f"{subject}.eml" if subject else ""
    if part.media_type == "application/ms-tnef":
        return "winmail.dat"
    return ""
