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
_MUTED = {"#5F6368": "#A6ABB2"}


def preview_page(html: str, *, dark: bool) -> str:
    """Return the body of a composed reply, in the colours of a light or a dark mail window."""
    found = _BODY.search(html)
    body = found.group(1) if found else html
    for light, there in (_dark_colours(html) if dark else {}).items():
        body = re.sub(re.escape(light), there, body, flags=re.IGNORECASE)
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
