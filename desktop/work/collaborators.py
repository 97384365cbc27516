"""What presenters need from the window, said without Qt."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

Clock = Callable[[], datetime]


class Lane(Protocol):
    """A lane of background work; answers come back on the window's thread."""

    def run(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        newest: str = "",
        brief: bool = False,
    ) -> None:
        """Do ``work`` in the lane, then call ``done`` with its result, or ``failed``.

        Of runs with the same key ``newest`` only the latest answers, and of ``brief`` ones, which compute
        for some milliseconds and wait for nothing, one at a time is under way.
        """


class Lanes(Protocol):
    """The program's two lanes: one that writes the desk, one that reads, searches and checks."""

    @property
    def writes(self) -> Lane:
        """The lane that owns what is written."""

    @property
    def reads(self) -> Lane:
        """The lane for everything else that is slow."""


class Timers(Protocol):
    """Single-shot timers under names; starting one again moves it."""

    def start(self, name: str, milliseconds: int, act: Callable[[], None]) -> None:
        """Call ``act`` once after a while, instead of what was to happen under this name."""

    def stop(self, name: str) -> None:
        """Forget what was to happen under this name."""

    def is_running(self, name: str) -> bool:
        """Tell whether something is still to happen under this name."""
