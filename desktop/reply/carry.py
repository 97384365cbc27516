"""Carrying a span over an edit: what was found in an older text, placed in the newer one."""

from dataclasses import dataclass


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
