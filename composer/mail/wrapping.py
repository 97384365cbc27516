"""Where a mail program broke a line only because it was full.

Such a line end says nothing; in a column narrower than the mail was written in, keeping it gives one
full row and one of two words by turns. A line end is taken as wrapped only where the lines together
show the habit, so that addresses, poems, tables and code keep their lines.

Sentences are cut by a rule of their own (``composer/questions/sentences.py``), which looks at one
paragraph and would rather join too much: there a cut loses a question, here a join only looks odd.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from composer.mail.lines import Line, Role

_NARROWEST, _WIDEST = 50, 100
"""Widths in characters at which mail programs wrap; 72 and 76 are the usual ones."""

_SLACK = 3
_FEWEST_WORDS = 4
_FEWEST_WRAPPED = 2
_HABIT = 0.5

_MARKED = re.compile(r"[ \t>|#*•·–+=~_<-]|\(?[0-9a-zA-Z]{1,3}[.)](?:\s|$)")
_COLUMNS = re.compile(r"\S\t|\S {3,}\S")
_CODE = re.compile(r"[<>={}\[\]|\\_$]|;\s*$|\S {3,}\S|\t|\w\(")
_KEPT_ROLES = (Role.LOG, Role.HEADER, Role.SIGNATURE)


def wrapped_ends(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines whose end was wrapped: the next line goes on with them.

    Linear in the length of the lines. Lines of different roles, depths or authors never join.
    """
    pairs = [
        number for number, (line, after) in enumerate(pairwise(lines)) if _may_join(line.text, after.text)
    ]
    pairs = [number for number in pairs if _is_one_voice(lines[number], lines[number + 1])]
    width = max((len(lines[number].text.rstrip()) for number in pairs), default=0)
    full = frozenset(number for number in pairs if _is_full(lines, number, width))
    has_habit = len(full) >= max(_FEWEST_WRAPPED, _HABIT * len(pairs))
    if width < _NARROWEST or not has_habit:
        return frozenset()
    return full | _running_on(lines, full)


def _running_on(lines: Sequence[Line], full: frozenset[int]) -> frozenset[int]:
    """Return the lines whose sentence plainly goes on, where lines are known to be wrapped.

    They are the ragged ones: typed by hand, or what is left over of a line that was wrapped twice.
    """
    found: set[int] = set()
    for number, (line, after) in enumerate(pairwise(lines)):
        is_prose = line.text.count(" ") >= _FEWEST_WORDS - 1 or number - 1 in full or number - 1 in found
        if is_prose and _is_one_voice(line, after) and _runs_on(line.text.rstrip(), after.text):
            found.add(number)
    return frozenset(found)


def _runs_on(text: str, after: str) -> bool:
    """Tell whether a line stops within a sentence and the next one begins within it; code never does."""
    return (
        bool(text)
        and len(text) <= _WIDEST
        and text[-1] not in ".!?:;"
        and not text[0].isspace()
        and after[:1].islower()
        and not _MARKED.match(after)
        and not _CODE.search(text)
        and not _CODE.search(after)
    )


def _may_join(text: str, after: str) -> bool:
    """Tell whether two lines are both prose of a width that programs wrap at."""
    return (
        len(text) <= _WIDEST
        and bool(after.strip())
        and text.count(" ") >= _FEWEST_WORDS - 1
        and not _COLUMNS.search(text)
        and not _COLUMNS.search(after)
        and not text[:1].isspace()
        and not _MARKED.match(after)
    )


def _is_one_voice(line: Line, after: Line) -> bool:
    same = (line.role, line.depth, line.author) == (after.role, after.depth, after.author)
    return same and line.role not in _KEPT_ROLES


def _is_full(lines: Sequence[Line], number: int, width: int) -> bool:
    """Tell whether the first word of the next line would not have fitted."""
    first_word = lines[number + 1].text.split(maxsplit=1)[0]
    return len(lines[number].text.rstrip()) + 1 + len(first_word) > width - _SLACK
