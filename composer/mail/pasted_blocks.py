"""Blocks that a program wrote and a mail holds as text: patches, encoded files, keys, signatures of PGP.

Each kind says itself where it ends. One that does not end as it should is left to be read as words.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_BEGINS = ("@@", "be", "--", "- ")
_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@")
_ABOVE_A_HUNK = re.compile(
    r"(?:diff |index [0-9a-f]+\.\.|--- \S|\+\+\+ \S|Index: |={20,}$|(?:old|new|deleted)(?: file)? mode \d"
    r"|(?:similarity|dissimilarity) index |(?:rename|copy) (?:from|to) |RCS file: |retrieving revision )"
)
# What git and diffstat write above a patch: " path | 12 ++--" and the sum.
_COUNTED = re.compile(r" \S.{0,200} \|\s+(?:\d+ ?[+-]*|Bin\b.{0,60})$| \d+ files? changed\b.{0,60}$")
_UUENCODED = re.compile(r"begin [0-7]{3,4} \S")
_ARMOUR = re.compile(r"(?:- )?-----BEGIN ([A-Z0-9][A-Z0-9 ]{2,40})-----\s*$")
_ARMOURED = re.compile(r"[A-Za-z0-9+/=]*\s*$|[A-Z][A-Za-z-]{2,20}: \S.{0,200}$")
_CLEAR_SIGNED = "PGP SIGNED MESSAGE"
_LONGEST = 50_000


class Blocks(NamedTuple):
    """The numbers of the lines that are machine text, and of those that sign the mail."""

    logs: set[int]
    signatures: set[int]


def pasted_blocks(lines: Sequence[str], own: Sequence[bool]) -> Blocks:
    """Return the blocks among a mail's own lines; ``own`` may tell of the first lines only."""
    found = Blocks(set(), set())
    after = 0
    lines = lines if len(lines) == len(own) else lines[: len(own)]
    for number in [at for at, line in enumerate(lines) if line[:2] in _BEGINS]:
        if not own[number] or number < after:
            continue
        after = (
            _patch(lines, number, found) or _encoded(lines, number, found) or _armour(lines, number, found)
        )
    for block in found:
        block.intersection_update([number for number in block if own[number]])
    return found


def _patch(lines: Sequence[str], first: int, found: Blocks) -> int:
    """Find one hunk of a patch and what stands above it; return the line behind it, 0 if it is none."""
    hunk = _HUNK.match(lines[first])
    if not hunk:
        return 0
    old, new = (int(count[:9]) if count else 1 for count in hunk.groups())
    number = first + 1
    while number < len(lines) and (old > 0 or new > 0):
        sign = lines[number][:1]
        if sign not in (" ", "", "-", "+", "\\", "\t"):
            break
        old -= sign not in ("+", "\\")
        new -= sign not in ("-", "\\")
        number += 1
    if number < first + 2:
        return 0
    start = first
    while start and _ABOVE_A_HUNK.match(lines[start - 1]):
        start -= 1
    found.logs.update(range(start, number))
    _counted(lines, start, found)
    return number


def _counted(lines: Sequence[str], first: int, found: Blocks) -> None:
    """Find the count of changed lines that stands above a patch."""
    while first and not lines[first - 1].strip():
        first -= 1
    while first and _COUNTED.match(lines[first - 1]):
        first -= 1
        found.logs.add(first)


def _encoded(lines: Sequence[str], first: int, found: Blocks) -> int:
    """Find a file in the manner of uuencode; return the line behind it, 0 if it is none."""
    if not _UUENCODED.match(lines[first]):
        return 0
    number = first + 1
    while number < len(lines) and _is_encoded(lines[number]):
        number += 1
    if number == first + 1 or number == len(lines) or lines[number].strip() != "end":
        return 0
    found.logs.update(range(first, number + 1))
    return number + 1


def _is_encoded(line: str) -> bool:
    """Tell whether a line holds as many signs as its first one says; trailing blanks may be lost."""
    if not line or line == "`":
        return True
    size = (ord(line[0]) - 32) & 63
    wanted = (size + 2) // 3 * 4
    return len(line) <= wanted + 2 and all(" " <= sign <= "`" for sign in line) and size > 0


def _armour(lines: Sequence[str], first: int, found: Blocks) -> int:
    """Find a key, a certificate or a signature between its lines; return the line behind it, or 0."""
    begin = _ARMOUR.match(lines[first])
    if not begin:
        return 0
    if begin[1] == _CLEAR_SIGNED:
        number = first + 1
        while number < len(lines) and lines[number].startswith("Hash: "):
            number += 1
        found.signatures.update(range(first, number))
        return number
    last = f"-----END {begin[1]}-----"
    number = first + 1
    while number < min(len(lines), first + _LONGEST) and _ARMOURED.match(lines[number]):
        number += 1
    if number == len(lines) or lines[number].strip().removeprefix("- ") != last:
        return 0
    (found.signatures if begin[1] == "PGP SIGNATURE" else found.logs).update(range(first, number + 1))
    return number + 1
