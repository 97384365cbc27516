"""Builds the program: every collaborator is made here, once, and handed over by keyword.

The window stands first; desk, library and index are opened in the lanes behind it.
"""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.first_library import own_copy
from desktop.library_watch import LibraryWatch
from desktop.look.theme import ThemeSwitcher
from desktop.open_library import OpenLibrary
from desktop.paths import DataPaths
from desktop.places import build_places, load_place_code
from desktop.queue.mail_import import MailImport
from desktop.queue.place import QueuePlace
from desktop.queue.presenter import QueuePresenter
from desktop.queue.view import QueueScreen
from desktop.settings import Settings, SettingsStore
from desktop.team_rules import TeamRulesInUse
from desktop.team_time import keep_names_english
from desktop.text import ask
from desktop.window.main_window import MainWindow, Place
from desktop.window.window_commands import WindowCommands
from desktop.work.background import Lanes
from desktop.work.mail_worker import MailWorker
from kb_content.failure import Failure
from kb_content.resource import demo_mails, starter_library

if TYPE_CHECKING:
    from composer.review import Reviewer
    from composer.tickets.desk import Desk
    from desktop.promises.presenter import PromisesPresenter
    from desktop.reply.place import ReplyPlace
    from desktop.work.shared_index import SearchIndex
    from search.index import Index

Clock = Callable[[], datetime]
_MINUTE_MS = 60_000


def utc_now() -> datetime:
    """Return the time as the whole program reckons it: aware, in UTC."""
    return datetime.now(UTC)


class Program(QObject):
    """The running program: the window and everything behind it.

    ``ready`` is emitted once the desk is open and the queue works, ``ticket_ready`` once tickets can
    be opened; ``record_wanted`` carries kind and id of a record of the library that somebody wants to
    read. The tour and the tests build one too; ``close`` ends everything that it started.
    """

    ready = Signal()
    ticket_ready = Signal()
    record_wanted = Signal(str, str)

    def __init__(
        self,
        app: QApplication,
        *,
        paths: DataPaths,
        clock: Clock = utc_now,
        library_folder: Path | None = None,
        theme: str = "",
    ) -> None:
        super().__init__()
        keep_names_english()
        self.paths, self.clock = paths, clock
        self._chosen_library = library_folder
        self.settings = SettingsStore(paths.settings)
        self.lanes = Lanes()
        self.reader = MailWorker()
        self.themes = ThemeSwitcher(app, theme or self.settings.current.theme, self)
        self.window = MainWindow(paths=paths)
        self.library = OpenLibrary(
            index_path=paths.index,
            reads=self.lanes.reads,
            failed=lambda words: self.window.say(words, "stop"),
        )
        self.team_rules = TeamRulesInUse(
            library=self.library, reads=self.lanes.reads, changed=self._rules_changed
        )
        self.watch = LibraryWatch(self.library.refresh, self)
        self.queue_screen = QueueScreen()
        self.queue_place = QueuePlace(self.queue_screen)
        self.queue: QueuePresenter | None = None
        self.promises: PromisesPresenter | None = None
        self.desk: Desk | None = None
        self.ticket: ReplyPlace | None = None
        self.open_ticket_id = 0
        self.savers: list[Callable[[], object]] = []
        self._reviewer: Reviewer | None = None
        self._indexes: list[Index] = []
        self._closed = False
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._register_places()
        WindowCommands(
            window=self.window, settings=self.settings, themes=self.themes, library=self.library, paths=paths
        ).bind()
        self.library.on_change(lambda _: self.watch.watch(self.library.library().folder))
        self.settings.on_change(self._settings_changed)
        self.window.before_close.append(self._may_close)

    def start(self) -> None:
        """Open desk and library behind the window that stands already."""
        for problem in self.settings.problems:
            self.window.say(str(problem), "warn")
        self.lanes.writes.run(self._open_desk, done=self._desk_opened, failed=self._desk_failed)

    def save(self) -> bool:
        """Save what is open, before the window closes or an error is told; tell whether all is home."""
        for save in self.savers:
            save()
        return self.lanes.writes.wait_idle(5000) and (self.ticket is None or self.ticket.is_safe)

    def close(self) -> None:
        """Save, stop everything that was started, and wait for it."""
        if self._closed:
            return
        self._closed = True
        # The window may still be shown and closed by others; there is nothing left that it could save.
        self.window.before_close.clear()
        self._minute.stop()
        self.watch.stop()
        self.library.stop()
        self.save()
        if self.ticket is not None:
            self.ticket.close_ticket()
        self.lanes.shutdown()
        self.reader.close()
        for index in self._indexes:
            index.close()
        if self.desk is not None:
            self.desk.close()
        self._give_clipboard_back()
        self.window.deleteLater()

    def _may_close(self) -> bool:
        """Say yes once everything is saved, or when the agent says so."""
        if self.save():
            return True
        answer = ask(
            self.window,
            title="Your last changes are not saved yet",
            text="Saving takes too long or is refused, by a full disk for instance. Keep Thrice open: your "
            "text stays in the editor, and saving is tried again every few seconds.",
            buttons=("Close without saving", "Keep it open"),
            default="Keep it open",
            danger="Close without saving",
        )
        return answer == "Close without saving"

    def _give_clipboard_back(self) -> None:
        """Empty Qt's own clipboard, which platforms without one have.

        It is a static of Qt's: at exit it would delete what we copied after Python is gone, and crash.
        """
        if QGuiApplication.platformName() in ("offscreen", "minimal"):
            QGuiApplication.clipboard().clear()

    def _settings_changed(self, settings: Settings) -> None:
        if settings.theme != self.themes.choice:
            self.themes.choose(settings.theme)
        folder = self.library.library().folder
        wanted = Path(settings.library_folder) if settings.library_folder else self.paths.own_library
        if self.library.loaded and self._chosen_library is None and wanted != folder:
            self.library.open(self._library_folder)

    # Opening -------------------------------------------------------------------------------------

    def _open_desk(self) -> "Desk":
        from composer.tickets.desk import Desk  # sqlite-utils takes its time: the window stands before

        marker = os.environ.get("THRICE_REVISION_FILE")
        return Desk.open(self.paths.desk, clock=self.clock, revision_file=Path(marker) if marker else None)

    def _desk_opened(self, desk: "Desk") -> None:
        self.desk = desk
        self.queue = self._new_queue(desk)
        self._minute.timeout.connect(self.queue.time_passed)
        self._minute.start()
        self.window.build_menus()
        self.window.scope_changed()
        self.queue.refresh()
        # In the lane behind the refresh: the queue is on the screen before anything else is loaded.
        self.lanes.writes.run(lambda: None, done=lambda _: self._load_places())

    def _desk_failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self.window.say(str(error), "stop")
        self.queue_screen.show_nothing(
            "The desk can't be opened, so no ticket can be shown.", first_time=False
        )
        self._load_places()

    def _load_places(self) -> None:
        self.lanes.reads.run(load_place_code, done=lambda _: self._add_places())

    def _add_places(self) -> None:
        """Build the other places, whose code was loaded in a lane; the library works without a desk too."""
        for place in build_places(self):
            self.window.add_place(place)
        if self.desk is not None:
            self.promises = self._new_promises(self.desk)
            self._minute.timeout.connect(self.promises.time_passed)
        self.window.build_menus()
        self.window.scope_changed()
        self._load_the_rest()
        if self.desk is not None:
            self.ready.emit()

    def _load_the_rest(self) -> None:
        """Load what the queue does without; threads share one interpreter, so not all at once."""
        self.lanes.reads.run(_load_reviewer, done=self._reviewer_loaded)
        self.library.open(self._library_folder)

    def _library_folder(self) -> Path:
        """Return the folder of the library to open; it may be copied first, so this runs in a lane."""
        if self._chosen_library is not None:
            return self._chosen_library
        chosen = self.settings.current.library_folder
        return Path(chosen) if chosen else own_copy(starter_library(), self.paths.own_library)

    # Places ----------------------------------------------------------------------------------------

    def _register_places(self) -> None:
        self.window.add_place(
            Place(
                "queue",
                "Queue",
                "queue",
                self.queue_place,
                self.queue_place.focus_work,
                scope=lambda: self.queue_place.scope,
            )
        )
        self.queue_place.scope_changed.connect(self.window.scope_changed)

    def _new_queue(self, desk: "Desk") -> QueuePresenter:
        screen = self.queue_screen
        queue = QueuePresenter(
            view=screen,
            desk=desk,
            mail_import=MailImport(desk=desk, reader=self.reader, team=lambda: self.library.library().team),
            writes=self.lanes.writes,
            reads=self.lanes.reads,
            clock=self.clock,
            opened=self.open_ticket,
            waiting=lambda count: self.window.set_badge("queue", str(count) if count else ""),
            say=self.window.say,
            demo_mails=demo_mails,
        )
        screen.words_changed.connect(queue.words_changed)
        screen.status_chosen.connect(queue.status_chosen)
        screen.ticket_chosen.connect(queue.ticket_chosen)
        screen.files_chosen.connect(queue.files_chosen)
        screen.pasted.connect(queue.pasted)
        screen.demo_chosen.connect(queue.demo_chosen)
        screen.close_chosen.connect(queue.close_chosen)
        screen.reopen_chosen.connect(queue.reopen_chosen)
        book = self.window.book
        book.bind("open-mail", screen.ask_for_files)
        book.bind("paste-mail", screen.paste)
        book.bind("demo-mails", queue.demo_chosen)
        book.bind("search-here", screen.focus_filter, place="queue")
        book.bind("close-ticket", screen.close_current, enabled=screen.can_close)
        book.bind("reopen-ticket", screen.reopen_current, enabled=screen.can_reopen)
        screen.list.customContextMenuRequested.connect(self._show_ticket_menu)
        return queue

    def _new_promises(self, desk: "Desk") -> "PromisesPresenter":
        from desktop.promises.place import add_promises_place  # after the queue, which people wait for

        promises = add_promises_place(
            desk=desk,
            window=self.window,
            writes=self.lanes.writes,
            clock=self.clock,
            working_time=lambda: self.library.library().team.working_time,
            open_ticket=self.open_ticket,
        )
        # The team's time zone is known once its library is read; reminders are said in it.
        self.library.on_change(lambda _: promises.time_passed())
        return promises

    def _show_ticket_menu(self, place: QPoint) -> None:
        tickets = self.queue_screen.list
        if tickets.indexAt(place).isValid():
            menu = self.window.book.context_menu(("close-ticket", "reopen-ticket"), tickets)
            menu.popup(tickets.viewport().mapToGlobal(place))

    # The open ticket -------------------------------------------------------------------------------

    def open_ticket(self, ticket_id: int) -> None:
        """Open a ticket in the queue's place; at the very start, as soon as its screen is there."""
        self.open_ticket_id = ticket_id
        if self.ticket is not None:
            self.ticket.open_ticket(ticket_id)
            self.window.show_place("queue")
            self.queue_place.show_ticket()

    def leave_ticket(self) -> None:
        """Save the open ticket and go back to the queue."""
        left, self.open_ticket_id = self.open_ticket_id, 0
        if self.ticket is not None:
            self.ticket.close_ticket()
        self.queue_place.show_list()
        if self.queue is not None:
            self.queue.refresh(choose=left)

    def open_neighbour(self, step: int) -> None:
        """Open the ticket before or after this one in the queue; at its end, go back to it."""
        neighbour = self.queue.neighbour(self.open_ticket_id, step) if self.queue is not None else 0
        if neighbour:
            self.open_ticket(neighbour)
        else:
            self.leave_ticket()

    def write_reply(self, path: Path) -> None:
        """Write the open ticket's reply, whose last look is shown, as an ``.eml``."""
        if self.ticket is not None:
            self.ticket.last_look.presenter.write(path)

    def _reviewer_loaded(self, reviewer: "Reviewer") -> None:
        self._reviewer = reviewer
        self.team_rules.serve(reviewer)
        self._join_ticket()

    def _rules_changed(self) -> None:
        if self.ticket is not None:
            self.ticket.library_changed()

    def _join_ticket(self) -> None:
        """Build the ticket's screen once both the desk and the rules are there."""
        if self.desk is None or self._reviewer is None:
            return
        from desktop.reply.build import build_reply_place  # loaded in the lane before, with the rules

        self.ticket = build_reply_place(
            desk=self.desk,
            library=self.library.library,
            index_opener=self.open_index,
            reviewer=self._reviewer,
            reader=self.reader,
            lanes=self.lanes,
            settings=self.settings,
            clock=self.clock,
            themes=self.themes,
            book=self.window.book,
        )
        self.savers.append(self.ticket.save_now)
        self.library.on_indexed(self.ticket.library_changed)
        self._keep_past_answers(self.desk, self.ticket)
        self.queue_place.set_ticket_screen(self.ticket)
        self.ticket.record_wanted.connect(self.record_wanted)
        self.ticket.closed.connect(self.leave_ticket)
        self.ticket.next_wanted.connect(lambda: self.open_neighbour(1))
        self.ticket.replied.connect(lambda _: self.queue.refresh() if self.queue is not None else None)
        self.ticket.replied.connect(lambda _: self.promises.refresh() if self.promises is not None else None)
        self.window.book.bind("previous-ticket", lambda: self.open_neighbour(-1))
        self.window.build_menus()
        self.ticket_ready.emit()
        if self.open_ticket_id:
            self.open_ticket(self.open_ticket_id)

    def _keep_past_answers(self, desk: "Desk", ticket: "ReplyPlace") -> None:
        """Let the index know what was sent: when the library is indexed, and after each reply."""
        from desktop.past_answers import PastAnswers

        past = PastAnswers(
            desk=desk,
            library=self.library.library,
            opener=self._new_index,
            agent_name=lambda: self.settings.current.agent_name,
            writes=self.lanes.writes,
            reads=self.lanes.reads,
            changed=ticket.library_changed,
        )
        self.library.on_indexed(past.refresh)
        ticket.replied.connect(lambda _: past.refresh())
        if self.library.loaded and self.library.unindexed() is None:
            past.refresh()

    def open_index(self) -> "SearchIndex":
        """Open the index; called in a lane, at the first search."""
        from desktop.work.index_or_titles import IndexOrTitles

        index = self._new_index()
        self._indexes.append(index)
        return IndexOrTitles(index, self.library.unindexed)

    def _new_index(self) -> "Index":
        from search.index import Index

        return Index.open(self.paths.index)


def _load_reviewer() -> "Reviewer":
    """Load the rules, and with them the code of the ticket's screen, while the queue is shown already."""
    import desktop.reply.build  # noqa: F401 (only to have it loaded)
    from composer.lint.registry import built_in_rules
    from composer.review import Reviewer

    return Reviewer(built_in_rules())
