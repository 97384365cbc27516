"""How long a library takes to load, to look for changes, and to save one article.

    python tests/benchmarks/library_load.py [FOLDER …]

Without folders: the starter library, and the document sets of the evaluation data (THRICE_DATA, else
``../shared/data``), each unpacked into a folder of its own for the time of the run.
"""

import os
import resource as system_resource
import shutil
import statistics
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from kb_content.library import Library  # noqa: E402

ROUNDS = 5
DATA = Path(os.environ.get("THRICE_DATA", ROOT.parent / "shared" / "data")) / "kb_docs"


def folders(unpacked: Path) -> Iterator[Path]:
    """The folders to measure on."""
    yield ROOT / "kb_content" / "starter"
    if not DATA.is_dir():
        print(f"skipped: the document sets are not at {DATA} (THRICE_DATA)")
        return
    yield from (DATA / name for name in ("bitwarden", "fly", "mattermost-handbook"))
    for archive in ("office-dev.tar.gz", "vba.tar.gz"):
        with tarfile.open(DATA / archive) as tar:
            tar.extractall(unpacked, filter="data")
        yield unpacked / archive.removesuffix(".tar.gz")


def median_ms(act: Callable[[], object]) -> float:
    """Milliseconds of an act, the median of five."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def measure(folder: Path) -> None:
    """Print one line about a library."""
    load = median_ms(lambda: Library.open(folder))
    library = Library.open(folder)
    look = median_ms(library.refresh)
    print(
        f"{folder.name:22} {len(library.articles):7} articles {len(library.problems):5} problems"
        f"  load {load:8.1f} ms  look for changes {look:7.1f} ms  save {save_ms(folder):6.1f} ms"
    )


def save_ms(folder: Path) -> float:
    """Milliseconds of saving one article, in a copy: what is measured on stays as it is."""
    with tempfile.TemporaryDirectory() as copies:
        copy = Path(copies) / folder.name
        shutil.copytree(folder, copy, copy_function=shutil.copyfile)
        for place in [copy, *(path for path in copy.rglob("*") if path.is_dir())]:
            place.chmod(0o700)
        library = Library.open(copy)
        article_id = next(iter(library.articles))

        def save() -> None:
            article = library.articles[article_id]
            body = f"{article.body}\n{time.perf_counter_ns()}"
            library.save_article(article_id, body=body, expected_revision=article.revision)

        return median_ms(save)


def main() -> None:
    """Measure the folders of the command line, or the usual ones."""
    with tempfile.TemporaryDirectory() as unpacked:
        for folder in map(Path, sys.argv[1:]) if sys.argv[1:] else folders(Path(unpacked)):
            measure(folder)
    print(f"most memory {system_resource.getrusage(system_resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
