"""Words of a header as a person reads them: RFC 2047 encoded words decoded, on one line, with caps."""

import binascii
import re

from composer.mail.charsets import codec_for, decode, harmless

LONGEST_DECODED = 65536
"""Code points of a value in which encoded words are looked for."""

_NOT_BASE64 = bytes(
    code
    for code in range(256)
    if code not in b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
)
_WORD = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?]*)\?=")
_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def decoded_words(text: str) -> str:
    """Decode RFC 2047 encoded words; neighbours in one charset are joined before decoding."""
    pieces: list[str] = []
    pending: list[tuple[str, bytes]] = []
    position = 0
    for match in _WORD.finditer(text[:LONGEST_DECODED]):
        between = text[position : match.start()]
        if between and not (pending and between.isspace()):
            pieces.append(_flushed(pending) + between)
            pending = []
        data = _word_bytes(match[2], match[3])
        if pending and pending[-1][0] == match[1].lower():
            pending[-1] = (pending[-1][0], pending[-1][1] + data)
        else:
            pending.append((match[1].lower(), data))
        position = match.end()
    return one_line("".join(pieces) + _flushed(pending) + text[position:])


def one_line(text: str) -> str:
    """Return text on one line: white space and controls become single spaces."""
    cleaned = _INVISIBLE.sub("", harmless(text))
    return _SPACE.sub(" ", re.sub(r"[\u2400-\u2421]", " ", cleaned)).strip()


def _flushed(pending: list[tuple[str, bytes]]) -> str:
    return "".join(decode(data, label if codec_for(label) else "").text for label, data in pending)


def _word_bytes(kind: str, content: str) -> bytes:
    data = content.encode("utf-8", "replace")
    if kind in "bB":
        return lenient_base64(data)
    return binascii.a2b_qp(data.replace(b"_", b" ").replace(b"\n", b" "))


def lenient_base64(data: bytes) -> bytes:
    """Decode base64 as far as it goes: foreign characters skipped, padding mended."""
    clean = data.translate(None, _NOT_BASE64)
    clean = clean[: len(clean) - 1] if len(clean) % 4 == 1 else clean
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))
