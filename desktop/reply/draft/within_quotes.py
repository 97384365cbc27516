"""Words of one's own within a quote: where the answer to a question opens, and what is typed as one.

Offsets count code points of the draft's text.
"""

import re

from desktop.reply.draft.edits import LineSpan, line_at, quote_marks

_SENTENCE_END = re.compile(r"[.!?…]{1,9}[\"'”’»)\]]{0,9}(?=\s)")
_LIST_ITEM = re.compile(r"(?:[-*•+]|\(?\d{1,2}[.)])\s")
_OMISSION = frozenset("[]…(")
_WRAPPED_FROM = 50
"""A quoted line of so many characters may have been wrapped: its sentence goes on in the next one."""


def behind_question(text: str, end: int, following: int | None) -> int:
    """Return where the answer to a quoted question that ends at ``end`` opens.

    What the customer says with it ("We have 112.") stays with it; ``following`` is where the next
    quoted question begins, if there is one.
    """
    paragraph = _paragraph_end(text, end)
    if following is None or following >= paragraph:
        return paragraph
    said = [found.end() for found in _SENTENCE_END.finditer(text, end, following)]
    return said[-1] if said else end


def answers_within_quote(text: str, position: int, typed: str) -> bool:
    """Tell whether what is typed at a place of a quote is an answer to it, and no mark of an omission.

    Within a word, or behind an open bracket, the quote itself is edited.
    """
    line = line_at(text, position)
    if not line.is_quote or typed[:1] in _OMISSION or typed.isspace():
        return False
    if position <= line.start + len(quote_marks(line.text)):
        return True
    before = text[line.start : position]
    if before.rfind("[") > before.rfind("]"):
        return False
    return not (before[-1:].isalnum() and text[position : position + 1].isalnum())


def _paragraph_end(text: str, position: int) -> int:
    line = line_at(text, position)
    while line.end < len(text) and len(line.text) >= _WRAPPED_FROM:
        following = line_at(text, line.end + 1)
        if not _goes_on(line, following):
            break
        line = following
    return line.start + len(line.text.rstrip())


def _goes_on(line: LineSpan, following: LineSpan) -> bool:
    marks = quote_marks(following.text)
    words = following.text[len(marks) :]
    depth = quote_marks(line.text).count(">")
    return marks.count(">") == depth and bool(words.strip()) and not _LIST_ITEM.match(words.lstrip())
