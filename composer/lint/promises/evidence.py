"""Weighs what in a clause speaks for a promise to the reader of a reply, and what against.

The weights stand in ``evidence.tsv``: a row for each sign that counts, and the *base* they are added to. A
clause whose sum is not negative promises. ``tests/benchmarks/promise_fit.py`` fits them to sentences with
their labels.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources

from composer.lint.promises.signs import CLASS_VIEWS, SEQUENCE, Signs, names_in_sequence, names_of

_TOLD = 3
"""So many signs for and against are told of a verdict."""
_KEPT = 20_000
BASE = ("base", "")

Weights = Mapping[tuple[str, str], float]


class Evidence:
    """The weights of signs, looked up by classes: what was summed once is kept."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._base = weights.get(BASE, 0.0)
        self._by_view = [_Kept(self._of_view(view)) for view in CLASS_VIEWS]
        self._by_two = {what: weight for (view, what), weight in weights.items() if view == SEQUENCE}

    def of(self, signs: Signs) -> float:
        """Return the sum of a clause's signs; it promises from 0 on."""
        total = self._base
        for kinds, kept in zip(signs.classes, self._by_view, strict=True):
            if kinds is not None:
                total += kept[kinds]
        weights = self._weights
        for named in signs.named:
            total += weights.get(named, 0.0)
        by_two = self._by_two
        for what in {names_in_sequence(one, other) for one, other in signs.sequence}:
            total += by_two.get(what, 0.0)
        return total

    def told(self, signs: Signs) -> str:
        """Return the sum and the strongest signs for and against, in words."""
        weighed = sorted((self._weights.get(sign, 0.0), *sign) for sign in signs)
        against = [one for one in weighed[:_TOLD] if one[0] < 0]
        speaks_for = [one for one in weighed[: -_TOLD - 1 : -1] if one[0] > 0]
        both = f"for {_in_words(speaks_for)}; against {_in_words(against)}"
        return f"{self.of(signs):+.1f}: {both}; base {self._base:+.1f}"

    def _of_view(self, view: str) -> Callable[[int], float]:
        return lambda kinds: sum(self._weights.get((view, name), 0.0) for name in names_of(kinds))


class _Kept(dict[int, float]):
    """What word classes weigh together, counted when first asked for."""

    def __init__(self, count: Callable[[int], float]) -> None:
        super().__init__()
        self._count = count

    def __missing__(self, key: int) -> float:
        if len(self) >= _KEPT:
            self.clear()
        found = self[key] = self._count(key)
        return found


def _in_words(weighed: list[tuple[float, str, str]]) -> str:
    return ", ".join(f"{view} “{what}” {weight:+.1f}" for weight, view, what in weighed) or "nothing"


def weights_in(text: str) -> dict[tuple[str, str], float]:
    """Read a table of weights: a view, what is seen and what it weighs in each line, parted by tabs."""
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {(view, what): float(weight) for view, what, weight in rows}


@cache
def evidence() -> Evidence:
    """Return the evidence by our weights, read once."""
    return Evidence(weights_in((resources.files(__package__) / "evidence.tsv").read_text("utf-8")))
