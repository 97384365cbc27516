"""The language half of the search, by Whoosh: what the words of a text are.

The same analyzer serves text, query and excerpt: Whoosh's tokenizer, filters and Snowball stemmers, one
chain a language. Run over whole texts it would take longer than the postings, so the chain sees each
word once and is remembered: a text is one regular expression and one dictionary look-up a word. Whoosh is
imported late, since the import costs a start-up some 100 ms.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from search.words import (
    APOSTROPHE,
    DROPPED_INSIDE,
    HAS_NGRAM,
    HUMP,
    LINE_END,
    LONGEST_WORD,
    SEPARATOR,
    VERSION,
    WORD,
    WORD_OR_END,
    WORD_OR_RUN,
    Analysed,
    Column,
    Word,
    fold,
    joined,
    version,
)

WITH_STEMMER = ("en", "de", "es", "fr", "nl", "pt", "it")
_REMEMBERED_WORDS = 200_000
_LONGEST_RUN = 1_024

Analyzer = Callable[..., Iterable[Any]]
"""One of Whoosh's: from a text to its tokens."""


class Language:
    """One language's way with words: its analyzer, its stop words, its elisions."""

    def __init__(self, code: str, analyzer: Analyzer, stop_words: frozenset[str]) -> None:
        self.code = code
        self.analyzer = analyzer
        self.stop_words = stop_words
        self._splits_elisions = code in {"fr", "it"}
        self._words: dict[str, Word] = {}
        self._stems: dict[str, str] = {}
        self._columns: dict[str, str] = {LINE_END: LINE_END}  # the terms of each word, as a column holds them
        self._with_extras: set[str] = set()

    def tokens(self, text: str) -> Iterator[tuple[int, int, Word]]:
        """Yield the words of a text with their places (code points)."""
        if HAS_NGRAM.search(text) is not None:
            yield from self._tokens_and_runs(text)
            return
        known = self._words.get
        for match in WORD.finditer(text):
            raw = match.group()
            yield (*match.span(), known(raw) or self.word(raw))

    def _tokens_and_runs(self, text: str) -> Iterator[tuple[int, int, Word]]:
        for match in WORD_OR_RUN.finditer(text):
            raw = match.group()
            if HAS_NGRAM.match(raw):
                yield from _pairs(raw, match.start())
            else:
                yield (*match.span(), self.word(raw))

    def analyse(self, text: str) -> Analysed:
        """Return the terms, extras and surfaces of a text."""
        words = [word for _, _, word in self.tokens(text)]
        return Analysed(
            [term for word in words for term in word.terms],
            [extra for word in words for extra in word.extras],
            [surface for word in words for surface in word.surfaces],
        )

    def column(self, lines: Iterable[str]) -> Column:
        """Return lines as a column of the postings keeps them; each different word is looked up once."""
        text = LINE_END.join([line.replace(LINE_END, " ") for line in lines])
        if HAS_NGRAM.search(text) is not None:
            return self._column_of_runs(text)
        raws = WORD_OR_END.findall(text)
        words = set(raws)
        words.discard(LINE_END)
        for raw in words.difference(self._columns):
            self.word(raw)
        more = words & self._with_extras
        extras = [extra for raw in raws if raw in more for extra in self.word(raw).extras] if more else []
        try:
            terms = " ".join(filter(None, map(self._columns.__getitem__, raws)))
        except KeyError:  # forgotten meanwhile
            parts = [(LINE_END,) if raw == LINE_END else self.word(raw).terms for raw in raws]
            terms = " ".join([term for part in parts for term in part])
        return Column(terms, extras, words)

    def _column_of_runs(self, text: str) -> Column:
        """Return a column of a text with runs of letters without word borders."""
        terms: list[str] = []
        extras: list[str] = []
        words: set[str] = set()
        for number, line in enumerate(text.split(LINE_END)):
            terms += [LINE_END] if number else []
            for start, end, word in self.tokens(line):
                terms += word.terms
                extras += word.extras
                words.add(line[start:end])
        return Column(" ".join(terms), extras, words)

    def word(self, raw: str) -> Word:
        """Return what one word, as it stands in a text, is found under."""
        known = self._words.get(raw)
        if known is None:
            if len(self._words) >= _REMEMBERED_WORDS:
                self._forget()
            known = self._words[raw] = self._analysed(raw[:LONGEST_WORD])
            self._columns[raw] = " ".join(known.terms)
            if known.extras:
                self._with_extras.add(raw)
        return known

    def _forget(self) -> None:
        """Begin anew with what is remembered; other threads may still read what there was."""
        self._words, self._stems, self._with_extras = {}, {}, set()
        self._columns = {LINE_END: LINE_END}

    def stem(self, surface: str) -> str:
        """Return the term that the analyzer makes of a word; numbers and very short words are their own."""
        if len(surface) < 3 or not surface.isalpha():
            return fold(surface)
        stem = self._stems.get(surface)
        if stem is None:
            stem = self._stems[surface] = next((t.text for t in self.analyzer(surface)), "") or fold(surface)
        return stem

    def _analysed(self, raw: str) -> Word:
        raw = raw.strip("_")
        if raw.isascii() and raw.isalpha() and (raw.islower() or raw.istitle() or raw.isupper()):
            surface = raw.lower()
            return Word((self.stem(surface),), (), (surface,))
        if VERSION.fullmatch(raw):
            return version(fold(raw))
        if APOSTROPHE.search(raw):
            return self._with_apostrophe(raw)
        if SEPARATOR.search(raw):
            return self._compound(raw)
        return self._single(raw)

    def _single(self, raw: str) -> Word:
        surface = fold(raw)
        term = self.stem(unicodedata.normalize("NFC", DROPPED_INSIDE.sub("", raw)).lower())
        extras = [] if self.stem(surface) == term else [self.stem(surface)]
        humps = [fold(part) for part in HUMP.split(raw) if part]
        if len(humps) > 1:
            extras += [self.stem(hump) for hump in humps if len(hump) > 1]
        return Word((term,) if term else (), tuple(extras), (surface,) if surface else ())

    def _with_apostrophe(self, raw: str) -> Word:
        head, *tails = APOSTROPHE.split(raw)
        if self._splits_elisions:
            return joined([self.word(part) for part in (head, *tails) if part], ())
        if tails[-1] in {"s", "S"}:
            tails = tails[:-1]
        return self.word(head + "".join(tails)) if head or tails else Word((), (), ())

    def _compound(self, raw: str) -> Word:
        parts = [self.word(part) for part in SEPARATOR.split(raw) if part]
        if not parts:
            return Word((), (), ())
        whole = fold(raw)
        extras = [whole]
        if 2 <= len(parts) <= 3 and "@" not in raw:
            extras.append(self.stem(SEPARATOR.sub("", whole)))
        return joined(parts, tuple(extras) if len(parts) > 1 else ())


def _pairs(run: str, start: int) -> Iterator[tuple[int, int, Word]]:
    """Yield the overlapping pairs of a run of letters without word borders."""
    for token in _pair_tokenizer()(run[:_LONGEST_RUN], chars=True, start_char=start, mode="query"):
        yield token.startchar, token.endchar, Word((fold(token.text),), (), ())


@lru_cache(maxsize=1)
def _pair_tokenizer() -> Analyzer:
    from whoosh.analysis import NgramTokenizer

    tokenizer: Analyzer = NgramTokenizer(2)
    return tokenizer


@lru_cache(maxsize=32)
def language(code: str) -> Language:
    """Return the language of an ISO 639-1 code; one without a stemmer keeps its words as they are."""
    from whoosh.lang import stopwords_for_language

    code = code.lower()[:2]
    if code not in WITH_STEMMER:
        return Language(code, _analyzer(""), frozenset())
    stop_words = frozenset(fold(word) for word in stopwords_for_language(code))
    return Language(code, _analyzer(code), stop_words | _MORE_STOP_WORDS.get(code, frozenset()))


def _analyzer(code: str) -> Analyzer:
    """Return Whoosh's analyzer for a language; accents are folded last, since stemmers read them.

    Stop words stay in: they weigh little, and a title of nothing else is still found.
    """
    from whoosh.analysis import CharsetFilter, LowercaseFilter, RegexTokenizer, StemFilter

    words = RegexTokenizer(WORD) | LowercaseFilter()
    if code:
        words |= StemFilter(lang=code, cachesize=None)  # words are remembered by ``Language``
    analyzer: Analyzer = words | CharsetFilter(_Folds())
    return analyzer


class _Folds(dict[int, str]):
    """A map for ``str.translate`` from each letter to its folded form."""

    def __missing__(self, code: int) -> str:
        self[code] = fold(chr(code))
        return self[code]


# Without their apostrophes, as the words of a text are folded here.
_MORE = (
    "im id ive ill youre youve youll hes shes its theyre weve were whats wheres theres thats didnt dont"
    " doesnt isnt arent wasnt havent hasnt hadnt wont would could shall may might must cant cannot couldnt"
    " wouldnt shouldnt us also got get gets getting"
)
_MORE_STOP_WORDS = {"en": frozenset(_MORE.split())}
