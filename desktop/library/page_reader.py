"""Reading one record: where in it, which words are marked, and the way back along links. Without Qt."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from desktop.library.page import RecordPage, page_of
from desktop.library.reading_place import ReadingPlace
from desktop.library.records import Record, kind_of, record_named
from desktop.library.rows import Listing, marked_words
from desktop.work.collaborators import Lane
from kb_content.library import Library


class PageView(Protocol):
    """What is told of the page."""

    def show_page(
        self, page: RecordPage, *, words: tuple[str, ...], section: str, why: str, again: bool
    ) -> None:
        """Show a page, its words marked, and why it was found; ``again`` keeps the place one was reading."""

    def show_no_page(self, sentence: str) -> None:
        """Show that no page is open, and why."""

    def show_search_failed(self, sentence: str) -> None:
        """Say what could not be followed."""


class PageReader:
    """Shows one record at a time.

    ``listing`` and ``query`` are those of the list beside it: they say what is marked and where a page
    opens. ``foreign_link`` opens a link that leads outside.
    """

    def __init__(
        self,
        *,
        view: PageView,
        library: Callable[[], Library],
        reads: Lane,
        now: Callable[[], datetime],
        listing: Callable[[], Listing],
        query: Callable[[], str],
        foreign_link: Callable[[str], object],
    ) -> None:
        self._view, self._library, self._reads, self._now = view, library, reads, now
        self._listing, self._query, self._foreign_link = listing, query, foreign_link
        self.key = ""
        self.page: RecordPage | None = None
        self._section = ""
        self._marks: tuple[str, tuple[str, ...]] = ("", ())
        self._history: list[str] = []

    def open_row(self, key: str) -> None:
        """Show the page of a row, at the passage that was found."""
        row = self._listing().record(key)
        searched = row is not None and row.hit is not None
        at_place = not searched or self._section == self._section_of(key)
        if key == self.key and self.page is not None and at_place:
            return
        self._history.clear()
        self._marks = ("", ())
        self._section = self._section_of(key)
        self.show(key)

    def open_record(self, record: Record, place: ReadingPlace | None) -> None:
        """Show a record that somebody asks for elsewhere, at a place in it or from its top."""
        self._section = f"#{place.anchor}" if place is not None and place.anchor else ""
        self._marks = (key_of(record), place.words if place is not None else ())
        self.show(key_of(record))

    def follow(self, address: str) -> None:
        """Follow a link: within the library here, others outside after asking."""
        if not address.startswith("kb:"):
            self._foreign_link(address)
            return
        target, _, anchor = address.removeprefix("kb:").partition("#")
        record = record_named(self._library(), "", target)
        if record is None:
            self._view.show_search_failed(f"The link leads to kb:{target}, and there is no such record.")
            return
        if self.key:
            self._history.append(self.key)
        self._section = f"#{anchor}" if anchor else ""
        self.show(key_of(record))

    @property
    def can_go_back(self) -> bool:
        """Whether a link was followed to get here."""
        return bool(self._history)

    def go_back(self) -> None:
        """Return to the page from which a link was followed."""
        if self._history:
            self._section = ""
            self.show(self._history.pop())

    def close(self) -> None:
        """Let no page be open."""
        self.key, self.page = "", None

    def show(self, key: str, *, again: bool = False) -> None:
        """Show a record as it is now; ``again`` keeps the place one was reading."""
        kind, _, record_id = key.partition(":")
        record = record_named(self._library(), kind, record_id)
        if record is None:
            self.close()
            self._view.show_no_page("This record is no longer in the library.")
            return
        self.key = key
        library, now = self._library(), self._now()

        def shown(page: RecordPage) -> None:
            if self.key != key:
                return
            self.page = page
            row = self._listing().record(key)
            why = row.why if row is not None else ""
            self._view.show_page(
                page, words=self._marked_words(key), section=self._section, why=why, again=again
            )

        self._reads.run(lambda: page_of(record, library, now), done=shown, newest="library-page", brief=True)

    def _marked_words(self, key: str) -> tuple[str, ...]:
        """The words to mark on a page: those of who asked for it, else of the search."""
        asked, words = self._marks
        if asked == key and words:
            return words
        return marked_words(self._listing(), self._query(), key) if self._query().strip() else ()

    def _section_of(self, key: str) -> str:
        """The heading under which a search found its words in a record."""
        row = self._listing().record(key)
        return row.hit.section if row is not None and row.hit is not None else ""


def key_of(record: Record) -> str:
    """Return a record's key, ``kind:id``."""
    return f"{kind_of(record).value}:{record.id}"
