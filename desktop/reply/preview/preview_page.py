"""A reply's HTML as the window shows it: as it arrives, or as a dark mail window shows it.

The HTML is ours (made from Markdown without any HTML of its own, quotes escaped), so its bars and
colours stay; only its style sheet goes, since Qt takes no media queries.
"""

import re

LIGHT_PAGE, DARK_PAGE = "#FFFFFF", "#1F1F1F"
_LIGHT_INK, _DARK_INK = "#1D2127", "#E7E9EC"
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_DARK_ANSWER = re.compile(r"\.thrice-answer[^{}]*\{color:(#[0-9A-Fa-f]{6})")
_LIGHT_ANSWER = re.compile(r'class="thrice-answer"[^>]*;color:(#[0-9A-Fa-f]{6})')
_BADGE = re.compile(r'(class="thrice-badge"[^>]*>)(\d{1,3})</span>')
_LAST_BREAK = re.compile(r"<br>\n?</blockquote>")
_QUOTE_TAG = re.compile(r"<blockquote[^>]*>|</blockquote>")
# Qt's layout takes exponential time for nested tables, so only the outer quotes get a bar.
_BARS = 2
_MUTED = {"#5F6368": "#A6ABB2"}


def preview_page(html: str, *, dark: bool) -> str:
    """Return the body of a composed reply, in the colours of a light or a dark mail window."""
    found = _BODY.search(html)
    body = found.group(1) if found else html
    for light, there in (_dark_colours(html) if dark else {}).items():
        body = re.sub(re.escape(light), there, body, flags=re.IGNORECASE)
    body = _BADGE.sub(r"\1&nbsp;\2&nbsp;</span>", _with_bars(body, dark=dark))
    return f'<div style="color:{_DARK_INK if dark else _LIGHT_INK}">{body}</div>'


def page_style(*, dark: bool) -> str:
    """Return the style sheet of the shown page: a mail window's, not this program's theme."""
    code, muted = ("#2E3238", "#A6ABB2") if dark else ("#F1F1EE", "#5F6368")
    return (
        "p, ul, ol { margin-top: 0; margin-bottom: 8px; } li { margin-bottom: 3px; }"
        f"code, pre {{ background-color: {code}; }} blockquote {{ color: {muted}; margin-left: 10px; }}"
        "h1, h2, h3, h4 { font-size: 15px; }"
    )


def _dark_colours(html: str) -> dict[str, str]:
    """Return what the reply's own style sheet exchanges for a dark window."""
    style = _STYLE.search(html)
    dark = _DARK_ANSWER.search(style.group(1)) if style else None
    light = _LIGHT_ANSWER.search(html)
    answers = {light.group(1): dark.group(1)} if light and dark else {}
    return _MUTED | answers


def _with_bars(body: str, *, dark: bool) -> str:
    """Draw the bars of quotes as tables of two cells: Qt draws no border on a block."""
    colour, ink = ("#5F6368", "#A6ABB2") if dark else ("#C6C9CD", "#5F6368")
    opening = (
        '<table cellspacing="0" cellpadding="0" style="margin:4px 0 8px 0"><tr>'
        f'<td bgcolor="{colour}" style="width:3px"></td>'
        f'<td style="padding-left:12px;color:{ink}">'
    )
    depth = 0

    def exchanged(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag.group().startswith("</"):
            depth -= 1
            return "</td></tr></table>" if depth < _BARS else tag.group()
        depth += 1
        return opening if depth <= _BARS else tag.group()

    return _QUOTE_TAG.sub(exchanged, _LAST_BREAK.sub("</blockquote>", body))
