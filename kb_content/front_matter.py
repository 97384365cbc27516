"""Front matter: the YAML block at the head of a file, read as text with places, never as types.

Every value stays the text that was written (``3.10``, ``NO``, ``010``). Only plain YAML is taken:
no anchors, aliases, tags or duplicate keys, at most 16 kB and six levels. All offsets are code
points in the text of the whole file, so that an edit can be made in place (``splice``).
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml
from yaml.cyaml import CBaseLoader
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from kb_content.failure import Failure

LARGEST = 16 * 1024
"""The longest front matter that is read, in bytes of UTF-8 (larger: refused)."""
DEEPEST = 6
"""The most levels of lists and mappings in it."""

_OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSING = re.compile(r"^---[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_LINE_BREAK = re.compile(r"\r?\n")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_KEY_LINE = re.compile(r"[A-Za-z_][\w.-]*[ \t]*:(?:[ \t]|\r?\n|\Z)")


class FrontMatterFailure(Failure):
    """The front matter of a file cannot be read; ``line`` says where."""


class Split(NamedTuple):
    """Where the parts of a file's text lie.

    ``front_start:front_end`` is the YAML between the fences (both equal 0 when there is none);
    ``body_start`` is where the Markdown begins: behind the closing fence and the one empty line
    that usually follows it.
    """

    has_front_matter: bool
    front_start: int
    front_end: int
    fence_end: int
    body_start: int


class Node(NamedTuple):
    """A value: its text, items or entries; ``start:end`` in the file's text; how it is written.

    ``style`` is ``plain``, ``'``, ``"``, ``|`` or ``>`` for text, ``flow`` or ``block`` else.
    """

    value: "str | tuple[Node, ...] | dict[str, Entry]"
    start: int
    end: int
    style: str


class Entry(NamedTuple):
    """A key with its value; ``key_start`` is the key's place in the file's text."""

    key_start: int
    node: Node


class FrontMatter(NamedTuple):
    """All entries of a file by their key, in the order of the file, and the split they came from.

    ``repeated`` holds keys that stand twice (the first one counts) and the place of the second.
    """

    entries: dict[str, Entry]
    split: Split
    repeated: tuple[tuple[str, int], ...] = ()


def split(text: str) -> Split:
    """Return where front matter and body lie; a file without front matter is all body.

    Raises FrontMatterFailure when the block is opened and never closed.
    """
    opening = _OPENING.match(text)
    if opening is None:
        start = 1 if text.startswith("\ufeff") else 0
        return Split(False, 0, 0, start, start)
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        return _unclosed(text, opening.end())
    after = _LINE_BREAK.match(text, closing.end())
    body_start = after.end() if after else closing.end()
    return Split(True, opening.end(), closing.start(), closing.end(), body_start)


def _unclosed(text: str, first_line: int) -> Split:
    """A rule (``---``) at the top of a document is no front matter; an open block of keys is."""
    if _KEY_LINE.match(text, first_line):
        raise FrontMatterFailure(
            "The front matter is not closed: put a line '---' below its last key.", line=1
        )
    start = 1 if text.startswith("\ufeff") else 0
    return Split(False, 0, 0, start, start)


def line_at(text: str, offset: int) -> int:
    """Return the line (from 1) in which an offset of the text lies."""
    return text.count("\n", 0, offset) + 1


def read(text: str) -> FrontMatter:
    """Return the entries of the front matter of a file's text (none: no entries).

    Raises FrontMatterFailure with the line, and what to do about it.
    """
    parts = split(text)
    if not parts.has_front_matter:
        return FrontMatter({}, parts)
    source = text[parts.front_start : parts.front_end]
    if len(source) > LARGEST or len(source.encode()) > LARGEST:
        raise FrontMatterFailure(
            f"The front matter is larger than {LARGEST // 1024} kB: move the text below it.", line=1
        )
    reading = _Reading(source, parts.front_start, text)
    return FrontMatter(reading.entries(), parts, tuple(reading.repeated))


def parse_value(source: str) -> Node:
    """Return one value as it would be read behind ``key: ``; raises FrontMatterFailure."""
    text = f"k: {source}\n"
    return _Reading(text, 0, text).entries()["k"].node


class _Reading:
    """One pass over the events of the C parser, which builds our nodes and nothing else.

    The parser hands events out one by one, so what is refused (an alias, a seventh level) is refused
    before anything grows or recurses.
    """

    def __init__(self, source: str, offset: int, text: str) -> None:
        self._source = source
        self._offset = offset
        self._text = text
        self._last_end = offset
        self.repeated: list[tuple[str, int]] = []

    def entries(self) -> dict[str, Entry]:
        """Return the top mapping; raises FrontMatterFailure on anything else."""
        loader = CBaseLoader(self._source)
        self._next: Callable[[], Any] = loader.get_event
        try:
            return self._document()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise self._syntax_failure(error.problem or "it is no YAML", mark) from error
        except yaml.YAMLError as error:
            found = _CONTROL.search(self._source)
            raise self._failure(
                "The front matter holds a character that YAML does not allow: delete it.",
                found.start() if found else 0,
            ) from error
        finally:
            loader.dispose()

    def _document(self) -> dict[str, Entry]:
        top: dict[str, Entry] | None = None
        while not isinstance(event := self._next(), StreamEndEvent | None):
            if isinstance(event, DocumentStartEvent) and top is not None:
                raise self._failure(
                    "The front matter holds a second YAML document: keep one.", _index(event.start_mark)
                )
            if isinstance(event, MappingStartEvent):
                top = self._mapping(event, 1)
            elif isinstance(event, ScalarEvent) and event.value == "":
                top = {}
            elif isinstance(event, NodeEvent):
                self._refuse_unsafe(event)
                raise self._failure(
                    "The front matter must be lines of 'key: value'.", _index(event.start_mark)
                )
        return top or {}

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is ScalarEvent and event.anchor is None and event.tag is None:
            offset = self._offset
            start, end = offset + _index(event.start_mark), offset + _index(event.end_mark)
            return Node(event.value, start, end, event.style or "plain")
        self._refuse_unsafe(event)
        if depth >= DEEPEST:
            raise self._failure(f"It is nested more than {DEEPEST} levels deep.", _index(event.start_mark))
        start = self._offset + _index(event.start_mark)
        value = self._mapping(event, depth + 1) if kind is MappingStartEvent else self._sequence(depth + 1)
        return Node(value, start, self._last_end, "flow" if event.flow_style else "block")

    def _sequence(self, depth: int) -> tuple[Node, ...]:
        items = []
        while type(item := self._next()) is not SequenceEndEvent:
            items.append(self._node(item, depth))
        self._last_end = self._offset + _index(item.end_mark)
        return tuple(items)

    def _mapping(self, event: Any, depth: int) -> dict[str, Entry]:
        self._refuse_unsafe(event)
        entries: dict[str, Entry] = {}
        while type(key := self._next()) is not MappingEndEvent:
            if type(key) is not ScalarEvent or key.anchor is not None or key.tag is not None:
                self._refuse_unsafe(key)
                raise self._failure("A key must be a word.", _index(key.start_mark))
            place = self._offset + _index(key.start_mark)
            node = self._node(self._next(), depth)
            if key.value in entries:
                self.repeated.append((key.value, place))
            else:
                entries[key.value] = Entry(place, node)
        self._last_end = self._offset + _index(key.end_mark)
        return entries

    def _refuse_unsafe(self, event: Any) -> None:
        if event.anchor is not None:  # an alias carries the name of its anchor
            raise self._failure(
                "Anchors and aliases (& and *) are not allowed in front matter: write the value out,"
                " or in quotes if it is text.",
                _index(event.start_mark),
            )
        if event.tag is not None:
            raise self._failure(
                "Tags (!) are not allowed in front matter: write the value in quotes if it is text.",
                _index(event.start_mark),
            )

    def _syntax_failure(self, problem: str, mark: Any) -> FrontMatterFailure:
        hint = "put values that hold ': ', '#' or quotes in double quotes"
        return self._failure(
            f"The front matter is no valid YAML ({problem}): {hint}.", mark.index if mark else 0
        )

    def _failure(self, sentence: str, index: int) -> FrontMatterFailure:
        return FrontMatterFailure(sentence, line=line_at(self._text, self._offset + index))


def _index(mark: Any) -> int:
    """A mark's code point in the YAML; marks are typed as optional, and the C parser always sets them."""
    index: int = mark.index
    return index
