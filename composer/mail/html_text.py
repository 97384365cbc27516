"""Cleaned HTML to readable text, one token after the other: no tree, no recursion."""

import html as entities
import re
from collections.abc import Callable
from functools import lru_cache

from composer.mail.html_writer import Element, InkedSpan, Inks, Item, Row, Writer

_ATTRIBUTE = re.compile(r"([a-z-]+)=\"([^\"]*)\"")
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
_NO_MARGIN = re.compile(r"margin(?:-top)?\s*:\s*0")
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
_NO_ATTRIBUTES: dict[str, str] = {}
# Most tags of a mail are these without attributes: opened and closed, they change nothing.
_INLINE = {name: Element(name) for name in ("b", "strong", "i", "em", "u", "span", "font", "small", "code")}


def text_of_tokens(cleaned: str) -> str:
    """Return the readable text of HTML that nh3 has cleaned (well formed, no ``<`` in attributes)."""
    return _written(cleaned, Writer()).finished()


def inked_text(cleaned: str, ink_of: Inks) -> tuple[str, list[InkedSpan]]:
    """Return the readable text and its coloured stretches; colours are inherited."""
    writer = _written(cleaned, Writer(ink_of=ink_of))
    return writer.finished(), writer.spans


def _written(cleaned: str, writer: Writer) -> Writer:
    words, *tagged = cleaned.split("<")
    writer.text(words)
    for piece in tagged:
        tag, _, words = piece.partition(">")
        if tag[:1] == "/":
            _close(writer, tag[1:])
        else:
            name, _, attributes = tag.partition(" ")
            _open(writer, name, attributes)
        if words:
            writer.text(words)
    return writer


def _open(writer: Writer, name: str, raw_attributes: str) -> None:
    if not raw_attributes and name in _INLINE and not writer.ink_of:
        writer.open_elements.append(_INLINE[name])
        return
    attributes = dict(_ATTRIBUTE.findall(raw_attributes)) if raw_attributes else _NO_ATTRIBUTES
    if name in _EMPTY:
        _EMPTY[name](writer, attributes)
        return
    element = Element(name)
    if writer.ink_of:
        outer = writer.open_elements[-1].ink if writer.open_elements else ""
        element.ink = writer.ink_of(name, attributes) or outer
    writer.open_elements.append(element)
    if raw_attributes:
        _dress(writer, element, attributes)
    opened = _OPENED.get(name)
    if opened:
        opened(writer, element, attributes)


def _dress(writer: Writer, element: Element, attributes: dict[str, str]) -> None:
    """Heed what an element's style and class say: hidden words, a signature, Word's list bullets."""
    style = attributes.get("style", "")
    if style and _hides(style):
        element.hidden = True
        writer.hidden += 1
    marks = attributes.get("class", "") + " " + attributes.get("id", "")
    if "ignature" in marks and _SIGNATURE.search(marks):
        _mark_signature(writer)
    if "mso-list" in style and element.name not in _OPENED:
        element.bullet = "mso-list:ignore" in style.lower().replace(" ", "")
        writer.in_bullet += element.bullet


@lru_cache(maxsize=512)
def _hides(style: str) -> bool:
    """Tell whether a style hides its element; a mail repeats a few styles thousands of times."""
    return _HIDDEN.search(style) is not None


def _break(writer: Writer, attributes: dict[str, str]) -> None:
    if not writer.hidden:
        writer.breaks = min(_MOST_BREAKS, writer.breaks + 1)


def _rule(writer: Writer, attributes: dict[str, str]) -> None:
    writer.owe(1)
    writer.text(_RULE)
    writer.owe(1)


def _open_block(writer: Writer, element: Element, attributes: dict[str, str]) -> None:
    name = element.name
    tight = name in _BLOCKS or "Mso" in attributes.get("class", "")
    if name == "p" and "style" in attributes and _NO_MARGIN.search(attributes["style"]):
        tight = True
    if writer.rows and not writer.rows[-1].written and name in ("p", "div"):
        tight = True
    if not (writer.rows and writer.separator):
        writer.owe(1 if tight else 2)
    element.tight = tight
    if name == "pre":
        writer.preformatted += 1
    if name == "tr":
        writer.rows.append(Row())
    element.link_from = writer.length


def _open_cell(writer: Writer, element: Element, attributes: dict[str, str]) -> None:
    row = writer.rows[-1] if writer.rows else None
    if row is None or not row.written:
        return
    if row.broken:
        writer.owe(1)
    else:
        writer.breaks, writer.separator = 0, True


def _open_list(writer: Writer, element: Element, attributes: dict[str, str]) -> None:
    writer.owe(1)
    start = attributes.get("start", "1")
    numbered = element.name == "ol"
    writer.lists.append(
        int(start[:6]) if numbered and start.isascii() and start.isdecimal() else (1 if numbered else 0)
    )


def _open_item(writer: Writer, element: Element, attributes: dict[str, str]) -> None:
    _open_block(writer, element, attributes)
    marker = "- "
    if writer.lists and writer.lists[-1]:
        marker = f"{writer.lists[-1]}. "
        writer.lists[-1] += 1
    writer.enter(Item(marker))
    element.item = True


def _open_quote(writer: Writer, element: Element, attributes: dict[str, str]) -> None:
    style = attributes.get("style", "")
    signs = " ".join((style, attributes.get("class", ""), attributes.get("type", "")))
    writer.owe(1)
    if style and _INDENT.search(style) and not _BARRED.search(signs):
        return
    writer.enter(Item(""))
    element.item = True


def _open_link(writer: Writer, element: Element, attributes: dict[str, str]) -> None:
    element.link, element.link_from = attributes.get("href", ""), writer.length


def _picture(writer: Writer, attributes: dict[str, str]) -> None:
    words = entities.unescape(attributes.get("alt", "")).strip()
    if words:
        writer.text(f"[{words}]")


def _mark_signature(writer: Writer) -> None:
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


def _close(writer: Writer, name: str) -> None:
    while writer.open_elements:
        element = writer.open_elements.pop()
        if element is not _INLINE.get(element.name):
            _close_element(writer, element)
        if element.name == name:
            return


def _close_element(writer: Writer, element: Element) -> None:
    if element.link and not writer.hidden:
        _close_link(writer, element)
    writer.hidden -= element.hidden
    writer.in_bullet -= element.bullet
    if element.item:
        writer.leave()
    closed = _CLOSED.get(element.name)
    if closed:
        closed(writer, element)


def _close_block(writer: Writer, element: Element) -> None:
    writer.owe(1)


def _close_paragraph(writer: Writer, element: Element) -> None:
    if element.name == "pre":
        writer.preformatted -= 1
    if element.name == "p" and writer.length == element.link_from and not writer.hidden:
        writer.empty_paragraph()
    else:
        writer.owe(1 if element.tight else 2)


def _close_list(writer: Writer, element: Element) -> None:
    writer.lists.pop()
    writer.owe(1)


def _close_row(writer: Writer, element: Element) -> None:
    row = writer.rows.pop()
    writer.separator = False
    if writer.rows and row.written:
        writer.rows[-1].written = True
        writer.rows[-1].broken = writer.rows[-1].broken or row.broken
    writer.owe(1)


def _close_link(writer: Writer, element: Element) -> None:
    shown = writer.last_words(writer.length - element.link_from)
    target = entities.unescape(element.link)
    if not shown.strip() or target.lower().startswith("tel:"):
        return
    if target[:7].lower() == "mailto:":
        target = target[7:].partition("?")[0]
    if target not in shown and _bare(target) not in _bare(shown):
        writer.append_note(f" <{target[:500]}>")


def _bare(address: str) -> str:
    bare = "".join(address.lower().split()).removeprefix("http://").removeprefix("https://")
    return bare.removeprefix("www.").rstrip("/").replace("%3c", "").replace("%3e", "")


_EMPTY: dict[str, Callable[[Writer, dict[str, str]], None]] = {"br": _break, "hr": _rule, "img": _picture}
_OPENED: dict[str, Callable[[Writer, Element, dict[str, str]], None]] = {
    **dict.fromkeys(_PARAGRAPHS | _BLOCKS, _open_block),
    **dict.fromkeys(("td", "th"), _open_cell),
    **dict.fromkeys(("ul", "ol"), _open_list),
    "li": _open_item,
    "blockquote": _open_quote,
    "a": _open_link,
}
_CLOSED: dict[str, Callable[[Writer, Element], None]] = {
    **dict.fromkeys(_BLOCKS | {"blockquote"}, _close_block),
    **dict.fromkeys(_PARAGRAPHS, _close_paragraph),
    **dict.fromkeys(("ul", "ol"), _close_list),
    "tr": _close_row,
}
