"""Builds the places that show the desk: the queue with the ticket opened from it, and the promises.

They come one by one: the queue's empty screen with the window, the queue once the desk is open, then
the promises, and the ticket's screen once the rules are loaded as well.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.look.theme_switcher import ThemeSwitcher
from desktop.open_library import OpenLibrary
from desktop.queue.build import build_queue
from desktop.queue.place import QueuePlace
from desktop.queue.presenter import QueuePresenter
from desktop.queue.view import QueueScreen
from desktop.settings import SettingsStore
from desktop.window.main_window import MainWindow, Place
from desktop.work.background import Lanes
from desktop.work.collaborators import Clock
from desktop.work.mail_worker import MailWorker

if TYPE_CHECKING:
    from composer.review import Reviewer
    from composer.tickets.desk import Desk
    from desktop.past_answers import PastAnswerIndex
    from desktop.promises.presenter import PromisesPresenter
    from desktop.record_editor.from_reply import Answered
    from desktop.reply.place import ReplyPlace
    from desktop.work.shared_index import SearchIndex


class TicketPlaces(QObject):
    """The queue, the open ticket and the promises, and what leads between them.

    ``index_opener`` opens the index to search in, ``answers_opener`` the index to keep past answers
    in; both are called in a lane. ``record_wanted`` carries kind and id of a record of the library
    that somebody wants to read.
    """

    record_wanted = Signal(str, str)

    def __init__(
        self,
        *,
        window: MainWindow,
        library: OpenLibrary,
        lanes: Lanes,
        reader: MailWorker,
        settings: SettingsStore,
        clock: Clock,
        themes: ThemeSwitcher,
        index_opener: "Callable[[], SearchIndex]",
        answers_opener: "Callable[[], PastAnswerIndex]",
    ) -> None:
        super().__init__(window)
        self._window, self._library, self._lanes, self._reader = window, library, lanes, reader
        self._settings, self._clock, self._themes = settings, clock, themes
        self._index_opener, self._answers_opener = index_opener, answers_opener
        self.queue_screen = QueueScreen()
        self.queue_place = QueuePlace(self.queue_screen)
        self.queue: QueuePresenter | None = None
        self.promises: PromisesPresenter | None = None
        self.ticket: ReplyPlace | None = None
        self.open_ticket_id = 0
        place = self.queue_place
        window.add_place(
            Place(
                "queue",
                "Queue",
                "queue",
                place,
                place.focus_work,
                again=self._back_to_list,
                scope=lambda: place.scope,
            )
        )
        place.scope_changed.connect(window.scope_changed)

    # They come one by one ---------------------------------------------------------------------------

    def add_queue(self, desk: "Desk") -> None:
        """Fill the queue's screen, once the desk is open."""
        self.queue = build_queue(
            screen=self.queue_screen,
            window=self._window,
            desk=desk,
            reader=self._reader,
            team=lambda: self._library.library().team,
            lanes=self._lanes,
            clock=self._clock,
            open_ticket=self.open_ticket,
        )
        self.queue.refresh()

    def add_promises(self, desk: "Desk") -> None:
        """Add the place Promises; its code was loaded by turns before."""
        from desktop.promises.place import add_promises_place

        promises = add_promises_place(
            desk=desk,
            window=self._window,
            writes=self._lanes.writes,
            clock=self._clock,
            working_time=lambda: self._library.library().team.working_time,
            open_ticket=self.open_ticket,
        )
        # The team's time zone is known once its library is read; reminders are said in it.
        self._library.on_change(lambda _: promises.time_passed())
        self.promises = promises

    def add_ticket(self, desk: "Desk", reviewer: "Reviewer") -> None:
        """Add the ticket's screen, and open the ticket that was chosen meanwhile."""
        from desktop.mail_offers import MailOffers
        from desktop.reply.build import build_reply_place  # loaded by turns before

        ticket = build_reply_place(
            desk=desk,
            library=self._library.library,
            index_opener=self._index_opener,
            reviewer=reviewer,
            reader=self._reader,
            lanes=self._lanes,
            settings=self._settings,
            clock=self._clock,
            themes=self._themes,
            book=self._window.book,
        )
        self.ticket = ticket
        self.queue_place.set_ticket_screen(ticket)
        self._library.on_indexed(ticket.library_changed)
        ticket.record_wanted.connect(self.record_wanted)
        ticket.closed.connect(self.leave_ticket)
        ticket.next_wanted.connect(lambda: self.open_neighbour(1))
        ticket.replied.connect(self._replied)
        ticket.last_look.article_wanted.connect(lambda: self._window.book.run("article-from-reply"))
        ticket.told.connect(self._tell)
        self._mail_offers = MailOffers(place=ticket, queue=lambda: self.queue, say=self._window.say)
        self._keep_past_answers(desk, ticket)
        self._window.book.bind("previous-ticket", lambda: self.open_neighbour(-1))
        self._window.book.bind("close-ticket", self.close_open_ticket, place="ticket")
        if self.open_ticket_id:
            self.open_ticket(self.open_ticket_id)

    def _keep_past_answers(self, desk: "Desk", ticket: "ReplyPlace") -> None:
        """Let the index know what was sent: when the library is indexed, and after each reply."""
        from desktop.past_answers import PastAnswers

        past = PastAnswers(
            desk=desk,
            library=self._library.library,
            opener=self._answers_opener,
            agent_name=lambda: self._settings.current.agent_name,
            writes=self._lanes.writes,
            reads=self._lanes.reads,
            changed=ticket.library_changed,
        )
        self._library.on_indexed(past.refresh)
        ticket.replied.connect(lambda _: past.refresh())
        if self._library.loaded and self._library.unindexed() is None:
            past.refresh()

    # What leads between them ------------------------------------------------------------------------

    def open_ticket(self, ticket_id: int) -> None:
        """Open a ticket in the queue's place; at the very start, as soon as its screen is there."""
        self.open_ticket_id = ticket_id
        if self.ticket is not None:
            self.ticket.open_ticket(ticket_id)
            self._window.show_place("queue")
            self.queue_place.show_ticket()

    def leave_ticket(self) -> None:
        """Save the open ticket and go back to the queue."""
        left, self.open_ticket_id = self.open_ticket_id, 0
        if self.ticket is not None:
            self.ticket.close_ticket()
        self.queue_place.show_list()
        if self.queue is not None:
            self.queue.refresh(choose=left)

    def _back_to_list(self) -> None:
        """Lead from an open ticket back to the queue, and in the queue to its list."""
        if self.queue_place.ticket_open:
            self.leave_ticket()
        else:
            self.queue_place.focus_work()

    def open_neighbour(self, step: int) -> None:
        """Open the ticket before or after this one in the queue; at its end, stay.

        Whose reply has left is in the queue no longer: when nothing waits, that leads back to it.
        """
        if self.queue is None:
            return
        neighbour = self.queue.neighbour(self.open_ticket_id, step)
        if neighbour:
            self.open_ticket(neighbour)
        elif step > 0 and not self.queue.has_shown(self.open_ticket_id):
            self.leave_ticket()
        else:
            end = "last" if step > 0 else "first"
            self._window.say(f"This is the {end} ticket of the queue.", "info")

    def close_open_ticket(self) -> None:
        """Take the open ticket out of the queue without a reply, and go on to the next one."""
        if self.queue is None or not self.open_ticket_id:
            return
        closed = self.open_ticket_id
        neighbour = self.queue.neighbour(closed, 1) or self.queue.neighbour(closed, -1)
        if neighbour:
            self.open_ticket(neighbour)
        else:
            self.leave_ticket()
        self.queue.close_chosen(closed)

    def asked_here(self) -> tuple[str, str]:
        """Return the open ticket's subject, and the question at its cursor; nothing where there is none."""
        ticket = self.ticket.presenter.ticket if self.ticket is not None else None
        if ticket is None:
            return "", ""
        question = ticket.question_at_cursor()
        return ticket.mail.message.subject, question.text if question is not None else ""

    def answered_here(self) -> "Answered":
        """Return the question in hand of the open ticket with its answer, or all that was answered."""
        from desktop.record_editor.from_reply import Answered, answered

        ticket = self.ticket.presenter.ticket if self.ticket is not None else None
        if ticket is None:
            return Answered()
        question = ticket.question_at_cursor()
        return answered(ticket.draft, ticket.review.states, question.id if question is not None else "")

    def link_issue(self, issue_id: str) -> None:
        """Show in the open ticket that it was linked to a known issue."""
        if self.ticket is not None:
            self.ticket.knowledge.knowledge.link_issue(issue_id)

    def write_reply(self, path: Path) -> None:
        """Write the open ticket's reply, whose last look is shown, as an ``.eml``."""
        if self.ticket is not None:
            self.ticket.last_look.presenter.write(path)

    def _tell(self, said: str, act: str, run: Callable[[], object] | None) -> None:
        """Show a notice of the ticket; what was done has an act that takes it back."""
        self._window.say(said, "ok" if act else "info", action=act, run=run)

    def _replied(self, _: int) -> None:
        if self.queue is not None:
            self.queue.refresh()
        if self.promises is not None:
            self.promises.refresh()

    # What happens around them -----------------------------------------------------------------------

    def time_passed(self) -> None:
        """Show ages and dates as they are now; called every minute."""
        if self.queue is not None:
            self.queue.time_passed()
        if self.promises is not None:
            self.promises.time_passed()

    def rules_changed(self) -> None:
        """Read the open draft again, with other rules."""
        if self.ticket is not None:
            self.ticket.library_changed()

    def save(self) -> None:
        """Save the open draft without waiting for the pause."""
        if self.ticket is not None:
            self.ticket.save_now()

    @property
    def is_safe(self) -> bool:
        """Whether every text that was typed is committed."""
        return self.ticket is None or self.ticket.is_safe

    def close_ticket(self) -> None:
        """Save and let go of the open ticket, at the end."""
        if self.ticket is not None:
            self.ticket.close_ticket()
