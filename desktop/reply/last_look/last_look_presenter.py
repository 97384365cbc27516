"""Finishing a reply: the last look, the three ways out, and what the desk files."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from composer.mail.message import Address
from composer.tickets.ticket import NewPromise, Promise
from desktop.reply.last_look.composed_reply import ComposedReply
from desktop.reply.last_look.last_look import LastLook, last_look_at
from desktop.reply.last_look.promises_seen import (
    USUAL_DAY,
    FindTimes,
    look_days,
    new_promises,
    owed_before,
)
from desktop.reply.open_ticket import OpenTicket
from desktop.team_time import local_time
from desktop.work.collaborators import Clock, Lanes
from kb_content.failure import Failure
from kb_content.team import WorkingTime


class ReplyKeeper(Protocol):
    """The part of the desk that files what left."""

    def file_reply(
        self,
        ticket_id: int,
        raw: bytes,
        *,
        text: str = "",
        message_id: str = "",
        promises: tuple[NewPromise, ...] = (),
        kept: Iterable[int] = (),
    ) -> int:
        """File a reply with its promises and those that it keeps, and mark the ticket as replied."""

    def open_promises_of(self, ticket_id: int) -> tuple[Promise, ...]:
        """Return what the ticket's customer was promised and is still open."""


class LastLookView(Protocol):
    """The page that shows the last look."""

    def show_look(self, look: LastLook) -> None:
        """Open the page, with the focus on *Keep editing*."""

    def show_left(self, sentence: str, *, unaided: bool) -> None:
        """Say how the reply left, and offer to go on to the next ticket.

        ``unaided``: nothing of the library went into it, so the next one who asks needs an article.
        """

    def show_failed(self, sentence: str) -> None:
        """Say why it could not leave; nothing was filed."""

    def hide_look(self) -> None:
        """Go back to the draft."""


class Outlets(Protocol):
    """The ways out of the program."""

    def to_clipboard(self, html: str, plain: str) -> None:
        """Put both forms of the reply on the clipboard."""

    def to_file(self, path: Path, raw: bytes) -> None:
        """Write an ``.eml``, whole or not at all; raises Failure."""

    def to_mail_program(self, name: str, raw: bytes) -> None:
        """Hand the reply to the mail program; raises Failure when there is none."""


@dataclass(frozen=True, slots=True)
class _Way:
    """One way out: what it does in a lane, what it does on the window's thread, what is said then."""

    in_lane: Callable[[ComposedReply], None]
    in_window: Callable[[ComposedReply], None]
    said: str


class LastLookPresenter:
    """Shows the last look and lets the reply leave, each reply filed once.

    ``refused`` hears why a reply can't be composed, and so not be looked at.
    """

    def __init__(
        self,
        *,
        view: LastLookView,
        desk: ReplyKeeper,
        lanes: Lanes,
        clock: Clock,
        outlets: Outlets,
        compose: Callable[[OpenTicket], ComposedReply],
        find_times: FindTimes,
        working_time: Callable[[], WorkingTime],
        agent: Callable[[], Address],
        left: Callable[[OpenTicket], None],
        refused: Callable[[str], object],
    ) -> None:
        self._view, self._desk, self._lanes, self._clock = view, desk, lanes, clock
        self._outlets, self._compose, self._find_times = outlets, compose, find_times
        self._working_time = working_time
        self._agent, self._left, self._refused = agent, left, refused
        self._ticket: OpenTicket | None = None
        self._look: LastLook | None = None
        self._filed: str | None = None
        self._look_again: dict[str, datetime] = {}
        self._kept: set[int] = set()

    def opened(self, ticket: OpenTicket) -> None:
        """Watch over this ticket's reply."""
        self._ticket, self._look, self._filed = ticket, None, None

    def closed(self) -> None:
        """Let go of the ticket."""
        self._ticket = None
        self._view.hide_look()

    @property
    def is_open(self) -> bool:
        """Whether the last look is in front."""
        return self._look is not None

    def look(self) -> None:
        """Open the last look at the reply as it stands."""
        ticket = self._ticket
        if ticket is not None:
            self._lanes.reads.run(
                lambda: self._seen(ticket),
                done=lambda look: self._show(ticket, look),
                failed=self._not_seen,
                newest="last-look",
            )

    def keep_editing(self) -> None:
        """Go back to the draft."""
        self._look = None
        self._view.hide_look()

    def choose_day(self, words: str, moment: datetime) -> None:
        """Look again at what waits for an event, by its words, at another moment than usual."""
        self._look_again[words] = moment

    def choose_kept(self, promise_id: int, *, kept: bool) -> None:
        """Say whether this reply keeps what was promised before."""
        (self._kept.add if kept else self._kept.discard)(promise_id)

    def copy(self) -> None:
        """Copy the reply as HTML and plain text."""
        self._leave(
            _Way(
                in_lane=lambda reply: None,
                in_window=lambda reply: self._outlets.to_clipboard(reply.html, reply.plain),
                said="The reply is copied as HTML and plain text; paste it into your mail program.",
            )
        )

    def write(self, path: Path) -> None:
        """Write the reply as an ``.eml``."""
        self._leave(
            _Way(
                in_lane=lambda reply: self._outlets.to_file(path, reply.raw),
                in_window=lambda reply: None,
                said=f"The reply is written to {path.name}.",
            )
        )

    def open_in_mail_program(self) -> None:
        """Hand the reply to the mail program."""
        name = f"reply-{self._ticket.id}.eml" if self._ticket else "reply.eml"
        self._leave(
            _Way(
                in_lane=lambda reply: None,
                in_window=lambda reply: self._outlets.to_mail_program(name, reply.raw),
                said="The reply is open in your mail program; send it from there.",
            )
        )

    @property
    def suggested_name(self) -> str:
        """The name of the file that *Write .eml* offers."""
        return f"reply-{self._ticket.id}.eml" if self._ticket else "reply.eml"

    def _seen(self, ticket: OpenTicket) -> LastLook:
        reply = self._compose(ticket)
        now, working_time = self._clock(), self._working_time()
        zone = working_time.time_zone
        return last_look_at(
            ticket,
            reply,
            agent=self._agent(),
            find_times=self._find_times,
            now=now,
            owed=owed_before(self._desk.open_promises_of(ticket.id), now=now, time_zone=zone),
            days=look_days(local_time(now, zone), working_time),
        )

    def _show(self, ticket: OpenTicket, look: LastLook) -> None:
        if ticket is self._ticket:
            self._look = look
            self._look_again = {}
            self._kept = {one.id for one in look.owed if one.is_fix_notice}
            self._view.show_look(look)

    def _leave(self, way: _Way) -> None:
        ticket, look = self._ticket, self._look
        if ticket is None or look is None:
            return

        def work() -> ComposedReply:
            reply = self._compose(ticket)
            way.in_lane(reply)
            return reply

        def out(reply: ComposedReply) -> None:
            try:
                way.in_window(reply)
            except Failure as failure:
                self._failed(failure)
            else:
                self._file(ticket, look, reply, way.said)

        self._lanes.writes.run(work, done=out, failed=self._failed)

    def _file(self, ticket: OpenTicket, look: LastLook, reply: ComposedReply, said: str) -> None:
        text = ticket.text
        if self._filed == text:
            self._view.show_left(said, unaided=_is_unaided(ticket))
            return
        promises = new_promises(
            look.promises,
            owner=self._agent().name,
            days=self._look_again,
            otherwise=look.days[USUAL_DAY].moment if len(look.days) > USUAL_DAY else None,
        )
        kept = frozenset(self._kept)

        def filed(_: int) -> None:
            self._filed = text
            filed_words = _filed_words(len(promises), len(kept))
            self._view.show_left(f"{said}{filed_words}", unaided=_is_unaided(ticket))
            self._left(ticket)

        self._lanes.writes.run(
            lambda: self._desk.file_reply(
                ticket.id,
                reply.raw,
                text=text,
                message_id=reply.message_id,
                promises=promises,
                kept=kept,
            ),
            done=filed,
            failed=self._failed,
        )

    def _not_seen(self, error: Exception) -> None:
        """Say beside the draft why there is nothing to look at: the page itself is not in front."""
        if not isinstance(error, Failure | OSError):
            raise error
        self._refused(str(error))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure | OSError):
            raise error
        self._view.show_failed(str(error))


def _is_unaided(ticket: OpenTicket) -> bool:
    """Whether a reply to questions took nothing out of the library."""
    return bool(ticket.review.states) and not ticket.insertions and not ticket.linked_issues


def _filed_words(made: int, kept: int) -> str:
    parts = [_counted(made, "new")] if made else []
    parts += [_counted(kept, "kept")] if kept else []
    if not parts:
        return " The ticket is filed as replied."
    return f" The ticket is filed as replied, with {' and '.join(parts)}."


def _counted(count: int, what: str) -> str:
    return f"one {what} promise" if count == 1 else f"{count} {what} promises"
