"""What nobody found: noted, listed, handed on, answered; and the mail to who may know."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from composer.tickets.desk import Desk
from composer.tickets.gap_table import Gap
from desktop.library.gaps.gap_rows import gap_rows, listed, told_gap
from desktop.library.gaps.gaps_presenter import GapsPresenter
from desktop.library.gaps.owner_mail import addressed, mailto, owner_mail
from kb_content.failure import Failure
from kb_content.library import Library
from kb_content.team import Member, Team
from tests.by_hand import AtOnce

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)
TEAM = Team(
    people=(
        Member("Ana Example", "ana@shop.example"),
        Member("Bo Writer", "bo@shop.example", role="doc-owner"),
        Member("Cy Agent", "cy@shop.example"),
    )
)


class Screen:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.gaps: tuple[Gap, ...] = ()
        self.said: list[tuple[str, str]] = []
        self.undo: Callable[[], object] | None = None

    def show_gaps(self, gaps: tuple[Gap, ...]) -> None:
        self.gaps = gaps

    def say(
        self, text: str, kind: str = "ok", *, action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        self.said.append((text, kind))
        self.undo = run


@pytest.fixture
def screen() -> Screen:
    """A screen that remembers."""
    return Screen()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty desk."""
    desk = Desk.open(tmp_path / "desk.sqlite", clock=lambda: NOON)
    yield desk
    desk.close()


@pytest.fixture
def gaps(screen: Screen, desk: Desk) -> GapsPresenter:
    """The presenter of that desk."""
    return GapsPresenter(view=screen, desk=lambda: desk, writes=AtOnce(), say=screen.say)


def test_a_failed_search_is_counted_quietly(gaps: GapsPresenter, screen: Screen) -> None:
    """The number at the foot of the list says it."""
    gaps.missed("gift cards")
    assert [one.query for one in screen.gaps] == ["gift cards"]
    assert screen.said == []


def test_a_gap_is_noted_by_hand_and_taken_back(gaps: GapsPresenter, screen: Screen) -> None:
    """Whoever notes it a second time hears that it is there."""
    gaps.note(" gift  cards ")
    assert screen.said[-1] == ("“gift cards” is noted as a gap.", "ok")
    assert screen.undo is not None
    screen.undo()
    assert not screen.gaps
    gaps.note("gift cards")
    gaps.note("Gift cards")
    assert screen.said[-1][0].endswith("was noted as a gap already; it is counted once more.")
    assert [one.times for one in screen.gaps] == [2]
    gaps.note("  ")
    assert len(screen.gaps) == 1


def test_what_is_answered_leaves_the_list_and_comes_back(gaps: GapsPresenter, screen: Screen) -> None:
    """An open list is told too."""
    told: list[int] = []
    gaps.missed("gift cards")
    gaps.watch(lambda now: told.append(len(now)))
    gaps.settle("gift cards")
    assert not screen.gaps
    assert screen.undo is not None
    screen.undo()
    assert [one.query for one in screen.gaps] == ["gift cards"]
    gaps.watch(None)
    gaps.settle("no such thing")
    assert told == [0, 1]


def test_a_record_that_bears_its_name_answers_a_gap(gaps: GapsPresenter, screen: Screen) -> None:
    """Its title, or what it is also known as."""
    for query in ("gift cards", "bitcoin", "vouchers"):
        gaps.missed(query)
    gaps.answered(("Vouchers", "Gift  Cards"))
    assert [one.query for one in screen.gaps] == ["bitcoin"]


def test_without_a_desk_nothing_is_noted(screen: Screen) -> None:
    """And nothing breaks; a desk that can't be written says so."""
    GapsPresenter(view=screen, desk=lambda: None, writes=AtOnce(), say=screen.say).note("gift cards")
    assert screen.said == []

    class Full:
        def note_gap(self, query: str, *, by_hand: bool = False) -> None:
            raise Failure("The disk is full.")

        def gaps(self) -> tuple[Gap, ...]:
            return ()

        def settle_gap(self, query: str) -> None: ...

        def restore_gap(self, gap: Gap) -> None: ...

    GapsPresenter(view=screen, desk=Full, writes=AtOnce(), say=screen.say).note("gift cards")
    assert screen.said == [("The disk is full.", "stop")]


@pytest.mark.parametrize(
    ("times", "days", "noted", "told"),
    [
        (1, 0, False, "Searched once, on 20 Nov"),
        (2, 3, False, "Searched twice, from 17 Nov to 20 Nov"),
        (7, 0, True, "Asked 7 times, on 20 Nov"),
    ],
)
def test_a_gap_is_told(times: int, days: int, noted: bool, told: str) -> None:
    """How often, and when."""
    assert told_gap(Gap("x", times, NOON - timedelta(days=days), NOON, noted), TODAY) == told


def test_the_list_can_be_handed_on() -> None:
    """As Markdown, in its order; as rows with what was noted marked."""
    gaps = (Gap("gift cards", 2, NOON, NOON, noted=True), Gap("bitcoin", 1, NOON, NOON))
    assert listed(gaps, TODAY) == (
        "- gift cards (asked twice, on 20 Nov; noted by hand)\n- bitcoin (searched once, on 20 Nov)\n"
    )
    assert [(row.title, row.badge.words) for row in gap_rows(gaps, TODAY)] == [
        ("gift cards", "noted"),
        ("bitcoin", ""),
    ]


def test_the_owner_of_what_comes_nearest_is_asked_first(library: Library) -> None:
    """Then who keeps the articles; who asks is not asked."""
    mail = owner_mail(
        TEAM, query="gift cards", read=library.articles["refunds"], answered=False, agent="Cy Agent"
    )
    assert [person.name for person in mail.people] == ["Ana Example", "Bo Writer"]
    assert mail.subject == "Question for the library: gift cards"
    assert addressed(mail, mail.people[0]) == (
        "Hello Ana,\n\nA customer asks about “gift cards”, and our library has nothing on it.\n"
        "What comes nearest is “Refunds” (kb:refunds).\n\n"
        "Can you tell me the answer, or put it into an article?\n\nCy Agent\n"
    )
    mail = owner_mail(TEAM, query="gift cards", read=None, answered=False, agent="Cy Agent")
    assert mail.people[0].name == "Bo Writer"


@pytest.mark.parametrize(
    ("query", "answered", "says"),
    [
        ("late refund", True, "“Refunds” (kb:refunds) does not quite answer it."),
        ("", False, "I have a question about “Refunds” (kb:refunds):"),
    ],
)
def test_a_found_article_is_asked_about(library: Library, query: str, answered: bool, says: str) -> None:
    """With and without a search."""
    read = library.articles["refunds"]
    mail = owner_mail(TEAM, query=query, read=read, answered=answered, agent="")
    assert says in mail.text


def test_nobody_else_in_the_team_and_nothing_read() -> None:
    """One's own address is better than none; a text is there all the same."""
    alone = Team(people=TEAM.people[:1])
    mail = owner_mail(alone, query="", read=None, answered=False, agent="Ana Example")
    assert mail.people == alone.people
    assert addressed(mail, None).startswith("Hello,\n\nI have a question")
    assert owner_mail(Team(), query="x", read=None, answered=False, agent="").people == ()


def test_a_mail_link_holds_text_and_nothing_else() -> None:
    """Signs that mean something in a link are written as text, also in an address of a shared file."""
    link = mailto("a?bcc=b@shop.example", "50 % & more?", "One.\nTwo & three\n")
    parts = urlsplit(link)
    assert unquote(parts.path) == "a?bcc=b@shop.example"
    assert parse_qs(parts.query) == {"subject": ["50 % & more?"], "body": ["One.\r\nTwo & three\r\n"]}
