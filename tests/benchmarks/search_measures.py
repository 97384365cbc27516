"""Measures of a ranking: nDCG@10, MRR@10, recall@10, hit@1, each between 0 and 1."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Measured:
    """Means over the queries of one set."""

    queries: int
    ndcg: float
    mrr: float
    recall: float
    first: float


def ndcg(ranked: Sequence[str], relevant: Mapping[str, int]) -> float:
    """Return nDCG@10 with gains of 2^grade - 1."""
    gained = sum((2 ** relevant.get(one, 0) - 1) / log2(at + 2) for at, one in enumerate(ranked[:DEPTH]))
    best = sorted(relevant.values(), reverse=True)[:DEPTH]
    return gained / sum((2**grade - 1) / log2(at + 2) for at, grade in enumerate(best))


def reciprocal_rank(ranked: Sequence[str], relevant: Mapping[str, int]) -> float:
    """Return one over the place of the first relevant document, if it is among the first ten."""
    return next((1.0 / (at + 1) for at, one in enumerate(ranked[:DEPTH]) if one in relevant), 0.0)


def measure(rankings: Iterable[tuple[Sequence[str], Mapping[str, int]]]) -> Measured:
    """Return the means over rankings with what was relevant; those with nothing relevant are left out."""
    judged = [(ranked, relevant) for ranked, relevant in rankings if relevant]

    def mean(of: Callable[[Sequence[str], Mapping[str, int]], float]) -> float:
        return sum(of(ranked, relevant) for ranked, relevant in judged) / max(len(judged), 1)

    return Measured(
        len(judged),
        mean(ndcg),
        mean(reciprocal_rank),
        mean(lambda ranked, relevant: len(set(ranked[:DEPTH]) & relevant.keys()) / len(relevant)),
        mean(lambda ranked, relevant: float(bool(ranked) and ranked[0] in relevant)),
    )
