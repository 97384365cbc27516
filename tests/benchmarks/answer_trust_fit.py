"""Fits how far a passage is to be trusted as an answer (``composer/questions/answer_trust.py``).

    python -m tests.benchmarks.answer_trust_fit

A logistic regression, held small, over the tickets of own_tickets, the same tickets with one answer out,
the ordinary replies of own_replies, and the even half of the development threads. Prints what each batch of
tickets gets from weights fitted without it, then the table for
``composer/questions/patterns/answer_weights.toml``.
"""

import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from composer.draft import Draft
from composer.questions.answer_map import states_of
from composer.questions.answer_trust import trust_evidence
from composer.questions.evidence import asked_of, weights
from composer.questions.passages import laid_along, passage_for
from composer.questions.prepared_draft import Prepared, prepared
from composer.questions.understand import understand
from composer.questions.understood import UnderstoodMail
from tests.benchmarks.answer_map_own import TICKETS, Dealt, Ticket, judged, tickets_of
from tests.benchmarks.answer_map_threads import cases_of
from tests.benchmarks.lint_own import REPLIES, tickets_in
from tests.benchmarks.questions_data import rows_of

_THREADS = ("in order, as written", "in order, no quotes", "taken out, no quotes")
# What one case counts for: an open question is rarer than one that is dealt with, and matters more.
_OPEN, _TAKEN_OUT, _THREAD = 3.0, 0.3, 0.3
_REPLY = 1.0
_REPLIES = "own_replies"
_SMALL = 20.0
_ROUNDS = 12

Vector = list[float]


class Row(NamedTuple):
    """One question with its passage: the file, the evidence, whether it is dealt with, what it counts for."""

    file: str
    values: Vector
    dealt: bool
    counts: float


def ticket_rows() -> Iterator[Row]:
    """Yield the questions of the tickets, and those whose answer was taken out."""
    for path in sorted(TICKETS.glob("*.txt")):
        for ticket in tickets_of(path):
            draft = Draft(ticket.reply)
            read = prepared(draft, ticket.mail)
            for index, question in enumerate(ticket.mail.questions):
                dealt = question.id in ticket.dealt
                yield from _row(path.name, read, ticket.mail, index, dealt, 1.0 if dealt else _OPEN)
                less = _without(ticket, ticket.dealt.get(question.id, []))
                if less is not None:
                    taken = prepared(Draft(less), ticket.mail)
                    yield from _row(path.name, taken, ticket.mail, index, False, _TAKEN_OUT)


def _without(ticket: Ticket, passages: Sequence[Dealt]) -> str | None:
    """Return a reply without some passages; None if there are none, or they serve others as well."""
    shared = Counter(each.start for several in ticket.dealt.values() for each in several)
    if not passages or len(ticket.mail.questions) == 1 or any(shared[each.start] > 1 for each in passages):
        return None
    text = ticket.reply
    for each in sorted(passages, reverse=True):
        text = text[: each.start] + text[each.end :].lstrip(" ,.;")
    return text


def reply_rows() -> Iterator[Row]:
    """Yield the questions of ordinary replies (own_replies) in which nothing is said to be open."""
    for checked in tickets_in(REPLIES):
        if not any("unanswered-question" in fault.rule for fault in checked.faults):
            mail = understand(checked.message)
            read = prepared(Draft(checked.reply), mail)
            for index in range(len(mail.questions)):
                yield from _row(_REPLIES, read, mail, index, True, _REPLY)


def thread_rows() -> Iterator[Row]:
    """Yield the questions of the even threads."""
    dice = random.Random(5)
    for thread in rows_of("rlists_inline")[::2]:
        for case in cases_of(thread, dice):
            if case.name in _THREADS:
                places = {question.id: at for at, question in enumerate(case.mail.questions)}
                for name, place in case.answers:
                    if name is not None:
                        yield from _row("", case.read, case.mail, places[name], place is not None, _THREAD)


def _row(
    file: str, read: Prepared, mail: UnderstoodMail, index: int, dealt: bool, counts: float
) -> Iterator[Row]:
    laid = laid_along(read, weights())
    run = passage_for(index, laid, weights())
    if run and not all(laid.segments[at].idle for at in run):
        values = list(trust_evidence(run, index, laid, asked_of(mail)[index]).values())
        yield Row(file, values, dealt, counts)


def fitted(rows: Sequence[Row]) -> Vector:
    """Return the base and the weights of a logistic regression that is held small, by Newton's method."""
    spread = [_spread([row.values[at] for row in rows]) for at in range(len(rows[0].values))]
    scaled = [[1.0, *(value / size for value, size in zip(row.values, spread, strict=True))] for row in rows]
    best = [0.0] * len(scaled[0])
    for _ in range(_ROUNDS):
        slope = [0.0] + [-_SMALL * value for value in best[1:]]
        bend = [
            [_SMALL if one == other and one else 0.0 for other in range(len(best))]
            for one in range(len(best))
        ]
        for row, values in zip(rows, scaled, strict=True):
            _add(slope, bend, row, values, best)
        step = _solved(bend, slope)
        best = [value + change for value, change in zip(best, step, strict=True)]
    return [best[0], *(value / size for value, size in zip(best[1:], spread, strict=True))]


def _add(slope: Vector, bend: list[Vector], row: Row, values: Vector, best: Vector) -> None:
    chance = 1.0 / (1.0 + math.exp(-sum(one * other for one, other in zip(values, best, strict=True))))
    miss = row.counts * (row.dealt - chance)
    curve = row.counts * chance * (1.0 - chance)
    there = [at for at, value in enumerate(values) if value]
    for at in there:
        slope[at] += miss * values[at]
        for other in there:
            bend[at][other] += curve * values[at] * values[other]


def _spread(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return math.sqrt(sum((value - mean) ** 2 for value in values) / len(values)) or 1.0


def _solved(matrix: list[Vector], right: Vector) -> Vector:
    """Return the solution of a system of linear equations, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at, pivot in enumerate(rows):
        for other in rows[at + 1 :]:
            factor = other[at] / pivot[at]
            other[at:] = [one - factor * two for one, two in zip(other[at:], pivot[at:], strict=True)]
    found = [0.0] * len(rows)
    for at in reversed(range(len(rows))):
        rest = sum(rows[at][later] * found[later] for later in range(at + 1, len(rows)))
        found[at] = (rows[at][-1] - rest) / rows[at][at]
    return found


def named(values: Vector) -> dict[str, float]:
    """Return fitted weights by the names that they have in the table."""
    names = [name for name in weights() if name.startswith("trust_")]
    return {name: round(value, 2) for name, value in zip(names, values, strict=True)}


def counts_of(file: str, found: dict[str, float]) -> Counter[str]:
    """Return the counts of a batch of tickets under fitted weights."""
    counts: Counter[str] = Counter()
    for ticket in tickets_of(TICKETS / file):
        draft = Draft(ticket.reply)
        counts.update(
            judged(
                ticket, states_of(prepared(draft, ticket.mail), draft, ticket.mail, {**weights(), **found})
            )
        )
    return counts


def main() -> None:
    """Print what each batch gets from the others, then the table."""
    rows = [*ticket_rows(), *reply_rows(), *thread_rows()]
    whole: Counter[str] = Counter()
    for file in sorted({row.file for row in rows} - {"", _REPLIES}):
        counts = counts_of(file, named(fitted([row for row in rows if row.file != file])))
        whole.update(counts)
        _report(file, counts)
    _report("all", whole)
    print("\n".join(f"{name} = {value}" for name, value in named(fitted(rows)).items()))


def _report(name: str, counts: Counter[str]) -> None:
    print(
        f"{name}, fitted without it: "
        f"open flagged {counts['open flagged'] / counts['open']:.3f} of {counts['open']}, "
        f"dealt with falsely flagged {counts['dealt flagged'] / counts['dealt']:.3f} of {counts['dealt']}"
    )


if __name__ == "__main__":
    main()
