"""What the library's screen shows, decided without Qt."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.library.page import RecordPage
from desktop.library.presenter import LibraryPresenter
from desktop.library.reading_place import ReadingPlace
from desktop.library.record_acts import RecordActs, link_to
from desktop.library.rows import Listing
from kb_content.article import ArticleStatus
from kb_content.failure import Failure, Problem
from kb_content.library import Library
from search.hit import Answer, Hit, Kind
from tests.by_hand import AtOnce


class Screen:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.listing = Listing()
        self.chosen = ""
        self.pages: list[tuple[RecordPage, tuple[str, ...], str]] = []
        self.no_page = self.failed = self.waiting = self.query = ""
        self.problems: tuple[Problem, ...] = ()
        self.why = self.nothing_found = self.searched = ""
        self.missing: list[str] = []

    def show_listing(self, listing: Listing, *, choose: str) -> None:
        self.listing, self.chosen = listing, choose

    def show_waiting(self, sentence: str) -> None:
        self.waiting = sentence

    def show_not_opened(self, sentence: str) -> None:
        self.waiting = sentence

    def show_page(
        self, page: RecordPage, *, words: tuple[str, ...], section: str, why: str, again: bool
    ) -> None:
        self.pages.append((page, words, section))
        self.why = why

    def show_nothing_found(self, query: str) -> None:
        self.nothing_found = query

    def show_searched(self, query: str) -> None:
        self.searched = query

    def show_no_page(self, sentence: str) -> None:
        self.no_page = sentence

    def show_search_failed(self, sentence: str) -> None:
        self.failed = sentence

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems

    def show_query(self, query: str) -> None:
        self.query = query

    def show_everything(self) -> None:
        self.everything = True

    def show_to_check(self, count: int) -> None:
        self.to_check = count

    def show_checked(self, sentence: str, more: str) -> None:
        self.checked = (sentence, more)


class Searches:
    """An index that finds what the test says."""

    def __init__(self) -> None:
        self.answer = Answer("", ())
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.failure: Failure | None = None

    def search(self, query: str, **how: Any) -> Answer:
        self.asked.append((query, how))
        if self.failure:
            raise self.failure
        return self.answer


@pytest.fixture
def screen() -> Screen:
    """A screen that remembers."""
    return Screen()


@pytest.fixture
def index() -> Searches:
    """An index by hand."""
    return Searches()


@pytest.fixture
def presenter(
    library: Library, screen: Screen, index: Searches, timers: Any, now: datetime
) -> LibraryPresenter:
    """The presenter of a loaded library."""
    presenter = LibraryPresenter(
        view=screen,
        library=lambda: library,
        loaded=lambda: True,
        index=index,
        reads=AtOnce(),
        timers=timers,
        now=lambda: now,
        foreign_link=lambda address: setattr(screen, "query", f"outside {address}"),
        missed=screen.missing.append,
        searched=lambda: None,
        agent_name=lambda: "Ana Example",
    )
    presenter.library_changed(None)
    return presenter


def test_an_empty_query_shows_everything(presenter: LibraryPresenter, screen: Screen) -> None:
    """The first record is chosen; the index isn't asked."""
    assert screen.listing.found == 5
    assert screen.chosen == "article:late-orders"


def test_typing_asks_the_index_and_opens_at_the_passage(
    presenter: LibraryPresenter, screen: Screen, index: Searches, timers: Any
) -> None:
    """The page opens once the choice rests, at the section, its words marked."""
    found = Hit("refunds", Kind.ARTICLE, "Refunds", 1.0, "Banks take", ((0, 5),), section="Late refunds")
    index.answer = Answer("bank", (found,))
    presenter.query_changed("bank")
    assert index.asked[-1] == ("bank", {"limit": 60, "typing": True, "kinds": None})
    presenter.row_chosen(screen.chosen)
    assert not screen.pages
    timers.fire()
    page, words, section = screen.pages[-1]
    assert (page.id, words, section) == ("refunds", ("banks",), "Late refunds")


def test_a_kind_narrows_the_search(presenter: LibraryPresenter, index: Searches) -> None:
    """The index is asked for that kind only."""
    presenter.kinds_chosen(frozenset({Kind.SNIPPET}))
    presenter.query_changed("hello")
    assert index.asked[-1][1]["kinds"] == {Kind.SNIPPET}


def test_a_correction_is_searched(presenter: LibraryPresenter, screen: Screen, index: Searches) -> None:
    """Did you mean puts the words into the box."""
    index.answer = Answer("refnd", (), did_you_mean="refund")
    presenter.query_changed("refnd")
    presenter.correction_chosen()
    assert screen.query == "refund"


def test_what_nobody_finds_is_remembered(presenter: LibraryPresenter, screen: Screen, timers: Any) -> None:
    """Only the query one stays with, for the list of what is missing."""
    for query in ("gif", "gift"):
        presenter.query_changed(query)
    timers.fire()
    assert screen.missing == ["gift"]


def test_a_condition_that_nothing_meets_is_no_gap(
    presenter: LibraryPresenter, screen: Screen, timers: Any
) -> None:
    """No overdue article is good news, and there is nobody to ask."""
    presenter.query_changed("verified:overdue")
    timers.fire()
    assert screen.missing == []
    assert screen.nothing_found == ""
    presenter.query_changed("verified:overdue bitcoin")
    assert screen.nothing_found == "verified:overdue bitcoin"


def test_what_is_asked_for_elsewhere_stays_at_its_place(
    presenter: LibraryPresenter, screen: Screen, timers: Any
) -> None:
    """Also when the list then rests on its row; another row leads elsewhere."""
    presenter.show_record("article", "refunds", ReadingPlace("refunds", "late-refunds", ("banks",)))
    presenter.row_chosen("article:refunds")
    timers.fire()
    assert [(page.id, words, section) for page, words, section in screen.pages] == [
        ("refunds", ("banks",), "#late-refunds")
    ]
    presenter.row_chosen("article:late-orders")
    timers.fire()
    assert (screen.pages[-1][0].id, screen.pages[-1][1]) == ("late-orders", ())


def test_nothing_found_opens_no_page(
    presenter: LibraryPresenter, screen: Screen, index: Searches, timers: Any
) -> None:
    """What comes nearest stands in the list, but is not taken for the answer."""
    near = Hit("refunds", Kind.ARTICLE, "Refunds", 0.3, "", reason="words that begin alike")
    index.answer = Answer("refraction", (), nearest=(near,))
    presenter.query_changed("refraction")
    timers.fire()
    assert screen.chosen == ""
    assert screen.nothing_found == "refraction"
    assert not presenter.has_found
    assert presenter.page is None
    nearest = presenter.nearest()
    assert nearest is not None
    assert nearest.id == "refunds"


def test_a_page_says_why_it_was_found(
    presenter: LibraryPresenter, screen: Screen, index: Searches, timers: Any
) -> None:
    """With the heading under which the words stand; a page that was not searched for says nothing."""
    found = Hit("refunds", Kind.ARTICLE, "Refunds", 1.0, "", section="Late refunds", reason="all words")
    index.answer = Answer("bank", (found,))
    presenter.query_changed("bank")
    presenter.open_row("article:refunds")
    assert screen.why == "Found by all words, under “Late refunds”"
    presenter.show_record("article", "late-orders")
    assert screen.why == ""


def test_a_broken_index_says_so_until_it_works(
    presenter: LibraryPresenter, screen: Screen, index: Searches
) -> None:
    """The sentence goes with the next search that works."""
    index.failure = Failure("The search index cannot be used.")
    presenter.query_changed("a")
    assert screen.failed == "The search index cannot be used."
    index.failure = None
    presenter.query_changed("ab")
    assert screen.failed == ""


def test_links_lead_to_records_and_back(presenter: LibraryPresenter, screen: Screen) -> None:
    """Following a link remembers where one came from."""
    presenter.open_row("article:refunds")
    presenter.link_followed("kb:late-orders#when")
    assert (screen.pages[-1][0].id, screen.pages[-1][2]) == ("late-orders", "#when")
    assert presenter.can_go_back()
    presenter.go_back()
    assert screen.pages[-1][0].id == "refunds"
    assert not presenter.can_go_back()


def test_a_broken_link_says_where_it_leads(presenter: LibraryPresenter, screen: Screen) -> None:
    """The page stays."""
    presenter.link_followed("kb:nowhere")
    assert screen.failed == "The link leads to kb:nowhere, and there is no such record."


def test_other_links_are_opened_outside(presenter: LibraryPresenter, screen: Screen) -> None:
    """By whoever asks first."""
    presenter.link_followed("https://shop.example/")
    assert screen.query == "outside https://shop.example/"


def test_a_change_outside_shows_at_once(
    presenter: LibraryPresenter, screen: Screen, library: Library, folder: Path
) -> None:
    """The open page is shown as it is now; one that went away says so."""
    presenter.open_row("article:refunds")
    file = folder / "articles/billing/refunds.md"
    file.write_text(file.read_text(encoding="utf-8").replace("five days", "six days"), encoding="utf-8")
    presenter.library_changed(library.refresh())
    assert "six days" in screen.pages[-1][0].html
    file.unlink()
    presenter.library_changed(library.refresh())
    assert screen.no_page == "This record is no longer in the library."


def test_problems_are_counted(
    presenter: LibraryPresenter, screen: Screen, library: Library, folder: Path
) -> None:
    """With file and line."""
    (folder / "articles/broken.md").write_text(
        "---\nid: broken\nstatus: beta\n---\n\nText\n", encoding="utf-8"
    )
    presenter.library_changed(library.refresh())
    assert [(problem.path, problem.line) for problem in screen.problems] == [("articles/broken.md", 3)]


class Told:
    """What the acts said."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.failed: list[str] = []
        self.saved: list[Any] = []
        self.undo: Any = None

    def say(self, text: str, kind: str = "ok", *, action: str = "", run: Any = None) -> None:
        self.said.append(text)
        self.undo = run


def acts_of(library: Library, now: datetime, told: Told, agent: str = "Ana Example") -> RecordActs:
    """The acts on a library."""
    return RecordActs(
        library=lambda: library,
        writes=AtOnce(),
        now=lambda: now,
        agent_name=lambda: agent,
        saved=told.saved.append,
        failed=told.failed.append,
        say=told.say,
    )


def test_verifying_changes_one_line_and_can_be_undone(library: Library, folder: Path, now: datetime) -> None:
    """The file is byte for byte as before after undo."""
    told, file = Told(), folder / "articles/billing/refunds.md"
    before = file.read_text(encoding="utf-8")
    acts_of(library, now, told).verify(library.articles["refunds"])
    after = file.read_text(encoding="utf-8")
    changed = [pair for pair in zip(before.split("\n"), after.split("\n"), strict=True) if pair[0] != pair[1]]
    assert changed == [
        ("verified: {date: 2026-09-12, by: Ana Example}", "verified: {date: 2026-11-21, by: Ana Example}")
    ]
    told.undo()
    assert file.read_text(encoding="utf-8") == before


def test_verifying_needs_a_name(library: Library, now: datetime) -> None:
    """Nothing is written without."""
    told = Told()
    acts_of(library, now, told, agent="").verify(library.articles["refunds"])
    assert told.failed
    assert not told.saved


def test_retiring_and_publishing_again(library: Library, now: datetime) -> None:
    """A draft is published, a published one retired."""
    told = Told()
    acts = acts_of(library, now, told)
    acts.change_life(library.articles["refunds"])
    assert library.articles["refunds"].status is ArticleStatus.RETIRED
    acts.change_life(library.articles["refunds"])
    assert library.articles["refunds"].status is ArticleStatus.PUBLISHED


def test_an_act_on_an_old_version_fails_with_a_sentence(
    library: Library, folder: Path, now: datetime
) -> None:
    """What somebody else wrote stays."""
    told, article = Told(), library.articles["refunds"]
    file = folder / article.path
    file.write_text(file.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    acts_of(library, now, told).verify(article)
    assert "changed outside" in told.failed[0]
    assert file.read_text(encoding="utf-8").endswith("More.\n")


def test_a_link_can_be_pasted_into_another_article(library: Library) -> None:
    """As Markdown."""
    assert link_to(library.articles["refunds"]) == "[Refunds](kb:refunds)"


def test_a_library_that_did_not_open_says_so_whatever_is_asked(
    library: Library, screen: Screen, index: Searches, timers: Any, now: datetime
) -> None:
    """Typing or choosing what to see never makes it seem to be on its way."""
    presenter = LibraryPresenter(
        view=screen,
        library=lambda: library,
        loaded=lambda: False,
        index=index,
        reads=AtOnce(),
        timers=timers,
        now=lambda: now,
        foreign_link=lambda _: None,
        missed=lambda _: None,
        searched=lambda: None,
        agent_name=lambda: "",
    )
    presenter.query_changed("a")
    assert screen.waiting == "Reading the library…"
    presenter.not_opened("It comes from a newer Thrice.")
    presenter.query_changed("ab")
    presenter.to_check_chosen()
    assert screen.waiting == "It comes from a newer Thrice."


def test_what_is_to_check_is_told_and_counted(presenter: LibraryPresenter, screen: Screen) -> None:
    """What is typed narrows it; showing everything again leaves it."""
    assert screen.to_check == 0
    presenter.to_check_chosen()
    assert screen.checked == ("Every article is checked.", "Next is “Refunds”, on 11 Mar 2027, Ana Example.")
    presenter.query_changed("zebra")
    assert screen.checked == ("Nothing to check has “zebra”.", "")
    presenter.query_changed("")
    presenter.show_record("article", "refunds")
    assert screen.everything
    assert screen.listing.found == 5
