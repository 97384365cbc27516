"""Weighs how well one sentence of a draft answers one question of the mail.

The weights stand in ``patterns/answer_weights.toml``; ``tests/benchmarks/answer_map_fit.py`` fits them.
"""

import math
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise

from composer.questions.content_words import content_words, word_sequence
from composer.questions.draft_units import DraftUnits, Unit, reading_of
from composer.questions.plain_words import plain
from composer.questions.question import AnswerType, Question
from composer.questions.sentences import MARKER
from composer.questions.understood import UnderstoodMail

_AROUND = 220
_ENOUGH_OF_A_QUOTE = 0.75


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as evidence sees it: weighted stems of its own, of what stands around it, its number."""

    words: Mapping[str, float]
    around: Mapping[str, float]
    sequence: str
    answer_type: AnswerType
    number: int
    total: float


@dataclass(frozen=True, slots=True)
class PairEvidence:
    """What speaks for one sentence as the answer to one question, before it is weighted."""

    quoted_last: float
    quoted: float
    quoted_other: float
    overlap: float
    around: float
    fits: float
    misfits: float
    numbered: float
    numbered_other: float


Weights = Mapping[str, float]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Return the fitted weights by name."""
    source = resources.files("composer.questions").joinpath("patterns/answer_weights.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return {name: float(value) for name, value in data["weights"].items()}


def asked_of(mail: UnderstoodMail) -> tuple[Asked, ...]:
    """Return the questions of a mail with their stems weighted by rarity among the questions."""
    return _asked(mail.message.text, mail.questions)


@lru_cache(maxsize=32)
def _asked(text: str, questions: tuple[Question, ...]) -> tuple[Asked, ...]:
    own = [frozenset(content_words(question.text)) for question in questions]
    around = [frozenset(content_words(_around(text, question))) for question in questions]
    spread = Counter(word for words in own for word in words)
    wide = Counter(word for words, near in zip(own, around, strict=True) for word in words | near)
    made = []
    for question, words, near in zip(questions, own, around, strict=True):
        weighted = {word: _rarity(word, spread[word], len(questions)) for word in words}
        beside = {word: _rarity(word, wide[word], len(questions)) for word in near - words}
        total = sum(weighted.values()) or 1.0
        sequence = word_sequence(question.text)
        made.append(
            Asked(weighted, beside, sequence, question.answer_type, _number_of(text, question), total)
        )
    return tuple(made)


def pair_evidence(unit: Unit, asked: Asked, quoted_as: str) -> PairEvidence:
    """Return the evidence for a pair.

    ``quoted_as`` is what the quote above holds: the question last, inner, only another one, or none.
    """
    reading = unit.reading
    fits, misfits = _fit(reading.fits, asked.answer_type)
    return PairEvidence(
        quoted_last=float(quoted_as == "last"),
        quoted=float(quoted_as == "inner"),
        quoted_other=float(quoted_as == "other"),
        overlap=_shared(reading.words, asked.words),
        around=_shared(reading.words, asked.around),
        fits=fits,
        misfits=misfits,
        numbered=float(unit.number > 0 and unit.number == asked.number),
        numbered_other=float(unit.number > 0 and unit.number != asked.number),
    )


def weighed(evidence: PairEvidence, weight: Weights) -> float:
    """Return the evidence as one number; 0 means that nothing speaks for or against."""
    return (
        weight["quoted_last"] * evidence.quoted_last
        + weight["quoted"] * evidence.quoted
        - weight["quoted_other"] * evidence.quoted_other
        + weight["overlap"] * evidence.overlap
        + weight["around"] * evidence.around
        + weight["fits"] * evidence.fits
        - weight["misfits"] * evidence.misfits
        + weight["numbered"] * evidence.numbered
        - weight["numbered_other"] * evidence.numbered_other
    )


def quoted_questions(units: DraftUnits, asked: Sequence[Asked]) -> list[list[int]]:
    """Return for each quote of the draft which questions it repeats, in the order of their place there."""
    found = []
    for quote in units.quotes:
        places = [
            (place, index)
            for index, each in enumerate(asked)
            if (place := _place_in(quote, each.sequence)) >= 0
        ]
        found.append([index for _, index in sorted(places)])
    return found


@lru_cache(maxsize=4096)
def _place_in(quote: str, sequence: str) -> int:
    """Return where a question stands in a quote, -1 when it does not; a quote may be cut or rewrapped."""
    place = quote.rfind(sequence)
    words = sequence.split()
    if place >= 0 or len(words) < 4 or len(quote) < 0.5 * len(sequence):
        return place if place < 0 else place + len(sequence)
    pairs = [f" {one} {two} " for one, two in pairwise(words)]
    hits = [at for pair in pairs if (at := quote.rfind(pair)) >= 0]
    if len(hits) < _ENOUGH_OF_A_QUOTE * len(pairs):
        return -1
    return max(hits)


def _around(text: str, question: Question) -> str:
    if question.in_subject:
        return ""
    before = text[max(0, question.start - _AROUND) : question.start]
    after = text[question.end : question.end + _AROUND // 2]
    return before.rpartition("\n\n")[2] + " " + after.partition("\n\n")[0]


def _number_of(text: str, question: Question) -> int:
    """Return the number that the customer gave a question's list item, else its badge's number."""
    if not question.in_subject:
        line = text[text.rfind("\n", 0, question.start) + 1 : question.start]
        marker = MARKER.match(line)
        digits = "".join(sign for sign in marker.group() if sign.isdigit()) if marker else ""
        if digits:
            return int(digits)
    return question.number


def _rarity(word: str, spread: int, count: int) -> float:
    """Return a word's weight: shared by few questions, long, or with digits and dots is rare."""
    shape = 1.3 if not word.isalpha() else min(1.0, 0.4 + 0.1 * len(word))
    return shape * math.log(1 + (count + 1) / spread)


def _shared(words: Sequence[str], weighted: Mapping[str, float]) -> float:
    return sum(weighted[word] for word in frozenset(words) if word in weighted)


_ANY = frozenset({AnswerType.OTHER, AnswerType.WHAT})


def _fit(fits: frozenset[str], wanted: AnswerType) -> tuple[float, float]:
    """Return whether a sentence has the shape that a question wants, and whether a yes or no is idle."""
    if wanted.value in fits:
        return 1.0, 0.0
    if wanted is AnswerType.CHOICE and "how-to" in fits:
        return 0.5, 0.0
    if wanted is AnswerType.ACTION and ("yes-no" in fits or "when" in fits):
        return 0.5, 0.0
    return 0.0, float("yes-no" in fits and wanted not in _ANY and wanted is not AnswerType.HOW_TO)


def answer_strength(question: str, text: str) -> float:
    """Return how much a text looks like an answer to a question, without a mail around it.

    Higher is stronger; only the order of two values says something. Uses shared content words, the
    shape that the question wants, and what the text does (asks, thanks, jokes, points to a place).
    """
    weight = weights()
    reading = reading_of(text[:4000])
    wanted = frozenset(content_words(question))
    shared = sum(1.0 for word in frozenset(reading.words) if word in wanted)
    words = plain(text).split()
    strength = weight["strength_shared"] * math.log1p(shared)
    strength += weight["strength_length"] * math.log1p(len(words))
    strength += weight["strength_fits"] * len(reading.fits & {"how-to", "where", "how-many", "when"})
    strength -= weight["strength_asks"] * float(reading.asks)
    strength -= weight["strength_thanks"] * float(reading.thanks or reading.closes)
    return strength
