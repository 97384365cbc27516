"""Tells how much a text looks like an answer to a question, without a mail around them."""

import math

from composer.questions.content_words import content_words
from composer.questions.draft_units import reading_of
from composer.questions.evidence import weights
from composer.questions.plain_words import plain

_MOST_READ = 4000


def answer_strength(question: str, text: str) -> float:
    """Return how much a text looks like an answer to a question; only the order of two values matters.

    Looks at shared content words, length, the shapes that answers have (steps, places, numbers,
    times), and whether the text asks or thanks instead.
    """
    weight = weights()
    reading = reading_of(text[:_MOST_READ])
    shared = len(frozenset(reading.words) & frozenset(content_words(question)))
    strength = weight["strength_shared"] * math.log1p(shared)
    strength += weight["strength_length"] * math.log1p(len(plain(text[:_MOST_READ]).split()))
    strength += weight["strength_fits"] * len(reading.fits & {"how-to", "where", "how-many", "when"})
    strength -= weight["strength_asks"] * float(reading.asks)
    return strength - weight["strength_thanks"] * float(reading.thanks or reading.closes)
