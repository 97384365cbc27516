"""Lays a draft's segments along a mail's questions: aware of order, not bound to it.

Dynamic programming finds the best way through the draft: staying with a question and going on to
the next are likely, skipping and going back cost something, evidence decides. Then single segments
and pairs of them change their question as long as that is better, since a reply to several
questions usually answers each of them once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import add
from typing import NamedTuple

from composer.questions.evidence import Weights
from composer.questions.segments import Segment

IDLE = -1
_MOST_FOR_SWAPS = 40
_ROUNDS = 4
# The weights of going from segment to segment.
_MOVING = (
    "stay_within", "stay_over", "stay_idle", "next_within", "next_over", "skip", "back",
)  # fmt: skip

Scores = Sequence[Sequence[float]]
Moves = list[list[float]]


@dataclass(frozen=True, slots=True)
class Way:
    """The way through a draft: for each segment the index of its question, or IDLE."""

    path: Sequence[int]
    worth: Callable[[int], float]
    """What the whole would lose if the segments of a question on the path were a neighbour's, or idle.

    Next to nothing when they explain the neighbours as well.
    """


def aligned(segments: Sequence[Segment], scores: Scores, weight: Weights, cover: float) -> Way:
    """Return the best way through a draft's segments.

    ``scores[s][q]`` is the evidence for segment ``s`` as an answer to question ``q``, with the
    value of idleness behind the last question; ``cover`` is what each question that gets an answer adds.
    """
    if not segments or len(scores[0]) < 2:
        return Way([IDLE] * len(segments), lambda _: 0.0)
    idle = len(scores[0]) - 1
    tables = _tables(len(scores[0]), (*(weight[name] for name in _MOVING), cover))
    path = _best_path(scores, _moves_of(segments, tables.covering))
    moves = _moves_of(segments, tables.plain)
    if len(segments) <= _MOST_FOR_SWAPS:
        path = _Improvement(path, scores, moves, cover).done()
    worth = _Worth(path, scores, moves, cover)
    return Way([IDLE if state == idle else state for state in path], worth.of)


class _Kinds(NamedTuple):
    """What coming from each state to each is worth within a paragraph, over its end, below a new quote."""

    within: Moves
    over: Moves
    anew: Moves


class _Tables(NamedTuple):
    """Moves as they are, and with going on to a later question worth its answer as well."""

    plain: _Kinds
    covering: _Kinds


@lru_cache(maxsize=64)
def _tables(states: int, values: tuple[float, ...]) -> _Tables:
    """Return the moves between states; ``values`` are the weights of _MOVING, then what an answer adds."""
    *moving, cover = values
    weight = dict(zip(_MOVING, moving, strict=True))
    within, over = (
        [_ways_to(after, states, weight, kind) for after in range(states)] for kind in ("within", "over")
    )
    plain = _Kinds(within, over, [[0.0] * (states + 1)] * states)
    return _Tables(plain, _Kinds(*(_with_cover(each, cover) for each in plain)))


def _moves_of(segments: Sequence[Segment], kinds: _Kinds) -> list[Moves]:
    """Return for each segment what coming from each state is worth: ``moves[segment][after][before]``.

    The last row of ``before`` is the draft's beginning. A new quote above makes all ways equal.
    """
    found: list[Moves] = []
    for index, segment in enumerate(segments):
        if index and segments[index - 1].quote != segment.quote:
            found.append(kinds.anew)
        else:
            found.append(kinds.over if segment.over else kinds.within)
    return found


def _ways_to(after: int, states: int, weight: Weights, kind: str) -> list[float]:
    """Return what going to a state is worth from each state, and from the beginning."""
    idle = states - 1
    if after == idle:
        return [weight["stay_idle"] if before == idle else 0.0 for before in range(states)] + [0.0]
    ways = []
    for before in range(states):
        if before == idle:
            ways.append(0.0)
        elif before == after:
            ways.append(weight[f"stay_{kind}"])
        elif after == before + 1:
            ways.append(weight[f"next_{kind}"])
        else:
            ways.append(-weight["skip"] if after > before else -weight["back"])
    return [*ways, weight[f"next_{kind}"] if after == 0 else -weight["skip"]]


def _best_path(scores: Scores, moves: Sequence[Moves]) -> list[int]:
    states = range(len(scores[0]))
    best = [score + ways[-1] for score, ways in zip(scores[0], moves[0], strict=True)]
    trail: list[list[int]] = []
    for score, ways_to in zip(scores[1:], moves[1:], strict=True):
        reached, came = [], []
        for after in states:
            values = list(map(add, best, ways_to[after]))
            value = max(values)
            reached.append(value + score[after])
            came.append(values.index(value))
        best = reached
        trail.append(came)
    state = max(states, key=best.__getitem__)
    path = [state]
    for came in reversed(trail):
        state = came[state]
        path.append(state)
    return path[::-1]


def _with_cover(ways_to: Moves, cover: float) -> Moves:
    """Return moves in which going on to a later question is worth its answer as well."""
    idle = len(ways_to) - 1
    return [
        ways
        if after == idle
        else [way + cover if before < after or before >= idle else way for before, way in enumerate(ways)]
        for after, ways in enumerate(ways_to)
    ]


class _Worth:
    """Says what a path would lose without one of its questions."""

    def __init__(self, path: Sequence[int], scores: Scores, moves: Sequence[Moves], cover: float) -> None:
        self._path = path
        self._scores = scores
        self._moves = moves
        self._cover = cover
        self._idle = len(scores[0]) - 1

    def of(self, question: int) -> float:
        """Return the loss if the segments of a question belonged to the best other one, or were idle."""
        places = [at for at, state in enumerate(self._path) if state == question]
        others = {self._idle} | {
            self._path[near] for at in places for near in (at - 1, at + 1) if 0 <= near < len(self._path)
        }
        rest = [self._value(places, question, other) for other in others if other != question]
        return self._value(places, question, question) + self._cover - max(rest)

    def _value(self, places: Sequence[int], question: int, other: int) -> float:
        """Return the part of the value that changes when the places of one question go to another."""
        path = [other if state == question else state for state in self._path]
        total = sum(self._scores[at][other] for at in places)
        for at in {near for place in places for near in (place, place + 1)}:
            if at < len(path):
                total += self._moves[at][path[at]][path[at - 1] if at else -1]
        return total


class _Improvement:
    """Changes single places of a path, or swaps two, while the whole gets better."""

    def __init__(self, path: list[int], scores: Scores, moves: Sequence[Moves], cover: float) -> None:
        self._path = path
        self._scores = scores
        self._moves = moves
        self._cover = cover
        self._idle = len(scores[0]) - 1
        self._times = [path.count(state) for state in range(self._idle + 1)]

    def done(self) -> list[int]:
        """Return the improved path."""
        for _ in range(_ROUNDS):
            if not self._round():
                break
        return self._path

    def _round(self) -> bool:
        path, changed = self._path, False
        for at in range(len(path)):
            for state in range(self._idle + 1):
                changed |= state != path[at] and self._try(((at, state),))
            for other in range(at + 1, len(path)):
                changed |= path[at] != path[other] and self._try(((at, path[other]), (other, path[at])))
        return changed

    def _try(self, changes: tuple[tuple[int, int], ...]) -> bool:
        """Make changes if they are better; tell whether they were."""
        places = {near for place, _ in changes for near in (place, place + 1)}
        before = self._value(changes, places)
        old = tuple((at, self._path[at]) for at, _ in changes)
        self._set(changes)
        if self._value(changes, places) > before + 1e-9:
            return True
        self._set(old)
        return False

    def _set(self, changes: tuple[tuple[int, int], ...]) -> None:
        for at, state in changes:
            self._times[self._path[at]] -= 1
            self._path[at] = state
            self._times[state] += 1

    def _value(self, changes: tuple[tuple[int, int], ...], places: set[int]) -> float:
        """Return the part of the whole's value in which the changed places take part."""
        path = self._path
        total = self._cover * sum(1 for times in self._times[: self._idle] if times)
        for at, _ in changes:
            total += self._scores[at][path[at]]
        for at in places:
            if at < len(path):
                total += self._moves[at][path[at]][path[at - 1] if at else -1]
        return total
