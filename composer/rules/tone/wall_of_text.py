"""wall-of-text: a paragraph without a place to rest."""

from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_words import Passage, PassageKind
from composer.lint.rule import EachPassage, Hit, Rule, Setting, drafts

MOST_WORDS = 130
_SHOWN = 8


def _check(passage: Passage, setting: Setting) -> Iterator[Hit]:
    count = len(passage.tokens)
    if passage.kind is PassageKind.TEXT and count > MOST_WORDS and len(passage.sentences) > 2:
        end = passage.tokens[_SHOWN - 1].end
        message = f"This paragraph has {count} words: break it up, or make a list of its steps."
        yield Hit(passage.tokens[0].start, end, message)


_SENTENCE = "The window shows a table with all of the rows of the file. "
_FIRST = "«The window shows a table with all of» the rows of the file. "

RULE = Rule(
    id="wall-of-text",
    reading=Reading.TONE,
    severity=Severity.HINT,
    title="A wall of text",
    finds="A paragraph of more than 130 words.",
    why="The customer finds their place again after each step.",
    reads=EachPassage(_check),
    bad=drafts(_FIRST + _SENTENCE * 12 + "\n", "Hi John,\n\n" + _FIRST + _SENTENCE * 14 + "\n"),
    good=drafts((_SENTENCE * 4 + "\n\n") * 3, "Hi John,\n\n" + (_SENTENCE * 5 + "\n\n") * 3),
    quiet=drafts(_SENTENCE * 5 + "\n", "> " + _SENTENCE * 20 + "\n\nYes.\n"),
)
