"""The dictionary of a language: which words there are, and how common each is.

The words come with pyspellchecker, counted in what people wrote. Names, products and jargon are not
among them, so that a word it lacks need not be wrong (see :mod:`composer.spelling.corrections`).
"""

import gzip
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from composer.spelling.word_counts import WordCounts
from composer.spelling.word_forms import is_form_of_known, plain

_BASIC = "abcdefghijklmnopqrstuvwxyz"
# No Spanish: its list (pyspellchecker 0.8 and 0.9) lacks *gracias*, *clientes* and *está*.
_LETTERS = {
    "en": _BASIC,
    "de": _BASIC + "äöüß",
    "fr": _BASIC + "àâçèéêëîïôùûœ",
    "nl": _BASIC + "éëïö",
    "pt": _BASIC + "àáâãçéêíóôõú",
    "it": _BASIC + "àèéìòù",
}
_BETWEEN_WORDS = re.compile(r"(?<=\d),(?=\s*\")")
_PIECE = 200_000
LANGUAGES = frozenset(_LETTERS)
"""The languages that have a dictionary; drafts in others are not checked."""


@dataclass(frozen=True, eq=False)
class Dictionary:
    """The words of a language in small letters, each with how often it was met.

    ``rarest`` is the commonness of the rarest words, ``letters`` are those that the language writes with.
    """

    language: str
    counts: WordCounts
    rarest: float
    letters: str

    def knows(self, word: str) -> bool:
        """Tell whether a word, however it is capitalised, is one of the language or a form of one."""
        return word in self.counts or _is_known(word, self)

    def commonness(self, word: str) -> float:
        """Return how common a word in small letters is: the decimal logarithm of its share, at most 0.

        *the* has -1.3, *receive* -4.5, *calendar* -5.4; a word that is not known has minus infinity.
        """
        count = self.counts.count_of(word)
        return math.log10(count / self.counts.total) if count else -math.inf


def languages_here() -> frozenset[str]:
    """Return the languages whose dictionary is installed: all of them, unless a build left some out."""
    folder = files("spellchecker") / "resources"
    return frozenset(one for one in LANGUAGES if (folder / f"{one}.json.gz").is_file())


@lru_cache(maxsize=20_000)
def _is_known(word: str, dictionary: Dictionary) -> bool:
    small = plain(word)
    return small in dictionary.counts or is_form_of_known(small, dictionary.counts, dictionary.language)


@lru_cache(maxsize=3)
def dictionary(language: str) -> Dictionary | None:
    """Return the dictionary of a language, None where there is none.

    The first call takes some tenths of a second: make it behind the window.
    """
    if language not in LANGUAGES:
        return None
    words = WordCounts(_counted(language))
    words.add_missing(_added(language))
    return Dictionary(language, words, math.log10(words.least / words.total), _LETTERS[language])


def _counted(language: str) -> Iterator[dict[str, int]]:
    """Yield how often each word was met, piece by piece: in one, the window would stand still for 0.1 s."""
    import spellchecker  # named here, so that the frozen program has it

    packed = (files(spellchecker) / "resources" / f"{language}.json.gz").read_bytes()
    text = gzip.decompress(packed).decode().strip().removeprefix("{").removesuffix("}")
    start = 0
    while start < len(text):
        cut = _BETWEEN_WORDS.search(text, start + _PIECE)
        end = cut.start() if cut else len(text)
        yield json.loads("{" + text[start:end].lower() + "}")
        start = end + 1


def _added(language: str) -> list[str]:
    """Return the words of support mail that the dictionary of a language lacks."""
    file = files("composer.spelling") / f"added_{language}.txt"
    if not file.is_file():
        return []
    lines = file.read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
