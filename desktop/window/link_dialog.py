"""Opening a link: only after a dialog that shows where it really leads."""

from urllib.parse import urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.dialog import ask, tell

_OPENABLE = ("http", "https", "mailto", "tel")


def real_target(address: str) -> str:
    """Return what a link leads to, in words: the host for the web, the address for mail, else ``""``.

    The host is shown in its ASCII form, so that look-alike letters show as ``xn--…``.
    """
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme.lower() not in _OPENABLE:
        return ""
    if parts.scheme.lower() in ("mailto", "tel"):
        return parts.path
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ascii(host).strip("'")


def open_link(parent: QWidget | None, address: str) -> bool:
    """Ask, showing the real host, then hand the link to the system; tell whether it was opened."""
    target = real_target(address)
    if not target:
        tell(
            parent,
            title="This link can't be opened",
            text=f"Thrice opens web and mail links only, not {address[:200]}",
        )
        return False
    answer = ask(
        parent,
        title=f"Open {target}?",
        text=f"The link leads to:\n{address[:600]}\n\nIt opens outside Thrice.",
        buttons=("Stay here", "Open the link"),
        default="Stay here",
    )
    return answer == "Open the link" and QDesktopServices.openUrl(QUrl(address))
