"""Reads how a customer sounds, and shows the words that say so."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from composer.linear import Compiled, compiled
from composer.questions.plain_words import folded
from composer.questions.understood import Mood

_MOST_WORDS = 6
_SHOUTED = compiled(r"\b[A-Z]{4,}(?: [A-Z]{2,}){2,}")
_INSISTED = compiled(r"[!?]{3,}")


@dataclass(frozen=True, slots=True)
class Sound:
    """A mood, the verbatim words that show it (in the order of the mail), and whether it is urgent."""

    mood: Mood
    words: tuple[str, ...]
    urgent: bool


def mood_of(text: str, language: str = "en") -> Sound:
    """Return how the writer of a text sounds. The strongest of several moods wins over the mildest."""
    lists = _lists()
    table = lists.get(language, lists["en"])
    found = {mood: _words(table[mood], text) for mood in _ORDER if mood in table}
    shouts = [match.group() for match in _SHOUTED.finditer(text)] + [
        match.group() for match in _INSISTED.finditer(text)
    ]
    urgent = bool(table["urgent"].search(folded(text))) if "urgent" in table else False
    mood = _mood(found, shouts)
    words = found.get(mood.value, [])
    if mood in (Mood.ANGRY, Mood.FRUSTRATED):
        words = [*words, *(shouts if mood is Mood.ANGRY else [])]
    return Sound(mood, tuple(dict.fromkeys(words))[:_MOST_WORDS], urgent)


_ORDER = ("angry", "frustrated", "worried", "happy")


def _words(pattern: Compiled, text: str) -> list[str]:
    return [text[match.start() : match.end()] for match in pattern.finditer(folded(text))]


def _mood(found: dict[str, list[str]], shouts: list[str]) -> Mood:
    if found.get("angry") or (found.get("frustrated") and shouts):
        return Mood.ANGRY
    if found.get("frustrated"):
        return Mood.FRUSTRATED
    if found.get("worried"):
        return Mood.WORRIED
    if found.get("happy"):
        return Mood.HAPPY
    return Mood.CALM


@lru_cache(maxsize=1)
def _lists() -> dict[str, dict[str, Compiled]]:
    source = resources.files("composer.questions").joinpath("patterns/mood.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return {
        language: {
            mood: compiled(folded(r"(?i)\b(?:" + "|".join(phrases) + r")\b"))
            for mood, phrases in moods.items()
        }
        for language, moods in data.items()
    }
