"""Whether a page fetches something from elsewhere, or holds pictures, which are not shown here."""

import re

from composer.mail.html_caps import SIZE_CAP

_FETCHING_TAG = re.compile(r"<(?:iframe|object|embed|base|video|audio|image|use)\b|<link\b[^<>]{0,300}href")
_ADDRESS = re.compile(r"[/\\]{2}")
_LOADING = ("src", "background", "poster", "data", "action", "url(")
_LOADS = re.compile(
    r"\b(?:(?:src|background|poster|data|lowsrc|dynsrc|action)\s{0,9}=|url\()\s{0,9}[\"']?\s{0,9}(?:https?:)?\Z"
)
_PICTURE = re.compile(r"<(?:img|svg|image|picture)\b", re.IGNORECASE)


def has_pictures(html: str) -> bool:
    """Tell whether a page holds pictures, inline ones included."""
    return _PICTURE.search(html) is not None


def has_remote_content(html: str) -> bool:
    """Tell whether HTML would fetch something from elsewhere when a careless program shows it."""
    lowered = html[:SIZE_CAP].lower()
    if "@import" in lowered or "srcset" in lowered or _FETCHING_TAG.search(lowered):
        return True
    return any(word in lowered for word in _LOADING) and any(
        _LOADS.search(lowered, max(0, match.start() - 60), match.start()) is not None
        for match in _ADDRESS.finditer(lowered)
    )
