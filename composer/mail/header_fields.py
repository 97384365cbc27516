"""The fields of a mail's header: split off, unfolded and decoded, all with caps; ids and dates in them.

Python's own header parser is not used on foreign mail: on 3.11 it takes seconds for one folded
field of 800 kB, raises on ``Message-ID: <[x]>`` and recurses without end in nested comments.
Everything here is linear in a capped length.
"""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from composer.mail.charsets import decode
from composer.mail.encoded_words import decoded_words, one_line

HEADER_CAP = 2 * 1024 * 1024
FIELD_CAP = 4096
ADDRESS_FIELD_CAP = 65536
SUBJECT_CAP = 998
_FIELDS_CAP = 2000

_FIELD_NAME = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
_PARAMETER = re.compile(rb"[a-zA-Z*0-9-]{1,40}=")
_EMPTY_LINE = re.compile(rb"(?:\A|\n|\r)(?:\r?\n|\r)")
_SURE_FIELD = re.compile(
    rb"(?:\A|[\r\n])(?:from|to|subject|date|mime-version|content-type|message-id|received|return-path"
    rb"|x-[a-z-]{1,40})[ \t]?:[ \t]",
    re.IGNORECASE,
)
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_PARTIAL_WORD = re.compile(r"=\?[\w.-]{0,60}(?:\?[bBqQ]?(?:\?[^?\s]*\??)?)?$")
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


def message_ids(text: str, *, most: int = 100) -> tuple[str, ...]:
    """Return the ids in angle brackets, without the brackets, the newest ``most`` of them."""
    return tuple(_MESSAGE_ID.findall(text))[-most:]


def sent_at(value: str) -> datetime | None:
    """Return an aware time, or None for what is no date or lies outside 1990 to 2100."""
    try:
        moment = parsedate_to_datetime(value[:100])
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return aware if 1990 <= aware.astimezone(UTC).year < 2100 else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
