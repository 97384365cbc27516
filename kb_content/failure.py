"""Failures that are expected, told as one sentence to a person."""

from dataclasses import dataclass


class Failure(Exception):
    """An expected failure: what happened, where, and what to do, in one sentence.

    Everything the core raises on bad input is a subclass; whoever runs the core (the window, the
    command line) shows ``str(failure)`` as it is. Any other exception is a bug and stays loud.
    """

    def __init__(self, sentence: str, *, path: str = "", line: int = 0) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.path = path
        self.line = line

    def __str__(self) -> str:
        return f"{place(self.path, self.line)}{self.sentence}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in one file that did not stop the rest, kept to be shown in a list.

    ``path`` is relative to the library's folder, ``line`` counts from 1 (0: the whole file),
    ``sentence`` says what is wrong and what to do.
    """

    path: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{place(self.path, self.line)}{self.sentence}"


def place(path: str, line: int) -> str:
    """Return ``path:line: ``, ``path: `` or nothing, as far as they are known."""
    if not path:
        return ""
    return f"{path}:{line}: " if line else f"{path}: "
