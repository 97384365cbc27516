"""How well the search ranks, beside plain FTS5, Whoosh's own index and tantivy, on the judged sets.

Run: ``python tests/benchmarks/search_relevance.py [--large]``. The weights were tuned on one half of the
queries of the development sets (``tune``) and are reported on the other (``report``).
"""

import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from search_engines import engines  # noqa: E402
from search_measures import Measured, measure  # noqa: E402
from search_nothing_fits import measure_nothing_fits  # noqa: E402
from search_sets import JudgedSet, available, other_sets, support_sets  # noqa: E402
from search_typos import measure_typos  # noqa: E402

DEPTH = 12  # one more than the ten that are measured may be the page a question is from


def measured(judged: JudgedSet) -> Iterator[tuple[str, dict[str, Measured]]]:
    """Yield each engine's name and its measures by half (``tune``, ``report``, ``all``)."""
    queries = [query for query in judged.queries if query.relevant]
    for make in engines():
        engine = make()
        with tempfile.TemporaryDirectory() as folder:
            engine.fill(judged.documents, Path(folder))
            found = [[one for one in engine.find(q.text, DEPTH) if one != q.without] for q in queries]
        pairs = list(zip(queries, found, strict=True))
        yield (
            engine.name,
            {
                half: measure((ids, q.relevant) for q, ids in pairs if half in {q.half, "all"})
                for half in ("tune", "report", "all")
            },
        )


def main() -> None:
    """Measure all sets and print the tables."""
    if not available():
        print("The judged sets are not here (THRICE_DATA): nothing is measured.")
        return
    started = time.perf_counter()
    results: dict[str, dict[str, dict[str, Measured]]] = {}
    support: dict[str, bool] = {}
    print(
        "| set | engine | queries | nDCG@10 | MRR@10 | recall@10 | P@1 | nDCG tune half | nDCG report half |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for judged in (*support_sets(), *other_sets(large="--large" in sys.argv)):
        support[judged.name] = judged.support
        for name, halves in measured(judged):
            results.setdefault(name, {})[judged.name] = halves
            m = halves["all"]
            print(
                f"| {judged.name} | {name} | {m.queries} | {m.ndcg:.3f} | {m.mrr:.3f} | {m.recall:.3f}"
                f" | {m.first:.3f}"
                f" | {halves['tune'].ndcg:.3f} | {halves['report'].ndcg:.3f} |",
                flush=True,
            )
    print_means(results, support)
    measure_typos()
    measure_nothing_fits()
    print(f"\n{time.perf_counter() - started:.0f} s")


def print_means(results: dict[str, dict[str, dict[str, Measured]]], support: dict[str, bool]) -> None:
    """Print the mean nDCG@10 over the support sets and over all sets."""
    print(
        "\n| mean nDCG@10 | support, all | support, tune | support, report | every set, all | tune | report |"
    )
    print("|---|---|---|---|---|---|---|")
    for name, sets in results.items():
        cells: dict[bool, list[str]] = defaultdict(list)
        for only_support in (True, False):
            chosen = [halves for one, halves in sets.items() if support[one] or not only_support]
            for half in ("all", "tune", "report"):
                cells[only_support].append(f"{statistics.mean(halves[half].ndcg for halves in chosen):.3f}")
        print(f"| {name} | {' | '.join(cells[True] + cells[False])} |")


if __name__ == "__main__":
    main()
