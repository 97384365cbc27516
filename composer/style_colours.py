"""The colours that a page sets: inline CSS, ``<font color>``, and simple rules of its style sheet."""

import html as entities
import re
from dataclasses import dataclass

from composer.mail.colours import parse_colour, parse_legacy_colour

_SHEET_CAP = 200_000
_MOST_RULES = 2000

_STYLE_ELEMENT = re.compile(r"<style\b[^>]*>(.*?)</style", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_BODY = re.compile(r"<(html|body)\b([^<>]{0,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_COLOUR = re.compile(r"(?:^|[;{\s\"'])color\s*:\s*([^;{}]{1,160})", re.IGNORECASE)
_GROUND = re.compile(r"(?:^|[;{\s\"'])background(?:-color)?\s*:\s*([^;{}]{1,160})", re.IGNORECASE)
# The first thing of a background that may be a colour; pictures and places stand beside it.
_PIECE = re.compile(r"[\w-]+\([^()]*\)|#[0-9a-fA-F]+|[a-zA-Z]+")
_SELECTOR = re.compile(r"([a-z][a-z0-9]*|\*)?((?:[.#][\w-]{1,100}){0,3})", re.IGNORECASE)
_COMBINATORS = re.compile(r"[\s>+~]+")
_OWN_NAME = re.compile(r"(--[\w-]{1,80})\s*:\s*([^;{}]{1,160})")
_USE = re.compile(r"var\(\s*(--[\w-]{1,80})\s*(?:,\s*([^()]*(?:\([^()]*\))?[^()]*))?\)", re.IGNORECASE)
_NIGHT = re.compile(r"@media[^{;]{0,200}prefers-color-scheme\s*:\s*dark[^{;]{0,200}\{", re.IGNORECASE)
_DEEPEST = 3
_INLINE, _IMPORTANT = 1_000, 10_000


@dataclass(frozen=True, slots=True)
class _Rule:
    tag: str
    names: frozenset[str]
    weight: int
    written: str


class StyleColours:
    """Says which colour a tag sets. Made once for a page; call it with a tag and its attributes.

    ``dark`` asks for what the page sets in a dark window, ``ground`` for backgrounds and not for the words.
    """

    def __init__(self, html: str, *, dark: bool = False, ground: bool = False) -> None:
        self._dark, self._ground = dark, ground
        self._declared = _GROUND if ground else _COLOUR
        sheet = "\n".join(match[1] for match in _STYLE_ELEMENT.finditer(html))[:_SHEET_CAP]
        sheet = _COMMENT.sub("", sheet)
        # Rules for the night come last, so that of equals they win.
        sheet = _without_at_rules(sheet) + ("\n" + _for_the_night(sheet) if dark else "")
        self._own = dict(_OWN_NAME.findall(sheet) + _OWN_NAME.findall(html[:_SHEET_CAP]))
        self._rules = list(self._rules_of(sheet))
        self.of_page = self._of_page(html)

    def __call__(self, tag: str, attributes: dict[str, str]) -> str:
        """Return the colour as written, or an empty string; inline wins over rules over ``<font>``."""
        weight, colour = self._ruled(tag, attributes)
        for written in self._declared.findall(entities.unescape(attributes.get("style", ""))):
            found = self._colour_in(written)
            if found and _INLINE + _weight_of(written) >= weight:
                weight, colour = _INLINE + _weight_of(written), found
        if colour:
            return colour
        legacy = entities.unescape(attributes.get("color", "")) if tag == "font" and not self._ground else ""
        return legacy.strip() if legacy and parse_legacy_colour(legacy) else ""

    def _of_page(self, html: str) -> str:
        """Return what ``<html>`` and ``<body>`` set for all that stands in them."""
        colour = ""
        for tag in _BODY.finditer(html[:_SHEET_CAP]):
            attributes = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(tag[2])}
            legacy = attributes.get("bgcolor" if self._ground else "text", "")
            known = legacy if legacy and parse_legacy_colour(legacy) else ""
            colour = self(tag[1].lower(), attributes) or known or colour
        return colour

    def _ruled(self, tag: str, attributes: dict[str, str]) -> tuple[int, str]:
        """Return the colour of the most specific rule (ids, classes, tags), the later of equals."""
        best, colour = -1, ""
        if self._rules:
            names = {f".{name}" for name in attributes.get("class", "").split()}
            if attributes.get("id"):
                names.add(f"#{attributes['id']}")
            for rule in self._rules:
                if rule.weight >= best and rule.tag in ("", tag) and rule.names <= names:
                    best, colour = rule.weight, rule.written
        return best, colour

    def _rules_of(self, sheet: str) -> list[_Rule]:
        rules: list[_Rule] = []
        for match in _RULE.finditer(sheet):
            declared = [
                (found, _weight_of(one))
                for one in self._declared.findall(match[2])
                if (found := self._colour_in(one))
            ]
            for selector in match[1].split(",") if declared else ():
                # Where it stands within others is not asked: its last part says what it dresses.
                parts = [part for part in _COMBINATORS.split(selector.strip()) if part]
                last = _SELECTOR.fullmatch(parts[-1]) if parts else None
                if last and (last[1] or last[2]) and len(rules) < _MOST_RULES:
                    names = frozenset(re.findall(r"[.#][\w-]+", last[2]))
                    tag = (last[1] or "").lower().replace("*", "")
                    weight = sum(100 if name[0] == "#" else 10 for name in names) + bool(tag)
                    written, important = declared[-1]
                    rules.append(_Rule(tag, names, weight + important, written))
        return rules

    def _colour_in(self, declared: str) -> str:
        """Return the colour of a declaration as it was written, or what its own names stand for."""
        text = declared
        for _ in range(_DEEPEST):
            text = _USE.sub(lambda use: str(self._own.get(use[1], use[2] or "")), text)
        if parse_colour(text, dark=self._dark):
            return self._as_seen(text if text != declared else declared)
        if self._ground:
            pieces = (piece for piece in _PIECE.findall(text) if parse_colour(piece, dark=self._dark))
            return self._as_seen(next(pieces, ""))
        return ""

    def _as_seen(self, written: str) -> str:
        """Return the colour's own text; of one by day and one by night, the one asked for."""
        written = written.strip()
        colour = parse_colour(written, dark=True) if self._dark and "light-dark" in written.lower() else None
        return colour.hex if colour else written


def has_night(html: str) -> bool:
    """Tell whether a page sets colours of its own for dark windows."""
    lowered = html[:_SHEET_CAP].lower()
    return "prefers-color-scheme" in lowered or "light-dark(" in lowered


def _weight_of(declared: str) -> int:
    return _IMPORTANT if declared.rstrip().lower().endswith("!important") else 0


def _for_the_night(sheet: str) -> str:
    """Return the rules that hold in a dark window."""
    blocks = []
    for begin in _NIGHT.finditer(sheet):
        blocks.append(sheet[begin.end() : _end_of_block(sheet, begin.start()) - 1])
    return "\n".join(blocks)


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
