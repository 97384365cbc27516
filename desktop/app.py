"""Builds the program: every collaborator is made here, once, and handed over by keyword.

The window stands first; desk, library and index are opened in the lanes behind it.
"""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from composer.mail.message import Address
from desktop.background import Lanes
from desktop.crash import CrashHandler, start_log, stop_log
from desktop.first_library import own_copy
from desktop.instance_lock import AlreadyOpen, InstanceLock, call_first_window, listen_for_second_start
from desktop.library_watch import LibraryWatch
from desktop.mail_worker import MailWorker
from desktop.main_window import MainWindow, Place
from desktop.open_library import OpenLibrary
from desktop.paths import DataPaths
from desktop.queue.mail_import import MailImport
from desktop.queue.place import QueuePlace
from desktop.queue.presenter import QueuePresenter
from desktop.queue.view import QueueScreen
from desktop.settings import Settings, SettingsStore
from desktop.text import tell
from desktop.theme import ThemeSwitcher
from desktop.watchdog import Watchdog
from kb_content.failure import Failure
from kb_content.resource import demo_mails, starter_library

if TYPE_CHECKING:
    from composer.tickets.desk import Desk

Clock = Callable[[], datetime]
_MINUTE_MS = 60_000


def utc_now() -> datetime:
    """Return the time as the whole program reckons it: aware, in UTC."""
    return datetime.now(UTC)


class Program(QObject):
    """The running program: the window and everything behind it.

    ``ready`` is emitted once the desk is open and the queue works. The tour and the tests build one
    too; ``close`` ends everything that it started.
    """

    ready = Signal()

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
        self.watch = LibraryWatch(self.library.refresh, self)
        self.queue_screen = QueueScreen()
        self.queue_place = QueuePlace(self.queue_screen)
        self.queue: QueuePresenter | None = None
        self.desk: Desk | None = None
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._register_places()
        self._bind_commands()
        self.library.on_change(lambda _: self.watch.watch(self.library.library().folder))
        self.settings.on_change(self._settings_changed)

    def start(self) -> None:
        """Open desk and library behind the window that stands already."""
        for problem in self.settings.problems:
            self.window.say(str(problem), "warn")
        self.lanes.writes.run(self._open_desk, done=self._desk_opened, failed=self._desk_failed)
        self.library.open(self._library_folder)

    def agent(self) -> Address:
        """Return who answers, as the settings say."""
        settings = self.settings.current
        return Address(settings.agent_name, settings.agent_mail)

    def answer_colour(self) -> str:
        """Return the colour of inline answers: one's own choice, else the team's."""
        return self.settings.current.answer_colour or self.library.library().team.answer_colour

    def save(self) -> None:
        """Save what is open; called before the window closes and before an error is told."""
        self.lanes.writes.wait_idle(5000)

    def close(self) -> None:
        """Save, stop everything that was started, and wait for it."""
        self._minute.stop()
        self.library.stop()
        self.save()
        self.lanes.shutdown()
        self.reader.close()
        if self.desk is not None:
            self.desk.close()
        self.window.deleteLater()

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
        self.queue.refresh()
        self.window.scope_changed()
        self.ready.emit()

    def _desk_failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self.window.build_menus()
        self.window.say(str(error), "stop")
        self.queue_screen.show_nothing(
            "The desk can't be opened, so no ticket can be shown.", first_time=False
        )

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
        book = self.window.book
        book.bind("open-mail", screen.ask_for_files)
        book.bind("paste-mail", screen.paste)
        book.bind("demo-mails", queue.demo_chosen)
        book.bind("search-here", screen.focus_filter, place="queue")
        book.bind("close-ticket", screen.close_current, enabled=lambda: screen.chosen_ticket() > 0)
        return queue

    def open_ticket(self, ticket_id: int) -> None:
        """Open a ticket in the queue's place."""
        self.queue_place.show_ticket()

    # Commands of the whole window --------------------------------------------------------------------

    def _bind_commands(self) -> None:
        book = self.window.book
        book.bind("quit", self.window.close)
        book.bind("settings", self.show_settings)
        book.bind("open-library", self.choose_library)
        book.bind("refresh-library", self.library.refresh)
        book.bind("shortcuts", self.show_shortcuts)
        book.bind("about", self.show_about)
        book.bind("toggle-theme", lambda: self._keep(theme=self.themes.toggle()))
        for name in ("system", "light", "dark", "high-contrast"):
            book.bind(f"theme-{name}", lambda name=name: self._keep(theme=name))  # type: ignore[misc]

    def show_settings(self) -> None:
        """Show the settings and keep what was chosen."""
        from desktop.settings_dialog import SettingsDialog

        dialog = SettingsDialog(
            self.window, self.settings.current, team_colour=self.library.library().team.answer_colour
        )
        dialog.exec()
        if dialog.answer == "Save":
            self._keep(**dialog.changes())
        dialog.deleteLater()

    def choose_library(self) -> None:
        """Ask for another library's folder and open it."""
        folder = QFileDialog.getExistingDirectory(self.window, "Choose the library's folder")
        if folder:
            self._keep(library_folder=folder)

    def show_shortcuts(self) -> None:
        """Show every command with its keys."""
        from desktop.shortcut_page import ShortcutPage

        page = ShortcutPage(self.window, self.window.book.bound())
        page.exec()
        page.deleteLater()

    def show_about(self) -> None:
        """Say which program this is and where its data lies."""
        words = (
            f"Version {program_version()}. Every reply is read three times before it leaves; nothing of it"
            " needs a network."
            f"\n\nYour data: {self.paths.data_dir}\nThe library: {self.library.library().folder}"
            "\n\nThrice is free software under the MIT licence. The interface font Inter comes along under"
            " the SIL Open Font License."
        )
        tell(self.window, title="Thrice", text=words)

    def _keep(self, **values: object) -> None:
        try:
            self.settings.change(**values)
        except Failure as failure:
            self.window.say(str(failure), "stop")

    def _settings_changed(self, settings: Settings) -> None:
        if settings.theme != self.themes.choice:
            self.themes.choose(settings.theme)
        folder = self.library.library().folder
        wanted = Path(settings.library_folder) if settings.library_folder else self.paths.own_library
        if self.library.loaded and self._chosen_library is None and wanted != folder:
            self.library.open(self._library_folder)


def program_version() -> str:
    """Return the program's version, as its package says."""
    try:
        return version("thrice")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "0"


def run_window(paths: DataPaths, *, clock: Clock = utc_now, library_folder: Path | None = None) -> int:
    """Run the program until its window closes, and return the exit code.

    Raises AlreadyOpen when another window holds the data folder; that window comes to the front.
    """
    os.umask(0o077)
    paths.prepare()
    lock = InstanceLock(paths.lock)
    app = QApplication.instance() or QApplication(["thrice"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Thrice")
    app.setDesktopFileName("thrice")
    try:
        lock.take()
    except AlreadyOpen:
        call_first_window(paths.data_dir)
        raise
    start_log(paths.logs)
    program = Program(app, paths=paths, clock=clock, library_folder=library_folder)
    crash = CrashHandler(
        fault_log=paths.logs / "fault.log",
        save=program.save,
        tell=lambda number: _tell_of_crash(program, number),
        parent=program,
    )
    crash.install()
    watchdog = Watchdog(program)
    program.window.restore_geometry()
    program.window.show()
    server = []

    def after_first_paint() -> None:
        program.start()
        watchdog.start()
        program.reader.warm_up()
        server.append(listen_for_second_start(paths.data_dir, program.window.come_forward))

    QTimer.singleShot(0, after_first_paint)
    try:
        return int(app.exec())
    finally:
        watchdog.stop()
        program.close()
        for listener in server:
            listener.close()
        crash.uninstall()
        stop_log()
        lock.release()


def _tell_of_crash(program: Program, number: str) -> None:
    tell(
        program.window,
        title="Something went wrong in Thrice",
        text=f"What you wrote is saved. You can go on; if it happens again, start Thrice anew.\n\n"
        f"The log has it under {number}: {program.paths.logs / 'thrice.log'}",
    )
