"""Tells which sentences of a reply carry no matter: they feel with the customer, praise, restate, sell, wish.

The kinds stand in ``patterns/idle_talk.toml``. A sentence is read clause by clause: "I know that this is
annoying, so I have sent a new one" carries matter, though it begins without.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from composer.linear import PatternFilter
from composer.questions.plain_words import folded

_LANGUAGES = ("en", "de", "es", "fr", "nl", "pt")
# A comma parts clauses where somebody or something is spoken of anew behind it, "but" does by itself.
_SUBJECTS = (
    "and|but|so|however|therefore|which|please|i|we|i'm|i've|i'll|we're|we've|we'll|you|you'll|you're|he|she|it|"
    "it's|they|they're|this|that|that's|these|those|there|there's|here|your|the|our|my|a|an|no|yes|not|if|just|"
    "und|aber|doch|daher|deshalb|bitte|ich|wir|sie|er|es|das|die|der|den|dies|ihr|ihre|unser|unsere|wenn|"
    "y|pero|asi que|por eso|yo|nosotros|sabemos|entendemos|comprendemos|lamentamos|sentimos|esperamos|"
    "tomamos|lo|la|el|los|las|su|tu|nuestro|nuestra|hemos|he|puede|puedes|si|et|mais|donc|c'est|je|nous|vous|il|elle|"
    "on|le|les|votre|vos|notre|nos|ce|cela|cette|j'ai|en|maar|dus|ik|wij|u|je|het|de|uw|onze|e|mas|por isso|"
    "voce|o|os|as|seu|sua"
)
_APART = re.compile(
    rf"(?<=:\*\*) |(?<=[,;:]) (?=(?:{_SUBJECTS})\b)| [–—-] | (?=(?:but|aber|pero|mais|maar|mas) )"
    r"| (?=(?:and|so) (?:i|we|our|it|you|have|has|will|can|refund|send|cancel)\b)"
    r"| (?=und \w+(?:en|e|t) (?:ihnen|sie|das|den|die|es|dir|euch)\b)"
    r"| (?=y (?:le|te|les|os|se|hemos|vamos)\b)| (?=et (?:vous|avons|allons|nous)\b)"
)
# A clause that is only half of what is said: the next one belongs to it.
_HALF = re.compile(
    r"^(?:if|should|in case|wenn|falls|sollten?|si|ante|als|mocht|se|caso"
    r"|(?:i|we|ich|wir) (?:hope|trust|hoffen?|wunschen?|weis|wissen))\b.*,$"
)
# A link or a name in code tells something, whatever stands around it.
_POINTS = re.compile(r"\b(?:url|code)\b|[>→]")
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of idle talk; one that ``leads`` names what the next sentence is about."""

    name: str
    leads: bool
    ways: tuple[str, ...]
    says: tuple[str, ...]
    silent: tuple[str, ...]


@lru_cache(maxsize=1)
def idle_kinds() -> tuple[Kind, ...]:
    """Return the kinds of idle talk, each with its patterns over a whole clause."""
    source = resources.files("composer.questions").joinpath("patterns/idle_talk.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    opening = "|".join(data["opening"]["any"])
    return tuple(
        Kind(
            name,
            row.get("leads", False),
            tuple(
                folded(rf"^(?:(?:{opening})[, ]+)*(?:{way})[.!?,;:)( ]*$")
                for language in _LANGUAGES
                for way in row.get(language, ())
            ),
            tuple(row["says"]),
            tuple(row["silent"]),
        )
        for name, row in data["kinds"].items()
    )


def is_idle(words: str) -> bool:
    """Tell whether a sentence in plain words says nothing to any question, in none of its clauses."""
    _, patterns = _patterns()
    if _POINTS.search(words):
        return False
    *before, last = _clauses_of(words)
    return all(clause.endswith((":", ":**")) or patterns.matching(clause) for clause in before) and bool(
        patterns.matching(last)
    )


def leads_in(words: str) -> bool:
    """Tell whether an idle sentence ends by naming what the next one is about."""
    first, patterns = _patterns()
    return any(at >= first for at in patterns.matching(_clauses_of(words)[-1]))


def _clauses_of(words: str) -> list[str]:
    """Return a sentence's clauses; what is too short to say something belongs to the one before."""
    clauses: list[str] = []
    for piece in _APART.split(words):
        if clauses and (len(piece.split()) < _FEWEST_WORDS or _HALF.search(clauses[-1])):
            clauses[-1] += f" {piece.strip()}"
        else:
            clauses.append(piece.strip())
    return clauses


@lru_cache(maxsize=1)
def _patterns() -> tuple[int, PatternFilter]:
    """Return all patterns, and the index of the first of those that lead in to something."""
    kinds = idle_kinds()
    plain = [way for kind in kinds if not kind.leads for way in kind.ways]
    leading = [way for kind in kinds if kind.leads for way in kind.ways]
    return len(plain), PatternFilter([*plain, *leading])
