"""A mail cut into its parts: flat, iterative, capped; no part is ever decoded to find the next.

The standard parser recurses per level (a mail of 3,000 levels ends it) and copies per level. Here a
part is a pair of offsets into the mail, and a stack takes the place of recursion.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from composer.mail.encoded_words import lenient_base64
from composer.mail.header_fields import Fields, split_header
from composer.mail.header_parameters import parameters

DEPTH_CAP = 32
PART_CAP = 1000


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its header, and where its body lies in the mail's bytes.

    ``path`` holds the positions from the root down. ``children`` are filled for multiparts and for
    an attached message (its own root, one child).
    """

    fields: Fields
    start: int
    end: int
    media_type: str
    type_parameters: dict[str, str]
    disposition: str
    disposition_parameters: dict[str, str]
    depth: int
    children: list["Part"] = field(default_factory=list)

    @property
    def file_name(self) -> str:
        """The name that the mail gives, raw, or an empty string."""
        return self.disposition_parameters.get("filename") or self.type_parameters.get("name") or ""

    @property
    def is_multipart(self) -> bool:
        """Whether it holds other parts."""
        return self.media_type.startswith("multipart/")

    def walk(self) -> Iterator["Part"]:
        """Yield the part and everything below it, in the order of the mail."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            waiting.extend(reversed(part.children))


@dataclass(frozen=True, slots=True)
class Tree:
    """The root of a mail's parts, and whether a cap stopped the reading."""

    root: Part
    too_deep: bool = False
    too_many: bool = False


def read_tree(raw: bytes) -> Tree:
    """Cut a mail into its parts, at most ``DEPTH_CAP`` levels and ``PART_CAP`` parts."""
    root = _part(raw, 0, len(raw), depth=0, fallback="text/plain")
    waiting = [root]
    count, too_deep, too_many = 1, False, False
    while waiting:
        part = waiting.pop()
        spans = _child_spans(raw, part)
        if not spans:
            continue
        if part.depth + 1 >= DEPTH_CAP:
            too_deep = True
            continue
        digest = part.media_type == "multipart/digest"
        for start, end in spans:
            if count >= PART_CAP:
                too_many = True
                break
            count += 1
            fallback = "message/rfc822" if digest else "text/plain"
            part.children.append(_part(raw, start, end, depth=part.depth + 1, fallback=fallback))
        waiting.extend(part.children)
    return Tree(root, too_deep, too_many)


def body_bytes(raw: bytes, part: Part, *, most: int | None = None) -> bytes:
    """Return a part's body with its transfer encoding undone, as far as that goes.

    With ``most``, only that many of its encoded bytes are read.
    """
    end = part.end if most is None else min(part.end, part.start + most)
    data = raw[part.start : end]
    encoding = _encoding_of(part)
    if encoding == "base64":
        return lenient_base64(_without_trailer(data))
    if encoding == "quoted-printable":
        return binascii.a2b_qp(data)
    if encoding in _UUENCODED:
        return _uudecoded(data)
    return data


def _encoding_of(part: Part) -> str:
    return part.fields.raw("content-transfer-encoding").lower().strip(" \"';")


def body_size(raw: bytes, part: Part) -> int:
    """Return about the size of a part's decoded body in bytes, without copying or decoding it."""
    length = part.end - part.start
    encoding = _encoding_of(part)
    if encoding == "base64":
        other = sum(raw.count(sign, part.start, part.end) for sign in (b"\n", b"\r", b" ", b"="))
        return (length - other) * 3 // 4
    if encoding == "quoted-printable":
        return length - 2 * raw.count(b"=", part.start, part.end)
    return len(body_bytes(raw, part)) if encoding in _UUENCODED and length < 4_000_000 else length


_UUENCODED = ("x-uuencode", "uuencode", "x-uue", "uue")


def _child_spans(raw: bytes, part: Part) -> list[tuple[int, int]]:
    if part.media_type == "message/rfc822" or part.media_type == "message/global":
        # An encoded message cannot be cut in place; it is listed as it is.
        encoding = part.fields.raw("content-transfer-encoding").lower()
        return [] if encoding in ("base64", "quoted-printable") else [(part.start, part.end)]
    boundary = part.type_parameters.get("boundary", "") if part.is_multipart else ""
    if not boundary:
        return []
    return list(_spans_between(raw, part.start, part.end, boundary[:200].encode("utf-8", "replace")))


def _spans_between(raw: bytes, start: int, end: int, boundary: bytes) -> Iterator[tuple[int, int]]:
    delimiter = re.compile(rb"(?:\A|\r\n|\n|\r)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=[\r\n]|\Z)")
    opened = -1
    position = max(0, start - 2)
    marker = b"--" + boundary
    while (found := raw.find(marker, position, end)) >= 0:
        position = found + len(marker)
        match = _delimiter_at(raw, delimiter, found, start, end)
        if match is None:
            continue
        if opened >= 0:
            yield opened, max(opened, match.start())
        opened = _after_line_end(raw, match.end(), end)
        if match[1]:
            return
    if 0 <= opened < end:
        yield opened, end


def _delimiter_at(
    raw: bytes, delimiter: re.Pattern[bytes], found: int, start: int, end: int
) -> re.Match[bytes] | None:
    for back in (2, 1):
        if found - back >= 0 and (match := delimiter.match(raw, found - back, end)):
            return match
    return (
        re.compile(delimiter.pattern.replace(rb"(?:\A|\r\n|\n|\r)", b"")).match(raw, found, end)
        if found in (0, start)
        else None
    )


def _after_line_end(raw: bytes, position: int, end: int) -> int:
    if raw.startswith(b"\r\n", position):
        position += 2
    elif raw[position : position + 1] in (b"\n", b"\r"):
        position += 1
    return min(position, end)


def _part(raw: bytes, start: int, end: int, *, depth: int, fallback: str) -> Part:
    fields, body = split_header(raw, start, end)
    media_type, type_parameters = parameters(fields.raw("content-type"))
    disposition, disposition_parameters = parameters(fields.raw("content-disposition"))
    if media_type.count("/") != 1 or media_type.startswith("/") or media_type.endswith("/"):
        media_type = {"text": "text/plain", "html": "text/html"}.get(media_type, fallback)
    return Part(fields, body, end, media_type, type_parameters, disposition, disposition_parameters, depth)


_BASE64_TRAILER = re.compile(rb"=\s*[\r\n]\s*[\r\n]")


def _without_trailer(data: bytes) -> bytes:
    # List servers append plain text behind a base64 body; it would decode to noise.
    found = _BASE64_TRAILER.search(data)
    return data[: found.end()] if found else data


def _uudecoded(data: bytes) -> bytes:
    pieces: list[bytes] = []
    for line in data.splitlines():
        if line.startswith(b"begin ") or not line.strip():
            continue
        if line.strip() == b"end":
            break
        try:
            pieces.append(binascii.a2b_uu(line))
        except binascii.Error:
            continue
    return b"".join(pieces)
