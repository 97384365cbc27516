"""Ranking: how certain it is that a passage is the answer, from the places of the query's words in it.

The postings give the likeliest passages; this module reads their terms again and weighs what BM25 over
whole passages cannot see: how much of the query one sentence or the title holds, and which of its words
stand side by side. The weights were chosen by measurement on one half of the development sets and
reported on the other (tests/benchmarks/search_relevance.py). Feedback from the first hits (Rocchio) was
tried and left out: it lifts old abstracts by 0.02 and costs support questions as much.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from search.wanted import Group
from search.words import LINE_END


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence is worth.

    ``title`` to ``extras`` multiply how often a word stands in a field; ``k1`` and ``b`` are BM25's.
    ``unit`` is the worth of the words that stand together in sentences, ``pair`` of neighbours that are
    neighbours in the query, ``close`` of sentences that hold little else; ``sharpness`` says how far the
    best sentence outweighs several good ones; ``whole_title`` is the worth of a title that is all asked
    for. ``stop`` is what remains of the worth of a word like *how*.
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
    whole_title: float = 0.8
    stop: float = 0.2


WEIGHTS = Weights()
MUCH = 2.0  # rarest words of a library: a passage that holds words worth so much says a lot by that alone


class Place(NamedTuple):
    """A match: the position of the term in its line, the group it is of, the weight of the way it matched."""

    at: int
    group: int
    weight: float


class Line(NamedTuple):
    """A title, a name, a sentence: its length in terms, its matches, which of its field's lines it is."""

    length: int
    places: list[Place]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """The terms of one passage, by field; names and sentences of the body are lines."""

    num: int
    record: int
    title: str
    names: str
    labels: str
    heading: str
    body: str
    extras: str


class Matches(NamedTuple):
    """Where the words of a query stand in a passage; of names and body only the lines that match.

    ``length`` counts the terms of title and body.
    """

    title: Line
    names: list[Line]
    labels: list[Line]
    heading: list[Line]
    body: list[Line]
    extras: list[Line]
    length: int


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage with its score.

    ``covered`` is the share of the query's worth that stands in it, unknown words counted against it;
    ``best_unit`` is the sentence of the body that holds most. ``told`` (0 to 1) is how much a match says
    in itself: the best sentence is little else than what was asked, or many rare words are held.
    """

    num: int
    record: int
    score: float
    covered: float = 0.0
    all_words: bool = False
    in_title: bool = False
    best_unit: int = 0
    told: float = 0.0


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


class Matcher:
    """Finds the places of a query's groups in passages."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._ways: dict[str, list[tuple[tuple[str, ...], int, float]]] = {LINE_END: []}
        for at, group in enumerate(groups):
            for way in group.alternatives:
                if way.terms:
                    self._ways.setdefault(way.terms[0], []).append((way.terms, at, way.weight))

    def matches(self, row: Row) -> Matches:
        """Return where the groups stand in a passage."""
        title, title_length = self._lines(row.title)
        body, body_length = self._lines(row.body)
        return Matches(
            title[0] if title else Line(title_length, []),
            self._lines(row.names)[0],
            self._lines(row.labels)[0],
            self._lines(row.heading)[0],
            body,
            self._lines(row.extras)[0],
            title_length + body_length,
        )

    def _lines(self, text: str) -> tuple[list[Line], int]:
        """Return the lines of a field that match, and its length in terms.

        All terms are looked up in one comprehension, and only what was found is looked at again: a
        query reads some 30,000 terms.
        """
        if not text:
            return [], 0
        ways = self._ways
        terms = text.split(" ")
        found = [at for at, term in enumerate(terms) if term in ways]
        lines: list[Line] = []
        places: list[Place] = []
        start = number = 0
        for at in (*found, len(terms)):
            if at == len(terms) or terms[at] == LINE_END:
                if places:
                    lines.append(Line(at - start, places, number))
                    places = []
                start, number = at + 1, number + 1
                continue
            for whole, group, weight in ways[terms[at]]:
                if len(whole) == 1 or tuple(terms[at : at + len(whole)]) == whole:
                    places.append(Place(at - start, group, weight))
        return lines, len(terms) - number + 1


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
        self.total = sum(self._worth[at] for at in self._counted) or 1.0
        unknown = sum(1 for at in self._needed if not self._worth[at])
        self.expected = self.total + unknown * statistics.rarest()
        self._much = MUCH * statistics.rarest()

    def score(self, row: Row, matches: Matches) -> Scored:
        """Return the score of one passage from its matches."""
        frequency, best = self._frequencies(matches)
        names = [matches.title, *matches.names]
        values = [self._value(line) for line in names]
        titles = max(value * _share(line) for value, line in zip(values, names, strict=True))
        body = [self._unit(self._value(line), line) for line in matches.body]
        units = [self._unit(value, line) for value, line in zip(values, names, strict=True)] + body
        score = (
            self._bm25(frequency, matches.length)
            + self._weights.unit * self._together(units)
            + self._weights.whole_title * titles
        )
        held = sum(self._worth[at] * best[at] for at in self._counted)
        lines = [*names, *matches.body]
        share = _different(lines[max(range(len(units)), key=units.__getitem__)])
        in_title = {place.group for line in names for place in line.places}
        return Scored(
            row.num,
            row.record,
            score,
            held / self.expected,
            all(best[at] for at in self._needed),
            bool(self._needed) and all(at in in_title for at in self._needed),
            matches.body[max(range(len(body)), key=body.__getitem__)].number if body else 0,
            1.0 - (1.0 - share) * (1.0 - min(held / self._much, 1.0)) if self._much else share,
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

    def _value(self, line: Line) -> float:
        """Return the worth of what a line holds, each group once, and of its pairs of neighbours."""
        worth = self._worth
        held: dict[int, float] = {}
        pairs = 0.0
        last_at, last_group = -2, -2
        for at, group, way in line.places:
            if way > held.get(group, 0.0):
                held[group] = way
            if at == last_at + 1 and group == last_group + 1:
                pairs += min(worth[group], worth[last_group]) * way
            last_at, last_group = at, group
        return sum([worth[group] * way for group, way in held.items()]) + self._weights.pair * pairs

    def _unit(self, value: float, line: Line) -> float:
        """Return what a line is worth as a sentence of its own: much of the query, little else."""
        weights = self._weights
        value *= 1.0 - weights.close + weights.close * _share(line)
        return value * 2.0 / (2.0 - weights.unit_b + weights.unit_b * line.length / (self._asked + 2))

    def _together(self, units: Iterable[float]) -> float:
        power = self._weights.sharpness
        summed = sum([(unit / self.total) ** power for unit in units if unit])
        return float(self.total * summed ** (1.0 / power))


def _share(line: Line) -> float:
    """Return how much of a line matches, from 0 to 1."""
    return min(len(line.places) / line.length, 1.0) if line.length else 0.0


def _different(line: Line) -> float:
    """Return how many different words of the query a line holds, by its length, from 0 to 1."""
    return min(len({place.group for place in line.places}) / line.length, 1.0) if line.length else 0.0
