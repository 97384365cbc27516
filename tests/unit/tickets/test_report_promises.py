"""What became of each promised moment: kept, moved, missed, and whether the customer had to ask."""

from zoneinfo import ZoneInfo

import pytest

from composer.tickets.report_period import periods
from composer.tickets.report_promises import Fate, etas_in, undated
from composer.tickets.report_record import FiledPromise
from tests.unit.tickets.report_desks import at, promise, reply, ticket

NOW = at("20 09:30")
WEEK, LAST_WEEK = periods(NOW, ZoneInfo("Europe/Berlin"))[:2]


@pytest.mark.parametrize(
    ("given", "fates"),
    [
        (promise("17 10:00", "17 09:00"), [Fate.KEPT]),
        (promise("17 10:00", "17 11:00"), [Fate.KEPT_LATE]),
        (promise("17 10:00"), [Fate.MISSED]),
        (promise("25 10:00"), []),
        (promise("25 10:00", "19 10:00"), [Fate.KEPT]),
        (promise("25 10:00", "", ("17 10:00", "17 09:00")), [Fate.MOVED]),
        (promise("25 10:00", "", ("17 10:00", "17 12:00")), [Fate.MOVED_LATE]),
        (promise("18 10:00", "18 11:00", ("17 10:00", "17 09:00")), [Fate.MOVED, Fate.KEPT_LATE]),
        (promise("18 10:00", "18 09:00", ("", "17 09:00")), [Fate.KEPT]),
        (promise(), []),
        (promise("", "17 09:00"), []),
    ],
    ids=(
        "in time",
        "late",
        "still open",
        "to come",
        "long before",
        "moved before",
        "moved after",
        "moved, then late",
        "dated later",
        "no date",
        "kept without a date",
    ),
)
def test_each_moment_has_one_fate(given: FiledPromise, fates: list[Fate]) -> None:
    """Every ETA that was given counts once."""
    one = ticket(1, "16 09:00", replies=(reply("16 10:00"),), promises=(given,))
    assert [eta.fate for eta in etas_in((one,), WEEK, NOW)] == fates


def test_a_fate_counts_when_it_is_certain() -> None:
    """What is kept early when it is kept; what is missed when it was due, however late it was kept."""
    early = ticket(1, "12 09:00", promises=(promise("18 10:00", "13 10:00"),))
    late = ticket(2, "12 09:00", promises=(promise("13 10:00", "18 10:00", id=2),))
    assert [eta.fate for eta in etas_in((early, late), LAST_WEEK, NOW)] == [Fate.KEPT_LATE, Fate.KEPT]
    assert etas_in((early, late), WEEK, NOW) == ()


@pytest.mark.parametrize(
    ("given", "mail", "asked"),
    [
        (promise("17 10:00", "18 10:00"), "17 15:00", True),
        (promise("17 10:00", "18 10:00"), "18 15:00", False),
        (promise("17 10:00", "18 10:00"), "17 09:00", False),
        (promise("17 10:00"), "19 15:00", True),
        (promise("25 10:00", "", ("17 10:00", "18 10:00")), "17 15:00", True),
        (promise("25 10:00", "", ("17 10:00", "16 10:00")), "17 15:00", False),
    ],
    ids=(
        "before it was kept",
        "after",
        "before it was due",
        "still open",
        "before it was moved",
        "moved in time",
    ),
)
def test_whether_the_customer_had_to_ask(given: FiledPromise, mail: str, asked: bool) -> None:
    """They wrote between the moment that was missed and what was done about it."""
    one = ticket(1, "16 09:00", mail, replies=(reply("16 10:00"),), promises=(given,))
    (eta,) = etas_in((one,), WEEK, NOW)
    assert eta.asked == (at(mail) if asked else None)


def test_open_promises_without_a_moment() -> None:
    """What was kept needs none."""
    one = ticket(
        1, "16 09:00", promises=(promise(id=1), promise("", "17 10:00", id=2), promise("25 10:00", id=3))
    )
    assert [found.promise_id for found in undated((one,))] == [1]
