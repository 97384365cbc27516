"""The addresses of a header field, read leniently and with caps: quotes, comments, groups, bare names.

Python's own parser recurses without end in nested comments; this reads each sign once.
"""

import re
from collections.abc import Iterator

from composer.mail.charsets import decode
from composer.mail.encoded_words import decoded_words, one_line
from composer.mail.header_fields import ADDRESS_FIELD_CAP, FIELD_CAP
from composer.mail.message import Address

ADDRESS_CAP = 200

_ANGLED = re.compile(r"<([^<>]*)>?\s*(?:\([^()]*\)\s*)?$")
_COMMENT = re.compile(r"\(([^()]*)\)")
_SPACE = re.compile(r"\s+")


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
