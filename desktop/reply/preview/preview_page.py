"""A reply's HTML as the window shows it: as it arrives, or as a dark mail window shows it.

The HTML is ours (made from Markdown without any HTML of its own, quotes escaped), so its bars and
colours stay; only its style sheet goes, since Qt takes no media queries.
"""

import re

LIGHT_PAGE, DARK_PAGE = "#FFFFFF", "#1F1F1F"
_LIGHT_INK, _DARK_INK = "#1D2127", "#E7E9EC"
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_BADGE = re.compile(r'(class="thrice-badge"[^>]*>)(\d{1,3})</span>')
_LAST_BREAK = re.compile(r"<br>\n?</blockquote>")
_QUOTE_TAG = re.compile(r"<blockquote[^>]*>|</blockquote>")
# Qt's layout takes exponential time for nested tables, so only the outer quotes get a bar.
_BARS = 2
# Qt gives the paragraph above a table no room below it.
_ABOVE_QUOTE = re.compile(r"</div>\n(?=<blockquote)")
_ROOM = '</div><p style="margin:0;font-size:6px">&nbsp;</p>'


def preview_page(html: str, *, dark: bool) -> str:
    """Return a composed reply's body for the window; ``html`` is its page, or its dark fragment."""
    found = _BODY.search(html)
    body = _ABOVE_QUOTE.sub(_ROOM, found.group(1) if found else html)
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
