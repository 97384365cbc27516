"""Lays a draft's segments along a mail's questions: aware of order, not bound to it.

Dynamic programming finds the best way through the draft: staying with a question and going on to
the next are likely, skipping and going back cost something, evidence decides. Then single segments
and pairs of them change their question as long as that is better, since a reply to several
questions usually answers each of them once.
"""

from collections.abc import Sequence

from composer.questions.evidence import Weights
from composer.questions.segments import Segment

IDLE = -1
_MOST_FOR_SWAPS = 40

Scores = Sequence[Sequence[float]]


def aligned(segments: Sequence[Segment], scores: Scores, weight: Weights) -> list[int]:
    """Return for each segment the index of its question, or IDLE.

    ``scores[s][q]`` is the evidence for segment ``s`` as an answer to question ``q``, with the
    value of idleness behind the last question.
    """
    if not segments or len(scores[0]) < 2:
        return [IDLE] * len(segments)
    path = _best_path(segments, scores, weight)
    if len(segments) <= _MOST_FOR_SWAPS:
        path = _improved(path, segments, scores, weight)
    idle = len(scores[0]) - 1
    return [IDLE if state == idle else state for state in path]


def _move(before: int, after: int, idle: int, segment: Segment, quote_before: int, weight: Weights) -> float:
    """Return what going from one question to another is worth; ``before`` is -1 at the beginning."""
    if segment.quote != quote_before:
        return 0.0
    if before == idle or after == idle:
        return weight["stay_idle"] if before == after else 0.0
    if before == after:
        return weight["stay_over" if segment.over else "stay_within"]
    if after == before + 1:
        return weight["next_over" if segment.over else "next_within"]
    return -weight["skip"] if after > before else -weight["back"]


def _best_path(segments: Sequence[Segment], scores: Scores, weight: Weights) -> list[int]:
    states = range(len(scores[0]))
    idle = len(scores[0]) - 1
    best = [
        scores[0][state] + _move(-1, state, idle, segments[0], segments[0].quote, weight) for state in states
    ]
    trail: list[list[int]] = []
    for index in range(1, len(segments)):
        segment, quote = segments[index], segments[index - 1].quote
        reached, came = [], []
        for after in states:
            ways = [best[before] + _move(before, after, idle, segment, quote, weight) for before in states]
            source = max(states, key=ways.__getitem__)
            reached.append(ways[source] + scores[index][after])
            came.append(source)
        best = reached
        trail.append(came)
    state = max(states, key=best.__getitem__)
    path = [state]
    for came in reversed(trail):
        state = came[state]
        path.append(state)
    return path[::-1]


def _improved(path: list[int], segments: Sequence[Segment], scores: Scores, weight: Weights) -> list[int]:
    """Change or swap questions of segments while the whole gets better."""
    idle = len(scores[0]) - 1
    for _ in range(4):
        changed = False
        for at in range(len(path)):
            for state in range(idle + 1):
                changed |= _try(path, [(at, state)], segments, scores, weight)
            for other in range(at + 1, len(path)):
                if path[at] != path[other]:
                    changed |= _try(path, [(at, path[other]), (other, path[at])], segments, scores, weight)
        if not changed:
            break
    return path


def _try(
    path: list[int],
    changes: list[tuple[int, int]],
    segments: Sequence[Segment],
    scores: Scores,
    weight: Weights,
) -> bool:
    """Make changes in place if they are better; tell whether they were."""
    before = _value(path, changes, segments, scores, weight)
    old = [(at, path[at]) for at, _ in changes]
    for at, state in changes:
        path[at] = state
    if _value(path, changes, segments, scores, weight) > before + 1e-9:
        return True
    for at, state in old:
        path[at] = state
    return False


def _value(
    path: list[int],
    changes: list[tuple[int, int]],
    segments: Sequence[Segment],
    scores: Scores,
    weight: Weights,
) -> float:
    """Return the part of the whole's value that the changed places take part in."""
    idle = len(scores[0]) - 1
    total = weight["cover"] * len(set(path) - {idle})
    for at in {place for place, _ in changes}:
        total += scores[at][path[at]]
    for at in {near for place, _ in changes for near in (place, place + 1) if near < len(path)}:
        before = path[at - 1] if at else -1
        quote = segments[at - 1].quote if at else segments[at].quote
        total += _move(before, path[at], idle, segments[at], quote, weight)
    return total
