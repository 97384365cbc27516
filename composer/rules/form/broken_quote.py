"""broken-quote: words of the customer that lost their quote mark, or quoted words they never wrote."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from composer.draft import BlockKind, unquoted
from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

_LEAST_WORDS = 5
_LINE = re.compile(r"[^\n]+")
_MARKER = re.compile(r"^\s{0,8}(?:[-*+]|\d{1,2}[.)])\s+")


def _check(reply: Reply) -> Iterator[Hit]:
    if reply.mail is None or not reply.mail.message.text.strip():
        return
    theirs = {_plain(line.text) for line in reply.mail.lines}
    for placed in reply.passages:
        for at, line, plain in placed.passage.once("lines", None, partial(_lines_of, placed.passage.text)):
            if plain in theirs:
                start = placed.start + at
                message = "These are the customer's words without a quote mark: put > before them."
                yield Hit(start, start + len(line), message, (f"> {line}",))
    yield from _never_written(reply)


def _never_written(reply: Reply) -> Iterator[Hit]:
    assert reply.mail is not None
    known = set(_plain(f"{reply.mail.message.subject} {reply.mail.message.text}").split())
    for block in reply.draft.blocks:
        if block.kind is not BlockKind.QUOTE or ">>" in block.text.replace(" ", ""):
            continue
        for at, line, words in _quoted_lines(block.text):
            if known.isdisjoint(words):
                start = block.start + at
                yield Hit(
                    start,
                    start + len(line),
                    "The customer did not write this: take the quote mark away.",
                )


def _lines_of(text: str) -> tuple[tuple[int, str, str], ...]:
    """Return the lines that say enough: place, text, and its words in small letters."""
    lines = ((m.start(), m.group(), _plain(_MARKER.sub("", m.group()))) for m in _LINE.finditer(text))
    return tuple(line for line in lines if len(line[2].split()) >= _LEAST_WORDS)


@lru_cache(maxsize=1000)
def _quoted_lines(text: str) -> tuple[tuple[int, str, frozenset[str]], ...]:
    """Return the lines of a quote that say enough: place, text, and its words."""
    lines = ((m.start(), m.group(), _plain(unquoted(m.group())).split()) for m in _LINE.finditer(text))
    return tuple((at, line, frozenset(words)) for at, line, words in lines if len(words) >= _LEAST_WORDS)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


_MAIL = Example("", mail="The export stops at row 500.\nWhat can we do about it?")

RULE = Rule(
    id="broken-quote",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="A broken quote",
    why="The customer sees at a glance which words are theirs and which are ours.",
    reads=WholeReply(_check, quotes_too=True),
    bad=drafts(
        "«The export stops at row 500.»\n\nInstall 2.11.\n",
        "> What can we do about it?\n«> Please install version eleven today.»\n",
        like=_MAIL,
    ),
    good=drafts(
        "> The export stops at row 500.\n\nInstall 2.11.\n",
        "> What can we do about it?\n\nPlease install version eleven today.\n",
        like=_MAIL,
    ),
    quiet=(
        *drafts("The export stops there.\n", "> What can we do about it?\n\nInstall 2.11.\n", like=_MAIL),
        *drafts("> Whatever was written here long ago.\n\nYes.\n"),
    ),
)
