"""A page that looks like a mail window: the reply as its reader sees it."""

import re

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.look.measures import grown, grown_sheet
from desktop.look.theme import set_look
from desktop.reply.preview.preview_page import page_style
from desktop.text import MAX_SHOWN_HTML, TextView

_AIR = 20
_WIDEST = 760
"""As wide as a mail window shows its text: on a large screen a line would have two hundred letters."""
# Text of the reply can't look like that: its quotation marks are escaped.
_STYLE = re.compile(r'style="[^"]*"')


class MailPageView(TextView):
    """Shows a composed reply on a white or a dark page, whatever theme the program wears."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document().setDocumentMargin(_AIR)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines at the page's width, up to one that is good to read."""
        super().resizeEvent(event)
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), grown(_WIDEST)))

    def show_page(self, html: str, *, dark: bool) -> None:
        """Show the body of a composed reply; a huge one as text."""
        set_look(self, "mail-dark" if dark else "mail-light")
        if len(html) > MAX_SHOWN_HTML:
            self.show_text(html)
            return
        self.document().setDefaultStyleSheet(grown_sheet(page_style(dark=dark)))
        self.setHtml(_STYLE.sub(lambda found: grown_sheet(found[0]), html))
        self.document().setDocumentMargin(_AIR)

    def show_text(self, text: str) -> None:
        """Show the plain-text part."""
        set_look(self, "mail-plain")
        self.show_plain(text)
        self.document().setDocumentMargin(_AIR)
