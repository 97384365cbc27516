"""A reply's HTML as Qt's browser can show it: bars drawn, the mail window's colours set."""

from composer.mail.html import sanitised

DARK_PAGE = "#1F1F1F"


def preview_page(html: str, *, dark: bool) -> str:
    """Return sanitised HTML for the preview."""
    ink = "#E7E9EC" if dark else "#1D2127"
    return f'<div style="color:{ink}">{sanitised(html)}</div>'
