"""Which question does an answer belong to, when both are given: the data's own definition (rlists_inline).

python -m tests.benchmarks.answer_map_matching

The answers are cut as the data cuts them and only the data's questions stand to choose from, so nothing
but the evidence of the answer map is measured: no finding of questions, no cutting of a draft, no order.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from composer.draft import Draft
from composer.mail.message import Address, Message
from composer.questions.draft_units import units_of
from composer.questions.evidence import (
    Weights,
    asked_of,
    factors_of,
    norm_of,
    pair_evidence,
    weighed,
    weights,
)
from composer.questions.segments import segment_of
from composer.questions.understand import understand
from tests.benchmarks.answer_map_threads import Thread, id_of
from tests.benchmarks.questions_data import rows_of

_UNQUOTED = (0.0, 0.0, 0.0, 0.0)


def matched(threads: Sequence[Thread], weight: Weights) -> dict[str, tuple[int, int]]:
    """Return how many answers go to their question, each by itself and one to a question, of how many."""
    dice = random.Random(5)
    alone = together = count = 0
    for thread in threads:
        scores, right = _scores_of(thread, weight, dice)
        alone += sum(row.index(max(row)) == gold for row, gold in zip(scores, right, strict=True))
        together += sum(one == gold for one, gold in zip(_one_to_one(scores), right, strict=True))
        count += len(right)
    return {
        "questions and answers given, each alone": (alone, count),
        "questions and answers given, one to one": (together, count),
    }


def _scores_of(thread: Thread, weight: Weights, dice: random.Random) -> tuple[list[list[float]], list[int]]:
    """Return the evidence of each answer for each question, both in no order, and which one is right."""
    mail = understand(Message(thread["subject"], Address(), thread["question_mail"]))
    ids = [id_of(question, mail) for question in thread["questions"]]
    asked = asked_of(replace(mail, questions=tuple(each for each in mail.questions if each.id in ids)))
    numbers = [each.id for each in mail.questions if each.id in ids]
    order = dice.sample(range(len(asked)), len(asked))
    pairs = [
        (pair["answer"], numbers.index(name))
        for pair in thread["pairs"]
        if len(pair["questions"]) == 1 and (name := ids[pair["questions"][0]]) is not None
    ]
    dice.shuffle(pairs)
    factors = factors_of(weight)
    scores = []
    for answer, _ in pairs:
        segment = segment_of(units_of(Draft(answer)).units)
        norm = norm_of(segment.words, segment.small)
        values = [weighed(pair_evidence(segment, each, _UNQUOTED, norm), factors) for each in asked]
        scores.append([values[at] for at in order])
    return scores, [order.index(question) for _, question in pairs]


def _one_to_one(scores: Sequence[Sequence[float]]) -> Sequence[int]:
    """Return the best question for each answer when no two may share one."""
    if not scores:
        return ()
    ways = permutations(range(max(len(scores[0]), len(scores))), len(scores))
    return max(
        ways, key=lambda way: sum(row[at] for row, at in zip(scores, way, strict=True) if at < len(row))
    )


def main() -> None:
    """Print the figures."""
    threads = rows_of("rlists_inline")
    for name, half in (("even threads", threads[::2]), ("odd threads", threads[1::2])):
        for figure, (right, count) in matched(half, weights()).items():
            print(f"rlists_inline, {name}, {figure}: {right / count:.3f} of {count}")


if __name__ == "__main__":
    main()
