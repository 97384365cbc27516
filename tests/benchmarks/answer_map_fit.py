"""Fits the weights of the answer map on half of the development threads and our tickets, reports the other.

    python -m tests.benchmarks.answer_map_fit [ROUNDS]

Climbs: changes one weight at a time at random, keeps what is better. Prints the table for
``composer/questions/patterns/answer_weights.toml``. What ships was set by hand near what this finds, since
some hundred questions of tickets are soon learnt by heart (RESULTS.md).
"""

import random
import sys
from collections import Counter
from typing import NamedTuple

from composer.draft import Draft
from composer.questions.answer_map import states_of
from composer.questions.evidence import weights
from composer.questions.prepared_draft import Prepared, prepared
from tests.benchmarks.answer_map_own import TICKETS, Ticket, judged, tickets_of
from tests.benchmarks.answer_map_threads import Case, cases_of, score
from tests.benchmarks.questions_data import rows_of

# What each figure counts for. Without quotes no weights tell every answer that was taken out from those that
# stay; of the two faults, calling an open question answered counts more.
AIM = {
    "in order, as written": 3.0,
    "in order, as written, as shown": 3.0,
    "in order, quotes rebuilt": 1.0,
    "in order, quotes rebuilt, as shown": 1.0,
    "in order, no quotes": 0.3,
    "in order, no quotes, as shown": 0.7,
    "shuffled, no quotes": 2.0,
    "shuffled, no quotes, as shown": 1.0,
    "whole reply, no quotes": 0.5,
    "whole reply, no quotes, as shown": 0.3,
    "taken out, as written: open": 2.0,
    "taken out, as written: others answered": 3.0,
    "taken out, no quotes: open": 1.5,
    "taken out, no quotes: others answered": 1.0,
}


# What the tickets' figures count for: open is open, the others are dealt with, at their passage.
_TICKETS = (4.0, 10.0, 5.0)
# The fourth batch is counted only.
_FITTED = ("first.txt", "second.txt", "third.txt")


class Half(NamedTuple):
    """Half of the threads and half of the tickets, prepared."""

    cases: list[Case]
    tickets: list[tuple[Ticket, Draft, Prepared]]


def worth(half: Half, weight: dict[str, float]) -> float:
    """Return how good weights are."""
    threads = sum(
        AIM.get(name, 0.0) * right / count for name, (right, count) in score(half.cases, weight).items()
    )
    tickets = zip(_TICKETS, ticket_shares(half, weight), strict=True)
    return threads + sum(aim * share for aim, share in tickets)


def ticket_shares(half: Half, weight: dict[str, float]) -> tuple[float, float, float]:
    """Return how many open questions are open, how many others are dealt with, and at their passage."""
    counts: Counter[str] = Counter()
    for ticket, draft, read in half.tickets:
        counts.update(judged(ticket, states_of(read, draft, ticket.mail, weight)))
    opened, dealt = max(1, counts["open"]), max(1, counts["dealt"])
    return counts["open right"] / opened, counts["dealt right"] / dealt, counts["passage right"] / dealt


def climbed(half: Half, start: dict[str, float], names: list[str], rounds: int) -> dict[str, float]:
    """Return better weights than ``start``."""
    dice = random.Random(7)
    best, value = dict(start), worth(half, start)
    for _ in range(rounds):
        tried = dict(best)
        for name in dice.sample(names, dice.choice((1, 1, 2, 3))):
            tried[name] = round(tried[name] + dice.gauss(0, 0.35) * max(0.5, abs(tried[name])), 2)
        got = worth(half, tried)
        if got > value:
            best, value = tried, got
            print(
                f"{value:.4f}", {name: best[name] for name in names if best[name] != start[name]}, flush=True
            )
    return best


def main() -> None:
    """Fit on the even threads, report the odd ones, print the table."""
    threads = rows_of("rlists_inline")
    dice = random.Random(5)
    tickets = sorted(
        (ticket for name in _FITTED for ticket in tickets_of(TICKETS / name)),
        key=lambda ticket: ticket.name,
    )
    halves = [
        Half(
            [case for thread in threads[half::2] for case in cases_of(thread, dice)],
            [(each, (draft := Draft(each.reply)), prepared(draft, each.mail)) for each in tickets[half::2]],
        )
        for half in (0, 1)
    ]
    by_hand = ("numbered", "numbered_other", "marked", "quoted_other", "enough", "greets")
    fixed = ("strength_", "trust")
    names = [name for name in weights() if not name.startswith(fixed) and name not in by_hand]
    best = climbed(halves[0], dict(weights()), names, int(sys.argv[1]) if len(sys.argv) > 1 else 200)
    for half, name in ((0, "fitted on"), (1, "other half")):
        print(name)
        for figure, (right, count) in score(halves[half].cases, best).items():
            print(f"  {figure:52} {right / count:.3f} of {count}")
        print(
            "  tickets: open {:.3f}, dealt with {:.3f}, at their passage {:.3f}".format(
                *ticket_shares(halves[half], best)
            )
        )
    print("\n".join(f"{name} = {best[name]}" for name in names))


if __name__ == "__main__":
    main()
