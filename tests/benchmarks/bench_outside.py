"""How soon the window knows what another editor saved: written in place, replaced, new, deleted.

``read`` is the time until the open library has it, ``found`` until the index has it too; seconds of
wall-clock time, of the program as it runs (aim: 2 s).

    python3 dev.py bench bench_outside     (1,000 and 10,000; THRICE_BENCH_ARTICLES="100000" for others)
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).parent)]

from big_library import big_library  # noqa: E402
from driven_program import Driven  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from search.index import Index  # noqa: E402

SIZES = [int(size) for size in os.environ.get("THRICE_BENCH_ARTICLES", "1000 10000").split()]
EACH = 4

Times = tuple[float, float]


def main() -> None:
    """Print a line per size and way of saving."""
    app = QApplication.instance() or QApplication(["thrice"])
    assert isinstance(app, QApplication)
    print(f"{'articles':>8} {'saved':<10} {'read, most':>11} {'found, most':>12}")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            made = big_library(size)
            library = Path(folder) / "library"
            shutil.copytree(made / "library", library)
            driven = Driven(
                app,
                Path(folder),
                library,
                prepare=lambda paths, made=made: shutil.copyfile(made / "index.sqlite", paths.index),
            )
            driven.until(lambda driven=driven: not driven.program.library.sync.is_behind(), 600)
            driven.rest(3_000)
            for way, act in (("in place", _in_place), ("replaced", _replace), ("new", _new)):
                times = list(_measured(driven, act))
                read, found = (max(column) for column in zip(*times, strict=True))
                print(f"{size:>8,} {way:<10} {read:>11.2f} {found:>12.2f}", flush=True)
            driven.program.close()


def _measured(driven: Driven, act: Callable[[Path, str], Path]) -> Iterator[Times]:
    """Save so in a few articles, the first, the last and some between, and yield how long each took."""
    files = sorted(driven.library.rglob("articles/**/*.md"))
    library = driven.program.library
    for number in range(EACH):
        word = f"zebra{time.time_ns()}"
        began = time.monotonic()
        file = act(files[number * (len(files) - 1) // (EACH - 1)], word)
        id = file.stem

        def is_read(id: str = id, word: str = word) -> bool:
            article = library.library().articles.get(id)
            return article is not None and word in article.body

        if not driven.until(is_read, 60):
            yield 60.0, 60.0
            continue
        read = time.monotonic() - began
        index = Index.open(driven.program.paths.index)

        def is_found(index: Index = index, id: str = id, word: str = word) -> bool:
            return id in [hit.id for hit in index.search(word).hits]

        driven.until(is_found, 60)
        yield read, time.monotonic() - began
        index.close()
        driven.rest(1_500)


def _in_place(file: Path, word: str) -> Path:
    with file.open("a", encoding="utf-8") as text:
        text.write(f"\n{word}.\n")
    return file


def _replace(file: Path, word: str) -> Path:
    new = file.with_suffix(".new")
    new.write_text(f"{file.read_text(encoding='utf-8')}\n{word}.\n", encoding="utf-8")
    return new.replace(file)


def _new(file: Path, word: str) -> Path:
    new = file.with_name(f"{word}.md")
    new.write_text(f"---\nid: {word}\ntitle: Ride\n---\n\nA {word}.\n", encoding="utf-8")
    return new


if __name__ == "__main__":
    main()
