"""Reduces text to the words that carry content, as light stems, for comparing answers with questions.

Whoosh's stemmers belong to search; here a dozen endings are enough, since both sides of every
comparison go through the same hands. Words of the trade that mean much the same
(``patterns/trade_words.toml``) have one stem where meaning is asked for.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from composer.questions.plain_words import folded

_TOKEN = re.compile(r"[^\W_]+(?:[._'’][^\W_]+)*")
# An ending, ">" and what stands instead of it; the longer ones first.
_ENDING_PAIRS = """
    ications>ic ication>ic ations> ation> ingly> ities>it ility>il iness>y ments> ment> ance> ence> able>
    ible> ions> ion> ings> ing> ies>y ied>y edly> ally>al ers> er> ed> es> ly> al> en> e> s>
"""
_ENDINGS = [(pair.partition(">")[0], pair.partition(">")[2]) for pair in _ENDING_PAIRS.split()]
# Folded as the texts are, in which "está" is "esta" when it is looked for here.
_STOP = frozenset(
    folded(
        (resources.files("composer.questions") / "patterns" / "stop_words.txt").read_text(encoding="utf-8")
    ).split()
)
_SHORTEST_STEM = 3


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return a word without its ending; words with digits or dots stay as they are."""
    if len(word) <= _SHORTEST_STEM or not word.isalpha():
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)] + instead
            break
    return (
        word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "aeiou" else word
    )


@lru_cache(maxsize=1)
def _meanings() -> dict[str, str]:
    """Return for the stems of the trade the first stem of their row."""
    source = resources.files("composer.questions").joinpath("patterns/trade_words.toml")
    rows = tomllib.loads(source.read_text(encoding="utf-8")).values()
    found: dict[str, str] = {}
    for row in rows:
        stems = [stem(word) for word in folded(row).split()]
        for each in stems:
            found.setdefault(each, stems[0])
    return found


def content_words(text: str) -> tuple[str, ...]:
    """Return the stems of a text's content words in order, stop words left out."""
    return tuple(word for token in _TOKEN.findall(_lowered(text)) for word in _stems_of(token))


def meant_words(text: str) -> tuple[str, ...]:
    """Return the stems of a text's content words in order; words that mean much the same have one stem."""
    meanings = _meanings()
    return tuple([meanings.get(word, word) for word in content_words(text)])


def placed_words(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield the stems of ``meant_words`` in ``text[start:end]``, each with its offset in the text."""
    meanings = _meanings()
    for match in _TOKEN.finditer(_lowered(text[start:end])):
        for word in _stems_of(match.group()):
            yield meanings.get(word, word), start + match.start()


def small_words(text: str) -> frozenset[str]:
    """Return a text's stop words: "is there a" says little, but an answer often says it again."""
    return _STOP.intersection(_TOKEN.findall(_lowered(text)))


def _lowered(text: str) -> str:
    return folded(text.lower().replace("’", "'"))


@lru_cache(maxsize=65_536)
def _stems_of(token: str) -> tuple[str, ...]:
    """Return a token's stem and those of its parts between dots, none for a stop word."""
    if token in _STOP or len(token) < 2:
        return ()
    parts = token.split(".") if "." in token else ()
    return (
        stem(token.removesuffix("'s")),
        *(stem(part) for part in parts if len(part) > 2 and part not in _STOP),
    )


def word_sequence(text: str) -> str:
    """Return all words of a text, lower case, between single spaces, for finding a quote again."""
    return " " + " ".join(_TOKEN.findall(text.lower().replace("’", "'"))) + " "
