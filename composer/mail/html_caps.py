"""Caps on foreign HTML: what is larger, or nests deeper, is read as plain text without a tree."""

import html as entities
import re

from composer.mail.charsets import harmless
from composer.mail.html_fit import broken_words

SIZE_CAP = 2 * 1024 * 1024
TAG_CAP = 60_000
REFERENCE_CAP = 60_000
_MANY_REFERENCES = 2_000
_NESTING_CAP = 400

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


def tamed(html: str) -> str | None:
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


def stripped(html: str) -> str:
    """Return the text between the tags of HTML that is over a cap, without building a tree."""
    source = _DATA_ADDRESS.sub("", html)[: 2 * SIZE_CAP]
    source = re.sub(r"(?i)<(/?)(?:p|br|div|tr|li|table|h[1-6])\b[^<>]*>", "\n", source)
    text = entities.unescape(_ANY_TAG.sub(" ", source))
    lines = (" ".join(line.split()) for line in harmless(text).split("\n"))
    return broken_words(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n"))
