"""``[[`` while writing offers records by their titles, and puts a link in its place."""

from collections.abc import Sequence
from datetime import date

import pytest

from desktop.library.rows import RecordRow
from desktop.record_editor.links import LinksPresenter, asked_for, link_rows
from kb_content.library import Library
from tests.by_hand import AtOnce

TODAY = date(2026, 11, 21)


class Editor:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.rows: list[str] | None = None
        self.put: tuple[str, int] | None = None

    def show_links(self, rows: Sequence[RecordRow]) -> None:
        self.rows = [row.title for row in rows]

    def hide_links(self) -> None:
        self.rows = None

    def put_link(self, markdown: str, replaced: int) -> None:
        self.put = (markdown, replaced)


@pytest.fixture
def editor() -> Editor:
    return Editor()


@pytest.fixture
def links(library: Library, editor: Editor) -> LinksPresenter:
    return LinksPresenter(view=editor, library=lambda: library, reads=AtOnce(), today=lambda: TODAY)


@pytest.mark.parametrize(
    ("before", "asked"),
    [("See [[ref", "ref"), ("See [[", ""), ("See [ref", None), ("[[a]] b", None), ("[x](kb:y)", None)],
)
def test_an_open_bracket_asks(before: str, asked: str | None) -> None:
    assert asked_for(before) == asked


def test_titles_come_first_and_other_names_after(library: Library) -> None:
    """Whatever the order of the words; snippets are no page to link to."""
    assert [row.title for row in link_rows(library, "orders late", TODAY)] == ["Late orders"]
    assert [row.title for row in link_rows(library, "money", TODAY)] == ["Refunds"]
    assert [row.title for row in link_rows(library, "hello", TODAY)] == []


def test_choosing_puts_the_link_in_place_of_what_was_typed(links: LinksPresenter, editor: Editor) -> None:
    links.moved("See [[refu")
    assert editor.rows == ["Refunds"]
    links.chosen("article:refunds")
    assert editor.put == ("[Refunds](kb:refunds)", 6)
    assert editor.rows is None


def test_waved_off_it_stays_away_until_the_next_one(links: LinksPresenter, editor: Editor) -> None:
    links.moved("[[re")
    links.waved_off()
    links.moved("[[ref")
    assert editor.rows is None
    links.moved("[[ref]] and ")
    links.moved("[[ref]] and [[late")
    assert editor.rows == ["Late orders"]
