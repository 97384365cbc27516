"""Bytes of a mail to text: what the mail declares, else UTF-8, else Windows-1252; never a trick codec.

Labels lie in real mail. A declared charset is used when it is one that mail is written in (an
allow-list: UTF-7, escape codecs, IDNA and ROT13 can turn harmless bytes into markup) and the bytes
fit it; supersets stand in for the narrow charsets that senders mean by their name, as the WHATWG
Encoding Standard has it (ISO-8859-1 is read as Windows-1252, GB2312 as GB18030).
"""

import codecs
import re
from dataclasses import dataclass

_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "cp950",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}
_ALIASES = {
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
    "iso-8859-6-i": "iso8859-6",
    "iso-8859-6-e": "iso8859-6",
    "ks-c-5601-1987": "cp949",
    "ks-c-5601": "cp949",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "ansi-x3.4-1968": "ascii",
    "x-gbk": "gb18030",
    "x-big5": "cp950",
    "windows-874": "cp874",
    "macintosh": "mac-roman",
    "x-mac-roman": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ce": "mac-latin2",
    "unicode": "utf-16",
    "iso-10646-ucs-2": "utf-16",
    "cp-850": "cp850",
    "x-cp1252": "cp1252",
    "x-user-defined": "cp1252",
}
# Families of charsets that mail is really written in, by Python's names for them.
_ALLOWED = re.compile(
    r"(?:utf-8(?:-sig)?|utf-(?:16|32)(?:-[lb]e)?|ascii|iso8859-\d{1,2}|cp\d{3,4}|koi8-[rtu]|mac-\w{1,12}"
    r"|gb(?:2312|k|18030)|hz|big5(?:hkscs)?|shift_jis(?:x0213|_2004)?|euc_(?:jp|jis_2004|jisx0213|kr)"
    r"|iso2022_(?:jp(?:_\d|_2004|_ext)?|kr)|johab|tis-620|ptcp154|kz1048)"
)
_WESTERN = {"cp1252", "iso8859-15", "mac-roman", "cp850", "cp437"}
_ISO_2022_JP = re.compile(rb"\x1b\$[@B]")
_LABEL_NOISE = re.compile(r"[^a-z0-9_.:+-]")
# Controls are shown by their pictures (U+2400 …): visible, lossless, harmless to SQLite and Qt.
_PICTURES = {code: 0x2400 + code for code in range(32) if code not in (9, 10, 11, 12)} | {127: 0x2421}
_UNSAFE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_UNSAFE_BYTES = bytes(code for code in range(128) if _UNSAFE.match(chr(code)))


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded text; ``note`` is a sentence when the label was wrong or unknown, else empty."""

    text: str
    note: str = ""


def codec_for(label: str) -> str:
    """Return Python's name of an allowed charset, or an empty string."""
    name = _LABEL_NOISE.sub("", label.strip().lower()[:40])
    name = _ALIASES.get(name.replace("_", "-"), name)
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError, UnicodeError):
        return ""
    return _SUPERSETS.get(codec, codec) if _ALLOWED.fullmatch(codec) else ""


def decode(data: bytes, label: str = "") -> Decoded:
    """Decode bytes with ``\\n`` line ends, surrogates and control characters made harmless."""
    decoded = _decode(data, label)
    return Decoded(harmless(decoded.text.removeprefix("\ufeff")), decoded.note)


def harmless(text: str) -> str:
    """Return text with ``\\n`` line ends and nothing that a store, a file or a widget chokes on."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _is_unsafe(text):
        text = text.translate(_PICTURES)
        text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text


def _is_unsafe(text: str) -> bool:
    if text.isascii():
        return len(text.encode("ascii").translate(None, _UNSAFE_BYTES)) < len(text)
    return _UNSAFE.search(text) is not None


def _decode(data: bytes, label: str) -> Decoded:
    if not label.strip():
        return Decoded(_guessed(data))
    codec = codec_for(label)
    if not codec:
        shown = harmless(label.strip()[:40])
        return Decoded(
            _guessed(data), f"The mail names an unknown character set, “{shown}”; the text is a guess."
        )
    if codec in _WESTERN and _is_utf_8(data):
        return Decoded(
            data.decode("utf-8"), f"The text is labelled {label[:40]} but is UTF-8, and is read so."
        )
    if codec == "cp1252":
        return Decoded(_from_windows(data))
    try:
        return Decoded(data.decode(codec))
    except (UnicodeError, ValueError):
        return Decoded(
            _repaired(data, codec),
            f"Some characters do not fit the character set {label[:40]} that the mail names.",
        )


def _guessed(data: bytes) -> str:
    if data.isascii():
        return data.decode("iso2022_jp", "replace") if _ISO_2022_JP.search(data) else data.decode("ascii")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and len(data) % 2 == 0:
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _repaired(data, "utf-8")


def _repaired(data: bytes, codec: str) -> str:
    """Read what mostly fits its charset with U+FFFD for the rest; read the other as Windows-1252."""
    text = data.decode(codec, "replace")
    broken = text.count("\ufffd")
    fitting = sum(1 for char in text if char > "\x7f" and char != "\ufffd")
    if fitting >= 2 * broken or codec.startswith(("utf-16", "utf-32", "iso2022")):
        return text
    return data.decode("utf-8") if _is_utf_8(data) else _from_windows(data)


def _from_windows(data: bytes) -> str:
    # Five bytes of Windows-1252 are undefined; browsers and mail programs read them as C1 controls.
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _is_utf_8(data: bytes) -> bool:
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
