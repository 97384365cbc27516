"""How long from the command to a usable window, and how much memory it takes then.

Usable: the window is painted, the desk is open, the library is read. Each run is a process of its
own on a data folder that has been used before, with a library of the given number of articles.

    python3 dev.py bench bench_startup
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 7

CHILD = """
import os, sys, time
started = float(sys.argv[3])
sys.path.insert(0, sys.argv[4])
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.program import Program
from desktop.paths import data_paths
app = QApplication(["thrice"])
paths = data_paths(Path(sys.argv[1])); paths.prepare()
program = Program(app, paths=paths, library_folder=Path(sys.argv[2]))
program.window.show()
app.processEvents()
painted = time.time()
state = {"desk": False, "library": False}
program.ready.connect(lambda: state.update(desk=True))
program.library.on_change(lambda _: state.update(library=True))
program.start()
while not all(state.values()):
    app.processEvents()
usable = time.time()
resident = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
print(f"{painted - started:.3f} {usable - started:.3f} {resident:.0f}")
program.library.stop()
program.close()
"""


def library_of(articles: int, folder: Path) -> Path:
    """Make a library of some articles by repeating the starter's."""
    starter = ROOT / "kb_content" / "starter"
    library = folder / f"library-{articles}"
    shutil.copytree(starter, library)
    sources = sorted((starter / "articles").rglob("*.md"))
    for number in range(articles - len(sources)):
        source = sources[number % len(sources)]
        text = source.read_text(encoding="utf-8").replace("\nid: ", f"\nid: n{number}-", 1)
        (library / "articles" / f"n{number}-{source.name}").write_text(text, encoding="utf-8", newline="")
    return library


def measure(library: Path, data: Path) -> tuple[float, float, float]:
    """Return seconds to the painted and to the usable window, and resident MB."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    # The parent's clock starts before the interpreter does; that is what a person waits for.
    import time

    command = [sys.executable, "-c", CHILD, str(data), str(library), str(time.time()), str(ROOT)]
    result = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    painted, usable, resident = map(float, result.stdout.split())
    return painted, usable, resident


def main() -> None:
    """Print a table: articles, painted, usable, memory; medians."""
    print(f"{'articles':>9} {'painted s':>10} {'usable s':>10} {'resident MB':>12}   median of {RUNS}")
    with tempfile.TemporaryDirectory() as folder:
        for articles in (81, 2000):
            library, data = library_of(articles, Path(folder)), Path(folder) / f"data-{articles}"
            runs = [measure(library, data) for _ in range(RUNS + 1)][1:]
            painted, usable, resident = (statistics.median(column) for column in zip(*runs, strict=True))
            print(f"{articles:>9} {painted:>10.2f} {usable:>10.2f} {resident:>12.0f}")


if __name__ == "__main__":
    main()
