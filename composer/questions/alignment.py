"""Lays a draft's sentences along a mail's questions: by dynamic programming, aware of order, not bound to it.

Walking through the draft, each sentence belongs to one question or to none. Staying with a question
and going on to the next are likely, skipping and going back cost something, evidence decides.
"""

from collections.abc import Sequence

from composer.questions.draft_units import Unit
from composer.questions.evidence import Weights

NONE = -1


def aligned(units: Sequence[Unit], scores: Sequence[Sequence[float]], weight: Weights) -> list[int]:
    """Return for each unit the index of its question, or NONE.

    ``scores[u][q]`` is the evidence for unit ``u`` as an answer to question ``q``. Linear in units
    times questions.
    """
    if not units or not scores[0]:
        return [NONE] * len(units)
    count = len(scores[0])
    # State 2q: at question q; 2q+1: idle after question q; the last one: idle before any.
    best = [float("-inf")] * (2 * count) + [0.0]
    trail: list[list[int]] = []
    for index, unit in enumerate(units):
        over = index == 0 or units[index - 1].paragraph != unit.paragraph
        best, came = _step(best, scores[index], _idle_score(unit, weight), over, weight)
        trail.append(came)
    return _walked_back(best, trail)


def _idle_score(unit: Unit, weight: Weights) -> float:
    reading = unit.reading
    score = weight["idle"]
    if reading.greets or reading.closes:
        score += weight["greets"]
    if reading.thanks:
        score += weight["thanks"]
    return score


def _step(
    best: list[float], score: Sequence[float], idle: float, over: bool, weight: Weights
) -> tuple[list[float], list[int]]:
    count = len(score)
    stay = weight["stay_over_paragraph" if over else "stay_in_paragraph"]
    onward = weight["next_over_paragraph" if over else "next_in_paragraph"]
    leave = [max(2 * q, 2 * q + 1, key=best.__getitem__) for q in range(count)]
    before = _best_before(best, leave)
    after = _best_after(best, leave)
    reached = [0.0] * (2 * count + 1)
    came = [0] * (2 * count + 1)
    for q in range(count):
        previous = leave[q - 1] if q else 2 * count
        ways = [(best[2 * q] + stay, 2 * q), (best[2 * q + 1] + weight["stay_over_paragraph"], 2 * q + 1)]
        ways.append((best[previous] + onward, previous))
        if q:
            ways.append((best[before[q - 1]] - weight["skip"], before[q - 1]))
        if q + 1 < count:
            ways.append((best[after[q + 1]] - weight["back"], after[q + 1]))
        value, source = max(ways)
        reached[2 * q], came[2 * q] = value + score[q], source
        value, source = max((best[2 * q + 1] + weight["stay_idle"], 2 * q + 1), (best[2 * q], 2 * q))
        reached[2 * q + 1], came[2 * q + 1] = value + idle, source
    reached[2 * count], came[2 * count] = best[2 * count] + weight["stay_idle"] + idle, 2 * count
    return reached, came


def _best_before(best: list[float], leave: list[int]) -> list[int]:
    """Return for each q the best state among the beginning and the questions before q."""
    found = [2 * len(leave)]
    for q in range(1, len(leave)):
        found.append(max(found[-1], leave[q - 1], key=best.__getitem__))
    return found


def _best_after(best: list[float], leave: list[int]) -> list[int]:
    """Return for each q the best state among the questions from q on."""
    found = leave[-1:]
    for q in range(len(leave) - 2, -1, -1):
        found.append(max(found[-1], leave[q], key=best.__getitem__))
    return found[::-1]


def _walked_back(best: list[float], trail: list[list[int]]) -> list[int]:
    state = max(range(len(best)), key=best.__getitem__)
    last = len(best) - 1
    path: list[int] = []
    for came in reversed(trail):
        path.append(NONE if state == last or state % 2 else state // 2)
        state = came[state]
    return path[::-1]
