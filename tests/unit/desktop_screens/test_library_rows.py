"""What the library's list and page say of a record."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from desktop.library.page import page_of
from desktop.library.records import KINDS, area_of, record_named, told_moment
from desktop.library.rows import AreaRow, RecordRow, browse, found, marked_words
from desktop.library.trust import badge_of, is_past
from kb_content.library import Library
from search.hit import Answer, Hit, Kind

TODAY = date(2026, 11, 21)
ALL = frozenset(KINDS)


def hit(id: str, excerpt: str = "", marks: tuple[tuple[int, int], ...] = ()) -> Hit:
    """A hit of an article."""
    return Hit(id, Kind.ARTICLE, id.capitalize(), 1.0, excerpt, marks, section="Late refunds")


def test_everything_is_shown_by_area(library: Library) -> None:
    """Articles by their folder, issues and snippets last; a count each."""
    listing = browse(library, ALL, TODAY)
    shown = [(row.title, row.count) if isinstance(row, AreaRow) else row.title for row in listing.rows]
    assert shown == [
        ("Billing", 2), "Late orders", "Refunds",
        ("Known issues", 2), "An old fault", "The export stops",
        ("Snippets", 1), "Hello",
    ]  # fmt: skip


def test_a_kind_can_be_chosen(library: Library) -> None:
    """Only snippets."""
    rows = browse(library, frozenset({Kind.SNIPPET}), TODAY).rows
    assert [row.title for row in rows] == ["Snippets", "Hello"]


def test_hits_keep_their_excerpt_and_marks(library: Library) -> None:
    """The badge comes from the record as it is now."""
    (row,) = found(Answer("bank", (hit("refunds", "Banks take five", ((0, 5),)),)), library, ALL, TODAY).rows
    assert isinstance(row, RecordRow)
    assert (row.excerpt, row.marks, row.badge.words) == ("Banks take five", ((0, 5),), "12 Sep")


@pytest.mark.parametrize(
    ("answer", "titles", "sentence"),
    [
        (
            Answer("zzz", (), nearest=(hit("refunds"),)),
            ["Refunds"],
            "No article has “zzz”. These come nearest.",
        ),
        (
            Answer("zzz", (), nearest=(replace(hit("refunds"), score=0.0),)),
            ["Refunds"],
            "No article has “zzz”. No title comes near either; these are the latest.",
        ),
        (
            Answer("zzz", ()),
            ["Billing", "Late orders", "Refunds"],
            "No article has “zzz”. This is what there is.",
        ),
    ],
)
def test_a_page_is_never_empty(library: Library, answer: Answer, titles: list[str], sentence: str) -> None:
    """Nothing found: the nearest titles, else everything."""
    listing = found(answer, library, frozenset({Kind.ARTICLE}), TODAY)
    assert [row.title for row in listing.rows] == titles
    assert listing.sentence == sentence


def test_only_forms_of_typed_words_are_marked_from_elsewhere(library: Library) -> None:
    """Synonyms in other excerpts would mark what nobody looks for."""
    hits = (
        hit("refunds", "Banks take five", ((0, 5),)),
        hit("late-orders", "refunded late", ((0, 8), (9, 13))),
    )
    listing = found(Answer("refund", hits), library, ALL, TODAY)
    assert marked_words(listing, "refund", "article:refunds") == ("banks", "refunded")


@pytest.mark.parametrize(
    ("kind", "id", "words", "told"),
    [
        ("article", "refunds", "12 Sep", "Verified 12 Sep · Ana Example"),
        ("article", "late-orders", "draft", "Draft, not offered in replies"),
        ("known-issue", "export-stops", "identified", "Identified"),
        ("snippet", "hello", "//hi", "//hi"),
    ],
)
def test_a_badge_says_how_far_to_trust(library: Library, kind: str, id: str, words: str, told: str) -> None:
    """In a word for the row, in full for the page."""
    record = record_named(library, kind, id)
    assert record is not None
    badge = badge_of(record, TODAY)
    assert (badge.words, badge.told) == (words, told)


def test_an_overdue_check_says_since_when(library: Library) -> None:
    """A year later, with the year."""
    badge = badge_of(library.articles["refunds"], date(2027, 11, 21))
    assert badge.words == "check overdue"
    assert badge.told == "Verified 12 Sep 2026 · Ana Example, check due since 11 Mar"


def test_a_page_shows_who_links_to_it(library: Library, now: datetime) -> None:
    """Backlinks stand below the text, old names too."""
    page = page_of(library.articles["late-orders"], library, now)
    assert '<a href="kb:refunds">Refunds</a>' in page.html
    assert "money back" in page_of(library.articles["refunds"], library, now).html


def test_an_issue_tells_its_dates(library: Library, now: datetime) -> None:
    """An update that is overdue says so."""
    told = [badge.told for badge in page_of(library.known_issues["export-stops"], library, now).badges]
    assert told == ["Identified", "High severity", "ETA 3 Dec", "Update overdue since 20 Nov, 12:00"]


@pytest.mark.parametrize(
    ("moment", "past"),
    [
        ("2026-11-21", False),
        ("2026-11-20", True),
        ("2026-11-21 09:59", True),
        ("2026-11-21 10:01", False),
        ("soon", False),
    ],
)
def test_a_day_is_past_when_it_is_over(moment: str, past: bool, now: datetime) -> None:
    """A time by the minute."""
    assert is_past(moment, now) is past


def test_a_moment_is_told_short() -> None:
    """The year only where it is another one; what is no date stays as written."""
    told = [told_moment(moment, TODAY) for moment in ("2026-12-03 15:00", "2027-01-02", "soon")]
    assert told == ["3 Dec, 15:00", "2 Jan 2027", "soon"]


def test_an_article_beside_all_folders_is_an_article(library: Library) -> None:
    """Its area has a name all the same."""
    from dataclasses import replace

    assert area_of(replace(library.articles["refunds"], path="articles/refunds.md")) == "Articles"
    assert area_of(replace(library.articles["refunds"], path="how-to/deep/refunds.md")) == "How to"
