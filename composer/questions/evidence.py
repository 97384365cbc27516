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

from composer.questions.content_words import content_words, word_sequence
from composer.questions.draft_units import DraftUnits
from composer.questions.question import AnswerType, Question
from composer.questions.segments import Segment
from composer.questions.sentences import MARKER
from composer.questions.understood import UnderstoodMail

_BEFORE, _AFTER = 300, 200
_ENOUGH_OF_A_QUOTE = 0.75
# Code points between two quoted questions that halve the nearness of the first.
_NEAR = 150.0

# Whoever names a time says one of these: that question and answer share it says little.
_DAYS_AND_MONTHS = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december today tomorrow week month year"
)
_CALENDAR = frozenset(content_words(_DAYS_AND_MONTHS))
_CALENDAR_WEIGHT = 0.4

Weights = Mapping[str, float]
Stems = Mapping[str, float]

# The kinds of evidence, in the order in which `pair_evidence` returns them.
EVIDENCE = (
    "shared", "covered", "before", "after", "fits", "yes_no", "idle_yes_no",
    "quoted_last", "quoted", "quoted_other", "unquoted", "numbered", "numbered_other", "marked",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as evidence sees it: its stems with their rarity, those before and behind it, its number.

    ``explicit`` when the customer numbered it.
    """

    words: Stems
    before: Stems
    after: Stems
    sequence: str
    answer_type: AnswerType
    number: int
    explicit: bool
    marked: bool
    total: float


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Return the fitted weights by name."""
    source = resources.files("composer.questions").joinpath("patterns/answer_weights.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return {name: float(value) for table in ("map", "strength") for name, value in data[table].items()}


def asked_of(mail: UnderstoodMail) -> tuple[Asked, ...]:
    """Return the questions of a mail as evidence sees them; kept per mail."""
    return _asked(mail.message.text, mail.questions)


@lru_cache(maxsize=64)
def _asked(text: str, questions: tuple[Question, ...]) -> tuple[Asked, ...]:
    own = [frozenset(content_words(question.text)) for question in questions]
    spread = Counter(word for words in own for word in words)
    return tuple(
        _one_asked(text, question, words, spread) for question, words in zip(questions, own, strict=True)
    )


def _one_asked(text: str, question: Question, words: frozenset[str], spread: Counter[str]) -> Asked:
    before, after = ("", "") if question.in_subject else _neighbours(text, question)
    weighted = {word: _rarity(word) / spread[word] for word in words}
    number, explicit = _number_of(text, question)
    return Asked(
        words=weighted,
        before=_beside(content_words(before), words, spread),
        after=_beside(content_words(after), words, spread),
        sequence=word_sequence(question.text),
        answer_type=question.answer_type,
        number=number,
        explicit=explicit,
        marked=question.text.rstrip().endswith("?"),
        total=1.0 + sum(_rarity(word) for word in words),
    )


def pair_evidence(
    segment: Segment, asked: Asked, quoted: tuple[float, ...], size: float
) -> tuple[float, ...]:
    """Return the evidence for a pair, in the order of EVIDENCE.

    ``quoted`` tells where the question is quoted: at the end of the quote above, before its end (how
    near), above something else, nowhere while the quote above holds another. ``size`` is the
    segment's `size_of`.
    """
    shared = _common(segment.words, asked.words)
    wanted = asked.answer_type.value
    yes = "yes-no" in segment.opens_with
    mine = asked.number in segment.numbers
    sure = asked.explicit or segment.named
    others = bool(segment.numbers) and not mine and sure
    return (
        shared / math.sqrt(asked.total * size),
        shared / asked.total,
        _common(segment.words, asked.before) / math.sqrt((1.0 + len(asked.before)) * size),
        _common(segment.words, asked.after) / math.sqrt((1.0 + len(asked.after)) * size),
        float(wanted in segment.fits),
        float(yes and wanted in ("yes-no", "choice", "action")),
        float(yes and wanted not in ("yes-no", "choice", "action")),
        *quoted,
        float(mine) * (1.0 if sure else 0.5),
        float(others),
        float(asked.marked),
    )


def size_of(segment: Segment) -> float:
    """Return how many words a segment has, weighted by rarity."""
    return 1.0 + sum(_rarity(word) for word in segment.words)


def weighed(evidence: Sequence[float], weight: Weights) -> float:
    """Return evidence as one number; 0 means that nothing speaks for or against."""
    return sum(weight[name] * value for name, value in zip(EVIDENCE, evidence, strict=True) if value)


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


def _neighbours(text: str, question: Question) -> tuple[str, str]:
    before = text[max(0, question.start - _BEFORE) : question.start]
    after = text[question.end : question.end + _AFTER]
    return before, after


def _beside(around: Sequence[str], own: frozenset[str], spread: Counter[str]) -> Stems:
    """Return the stems around a question; what other questions ask for is a weaker sign of its answer."""
    return {word: _rarity(word) / (1 + spread[word]) for word in frozenset(around) - own}


def _number_of(text: str, question: Question) -> tuple[int, bool]:
    """Return the number that the customer gave a question's list item (True), else its badge's number."""
    if not question.in_subject:
        line = text[text.rfind("\n", 0, question.start) + 1 : question.start]
        marker = MARKER.match(line)
        digits = "".join(sign for sign in marker.group() if sign.isdigit()) if marker else ""
        if digits:
            return int(digits), True
    return question.number, False


@lru_cache(maxsize=16_384)
def _rarity(word: str) -> float:
    """Return a word's weight: long ones and those with digits or dots are rare, days and months are not."""
    if word in _CALENDAR:
        return _CALENDAR_WEIGHT
    return 1.3 if not word.isalpha() else min(1.0, 0.4 + 0.1 * len(word))


def _common(words: frozenset[str], weighted: Stems) -> float:
    return sum([weighted[word] for word in words if word in weighted])
