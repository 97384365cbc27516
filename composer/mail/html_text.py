"""Cleaned HTML to readable text, one token after the other: no tree, no recursion."""

import html as entities
import re
from collections.abc import Callable
from dataclasses import dataclass, field

_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>|[^<]+")
_ATTRIBUTE = re.compile(r"([a-z-]+)=\"([^\"]*)\"")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$)"
)
# Mail programs indent paragraphs with a blockquote that has no bar: those are nobody else's words.
_INDENT = re.compile(r"border\s*:\s*(?:none|0)|margin\s*:\s*0(?:px)?\s+0(?:px)?\s+0(?:px)?\s+(?:40|30)px")
_BARRED = re.compile(
    r"border-left\s*:(?!\s*(?:none|0))|cite|gmail_quote|protonmail_quote|yahoo_quoted|tutanota_quote"
)
_SIGNATURE = re.compile(
    r"gmail_signature|moz-signature|(?:^|[\s\"])(?:x_)?Signature(?:$|[\s\"])|mobile_?signature"
    r"|AppleMailSignature",
    re.I,
)
_RULE = "_" * 32

_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "dl", "pre", "figure"}
_BLOCKS = {
    "div",
    "tr",
    "li",
    "dt",
    "dd",
    "center",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "address",
    "thead",
    "tbody",
    "tfoot",
    "caption",
    "figcaption",
}
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
class _Row:
    """A table row being written: whether a cell has words yet, whether its words broke the line."""

    written: bool = False
    broken: bool = False


@dataclass(slots=True)
class _Item:
    """A list item (``marker`` goes before its first line) or a quote (no marker, ``> `` on all)."""

    marker: str
    used: bool = False


@dataclass(slots=True)
class _Element:
    name: str
    item: bool = False
    hidden: bool = False
    link: str = ""
    link_from: int = 0
    bullet: bool = False
    tight: bool = False
    ink: str = ""


@dataclass(slots=True)
class _Writer:
    """The text so far. ``breaks`` are line ends owed before the next word: blocks never owe twice."""

    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    breaks: int = 0
    separator: bool = False
    fresh: bool = False
    containers: list[_Item] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)
    open_elements: list[_Element] = field(default_factory=list)
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
        if self.hidden:
            return
        plain = entities.unescape(raw)
        if self.preformatted:
            self._preformatted(plain)
            return
        plain = _SPACES.sub(" ", plain).replace("\xa0", " ")
        if self.in_bullet:
            plain = self._bullet(plain)
        if plain.strip():
            self._settle()
            if not self.words:
                plain = plain.lstrip()
            self._add(plain)
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
            self.inks.append(self.open_elements[-1].ink if self.open_elements else "")

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
            prefix = self._prefix()
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

    def enter(self, item: _Item) -> None:
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


def text_of_tokens(cleaned: str) -> str:
    """Return the readable text of HTML that nh3 has cleaned (well formed, no ``<`` in attributes)."""
    return _written(cleaned, _Writer()).finished()


def inked_text(cleaned: str, ink_of: Inks) -> tuple[str, list[InkedSpan]]:
    """Return the readable text and its coloured stretches; colours are inherited."""
    writer = _written(cleaned, _Writer(ink_of=ink_of))
    return writer.finished(), writer.spans


def _written(cleaned: str, writer: _Writer) -> _Writer:
    for match in _TOKEN.finditer(cleaned):
        name = match[2]
        if not name:
            writer.text(match[0])
        elif match[1]:
            _close(writer, name)
        else:
            _open(writer, name, match[3])
    return writer


def _open(writer: _Writer, name: str, raw_attributes: str) -> None:
    if name == "br":
        if not writer.hidden:
            writer.breaks = min(_MOST_BREAKS, writer.breaks + 1)
        return
    attributes = dict(_ATTRIBUTE.findall(raw_attributes)) if raw_attributes else {}
    if name == "hr":
        writer.owe(1)
        writer.text(_RULE)
        writer.owe(1)
        return
    if name == "img":
        _picture(writer, attributes)
        return
    style = attributes.get("style", "")
    element = _Element(name, hidden=bool(style and _HIDDEN.search(style)))
    if writer.ink_of:
        outer = writer.open_elements[-1].ink if writer.open_elements else ""
        element.ink = writer.ink_of(name, attributes) or outer
    writer.hidden += element.hidden
    writer.open_elements.append(element)
    if "ignature" in raw_attributes and _SIGNATURE.search(
        attributes.get("class", "") + " " + attributes.get("id", "")
    ):
        _mark_signature(writer)
    if name in _PARAGRAPHS or name in _BLOCKS:
        _open_block(writer, name, attributes)
    elif name in ("td", "th"):
        _open_cell(writer)
    elif name in ("ul", "ol"):
        _open_list(writer, name, attributes)
    elif name == "blockquote":
        _open_quote(writer, element, attributes)
    elif name == "a":
        element.link, element.link_from = attributes.get("href", ""), writer.length
    elif "mso-list" in style and "mso-list:ignore" in style.lower().replace(" ", ""):
        element.bullet = True
        writer.in_bullet += 1
    if name == "li":
        _open_item(writer, element)


def _open_block(writer: _Writer, name: str, attributes: dict[str, str]) -> None:
    tight = "Mso" in attributes.get("class", "") or name in _BLOCKS
    if (
        name == "p"
        and "style" in attributes
        and re.search(r"margin(?:-top)?\s*:\s*0", attributes.get("style", ""))
    ):
        tight = True
    if writer.rows and not writer.rows[-1].written and name in ("p", "div"):
        tight = True
    if not (writer.rows and writer.separator):
        writer.owe(1 if tight else 2)
    writer.open_elements[-1].tight = tight
    if name == "pre":
        writer.preformatted += 1
    if name == "tr":
        writer.rows.append(_Row())
    writer.open_elements[-1].link_from = writer.length


def _open_cell(writer: _Writer) -> None:
    row = writer.rows[-1] if writer.rows else None
    if row is None or not row.written:
        return
    if row.broken:
        writer.owe(1)
    else:
        writer.breaks, writer.separator = 0, True


def _open_list(writer: _Writer, name: str, attributes: dict[str, str]) -> None:
    writer.owe(1)
    start = attributes.get("start", "1")
    numbered = name == "ol"
    writer.lists.append(
        int(start[:6]) if numbered and start.isascii() and start.isdecimal() else (1 if numbered else 0)
    )


def _open_item(writer: _Writer, element: _Element) -> None:
    marker = "- "
    if writer.lists and writer.lists[-1]:
        marker = f"{writer.lists[-1]}. "
        writer.lists[-1] += 1
    writer.enter(_Item(marker))
    element.item = True


def _open_quote(writer: _Writer, element: _Element, attributes: dict[str, str]) -> None:
    style = attributes.get("style", "")
    signs = " ".join((style, attributes.get("class", ""), attributes.get("type", "")))
    writer.owe(1)
    if style and _INDENT.search(style) and not _BARRED.search(signs):
        return
    writer.enter(_Item(""))
    element.item = True


def _picture(writer: _Writer, attributes: dict[str, str]) -> None:
    words = entities.unescape(attributes.get("alt", "")).strip()
    if words:
        writer.text(f"[{words}]")


def _mark_signature(writer: _Writer) -> None:
    """Write the delimiter that plain mails have where the HTML says that a signature begins."""
    if writer.hidden or any(not item.marker for item in writer.containers):
        return
    last = "".join(writer.words).strip() or next(
        (line.strip() for line in reversed(writer.lines) if line.strip()), ""
    )
    if last and last not in ("--", "—"):
        writer.owe(1)
        writer.text("--")
        writer.owe(1)


def _close(writer: _Writer, name: str) -> None:
    while writer.open_elements:
        element = writer.open_elements.pop()
        _close_element(writer, element)
        if element.name == name:
            return


def _close_element(writer: _Writer, element: _Element) -> None:
    name = element.name
    if element.link and not writer.hidden:
        _close_link(writer, element)
    writer.hidden -= element.hidden
    writer.in_bullet -= element.bullet
    if element.item:
        writer.leave()
    if name == "pre":
        writer.preformatted -= 1
    if name == "tr" and writer.rows:
        _close_row(writer)
    if name in ("ul", "ol") and writer.lists:
        writer.lists.pop()
        writer.owe(1)
    elif name == "p" and writer.length == element.link_from and not writer.hidden:
        writer.empty_paragraph()
    elif name in _PARAGRAPHS:
        writer.owe(1 if element.tight else 2)
    elif name in _BLOCKS or name == "blockquote":
        writer.owe(1)


def _close_row(writer: _Writer) -> None:
    row = writer.rows.pop()
    writer.separator = False
    if writer.rows and row.written:
        writer.rows[-1].written = True
        writer.rows[-1].broken = writer.rows[-1].broken or row.broken


def _close_link(writer: _Writer, element: _Element) -> None:
    shown = (
        "".join(writer.words)[-max(0, writer.length - element.link_from) :]
        if writer.length > element.link_from
        else ""
    )
    target = entities.unescape(element.link)
    if not shown.strip() or target.lower().startswith("tel:"):
        return
    if target[:7].lower() == "mailto:":
        target = target[7:].partition("?")[0]
    if target not in shown and _bare(target) not in _bare(shown):
        writer.append_note(f" <{target[:500]}>")


def _bare(address: str) -> str:
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", re.sub(r"\s", "", address.lower()))
    return bare.rstrip("/").replace("%3c", "").replace("%3e", "")
