"""Stand-ins for what the window hands to the presenters of a ticket."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from composer.tickets.desk import Desk
from tests.by_hand import LanesByHand, TimersByHand
from tests.unit.desktop_reply.ticket_scene import MAIL, NOW, Scene


@pytest.fixture
def lanes() -> LanesByHand:
    """Return lanes that work when told."""
    return LanesByHand()


@pytest.fixture
def timers() -> TimersByHand:
    """Return timers on a clock of the test's own."""
    return TimersByHand()


@pytest.fixture
def scene(tmp_path: Path, lanes: Any, timers: Any) -> Iterator[Scene]:
    """Return a scene with the mail's ticket open."""
    desk = Desk.open(tmp_path / "desk.sqlite", clock=lambda: NOW)
    made = Scene(desk, lanes, timers)
    made.ticket.open_ticket(desk.add_mail(MAIL).id)
    made.settle()
    yield made
    desk.close()
