"""Matching: where the words of a query stand in a passage, line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from search.wanted import Group
from search.words import LINE_END


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
