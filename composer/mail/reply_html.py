"""A reply as HTML: inline answers in the team's colour with a bar and a number, quotes in muted ink.

The bar is a table of two cells: Outlook and Qt draw no left border on a block. A style sheet adds a
dark variant; every colour also stands inline, for programs that drop style sheets.
"""

import html as entities
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from composer.draft import Draft
from composer.mail.colours import Rgb, parse_colour, parse_legacy_colour, readable_on
from composer.mail.reply_body import PassageKind, ReplyPassage, colour_tags, passages_of
from kb_content.markdown import render

_FALLBACK = Rgb(24, 109, 236)
_PAGE, _DARK_PAGE = Rgb(255, 255, 255), Rgb(31, 31, 31)
_MUTED, _DARK_MUTED = "#5F6368", "#A6ABB2"
_DEEPEST = 10
_FONT = (
    "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5"
)
_MARKS = re.compile(r"^(?: {0,3}> ?)+")
_KB = re.compile(r"<a href=\"kb:[^\"]*\">(.*?)</a>", re.DOTALL)
# Signs of a private use area carry a colour through the Markdown renderer.
_OPEN, _CLOSE = 0xE000, "\ue0ff"
_MOST_COLOURS = 200


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of one rendering: of answers, and of quotes (as CSS)."""

    answer: Rgb
    muted: str
    dark: bool = False


def html_page(
    draft: Draft, *, answer_colour: str, badges: Mapping[int, Sequence[int]], agent: str = ""
) -> str:
    """Return a whole page for a draft; ``badges`` maps a block's start to question numbers."""
    colour = parse_colour(answer_colour) or _FALLBACK
    inks = Inks(readable_on(colour, _PAGE), _MUTED)
    body = "\n".join(_passage(passage, inks, badges) for passage in passages_of(draft, agent=agent))
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
        '<meta name="color-scheme" content="light dark">'
        '<meta name="supported-color-schemes" content="light dark">\n'
        f"<style>\n{_style(colour)}</style></head>\n"
        f'<body style="{_FONT}">\n{body}\n</body></html>\n'
    )


def dark_fragment(
    draft: Draft, *, answer_colour: str, badges: Mapping[int, Sequence[int]], agent: str = ""
) -> str:
    """Return the body as a dark mail program shows it, its colours inline: for the dark preview."""
    colour = parse_colour(answer_colour) or _FALLBACK
    inks = Inks(readable_on(colour, _DARK_PAGE), _DARK_MUTED, dark=True)
    return "\n".join(_passage(passage, inks, badges) for passage in passages_of(draft, agent=agent))


def _style(colour: Rgb) -> str:
    dark = readable_on(colour, _DARK_PAGE)
    return (
        ":root{color-scheme:light dark}\n"
        "@media (prefers-color-scheme: dark){\n"
        f".thrice-answer,.thrice-answer p,.thrice-answer li{{color:{dark.hex}!important}}\n"
        f".thrice-bar{{background-color:{dark.hex}!important}}\n"
        f".thrice-badge{{background-color:{dark.hex}!important;"
        f"color:{_DARK_PAGE.hex}!important}}\n"
        f".thrice-quote,.thrice-quote a{{color:{_DARK_MUTED}!important;"
        "border-left-color:#5F6368!important}\n"
        "}\n"
    )


def _passage(passage: ReplyPassage, inks: Inks, badges: Mapping[int, Sequence[int]]) -> str:
    if passage.kind is PassageKind.QUOTE:
        return _quote(passage.text, inks.muted)
    if passage.kind is PassageKind.ANSWER:
        return _answer(passage.text, inks, badges.get(passage.start, ()))
    return f"<div>\n{_rendered(passage.text)}</div>"


def _answer(text: str, inks: Inks, numbers: Sequence[int]) -> str:
    colour, on_badge = inks.answer, _DARK_PAGE.hex if inks.dark else _PAGE.hex
    badge = "".join(
        f'<span class="thrice-badge" style="background-color:{colour.hex};color:{on_badge};'
        "font-size:12px;font-weight:bold;"
        f'padding:0 6px;border-radius:8px">{number}</span> '
        for number in numbers
    )
    return (
        '<table role="presentation" cellspacing="0" cellpadding="0" border="0"'
        ' style="margin:6px 0 14px 0"><tr>'
        f'<td class="thrice-bar" width="4" bgcolor="{colour.hex}"'
        f' style="width:4px;background-color:{colour.hex}"></td>'
        f'<td class="thrice-answer" style="padding:0 0 0 12px;color:{colour.hex}">'
        f"{_badged(badge, _rendered(text))}</td></tr></table>"
    )


def _badged(badge: str, rendered: str) -> str:
    """Put the numbers into the first paragraph, on the line of the answer's first words."""
    if badge and rendered.startswith("<p>"):
        return f"<p>{badge}{rendered[3:]}"
    return badge + rendered


def _rendered(text: str) -> str:
    colours: list[str] = []
    marked = _marked(text, colours)
    rendered = _KB.sub(r"\1", render(marked, keep_lines=True))
    for number, value in enumerate(colours):
        rendered = rendered.replace(chr(_OPEN + number), f'<span style="color:{value}">')
    return rendered.replace(_CLOSE, "</span>")


def _marked(text: str, colours: list[str]) -> str:
    """Replace tags that set a colour by signs; tags that set none, or never close, vanish."""
    pieces: list[str] = []
    opened: list[int] = []
    position = 0
    clean = re.sub(r"[\ue000-\ue0ff]", "", text)
    for match in colour_tags(clean):
        pieces.append(clean[position : match.start()])
        position = match.end()
        if not match[0].startswith("</"):
            opened.append(
                len(pieces) if (value := _colour_in(match[0])) and len(colours) < _MOST_COLOURS else -1
            )
            pieces.append(_new_mark(colours, value) if opened[-1] >= 0 else "")
        elif opened:
            pieces.append(_CLOSE if opened.pop() >= 0 else "")
    for index in opened:
        if index >= 0:
            pieces[index] = ""
    return "".join(pieces) + clean[position:]


def _new_mark(colours: list[str], value: str) -> str:
    colours.append(value)
    return chr(_OPEN + len(colours) - 1)


def _colour_in(tag: str) -> str:
    style = re.search(r"(?<![\w-])color\s*:\s*([^;\"'<>]{1,60})", tag, re.IGNORECASE)
    legacy = re.search(r"\bcolor\s*=\s*[\"']?([#\w]{1,30})", tag, re.IGNORECASE)
    colour = parse_colour(style[1]) if style else parse_legacy_colour(legacy[1]) if legacy else None
    return colour.hex if colour else ""


def _quote(text: str, muted: str) -> str:
    """Return quoted lines in nested blocks, muted; deeper than ten levels they stay on the tenth."""
    pieces: list[str] = []
    depth = 0
    for line in text.rstrip("\n").split("\n"):
        marks = _MARKS.match(line)
        wanted = min(_DEEPEST, marks[0].count(">")) if marks else depth
        while depth < wanted:
            pieces.append(_OPEN_NESTED if depth else _open_quote(muted))
            depth += 1
        while depth > wanted:
            pieces.append("</blockquote>")
            depth -= 1
        words = line[marks.end() :] if marks else line
        pieces.append(entities.escape(words, quote=False).replace("  ", "&nbsp; ") + "<br>")
    return "\n".join(pieces) + "</blockquote>" * depth


_BAR = "margin:0 0 6px 0;padding:0 0 0 10px;border-left:2px solid #C5C9CE"
_OPEN_NESTED = f'<blockquote class="thrice-quote" type="cite" style="{_BAR}">'


def _open_quote(muted: str) -> str:
    return f'<blockquote class="thrice-quote" type="cite" style="{_BAR};color:{muted}">'
