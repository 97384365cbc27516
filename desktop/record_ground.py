"""What the library and the known issues stand on, and the presenters that are made from it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol

from desktop.known_issues.issue_update import as_stored
from desktop.known_issues.presenter import IssueDesk, KnownIssuesPresenter
from desktop.known_issues.view import KnownIssuesScreen
from desktop.library.gaps.gaps_presenter import GapDesk
from desktop.library.place import RecordPlace
from desktop.library.presenter import LibraryPresenter, Searches
from desktop.library.record_acts import RecordActs
from desktop.library.records import Record
from desktop.library.view import LibraryScreen
from desktop.open_library import OpenLibrary
from desktop.promises.new_eta import EtaReader
from desktop.record_editor.left_texts import LeftDesk
from desktop.record_editor.view import RecordEditor
from desktop.record_editor.writing import RecordSaved, RecordWriting
from desktop.settings import SettingsStore
from desktop.team_time import local_time
from desktop.window.link_dialog import open_link
from desktop.window.main_window import MainWindow
from desktop.work.background import Lanes
from desktop.work.collaborators import Clock, Timers
from search.hit import Kind


class RecordsDesk(IssueDesk, LeftDesk, GapDesk, Protocol):
    """The part of the desk that these places need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordGround:
    """What both places share; ``desk`` gives the desk once it is open, ``saved`` hears of each record."""

    window: MainWindow
    library: OpenLibrary
    lanes: Lanes
    settings: SettingsStore
    clock: Clock
    desk: Callable[[], RecordsDesk | None]
    saved: RecordSaved

    def now(self) -> datetime:
        """Return the local time where the team works."""
        return local_time(self.clock(), self.library.library().team.working_time.time_zone)

    def eta_reader(self) -> EtaReader:
        """Return what reads typed moments as of now, in the team's working time."""
        from composer.when.eta import find_times  # its patterns take their time: not before the window stands

        return EtaReader(
            find_times=lambda text, now, zone: find_times(text, now=now, time_zone=zone),
            now=self.clock(),
            working_time=self.library.library().team.working_time,
        )

    def agent_name(self) -> str:
        """Return the name of who works here."""
        return self.settings.current.agent_name

    def new_library(
        self,
        screen: LibraryScreen,
        *,
        index: Searches,
        timers: Timers,
        missed: Callable[[str], None],
        searched: Callable[[], object],
    ) -> LibraryPresenter:
        """Make the library's presenter."""
        return LibraryPresenter(
            view=screen,
            library=self.library.library,
            loaded=lambda: self.library.loaded,
            index=index,
            reads=self.lanes.reads,
            timers=timers,
            now=self.now,
            foreign_link=partial(open_link, self.window),
            missed=missed,
            searched=searched,
            agent_name=self.agent_name,
        )

    def new_issues(
        self,
        screen: KnownIssuesScreen,
        *,
        open_ticket_id: Callable[[], int],
        linked: Callable[[str], object],
    ) -> KnownIssuesPresenter:
        """Make the presenter of the known issues."""
        return KnownIssuesPresenter(
            view=screen,
            library=self.library.library,
            desk=self.desk,
            acts=self.new_acts(screen.show_failure),
            writes=self.lanes.writes,
            reads=self.lanes.reads,
            now=self.now,
            agent_name=self.agent_name,
            open_ticket=open_ticket_id,
            linked=linked,
            say=self.window.say,
            show_promises=lambda: self.window.show_place("promises"),
            not_read=self._why_not_read,
        )

    def _why_not_read(self) -> str:
        """Why there is no library to read from, or nothing."""
        if self.library.loaded:
            return ""
        return str(self.library.failure or "Reading the library…")

    def new_acts(self, failed: Callable[[str], object]) -> RecordActs:
        """Make what changes a record without the editor."""
        return RecordActs(
            library=self.library.library,
            writes=self.lanes.writes,
            now=self.now,
            agent_name=self.agent_name,
            saved=self.saved,
            failed=failed,
            say=self.window.say,
        )

    def new_writing(
        self,
        kinds: frozenset[Kind],
        editor: RecordEditor,
        place: RecordPlace,
        *,
        refused: Callable[[str], object],
        show: Callable[[Record], object],
    ) -> RecordWriting:
        """Make what writes records of some kinds in a place."""
        place.scope_changed.connect(self.window.scope_changed)
        return RecordWriting(
            kinds=kinds,
            place=place,
            editor=editor,
            library=self.library,
            lanes=self.lanes,
            desk=self.desk,
            agent_name=self.agent_name,
            now=self.now,
            refused=refused,
            saved=self.saved,
            show=show,
            say=self.window.say,
            moment=lambda typed: as_stored(typed, self.eta_reader()),
        )
