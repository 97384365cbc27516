"""The window: a rail of places, the place in front, a menu, notices at the foot."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QByteArray, QSettings, QSize, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QWidget

from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.paths import DataPaths
from desktop.window.command_palette import CommandPalette, Entry
from desktop.window.commands import MENUS, Command, CommandBook, shown_keys
from desktop.window.notice import NoticeBar
from desktop.window.rail import Rail

_REMEMBERED = 12
"""Commands that the palette remembers, until the program ends."""


@dataclass(frozen=True)
class Place:
    """One place of the window.

    ``id`` is the last part of its command (``go-queue``); ``focus`` puts the cursor where work
    starts; ``again`` is what choosing the place does when it is in front already. ``scope`` names the
    set of commands that holds there (by default the place's id; the queue says ``ticket`` while one
    is open).
    """

    id: str
    title: str
    icon: str
    widget: QWidget
    focus: Callable[[], object]
    badge: str = ""
    again: Callable[[], object] | None = None
    scope: Callable[[], str] | None = field(default=None)

    def scope_now(self) -> str:
        """Return the set of commands that holds in the place now."""
        return self.scope() if self.scope is not None else self.id


class MainWindow(QMainWindow):
    """The one window of the program; places register with :meth:`add_place`.

    ``place_changed`` carries the id of the place that came to the front. ``before_close`` holds
    what must say yes before the window goes (each saves what it has).
    """

    place_changed = Signal(str)

    def __init__(self, *, paths: DataPaths) -> None:
        super().__init__()
        self._paths = paths
        self._places: dict[str, Place] = {}
        self._visited: list[str] = []
        self.before_close: list[Callable[[], bool]] = []
        self.book = CommandBook(self)
        self.rail = Rail()
        self.stack = QStackedWidget()
        self.notices = NoticeBar()
        self._used: list[str] = []
        self.palette_panel = CommandPalette(self, self._entries)
        self.setWindowTitle("Thrice")
        self.setMinimumSize(960, 600)
        self._lay_out()
        self._menus: dict[str, QMenu] = {}
        self.rail.chosen.connect(self.choose_place)
        self.book.bind("palette", self.palette_panel.open)
        self.book.bind("take-notice", self.notices.act, enabled=lambda: self.notices.offers_act)
        self.book.bind("close-notice", self.notices.hide, enabled=lambda: self.notices.isVisible())
        self.book.bind("back", self.go_back, enabled=lambda: len(self._visited) > 1)

    def add_place(self, place: Place) -> None:
        """Add a place to rail, menu and palette; the first one comes to the front."""
        self._places[place.id] = place
        self.stack.addWidget(place.widget)
        command = f"go-{place.id}"
        self.book.bind(command, lambda: self.choose_place(place.id))
        keys = self.book.action(command).shortcut().toString()
        self.rail.add(place.id, place.title, place.icon, f"{place.title}  {keys}")
        self.set_badge(place.id, place.badge)
        if len(self._places) == 1:
            self.show_place(place.id)

    def place_ids(self) -> tuple[str, ...]:
        """Return the places that there are, from the top."""
        return tuple(self._places)

    @property
    def place(self) -> str:
        """The id of the place in front."""
        return self._visited[-1] if self._visited else ""

    def choose_place(self, id: str) -> None:
        """Go to a place as rail and keys do: from a page within it back to where it begins."""
        again = self._places[id].again
        if self.place == id and again is not None:
            again()
        else:
            self.show_place(id)

    def show_place(self, id: str) -> None:
        """Bring a place to the front and put the cursor where its work starts."""
        place = self._places[id]
        if self.place != id:
            self._visited = [*self._visited[-50:], id]
        self.stack.setCurrentWidget(place.widget)
        self.rail.mark(id)
        self.scope_changed()
        place.focus()
        self.place_changed.emit(id)

    def go_back(self) -> None:
        """Return to the place before this one."""
        if len(self._visited) > 1:
            self._visited.pop()
            before = self._visited.pop()
            self.show_place(before)

    def scope_changed(self) -> None:
        """Say that another set of commands holds (a ticket was opened or left)."""
        if self.place:
            self.book.enter(self._places[self.place].scope_now())

    def set_badge(self, id: str, badge: str) -> None:
        """Show a count at a place's button in the rail."""
        self.rail.set_badge(id, badge)

    def say(
        self, text: str, kind: str = "ok", *, action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Show a notice: ``ok`` or ``info`` for a while, ``warn`` or ``stop`` until it is closed."""
        self.notices.say(text, kind, action=action, run=run)

    def build_menus(self) -> None:
        """Build the menu bar from the commands that are bound; call it once all are."""
        bar = self.menuBar()
        bar.clear()
        for title in MENUS:
            commands = [command for command in self.book.bound() if command.menu == title]
            # Nine lines "Go to question n" would bury the rest; the keys and the palette have them.
            commands = [command for command in commands if not command.id.startswith("question-")]
            if commands:
                menu = bar.addMenu(f"&{title}")
                self.book.attach(menu)
                for command in commands:
                    menu.addAction(self.book.action(command.id))
                self._menus[title] = menu

    def come_forward(self) -> None:
        """Come to the front, also from the task bar."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def restore_geometry(self) -> None:
        """Stand where the window stood last time, or in a good first size."""
        saved = self._geometry_file().value("geometry")
        if not (isinstance(saved, QByteArray) and self.restoreGeometry(saved)):
            self.resize(QSize(grown(1360), grown(860)).boundedTo(self.screen().availableSize()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once everything that is open was saved."""
        if not all(may_close() for may_close in self.before_close):
            event.ignore()
            return
        self._geometry_file().setValue("geometry", self.saveGeometry())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the palette in the middle, and the notice in its corner."""
        super().resizeEvent(event)
        self.notices.reposition()
        if self.palette_panel.isVisible():
            self.palette_panel.reposition()

    def _geometry_file(self) -> QSettings:
        return QSettings(str(self._paths.window), QSettings.Format.IniFormat)

    def _entries(self) -> list[Entry]:
        """Return the palette's lines: what can be used here and now, first what was used last."""
        return [
            Entry(
                title=command.title,
                run=lambda id=command.id: self._run_from_palette(id),  # type: ignore[misc]
                keys=shown_keys(command),
                hint=command.help,
                weight=self._weight(command),
            )
            for command in self.book.offered()
            if command.id != "palette"
        ]

    def _run_from_palette(self, id: str) -> None:
        self._used = [id, *(used for used in self._used if used != id)][:_REMEMBERED]
        self.book.run(id)

    def _weight(self, command: Command) -> int:
        """Return how near a command is: used lately, or of this very place."""
        if command.id in self._used:
            return 2 * _REMEMBERED - self._used.index(command.id)
        # Nine lines "Go to question n" would bury the rest; a letter brings them.
        return int(command.place == self.book.place and not command.id.startswith("question-"))

    def _lay_out(self) -> None:
        page = QWidget()
        set_look(page, "page")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(page)
        self.notices.setParent(page)
        self.notices.hide()
