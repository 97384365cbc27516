"""Stand-ins for what the window hands to the presenters of a ticket."""

import pytest

from tests.by_hand import LanesByHand, TimersByHand


@pytest.fixture
def lanes() -> LanesByHand:
    """Return lanes that work when told."""
    return LanesByHand()


@pytest.fixture
def timers() -> TimersByHand:
    """Return timers on a clock of the test's own."""
    return TimersByHand()
