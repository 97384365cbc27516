"""A lane without a thread, for tests of presenters."""

from collections.abc import Callable
from typing import Any


class AtOnce:
    """Does everything at once: the answer is there when ``run`` returns."""

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
