"""What was written before in a ticket, on one page to read."""

import html
from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from desktop.dialog import Dialog
from desktop.look.measures import grown
from desktop.reply.earlier.earlier_mails import EarlierPart
from desktop.text import PageView, with_breakable_lines
from kb_content.markdown import render

_WIDTH, _HEIGHT = 680, 640


class EarlierDialog(Dialog):
    """Shows earlier mails and replies, newest first; Escape or the button closes it."""

    def __init__(self, parent: QWidget | None, parts: Iterable[EarlierPart]) -> None:
        super().__init__(parent, "Earlier in this ticket")
        self.text = PageView("Earlier mails and replies, newest first", earlier_page(parts))
        self.body.addWidget(self.text)
        self.add_button("Close", default=True)
        self.resize(grown(_WIDTH), grown(_HEIGHT))
        self.text.setFocus()


def earlier_page(parts: Iterable[EarlierPart]) -> str:
    """Return the parts as safe HTML: a customer's text to the letter, ours as it left."""
    return "<hr>".join(f"<h3>{html.escape(part.heading)}</h3>{_body(part)}" for part in parts)


def _body(part: EarlierPart) -> str:
    if part.is_ours:
        return render(part.text, keep_lines=True)
    lines = html.escape(with_breakable_lines(part.text)).split("\n")
    return f"<p>{'<br>'.join(lines)}</p>"


def show_earlier(parent: QWidget | None, parts: Iterable[EarlierPart]) -> None:
    """Show what was written before, and wait until it is closed."""
    dialog = EarlierDialog(parent, parts)
    dialog.exec()
    dialog.deleteLater()
