"""Foreign HTML cleaned: what may be shown, and what more its reading needs.

The cleaning is nh3's (a maintained sanitiser); what stands here are the rules: no pictures, styles,
forms or scripts, links only to http, https, mailto and tel with a host of their own. It runs once, and
what is shown is the outcome without the few tags and attributes that serve reading alone.
"""

import html as entities
import re
from functools import lru_cache

import nh3

from composer.mail.colours import is_grey, parse_colour

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
_READ_ONLY = {
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
_ATTRIBUTES = {
    "*": {"class", "dir", "id", "style"},
    "a": {"href"},
    "blockquote": {"type"},
    "font": {"color"},
    "img": {"alt", "src"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_SCHEMES = {"http", "https", "mailto", "tel", "cid"}
_LINK = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s?]|tel:[+\d])", re.IGNORECASE)
_BLANK = re.compile(r"[\s\x00-\x1f]")
_LONGEST_STYLE = 2000
_LONGEST_VALUE = 500
# The sanitiser writes tags in small letters, values in double quotes, and no bracket within a tag.
_DRESSED_TAG = re.compile(r"<([a-z0-9]+) ([^<>]*)>")
_READ_ONLY_TAG = re.compile(rf"</?(?:{'|'.join(sorted(_READ_ONLY))})>")
ATTRIBUTE = re.compile(r"([a-z-]+)=\"([^\"]*)\"")
_CSS_VALUE = re.compile(r"[\w#%.,() -]{1,60}")
_SHOWN_DECLARATIONS = {
    ("font-weight", "bold"),
    ("font-weight", "700"),
    ("font-style", "italic"),
    ("text-decoration", "underline"),
    ("text-decoration", "line-through"),
}


def cleaned(source: str) -> str:
    """Return HTML as the sanitiser writes it: well formed, every value escaped, nothing that acts or fetches.

    It still holds the classes, ids and styles that tell a reader what is hidden or a signature.
    """
    return nh3.clean(
        source,
        tags=_SHOWN | _READ_ONLY,
        clean_content_tags=_REMOVED_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        attribute_filter=_kept_value,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def shown_of(clean: str) -> str:
    """Return what may be shown of ``cleaned`` HTML."""
    shown = _DRESSED_TAG.sub(_shown_tag, clean)
    return _READ_ONLY_TAG.sub("", shown)


def _kept_value(tag: str, name: str, value: str) -> str | None:
    if name == "href":
        return safe_link(value)
    if name == "src":
        return "cid:" if value.strip().lower().startswith("cid:") else None
    kept = value[: _LONGEST_STYLE if name == "style" else _LONGEST_VALUE]
    return kept.replace("<", "‹").replace(">", "›")


def _shown_tag(tag: re.Match[str]) -> str:
    name = tag[1]
    return "" if name in _READ_ONLY else f"<{name}{_shown_attributes(tag[2])}>"


@lru_cache(maxsize=512)
def _shown_attributes(raw: str) -> str:
    """Return what is shown of a tag's attributes; a mail repeats a few of them thousands of times."""
    shown = ((name, _shown_value(name, value)) for name, value in ATTRIBUTE.findall(raw))
    return "".join(f' {name}="{value}"' for name, value in shown if value is not None)


def _shown_value(name: str, value: str) -> str | None:
    """Return an attribute's value (escaped, as what is returned) if it is shown."""
    if name in ("href", "src", "alt"):
        return value
    if name == "style":
        return _shown_style(entities.unescape(value))
    if name == "color":
        colour = parse_colour(entities.unescape(value))
        return value if colour and not is_grey(colour) else None
    if name in ("colspan", "rowspan", "start"):
        return value if value.isascii() and value.isdecimal() and 0 < int(value[:9]) <= 100 else None
    return value if name == "dir" and value in ("ltr", "rtl", "auto") else None


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


def _shown_style(value: str) -> str | None:
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
