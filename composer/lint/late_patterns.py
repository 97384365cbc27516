"""A table of patterns that is compiled when it is first read: the program starts without it."""

import re
from collections.abc import Iterator
from functools import cached_property


class LatePatterns:
    """Patterns without regard to case, compiled all at once and kept.

    Compiling a large table takes longer than a rule may: whoever times its readers calls ``compile`` before.
    """

    def __init__(self, sources: tuple[str, ...]) -> None:
        self._sources = sources

    def __iter__(self) -> Iterator[re.Pattern[str]]:
        """Yield the compiled patterns, in the order of the table."""
        return iter(self._compiled)

    def compile(self) -> None:
        """Compile the table now, unless it is already."""
        _ = self._compiled

    @cached_property
    def _compiled(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(source, re.IGNORECASE) for source in self._sources)
