"""Ranking: how certain it is that a passage is the answer, from its terms.

The postings give the likeliest passages; this module reads their terms again and weighs what BM25 over
whole passages cannot see: how much of the query one sentence holds, and which of its words stand side
by side. The weights were chosen on one half of the development sets (tests/benchmarks/search_relevance.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from search.wanted import Group

FIELDS = ("title", "names", "labels", "heading", "body", "extras")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence is worth; chosen by measurement, not by taste."""

    title: float = 3.0
    names: float = 3.0
    labels: float = 1.5
    heading: float = 1.5
    body: float = 1.0
    extras: float = 0.7
    k1: float = 1.2
    b: float = 0.5
    unit: float = 0.8
    unit_votes: int = 3
    pair: float = 0.3
    covered: float = 0.5
    stop: float = 0.15


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Row:
    """The terms of one passage, by field; units of the body are lines."""

    num: int
    record: int
    title: str
    names: str
    labels: str
    heading: str
    body: str
    extras: str


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage with its score; ``covered`` is the share of the query's certainty that it holds."""

    num: int
    record: int
    score: float
    covered: float
    all_words: bool
    in_title: bool
    best_unit: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the collection looks like: passages, their mean length in terms, how many hold a term."""

    passages: int
    mean_length: float
    holding: Mapping[str, int]

    def certainty(self, group: Group) -> float:
        """Return the inverse document frequency of a group, by its rarest full-weight alternative."""
        own = [self._holding(a.terms) for a in group.alternatives if a.weight >= 1.0]
        held = max(own, default=0) or max((self._holding(a.terms) for a in group.alternatives), default=0)
        return log(1.0 + (self.passages - held + 0.5) / (held + 0.5)) if held else 0.0

    def _holding(self, terms: tuple[str, ...]) -> int:
        return min((self.holding.get(term, 0) for term in terms), default=0)


class Ranker:
    """Scores passages for one query."""

    def __init__(self, groups: Sequence[Group], statistics: Statistics, weights: Weights = WEIGHTS) -> None:
        self._weights = weights
        self._mean_length = max(statistics.mean_length, 1.0)
        self._groups = groups
        self._worth = [
            statistics.certainty(group) * group.weight * (weights.stop if group.stop else 1.0)
            for group in groups
        ]
        self._total = sum(w for w, g in zip(self._worth, groups, strict=True) if g.counts) or 1.0
        self._single: dict[str, list[tuple[int, float]]] = {}
        self._several: list[tuple[str, int, float]] = []
        for at, group in enumerate(groups):
            for way in group.alternatives:
                if len(way.terms) == 1:
                    self._single.setdefault(way.terms[0], []).append((at, way.weight))
                elif way.terms:
                    self._several.append((f" {' '.join(way.terms)} ", at, way.weight))

    @property
    def total(self) -> float:
        """The certainty of the whole query: what a passage with every word has."""
        return self._total

    def score(self, row: Row) -> Scored:
        """Return the score of one passage."""
        weights = self._weights
        frequency = [0.0] * len(self._groups)
        title = self._held(row.title)
        for text, weight in (
            (row.title, weights.title),
            (row.names, weights.names),
            (row.labels, weights.labels),
            (row.heading, weights.heading),
            (row.extras, weights.extras),
        ):
            if text:
                self._count(text, weight, frequency)
        units = row.body.split("\n")
        lines = [self._held(unit) for unit in (row.title, *row.names.split("\n"), *units)]
        for held in lines[1:]:
            for at, count in held.items():
                frequency[at] += count * weights.body
        length = row.body.count(" ") + 1
        norm = weights.k1 * (1.0 - weights.b + weights.b * length / self._mean_length)
        worth = self._worth
        bm25 = sum(
            value * count * (weights.k1 + 1.0) / (count + norm)
            for value, count in zip(worth, frequency, strict=True)
            if count
        )
        covered = (
            sum(w for w, c, g in zip(worth, frequency, self._groups, strict=True) if c and g.counts)
            / self._total
        )
        best, votes = self._units(lines)
        best_unit = self._best(lines[len(lines) - len(units) :])
        score = bm25 + weights.unit * votes + weights.covered * covered * self._total
        all_words = all(c or g.stop or not g.counts for c, g in zip(frequency, self._groups, strict=True))
        in_title = all(at in title or g.stop or not g.counts for at, g in enumerate(self._groups))
        return Scored(row.num, row.record, score, max(covered, best), all_words, in_title, best_unit)

    def _held(self, text: str) -> dict[int, float]:
        held: dict[int, float] = {}
        single = self._single
        for term in text.split():
            if term in single:
                for at, weight in single[term]:
                    held[at] = held.get(at, 0.0) + weight
        if self._several:
            padded = f" {text} "
            for phrase, at, weight in self._several:
                found = padded.count(phrase)
                if found:
                    held[at] = held.get(at, 0.0) + found * weight
        return held

    def _count(self, text: str, weight: float, frequency: list[float]) -> None:
        for at, count in self._held(text).items():
            frequency[at] += count * weight

    def _units(self, lines: Sequence[dict[int, float]]) -> tuple[float, float]:
        top = sorted(map(self._value, lines), reverse=True)[: self._weights.unit_votes]
        return top[0] / self._total, sum(top) / len(top)

    def _best(self, lines: Sequence[dict[int, float]]) -> int:
        values = [self._value(held) for held in lines]
        return max(range(len(values)), key=values.__getitem__)

    def _value(self, held: Mapping[int, float]) -> float:
        return sum(self._worth[at] for at in held) if held else 0.0
