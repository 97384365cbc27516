"""Fits the weights of the answer map on one half of the development threads, reports the other.

    python -m tests.benchmarks.answer_map_fit [ROUNDS]

Climbs: changes one weight at a time at random, keeps what is better. Prints the table for
``composer/questions/patterns/answer_weights.toml``.
"""

import random
import sys

from composer.questions.evidence import weights
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


def worth(cases: list[Case], weight: dict[str, float]) -> float:
    """Return how good weights are on cases."""
    return sum(AIM.get(name, 0.0) * right / count for name, (right, count) in score(cases, weight).items())


def climbed(cases: list[Case], start: dict[str, float], names: list[str], rounds: int) -> dict[str, float]:
    """Return better weights than ``start``."""
    dice = random.Random(7)
    best, value = dict(start), worth(cases, start)
    for _ in range(rounds):
        tried = dict(best)
        for name in dice.sample(names, dice.choice((1, 1, 2, 3))):
            tried[name] = round(tried[name] + dice.gauss(0, 0.35) * max(0.5, abs(tried[name])), 2)
        got = worth(cases, tried)
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
    cases = [[case for thread in threads[half::2] for case in cases_of(thread, dice)] for half in (0, 1)]
    by_hand = ("numbered", "numbered_other", "marked", "sure", "quoted_other")
    names = [name for name in weights() if not name.startswith("strength_") and name not in by_hand]
    best = climbed(cases[0], dict(weights()), names, int(sys.argv[1]) if len(sys.argv) > 1 else 200)
    for half, name in ((0, "fitted on"), (1, "other half")):
        print(name)
        for figure, (right, count) in score(cases[half], best).items():
            print(f"  {figure:52} {right / count:.3f} of {count}")
    print("\n".join(f"{name} = {best[name]}" for name in names))


if __name__ == "__main__":
    main()
