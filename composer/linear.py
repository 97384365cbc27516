"""Compiles patterns on RE2, so that no text can make one slow; only this and the rule files import it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Protocol

import re2  # type: ignore[import-untyped,unused-ignore]


class Found(Protocol):
    """A match, as far as it is used here."""

    def group(self) -> str:
        """Return the matched text."""

    def start(self, group: int = 0, /) -> int:
        """Return where a group begins, -1 when it did not take part."""

    def end(self, group: int = 0, /) -> int:
        """Return where a group ends."""

    def span(self, group: int = 0, /) -> tuple[int, int]:
        """Return where a group begins and ends."""


class Compiled(Protocol):
    """A compiled pattern, as far as it is used here."""

    groupindex: dict[str, int]

    def search(self, text: str, /) -> Found | None:
        """Return the first match anywhere in a text."""

    def match(self, text: str, /) -> Found | None:
        """Return the match at a text's beginning."""

    def sub(self, replacement: str, text: str, /) -> str:
        """Return a text with every match replaced."""

    def finditer(self, text: str, /) -> Iterator[Found]:
        """Yield all matches of a text."""


class _FoundInAscii:
    """A match in the bytes of an ASCII text, where the bytes' offsets are the text's."""

    __slots__ = ("_found",)

    def __init__(self, found: Any) -> None:
        self._found = found

    def start(self, group: int = 0, /) -> int:
        return int(self._found.start(group))

    def end(self, group: int = 0, /) -> int:
        return int(self._found.end(group))

    def span(self, group: int = 0, /) -> tuple[int, int]:
        start, end = self._found.span(group)
        return start, end

    def group(self) -> str:
        matched: bytes = self._found.group()
        return matched.decode("ascii")


class _Linear:
    """A pattern that reads ASCII texts as bytes: RE2's binding counts every match's signs otherwise."""

    __slots__ = ("_made", "groupindex")

    def __init__(self, made: Any) -> None:
        self._made = made
        self.groupindex: dict[str, int] = made.groupindex

    def search(self, text: str, /) -> Found | None:
        return next(iter(self.finditer(text)), None)

    def match(self, text: str, /) -> Found | None:
        if not text.isascii():
            found: Found | None = self._made.match(text)
            return found
        start = self._made.match(text.encode("ascii"))
        return _FoundInAscii(start) if start else None

    def sub(self, replacement: str, text: str, /) -> str:
        changed: str = self._made.sub(replacement, text)
        return changed

    def finditer(self, text: str, /) -> Iterator[Found]:
        if text.isascii():
            return map(_FoundInAscii, self._made.finditer(text.encode("ascii")))
        found: Iterator[Found] = self._made.finditer(text)
        return found


def _options() -> Any:
    options = re2.Options()
    options.max_mem = 64 << 20
    options.log_errors = False
    return options


class _Many:
    """Many patterns that are asked of a text together."""

    _set: Any

    def matching(self, text: str) -> list[int]:
        """Return the indices of the patterns that match somewhere in a text, in order."""
        found: list[int] = self._set.Match(text.encode()) or []
        return sorted(found) if len(found) > 1 else found


class PatternSet(_Many):
    """Patterns in one automaton: a text is read once. For some dozens of short ones."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._set = re2.Set.SearchSet(_options())
        for pattern in patterns:
            self._set.Add(pattern)
        self._set.Compile()


class PatternFilter(_Many):
    """Patterns behind one automaton of the words that they need: only those that may match are run.

    For many long ones. Their common automaton has a new state for nearly every word of a sentence not
    seen before, and states are made at about 1 µs each: 100 µs a sentence of a new mail, against 12 here.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._set = re2.Filter()
        options = _options()
        for pattern in patterns:
            self._set.Add(pattern, options)
        self._set.Compile()


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> Compiled:
    """Return a compiled pattern; raises ValueError with RE2's reason when it does not compile."""
    try:
        return _Linear(re2.compile(pattern))
    except re2.error as error:
        raise ValueError(str(error)) from error
