"""Cleaned HTML to readable text, one token after the other: no tree, no recursion."""

import html as entities
import re

from composer.mail.html_writer import Element, InkedSpan, Inks, Item, Row, Writer

_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>|[^<]+")
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


def text_of_tokens(cleaned: str) -> str:
    """Return the readable text of HTML that nh3 has cleaned (well formed, no ``<`` in attributes)."""
    return _written(cleaned, Writer()).finished()


def inked_text(cleaned: str, ink_of: Inks) -> tuple[str, list[InkedSpan]]:
    """Return the readable text and its coloured stretches; colours are inherited."""
    writer = _written(cleaned, Writer(ink_of=ink_of))
    return writer.finished(), writer.spans


def _written(cleaned: str, writer: Writer) -> Writer:
    for match in _TOKEN.finditer(cleaned):
        name = match[2]
        if not name:
            writer.text(match[0])
        elif match[1]:
            _close(writer, name)
        else:
            _open(writer, name, match[3])
    return writer


def _open(writer: Writer, name: str, raw_attributes: str) -> None:
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
    element = Element(name, hidden=bool(style and _HIDDEN.search(style)))
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


def _open_block(writer: Writer, name: str, attributes: dict[str, str]) -> None:
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
        writer.rows.append(Row())
    writer.open_elements[-1].link_from = writer.length


def _open_cell(writer: Writer) -> None:
    row = writer.rows[-1] if writer.rows else None
    if row is None or not row.written:
        return
    if row.broken:
        writer.owe(1)
    else:
        writer.breaks, writer.separator = 0, True


def _open_list(writer: Writer, name: str, attributes: dict[str, str]) -> None:
    writer.owe(1)
    start = attributes.get("start", "1")
    numbered = name == "ol"
    writer.lists.append(
        int(start[:6]) if numbered and start.isascii() and start.isdecimal() else (1 if numbered else 0)
    )


def _open_item(writer: Writer, element: Element) -> None:
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
        _close_element(writer, element)
        if element.name == name:
            return


def _close_element(writer: Writer, element: Element) -> None:
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


def _close_row(writer: Writer) -> None:
    row = writer.rows.pop()
    writer.separator = False
    if writer.rows and row.written:
        writer.rows[-1].written = True
        writer.rows[-1].broken = writer.rows[-1].broken or row.broken


def _close_link(writer: Writer, element: Element) -> None:
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
