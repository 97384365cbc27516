"""The library's presenter: one method per act of the reader, without Qt."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from desktop.library.checking import after_one_went, check_listing, due_articles, next_check
from desktop.library.page import RecordPage
from desktop.library.page_reader import PageReader, PageView, key_of
from desktop.library.reading_place import ReadingPlace
from desktop.library.records import KINDS, Record, record_named
from desktop.library.rows import Listing, browse, found, shown_query
from desktop.work.collaborators import Lane, Timers
from kb_content.failure import Failure, Problem
from kb_content.library import Changes, Library
from search.hit import Answer, Kind
from search.query import parse

MOST_HITS = 60
PAGE_AFTER_MS = 70
"""Whoever runs down the list with the arrow key sees the page where they rest."""
MISSING_AFTER_MS = 2_000
"""A query that stands this long and finds nothing is one that the library should answer."""


class LibraryView(PageView, Protocol):
    """What the presenter tells the screen."""

    def show_listing(self, listing: Listing, *, choose: str) -> None:
        """Show these rows, with the choice on a key (``""``: none)."""

    def show_waiting(self, sentence: str) -> None:
        """Show why there is nothing yet, or nothing at all."""

    def show_not_opened(self, sentence: str) -> None:
        """Show why there is no library, and that another can be opened."""

    def show_nothing_found(self, query: str) -> None:
        """Show, in place of a page, what can be done about a query that nothing answers."""

    def show_searched(self, query: str) -> None:
        """Show what was searched for, or (empty) that everything is shown."""

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show how many files could not be read as meant."""

    def show_query(self, query: str) -> None:
        """Put a query into the search box."""

    def show_everything(self) -> None:
        """Show that neither a kind nor what is to check is chosen."""

    def show_to_check(self, count: int) -> None:
        """Show how many articles are to check."""

    def show_checked(self, sentence: str, more: str) -> None:
        """Show that nothing is to check, and what is next."""


class Searches(Protocol):
    """The part of the index that the library asks."""

    def search(
        self, query: str, *, limit: int = 20, typing: bool = False, kinds: frozenset[Kind] | None = None
    ) -> Answer:
        """Return what a query finds."""


class LibraryPresenter:
    """Decides what the library's list and page show.

    ``now`` gives the local time where the team works. Searching and rendering happen in ``reads``;
    of several searches only the newest is shown. ``foreign_link`` opens a link that leads outside;
    ``missed`` hears of a query that found nothing, ``searched`` of each search, whatever came of it.
    """

    def __init__(
        self,
        *,
        view: LibraryView,
        library: Callable[[], Library],
        loaded: Callable[[], bool],
        index: Searches,
        reads: Lane,
        timers: Timers,
        now: Callable[[], datetime],
        foreign_link: Callable[[str], object],
        missed: Callable[[str], None],
        searched: Callable[[], object],
        agent_name: Callable[[], str],
    ) -> None:
        self._view, self._library, self._loaded, self._index = view, library, loaded, index
        self._reads, self._timers, self._now = reads, timers, now
        self._missed, self._searched = missed, searched
        self._query = self._why_not_opened = ""
        self._agent_name = agent_name
        self._kinds = frozenset(KINDS)
        self._checking = False
        self._listing = Listing()
        self._reader = PageReader(
            view=view,
            library=library,
            reads=reads,
            now=now,
            listing=lambda: self._listing,
            query=lambda: self._query,
            foreign_link=foreign_link,
        )

    @property
    def page(self) -> RecordPage | None:
        """The page that is open."""
        return self._reader.page

    @property
    def query(self) -> str:
        """What is searched for."""
        return self._query.strip()

    @property
    def has_found(self) -> bool:
        """Whether something has what is searched for."""
        return self._listing.found > 0

    def nearest(self) -> Record | None:
        """Return the record that comes nearest to what is searched for."""
        row = self._listing.record(self._listing.first_key)
        return record_named(self._library(), row.kind, row.id) if row is not None and self.query else None

    # Searching -------------------------------------------------------------------------------------

    def query_changed(self, query: str) -> None:
        """Show what a query finds while it is typed; nothing typed: everything there is."""
        # The page of the query before is out of date; while somebody types fast, none is drawn.
        self._timers.stop("library-page")
        self._query = query
        self._search()

    def kinds_chosen(self, kinds: frozenset[Kind]) -> None:
        """Show only records of some kinds."""
        self._kinds, self._checking = kinds or frozenset(KINDS), False
        self._search()

    def to_check_chosen(self) -> None:
        """Show the articles whose check is due; what is typed narrows them."""
        if not self._checking:
            self._checking, self._listing = True, Listing()
        self._search()

    def correction_chosen(self) -> None:
        """Search for what was likely meant."""
        if self._listing.did_you_mean:
            self._view.show_query(self._listing.did_you_mean)

    def library_changed(self, changes: Changes | None) -> None:
        """Show the library as it is now."""
        self._view.show_problems(self._library().problems)
        self._search()
        self._count_to_check()
        if self._reader.key and (changes is None or changes.any):
            self._reader.show(self._reader.key, again=True)

    def not_opened(self, sentence: str) -> None:
        """Say why there is no library, whatever is searched for."""
        self._why_not_opened = sentence
        self._view.show_not_opened(sentence)

    def indexed(self) -> None:
        """Search again once the index has caught up."""
        if self._query.strip() and not self._checking:
            self._search()

    def stop(self) -> None:
        """Let nothing happen any more that waits for its time."""
        self._timers.stop("library-missing")
        self._timers.stop("library-page")

    # Reading ---------------------------------------------------------------------------------------

    def row_chosen(self, key: str) -> None:
        """Show the page of a row, once the choice rests there."""
        self._timers.start("library-page", PAGE_AFTER_MS, lambda: self.open_row(key))

    def open_row(self, key: str) -> None:
        """Show the page of a row at once, at the passage that was found."""
        self._timers.stop("library-page")
        self._reader.open_row(key)

    def show_record(self, kind: str, record_id: str, place: ReadingPlace | None = None) -> None:
        """Show a record that somebody asks for elsewhere, at a place in it or from its top."""
        record = record_named(self._library(), kind, record_id)
        if record is None:
            self._view.show_no_page("This record is no longer in the library.")
            return
        self._reader.open_record(record, place)
        if self._listing.record(key_of(record)) is None:
            self._show_everything()

    def link_followed(self, address: str) -> None:
        """Follow a link: within the library here, others outside after asking."""
        self._reader.follow(address)

    def can_go_back(self) -> bool:
        """Tell whether a link was followed to get here."""
        return self._reader.can_go_back

    def go_back(self) -> None:
        """Return to the page from which a link was followed."""
        self._reader.go_back()

    # Answers -----------------------------------------------------------------------------------------

    def _show_everything(self) -> None:
        """Let the list show all records again, so that any can be chosen in it."""
        self._kinds, self._checking = frozenset(KINDS), False
        self._view.show_everything()
        if self._query:
            self._view.show_query("")
        else:
            self._search()

    def _count_to_check(self) -> None:
        library, today = self._library(), self._now().date()
        if self._loaded():
            self._reads.run(
                lambda: len(due_articles(library, today)),
                done=self._view.show_to_check,
                newest="library-to-check",
            )

    def _search(self) -> None:
        if not self._loaded():
            if self._why_not_opened:
                self._view.show_not_opened(self._why_not_opened)
            else:
                self._view.show_waiting("Reading the library…")
            return
        self._why_not_opened = ""
        library, kinds, today, query = self._library(), self._kinds, self._now().date(), self._query
        if self._checking:
            me = self._agent_name()
            self._reads.run(
                lambda: (check_listing(library, today, me=me, words=query), next_check(library, today)),
                done=self._to_check_listed,
                newest="library-search",
            )
            return
        if not query.strip():
            self._reads.run(lambda: browse(library, kinds, today), done=self._listed, newest="library-search")
            return
        wanted = None if len(kinds) == len(KINDS) else kinds

        def search() -> Listing:
            answer = self._index.search(query, limit=MOST_HITS, typing=True, kinds=wanted)
            return found(answer, library, kinds, today)

        self._reads.run(
            search, done=self._listed, failed=self._search_failed, newest="library-search", brief=True
        )

    def _listed(self, listing: Listing) -> None:
        self._listing = listing
        self._view.show_search_failed("")
        self._view.show_searched(self.query)
        self._searched()
        self._note_what_is_missing(listing)
        if not listing.rows:
            self._view.show_waiting("This is where the team's knowledge stands: articles, issues, snippets.")
            self._view.show_no_page("")
            return
        if not listing.found:
            self._timers.stop("library-page")
            self._reader.close()
            self._view.show_listing(listing, choose="")
            if _asks_words(self.query):
                self._view.show_nothing_found(self.query)
            else:
                self._view.show_no_page("")
            return
        read = self._reader.key
        keep = read if not self.query and self._listing.record(read) is not None else ""
        # A query shows its best hit; the whole library opens where one was, or at its first article.
        self._view.show_listing(listing, choose=keep or listing.first_key)

    def _to_check_listed(self, found: tuple[Listing, str]) -> None:
        before, (self._listing, following) = self._listing, found
        self._view.show_search_failed("")
        self._view.show_searched("")
        self._timers.stop("library-missing")
        if self._listing.found:
            self._view.show_listing(
                self._listing, choose=after_one_went(before.rows, self._listing.rows, self._reader.key)
            )
            return
        self._timers.stop("library-page")
        self._reader.close()
        if self.query:
            self._view.show_checked(f"Nothing to check has “{shown_query(self.query)}”.", "")
        elif following:
            self._view.show_checked("Every article is checked.", following)
        else:
            self._view.show_checked("No article is to be checked.", "An article is, once it is published.")

    def _note_what_is_missing(self, listing: Listing) -> None:
        """Remember a query that found nothing, once one stays with it: half-typed words don't count.

        A condition that nothing meets, such as ``verified:overdue``, is none.
        """
        query = self.query
        if listing.found or not _asks_words(query):
            self._timers.stop("library-missing")
            return
        self._timers.start("library-missing", MISSING_AFTER_MS, lambda: self._missed(query))

    def _search_failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._view.show_search_failed(str(error))


def _asks_words(query: str) -> bool:
    """Tell whether a query asks for words, not only for records of some tag or owner."""
    asked = parse(query)
    return bool(asked.wanted or asked.demanded)
