"""The preview: the reply as the three kinds of reader will see it."""

from collections.abc import Callable
from typing import Protocol

from desktop.look.answer_colours import as_colour_blind
from desktop.reply.last_look.composed_reply import ComposedReply
from desktop.reply.open_ticket import OpenTicket
from desktop.reply.preview.preview_page import preview_page
from desktop.work.collaborators import Lane
from kb_content.failure import Failure


class PreviewPage(Protocol):
    """Where the preview is shown."""

    def show_html(self, subject: str, html: str, *, dark: bool) -> None:
        """Show sanitised HTML on a white or a dark page."""

    def show_plain(self, subject: str, text: str) -> None:
        """Show plain text."""


class PreviewPresenter:
    """Composes the reply as it stands and shows it one way or another."""

    def __init__(
        self,
        *,
        view: PreviewPage,
        reads: Lane,
        compose: Callable[[OpenTicket], ComposedReply],
        ticket: Callable[[], OpenTicket | None],
        told: Callable[[str], None],
    ) -> None:
        self._view, self._reads, self._compose = view, reads, compose
        self._ticket, self._told = ticket, told

    def show(self, kind: str) -> None:
        """Show the reply as ``HTML``, ``Dark``, ``Plain text`` or ``Colour-blind``."""
        ticket = self._ticket()
        if ticket is None:
            return
        self._reads.run(
            lambda: self._composed(ticket, kind),
            done=lambda shown: self._show(kind, *shown),
            failed=self._failed,
            newest="preview",
            brief=True,
        )

    def _composed(self, ticket: OpenTicket, kind: str) -> tuple[str, str]:
        reply = self._compose(ticket)
        if kind == "Plain text":
            return reply.subject, reply.plain
        dark = kind == "Dark"
        html = preview_page(reply.dark_html if dark else reply.html, dark=dark)
        return reply.subject, as_colour_blind(html) if kind == "Colour-blind" else html

    def _show(self, kind: str, subject: str, words: str) -> None:
        if kind == "Plain text":
            self._view.show_plain(subject, words)
        else:
            self._view.show_html(subject, words, dark=kind == "Dark")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure | OSError):
            raise error
        self._told(str(error))
