"""Words, line ends, quotes, lists and cells of HTML, written as lines of plain text."""

import html as entities
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from composer.mail.html_manner import Manner

_SPACES = re.compile(r"[ \t\n\r\f]+")
_MOST_BREAKS = 3

Inks = Callable[[str, dict[str, str]], str]
"""Returns the colour that a tag with these attributes sets, as written, or an empty string."""


@dataclass(frozen=True, slots=True)
class InkedSpan:
    """A stretch of the text, in code points, whose colour is set; ``ink`` is as written."""

    start: int
    end: int
    ink: str


@dataclass(slots=True)
class Row:
    """A table row being written: whether a cell has words yet, whether its words broke the line."""

    written: bool = False
    broken: bool = False


@dataclass(slots=True)
class Item:
    """A list item (``marker`` goes before its first line) or a quote (no marker, ``> `` on all)."""

    marker: str
    used: bool = False


Begin = Callable[["Writer", "Element", Manner], None] | None
End = Callable[["Writer", "Element"], None] | None


class Element:
    """A tag that is open. What most tags never set stays with the class: a page has thousands of them.

    ``begin`` and ``end`` write what a tag is written as, where it opens and where it closes; ``start`` is the
    writer's length where a paragraph or a link begins.
    """

    hidden = False
    bullet = False
    tight = False
    link = ""
    start = 0
    ink = ""

    def __init__(self, name: str, begin: Begin, end: End) -> None:
        self.name = name
        self.begin = begin
        self.end = end


@dataclass(slots=True)
class Writer:
    """The text so far. ``breaks`` are line ends owed before the next word: blocks never owe twice."""

    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    breaks: int = 0
    separator: bool = False
    fresh: bool = False
    containers: list[Item] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    open_elements: list[Element] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    hidden: int = 0
    preformatted: int = 0
    in_bullet: int = 0
    length: int = 0
    ink_of: Inks | None = None
    inks: list[str] = field(default_factory=list)
    spans: list[InkedSpan] = field(default_factory=list)
    offset: int = 0

    def owe(self, breaks: int) -> None:
        if breaks > self.breaks:
            self.breaks = breaks

    def text(self, raw: str) -> None:
        """Write the words between two tags; ``raw`` may hold entities."""
        if self.hidden:
            return
        plain = entities.unescape(raw) if "&" in raw else raw
        if self.preformatted:
            self._preformatted(plain)
            return
        if "  " in plain or not plain.isprintable():
            plain = _SPACES.sub(" ", plain).replace("\xa0", " ")
        if self.in_bullet:
            plain = self._bullet(plain)
        if plain and not plain.isspace():
            if self.breaks or self.separator or self.fresh or self.rows:
                self._settle()
            words = plain if self.words else plain.lstrip()
            self.words.append(words)
            self.length += len(words)
            if self.ink_of:
                self.inks.append(self._ink())
        elif plain and self.words and not self.breaks:
            self._add(" ")

    def empty_paragraph(self) -> None:
        self.breaks = min(_MOST_BREAKS, self.breaks + 1)

    def _bullet(self, plain: str) -> str:
        sign = plain.strip()
        if not sign:
            return ""
        return f"{sign} " if any(char.isalnum() for char in sign) and sign not in ("o", "§") else "- "

    def _preformatted(self, plain: str) -> None:
        for number, line in enumerate(plain.split("\n")):
            if number:
                self.breaks = min(_MOST_BREAKS, self.breaks + 1)
            if line.strip():
                self._settle()
                self._add(line.replace("\xa0", " "))

    def _add(self, plain: str) -> None:
        self.words.append(plain)
        self.length += len(plain)
        if self.ink_of:
            self.inks.append(self._ink())

    def _ink(self) -> str:
        return self.open_elements[-1].ink if self.open_elements else ""

    def last_words(self, length: int) -> str:
        """Return the last so many signs of the line being written."""
        pieces: list[str] = []
        wanted = length
        for words in reversed(self.words):
            if wanted <= 0:
                break
            pieces.append(words)
            wanted -= len(words)
        return "".join(reversed(pieces))[-length:] if length > 0 else ""

    def append_note(self, note: str) -> None:
        """Write something behind the last words that the HTML shows only on hovering."""
        self.words.append(note)
        if self.ink_of:
            self.inks.append("")

    def _settle(self) -> None:
        """Pay the breaks owed, then the separator between cells."""
        row = self.rows[-1] if self.rows else None
        if self.fresh:
            self.breaks, self.fresh = min(self.breaks, 1), False
        if self.breaks and (self.words or self.lines):
            if row is not None and row.written:
                row.broken = True
            self._end_line()
            for _ in range(min(self.breaks, _MOST_BREAKS) - 1):
                self._write(self._prefix(blank=True))
            self.separator = False
        elif self.separator:
            self._add(" | ")
        self.breaks, self.separator = 0, False
        if row is not None:
            row.written = True

    def _end_line(self) -> None:
        if self.words:
            prefix = self._prefix() if self.containers else ""
            if self.inks:
                self._keep_inks(self.offset + len(prefix))
            self._write((prefix + "".join(self.words)).rstrip())
            self.words = []

    def _write(self, line: str) -> None:
        self.lines.append(line)
        self.offset += len(line) + 1

    def _keep_inks(self, position: int) -> None:
        for words, ink in zip(self.words, self.inks, strict=False):
            if ink and words.strip():
                self.spans.append(InkedSpan(position, position + len(words.rstrip()), ink))
            position += len(words)
        self.inks = []

    def _prefix(self, *, blank: bool = False) -> str:
        pieces: list[str] = []
        for item in self.containers:
            if not item.marker:
                pieces.append("> ")
            elif item.used or blank:
                pieces.append(" " * len(item.marker))
            else:
                pieces.append(item.marker)
                item.used = True
        return "".join(pieces).rstrip() if blank else "".join(pieces)

    def enter(self, item: Item) -> None:
        """Begin a list item or a quote: the line so far belongs to what is outside."""
        if self.words:
            self.owe(1)
        self._close_line()
        if self.lines and self.breaks > 1:
            for _ in range(self.breaks - 1):
                self._write(self._prefix(blank=True))
            self.breaks = 1
        self.containers.append(item)
        self.fresh = True

    def leave(self) -> None:
        self._close_line()
        if self.containers:
            self.containers.pop()

    def _close_line(self) -> None:
        if self.words:
            self._end_line()
            self.owe(1)
            if self.rows and self.rows[-1].written:
                self.rows[-1].broken = True

    def finished(self) -> str:
        self._end_line()
        return "\n".join(self.lines)
