"""Finding the marker lines that a failed merge leaves in a file."""

import re

_START = "<<<<<<< "
_MARKER = re.compile(r"^(<<<<<<< |=======\r?$|>>>>>>> )", re.MULTILINE)


def conflicts(text: str) -> tuple[tuple[int, int], ...]:
    """Return first and last line (from 1) of each conflict: a start, a middle and an end marker.

    A lone line of equals signs is an underlined heading and no conflict.
    """
    if _START not in text:
        return ()
    found: list[tuple[int, int]] = []
    open_at, middle_seen = 0, False
    line, counted = 1, 0
    for match in _MARKER.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        if match[1] == _START:
            open_at, middle_seen = line, False
        elif open_at and not match[1].startswith(">"):
            middle_seen = True
        elif open_at and middle_seen:
            found.append((open_at, line))
            open_at, middle_seen = 0, False
    return tuple(found)
