"""A media type or disposition with its parameters, as RFC 2045 and 2231 write them and as programs do."""

import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from composer.mail.charsets import codec_for, decode
from composer.mail.encoded_words import decoded_words
from composer.mail.header_fields import FIELD_CAP

_SPACE = re.compile(r"\s+")
_PAIR = re.compile(r"\s*([A-Za-z0-9_*!#$&^.+-]{1,60})\s*=\s*")


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
