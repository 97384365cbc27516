"""The running program: every collaborator is made here, once, and handed over by keyword.

The window stands first; desk, library and index are opened in the lanes behind it.
"""

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

import desktop.work.plain_imports  # noqa: F401 (comes before everything that it speeds up)
from desktop.dialog import ask
from desktop.first_library import WantedLibrary
from desktop.library_watch import LibraryWatch
from desktop.look.theme_switcher import ThemeSwitcher
from desktop.open_indexes import OpenIndexes
from desktop.open_library import OpenLibrary
from desktop.paths import DataPaths
from desktop.place_code import PLACES, PLACES_WITHOUT_QT, TICKET, TICKET_WITHOUT_QT
from desktop.settings import Settings, SettingsStore
from desktop.team_rules import TeamRulesInUse
from desktop.team_time import keep_names_english
from desktop.ticket_places import TicketPlaces
from desktop.window.main_window import MainWindow
from desktop.window.window_commands import WindowCommands
from desktop.work.background import Lanes
from desktop.work.collaborators import Clock
from desktop.work.mail_worker import MailWorker
from desktop.work.staged_loading import StagedLoading, load
from kb_content.failure import Failure

if TYPE_CHECKING:
    from composer.review import Reviewer
    from composer.tickets.desk import Desk
    from desktop.queue.presenter import QueuePresenter
    from desktop.record_places import RecordPlaces
    from desktop.reply.place import ReplyPlace
    from kb_content.library import Changes

_FIRST_LANGUAGE = "en"
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
        self.settings = SettingsStore(paths.settings)
        self._wanted = WantedLibrary(library_folder, settings=self.settings, own=paths.own_library)
        self.lanes = Lanes()
        self.reader = MailWorker()
        self.themes = ThemeSwitcher(app, theme or self.settings.current.theme, self)
        self.window = MainWindow(paths=paths)
        self.library = OpenLibrary(
            index_path=paths.index,
            reads=self.lanes.reads,
            failed=lambda words: self.window.say(words, "stop"),
        )
        self.watch = LibraryWatch(self.library.refresh, reads=self.lanes.reads, parent=self)
        self.desk: Desk | None = None
        self.indexes = OpenIndexes(paths.index, library=self.library, missed=self._missed)
        self._records: RecordPlaces | None = None
        self._closed = False
        self._loading: StagedLoading | None = None
        self.tickets = TicketPlaces(
            window=self.window,
            library=self.library,
            lanes=self.lanes,
            reader=self.reader,
            settings=self.settings,
            clock=clock,
            themes=self.themes,
            index_opener=self.indexes.to_search,
            answers_opener=self.indexes.to_write,
        )
        self.team_rules = TeamRulesInUse(
            library=self.library, reads=self.lanes.reads, changed=self.tickets.rules_changed
        )
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.tickets.time_passed)
        WindowCommands(
            window=self.window,
            settings=self.settings,
            themes=self.themes,
            library=self.library,
            paths=paths,
            clock=self.clock,
        ).bind()
        self.tickets.record_wanted.connect(self.record_wanted)
        self.library.on_change(self._library_changed)
        self.library.on_indexed(self.lanes.collector.go_on)
        self.settings.on_change(self._settings_changed)
        self.window.before_close.append(self._may_close)

    # What the tour, the tests and the benchmarks take hold of ---------------------------------------

    @property
    def queue(self) -> "QueuePresenter | None":
        """The queue, once the desk is open."""
        return self.tickets.queue

    @property
    def ticket(self) -> "ReplyPlace | None":
        """The ticket's screen, once it is there."""
        return self.tickets.ticket

    def open_ticket(self, ticket_id: int) -> None:
        """Open a ticket in the queue's place; at the very start, as soon as its screen is there."""
        self.tickets.open_ticket(ticket_id)

    def leave_ticket(self) -> None:
        """Save the open ticket and go back to the queue."""
        self.tickets.leave_ticket()

    # Opening, in the order in which people need things ----------------------------------------------

    def start(self) -> None:
        """Open desk and library behind the window that stands already."""
        for problem in self.settings.problems:
            self.window.say(str(problem), "warn")
        self.lanes.writes.run(self._open_desk, done=self._desk_opened, failed=self._desk_failed)

    def _open_desk(self) -> "Desk":
        from composer.tickets.desk import Desk  # sqlite-utils takes its time: the window stands before

        marker = os.environ.get("THRICE_REVISION_FILE")
        return Desk.open(self.paths.desk, clock=self.clock, revision_file=Path(marker) if marker else None)

    def _desk_opened(self, desk: "Desk") -> None:
        self.desk = desk
        self.tickets.add_queue(desk)
        self._minute.start()
        self._commands_changed()
        # In the lane behind the queue's reading: it is on the screen before anything else is loaded.
        self.lanes.writes.run(lambda: None, done=lambda _: self._load_places())

    def _desk_failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self.window.say(str(error), "stop")
        self.tickets.queue_screen.show_nothing(
            "The desk can't be opened, so no ticket can be shown.", first_time=False
        )
        self._load_places()

    def _load_places(self) -> None:
        self.lanes.reads.run(
            lambda: load(PLACES_WITHOUT_QT), done=lambda _: self._load_in_turns(PLACES, self._add_places)
        )

    def _load_in_turns(self, modules: Sequence[str], done: Callable[[], None]) -> None:
        """Load what defines classes of Qt, here and not in a lane, without holding up the window."""
        self._loading = StagedLoading(modules, done=done, parent=self)

    def _add_places(self) -> None:
        """Add the other places, in the order of the rail; the library works without a desk too."""
        records = self._new_record_places()
        for place in records.places():
            self.window.add_place(place)
        if self.desk is not None:
            self.tickets.add_promises(self.desk)
            self._add_report(self.desk, records)
        self._commands_changed()
        # What the queue does without; threads share one interpreter, so one after the other.
        self.lanes.reads.run(
            _load_reviewer,
            done=lambda reviewer: self._load_in_turns(TICKET, lambda: self._reviewer_loaded(reviewer)),
        )
        if self.desk is not None:
            self.ready.emit()

    def _add_report(self, desk: "Desk", records: "RecordPlaces") -> None:
        from desktop.report.ground import ReportGround
        from desktop.report.place import ReportPlace

        ground = ReportGround(
            desk=desk,
            library=self.library,
            window=self.window,
            lanes=self.lanes,
            clock=self.clock,
            open_ticket=self.tickets.open_ticket,
            read_record=records.show_record,
            search=records.search_for,
        )
        self._minute.timeout.connect(ReportPlace(ground).time_passed)

    def _new_record_places(self) -> "RecordPlaces":
        from desktop.record_places import RecordPlaces  # loaded by turns before

        places = RecordPlaces(
            window=self.window,
            library=self.library,
            lanes=self.lanes,
            index_opener=self.indexes.to_search,
            settings=self.settings,
            clock=self.clock,
            themes=self.themes,
            desk=lambda: self.desk,
            open_ticket_id=lambda: self.tickets.open_ticket_id,
            open_ticket=self.tickets.open_ticket,
            link_in_ticket=self.tickets.link_issue,
            asked_in_ticket=self.tickets.asked_here,
            answered_in_ticket=self.tickets.answered_here,
        )
        self.record_wanted.connect(places.show_record)
        self.window.before_close.append(places.may_close)
        self._records = places
        return places

    def _reviewer_loaded(self, reviewer: "Reviewer") -> None:
        self.team_rules.serve(reviewer)
        if self.desk is not None:
            self.tickets.add_ticket(self.desk, reviewer)
            self.window.build_menus()
            self.ticket_ready.emit()
        self._open_library()

    def _commands_changed(self) -> None:
        self.window.build_menus()
        self.window.scope_changed()

    def _open_library(self) -> None:
        """Open the library in its lane; until the index has it nobody collects what it left behind."""
        self.lanes.collector.rest()
        self.library.open(self._wanted.ready_folder)

    def _missed(self, query: str) -> None:
        """Remember for the list of gaps what nobody found; called in a lane."""
        if self.desk is not None:
            self.desk.note_gap(query)

    def _library_changed(self, changes: "Changes | None") -> None:
        self.watch.watch(self.library.library().folder)
        if changes is None:
            self.lanes.collector.spare_what_lives()
            # Before the first draft asks for it, but behind everything that somebody waits for.
            self.lanes.reads.run(_make_review_ready, done=lambda _: None)

    def _settings_changed(self, settings: Settings) -> None:
        if settings.theme != self.themes.choice:
            self.themes.choose(settings.theme)
        if self.library.loaded and self._wanted.folder != self.library.library().folder:
            self._open_library()

    # Closing ----------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save what is open, before the window closes or an error is told; tell whether all is home."""
        self.tickets.save()
        if self._records is not None:
            self._records.keep_now()
        return self.lanes.writes.wait_idle(5000) and self.tickets.is_safe

    def close(self) -> None:
        """Save, stop everything that was started, and wait for it."""
        if self._closed:
            return
        self._closed = True
        # The window may still be shown and closed by others; there is nothing left that it could save.
        self.window.before_close.clear()
        self._minute.stop()
        if self._loading is not None:
            self._loading.stop()
        self.watch.stop()
        self.library.stop()
        self.save()
        if self._records is not None:
            self._records.stop()
        self.tickets.close_ticket()
        self.lanes.shutdown()
        self.reader.close()
        self.indexes.close()
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


def _load_reviewer() -> "Reviewer":
    """Load the rules, and with them what the ticket's screen takes, while the queue is shown already."""
    load(TICKET_WITHOUT_QT)
    from composer.lint.registry import built_in_rules
    from composer.review import Reviewer

    return Reviewer(built_in_rules())


def _make_review_ready() -> None:
    """Load the patterns and words that reading a draft in the most likely language takes."""
    from composer.lint.ready import make_ready
    from composer.spelling.dictionary import dictionary

    make_ready(_FIRST_LANGUAGE)
    dictionary(_FIRST_LANGUAGE)
