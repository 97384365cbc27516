"""Field values as YAML on one line, written so that any YAML reader takes the same text from it."""

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from kb_content.article import Verified
from kb_content.front_matter import Node

Value = str | int | date | Verified | StrEnum | Sequence[str] | None
"""What a field can be set to; None takes the field out."""

_PLAIN = re.compile(r"[A-Za-z0-9_(/+][^\n\r\t#:\[\]{},&*!|>'\"%@`\\]*")
_SPECIAL = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def written(value: Value) -> str:
    """Return a value as YAML on one line."""
    match value:
        case Verified():
            return f"{{date: {value.on.isoformat()}, by: {written(value.by)}}}"
        case str():
            return _text(str(value))
        case int() | date():
            return str(value)
        case None:
            return ""
        case _:
            return "[" + ", ".join(_text(item) for item in value) + "]"


def _text(value: str) -> str:
    plain = _PLAIN.fullmatch(value) and value == value.strip() and not _SPECIAL.search(value)
    return value if plain else _double_quoted(value)


def _double_quoted(value: str) -> str:
    return '"' + _SPECIAL.sub(_escape, value) + '"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _SHORT.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}")


def written_like(node: Node, value: Value) -> str:
    """Return a value as YAML; a text in the quotes that the old one had, if they can hold it."""
    if isinstance(value, str) and node.style == '"':
        return _double_quoted(str(value))
    if (
        isinstance(value, str)
        and node.style == "'"
        and not _SPECIAL.search(value.replace('"', "").replace("\\", ""))
    ):
        return "'" + value.replace("'", "''") + "'"
    return written(value)
