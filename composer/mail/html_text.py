"""Cleaned HTML to readable text, one token after the other: no tree, no recursion."""

import html as entities
from collections.abc import Callable

from composer.mail.html_manner import PLAIN, Manner, manner_of
from composer.mail.html_writer import Begin, Element, End, InkedSpan, Inks, Item, Row, Writer

_RULE = "_" * 32
_MOST_BREAKS = 3


def text_of_tokens(cleaned: str) -> str:
    """Return the readable text of HTML that nh3 has cleaned (well formed, no bracket within a tag)."""
    return _written(cleaned, Writer()).finished()


def inked_text(cleaned: str, ink_of: Inks) -> tuple[str, list[InkedSpan]]:
    """Return the readable text and its coloured stretches; colours are inherited."""
    writer = _written(cleaned, Writer(ink_of=ink_of))
    return writer.finished(), writer.spans


def _written(cleaned: str, writer: Writer) -> Writer:
    # Brackets stand round tags only, so that words and tags take turns.
    words, *pieces = cleaned.replace(">", "<").split("<")
    writer.text(words)
    opened = writer.open_elements
    alike = _ALIKE if writer.ink_of is None else {}
    for tag, words in zip(pieces[::2], pieces[1::2], strict=True):
        if tag[0] == "/":
            element = opened.pop()
            if element.hidden or element.bullet:
                _unheed(writer, element)
            if element.end:
                element.end(writer, element)
        elif tag in alike:
            element = alike[tag]
            opened.append(element)
            if element.begin:
                element.begin(writer, element, PLAIN)
        else:
            _open(writer, tag)
        if words:
            writer.text(words)
    return writer


def _open(writer: Writer, tag: str) -> None:
    name, _, raw = tag.partition(" ")
    manner = manner_of(raw) if raw else PLAIN
    if name in _EMPTY:
        _EMPTY[name](writer, manner)
        return
    element = _element(name)
    if writer.ink_of:
        outer = writer.open_elements[-1].ink if writer.open_elements else ""
        element.ink = writer.ink_of(name, manner.attributes) or outer
    writer.open_elements.append(element)
    _heed(writer, element, manner)
    if element.begin:
        element.begin(writer, element, manner)


def _heed(writer: Writer, element: Element, manner: Manner) -> None:
    """Heed what an element's style and class say: hidden words, a signature, Word's list bullets."""
    if manner.hidden:
        element.hidden = True
        writer.hidden += 1
    if manner.signature:
        _mark_signature(writer)
    if manner.bullet and not element.begin:
        element.bullet = True
        writer.in_bullet += 1


def _unheed(writer: Writer, element: Element) -> None:
    writer.hidden -= element.hidden
    writer.in_bullet -= element.bullet


def _break(writer: Writer, manner: Manner) -> None:
    if not writer.hidden:
        writer.breaks = min(_MOST_BREAKS, writer.breaks + 1)


def _rule(writer: Writer, manner: Manner) -> None:
    writer.owe(1)
    writer.text(_RULE)
    writer.owe(1)


def _picture(writer: Writer, manner: Manner) -> None:
    words = entities.unescape(manner.attributes.get("alt", "")).strip()
    if words:
        writer.text(f"[{words}]")


def _begin_block(writer: Writer, element: Element, manner: Manner) -> None:
    if not writer.breaks and not (writer.separator and writer.rows):
        writer.breaks = 1


def _begin_row(writer: Writer, element: Element, manner: Manner) -> None:
    _begin_block(writer, element, manner)
    writer.rows.append(Row())


def _begin_paragraph(writer: Writer, element: Element, manner: Manner) -> None:
    in_prose = element.name == "p"
    tight = manner.tight or (in_prose and (manner.marginless or _begins_cell(writer)))
    if not writer.separator or not writer.rows:
        writer.owe(1 if tight else 2)
    element.tight, element.start = tight, writer.length
    if element.name == "pre":
        writer.preformatted += 1


def _begins_cell(writer: Writer) -> bool:
    return bool(writer.rows) and not writer.rows[-1].written


def _begin_cell(writer: Writer, element: Element, manner: Manner) -> None:
    row = writer.rows[-1] if writer.rows else None
    if row is None or not row.written:
        return
    if row.broken:
        writer.owe(1)
    else:
        writer.breaks, writer.separator = 0, True


def _begin_list(writer: Writer, element: Element, manner: Manner) -> None:
    writer.owe(1)
    start = manner.attributes.get("start", "1")
    numbered = element.name == "ol"
    writer.lists.append(
        int(start[:6]) if numbered and start.isascii() and start.isdecimal() else (1 if numbered else 0)
    )


def _begin_item(writer: Writer, element: Element, manner: Manner) -> None:
    _begin_block(writer, element, manner)
    marker = "- "
    if writer.lists and writer.lists[-1]:
        marker = f"{writer.lists[-1]}. "
        writer.lists[-1] += 1
    writer.enter(Item(marker))


def _begin_quote(writer: Writer, element: Element, manner: Manner) -> None:
    writer.owe(1)
    if manner.unbarred:
        element.end = _end_block
    else:
        writer.enter(Item(""))


def _begin_link(writer: Writer, element: Element, manner: Manner) -> None:
    element.link, element.start = manner.attributes.get("href", ""), writer.length


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


def _end_block(writer: Writer, element: Element) -> None:
    writer.breaks = writer.breaks or 1


def _end_item(writer: Writer, element: Element) -> None:
    writer.leave()
    writer.owe(1)


def _end_paragraph(writer: Writer, element: Element) -> None:
    if element.name == "pre":
        writer.preformatted -= 1
    if element.name == "p" and writer.length == element.start and not writer.hidden:
        writer.empty_paragraph()
    else:
        writer.owe(1 if element.tight else 2)


def _end_list(writer: Writer, element: Element) -> None:
    writer.lists.pop()
    writer.owe(1)


def _end_row(writer: Writer, element: Element) -> None:
    row = writer.rows.pop()
    writer.separator = False
    if writer.rows and row.written:
        writer.rows[-1].written = True
        writer.rows[-1].broken = writer.rows[-1].broken or row.broken
    writer.owe(1)


def _end_link(writer: Writer, element: Element) -> None:
    if not element.link or writer.hidden:
        return
    shown = writer.last_words(writer.length - element.start)
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


_EMPTY: dict[str, Callable[[Writer, Manner], None]] = {"br": _break, "hr": _rule, "img": _picture}
_Ways = tuple[Begin, End]
_INLINE = ("b", "strong", "i", "em", "u", "span", "font", "small", "code")
_BLOCKS = (
    *("div", "dt", "dd", "center", "section", "article", "header", "footer", "main", "address"),
    *("thead", "tbody", "tfoot", "caption", "figcaption"),
)
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "dl", "pre", "figure")
# How tags begin and end, without those whose elements differ from one another.
_WAYS_ALIKE: dict[str, _Ways] = {
    **dict.fromkeys(_INLINE, (None, None)),
    **dict.fromkeys(_BLOCKS, (_begin_block, _end_block)),
    **dict.fromkeys(("td", "th"), (_begin_cell, None)),
    **dict.fromkeys(("ul", "ol"), (_begin_list, _end_list)),
    "tr": (_begin_row, _end_row),
    "li": (_begin_item, _end_item),
    "blockquote": (_begin_quote, _end_item),
}
_WAYS: dict[str, _Ways] = {
    **_WAYS_ALIKE,
    **dict.fromkeys(_PARAGRAPHS, (_begin_paragraph, _end_paragraph)),
    "a": (_begin_link, _end_link),
}


def _element(name: str) -> Element:
    begin, end = _WAYS.get(name, (None, None))
    return Element(name, begin, end)


# Most tags of a mail are these without attributes: what is known of one is known of all.
_ALIKE = {name: _element(name) for name in _WAYS_ALIKE}
