"""The ``>`` marks at the beginning of a quoted line."""

import re

_MARKS = re.compile(r"[ \t]{0,3}>(?:[ \t]{0,2}>){0,98}")


def depth_of(line: str) -> int:
    """Return how many quote marks a line begins with, at most 99; ``>From`` (mbox quoting) has none."""
    if ">" not in line[:4]:
        return 0
    if line.startswith(">From "):
        return 0
    if line[0] == ">" and ">" not in line[1:4]:
        return 1
    match = _MARKS.match(line)
    return match[0].count(">") if match else 0


def without_marks(line: str) -> str:
    """Return a line without its quote marks and the space behind them."""
    if ">" not in line[:4]:
        return line
    match = _MARKS.match(line)
    if not match:
        return line
    rest = line[match.end() :]
    return rest.removeprefix(" ")
