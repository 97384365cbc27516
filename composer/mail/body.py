"""What of a mail is its text, what is its HTML, and what is a file that came with it."""

import html as entities
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from composer.mail.charsets import Decoded, codec_for, decode
from composer.mail.coloured_answers import answered_text
from composer.mail.encoded_words import one_line
from composer.mail.flowed import unflowed
from composer.mail.html import Page, sanitised
from composer.mail.mime_parts import DEPTH_CAP, Part, body_bytes
from composer.mail.remote_content import has_pictures, has_remote_content

_TEXT_TYPES = {"text/plain", "text/html"}
TEXT_BYTES_CAP = 12 * 1024 * 1024
_LONGEST_STUB = 400
_STUB = re.compile(
    r"\bhtml\b.{0,80}(?:mail|message|viewer|client|format|version|browser)|view (?:this|it) "
    r"(?:mail|email|message) in"
    r"|no(?:t)? plain[- ]text",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(slots=True)
class Body:
    """What a reader sees, and the parts that are listed as attachments."""

    text: str = ""
    html: str = ""
    text_format: str = "plain"
    files: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Piece:
    """One stretch of the body: its text, its safe HTML (empty for a plain part).

    ``answered`` when a quote in it is answered in a colour, which the plain version doesn't show.
    """

    text: str
    html: str = ""
    from_html: bool = False
    answered: bool = False


def read_body(raw: bytes, root: Part) -> Body:
    """Choose and decode the text of a mail; whatever is not text is listed, nothing is lost."""
    body = Body()
    pieces = list(_pieces(raw, root, body))
    written = [piece for piece in pieces if piece.text.strip()]
    if not written:
        written = list(_forwarded(raw, body))
    if written:
        body.text = (
            "\n\n".join(piece.text.strip("\n") for piece in written) if len(written) > 1 else written[0].text
        )
        body.text_format = "html" if any(piece.from_html for piece in written) else "plain"
    if any(piece.html for piece in pieces):
        body.html = "\n".join(piece.html or _as_html(piece.text) for piece in pieces)
    if any(part.media_type == "application/ms-tnef" for part in body.files):
        body.notes.append("winmail.dat holds what Outlook packed for itself; it is listed but not opened.")
    return body


def _pieces(raw: bytes, root: Part, body: Body) -> Iterator[_Piece]:
    waiting = [root]
    while waiting:
        part = waiting.pop()
        if part.media_type == "multipart/alternative" and part.children:
            yield from _alternative(raw, part, body, waiting)
        elif part.is_multipart and part.children:
            waiting.extend(reversed(part.children))
        elif part.is_multipart and part.depth < DEPTH_CAP - 1:
            # No boundary was found: what is there is read as text rather than lost.
            yield _plain(raw, part, body)
        elif _is_text(part, root):
            yield _html(raw, part, body) if part.media_type == "text/html" else _plain(raw, part, body)
        elif part.end > part.start or part.file_name:
            body.files.append(part)


def _is_text(part: Part, root: Part) -> bool:
    if part is root and part.media_type.startswith("text/"):
        return part.disposition != "attachment" or not part.file_name
    if part.disposition == "attachment" or part.media_type not in _TEXT_TYPES:
        return False
    return not part.file_name or (
        part.disposition == "inline" and part.media_type == "text/plain" and not part.file_name
    )


def _alternative(raw: bytes, part: Part, body: Body, waiting: list[Part]) -> Iterator[_Piece]:
    """Yield the plain version, with the HTML one beside it, or the HTML one when the plain is a stub."""
    leaves = [leaf for child in part.children for leaf in _text_leaves(child)]
    plain = next((leaf for leaf in leaves if leaf.media_type != "text/html"), None)
    rich = next((leaf for leaf in leaves if leaf.media_type == "text/html"), None)
    others = [leaf for child in part.children for leaf in child.walk() if _is_file(leaf, plain, rich)]
    if plain is None and rich is None:
        waiting.extend(reversed(part.children))
        return
    piece = _plain(raw, plain, body) if plain is not None else None
    worded = piece is None or _may_be_stub(piece.text)
    rich_piece = _html(raw, rich, body, worded=worded) if rich is not None else None
    if piece is None:
        piece = rich_piece
    elif rich_piece is not None:
        better = rich_piece.answered or (worded and _says_more(rich_piece.text, piece.text))
        piece = rich_piece if better else _Piece(piece.text, rich_piece.html)
    if piece is not None:
        yield piece
    body.files.extend(others)


def _is_file(leaf: Part, plain: Part | None, rich: Part | None) -> bool:
    nested_message = leaf.media_type in ("message/rfc822", "message/global")
    return (
        leaf is not plain
        and leaf is not rich
        and not leaf.is_multipart
        and (nested_message or leaf.end > leaf.start)
    )


def _text_leaves(part: Part) -> Iterator[Part]:
    waiting = [part]
    while waiting:
        leaf = waiting.pop()
        if leaf.is_multipart:
            waiting.extend(reversed(leaf.children))
        elif leaf.media_type in _TEXT_TYPES and leaf.disposition != "attachment" and not leaf.file_name:
            yield leaf


def _may_be_stub(plain: str) -> bool:
    """Tell whether a plain version is empty, or does not go beyond a word on the HTML one."""
    words = plain.strip()
    return not words or (len(words) < _LONGEST_STUB and bool(_STUB.search(words)))


def _says_more(rich: str, stub: str) -> bool:
    return len(rich) > 2 * len(stub.strip()) if stub.strip() else bool(rich.strip())


def _plain(raw: bytes, part: Part, body: Body) -> _Piece:
    text = _decoded(raw, part, body)
    if part.type_parameters.get("format", "").lower() == "flowed":
        text = unflowed(text, delete_space=part.type_parameters.get("delsp", "").lower() == "yes")
    return _Piece(text)


def _html(raw: bytes, part: Part, body: Body, *, worded: bool = True) -> _Piece:
    source = _decoded(raw, part, body)
    page = Page(source)
    answered = answered_text(page)
    if page.over_cap:
        body.notes.append(
            "The HTML part is too big or nested too deep; it is shown as plain text. The original is kept."
        )
    if has_remote_content(source):
        body.notes.append("Remote content was blocked.")
    if has_pictures(source):
        body.notes.append("Pictures in the text are not shown.")
    text = answered or (page.text() if worded else "")
    return _Piece(text, page.shown(), from_html=True, answered=bool(answered))


def _decoded(raw: bytes, part: Part, body: Body) -> str:
    if part.end - part.start > TEXT_BYTES_CAP:
        body.notes.append(
            "A text part is larger than 12 MB; only its beginning is shown. The original is kept."
        )
    data = body_bytes(raw, part, most=TEXT_BYTES_CAP)
    label = part.type_parameters.get("charset", "")
    if part.media_type == "text/html" and not codec_for(label):
        label = _meta_charset(data) or label
    decoded: Decoded = decode(data, label)
    if decoded.note:
        body.notes.append(decoded.note)
    return decoded.text


def _meta_charset(data: bytes) -> str:
    match = re.search(rb"<meta[^<>]{0,200}charset\s*=\s*[\"']?([\w.:-]{1,40})", data[:4096], re.IGNORECASE)
    label = match[1].decode("ascii", "replace") if match else ""
    # A meta element that can be read at all is not written in UTF-16 or UTF-32.
    return "" if codec_for(label).startswith(("utf-16", "utf-32")) else label


def _forwarded(raw: bytes, body: Body) -> Iterator[_Piece]:
    """Yield the attached messages of a mail that says nothing itself, as inline forwards."""
    for part in body.files[:5]:
        if part.media_type not in ("message/rfc822", "message/global") or not part.children:
            continue
        inner = part.children[0]
        content = Body()
        text = "\n\n".join(
            piece.text.strip("\n") for piece in _pieces(raw, inner, content) if piece.text.strip()
        )
        yield _Piece(_forward_lines(inner) + text)


def _forward_lines(inner: Part) -> str:
    lines = ["---------- Forwarded message ----------"]
    for name in ("From", "Date", "Subject", "To"):
        value = inner.fields.text(name.lower())
        if value:
            lines.append(f"{name}: {one_line(value)[:500]}")
    return "\n".join(lines) + "\n\n"


def _as_html(text: str) -> str:
    escaped = entities.escape(text.strip("\n"), quote=False).replace("\n", "<br>\n")
    return sanitised(f"<p>{escaped}</p>")


def html_source(raw: bytes, root: Part) -> str:
    """Return the first HTML part as it was written (not safe to show), or an empty string."""
    for part in root.walk():
        if part.media_type == "text/html" and part.disposition != "attachment":
            return _decoded(raw, part, Body())
    return ""
