"""Carrying a span over an edit: what was found in an older text, placed in the newer one."""

from dataclasses import dataclass, replace

from composer.lint.finding import Finding
from composer.questions.answer_state import QuestionState
from composer.review import Review


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch that differs between two texts: the rest is equal before and after it."""

    start: int
    old_end: int
    new_end: int

    @classmethod
    def between(cls, old: str, new: str) -> "Change":
        """Find the one stretch outside of which both texts are equal."""
        start = _equal_ahead(old, new, min(len(old), len(new)))
        limit = min(len(old), len(new)) - start
        tail = _equal_ahead(old[::-1], new[::-1], limit)
        return cls(start, len(old) - tail, len(new) - tail)

    def carried(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a span of the old text stands in the new one; None when it was touched."""
        if end <= self.start:
            return start, end
        if start >= self.old_end:
            shift = self.new_end - self.old_end
            return start + shift, end + shift
        return None

    def stretched(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a span stands when an edit within it belongs to it."""
        if start <= self.start and self.old_end <= end:
            return start, end + self.new_end - self.old_end
        return self.carried(start, end)


def carried_review(review: Review, old: str, new: str) -> Review:
    """Return a review of an older text as it holds for the newer one.

    Findings on words that were edited are left out until the next review; answers grow with what is
    typed into them.
    """
    if old == new:
        return review
    change = Change.between(old, new)
    findings = (_carried_finding(finding, change) for finding in review.findings)
    states = (_carried_state(state, change, new) for state in review.states)
    return Review(tuple(states), tuple(finding for finding in findings if finding))


def _carried_finding(finding: Finding, change: Change) -> Finding | None:
    if finding.start is None or finding.end is None:
        return finding
    span = change.carried(finding.start, finding.end)
    return replace(finding, start=span[0], end=span[1]) if span else None


def _carried_state(state: QuestionState, change: Change, new: str) -> QuestionState:
    if state.perhaps is not None:
        place = change.carried(state.perhaps.start, state.perhaps.end)
        perhaps = replace(state.perhaps, start=place[0], end=place[1]) if place else None
        state = replace(state, perhaps=perhaps)
    if state.answer is None:
        return state
    span = change.stretched(state.answer.start, state.answer.end)
    answer = replace(state.answer, start=span[0], end=span[1], text=new[slice(*span)]) if span else None
    return replace(state, answer=answer)


def _equal_ahead(one: str, other: str, limit: int) -> int:
    """Return how many characters are equal at the start, at most ``limit``, by halving."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
