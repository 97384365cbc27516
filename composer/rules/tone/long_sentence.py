"""long-sentence: a sentence that has to be read twice."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from bisect import bisect_left
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_words import Passage, PassageKind
from composer.lint.rule import EachPassage, Hit, Rule, Setting, drafts
from composer.lint.sentences import Stretch

# British government digital writing asks for 25 words; half as much again is where readers lose the thread.
MOST_WORDS = 38
# No abbreviation is that long and has vowels in the middle of it: *it works now. we close at six*.
_STOP = re.compile(r"(?<=[a-zà-ÿ]{4})(?P<end>[.;])\s+(?=[a-zà-ÿ])")


def _check(passage: Passage, setting: Setting) -> Iterator[Hit]:
    if passage.kind is PassageKind.HEADING:
        return
    begins = [token.start for token in passage.tokens]
    for sentence in passage.sentences:
        for start, end in _parts(sentence):
            count = bisect_left(begins, end) - bisect_left(begins, start)
            if count > MOST_WORDS:
                yield Hit(start, end, f"This sentence has {count} words: cut it in two.")


def _parts(sentence: Stretch) -> Iterator[tuple[int, int]]:
    """Yield a sentence whole, or cut at the full stops of somebody who writes in small letters."""
    start = 0
    for stop in _STOP.finditer(sentence.text):
        yield sentence.start + start, sentence.start + stop.end("end")
        start = stop.end()
    if start < len(sentence.text):
        yield sentence.start + start, sentence.end


_LONG = (
    "The new version reads the file line by line and keeps what it has read in a table that the window shows as soon as "
    "the first row is there so that you can start to work while the rest of the file is still being read."
)
_SHORT = (
    "The new version reads the file line by line. It keeps what it has read in a table. The window shows the table as soon "
    "as the first row is there. You can start to work while the rest is still being read."
)

RULE = Rule(
    id="long-sentence",
    reading=Reading.TONE,
    severity=Severity.HINT,
    title="A long sentence",
    finds="A sentence of more than 38 words.",
    why="The customer understands it on the first reading.",
    reads=EachPassage(_check),
    bad=drafts(f"«{_LONG}»\n", f"Hi John,\n\n«{_LONG}» It is fast.\n"),
    good=drafts(f"{_SHORT}\n", f"Hi John,\n\n{_SHORT} It is fast.\n"),
    quiet=drafts(f"{_SHORT.lower()}\n", "It works.\n", f"> {_LONG}\n\nYes.\n", "- one\n- two\n- three\n"),
)
