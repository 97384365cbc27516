"""Fits the weights of the signs of a promise to labelled sentences of replies; says how well they carry over.

    python tests/benchmarks/promise_fit.py [--write]

Teaches on the English sentences of ``own_promises``, on the samples of the unit tests and, a little, on the even halves of
the real mail in ``eta_promises.py`` (where the data is; business mail is no reply, but knows facts that nobody invents),
and prints what precision and recall each list of a stranger has when it is left out of it. A sentence
promises if its best clause does, and nobody labelled clauses: so the clause that weighs most is taken for the
promise of its sentence, and the weights are fitted again, some rounds long. They are those of a logistic
regression, held small (squares, and a little by size, so that signs that hardly count are left out), found by
going from sign to sign; plain Python, some minutes. The base is set so that over all lists left out in turn the
precision is the one aimed at. ``--write`` writes ``composer/lint/promises/evidence.tsv``.
"""

# ruff: noqa: E501 - lines of a report and of a table

import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(_HERE.parents[1]), str(_HERE)]

from eta_promises import (  # noqa: E402
    INTENT,
    MAIL,
    NOWS,
    OFFER,
    POOL,
    PROMISE,
    REPLIES,
    REPLIES_NOW,
    UNDATED,
    mail_sentences,
    sentences,
)

from composer.lint.own_words import Passage  # noqa: E402
from composer.lint.promises.clause_reading import clauses_read  # noqa: E402
from composer.lint.promises.evidence import BASE  # noqa: E402
from composer.when.eta import find_times  # noqa: E402

TABLE = _HERE.parents[1] / "composer" / "lint" / "promises" / "evidence.tsv"
SAMPLES = _HERE.parent / "unit" / "lint" / "promise_samples"
PRECISION = 0.915
"""Aimed at over the lists left out in turn, whole replies among them, which have more of what is no promise."""
# Written by whoever wrote the tables: taught on, but no measure of what strangers write.
OURS = frozenset(
    (
        "clauses",
        "contrasts",
        "everyday",
        "voices",
        "promises_in_mail",
        "promise_phrases",
        "promises_in_replies",
        "dated_promises",
        "dated_by_others",
        "real",
    )
)

_LITTLE = {"promises_in_mail": 0.3, "real": 0.15}
"""Where people write to other people than customers, a sentence counts so much of one."""
_SQUARES, _SIZE = 8.0, 0.3
"""How much the square and the size of a weight cost, beside the loss on one clause."""
_RARE = 3
"""A sign of fewer clauses is left out."""
_ROUNDS, _SWEEPS, _FIRST_SWEEPS = 5, 12, 30
_LEAST = 0.05

Sign = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Taught:
    """A labelled sentence with the signs of each of its clauses."""

    writer: str
    text: str
    promises: bool
    clauses: tuple[frozenset[Sign], ...]
    counts: float = 1.0
    """How much it counts in teaching."""


def taught(path: Path) -> list[Taught]:
    """Return the English sentences of a list with their signs."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]
    counts = _LITTLE.get(path.stem, 1.0)
    return [
        Taught(path.stem, text, label == PROMISE, _signs(text, REPLIES_NOW), counts)
        for label, language, text in rows
        if language == "en"
    ]


def real() -> list[Taught]:
    """Return the sentences of real mail to develop on, none where the data is missing; what is disputable is left out."""
    labelled = (*sentences(*POOL), *sentences(*INTENT), *mail_sentences(MAIL))
    return [
        Taught("real", one.text, one.settled == PROMISE, _signs(one.text, NOWS[1]), _LITTLE["real"])
        for one in labelled
        if one.is_for_development and one.settled not in (UNDATED, OFFER)
    ]


def _signs(text: str, now: datetime) -> tuple[frozenset[Sign], ...]:
    passage = Passage(text)
    times = find_times(passage.words, now=now, language="en")
    read = clauses_read(passage, times, now=now, language="en")
    return tuple(
        frozenset(verdict.signs)
        for found in read.verdicts.values()
        for verdict in found
        if verdict.signs is not None
    )


class Fit:
    """A logistic regression on clauses, fitted by going from sign to sign."""

    def __init__(self, clauses: Sequence[frozenset[Sign]]) -> None:
        counts = Counter(sign for clause in clauses for sign in clause)
        self.columns: dict[Sign, list[int]] = {sign: [] for sign in sorted(counts) if counts[sign] >= _RARE}
        for at, clause in enumerate(clauses):
            for sign in clause:
                if sign in self.columns:
                    self.columns[sign].append(at)
        self.columns[BASE] = list(range(len(clauses)))
        self.weights = dict.fromkeys(self.columns, 0.0)
        self.sums = [0.0] * len(clauses)

    def go(self, wanted: Sequence[float], counts: Sequence[float], sweeps: int) -> None:
        """Better the weights some sweeps long; ``counts`` tells how much each clause counts."""
        sums, exp = self.sums, math.exp
        over = [
            one * (1.0 / (1.0 + exp(-total)) - want)
            for total, want, one in zip(sums, wanted, counts, strict=True)
        ]
        bends = {sign: 0.25 * sum([counts[at] for at in column]) for sign, column in self.columns.items()}
        active = dict.fromkeys(self.columns)
        for sweep in range(sweeps):
            for sign in list(active) if sweep % 4 else self.columns:
                column, weight = self.columns[sign], self.weights[sign]
                squares, size = (0.0, 0.0) if sign == BASE else (_SQUARES, _SIZE)
                slope = sum([over[at] for at in column]) + squares * weight
                bend = bends[sign] + squares
                step = weight - slope / bend if bend else 0.0
                step = math.copysign(max(0.0, abs(step) - size / bend), step) - weight
                if abs(step) < 1e-4:
                    if weight == 0.0:
                        active.pop(sign, None)
                    continue
                active[sign] = None
                self.weights[sign] = weight + step
                for at in column:
                    sums[at] += step
                    if counts[at]:
                        over[at] = counts[at] * (1.0 / (1.0 + exp(-sums[at])) - wanted[at])


def fitted(lists: Sequence[Taught]) -> dict[Sign, float]:
    """Return the weights that tell promises from others best."""
    clauses = [clause for one in lists for clause in one.clauses]
    places, at = [], 0
    for one in lists:
        places.append(range(at, at + len(one.clauses)))
        at += len(one.clauses)
    fit = Fit(clauses)
    # At first any clause of a promise may be it.
    wanted = [float(one.promises) for one in lists for _ in one.clauses]
    counts = [one.counts for one in lists for _ in one.clauses]
    fit.go(wanted, counts, _FIRST_SWEEPS)
    for _ in range(_ROUNDS):
        for one, place in zip(lists, places, strict=True):
            if not one.promises or not place:
                continue
            best = max(place, key=fit.sums.__getitem__)
            for clause in place:
                wanted[clause] = float(clause == best)
                counts[clause] = one.counts if clause == best or fit.sums[clause] < 0 else 0.0
        fit.go(wanted, counts, _SWEEPS)
    return {sign: weight for sign, weight in fit.weights.items() if sign == BASE or abs(weight) >= _LEAST}


def weighed(one: Taught, weights: Mapping[Sign, float]) -> float:
    """Return what the best clause of a sentence weighs, very little where none is read."""
    base = weights[BASE]
    return max(
        (base + sum(weights.get(sign, 0.0) for sign in clause) for clause in one.clauses), default=-99.0
    )


Scored = Sequence[tuple[float, bool]]


def least_for(scored: Scored, precision: float) -> float:
    """Return from which sum on a promise is told so that the precision holds and most are found."""
    best, hits = math.inf, 0
    for count, (total, promises) in enumerate(sorted(scored, reverse=True), 1):
        hits += promises
        if promises and hits / count >= precision:
            best = total
    return best


def figures(scored: Scored, least: float) -> str:
    """Return precision and recall in words."""
    found = sum(total >= least for total, _ in scored)
    hits = sum(total >= least and promises for total, promises in scored)
    of = sum(promises for _, promises in scored)
    return (
        f"precision {hits / max(1, found):.3f} ({hits} of {found}), recall {hits / max(1, of):.3f} (of {of})"
    )


def left_out(lists: Sequence[Taught], writers: Iterable[str]) -> dict[str, list[tuple[float, bool]]]:
    """Return what each writer's sentences weigh by weights fitted to all the others'."""
    found = {}
    for writer in writers:
        weights = fitted([one for one in lists if one.writer != writer])
        found[writer] = [(weighed(one, weights), one.promises) for one in lists if one.writer == writer]
    return found


def table_of(weights: Mapping[Sign, float], least: float) -> str:
    """Return the table that the program reads."""
    rows = sorted(
        ((view, what, weight) for (view, what), weight in weights.items() if (view, what) != BASE),
        key=lambda row: (row[0], -row[2]),
    )
    lines = [
        "# What the signs of a clause weigh as a promise to the reader of a reply: view, what is seen, weight. The sum with the base",
        "# decides: from 0 on it is one. Fitted by tests/benchmarks/promise_fit.py, not by hand; what the views are says signs.py.",
        f"{BASE[0]}\t\t{weights[BASE] - least:.2f}",
        *(f"{view}\t{what}\t{weight:.2f}" for view, what, weight in rows),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print how well weights carry over to each list, and write those of all lists if asked to."""
    everything = [
        one
        for path in (*sorted(REPLIES.glob("*.tsv")), *sorted(SAMPLES.glob("*.tsv")))
        for one in taught(path)
    ]
    everything += real()
    writers = [name for name in dict.fromkeys(one.writer for one in everything) if name not in OURS]
    scored = left_out(everything, writers)
    together = [one for part in scored.values() for one in part]
    least = least_for(together, PRECISION)
    for writer, part in (*scored.items(), ("all left out in turn", together)):
        print(f"{writer}: {figures(part, least)}", flush=True)
    for precision in (0.90, 0.95):
        print(f"at {precision}: {figures(together, least_for(together, precision))}")
    weights = fitted(everything)
    print(f"{len(weights)} signs count; the base is {weights[BASE] - least:.2f}")
    if "--write" in sys.argv:
        TABLE.write_text(table_of(weights, least), "utf-8")


if __name__ == "__main__":
    main()
