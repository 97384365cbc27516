"""Which sentence leads in to a list, and which items are its: "We need to know: … Security … - …"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from composer.questions.clauses import is_elliptical
from composer.questions.sentences import Sentence

_MOST_HEADING = 40
_HEADING = re.compile(r"[^\W_][^.!?;]*$")
_MOST_HEADING_WORDS = 5
_MOST_BARE_WORDS = 7
_BARE = re.compile(r"[^\W\d_](?:[^.!?;,=]|\.(?= ))*")


class QuestionList(NamedTuple):
    """A list by numbers of sentences: the one that leads in, the first of each item, the headings between."""

    lead: int
    items: list[int]
    headings: list[int]


def is_bare(words: str, language: str) -> bool:
    """Tell whether plain words of an item name a thing and tell nothing of it."""
    return (
        len(words.split()) <= _MOST_BARE_WORDS
        and _BARE.fullmatch(words) is not None
        and is_elliptical(words, language)
    )


def lists_in(sentences: Sequence[Sentence]) -> list[QuestionList]:
    """Return the lists of a text by the numbers of their sentences.

    A short heading between a lead-in with a colon and its items, or between those and more of them, parts
    the list and leads in to nothing.
    """
    found: list[QuestionList] = []
    inside = -1
    for at, sentence in enumerate(sentences):
        if sentence.item and inside < 0 < at:
            found.append(QuestionList(at - 1, [], []))
            _under_a_heading(sentences, found)
        if sentence.item:
            inside = sentence.lead
            if found:
                found[-1].items.append(at)
        elif sentence.lead != inside:
            inside = -1
    return found


def _under_a_heading(sentences: Sequence[Sentence], found: list[QuestionList]) -> None:
    """Let the list begun last go on with the one before it, or have its lead-in, if a heading parts them."""
    heading = found[-1].lead
    if not heading or not _is_heading(sentences[heading]):
        return
    before = sentences[heading - 1]
    if before.text.endswith(":") and not before.item:
        found[-1] = QuestionList(heading - 1, [], [heading])
    elif len(found) > 1 and found[-2].headings and before.lead == sentences[found[-2].items[-1]].lead:
        found.pop()
        found[-1].headings.append(heading)


def _is_heading(sentence: Sentence) -> bool:
    words = sentence.text.rstrip(":")
    return (
        not sentence.item
        and len(words) <= _MOST_HEADING
        and len(words.split()) <= _MOST_HEADING_WORDS
        and bool(_HEADING.match(words))
    )
