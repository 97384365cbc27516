"""Builds the library and the known issues: screens, presenters, editors, and what leads between them."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject

from desktop.known_issues.issue_commands import IssueCommands
from desktop.known_issues.view import KnownIssuesScreen
from desktop.library.gaps.gaps_presenter import GapsPresenter
from desktop.library.index_progress import IndexProgress
from desktop.library.library_commands import LibraryCommands
from desktop.library.place import RecordPlace
from desktop.library.reading_place import reading_place
from desktop.library.records import Record, kind_of
from desktop.library.view import LibraryScreen
from desktop.look.theme_switcher import ThemeSwitcher
from desktop.open_library import OpenLibrary
from desktop.past_answers import ticket_of
from desktop.record_editor.from_reply import TAKE_OUT, Answered
from desktop.record_editor.view import RecordEditor
from desktop.record_ground import RecordGround, RecordsDesk
from desktop.settings import SettingsStore
from desktop.text import selected_words
from desktop.window.link_dialog import open_link
from desktop.window.main_window import MainWindow, Place
from desktop.work.background import Lanes
from desktop.work.collaborators import Clock
from desktop.work.qt_timers import QtTimers
from desktop.work.shared_index import SearchIndex, SharedIndex
from kb_content.article import Article
from kb_content.catalogue import Changes
from search.hit import Kind


class RecordPlaces(QObject):
    """The two places that read and edit the library's records.

    ``desk`` gives the desk once it is open; ``open_ticket_id`` the ticket that is open in the queue
    (0: none), ``open_ticket`` opens one, ``link_in_ticket`` tells its screen of a linked issue,
    ``asked_in_ticket`` gives its subject and the question in hand, ``answered_in_ticket`` that question with
    its answer.
    """

    def __init__(
        self,
        *,
        window: MainWindow,
        library: OpenLibrary,
        lanes: Lanes,
        index_opener: Callable[[], SearchIndex],
        settings: SettingsStore,
        clock: Clock,
        themes: ThemeSwitcher,
        desk: Callable[[], RecordsDesk | None],
        open_ticket_id: Callable[[], int],
        open_ticket: Callable[[int], object],
        link_in_ticket: Callable[[str], object],
        asked_in_ticket: Callable[[], tuple[str, str]],
        answered_in_ticket: Callable[[], Answered],
    ) -> None:
        super().__init__(window)
        self._window, self._library, self._lanes = window, library, lanes
        self._open_ticket, self._asked_in_ticket = open_ticket, asked_in_ticket
        self._answered_in_ticket = answered_in_ticket
        self._timers = QtTimers(self)
        ground = RecordGround(
            window=window,
            library=library,
            lanes=lanes,
            settings=settings,
            clock=clock,
            desk=desk,
            saved=self._record_saved,
        )
        self.library_screen, self.issues_screen = LibraryScreen(), KnownIssuesScreen()
        self.library_editor, self.issues_editor = RecordEditor(), RecordEditor()
        self.library_place = RecordPlace(
            self.library_screen,
            self.library_editor,
            focus_screen=self.library_screen.focus_search,
            focus_editor=self.library_editor.focus_start,
        )
        self.issues_place = RecordPlace(
            self.issues_screen,
            self.issues_editor,
            focus_screen=self.issues_screen.focus_work,
            focus_editor=self.issues_editor.focus_start,
        )
        self.gaps = GapsPresenter(view=self.library_screen, desk=desk, writes=lanes.writes, say=window.say)
        self._indexing = IndexProgress(view=self.library_screen, sync=library.sync, timers=self._timers)
        self.library = ground.new_library(
            self.library_screen,
            index=SharedIndex(index_opener),
            timers=self._timers,
            missed=self._missed,
            searched=self._indexing.soon,
        )
        self.issues = ground.new_issues(
            self.issues_screen, open_ticket_id=open_ticket_id, linked=link_in_ticket
        )
        self._library_texts = ground.new_writing(
            frozenset({Kind.ARTICLE, Kind.SNIPPET}),
            self.library_editor,
            self.library_place,
            refused=self.library_screen.pane.problem.say,
            show=lambda record: self._show_saved(record, "library"),
        )
        self._issue_texts = ground.new_writing(
            frozenset({Kind.KNOWN_ISSUE}),
            self.issues_editor,
            self.issues_place,
            refused=self.issues_screen.show_failure,
            show=lambda record: self._show_saved(record, "known-issues"),
        )
        self.library_writing, self.issues_writing = self._library_texts.presenter, self._issue_texts.presenter
        LibraryCommands(
            window=window,
            screen=self.library_screen,
            library=self.library,
            writing=self.library_writing,
            acts=ground.new_acts(self.library_screen.pane.problem.say),
            gaps=self.gaps,
            today=lambda: ground.now().date(),
            team=lambda: library.library().team,
            agent_name=ground.agent_name,
            show_screen=self.library_place.show_screen,
            folder=lambda: library.library().folder,
        )
        IssueCommands(
            window=window,
            screen=self.issues_screen,
            issues=self.issues,
            writing=self.issues_writing,
            open_ticket_id=open_ticket_id,
            follow=self._follow_from_issue,
            now=ground.now,
            reader=ground.eta_reader,
        )
        window.book.bind("search-everywhere", self._search_for_selection)
        window.book.bind("new-known-issue", self._issue_from_ticket, place="ticket")
        window.book.bind("article-from-reply", self._article_from_reply)
        library.on_change(self._library_changed)
        library.on_indexed(self.library.indexed)
        library.on_indexed(self._indexing.look)
        library.on_not_opened(self.library.not_opened)
        library.on_not_opened(lambda _: self.issues.refresh())
        for widget in (self.library_screen.pane, self.issues_screen.pane):
            themes.changed.connect(widget.wear)
        window.place_changed.connect(self._place_changed)
        self._library_changed(None)
        if library.failure:  # it may have failed before the places were built
            self.library.not_opened(library.failure)

    def show_record(self, kind: str, address: str) -> None:
        """Show a record that somebody asks for elsewhere (kind ``""``: whatever has this id).

        An address may name a heading and words, see ``reading_place``. A past answer is read in the
        ticket where it was given.
        """
        place = reading_place(address)
        if kind == Kind.PAST_ANSWER:
            self._open_ticket(ticket_of(place.id))
            return
        if kind == Kind.KNOWN_ISSUE:
            self.issues_place.show_screen()
            self._window.show_place("known-issues")
            self.issues.show_issue(place.id)
        else:
            self.library_place.show_screen()
            self._window.show_place("library")
            self.library.show_record(kind, place.id, place)
        self._say_unsaved()

    def search_for(self, query: str) -> None:
        """Search the library for something that somebody looks for elsewhere."""
        self._search_everywhere()
        self.library_screen.show_query(query)

    def may_close(self) -> bool:
        """Ask about unsaved records before the window closes."""
        for id, writing in (("library", self.library_writing), ("known-issues", self.issues_writing)):
            if writing.is_changed:
                self._window.show_place(id)
                writing.resume()
                if not writing.save_and_close():
                    self._lanes.writes.wait_idle(5_000)
                    if writing.is_changed:
                        return False
        return True

    def keep_now(self) -> None:
        """Keep on the desk what is written and not saved, without waiting."""
        self.library_writing.keep_now()
        self.issues_writing.keep_now()

    def stop(self) -> None:
        """Let nothing happen any more that waits for its time; the program ends."""
        self.library.stop()
        self._timers.stop("index-progress")

    # Building ------------------------------------------------------------------------------------------

    def places(self) -> Iterator[Place]:
        """Yield both places, for the window."""
        for id, title, icon, place in (
            ("library", "Library", "library", self.library_place),
            ("known-issues", "Known issues", "known-issue", self.issues_place),
        ):
            yield Place(id, title, icon, place, place.focus_work, scope=partial(_scope, id, place))

    def _follow_from_issue(self, address: str) -> None:
        if address.startswith("ticket:") and address[7:].isdigit():
            self._open_ticket(int(address[7:]))
        elif address.startswith("kb:"):
            target = address[3:].partition("#")[0]
            kind = Kind.KNOWN_ISSUE if target in self._library.library().known_issues else ""
            self.show_record(kind, target)
        else:
            open_link(self._window, address)

    def _issue_from_ticket(self) -> None:
        """Start a known issue with what the open ticket says: its subject, and a symptom in its words."""
        title, symptom = self._asked_in_ticket()
        self._window.show_place("known-issues")
        self.issues_writing.new(Kind.KNOWN_ISSUE, title=title, known_as=symptom)

    def _article_from_reply(self) -> None:
        """Start an article with the question in hand and its answer, for the next one who asks."""
        matter = self._answered_in_ticket()
        self._window.show_place("library")
        self.library_writing.new(
            Kind.ARTICLE, title=matter.question, known_as=matter.question, body=matter.answer, note=TAKE_OUT
        )

    def _search_for_selection(self) -> None:
        """Search for the words that are selected where the keyboard is, or let somebody type some."""
        words = selected_words(self._window.focusWidget())
        if words:
            self.search_for(words)
        else:
            self._search_everywhere()

    def _search_everywhere(self) -> None:
        self.library_place.show_screen()
        self._window.show_place("library")
        self.library_screen.focus_search()

    # What changed ----------------------------------------------------------------------------------------

    def _record_saved(self, record: Record, *, is_new: bool = False) -> None:
        """Let everybody know at once; the index takes this one record only."""
        keys = frozenset({f"{kind_of(record).value}:{record.id}"})
        nothing: frozenset[str] = frozenset()
        if isinstance(record, Article):
            self.gaps.answered((record.title, *record.also_known_as))
        self._library.saved(Changes(added=keys if is_new else nothing, changed=nothing if is_new else keys))

    def _show_saved(self, record: Record, id: str) -> None:
        if self._window.place != id:
            return
        if id == "known-issues":
            self.issues.show_issue(record.id)
        else:
            self.library.show_record(kind_of(record), record.id)

    def _library_changed(self, changes: Changes | None) -> None:
        self.library.library_changed(changes)
        self._indexing.soon()
        self.issues.library_changed()
        self._library_texts.library_changed()
        self._issue_texts.library_changed()

    def _place_changed(self, id: str) -> None:
        if id == "known-issues":
            self.issues.came_here()
        elif id == "library":
            self.gaps.refresh()
            self._indexing.soon()

    def _missed(self, query: str) -> None:
        """Count a search that found nothing, unless the index could not know yet."""
        if self._library.unindexed() is None:
            self.gaps.missed(query)

    def _say_unsaved(self) -> None:
        self._library_texts.say_unsaved()
        self._issue_texts.say_unsaved()


def _scope(id: str, place: RecordPlace) -> str:
    """Return the commands that hold in a place: its own, or those of writing."""
    return f"{id}-edit" if place.editing else id
