"""A library of any size on disk, with its index, kept between runs: making 100,000 articles takes minutes.

It stands in the system's folder for temporary files (``thrice-benchmark-100000``), or below the folder
that ``THRICE_BENCH_CACHE`` names; delete it at will. What the index lacks is added at each start, and an
index of another form is made anew.

    python tests/benchmarks/big_library.py 100000
"""

import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from kb_content.library import Library  # noqa: E402
from search.index import Index  # noqa: E402

IN_ONE_FOLDER = 1_000
_COMPLETE = "complete"


def folder_of(articles: int) -> Path:
    """Return where a library of so many articles is kept."""
    above = os.environ.get("THRICE_BENCH_CACHE") or tempfile.gettempdir()
    return Path(above) / f"thrice-benchmark-{articles}"


def big_library(articles: int) -> Path:
    """Return the folder of a library (``library``) and its index (``index.sqlite``), made when missing."""
    folder = folder_of(articles)
    if not (folder / _COMPLETE).exists():
        _write(folder / "library", articles)
        (folder / _COMPLETE).touch()
    _bring_up_to_date(folder)
    return folder


def _write(library: Path, articles: int) -> None:
    from search_library import made_articles  # the real pages are read for this only

    library.mkdir(parents=True, exist_ok=True)
    (library / "library.toml").write_text('name = "Benchmark"\n', encoding="utf-8")
    for number, article in enumerate(made_articles(articles, seed=5)):
        place = library / "articles" / f"area-{number // IN_ONE_FOLDER:03}"
        place.mkdir(parents=True, exist_ok=True)
        title = article.title.replace("\\", " ").replace('"', "'")
        text = f'---\nid: {article.id}\ntitle: "{title}"\n---\n\n{article.body}\n'
        (place / f"{article.id}.md").write_text(text, encoding="utf-8", newline="")


def _bring_up_to_date(folder: Path) -> None:
    index = Index.open(folder / "index.sqlite")
    started, told = time.monotonic(), 0.0

    def progress(done: int, of: int) -> None:
        nonlocal told
        if time.monotonic() - told > 20:
            told = time.monotonic()
            print(f"index: {done:,} of {of:,} after {told - started:.0f} s", file=sys.stderr, flush=True)

    index.sync(Library.open(folder / "library"), progress=progress)
    index.close()


def main() -> None:
    """Make the libraries of the sizes on the command line."""
    for size in map(int, sys.argv[1:]):
        started = time.monotonic()
        print(f"{big_library(size)}: ready after {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
