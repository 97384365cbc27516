"""broken-quote: words of the customer that lost their quote mark, or quoted words they never wrote."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import pairwise

from composer.draft import BlockKind, unquoted
from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

_LEAST_WORDS = 5
_LINE = re.compile(r"[^\n]+")
_HEADS = re.compile(r"^[ \t]*(?:#|\*\*|__|[“\"„«‘'])|(?:\*\*|__|[”\"“»’'])[.:]?[ \t]*$")
"""A line of theirs that the agent took up on purpose: as a heading, in bold, in quotation marks."""
_MOST_SHARED = 0.2
_MARKER = re.compile(r"^\s{0,8}(?:[-*+]|\d{1,2}[.)])\s+")


def _check(reply: Reply) -> Iterator[Hit]:
    if reply.mail is None or not reply.mail.message.text.strip():
        return
    theirs = {_plain(line.text) for line in reply.mail.lines}
    whole = f" {_plain(reply.mail.message.text)} "
    for placed in reply.passages:
        for at, line, plain in placed.passage.once("lines", None, partial(_lines_of, placed.passage.text)):
            if plain in theirs or (len(plain.split()) > _LEAST_WORDS and f" {plain} " in whole):
                start = placed.start + at
                message = "These are the customer's words without a quote mark: put > before them."
                yield Hit(start, start + len(line), message, (f"> {line}",))
    yield from _never_written(reply)


def _never_written(reply: Reply) -> Iterator[Hit]:
    assert reply.mail is not None
    said = f" {_plain(f'{reply.mail.message.subject} {reply.mail.message.text}')} "
    known = set(pairwise(said.split()))
    for block in reply.draft.blocks:
        if block.kind is not BlockKind.QUOTE or ">>" in block.text.replace(" ", ""):
            continue
        lines = _quoted_lines(block.text)
        if not any(f" {' '.join(words)} " in said for _, _, words in lines):
            continue  # an older mail, or somebody else's words: nothing to compare with
        for at, line, words in lines:
            pairs = set(pairwise(words))
            if len(words) >= _LEAST_WORDS and len(pairs & known) <= _MOST_SHARED * len(pairs):
                start = block.start + at
                message = "The customer did not write this: take the quote mark away."
                yield Hit(start, start + len(line), message)


def _lines_of(text: str) -> tuple[tuple[int, str, str], ...]:
    """Return the lines that say enough: place, text, and its words in small letters."""
    bare = ((m.start(), m.group(), _MARKER.sub("", m.group())) for m in _LINE.finditer(text))
    lines = ((at, line, _plain(words)) for at, line, words in bare if not _HEADS.search(words))
    return tuple(line for line in lines if len(line[2].split()) >= _LEAST_WORDS)


@lru_cache(maxsize=1000)
def _quoted_lines(text: str) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
    """Return the lines of a quote that say something: place, text, and its words in order."""
    lines = ((m.start(), m.group(), _plain(unquoted(m.group())).split()) for m in _LINE.finditer(text))
    return tuple((at, line, tuple(words)) for at, line, words in lines if len(words) > 1)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


_MAIL = Example(
    "",
    mail="The export stops at row 500.\nWhat can we do about it? "
    "What can we do about it, now that it is gone? Help.",
)

RULE = Rule(
    id="broken-quote",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="A broken quote",
    finds=(
        "A line of five words or more that the customer wrote and that has no quote mark, and a line with a"
        " quote mark that they never wrote. Headings and words in quotation marks pass."
    ),
    why="The customer sees at a glance which words are theirs and which are ours.",
    reads=WholeReply(_check, quotes_too=True),
    bad=drafts(
        "«The export stops at row 500.»\n\nInstall 2.11.\n",
        "> The export stops at row 500.\n«What can we do about it, now that it is gone?»\nInstall 2.11.\n",
        "> What can we do about it?\n«> Please install version eleven today.»\n",
        "> What can we do about it?\n«> You can install version eleven, and it runs.»\n",
        like=_MAIL,
    ),
    good=drafts(
        "> The export stops at row 500.\n\nInstall 2.11.\n",
        "> The export stops at row 500.\n> What can we do about it, now that it is gone?\nInstall 2.11.\n",
        "> What can we do about it?\n\nPlease install version eleven today.\n",
        "> What can we do about it?\n\nYou can install version eleven, and it runs.\n",
        like=_MAIL,
    ),
    quiet=(
        *drafts("The export stops there.\n", "> What can we do about it?\n\nInstall 2.11.\n", like=_MAIL),
        *drafts(
            "> Please send us the file of last week.\n\nThat was my mail of Monday.\n",
            "**The export stops at row 500.**\n\nInstall 2.11.\n",
            "You wrote “The export stops at row 500.”\n",
            like=_MAIL,
        ),
        *drafts("> Whatever was written here long ago.\n\nYes.\n"),
    ),
)
