"""Other prose linters on the same text, as programs on the path: what a word costs them.

Each is run on the text and on an empty file; the difference of the processor time of the two, start-up
aside, is what reading costs. One that is not on the path is said and left out.
"""

import os
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_RUNS = 5


@dataclass(frozen=True, slots=True)
class Program:
    """A linter: its name, the words that run it on a file, and how one comes by it."""

    name: str
    command: tuple[str, ...]
    install: str


PROGRAMS = (
    Program("proselint", ("proselint", "check"), "pip install proselint"),
    Program("write-good", ("write-good",), "npm install -g write-good"),
)


def microseconds_a_word(text: str) -> Iterator[tuple[str, float]]:
    """Yield the name of each linter that is here and the processor microseconds that a word costs it."""
    words = len(text.split())
    with tempfile.TemporaryDirectory() as folder:
        whole, empty = Path(folder) / "draft.txt", Path(folder) / "empty.txt"
        whole.write_text(text, encoding="utf-8")
        empty.write_text("\n", encoding="utf-8")
        for program in PROGRAMS:
            if shutil.which(program.command[0]) is None:
                print(f"skipped: {program.name} is not on the path ({program.install})")
                continue
            spent = [
                _seconds((*program.command, str(whole))) - _seconds((*program.command, str(empty)))
                for _ in range(_RUNS)
            ]
            yield program.name, 1e6 * statistics.median(spent) / words


def _seconds(command: Sequence[str]) -> float:
    """Return the processor time of a program; whatever it exits with."""
    before = os.times()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return (after.children_user + after.children_system) - (before.children_user + before.children_system)
