"""How fast the search answers as one types, and how fast it learns, at growing sizes.

Run: ``python tests/benchmarks/search_speed.py [SIZE …]`` (default 1000 10000). Articles of about 350
words are made of passages of real help pages. Every prefix of 200 queries is typed into ours; the others
get every fifth query, and all get excerpts made of twenty hits. Wall-clock times are followed by the
processor's, which a busy machine does not change.
"""

import json
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from search_engines import PlainFts5, Tantivy, WhooshOwn, engines  # noqa: E402
from search_library import MadeLibrary  # noqa: E402
from search_sets import DATA, available  # noqa: E402

from kb_content.library import Changes  # noqa: E402
from search.index import Index  # noqa: E402

QUERIES = 200
HITS = 20


def typed() -> list[str]:
    """Return questions of customers and titles of pages, as somebody would type them."""
    faq = (DATA / "kb_docs/bitwarden.faq.jsonl").read_text(encoding="utf-8").splitlines()
    titles = (DATA / "kb_docs/office-dev.known_item.dev.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in faq[: QUERIES // 2]]
    return questions + [json.loads(line)["text"] for line in titles[: QUERIES - len(questions)]]


def timed(ask: Callable[[str], object], queries: Sequence[str]) -> tuple[list[float], list[float]]:
    """Return the wall-clock and processor milliseconds of every keystroke, each list in order of size."""
    wall, busy = [], []
    for query in queries:
        for end in range(1, len(query) + 1):
            started, worked = time.perf_counter(), time.process_time()
            ask(query[:end])
            busy.append((time.process_time() - worked) * 1000.0)
            wall.append((time.perf_counter() - started) * 1000.0)
    return sorted(wall), sorted(busy)


def row(name: str, size: int, build: float, times: tuple[list[float], list[float]]) -> None:
    """Print a row of the table."""
    wall, busy = times
    late = int(len(wall) * 0.95)
    print(
        f"| {size:,} | {name} | {build:.1f} | {statistics.median(wall):.1f} | {wall[late]:.1f}"
        f" | {statistics.median(busy):.1f} | {busy[late]:.1f} | {len(wall):,} |",
        flush=True,
    )


def measure_ours(library: MadeLibrary, folder: Path, queries: Sequence[str]) -> None:
    """Print the row of ours, and what a saved article and memory cost."""
    index = Index.open(folder / "index.sqlite")
    counts = index.sync(library)  # type: ignore[arg-type]
    index.search("warm up")
    times = timed(lambda text: index.search(text, limit=HITS, typing=True), queries)
    row("Thrice", len(library.articles), counts.seconds, times)
    saves = []
    for at in range(20):
        name = f"a{at}"
        library.articles[name] = replace(
            library.articles[name], body=f"zebra{at} " * 50, revision=f"new {at}"
        )
        started = time.perf_counter()
        index.sync(library, only=Changes(changed=frozenset({f"article:{name}"})))  # type: ignore[arg-type]
        assert index.search(f"zebra{at}").hits[0].id == name
        saves.append((time.perf_counter() - started) * 1000.0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"<!-- {len(library.articles):,}: saved and found p50 {statistics.median(saves):.0f} ms, most"
        f" {max(saves):.0f} ms; {counts.passages:,} passages; file {counts.bytes / 1e6:.0f} MB;"
        f" peak {peak:.0f} MB with the library -->",
        flush=True,
    )
    index.close()


def measure_plain(library: MadeLibrary, folder: Path, queries: Sequence[str]) -> None:
    """Print the row of plain FTS5: the last word a prefix, an excerpt by ``snippet``."""
    started = time.perf_counter()
    PlainFts5().fill(library.documents(), folder)
    build = time.perf_counter() - started
    run = sqlite3.connect(folder / "plain.sqlite").execute

    def ask(text: str) -> object:
        words = [f'"{word}"' for word in text.replace('"', " ").split()]
        if not words:
            return []
        match = " OR ".join([*words[:-1], words[-1] + "*"])
        return run(
            "SELECT title, snippet(page, 1, '[', ']', '…', 30) FROM page WHERE page MATCH ?"
            " ORDER BY rank LIMIT ?",
            (match, HITS),
        ).fetchall()

    row("FTS5 porter", len(library.articles), build, timed(ask, queries))


def measure_whoosh(library: MadeLibrary, folder: Path, queries: Sequence[str]) -> None:
    """Print the row of Whoosh's own index, with its own highlights; no prefix, which takes it seconds."""
    started = time.perf_counter()
    engine = WhooshOwn()
    engine.fill(library.documents(), folder)
    build = time.perf_counter() - started

    def ask(text: str) -> object:
        hits = engine.results(text, HITS)
        return [hit.highlights("body") for hit in hits]

    row("Whoosh BM25F (no prefix)", len(library.articles), build, timed(ask, queries))


def measure_tantivy(library: MadeLibrary, folder: Path, queries: Sequence[str]) -> None:
    """Print the row of tantivy, with its own snippets; no prefix, which its parser does not have."""
    started = time.perf_counter()
    engine = Tantivy()
    engine.fill(library.documents(), folder)
    build = time.perf_counter() - started
    row(
        "tantivy (no prefix)",
        len(library.articles),
        build,
        timed(lambda t: engine.snippets(t, HITS), queries),
    )


def main() -> None:
    """Measure at each size and print the table."""
    if not available():
        print("The real pages are not here (THRICE_DATA): nothing is measured.")
        return
    queries = typed()
    print("| articles | engine | build s | p50 ms | p95 ms | p50 CPU ms | p95 CPU ms | keystrokes |")
    print("|---|---|---|---|---|---|---|---|")
    for size in [int(size) for size in sys.argv[1:]] or [1_000, 10_000]:
        library = MadeLibrary(size)
        others = [measure_plain, measure_whoosh, *([measure_tantivy] if Tantivy in engines() else [])]
        for measure, asked in ((measure_ours, queries), *((other, queries[::5]) for other in others)):
            with tempfile.TemporaryDirectory() as folder:
                measure(library, Path(folder), asked if size <= 10_000 else asked[::8])


if __name__ == "__main__":
    main()
