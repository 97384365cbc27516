"""Ranking: how certain it is that a passage is the answer, from the places of the query's words in it.

The postings give the likeliest passages; this module reads their terms again and weighs what BM25 over
whole passages cannot see: how much of the query one sentence or the title holds, and which of its words
stand side by side. The weights were chosen by measurement on one half of the development sets and
reported on the other (tests/benchmarks/search_relevance.py). Feedback from the first hits (Rocchio) was
tried and left out: it lifts old abstracts by 0.02 and costs support questions as much.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from search.matching import Line, Matches, Row
from search.wanted import Group


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence is worth.

    ``title`` to ``extras`` multiply how often a word stands in a field; ``k1`` and ``b`` are BM25's.
    ``unit`` is the worth of the words that stand together in sentences, ``pair`` of neighbours that are
    neighbours in the query, ``close`` of sentences that hold little else; ``sharpness`` says how far the
    best sentence outweighs several good ones; ``alike`` is the worth of one that says what was asked and
    nothing else, ``others`` how far each other word in it speaks against that; ``whole_title`` is the
    worth of a title that is all asked for. ``stop`` is what remains of the worth of a word like *how*.
    """

    title: float = 2.0
    names: float = 2.0
    labels: float = 1.5
    heading: float = 0.7
    extras: float = 1.8
    k1: float = 1.6
    b: float = 0.6
    unit: float = 0.5
    pair: float = 0.4
    close: float = 0.2
    sharpness: float = 3.0
    unit_b: float = 0.6
    alike: float = 0.9
    others: float = 1.5
    whole_title: float = 0.8
    stop: float = 0.2


WEIGHTS = Weights()
SCORE_IN_FIT = 1 / 3
MUCH = 2.0  # rarest words of a library: a passage that holds words worth so much says a lot by that alone


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage with its score, which is about 1 where it holds all that was asked.

    ``fit`` says how likely it is that the passage answers at all, whatever else there is: a part of the
    score, and how much the match says in itself, because the best sentence is little else than what was
    asked or because many rare words are held. How alike a line is only tells good ones apart, and is no part
    of it. ``best_unit`` is the sentence of the body that holds most.
    """

    num: int
    record: int
    score: float
    fit: float = 0.0
    all_words: bool = False
    in_title: bool = False
    best_unit: int = 0


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the collection looks like: passages, their mean length in terms, how many hold a term."""

    passages: int
    mean_length: float
    holding: Mapping[str, int]

    def certainty(self, group: Group) -> float:
        """Return the inverse document frequency of a group: of the word itself, else of its equals."""
        held = self._most(way.terms for way in group.alternatives if way.weight >= 1.0)
        held = held or self._most(way.terms for way in group.alternatives)
        return log(1.0 + (self.passages - held + 0.5) / (held + 0.5)) if held else 0.0

    def rarest(self) -> float:
        """Return the worth of a word that only one passage holds."""
        return log(1.0 + (self.passages - 0.5) / 1.5) if self.passages else 0.0

    def _most(self, ways: Iterable[tuple[str, ...]]) -> int:
        return max((min(self.holding.get(term, 0) for term in terms) for terms in ways if terms), default=0)


class Ranker:
    """Scores passages for one query."""

    def __init__(self, groups: Sequence[Group], statistics: Statistics, weights: Weights = WEIGHTS) -> None:
        self._weights = weights
        self._mean_length = max(statistics.mean_length, 1.0)
        self._groups = groups
        self._asked = len(groups)
        self._worth = [
            statistics.certainty(group) * group.weight * (weights.stop if group.stop else 1.0)
            for group in groups
        ]
        self._needed = [at for at, group in enumerate(groups) if group.counts and not group.stop]
        self._counted = [at for at, group in enumerate(groups) if group.counts]
        self._total = sum(self._worth[at] for at in self._counted) or 1.0
        unknown = sum(1 for at in self._needed if not self._worth[at])
        self._expected = self._total + unknown * statistics.rarest()
        self._much = MUCH * statistics.rarest()
        self._squares = [worth * worth for worth in self._worth]
        rare = statistics.rarest() ** 2
        self._asked_length = sqrt(sum(self._squares[at] for at in self._counted) + unknown * rare) or 1.0
        self._other = weights.others * rare

    def score(self, row: Row, matches: Matches) -> Scored:
        """Return the score of one passage from its matches."""
        frequency, best = self._frequencies(matches)
        names = [matches.title, *matches.names]
        lines = [*names, *matches.body]
        weighed = [self._weigh(line) for line in lines]
        titles = max(value * _share(line) for (value, _), line in zip(weighed, names, strict=False))
        units = [self._unit(value, line) for (value, _), line in zip(weighed, lines, strict=True)]
        body = units[len(names) :]
        words = (
            self._bm25(frequency, matches.length)
            + self._weights.unit * self._together(units)
            + self._weights.whole_title * titles
        ) / self._expected
        likeness = self._weights.alike * max(alike for _, alike in weighed)
        held = sum(self._worth[at] * best[at] for at in self._counted)
        share = _different(lines[max(range(len(units)), key=units.__getitem__)])
        told = 1.0 - (1.0 - share) * (1.0 - min(held / self._much, 1.0)) if self._much else share
        in_title = {place.group for line in names for place in line.places}
        return Scored(
            row.num,
            row.record,
            words + likeness,
            told + SCORE_IN_FIT * words,
            all(best[at] for at in self._needed),
            bool(self._needed) and all(at in in_title for at in self._needed),
            matches.body[max(range(len(body)), key=body.__getitem__)].number if body else 0,
        )

    def _frequencies(self, matches: Matches) -> tuple[list[float], list[float]]:
        """Return for each group how often it stands there, weighted by field, and its best way to match."""
        weights = self._weights
        frequency = [0.0] * self._asked
        best = [0.0] * self._asked
        for weight, lines in (
            (weights.title, (matches.title,)),
            (weights.names, matches.names),
            (weights.labels, matches.labels),
            (weights.heading, matches.heading),
            (weights.extras, matches.extras),
            (1.0, matches.body),
        ):
            for line in lines:
                for _, group, way in line.places:
                    frequency[group] += weight * way
                    if way > best[group]:
                        best[group] = way
        return frequency, best

    def _bm25(self, frequency: Sequence[float], length: int) -> float:
        weights = self._weights
        norm = weights.k1 * (1.0 - weights.b + weights.b * length / self._mean_length)
        scale = weights.k1 + 1.0
        return sum(
            [
                worth * count * scale / (count + norm)
                for worth, count in zip(self._worth, frequency, strict=True)
                if count
            ]
        )

    def _weigh(self, line: Line) -> tuple[float, float]:
        """Return what a line is worth, and how alike it is to what was asked.

        Its worth is that of what it holds, each group once, and of its pairs of neighbours. Alike (0 to 1) is
        the cosine of the two, so a line that says what was asked and nothing else; what its other words are
        worth is not looked up, each counts as a rare one.
        """
        worth, squares = self._worth, self._squares
        if not line.places:
            return 0.0, 0.0
        if len(line.places) == 1:
            ((_, group, way),) = line.places
            shared = squares[group] * way
            length = sqrt(shared + self._other * (line.length - 1)) * self._asked_length
            return worth[group] * way, shared / length if length else 0.0
        held: dict[int, float] = {}
        pairs = 0.0
        others = line.length
        last_at, last_group = -2, -2
        for at, group, way in line.places:
            if way > held.get(group, 0.0):
                held[group] = way
            if at != last_at:
                others -= 1
            if at == last_at + 1 and group == last_group + 1:
                pairs += min(worth[group], worth[last_group]) * way
            last_at, last_group = at, group
        shared = sum([squares[group] * way for group, way in held.items()])
        length = sqrt(shared + self._other * others) * self._asked_length
        value = sum([worth[group] * way for group, way in held.items()])
        return value + self._weights.pair * pairs, shared / length if length else 0.0

    def _unit(self, value: float, line: Line) -> float:
        """Return what a line is worth as a sentence of its own: much of the query, little else."""
        weights = self._weights
        value *= 1.0 - weights.close + weights.close * _share(line)
        return value * 2.0 / (2.0 - weights.unit_b + weights.unit_b * line.length / (self._asked + 2))

    def _together(self, units: Iterable[float]) -> float:
        power = self._weights.sharpness
        summed = sum([(unit / self._total) ** power for unit in units if unit])
        return float(self._total * summed ** (1.0 / power))


def _share(line: Line) -> float:
    """Return how much of a line matches, from 0 to 1."""
    return min(len(line.places) / line.length, 1.0) if line.length else 0.0


def _different(line: Line) -> float:
    """Return how many different words of the query a line holds, by its length, from 0 to 1."""
    return min(len({place.group for place in line.places}) / line.length, 1.0) if line.length else 0.0
