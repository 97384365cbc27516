"""The dictionary of a language: which words there are, and how common each is.

The words come with pyspellchecker, counted in what people wrote, and from lists of our own where those lack
common words (``packaging/spelling_words.py`` makes them). Names, products and jargon are not among them, so
that a word it lacks need not be wrong (see :mod:`composer.spelling.corrections`).
"""

import gzip
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path

from composer.spelling.word_counts import WordCounts
from composer.spelling.word_forms import is_form_of_known, plain
from kb_content.resource import resource

_BASIC = "abcdefghijklmnopqrstuvwxyz"
_LETTERS = {
    "en": _BASIC,
    "de": _BASIC + "äöüß",
    "es": _BASIC + "áéíñóúü",
    "fr": _BASIC + "àâçèéêëîïôùûœ",
    "nl": _BASIC + "éëïö",
    "pt": _BASIC + "àáâãçéêíóôõú",
    "it": _BASIC + "àèéìòù",
}
# Headwords only since pyspellchecker 0.8: no *gracias*, *clientes*, *está*.
_NOT_PACKED = frozenset({"es"})
# What other languages took from English.
_TRADE = "trade"
_BETWEEN_WORDS = re.compile(r"(?<=\d),(?=\s*\")")
_PIECE = 200_000
LANGUAGES = frozenset(_LETTERS)
"""The languages that have a dictionary; drafts in others are not checked."""


@dataclass(frozen=True, eq=False)
class Dictionary:
    """The words of a language in small letters, each with how often it was met.

    ``rarest`` is the commonness of the rarest words, ``letters`` are those that the language writes with,
    ``unsuggested`` words that nobody wants to be offered.
    """

    language: str
    counts: WordCounts
    rarest: float
    letters: str
    unsuggested: frozenset[str] = frozenset()

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
    return frozenset(one for one in LANGUAGES if _source(one).is_file())


def _source(language: str) -> Traversable:
    if language in _NOT_PACKED:
        return _own_list(language)
    return files("spellchecker") / "resources" / f"{language}.json.gz"


def _own_list(language: str) -> Path:
    return resource("words") / f"spelling_{language}.txt"


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
    words = WordCounts(chain(_packed(language), _listed(language)))
    words.add_missing(_added(language))
    rarest = math.log10(words.least / words.total)
    return Dictionary(language, words, rarest, _LETTERS[language], _unsuggested(language))


def _packed(language: str) -> Iterator[dict[str, int]]:
    """Yield how often each word was met, piece by piece: in one, the window would stand still for 0.1 s."""
    if language in _NOT_PACKED:
        return
    import spellchecker  # named here, so that the frozen program has it

    packed = (files(spellchecker) / "resources" / f"{language}.json.gz").read_bytes()
    text = gzip.decompress(packed).decode().strip().removeprefix("{").removesuffix("}")
    start = 0
    while start < len(text):
        cut = _BETWEEN_WORDS.search(text, start + _PIECE)
        end = cut.start() if cut else len(text)
        yield json.loads("{" + text[start:end].lower() + "}")
        start = end + 1


def _listed(language: str) -> Iterator[dict[str, int]]:
    """Yield the words of our own list, those of a line at a time."""
    file = _own_list(language)
    if not file.is_file():
        return
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            count, *words = line.split()
            yield dict.fromkeys(words, int(count))


def _added(language: str) -> list[str]:
    """Return the words of support mail that the dictionary of a language lacks."""
    names = (language,) if language == "en" else (language, _TRADE)
    found = (files("composer.spelling") / f"added_{name}.txt" for name in names)
    lines = [line for file in found if file.is_file() for line in file.read_text("utf-8").splitlines()]
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def _unsuggested(language: str) -> frozenset[str]:
    lines = (files("composer.spelling") / "unsuggested.txt").read_text("utf-8").splitlines()
    found = (line.partition(":") for line in lines)
    return frozenset(word for code, _, words in found if code == language for word in words.split())
