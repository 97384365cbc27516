"""Weighs how well a stretch of a draft answers a question of the mail.

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
from operator import mul

from composer.questions.answer_shapes import lacks_shape
from composer.questions.answer_signs import answered_by
from composer.questions.content_words import meant_words, small_words, word_sequence
from composer.questions.draft_units import DraftUnits
from composer.questions.nearness import nearness
from composer.questions.numbering import letter_number
from composer.questions.question import AnswerType, Question
from composer.questions.segments import Segment
from composer.questions.sentences import MARKER
from composer.questions.understood import UnderstoodMail

_ENOUGH_OF_A_QUOTE = 0.75
# Code points between two quoted questions that halve the nearness of the first.
_NEAR = 150.0

# Whoever names a time says one of these: that question and answer share it says little.
_DAYS_AND_MONTHS = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december today tomorrow week month year"
)
_CALENDAR = frozenset(meant_words(_DAYS_AND_MONTHS))
_CALENDAR_WEIGHT = 0.4
# What "is there a" weighs beside a word with content.
_SMALL_WEIGHT = 0.4
# What the words of a paragraph's later sentences weigh beside those of its first.
_LATER_SENTENCE = 0.6
# From so much nearness on, a word of the mail counts as one that names the question.
_NAMES = 0.3

Weights = Mapping[str, float]
Stems = Mapping[str, float]

# A number or a time is rarely there by chance.
_VALUES = frozenset((AnswerType.HOW_MANY.value, AnswerType.WHEN.value))

# The kinds of evidence, in the order in which `pair_evidence` returns them.
EVIDENCE = (
    "alike", "covered", "near", "fits", "holds", "lacks", "tells", "yes_no", "idle_yes_no",
    "quoted_last", "quoted", "quoted_other", "unquoted", "numbered", "numbered_other", "marked",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as evidence sees it: its stems with their rarity, its stop words, what stands near it.

    What several questions say weighs less. ``norm`` is the length of its words as a vector; ``explicit`` when
    the customer numbered it; ``last`` the last of its stems, mostly of what is asked about the others.
    """

    words: Stems
    small: Stems
    near: Stems
    norm: float
    sequence: str
    answer_type: AnswerType
    number: int
    explicit: bool
    marked: bool
    total: float
    last: str

    def is_named_by(self, words: frozenset[str]) -> bool:
        """Tell whether some stems name the question or what stands right beside it."""
        return any(word in self.words or self.near.get(word, 0.0) >= _NAMES for word in words)


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Return the fitted weights by name."""
    source = resources.files("composer.questions").joinpath("patterns/answer_weights.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return {
        name: float(value) for table in ("map", "trust", "strength") for name, value in data[table].items()
    }


def asked_of(mail: UnderstoodMail) -> tuple[Asked, ...]:
    """Return the questions of a mail as evidence sees them; kept per mail."""
    return _asked(mail.message.text, mail.questions)


@lru_cache(maxsize=64)
def _asked(text: str, questions: tuple[Question, ...]) -> tuple[Asked, ...]:
    own = [frozenset(meant_words(question.text)) for question in questions]
    small = [small_words(question.text) for question in questions]
    spread = Counter(word for words in (*own, *small) for word in words)
    near = nearness(text, [None if each.in_subject else (each.start, each.end) for each in questions])
    return tuple(
        _one_asked(text, question, words, little, beside, spread)
        for question, words, little, beside in zip(questions, own, small, near, strict=True)
    )


def _one_asked(
    text: str,
    question: Question,
    words: frozenset[str],
    small: frozenset[str],
    near: Stems,
    spread: Counter[str],
) -> Asked:
    number, explicit = _number_of(text, question)
    return Asked(
        words={word: _rarity(word) / spread[word] for word in words},
        small={word: 1.0 / spread[word] for word in small},
        near=near,
        norm=norm_of(dict.fromkeys(words, 1.0), dict.fromkeys(small, 1.0)),
        sequence=word_sequence(question.text),
        answer_type=question.answer_type,
        number=number,
        explicit=explicit,
        marked=question.text.rstrip().endswith("?"),
        total=1.0 + sum(_rarity(word) for word in words),
        last=next(reversed(meant_words(question.text)), ""),
    )


def pair_evidence(
    segment: Segment, asked: Asked, quoted: tuple[float, ...], norm: float
) -> tuple[float, ...]:
    """Return the evidence for a pair, in the order of EVIDENCE.

    ``quoted`` tells where the question is quoted: at the end of the quote above, before its end (how
    near), above something else, nowhere while the quote above holds another. ``norm`` is the
    segment's `norm_of`.
    """
    place = 1.0 if segment.over else _LATER_SENTENCE
    wanted = asked.answer_type.value
    yes = "yes-no" in segment.opens_with
    tells = wanted in answered_by(segment.signs)
    mine = asked.number in segment.numbers
    sure = asked.explicit or segment.named
    others = bool(segment.numbers) and not mine and sure
    return (
        place * _likeness(segment, asked) / (asked.norm * norm),
        sum([asked.words[word] for word in segment.words if word in asked.words]) / asked.total,
        place * _nearness(segment, asked.near) / norm,
        float(wanted in segment.fits),
        float(wanted in _VALUES and wanted in segment.shapes),
        float(lacks_shape(segment.shapes, asked.answer_type) and not tells),
        float(tells),
        float(yes and wanted in ("yes-no", "choice", "action")),
        float(yes and wanted not in ("yes-no", "choice", "action")),
        *quoted,
        float(mine) * (1.0 if sure else 0.5),
        float(others),
        float(asked.marked),
    )


def norm_of(words: Stems, small: Stems) -> float:
    """Return the length of some stems and stop words as a vector; their weights come on top of rarity."""
    content = sum([(_rarity(word) * weight) ** 2 for word, weight in words.items()])
    return math.sqrt(0.5 + content + sum([(_SMALL_WEIGHT * weight) ** 2 for weight in small.values()]))


def _likeness(segment: Segment, asked: Asked) -> float:
    """Return what a segment and a question have in common, rare words and first sentences most."""
    own, small = asked.words, asked.small
    content = sum([own[word] * _rarity(word) * value for word, value in segment.words.items() if word in own])
    return content + _SMALL_WEIGHT**2 * sum(
        [small[word] * value for word, value in segment.small.items() if word in small]
    )


def _nearness(segment: Segment, near: Stems) -> float:
    """Return how near what a segment speaks of stands to a question."""
    return sum([near[word] * _rarity(word) * value for word, value in segment.words.items() if word in near])


def factors_of(weight: Weights) -> tuple[float, ...]:
    """Return the weights of evidence in the order of EVIDENCE."""
    return tuple(weight[name] for name in EVIDENCE)


def weighed(evidence: Sequence[float], factors: Sequence[float]) -> float:
    """Return evidence as one number; 0 means that nothing speaks for or against."""
    return float(sum(map(mul, evidence, factors)))


def quoted_questions(units: DraftUnits, asked: Sequence[Asked]) -> list[list[tuple[int, float]]]:
    """Return for each quote of the draft the questions that it repeats, each with its nearness.

    The last one is the question that the quote ends with; one with a question mark comes before one
    without. Nearness is 1 there and less the more words stand between.
    """
    found = []
    for quote in units.quotes:
        places = [
            (place, index)
            for index, each in enumerate(asked)
            if (place := _place_in(quote, each.sequence)) >= 0
        ]
        places.sort(key=lambda pair: (asked[pair[1]].marked, pair[0]))
        end = places[-1][0] if places else 0
        found.append([(index, _NEAR / (_NEAR + abs(end - place))) for place, index in places])
    return found


@lru_cache(maxsize=4096)
def _place_in(quote: str, sequence: str) -> int:
    """Return where a question stands in a quote, -1 when it does not; a quote may be cut or rewrapped."""
    place = quote.rfind(sequence)
    words = sequence.split()
    if place >= 0 or len(words) < 4 or len(quote) < 0.5 * len(sequence):
        return place if place < 0 else place + len(sequence)
    hits = [at for one, two in pairwise(words) if (at := quote.rfind(f" {one} {two} ")) >= 0]
    return max(hits) if len(hits) >= _ENOUGH_OF_A_QUOTE * (len(words) - 1) else -1


def _number_of(text: str, question: Question) -> tuple[int, bool]:
    """Return the number that the customer gave a question's list item (True), else its badge's number."""
    if not question.in_subject:
        line = text[text.rfind("\n", 0, question.start) + 1 : question.start]
        marker = MARKER.match(line)
        digits = "".join(sign for sign in marker.group() if sign.isdigit()) if marker else ""
        if digits:
            return int(digits), True
        letter = marker.group().strip(" \t().:").lower() if marker else ""
        if len(letter) == 1 and letter in "abcdefgh":
            return letter_number(letter), True
    return question.number, False


@lru_cache(maxsize=16_384)
def _rarity(word: str) -> float:
    """Return a word's weight: long ones and those with digits or dots are rare, days and months are not."""
    if word in _CALENDAR:
        return _CALENDAR_WEIGHT
    return 1.3 if not word.isalpha() else min(1.0, 0.4 + 0.1 * len(word))
