"""Passages: a record's body cut where a reader would cut it, and its plain words.

Bodies are scanned line by line instead of being parsed: the Markdown parser takes some 10 ms a page, and
an index of 10,000 pages may take 15 s in all. What the scan cannot know (a heading made by HTML, say)
costs a passage border and no word.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 2_400  # characters; some 400 words: a short article stays whole
_LONGEST_BODY = 5_000_000
_RUN_ON = 60  # words: no sentence is that long
_CUT_EVERY = 20

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*)")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_LINK_TARGET = re.compile(r"\]\([^()\s]{0,500}(?:\s+(?:\"[^\"]{0,200}\"|'[^']{0,200}'))?\)")
_IMAGE = re.compile(r"!\[")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
# Lines begin with the line break before them: found by one letter, they take a third of the time.
_RULE_LINE = re.compile(r"\n[ \t]*(?:[|:=*_~-][|:=*_~ \t-]*|(?:```|~~~)[^\n]*)(?=\n|\Z)")
_HEADING_LINE = re.compile(r"\n {0,3}#{1,6}[ \t]+([^\n]*)")
_TABLE_LINE = re.compile(r"\n[ \t]*\|([^\n]*)")
_ITEM = r"(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,3}[.)][ \t]+)"
_LINE_MARK = re.compile(rf"\n[ \t]*(?:>[> \t]*{_ITEM}?|{_ITEM})")
_INLINE_MARK = re.compile(r"\*\*|__|`+|~~|\[|\]|(?<!\w)[*_]|[*_](?!\w)|\|")
_UNIT_END = re.compile(r"\n+|(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a body: the heading it stands under, its offset in code points, its Markdown."""

    heading: str
    start: int
    text: str


def passages(body: str) -> tuple[Passage, ...]:
    """Cut a body into passages of at most about ``LONGEST`` characters; there is always one.

    A short body is one passage. A longer one is cut at headings, and below them at blank lines.
    """
    body = body[:_LONGEST_BODY]
    if len(body) <= LONGEST:
        return (Passage("", 0, body),)
    return tuple(_merged(list(_pieces(body)))) or (Passage("", 0, body),)


def _pieces(body: str) -> Iterator[Passage]:
    """Yield the sections of a body, and the paragraphs of sections that are too long."""
    heading, start, at, fenced = "", 0, 0, False
    for line in body.splitlines(keepends=True):
        if _FENCE.match(line):
            fenced = not fenced
        title = None if fenced else _HEADING.match(line)
        full = at - start > LONGEST or (at - start > LONGEST // 2 and not fenced and not line.strip())
        if (title or full) and body[start:at].strip():
            yield Passage(heading, start, body[start:at])
            start = at
        if title:
            heading = title.group(1).strip(" #\t\r\n")
        at += len(line)
        while at - start > 2 * LONGEST:
            yield Passage(heading, start, body[start : start + LONGEST])
            start += LONGEST
    if body[start:].strip():
        yield Passage(heading, start, body[start:])


def _merged(pieces: list[Passage]) -> Iterator[Passage]:
    """Join short neighbours, so that a list of one-line sections does not become fifty rows."""
    held: Passage | None = None
    for piece in pieces:
        if held is not None and len(held.text) + len(piece.text) <= LONGEST // 2:
            held = Passage(held.heading or piece.heading, held.start, held.text + piece.text)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def plain(markdown: str) -> str:
    """Return the words of a piece of Markdown as somebody would read them out.

    No link targets, tags, rules, fences, list or emphasis marks; a heading ends in a colon, a row of a
    table in a semicolon, its cells are set off by points.
    """
    text = _RULE_LINE.sub("", f"\n{markdown}")
    if "](" in text:
        text = _IMAGE.sub("[", _LINK_TARGET.sub("]", text))
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "#" in text:
        text = _HEADING_LINE.sub(_heading, text)
    text = _LINE_MARK.sub("\n", text)
    if "|" in text:
        text = _TABLE_LINE.sub(_cells, text)
    text = _INLINE_MARK.sub("", text[1:] if text[:1] == "\n" else text)
    return html.unescape(text) if "&" in text else text


def _heading(line: re.Match[str]) -> str:
    words = line[1].rstrip("# \t\r")
    return f"\n{words}:" if words[-1:].isalnum() else f"\n{words}"


def _cells(line: re.Match[str]) -> str:
    """Return the cells of a line of a table that hold something, so that they read as a list."""
    cells = (cell.strip() for cell in line[1].replace("\\|", "/").split("|"))
    words = " · ".join(cell for cell in cells if cell)
    return f"\n{words};" if words[-1:].isalnum() else f"\n{words}"


def units(text: str) -> list[str]:
    """Cut a plain text into its sentences and lines, the units in which words stand close.

    What runs on without an end (a log, a list without marks) is cut every so many words.
    """
    found: list[str] = []
    for unit in _UNIT_END.split(text):
        if unit.count(" ") > _RUN_ON:
            words = unit.split()
            found += [" ".join(words[at : at + _CUT_EVERY]) for at in range(0, len(words), _CUT_EVERY)]
        elif unit and not unit.isspace():
            found.append(unit)
    return found
