"""Finds the passage of a draft that belongs to a question, once its segments are laid along them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from composer.questions.alignment import aligned
from composer.questions.evidence import Weights
from composer.questions.prepared_draft import Evidence, Prepared, measures_of
from composer.questions.segments import Segment

# From so much likeness on, idle talk touches a question.
_TOUCHES = 0.5


@dataclass(frozen=True, slots=True)
class Laid:
    """Segments with their evidence, the same weighed for each question (idleness last), the way through them.

    ``quoted[s]`` are the questions that stand in the quote above segment ``s`` before its last one,
    ``spoken_of[s]`` those that its words, a quote or a number name; ``worth`` is the way's. ``courteous``
    when somebody greets, thanks or closes: a letter, which its writer thought finished.
    """

    segments: Sequence[Segment]
    evidence: Sequence[Evidence]
    scores: Sequence[Sequence[float]]
    path: Sequence[int]
    quoted: Sequence[frozenset[int]]
    spoken_of: Sequence[frozenset[int]]
    worth: Callable[[int], float]
    courteous: bool


def laid_along(read: Prepared, weight: Weights) -> Laid:
    """Return a prepared draft laid along its questions."""
    measures = measures_of(weight)
    scores = _against_touched(read, measures, weight)
    courteous = any(segment.idle for segment in read.segments)
    way = aligned(read.segments, scores, weight, weight["cover_letter" if courteous else "cover"])
    quoted = [each.quoted for each in read.evidence]
    spoken_of = [each.spoken_of for each in read.evidence]
    return Laid(read.segments, read.evidence, scores, way.path, quoted, spoken_of, way.worth, courteous)


def passage_for(index: int, laid: Laid, weight: Weights) -> list[int]:
    """Return the consecutive segments that belong to a question, none if too little speaks for any."""
    run = _best_run(index, laid)
    beside = _beside(index, laid, weight)
    if not run or strength(run, index, laid) < weight["enough"]:
        return beside
    if beside and laid.scores[beside[0]][index] > strength(run, index, laid) + weight["rather"]:
        return beside
    return run


def strength(run: Sequence[int], index: int, laid: Laid) -> float:
    """Return how much speaks for consecutive segments as the answer to a question; no extra makes it less."""
    found = [laid.scores[at][index] for at in run]
    return max(sum(found), *found)


def _against_touched(
    read: Prepared, measures: tuple[float, ...], weight: Weights
) -> Sequence[Sequence[float]]:
    """Return the scores of segments, lower where idle talk is more like its question than what may answer it.

    Whoever only touches a question speaks of it in its own words. What follows at once may be the answer.
    """
    scores = [each.scores(measures) for each in read.evidence]
    for talk, (segment, each) in enumerate(zip(read.segments, read.evidence, strict=True)):
        if not segment.idle or not any(unit.reading.talks for unit in segment.units):
            continue
        heard = each.likeness(measures)
        most = max(heard, default=0.0)
        if most <= _TOUCHES:
            continue
        question = heard.index(most)
        for at, other in enumerate(read.evidence):
            more = most - other.likeness(measures)[question]
            if at not in (talk, talk + 1) and more > 0.0:
                lowered = list(scores[at])
                lowered[question] -= weight["touched"] * more
                scores[at] = lowered
    return scores


def _best_run(index: int, laid: Laid) -> list[int]:
    """Return the consecutive segments with the most evidence among those laid along a question."""
    runs: list[list[int]] = []
    for at, question in enumerate(laid.path):
        if question != index:
            continue
        if runs and runs[-1][-1] == at - 1 and laid.segments[at].quote == laid.segments[at - 1].quote:
            runs[-1].append(at)
        else:
            runs.append([at])
    return max(runs, key=lambda run: sum(laid.scores[at][index] for at in run), default=[])


def _beside(index: int, laid: Laid, weight: Weights) -> list[int]:
    """Return what answers a question beside another: a segment with strong evidence of its own.

    Under a quote, what goes on from there belongs to it.
    """
    telling = [
        at for at, segment in enumerate(laid.segments) if not segment.idle and index in laid.spoken_of[at]
    ]
    best = max(telling, key=lambda at: _as_extra(at, index, laid, weight), default=-1)
    wanted = weight["also_quoted" if best >= 0 and index in laid.quoted[best] else "also"]
    if best < 0 or _as_extra(best, index, laid, weight) < wanted:
        return []
    stop = best + 1
    while stop < len(laid.path) and laid.path[stop] == laid.path[best] >= 0 and _same_place(laid, best, stop):
        stop += 1
    return list(range(best, stop))


def _as_extra(at: int, index: int, laid: Laid, weight: Weights) -> float:
    """Return how much speaks for a segment as the answer to a question beside that of another.

    Whoever asks two things in a row is often answered in one sentence.
    """
    return laid.scores[at][index] + (weight["beside_next"] if _is_next_to(laid.path[at], index) else 0.0)


def _is_next_to(one: int, other: int) -> bool:
    return one >= 0 and abs(one - other) == 1


def _same_place(laid: Laid, one: int, other: int) -> bool:
    return laid.segments[one].quote == laid.segments[other].quote >= 0
