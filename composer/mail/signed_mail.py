"""Mails that S/MIME packed together with their signature (RFC 8551, "application/pkcs7-mime").

Outlook and others send a signed mail so when told to. What was signed is read out of the package
(RFC 5652, section 5); the signature itself is not checked.
"""

import re
from typing import NamedTuple

from composer.mail.header_fields import split_header
from composer.mail.mime_parts import Part, body_bytes

PACKED = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_DATA = bytes.fromhex("2a864886f70d010701")
_SEQUENCE, _SET, _INTEGER, _NAME, _CONTENT = 0x30, 0x31, 0x02, 0x06, 0xA0
_OCTETS, _OCTETS_IN_PIECES = 0x04, 0x24
_DEEPEST = 16
_MOST_PIECES = 100_000
_FIELD_END = re.compile(rb"\r?\n(?![ \t])|\r(?![\n \t])")


class _NotReadable(Exception):
    """The package is cut, damaged, encrypted, or of a kind that does not occur in mail."""


class _Element(NamedTuple):
    """One element: its tag, where its content starts, and where it ends (-1 when only a mark says so)."""

    tag: int
    start: int
    end: int


def unpacked_mail(raw: bytes, root: Part) -> bytes:
    """Return a mail with what was signed in place of the package; empty when it is no such mail."""
    if root.media_type not in PACKED:
        return b""
    content = signed_content(body_bytes(raw, root))
    if not content:
        return b""
    outer = [field for field in _fields(raw[: root.start]) if not _is_about_content(field)]
    _, body = split_header(content, 0, len(content))
    inner = [field for field in _fields(content[:body]) if _is_about_content(field)]
    return b"\r\n".join((*outer, *inner, b"", content[body:]))


def signed_content(packed: bytes) -> bytes:
    """Return what a package of signed data holds (a MIME entity), or nothing."""
    try:
        return _content_of(packed)
    except _NotReadable:
        return b""


def _fields(head: bytes) -> list[bytes]:
    return [field for field in _FIELD_END.split(head) if field]


def _is_about_content(field: bytes) -> bool:
    return field[:8].lower() == b"content-"


def _content_of(packed: bytes) -> bytes:
    at = _into(packed, 0, _SEQUENCE)
    at = _past_name(packed, at, _SIGNED_DATA)
    at = _into(packed, _into(packed, at, _CONTENT), _SEQUENCE)
    at = _behind(packed, _expected(packed, at, _INTEGER))
    at = _behind(packed, _expected(packed, at, _SET))
    at = _past_name(packed, _into(packed, at, _SEQUENCE), _DATA)
    content = _element(packed, _into(packed, at, _CONTENT))
    if content.tag == _OCTETS and content.end >= 0:
        return packed[content.start : content.end]
    if content.tag != _OCTETS_IN_PIECES:
        raise _NotReadable
    pieces, _ = _children(packed, content)
    if any(piece.tag != _OCTETS or piece.end < 0 for piece in pieces):
        raise _NotReadable
    return b"".join(packed[piece.start : piece.end] for piece in pieces)


def _element(packed: bytes, at: int) -> _Element:
    if at + 2 > len(packed):
        raise _NotReadable
    tag, length = packed[at], packed[at + 1]
    start = at + 2
    if length == 0x80:
        return _Element(tag, start, -1)
    if length > 0x80:
        size = length & 0x7F
        length = int.from_bytes(packed[start : start + size], "big")
        start += size
    if start + length > len(packed):
        raise _NotReadable
    return _Element(tag, start, start + length)


def _expected(packed: bytes, at: int, tag: int) -> _Element:
    element = _element(packed, at)
    if element.tag != tag:
        raise _NotReadable
    return element


def _into(packed: bytes, at: int, tag: int) -> int:
    return _expected(packed, at, tag).start


def _past_name(packed: bytes, at: int, name: bytes) -> int:
    element = _expected(packed, at, _NAME)
    if packed[element.start : element.end] != name:
        raise _NotReadable
    return element.end


def _children(packed: bytes, parent: _Element, depth: int = 0) -> tuple[list[_Element], int]:
    """Return what an element holds, and where the next element begins."""
    if depth > _DEEPEST:
        raise _NotReadable
    found: list[_Element] = []
    at = parent.start
    while at < parent.end or (parent.end < 0 and packed[at : at + 2] != b"\0\0"):
        if len(found) == _MOST_PIECES:
            raise _NotReadable
        found.append(_element(packed, at))
        at = _behind(packed, found[-1], depth + 1)
    return found, at + (2 if parent.end < 0 else 0)


def _behind(packed: bytes, element: _Element, depth: int = 0) -> int:
    """Return where the next element begins."""
    return element.end if element.end >= 0 else _children(packed, element, depth)[1]
