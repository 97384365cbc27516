"""Foreign HTML made safe to show, and made readable as text.

The cleaning is nh3's (a maintained sanitiser); what stands here are the rules and the caps: no
pictures, styles, forms or scripts, links only to http, https, mailto and tel with a host of their
own, tables at most six deep, nothing that a text widget takes exponential time for. Over a cap the
mail is shown as plain text.
"""

import html as entities
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import nh3

from composer.mail.charsets import harmless
from composer.mail.colours import is_grey, parse_colour
from composer.mail.html_fit import broken_words, fit_for_widgets
from composer.mail.html_text import inked_text, text_of_tokens
from composer.mail.html_writer import InkedSpan, Inks

SIZE_CAP = 2 * 1024 * 1024
TAG_CAP = 60_000
REFERENCE_CAP = 60_000
_MANY_REFERENCES = 2_000
_NESTING_CAP = 400

_SHOWN = {
    "p",
    "br",
    "div",
    "span",
    "b",
    "strong",
    "i",
    "em",
    "u",
    "s",
    "del",
    "ins",
    "sub",
    "sup",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "code",
    "kbd",
    "samp",
    "tt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "caption",
    "dl",
    "dt",
    "dd",
    "small",
    "big",
    "center",
    "font",
    "abbr",
    "cite",
    "q",
    "img",
}
_STRUCTURE = _SHOWN | {
    "section",
    "article",
    "header",
    "footer",
    "main",
    "address",
    "figure",
    "figcaption",
    "label",
}
_REMOVED_WITH_CONTENT = {
    "script",
    "style",
    "title",
    "svg",
    "math",
    "template",
    "noscript",
    "iframe",
    "object",
    "head",
}
_SHOWN_ATTRIBUTES = {
    "*": {"dir", "style"},
    "a": {"href"},
    "ol": {"start"},
    "font": {"color"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "img": {"alt", "src"},
}
_READ_ATTRIBUTES = {
    "*": {"class", "style", "id"},
    "a": {"href", "name"},
    "ol": {"start", "type"},
    "blockquote": {"type", "cite", "class", "style"},
    "img": {"alt", "src"},
}
_INKED_ATTRIBUTES = {**_READ_ATTRIBUTES, "font": {"color"}}
_SCHEMES = {"http", "https", "mailto", "tel", "cid"}
_LINK = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s?]|tel:[+\d])", re.IGNORECASE)
_BLANK = re.compile(r"[\s\x00-\x1f]")
_DATA_ADDRESS = re.compile(r"data:[^\"'<>\s)]{200,}", re.IGNORECASE)
_TAG_NAME = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9:]*)")
_REFERENCE = re.compile(r"&(?:#(?:[0-9]{3,7}|[xX][0-9a-fA-F]{2,6})|[a-zA-Z]{2,24});")
_ANY_TAG = re.compile(r"<[!?/a-zA-Z][^<>]*>")
_VOID = {"br", "hr", "img", "input", "meta", "link", "col", "area", "base", "wbr", "o:p"}
_SELF_CLOSING = _VOID | {
    "p",
    "li",
    "td",
    "th",
    "tr",
    "dt",
    "dd",
    "option",
    "thead",
    "tbody",
    "tfoot",
    "colgroup",
    "font",
    "html",
    "body",
    "head",
}
_CSS_VALUE = re.compile(r"[\w#%.,() -]{1,60}")


@dataclass(frozen=True, slots=True)
class SafeHtml:
    """HTML that is safe to show (empty when over a cap), and what it says as text."""

    html: str
    text: str
    over_cap: bool = False


def read_html(html: str, *, worded: bool = True) -> SafeHtml:
    """Return both the safe and the readable form of foreign HTML, looking at its size and depth once.

    Without ``worded`` the readable form, half of the work, is left out (empty).
    """
    source = _tamed(html)
    if source is None:
        return SafeHtml("", _stripped(html) if worded else "", over_cap=True)
    return SafeHtml(_safe(source), _readable(source) if worded else "")


def sanitised(html: str) -> str:
    """Return HTML that is safe to show, or an empty string when it is over a cap.

    Only a few formatting tags are left; sanitising the result again changes nothing.
    """
    source = _tamed(html)
    return "" if source is None else _safe(source)


def readable_text(html: str) -> str:
    """Return what a reader of the HTML sees, as plain text.

    Lists keep their bullets and numbers, quotes become ``> `` lines, links keep their address in
    angle brackets, the cells of a row are joined by `` | ``. Hidden elements are left out.
    """
    source = _tamed(html)
    return _stripped(html) if source is None else _readable(source)


def _safe(source: str) -> str:
    return fit_for_widgets(_cleaned(source, _SHOWN, _SHOWN_ATTRIBUTES, _shown_attribute))


def _readable(source: str) -> str:
    return broken_words(text_of_tokens(_cleaned(source, _STRUCTURE, _READ_ATTRIBUTES, _read_attribute)))


def inked_readable_text(html: str, ink_of: Inks) -> tuple[str, list[InkedSpan]]:
    """Return the readable text of a page with the stretches whose colour ``ink_of`` finds set."""
    source = _tamed(html)
    if source is None:
        return _stripped(html), []
    return inked_text(_cleaned(source, _STRUCTURE, _INKED_ATTRIBUTES, _read_attribute), ink_of)


def has_remote_content(html: str) -> bool:
    """Tell whether HTML would fetch something from elsewhere when a careless program shows it."""
    lowered = html[:SIZE_CAP].lower()
    if "@import" in lowered or "srcset" in lowered or _FETCHING_TAG.search(lowered):
        return True
    return any(word in lowered for word in _LOADING) and any(
        _LOADS.search(lowered, max(0, match.start() - 60), match.start()) is not None
        for match in _ADDRESS.finditer(lowered)
    )


_FETCHING_TAG = re.compile(r"<(?:iframe|object|embed|base|video|audio|image|use)\b|<link\b[^<>]{0,300}href")
_ADDRESS = re.compile(r"[/\\]{2}")
_LOADING = ("src", "background", "poster", "data", "action", "url(")
_LOADS = re.compile(
    r"\b(?:(?:src|background|poster|data|lowsrc|dynsrc|action)\s{0,9}=|url\()\s{0,9}[\"']?\s{0,9}(?:https?:)?\Z"
)


def _tamed(html: str) -> str | None:
    """Return the source without bulky data addresses, or None when it is over a cap."""
    source = _DATA_ADDRESS.sub("", html) if "data:" in html[:SIZE_CAP] or len(html) > SIZE_CAP else html
    if len(source) > SIZE_CAP or source.count("<") > TAG_CAP:
        return None
    if source.count("&") > _MANY_REFERENCES:
        source = _REFERENCE.sub(_letter, source)
    # The sanitiser takes time that grows with the square of those in one stretch of text.
    if source.count("&") + source.count("\xa0") > REFERENCE_CAP or _nesting(source) > _NESTING_CAP:
        return None
    return harmless(source)


def _letter(reference: re.Match[str]) -> str:
    """Return the letter that a reference stands for; ASCII stays, so that no tag can come of it."""
    letter = entities.unescape(reference[0])
    return letter if letter and min(letter) > "\x7f" else reference[0]


def _nesting(source: str) -> int:
    """Return about how deep the tags nest; tags that close themselves, or are too few, are not counted."""
    if source.count("<") <= _NESTING_CAP:
        return 0
    depth = deepest = 0
    steps: dict[str, int] = {}
    for tag in _TAG_NAME.findall(source):
        step = steps.get(tag)
        if step is None:
            step = steps[tag] = _step(tag)
        if step > 0:
            depth += 1
            if depth > deepest:
                deepest = depth
        elif step and depth:
            depth -= 1
    return deepest


def _step(tag: str) -> int:
    """Return how much deeper a tag leads; those that close themselves do not."""
    if tag.removeprefix("/").lower() in _SELF_CLOSING:
        return 0
    return -1 if tag[0] == "/" else 1


def _cleaned(
    source: str,
    tags: set[str],
    attributes: dict[str, set[str]],
    attribute: Callable[[str, str, str], str | None],
) -> str:
    return nh3.clean(
        source,
        tags=tags,
        clean_content_tags=_REMOVED_WITH_CONTENT,
        attributes=attributes,
        attribute_filter=attribute,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def _shown_attribute(tag: str, name: str, value: str) -> str | None:
    if name == "href":
        return safe_link(value)
    if name == "src":
        return "cid:" if value.strip().lower().startswith("cid:") else None
    if name == "style":
        return _shown_style(value[:2000])
    if name == "color":
        colour = parse_colour(value[:64])
        return value[:64] if colour and not is_grey(colour) else None
    if name in ("colspan", "rowspan", "start"):
        return value if value.isascii() and value.isdecimal() and 0 < int(value[:9]) <= 100 else None
    if name == "dir":
        return value if value in ("ltr", "rtl", "auto") else None
    return _without_brackets(value[:500]) if name == "alt" else None


def _read_attribute(tag: str, name: str, value: str) -> str | None:
    if name == "href":
        return safe_link(value)
    return _without_brackets(value[:500])


def safe_link(value: str) -> str | None:
    """Return an address that may be offered as a link, or None; a mailto keeps subject and body only."""
    plain = value.isprintable() and " " not in value
    link = (value if plain else _BLANK.sub("", value))[:2000]
    if not _LINK.match(link):
        return None
    if link[:7].lower() == "mailto:":
        main, mark, rest = link.partition("?")
        kept = [pair for pair in rest.split("&") if pair.lower().startswith(("subject=", "body="))]
        link = main + (mark + "&".join(kept) if kept else "")
    return link.replace("<", "%3C").replace(">", "%3E").replace('"', "%22")


@lru_cache(maxsize=512)
def _shown_style(value: str) -> str | None:
    """Return what is shown of a style; a mail repeats a few of them thousands of times."""
    kept = []
    for declaration in value.split(";"):
        name, _, content = declaration.partition(":")
        name, content = name.strip().lower(), content.strip().lower()
        if name == "color" and _CSS_VALUE.fullmatch(content):
            colour = parse_colour(content)
            if colour and not is_grey(colour):
                kept.append(f"color:{content}")
        elif (name, content) in _SHOWN_DECLARATIONS:
            kept.append(f"{name}:{content}")
    return ";".join(kept) or None


_SHOWN_DECLARATIONS = {
    ("font-weight", "bold"),
    ("font-weight", "700"),
    ("font-style", "italic"),
    ("text-decoration", "underline"),
    ("text-decoration", "line-through"),
}


def _without_brackets(value: str) -> str:
    return value.replace("<", "‹").replace(">", "›")


def _stripped(html: str) -> str:
    """Return the text between the tags of HTML that is over a cap, without building a tree."""
    source = _DATA_ADDRESS.sub("", html)[: 2 * SIZE_CAP]
    source = re.sub(r"(?i)<(/?)(?:p|br|div|tr|li|table|h[1-6])\b[^<>]*>", "\n", source)
    text = entities.unescape(_ANY_TAG.sub(" ", source))
    lines = (" ".join(line.split()) for line in harmless(text).split("\n"))
    return broken_words(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n"))
