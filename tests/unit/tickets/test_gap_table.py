"""The desk counts what nobody could find."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from composer.tickets.desk import Desk

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        """Return the time that was set."""
        return self.now


@pytest.fixture
def watch() -> Watch:
    """A clock that stands at noon."""
    return Watch()


@pytest.fixture
def desk(tmp_path: Path, watch: Watch) -> Iterator[Desk]:
    """An empty desk."""
    desk = Desk.open(tmp_path / "desk.sqlite", clock=watch)
    yield desk
    desk.close()


def test_a_query_is_counted_whatever_its_case(desk: Desk, watch: Watch) -> None:
    """White space is one space; the first and the last time are kept; nothing is no gap."""
    desk.note_gap("Gift  cards")
    watch.now = NOON + timedelta(hours=1)
    desk.note_gap("gift cards ")
    desk.note_gap("  ")
    (gap,) = desk.gaps()
    assert (gap.query, gap.times, gap.first, gap.last) == ("Gift cards", 2, NOON, watch.now)
    assert not gap.noted


def test_what_was_noted_by_hand_comes_first(desk: Desk) -> None:
    """Then what is asked most; a later failed search does not take the note back."""
    for query in ("bitcoin", "bitcoin", "gift cards"):
        desk.note_gap(query)
    desk.note_gap("invoices in Polish", by_hand=True)
    desk.note_gap("invoices in polish")
    assert [gap.query for gap in desk.gaps()] == ["invoices in Polish", "bitcoin", "gift cards"]
    assert [gap.noted for gap in desk.gaps()] == [True, False, False]


def test_half_a_query_goes_with_the_whole_one(desk: Desk, watch: Watch) -> None:
    """Within a minute; one that was asked twice or noted by hand stays."""
    desk.note_gap("kuber")
    desk.note_gap("kubernetes")
    assert [gap.query for gap in desk.gaps()] == ["kubernetes"]
    watch.now = NOON + timedelta(minutes=5)
    desk.note_gap("kubernetes ingress")
    assert len(desk.gaps()) == 2
    desk.note_gap("post", by_hand=True)
    desk.note_gap("postgres")
    assert {gap.query for gap in desk.gaps()} >= {"post", "postgres"}


def test_a_gap_is_settled_and_put_back(desk: Desk) -> None:
    """As it was."""
    desk.note_gap("bitcoin")
    (gap,) = desk.gaps()
    desk.settle_gap("bitcoin")
    assert desk.gaps() == ()
    desk.restore_gap(gap)
    assert desk.gaps() == (gap,)


def test_a_gap_with_a_customers_address_is_erased_with_them(desk: Desk) -> None:
    """Others stay."""
    desk.note_gap("refund for Ada@Park.example")
    desk.note_gap("bitcoin")
    desk.erase_customer("ada@park.example")
    assert [gap.query for gap in desk.gaps()] == ["bitcoin"]
