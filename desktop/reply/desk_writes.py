"""Small writes to the desk: done in the lane of writes, told when they fail."""

from collections.abc import Callable
from typing import Any

from desktop.work.collaborators import Lane
from kb_content.failure import Failure


class DeskWrites:
    """Runs writes in order; an expected failure is told as its sentence, a bug stays loud."""

    def __init__(self, *, lane: Lane, told: Callable[[str], None]) -> None:
        self._lane, self._told = lane, told

    def run(self, work: Callable[[], Any], done: Callable[[Any], None] | None = None) -> None:
        """Do ``work`` in the lane, then call ``done`` with what it returned."""
        self._lane.run(work, done=done or _nothing, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure | OSError):
            raise error
        self._told(str(error))


def _nothing(_: object) -> None:
    """Nobody waits for the answer."""
