"""Mottos below a signature's delimiter that end in a question mark and ask nothing of anybody here.

"Where do you want to go today?" looks like a question. What tells it from one: the letter was closed
before, the words have nothing to do with it, nobody speaks in them of himself, and nothing is asked
for in the ways in which people ask support. All of it must hold, since a lost question costs more.
"""

import re
from collections.abc import Sequence

_SPEAKS = re.compile(
    r"\b(?:i|i'[a-z]+|me|my|mine|we|we'[a-z]+|our|ours|ich|mir|mich|meine?[mnrs]?|wir|unsere?[mnrs]?|je|j'\w+"
    r"|moi|mon|mes|ma|nous|nos|notre|yo|mis?|nosotros|nuestr[oa]s?|eu|meu|minha|nós|nosso|io|mio|mia|noi"
    r"|ik|mijn|wij|we|ons|onze)\b",
    re.IGNORECASE,
)
_WANTS = re.compile(
    r"\b(?:please|pls|can|could|would|will|shall|may|any|is|are|was|has|have|does|did|when|which|who|why|what"
    r"|how (?:do|does|can|much|many|long|soon|about)|also|it|this|that|these|those|still|yet"
    r"|bitte|können|könnten|gibt|wann|welche\w*|wer|warum|was|wie|auch|noch|das|dies\w*|kann|ist|sind|haben"
    r"|s'il|svp|pouvez|pourriez|est-ce|quand|quel\w*|combien|comment|pourquoi|aussi|ça|cela"
    r"|por favor|puede\w*|podría\w*|cuándo|cuánto\w*|cuál\w*|cómo|hay|también|esto|eso"
    r"|alstublieft|kunt|wanneer|welke|hoe|waarom|ook|dit|dat|pode\w*|poderia\w*|quando|quanto|qual|como|isso)\b",
    re.IGNORECASE,
)
# How shops and clubs put a slogan, and no customer a question: "Why walk when you can ride?"
_SLOGAN = re.compile(
    r"[\"“„].*\?[\"”“]\W*$|\W*(?:why (?!(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would"
    r"|should|am|the|my"
    r"|our|it|not)\b)\w+|(?:need|want|looking|tired|ready|bored|hungry|thirsty|dreaming|fed up"
    r"|in the mood"
    r"|missed|like|love|enjoy\w*|got)\b|did you know|have you (?:already )?(?:heard|seen|tried|visited|liked"
    r"|followed|met|been)|who says|what if you|(?:think|thought|stop)\b[^?]{0,40}\bprint"
    r"|.{0,60}\b(?:really|have to) (?:need|print)\b[^?]{0,30}\b(?:mail|e-?mail|page|paper|print)"
    r"|schon (?:gewusst|gesehen|probiert)|lust auf|warum \w+en, wenn|envie d|le saviez|connaissez-vous"
    r"|ya conoces|sab[ií]as que|wist (?:je|u)|zin in|j[áa] conhece|sabia que)",
    re.IGNORECASE,
)
_AFTER_IF = re.compile(r"^\W{0,3}if\b[^,?]{5,120},\s*", re.IGNORECASE)
_FEWEST_WORDS, _LONGEST, _STEM = 5, 160, 5
_WORD = re.compile(r"[^\W\d_]{4,}")


def is_slogan(line: str) -> bool:
    """Tell whether a line of a signature has the grammar of slogans."""
    return _SLOGAN.match(line) is not None


def is_motto(words: str, letter: Sequence[str]) -> bool:
    """Tell whether words with a question mark below a signature ask nothing; ``letter`` are the lines above.

    A riddle ("If …, are you …?") is judged by its condition, which no ask of a customer shares nothing with.
    """
    if len(words.split()) < _FEWEST_WORDS or len(words) > _LONGEST:
        return False
    if _SPEAKS.search(words) or not words.rstrip(" \"'”»").endswith("?"):
        return False
    if not _AFTER_IF.match(words) and _WANTS.search(words):
        return False
    said = {stem for line in letter for stem in _stems(line)}
    return said.isdisjoint(_stems(words))


def _stems(text: str) -> list[str]:
    return [word[:_STEM] for word in _WORD.findall(text.lower())]
