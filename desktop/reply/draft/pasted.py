"""What is pasted into a draft: a page's lists and links stay, a customer's mail is offered as a ticket."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from composer.mail.message import Message
from composer.mail.printed_header import printed_header
from desktop.reply.draft.edits import Edit
from desktop.reply.open_ticket import OpenTicket
from desktop.work.collaborators import Lane
from kb_content.failure import Failure

_STRUCTURE = ("<li", "<td", "href=")
_LONGEST = 40_000
_MOST_LOOKED_AT = 1_000_000
_HEADER_LINE = re.compile(r"([A-Za-z][A-Za-z-]{1,40}):[ \t]|[ \t]+\S")


class PageReader(Protocol):
    """Reads foreign HTML, within limits."""

    def read_pasted(self, text: str, html: str) -> Message:
        """Return a message made of what was pasted; raises Failure."""


class PasteView(Protocol):
    """What is shown of it."""

    def apply_edit(self, edit: Edit) -> None:
        """Carry out an edit of the draft as one undo step."""

    def offer_ticket(self, text: str, html: str) -> None:
        """Offer to make a ticket of a mail that stands in the draft now."""


@dataclass(frozen=True, slots=True)
class _Paste:
    """The last mail that was pasted: the draft before and after, and what came."""

    before: str
    after: str
    pasted: str


class PastePresenter:
    """Looks at what was pasted into the open ticket's draft.

    The plain text stands there at once; ``reader`` makes better text of a page's HTML, in a lane.
    """

    def __init__(
        self,
        *,
        view: PasteView,
        ticket: Callable[[], OpenTicket | None],
        reads: Lane,
        reader: PageReader,
    ) -> None:
        self._view, self._ticket, self._reads, self._reader = view, ticket, reads, reader
        self._mail: tuple[OpenTicket, _Paste] | None = None

    def pasted(self, before: str, start: int, end: int, html: str) -> None:
        """Take notice of a paste: ``before`` is the draft before it, ``html`` its other form or nothing."""
        ticket = self._ticket()
        if ticket is None:
            return
        text = ticket.text[start:end]
        if looks_like_mail(text):
            self._mail = ticket, _Paste(before, ticket.text, text)
            self._view.offer_ticket(text, html)
        elif text and len(text) <= _LONGEST and has_structure(html):
            self._reads.run(
                lambda: self._reader.read_pasted("", html),
                done=lambda page: self._improve(ticket, text, page.text.strip("\n")),
                failed=_plain_text_will_do,
                newest="pasted-page",
            )

    def take_back(self) -> None:
        """Take the last pasted mail out of the draft, and nothing that was written since."""
        ticket = self._ticket()
        if self._mail is None or self._mail[0] is not ticket or ticket is None:
            return
        paste, self._mail = self._mail[1], None
        if ticket.text == paste.after:
            self._view.apply_edit(_difference(paste.after, paste.before))
        elif ticket.text.count(paste.pasted) == 1:
            at = ticket.text.index(paste.pasted)
            self._view.apply_edit(Edit(at, at + len(paste.pasted), "", at))

    def _improve(self, ticket: OpenTicket, plain: str, better: str) -> None:
        if ticket is not self._ticket() or better == plain or not better:
            return
        # Whatever was typed since stays: only the words as they came are exchanged.
        if plain and ticket.text.count(plain) == 1:
            start = ticket.text.index(plain)
            end = start + len(plain)
            tail = "" if ticket.text.startswith("\n\n", end) else plain[len(plain.rstrip("\n")) :]
            cursor = ticket.cursor
            if cursor >= end:
                cursor += len(better) + len(tail) - len(plain)
            self._view.apply_edit(Edit(start, end, better + tail, cursor))


def looks_like_mail(text: str) -> bool:
    """Tell whether a text is a whole mail, with the header that its program prints or sends."""
    if printed_header(text) is not None:
        return True
    header = text.lstrip().partition("\n\n")[0].splitlines()[:80]
    names = {found.group(1).casefold() for line in header if (found := _HEADER_LINE.match(line)) and found[1]}
    whole = bool(header) and all(_HEADER_LINE.match(line) for line in header)
    return whole and "from" in names and bool(names & {"subject", "to", "date"})


def has_structure(html: str) -> bool:
    """Tell whether HTML has what its plain text loses: lists, tables, links."""
    # Plain words and not a pattern: a page may be large, and made to be slow.
    words = html[:_MOST_LOOKED_AT].casefold()
    return any(tag in words for tag in _STRUCTURE)


def _difference(now: str, wanted: str) -> Edit:
    """Return the smallest edit that makes one text of another."""
    most = min(len(now), len(wanted))
    start = next((n for n in range(most) if now[n] != wanted[n]), most)
    behind = next((n for n in range(most - start) if now[-1 - n] != wanted[-1 - n]), most - start)
    words = wanted[start : len(wanted) - behind]
    return Edit(start, len(now) - behind, words, start + len(words))


def _plain_text_will_do(error: Exception) -> None:
    if not isinstance(error, Failure):
        raise error
