"""The language half of the search: what the words of a text are, the same for text, query and excerpt.

Whoosh defines the language (stop words and Snowball stemmers; the query parser in ``parse_tree``) and is
imported here only, and late, since the import costs a start-up some 100 ms. Its analyzers themselves are
slower than the postings, so a word is analysed once and remembered: a text is one regular expression and
one dictionary look-up a word.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

WITH_STEMMER = ("en", "de", "es", "fr", "nl", "pt", "it")
LONGEST_WORD = 64
_REMEMBERED_WORDS = 200_000

# Scripts written without spaces, or with particles glued on: their words are pairs of letters.
_NGRAM = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f"
)
# Marks that belong to a word although they are no letters: accents, Indic vowels, soft hyphen, joiners.
_MARKS = "\u0300-\u036f\u0900-\u0963\u0966-\u0dff\u00ad\u200c\u200d"
_LETTERS = rf"[\w{_MARKS}]+"
_WORD = re.compile(rf"{_LETTERS}(?:[-.'’@]{_LETTERS})*(?:\+\+|#)?")
_WORD_OR_RUN = re.compile(
    rf"[{_NGRAM}]+|(?:(?![{_NGRAM}])[\w{_MARKS}])+(?:[-.'’@](?:(?![{_NGRAM}])[\w{_MARKS}])+)*(?:\+\+|#)?"
)
_HAS_NGRAM = re.compile(f"[{_NGRAM}]")
_DROPPED = re.compile("[\u0300-\u036f\u00ad\u200c\u200d]")
_VERSION = re.compile(r"v?\d+(?:\.\d+)+\w*", re.IGNORECASE)
_SEPARATOR = re.compile(r"[-._@]+")
_APOSTROPHE = re.compile(r"['’]")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=\d)(?=[a-z]{3})|(?<=[a-z]{3})(?=\d)")
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


class Token(NamedTuple):
    """A word at its place in a text; ``start`` and ``end`` count code points."""

    start: int
    end: int
    word: Word


class Analysed(NamedTuple):
    """A text as the postings keep it: its terms in order, its extras, its words as written."""

    terms: list[str]
    extras: list[str]
    surfaces: list[str]


def fold(text: str) -> str:
    """Return the text in lower case and without accents, so that ``Zürich`` and ``ZURICH`` are equal."""
    if text.isascii():
        return text.lower()
    bare = _DROPPED.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return unicodedata.normalize("NFC", bare).translate(_LETTER_MAP)


class Language:
    """One language's way with words: its stop words, its stems, its elisions."""

    def __init__(self, code: str, stop_words: frozenset[str], stem: Callable[[str], str]) -> None:
        self.code = code
        self.stop_words = stop_words
        self._stem = stem
        self._splits_elisions = code in {"fr", "it"}
        self._words: dict[str, Word] = {}
        self._stems: dict[str, str] = {}

    def tokens(self, text: str) -> Iterator[Token]:
        """Yield the words of a text with their places."""
        ngrams = _HAS_NGRAM.search(text) is not None
        for match in (_WORD_OR_RUN if ngrams else _WORD).finditer(text):
            raw = match.group()
            if ngrams and _HAS_NGRAM.match(raw):
                yield from _pairs(raw, match.start())
            else:
                yield Token(match.start(), match.end(), self.word(raw))

    def analyse(self, text: str) -> Analysed:
        """Return the terms, extras and surfaces of a text."""
        terms: list[str] = []
        extras: list[str] = []
        surfaces: list[str] = []
        if _HAS_NGRAM.search(text) is not None:
            words = [token.word for token in self.tokens(text)]
        else:
            known = self._words.get  # a call saved for each word: a third of the time
            words = [known(raw) or self.word(raw) for raw in _WORD.findall(text)]
        for word in words:
            terms += word.terms
            if word.extras:
                extras += word.extras
            surfaces += word.surfaces
        return Analysed(terms, extras, surfaces)

    def word(self, raw: str) -> Word:
        """Return what one word, as it stands in a text, is found under."""
        known = self._words.get(raw)
        if known is None:
            if len(self._words) >= _REMEMBERED_WORDS:
                self._words.clear()
                self._stems.clear()
            known = self._words[raw] = self._analysed(raw[:LONGEST_WORD])
        return known

    def stem(self, surface: str) -> str:
        """Return the stem of a folded word; numbers and very short words are their own."""
        if len(surface) < 3 or not surface.isalpha():
            return surface
        stem = self._stems.get(surface)
        if stem is None:
            stem = self._stems[surface] = fold(self._stem(surface)) or surface
        return stem

    def _analysed(self, raw: str) -> Word:
        raw = raw.strip("_")
        if raw.isascii() and raw.isalpha() and (raw.islower() or raw.istitle() or raw.isupper()):
            surface = raw.lower()
            return Word((self.stem(surface),), (), (surface,))
        if _VERSION.fullmatch(raw):
            return _version(fold(raw))
        if _APOSTROPHE.search(raw):
            return self._with_apostrophe(raw)
        if _SEPARATOR.search(raw):
            return self._compound(raw)
        return self._single(raw)

    def _single(self, raw: str) -> Word:
        surface = fold(raw)
        accented = unicodedata.normalize("NFC", _DROPPED_INSIDE.sub("", raw)).lower()
        term = fold(self._stem(accented)) if accented.isalpha() and len(accented) > 2 else surface
        extras = [] if self.stem(surface) == term else [self.stem(surface)]
        humps = [fold(part) for part in _HUMP.split(raw) if part]
        if len(humps) > 1:
            extras += [self.stem(hump) for hump in humps if len(hump) > 1]
        return Word((term,) if term else (), tuple(extras), (surface,) if surface else ())

    def _with_apostrophe(self, raw: str) -> Word:
        head, *tails = _APOSTROPHE.split(raw)
        if self._splits_elisions:
            return _joined([self.word(part) for part in (head, *tails) if part], ())
        if tails[-1] in {"s", "S"}:
            tails = tails[:-1]
        return self.word(head + "".join(tails)) if head or tails else Word((), (), ())

    def _compound(self, raw: str) -> Word:
        parts = [self.word(part) for part in _SEPARATOR.split(raw) if part]
        if not parts:
            return Word((), (), ())
        whole = fold(raw)
        extras = [whole]
        if 2 <= len(parts) <= 3 and "@" not in raw:
            joined = _SEPARATOR.sub("", whole)
            extras.append(self.stem(joined))
        return _joined(parts, tuple(extras) if len(parts) > 1 else ())


_DROPPED_INSIDE = re.compile("[\u00ad\u200c\u200d]")


def _joined(words: list[Word], extras: tuple[str, ...]) -> Word:
    return Word(
        tuple(term for word in words for term in word.terms),
        (*extras, *(extra for word in words for extra in word.extras)),
        tuple(surface for word in words for surface in word.surfaces),
    )


def _version(whole: str) -> Word:
    """Keep a version whole, and its parents with it: ``7.1.2`` is found by ``7.1`` too."""
    whole = whole.removeprefix("v")
    numbers = whole.split(".")
    parents = tuple(".".join(numbers[:count]) for count in range(2, len(numbers)))
    return Word((whole,), parents, ())


def _pairs(run: str, start: int) -> Iterator[Token]:
    """Yield the overlapping pairs of a run of letters without word borders."""
    run = run[: LONGEST_WORD * 16]
    for at in range(max(1, len(run) - 1)):
        pair = fold(run[at : at + 2])
        yield Token(start + at, start + min(at + 2, len(run)), Word((pair,), (), ()))


@lru_cache(maxsize=32)
def language(code: str) -> Language:
    """Return the language of an ISO 639-1 code; one without a stemmer keeps its words as they are."""
    code = code.lower()[:2]
    if code not in WITH_STEMMER:
        return Language(code, frozenset(), str)
    from whoosh.lang import stemmer_for_language, stopwords_for_language

    stop_words = frozenset(fold(word) for word in stopwords_for_language(code))
    return Language(code, stop_words | _MORE_STOP_WORDS.get(code, frozenset()), stemmer_for_language(code))


# Without their apostrophes, as the words of a text are folded here.
_MORE = (
    "im id ive ill youre youve youll hes shes its theyre weve were whats wheres theres thats didnt dont"
    " doesnt isnt arent wasnt havent hasnt hadnt wont would could shall may might must cant cannot couldnt"
    " wouldnt shouldnt us also got get gets getting"
)
_MORE_STOP_WORDS = {"en": frozenset(_MORE.split())}
