"""Tells how much a text looks like an answer to a question, without a mail around them."""

import math

from composer.questions.content_words import content_words
from composer.questions.evidence import weights
from composer.questions.plain_words import plain
from composer.questions.sentences import sentences_of

_MOST_READ = 4000
_ABOUT_ONESELF = frozenset(
    ("i", "my", "me", "im", "i'm", "mine", "ich", "mein", "yo", "mi", "je", "mon", "ik", "eu")
)
_THANKS = frozenset(
    ("thanks", "thank", "thx", "ty", "cheers", "danke", "gracias", "merci", "bedankt", "obrigado")
)
_ADVICE = frozenset(
    (
        "you",
        "there",
        "they",
        "it",
        "yes",
        "no",
        "go",
        "try",
        "check",
        "call",
        "visit",
        "ask",
        "get",
        "contact",
        "look",
        "use",
        "just",
    )
)


def answer_strength(question: str, text: str) -> float:
    """Return how much a text looks like an answer to a question; only the order of two values matters.

    An answer shares content words with the question, says something at length, gives advice, and does
    not ask, thank or tell about its writer. Of a text its first 4,000 code points are read.
    """
    weight = weights()
    read = text[:_MOST_READ]
    wanted = frozenset(content_words(question))
    shared = len(frozenset(content_words(read)) & wanted)
    words = plain(read).split()
    sentences = sentences_of(read)
    asking = sum(sentence.text.endswith("?") for sentence in sentences) / max(1, len(sentences))
    evidence = {
        "strength_shared": math.log1p(shared),
        "strength_covered": shared / (1 + len(wanted)),
        "strength_length": math.log1p(len(words)),
        "strength_advice": float(bool(words) and words[0] in _ADVICE),
        "strength_question_mark": float("?" in read),
        "strength_asking": asking,
        "strength_thanks": float(not _THANKS.isdisjoint(words)),
        "strength_oneself": len(_ABOUT_ONESELF.intersection(words)) / 3,
    }
    return sum(weight[name] * value for name, value in evidence.items())
