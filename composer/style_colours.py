"""The text colours that a page sets: inline CSS, ``<font color>``, and simple rules of its style sheet."""

import html as entities
import re

from composer.mail.colours import parse_colour, parse_legacy_colour

_SHEET_CAP = 200_000
_MOST_RULES = 2000

_STYLE_ELEMENT = re.compile(r"<style\b[^>]*>(.*?)</style", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_COLOUR = re.compile(r"(?:^|[;{\s\"'])color\s*:\s*([^;{}]{1,80})", re.IGNORECASE)
_SELECTOR = re.compile(r"(?:[\w*.#-]+\s+)?([a-z][a-z0-9]*|\*)?((?:[.#][\w-]{1,100}){0,3})", re.IGNORECASE)


class StyleColours:
    """Says which colour a tag sets. Made once for a page; call it with a tag and its attributes."""

    def __init__(self, html: str) -> None:
        self._rules = _rules_of(html)

    def __call__(self, tag: str, attributes: dict[str, str]) -> str:
        """Return the colour as written, or an empty string; inline wins over rules over ``<font>``."""
        inline = _COLOUR.findall(entities.unescape(attributes.get("style", "")))
        for written in reversed(inline):
            if parse_colour(written):
                return str(written).strip()
        if ruled := self._ruled(tag, attributes):
            return ruled
        legacy = entities.unescape(attributes.get("color", "")) if tag == "font" else ""
        return legacy.strip() if legacy and parse_legacy_colour(legacy) else ""

    def _ruled(self, tag: str, attributes: dict[str, str]) -> str:
        """Return the colour of the most specific rule (ids, classes, tags), the later of equals."""
        if not self._rules:
            return ""
        names = {f".{name}" for name in attributes.get("class", "").split()}
        if attributes.get("id"):
            names.add(f"#{attributes['id']}")
        best, colour = -1, ""
        for wanted_tag, wanted_names, weight, written in self._rules:
            if weight >= best and wanted_tag in ("", tag) and wanted_names <= names:
                best, colour = weight, written
        return colour


def _rules_of(html: str) -> list[tuple[str, frozenset[str], int, str]]:
    sheet = "\n".join(match[1] for match in _STYLE_ELEMENT.finditer(html))[:_SHEET_CAP]
    rules: list[tuple[str, frozenset[str], int, str]] = []
    for match in _RULE.finditer(_without_at_rules(_COMMENT.sub("", sheet))):
        colours = [written for written in _COLOUR.findall(match[2]) if parse_colour(written)]
        for selector in match[1].split(",") if colours else ():
            found = _SELECTOR.fullmatch(selector.strip())
            if found and (found[1] or found[2]) and len(rules) < _MOST_RULES:
                names = frozenset(re.findall(r"[.#][\w-]+", found[2]))
                tag = (found[1] or "").lower().replace("*", "")
                weight = sum(100 if name[0] == "#" else 10 for name in names) + bool(tag)
                rules.append((tag, names, weight, colours[-1].strip()))
    return rules


def _without_at_rules(sheet: str) -> str:
    """Drop ``@media`` and other blocks: what holds only in the dark or in print is not the page's colour."""
    pieces: list[str] = []
    position = 0
    while (start := sheet.find("@", position)) >= 0:
        pieces.append(sheet[position:start])
        position = _end_of_block(sheet, start)
    return "".join(pieces) + sheet[position:]


def _end_of_block(sheet: str, start: int) -> int:
    depth = 0
    for match in re.finditer(r"[{};]", sheet[start:]):
        sign = match[0]
        if sign == ";" and not depth:
            return start + match.end()
        depth += (sign == "{") - (sign == "}")
        if sign == "}" and depth <= 0:
            return start + match.end()
    return len(sheet)
