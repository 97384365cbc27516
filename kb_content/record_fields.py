"""Reading typed fields out of front matter: a value that cannot be read becomes a problem, not a loss.

Foreign documents hold dates, numbers and lists where we expect text. What can be understood is taken;
the rest is reported with its line, and the record loads with the field's default.
"""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import TypeVar

from kb_content.article import Verified
from kb_content.failure import Problem
from kb_content.front_matter import Entry, FrontMatter, Node, line_at

Choice = TypeVar("Choice", bound=StrEnum)

LONGEST_TEXT = 2_000
"""The longest text of a field, in code points; longer is cut and reported."""

MOST_PROBLEMS = 20
"""So many problems of one file are reported."""

_DAYS_OF = {"d": 1, "w": 7, "m": 30, "y": 365}
_SPAN = re.compile(r"(\d{1,4})(?: ?(d|w|m|y|day|week|month|year)s?)?")
_VERIFIED = re.compile(r"(\d{4}-\d\d-\d\d)(?:(?:,| by) (.{1,200}))?")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T](\d\d):(\d\d)(?::\d\d)?(?: ?(?:Z|[+-]\d\d:\d\d))?)?")
_BREAKING = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
_SPACES = re.compile(" {2,}")
_EMPTY = ("", "~", "null")


class Fields:
    """The fields of one record; ``problems`` gathers what could not be read."""

    def __init__(self, front: FrontMatter, text: str, path: str) -> None:
        self._entries = front.entries
        self._text = text
        self._path = path
        self.problems: list[Problem] = []

    def has(self, key: str) -> bool:
        """Whether the front matter holds the key."""
        return key in self._entries

    def text(self, key: str, default: str = "") -> str:
        """Return a text on one line, without white space around it."""
        node = self._node(key)
        if node is None:
            return default
        if not isinstance(node.value, str):
            self.report(key, f"'{key}' must be text, and is a list or a mapping")
            return default
        return self._capped(key, _one_line(node.value)) or default

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a single text counts as a list of one."""
        node = self._node(key)
        if node is None:
            return ()
        if isinstance(node.value, str):
            value = _one_line(node.value)
            return (self._capped(key, value),) if value not in _EMPTY else ()
        if isinstance(node.value, dict):
            self.report(key, f"'{key}' must be a list, and is a mapping")
            return ()
        return tuple(self._items(key, node.value))

    def _items(self, key: str, items: tuple[Node, ...]) -> Iterator[str]:
        for item in items:
            if not isinstance(item.value, str):
                self.report_at(
                    item.start, f"'{key}' must be a list of texts; one item is none and is left out"
                )
            elif value := _one_line(item.value):
                yield self._capped(key, value)

    def choice(self, key: str, default: Choice) -> Choice:
        """Return one of the words that the default's type allows."""
        value = self.text(key)
        if value in _EMPTY:
            return default
        kind = type(default)
        try:
            return kind(value.lower())
        except ValueError:
            allowed = ", ".join(kind)
            self.report(key, f"'{key}' is '{value[:60]}', and must be one of: {allowed}; read as {default}")
            return default

    def days(self, key: str) -> int:
        """Return a number of days, written as ``90``, ``90d``, ``12 weeks``, ``6 months`` or ``1 year``."""
        value = self.text(key)
        if value.lower() in (*_EMPTY, "never", "no"):
            return 0
        match = _SPAN.fullmatch(value.lower())
        if match is None:
            self.report(key, f"'{key}' is '{value[:60]}'; write a number of days, such as 90 or '6 months'")
            return 0
        return int(match[1]) * _DAYS_OF[(match[2] or "day")[0]]

    def moment(self, key: str) -> str:
        """Return a date or a date with a time, ``2026-12-03`` or ``2026-12-03 15:00``, or nothing."""
        value = self.text(key)
        if value in _EMPTY:
            return ""
        match = _MOMENT.fullmatch(value)
        if match is None or not _is_moment(match):
            self.report(
                key, f"'{key}' is '{value[:60]}'; write a date such as 2026-12-03 or 2026-12-03 15:00"
            )
            return ""
        return f"{match[1]} {match[2]}:{match[3]}" if match[2] else match[1]

    def verified(self, key: str) -> Verified | None:
        """Return who verified the record and when: ``{date: 2026-03-01, by: Ana}``, or the date alone."""
        node = self._node(key)
        if node is None or node.value in _EMPTY:
            return None
        if isinstance(node.value, dict):
            on = _plain(node.value.get("date")) or _plain(node.value.get("on"))
            by = _plain(node.value.get("by"))
        else:
            match = _VERIFIED.fullmatch(_one_line(node.value)) if isinstance(node.value, str) else None
            on, by = (match[1], match[2] or "") if match else ("", "")
        day = _day(on)
        if day is None:
            self.report(key, f"'{key}' has no date that can be read; write {{date: 2026-03-01, by: name}}")
            return None
        return Verified(day, by[:200])

    def report(self, key: str, sentence: str) -> None:
        """Keep a problem with the line of the key (of the whole file when it has none)."""
        entry = self._entries.get(key)
        self.report_at(entry.key_start if entry else None, sentence)

    def report_at(self, offset: int | None, sentence: str) -> None:
        """Keep a problem with the line of a place in the file's text."""
        if len(self.problems) >= MOST_PROBLEMS:
            return
        line = 0 if offset is None else line_at(self._text, offset)
        self.problems.append(Problem(self._path, line, f"{sentence}."))

    def _node(self, key: str) -> Node | None:
        entry = self._entries.get(key)
        return entry.node if entry else None

    def _capped(self, key: str, value: str) -> str:
        if len(value) <= LONGEST_TEXT:
            return value
        self.report(key, f"'{key}' is longer than {LONGEST_TEXT:,} characters and is cut when shown")
        return value[:LONGEST_TEXT]


def _one_line(value: str) -> str:
    """Without white space around it; what would break or turn round a line becomes a space."""
    if value.isprintable() or not _BREAKING.search(value):
        return value.strip()
    return _SPACES.sub(" ", _BREAKING.sub(" ", value)).strip()


def _plain(entry: Entry | None) -> str:
    return _one_line(entry.node.value) if entry and isinstance(entry.node.value, str) else ""


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if _MOMENT.fullmatch(value) else None
    except ValueError:
        return None


def _is_moment(match: re.Match[str]) -> bool:
    hour, minute = int(match[2] or 0), int(match[3] or 0)
    return _day(match[1]) is not None and hour < 24 and minute < 60
