"""Markdown as text: its headings and sections, and what it reads like without its marks.

Line by line and without a parser, since an index reads ten thousand articles at a time. Everything
here is linear in the length of the text.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple


class Section(NamedTuple):
    """A heading and what follows it, up to the next heading of any level.

    ``start:end`` are code points of the body, the heading's line included. What stands above the
    first heading is a section with an empty heading and level 0.
    """

    heading: str
    level: int
    start: int
    end: int


_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+([^\r\n]*))?$")
_SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^\r\n]*)$")
_NO_PARAGRAPH = re.compile(r"[ ]{4}|\t| {0,3}(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]|\|)")

_IMAGE_OR_LINK = re.compile(
    r"!?\[([^\[\]]{0,1000})\](?:\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,500}\")?\)|\[[^\[\]\n]{0,200}\])?"
)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_LINE_MARK = re.compile(
    r"^[ \t]{0,40}(?:(?:>|(?:[-+*]|\d{1,9}[.)]|#{1,6})(?:[ \t]|$))[ \t]{0,40})+", re.MULTILINE
)
_HEADING_END = re.compile(r"[ \t]#{1,6}[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[ \t]{0,3}(?:[-*_=|:+][ \t]{0,3}){3,400}$", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<![\w*\\])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_\\])[*_]{1,3}(?![\w*])|~~")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BLANKS = re.compile(r"\n{3,}")


def sections(body: str) -> tuple[Section, ...]:
    """Return the body cut at its headings; headings in code blocks are none."""
    marks = list(_headings(body))
    cuts = [("", 0, 0), *marks] if not marks or body[: marks[0][2]].strip() else marks
    ends = [start for _, _, start in cuts[1:]] + [len(body)]
    if not body.strip():
        return ()
    return tuple(
        Section(heading, level, start, end) for (heading, level, start), end in zip(cuts, ends, strict=True)
    )


def first_heading(body: str) -> str:
    """Return the words of the first heading within the first 20 kB, or nothing."""
    start = body[:20_000]
    if "#" not in start and "\n=" not in start and "\n-" not in start:
        return ""
    return next((heading for heading, _, _ in _headings(start) if heading), "")


def _headings(body: str) -> Iterator[tuple[str, int, int]]:
    """Each heading's words, level and start."""
    fence = ""
    previous, previous_start = "", 0
    for match in _LINE.finditer(body):
        line = match[0].rstrip("\r\n")
        if fence:
            if _closes(line, fence):
                fence = ""
            previous = ""
            continue
        if opened := _FENCE.match(line):
            fence, previous = opened[1], ""
        elif atx := _ATX.match(line):
            yield plain_line(atx[2] or ""), len(atx[1]), match.start()
            previous = ""
        elif previous and (setext := _SETEXT.match(line)):
            yield plain_line(previous), 1 if setext[1][0] == "=" else 2, previous_start
            previous = ""
        else:
            is_text = bool(line.strip()) and not _NO_PARAGRAPH.match(line)
            previous, previous_start = (line, match.start()) if is_text else ("", 0)


def _closes(line: str, fence: str) -> bool:
    stripped = line.strip()
    return len(stripped) >= len(fence) and stripped == fence[0] * len(stripped)


def plain_line(line: str) -> str:
    """Return one line without its marks: a heading's words."""
    return plain(_HEADING_END.sub("", line)).strip().rstrip("#").rstrip()


def plain(body: str) -> str:
    """Return what a reader sees: no marks, links as their words, images as their alternative text.

    For indexing and excerpts; tables become lines, HTML of foreign documents loses its tags.
    """
    text = body.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    if "<" in text:
        text = _TAG.sub("", _AUTOLINK.sub(r"\1", _without_comments(text)))
    if "[" in text:
        text = _IMAGE_OR_LINK.sub(r"\1", _IMAGE_OR_LINK.sub(r"\1", text))
    text = _RULE.sub("", text)
    text = _LINE_MARK.sub("", _HEADING_END.sub("", text))
    text = text.replace("```", "").replace("`", "").replace(" | ", " ").replace("|", " ")
    text = _EMPHASIS.sub("", text)
    text = _ESCAPE.sub(r"\1", text) if "\\" in text else text
    text = html.unescape(text) if "&" in text else text
    return _BLANKS.sub("\n\n", text).strip()


def _without_comments(text: str) -> str:
    """HTML comments left out; one that is never closed stays, as a browser would show nothing else."""
    if "<!--" not in text:
        return text
    kept, position = [], 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        kept.append(text[position:start])
        position = end + 3
    return "".join([*kept, text[position:]])
