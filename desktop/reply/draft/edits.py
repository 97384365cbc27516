"""Edits of a draft as plain data: splitting a quote, inserting a passage, replacing a stretch.

All offsets count code points. An edit is decided here, where no widget exists, and carried out by
the editor as one undo step.
"""

import re
from dataclasses import dataclass

from composer.draft import is_quote_line

# At most this many marks are read as a quote's prefix; deeper than that nobody quotes by hand.
_MARKS = re.compile(r"(?: {0,3}> ?){1,60}")

_LONGEST_GREETING = 80


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``text[start:end]`` with ``text`` and put the cursor at ``cursor`` of the new text.

    ``selected_to`` is where a selection that starts at ``cursor`` ends; equal to it for none.
    """

    start: int
    end: int
    text: str
    cursor: int
    selected_to: int = -1

    def applied(self, to: str) -> str:
        """Return the text after the edit."""
        return to[: self.start] + self.text + to[self.end :]


@dataclass(frozen=True, slots=True)
class LineSpan:
    """One line of a text: its offsets without the line end, and its words."""

    start: int
    end: int
    text: str

    @property
    def is_quote(self) -> bool:
        """Whether the line is quoted."""
        return is_quote_line(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether nothing can be seen on the line."""
        return not self.text.strip()


def line_at(text: str, position: int) -> LineSpan:
    """Return the line in which ``position`` stands."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    end = len(text) if end < 0 else end
    return LineSpan(start, end, text[start:end])


def quote_marks(line: str) -> str:
    """Return the ``> `` marks at the start of a line, or nothing."""
    found = _MARKS.match(line)
    return found.group() if found else ""


def split_quote(text: str, position: int) -> Edit | None:
    """Return the edit that opens an inline answer at ``position``, or None outside a quote.

    What stands left of the cursor stays quoted above, what stands right of it is quoted again
    below; the cursor goes to an empty line between, with a blank line on either side.
    """
    line = line_at(text, position)
    if not line.is_quote:
        return None
    marks = quote_marks(line.text)
    if position <= line.start + len(marks):
        return _open_above(text, line)
    left = text[line.start : position].rstrip()
    right = text[position : line.end].lstrip()
    if right:
        below = f"\n\n{marks.rstrip()} {right}"
        return _opened(line.start, line.end, above=f"{left}\n\n", below=below)
    return _opened(line.start, line.end, above=f"{left}\n\n", below=_gap_below(text, line))


def greets(text: str) -> bool:
    """Tell whether a draft begins with a greeting: a short line of one's own, as ``Hi Jo,``."""
    line = line_at(text, 0)
    words = line.text.rstrip()
    return not line.is_quote and len(words) <= _LONGEST_GREETING and words.endswith((",", ":", "!"))


def below_greeting(text: str, position: int) -> Edit | None:
    """Return the edit that opens a paragraph below a greeting at whose end ``position`` stands, or None.

    A greeting is the first line, with a quote below it: what is written between stands by itself.
    """
    line = line_at(text, position)
    follows = text[line.end :].lstrip("\n")
    if line.start or position != line.end or not greets(text):
        return None
    if not text.startswith("\n\n", line.end) or not is_quote_line(follows.partition("\n")[0]):
        return None
    return Edit(position, position, "\n\n", position + 2)


def insert_passage(text: str, position: int, passage: str) -> Edit:
    """Return the edit that puts a passage at ``position``, an inline answer when that is a quote.

    A passage of one paragraph joins the line it is put into; one of several stands on its own, and so
    does any behind the greeting.
    """
    passage = passage.strip("\n")
    split = split_quote(text, position) or below_greeting(text, position)
    if split is not None:
        at = split.cursor - split.start
        words = split.text[:at] + passage + split.text[at:]
        return Edit(split.start, split.end, words, split.cursor + len(passage))
    return _own_insert(text, position, position, passage)


def replace_with_passage(text: str, start: int, end: int, passage: str) -> Edit:
    """Return the edit that puts a passage where ``text[start:end]`` stands (a ``??`` and its words)."""
    return _own_insert(text, start, end, passage.strip("\n"))


def answer_place(text: str, end: int) -> tuple[int, bool]:
    """Return where the answer below a quoted question that ends at ``end`` is written.

    The answer's own line when there is one (True), else the end of the question (False).
    """
    line = line_at(text, end)
    cursor = line.end + 1
    while cursor <= len(text):
        following = line_at(text, cursor)
        if following.is_quote:
            break
        if not following.is_blank:
            return _end_of_own(text, following), True
        cursor = following.end + 1
    return end, False


def _end_of_own(text: str, line: LineSpan) -> int:
    last = line
    while last.end < len(text):
        following = line_at(text, last.end + 1)
        if following.is_quote:
            break
        last = following
    return line.start + len(text[line.start : last.end].rstrip())


def _own_insert(text: str, start: int, end: int, passage: str) -> Edit:
    before, after = text[:start], text[end:]
    if "\n" in passage:
        if before and not before.endswith("\n\n"):
            passage = ("\n" if before.endswith("\n") else "\n\n") + passage
        if after and not after.startswith("\n\n"):
            passage += "\n" if after.startswith("\n") else "\n\n"
    elif before and not before[-1].isspace():
        passage = f" {passage}"
    return Edit(start, end, passage, start + len(passage.rstrip("\n")))


def _open_above(text: str, line: LineSpan) -> Edit:
    previous = line_at(text, line.start - 1) if line.start else None
    above = "\n" if previous is not None and not previous.is_blank else ""
    return _opened(line.start, line.start, above=above, below="\n\n")


def _gap_below(text: str, line: LineSpan) -> str:
    if line.end >= len(text):
        return ""
    return "" if line_at(text, line.end + 1).is_blank else "\n"


def _opened(start: int, end: int, *, above: str, below: str) -> Edit:
    return Edit(start, end, above + below, start + len(above))
