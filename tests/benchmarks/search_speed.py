"""How fast the search answers as one types, and how fast it learns, at growing sizes.

Run: ``python tests/benchmarks/search_speed.py [SIZE …] [--engines thrice,fts5,whoosh,tantivy] [--slow]
[--fresh]`` (default 1000 10000 100000). Articles of about 350 words are made of passages of real help
pages. Every prefix of 200 queries is typed into ours; the others get every fifth query, above 10,000
articles every fortieth, and all get excerpts made of twenty hits. Each engine builds and answers in
processes of its own, so that its memory is its own. Wall-clock times are followed by the processor's,
which a busy machine does not change.

Indexes are kept in ``thrice-search-speed`` in the system's folder for temporary files, and used again:
those of the others always, ours above 10,000 articles as long as its code is the same; a build time is
then that of the day it was built. ``--fresh`` builds all anew. Whoosh's own index of 100,000 articles takes
some 10 to 25 minutes to build: it is left out until ``--slow`` has built it once.
"""

import argparse
import hashlib
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from search_library import MadeLibrary  # noqa: E402
from search_sets import DATA, available  # noqa: E402
from search_speed_engines import ENGINES, Ask  # noqa: E402

from kb_content.library import Changes  # noqa: E402
from search.index import Index  # noqa: E402

KEPT = Path(tempfile.gettempdir()) / "thrice-search-speed"
SIZES = (1_000, 10_000, 100_000)
QUERIES = 200
LARGE = 10_000
SAVES = 20


def typed() -> list[str]:
    """Return questions of customers and titles of pages, as somebody would type them."""
    faq = (DATA / "kb_docs/bitwarden.faq.jsonl").read_text(encoding="utf-8").splitlines()
    titles = (DATA / "kb_docs/office-dev.known_item.dev.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in faq[: QUERIES // 2]]
    return questions + [json.loads(line)["text"] for line in titles[: QUERIES - len(questions)]]


def timed(ask: Ask, queries: Sequence[str]) -> tuple[list[float], list[float]]:
    """Return the wall-clock and processor milliseconds of every keystroke, each list in order of size."""
    wall, busy = [], []
    for query in queries:
        for end in range(1, len(query) + 1):
            started, worked = time.perf_counter(), time.process_time()
            ask(query[:end])
            busy.append((time.process_time() - worked) * 1000.0)
            wall.append((time.perf_counter() - started) * 1000.0)
    return sorted(wall), sorted(busy)


def megabytes() -> float:
    """Return the most memory that this process held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def kept(name: str, size: int) -> Path:
    """Return the folder of an engine's index; ours has one for each state of the code."""
    parts = [*sorted((ROOT / "search").glob("*.py")), *sorted((ROOT / "resources/words").iterdir())]
    state = hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()[:12]
    return KEPT / f"{name}-{size}{f'-{state}' if name == 'thrice' else ''}"


def build(name: str, size: int) -> None:
    """Build an index into its folder, with a note of what it took."""
    folder = kept(name, size)
    shutil.rmtree(folder, ignore_errors=True)
    library = MadeLibrary(size)
    made = folder.with_name(folder.name + ".making")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    before = megabytes()
    started, worked = time.perf_counter(), time.process_time()
    ENGINES[name][1](library, made)
    took = {
        "seconds": time.perf_counter() - started,
        "busy": time.process_time() - worked,
        "library": before,
        "peak": megabytes(),
        "day": time.strftime("%d %B"),
    }
    (made / "took.json").write_text(json.dumps(took), encoding="utf-8")
    made.rename(folder)


def measure(name: str, size: int) -> None:
    """Print the row of an engine whose index is built."""
    folder = kept(name, size)
    took = json.loads((folder / "took.json").read_text(encoding="utf-8"))
    file = sum(part.stat().st_size for part in folder.rglob("*") if part.is_file()) / 1e6
    queries = typed() if name == "thrice" else typed()[:: 5 if size <= LARGE else 40]
    ask = ENGINES[name][2](folder)
    ask("warm up")
    wall, busy = timed(ask, queries)
    late = int(len(wall) * 0.95)
    print(
        f"| {size:,} | {ENGINES[name][0]} | {took['seconds']:.1f} | {took['busy']:.1f}"
        f" | {statistics.median(wall):.1f} | {wall[late]:.1f} | {wall[-1]:.0f}"
        f" | {statistics.median(busy):.1f} | {busy[late]:.1f} | {len(wall):,} | {file:.0f}"
        f" | {took['peak'] - took['library']:.0f} | {megabytes():.0f} | {took['day']} |",
        flush=True,
    )


def measure_saving(size: int) -> None:
    """Print what it costs until a saved article is found, in a library of a size."""
    index = Index.open(kept("thrice", size) / "index.sqlite")
    library = MadeLibrary(min(size, 1_000))  # its articles are the first of those that are indexed
    before = dict(library.articles)
    saves = []
    for at, (name, article) in enumerate(list(before.items())[:SAVES]):
        word = f"zebra{time.time_ns()}"
        body = article.body + f"\n\n{word} now"
        library.articles[name] = replace(article, body=body, revision=word)
        started = time.perf_counter()
        index.sync(library, only=Changes(changed=frozenset({f"article:{name}"})))  # type: ignore[arg-type]
        assert index.search(word).hits[0].id == name, at
        saves.append((time.perf_counter() - started) * 1000.0)
    library.articles |= before
    back = frozenset(f"article:{name}" for name in list(before)[:SAVES])
    index.sync(library, only=Changes(changed=back))  # type: ignore[arg-type]
    index.close()
    print(f"<!-- {size:,}: saved and found p50 {statistics.median(saves):.0f} ms, most {max(saves):.0f} -->")


def run(*arguments: str) -> None:
    """Run a part of the benchmark in a process of its own."""
    subprocess.run([sys.executable, __file__, *arguments], check=True)


def main() -> None:
    """Measure at each size and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int)
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--slow", action="store_true")
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--part", choices=("build", "measure", "saving"))
    wanted = parser.parse_args()
    sizes, names = wanted.sizes or SIZES, wanted.engines.split(",")
    if not available():
        print("The real pages are not here (THRICE_DATA): nothing is measured.")
        return
    if wanted.part:
        parts = {"build": build, "measure": measure}
        parts[wanted.part](names[0], sizes[0]) if wanted.part in parts else measure_saving(sizes[0])
        return
    if find_spec("tantivy") is None and "tantivy" in names:
        print("tantivy is not installed (pip install tantivy): left out")
        names.remove("tantivy")
    print(
        "| articles | engine | build s | CPU s | p50 ms | p95 ms | most | p50 CPU ms | p95 CPU ms"
        " | keystrokes | file MB | build MB | asking MB | built |"
    )
    print("|" + "---|" * 14, flush=True)
    for size in sizes:
        for name in names:
            again = wanted.fresh or (name == "thrice" and size <= LARGE)
            is_kept = (kept(name, size) / "took.json").is_file()
            if name == "whoosh" and size > LARGE and not (is_kept or wanted.slow):
                print(f"<!-- {size:,}: Whoosh is left out; --slow builds its index once -->", flush=True)
                continue
            if again or not is_kept:
                run(str(size), "--engines", name, "--part", "build")
            run(str(size), "--engines", name, "--part", "measure")
            if name == "thrice":
                run(str(size), "--part", "saving")


if __name__ == "__main__":
    main()
