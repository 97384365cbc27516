"""The header of a mail: raw fields, decoded words, addresses, parameters and dates, all with caps.

Python's own header parser is not used on foreign mail: on 3.11 it takes seconds for one folded
field of 800 kB, raises on ``Message-ID: <[x]>`` and recurses without end in nested comments.
Everything here is linear in a capped length.
"""

import binascii
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import unquote_to_bytes

from composer.mail.charsets import codec_for, decode, harmless
from composer.mail.message import Address

HEADER_CAP = 2 * 1024 * 1024
FIELD_CAP = 4096
ADDRESS_FIELD_CAP = 65536
ADDRESS_CAP = 200
SUBJECT_CAP = 998
_FIELDS_CAP = 2000

_FIELD_NAME = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
_PARAMETER = re.compile(rb"[a-zA-Z*0-9-]{1,40}=")
_NOT_BASE64 = bytes(
    code
    for code in range(256)
    if code not in b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
)
_EMPTY_LINE = re.compile(rb"(?:\A|\n|\r)(?:\r?\n|\r)")
_SURE_FIELD = re.compile(
    rb"(?:\A|[\r\n])(?:from|to|subject|date|mime-version|content-type|message-id|received|return-path"
    rb"|x-[a-z-]{1,40})[ \t]?:[ \t]",
    re.IGNORECASE,
)
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_WORD = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?]*)\?=")
_PARTIAL_WORD = re.compile(r"=\?[\w.-]{0,60}(?:\?[bBqQ]?(?:\?[^?\s]*\??)?)?$")
_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_MESSAGE_ID = re.compile(r"<([^<>\s]{1,500})>")


class Fields:
    """The fields of one header, in order; names compare without case. Values are unfolded bytes."""

    def __init__(self) -> None:
        self._fields: list[tuple[str, bytes]] = []
        self._beyond: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._fields)

    def begin(self, name: str, value: bytes) -> None:
        """Add a field, up to the caps."""
        if len(self._fields) < _FIELDS_CAP:
            self._fields.append((name, b""))
            self.go_on(value)

    def go_on(self, value: bytes) -> None:
        """Add to the value of the last field, up to the cap; addresses beyond it are counted."""
        name, known = self._fields[-1]
        room = ADDRESS_FIELD_CAP - len(known)
        if room > 0:
            self._fields[-1] = (name, known + b" " + value[:room] if known else value[:room])
        if len(value) > room:
            lost = value[max(0, room) :].count(b"@")
            self._beyond[name] = self._beyond.get(name, 0) + lost

    @property
    def awaits_parameter(self) -> bool:
        """Whether the last field ends as one does whose parameters stand on the next line."""
        return bool(self._fields) and self._fields[-1][1].endswith(b";")

    def addresses_in(self, name: str) -> int:
        """Return about how many addresses the fields of a name hold (their ``@`` signs), unparsed."""
        return sum(value.count(b"@") for value in self.all(name)) + self._beyond.get(name, 0)

    def __contains__(self, name: str) -> bool:
        return any(field == name for field, _ in self._fields)

    def all(self, name: str) -> list[bytes]:
        """Return every value of a field (its name in lower case)."""
        return [value for field, value in self._fields if field == name]

    def raw(self, name: str) -> str:
        """Return the first value as text, encoded words left alone, or an empty string."""
        for field, value in self._fields:
            if field == name:
                return one_line(decode(value[:FIELD_CAP]).text)
        return ""

    def text(self, name: str) -> str:
        """Return the first value with its encoded words decoded, on one line, or an empty string."""
        for field, value in self._fields:
            if field == name:
                text = decode(value[:FIELD_CAP]).text
                return decoded_words(_PARTIAL_WORD.sub("", text) if len(value) > FIELD_CAP else text)
        return ""

    def names(self) -> list[str]:
        """Return the names in order, in lower case, with repetitions."""
        return [name for name, _ in self._fields]


def split_header(raw: bytes, start: int, end: int) -> tuple[Fields, int]:
    """Read the header of ``raw[start:end]``; return its fields and where the body begins.

    CR, LF and CRLF all end a line. A line that is neither a field, a continuation nor the empty
    line begins the body: mails exist that have lost the line between. Others have lost the white
    space of their continuations: ``boundary=`` below a field that ends with ``;`` still goes on with it.
    """
    fields = Fields()
    position = start
    while position < end:
        match = _LINE.match(raw, position, end)
        line = match[0].rstrip(b"\r\n") if match else b""
        after = match.end() if match else end
        if not line:
            return fields, after
        if line[:1] in b" \t" and len(fields):
            fields.go_on(line.strip())
        elif field := _FIELD_NAME.match(line):
            fields.begin(field[1].decode("ascii").lower(), line[field.end() :].strip())
        elif _PARAMETER.match(line) and fields.awaits_parameter:
            fields.go_on(line.strip())
        elif not (_is_skippable(line, fields) or _header_goes_on(raw, after, end)):
            return fields, position
        position = after
    return fields, position


def _is_skippable(line: bytes, fields: Fields) -> bool:
    """Tell whether a line is an mbox's envelope, or white space before the first field."""
    return line.startswith((b"From ", b">From ")) or (not line.strip() and not len(fields))


def _header_goes_on(raw: bytes, position: int, end: int) -> bool:
    """Tell whether fields that only headers have follow a stray line before the next empty line."""
    window = raw[position : min(end, position + 8192)]
    empty = _EMPTY_LINE.search(window)
    return _SURE_FIELD.search(window[: empty.start()] if empty else window) is not None


def decoded_words(text: str) -> str:
    """Decode RFC 2047 encoded words; neighbours in one charset are joined before decoding."""
    pieces: list[str] = []
    pending: list[tuple[str, bytes]] = []
    position = 0
    for match in _WORD.finditer(text[:ADDRESS_FIELD_CAP]):
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


def message_ids(text: str, *, most: int = 100) -> tuple[str, ...]:
    """Return the ids in angle brackets, without the brackets, the newest ``most`` of them."""
    return tuple(_MESSAGE_ID.findall(text))[-most:]


def addresses(value: bytes) -> tuple[Address, ...]:
    """Return the addresses of a field, at most ``ADDRESS_CAP`` of them; groups are opened."""
    text = decode(value[:ADDRESS_FIELD_CAP]).text
    found: list[Address] = []
    for piece in _address_pieces(text):
        address = _address_of(piece)
        if address.mail or address.name:
            found.append(address)
        if len(found) >= ADDRESS_CAP:
            break
    return tuple(found)


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """Return the media type or disposition, and its parameters (RFC 2231 and 2047 decoded)."""
    main, _, rest = value.partition(";")
    plain: dict[str, str] = {}
    extended: dict[str, list[tuple[int, bool, str]]] = {}
    for name, content in _parameter_pairs(rest[:FIELD_CAP]):
        base, star, section = name.partition("*")
        if not star:
            plain.setdefault(base, decoded_words(content))
            continue
        number = section.rstrip("*")
        encoded = section.endswith("*") or section == ""
        if not number or (number.isdecimal() and len(number) <= 3):
            extended.setdefault(base, []).append((int(number or 0), encoded, content))
    for base, sections in extended.items():
        plain[base] = _joined_sections(sorted(sections, key=lambda section: section[0]))
    kind = _SPACE.sub("", main.strip().lower())[:100]
    return kind, plain


def sent_at(value: str) -> datetime | None:
    """Return an aware time, or None for what is no date or lies outside 1990 to 2100."""
    try:
        moment = parsedate_to_datetime(value[:100])
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return aware if 1990 <= aware.astimezone(UTC).year < 2100 else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


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


def _address_pieces(text: str) -> Iterator[str]:
    """Cut an address list at commas and semicolons that stand outside quotes, comments and brackets."""
    start, depth, quoted, angled = 0, 0, False, False
    escaped = False
    for at, char in enumerate(text):
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = quoted or depth > 0
        elif quoted:
            quoted = char != '"'
        elif char == '"' and not depth:
            quoted = True
        elif char == "(":
            depth += 1
        elif char == ")" and depth:
            depth -= 1
        elif depth:
            continue
        elif char in "<>":
            angled = char == "<"
        elif char == ":" and not angled:
            start = at + 1
        elif char in ",;" and not angled:
            yield text[start:at]
            start = at + 1
    yield text[start:]


_ANGLED = re.compile(r"<([^<>]*)>?\s*(?:\([^()]*\)\s*)?$")
_COMMENT = re.compile(r"\(([^()]*)\)")


def _address_of(piece: str) -> Address:
    piece = piece.strip()[:FIELD_CAP]
    if match := _ANGLED.search(piece):
        name, mail = piece[: match.start()], match[1]
    elif comment := _COMMENT.search(piece):
        name, mail = comment[1], piece[: comment.start()]
    elif "@" in piece and not re.search(r"\s", piece):
        name, mail = "", piece
    elif inside := re.search(r"\S{1,100}@\S{1,200}", piece):
        name, mail = piece[: inside.start()], inside[0]
    else:
        name, mail = (piece, "") if " " in piece else ("", piece)
    return Address(_display_name(name), _bare_mail(mail))


def _display_name(name: str) -> str:
    name = name.strip()
    if len(name) >= 2 and name[0] == name[-1] == '"':
        name = name[1:-1]
    name = re.sub(r"\\(.)", r"\1", name).strip().strip('"')
    return decoded_words(name)[:200]


def _bare_mail(mail: str) -> str:
    bare = _SPACE.sub("", one_line(mail)).strip("<>\"'")
    return bare.removeprefix("mailto:")[:320]


_PAIR = re.compile(r"\s*([A-Za-z0-9_*!#$&^.+-]{1,60})\s*=\s*")


def _parameter_pairs(rest: str) -> Iterator[tuple[str, str]]:
    position = 0
    while position < len(rest):
        match = _PAIR.match(rest, position)
        if not match:
            following = rest.find(";", position)
            if following < 0:
                return
            position = following + 1
            continue
        value, position = _parameter_value(rest, match.end())
        yield match[1].lower(), value
        following = rest.find(";", position)
        position = len(rest) if following < 0 else following + 1


def _parameter_value(rest: str, start: int) -> tuple[str, int]:
    if not rest.startswith('"', start):
        stop = rest.find(";", start)
        stop = len(rest) if stop < 0 else stop
        return rest[start:stop].strip(), stop
    characters: list[str] = []
    position = start + 1
    while position < len(rest) and rest[position] != '"':
        # Windows paths come unescaped: a backslash escapes only a quote or itself.
        if rest[position] == "\\" and rest[position + 1 : position + 2] in ('"', "\\"):
            position += 1
        characters.append(rest[position])
        position += 1
    return "".join(characters), position + 1


def _joined_sections(sections: list[tuple[int, bool, str]]) -> str:
    charset = ""
    data = b""
    for number, encoded, content in sections:
        if encoded and number == 0 and content.count("'") >= 2:
            charset, _, content = content.split("'", 2)
        data += unquote_to_bytes(content) if encoded else content.encode("utf-8", "replace")
    return decode(data, charset if codec_for(charset) else "").text
