"""What a word is in support mail: the patterns of words and codes, folding, and the record of one word.

A word may be a code (``wp-config.php``, ``ERR_TIMEOUT``, ``7.1.2``) that people look for whole and in
parts. What a word is *in a language*, its stem, is said by ``language``.
"""

import re
import unicodedata
from typing import NamedTuple

LONGEST_WORD = 64
LINE_END = "\n"  # stands between the lines of a column, as a term of its own that the postings skip

# Scripts written without spaces, or with particles glued on: their words are pairs of letters.
_NGRAM = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f"
)
# Marks that belong to a word although they are no letters: accents, Indic vowels, soft hyphen, joiners.
_MARKS = "\u0300-\u036f\u0900-\u0963\u0966-\u0dff\u00ad\u200c\u200d"
_LETTERS = rf"[\w{_MARKS}]+"
WORD = re.compile(rf"{_LETTERS}(?:[-.'’@]{_LETTERS})*(?:\+\+|#)?")
WORD_OR_RUN = re.compile(
    rf"[{_NGRAM}]+|(?:(?![{_NGRAM}])[\w{_MARKS}])+(?:[-.'’@](?:(?![{_NGRAM}])[\w{_MARKS}])+)*(?:\+\+|#)?"
)
WORD_OR_END = re.compile(rf"\n|{WORD.pattern}")
HAS_NGRAM = re.compile(f"[{_NGRAM}]")
_DROPPED = re.compile("[\u0300-\u036f\u00ad\u200c\u200d]")
VERSION = re.compile(r"v?\d+(?:\.\d+)+\w*", re.IGNORECASE)
SEPARATOR = re.compile(r"[-._@]+")
APOSTROPHE = re.compile(r"['’]")
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=\d)(?=[a-z]{3})|(?<=[a-z]{3})(?=\d)")
DROPPED_INSIDE = re.compile("[\u00ad\u200c\u200d]")
_LETTER_MAP = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


class Word(NamedTuple):
    """One word as the index keeps it.

    ``terms`` stand in the stream of the text, in order (``wp-config.php`` gives three); ``extras`` are
    further forms under which it is found (the whole, the joined, older versions, parts of camel case);
    ``surfaces`` are the folded words as written, for completion and spelling.
    """

    terms: tuple[str, ...]
    extras: tuple[str, ...]
    surfaces: tuple[str, ...]


class Analysed(NamedTuple):
    """A text as the postings keep it: its terms in order, its extras, its words as written."""

    terms: list[str]
    extras: list[str]
    surfaces: list[str]


class Column(NamedTuple):
    """A text of lines as one column of the postings keeps it, and its words.

    ``terms`` is what the column holds: terms with spaces between, ``LINE_END`` between lines; ``words``
    are the text's different words as they stand in it.
    """

    terms: str
    extras: list[str]
    words: set[str]


def fold(text: str) -> str:
    """Return the text in lower case and without accents, so that ``Zürich`` and ``ZURICH`` are equal."""
    if text.isascii():
        return text.lower()
    bare = _DROPPED.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return unicodedata.normalize("NFC", bare).translate(_LETTER_MAP)


def joined(words: list[Word], extras: tuple[str, ...]) -> Word:
    """Return the parts of a word as one, with further forms of the whole."""
    return Word(
        tuple(term for word in words for term in word.terms),
        (*extras, *(extra for word in words for extra in word.extras)),
        tuple(surface for word in words for surface in word.surfaces),
    )


def version(whole: str) -> Word:
    """Keep a version whole, and its parents with it: ``7.1.2`` is found by ``7.1`` too."""
    whole = whole.removeprefix("v")
    numbers = whole.split(".")
    parents = tuple(".".join(numbers[:count]) for count in range(2, len(numbers)))
    return Word((whole,), parents, ())
