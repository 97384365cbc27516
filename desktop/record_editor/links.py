"""Links while one writes: ``[[`` and some words of a title become a link to that record. Without Qt."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from desktop.library.record_acts import link_to
from desktop.library.records import Record, record_named
from desktop.library.rows import RecordRow, row_of
from desktop.work.collaborators import Lane
from kb_content.article import Article, ArticleStatus
from kb_content.library import Library

MOST_LINKS = 6
_ASKED = re.compile(r"\[\[([^\[\]\n]{0,80})\Z")


class LinksView(Protocol):
    """What the presenter tells the editor."""

    def show_links(self, rows: Sequence[RecordRow]) -> None:
        """Offer these records at the cursor; with none, say that none has the words."""

    def hide_links(self) -> None:
        """Offer nothing."""

    def put_link(self, markdown: str, replaced: int) -> None:
        """Put a link in place of so many code points before the cursor."""


class LinksPresenter:
    """Offers records to link to while ``[[`` and words stand before the cursor."""

    def __init__(
        self, *, view: LinksView, library: Callable[[], Library], reads: Lane, today: Callable[[], date]
    ) -> None:
        self._view, self._library, self._reads, self._today = view, library, reads, today
        self._asked: str | None = None
        self._waved_off = False

    def moved(self, before: str) -> None:
        """Look at what stands before the cursor in its line."""
        asked = asked_for(before)
        if asked == self._asked:
            return
        self._asked = asked
        if asked is None:
            self._waved_off = False
            self._view.hide_links()
        elif not self._waved_off:
            self._look_up(asked)

    def chosen(self, key: str) -> None:
        """Put the link to a record in."""
        kind, _, record_id = key.partition(":")
        record = record_named(self._library(), kind, record_id)
        if record is not None and self._asked is not None:
            replaced = len(self._asked) + 2
            self._asked = None
            self._view.hide_links()
            self._view.put_link(link_to(record), replaced)

    def waved_off(self) -> None:
        """Offer nothing for this ``[[`` any more."""
        self._waved_off = True
        self._view.hide_links()

    def _look_up(self, asked: str) -> None:
        library, today = self._library(), self._today()

        def shown(rows: tuple[RecordRow, ...]) -> None:
            if self._asked == asked and not self._waved_off:
                self._view.show_links(rows)

        self._reads.run(
            lambda: link_rows(library, asked, today), done=shown, newest="record-links", brief=True
        )


def asked_for(before: str) -> str | None:
    """Return the words behind an open ``[[`` at the end of a text, or None where there is none."""
    found = _ASKED.search(before)
    return found[1] if found else None


def link_rows(library: Library, words: str, today: date) -> tuple[RecordRow, ...]:
    """Return the articles and issues whose titles or other names have all the words, the best first."""
    wanted = words.casefold().split()
    records: list[Record] = [*library.articles.values(), *library.known_issues.values()]
    found = [
        (rank, record.title.casefold(), record)
        for record in records
        if (rank := _rank(record, wanted)) is not None
    ]
    found.sort(key=lambda one: one[:2])
    return tuple(row_of(record, today) for _, _, record in found[:MOST_LINKS])


def _rank(record: Record, words: Sequence[str]) -> int | None:
    """How well a record answers: 0 by the start of its title, 1 in it, 2 by another name; None: not."""
    title = record.title.casefold()
    if all(word in title for word in words):
        rank = 0 if not words or title.startswith(words[0]) else 1
    elif isinstance(record, Article) and all(
        word in " ".join(record.also_known_as).casefold() for word in words
    ):
        rank = 2
    else:
        return None
    retired = isinstance(record, Article) and record.status is ArticleStatus.RETIRED
    return rank + 3 if retired else rank
