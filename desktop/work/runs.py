"""What presenters need of a lane, said without Qt, and a lane that does everything at once."""

from collections.abc import Callable
from typing import Any, Protocol


class Runs(Protocol):
    """A lane: work goes down, its answer comes back on the window's thread."""

    def run(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        newest: str = "",
    ) -> None:
        """Do ``work``, then call ``done`` with its result, or ``failed`` with what it raised."""


class AtOnce:
    """A lane without a thread: the answer is there when ``run`` returns. For tests and the tour."""

    def run(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        newest: str = "",
    ) -> None:
        """Do ``work`` here and now."""
        try:
            value = work()
        except Exception as error:  # delivered, as a lane does
            if failed is None:
                raise
            failed(error)
            return
        done(value)
