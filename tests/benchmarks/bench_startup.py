"""How long from the command to a usable window, and how much memory it takes then, at growing libraries.

Usable: the window is painted, the desk is open and the queue shown, the library is read, and a ticket can
be opened, which takes the rules. Each run is a process of its own on a data folder that has been used
before, its bytecode written (in a folder of the benchmark's, so that an environment that forbids it does
not count). ``cpu`` is the processor time of the whole process until then: on a busy machine it says more.

    python3 dev.py bench bench_startup          (THRICE_STARTUP=81,2000 for some sizes, THRICE_RUNS=3)

38,182 articles are the largest set of the evaluation data, 10,000 are made of it, the others of the
starter library.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

RUNS = int(os.environ.get("THRICE_RUNS", "7"))
SIZES = tuple(map(int, os.environ.get("THRICE_STARTUP", "81,2000,10000,38182").split(",")))
VBA = Path(os.environ.get("THRICE_DATA", ROOT.parent / "shared" / "data")) / "kb_docs" / "vba.tar.gz"
FROM_STARTER = 2_000
COLUMNS = ("painted s", "queue s", "library s", "tickets s", "usable s", "cpu s", "resident MB")

CHILD = """
import os, sys, time
started = float(sys.argv[3])
sys.path.insert(0, sys.argv[4])
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from desktop.program import Program
from desktop.paths import data_paths
app = QApplication(["thrice"])
paths = data_paths(Path(sys.argv[1])); paths.prepare()
program = Program(app, paths=paths, library_folder=Path(sys.argv[2]))
program.window.show()
app.processEvents()
at = {"painted": time.time()}
def reached(what):
    at.setdefault(what, time.time())
program.library.on_change(lambda _: reached("library"))
program.ticket_ready.connect(lambda: reached("tickets"))
program.start()
# The window's thread sleeps between events, as it does for people: one that turns in a loop would take
# the interpreter away from the lanes.
look = QTimer(); look.start(10)
while len(at) < 4:
    app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    if program.queue is not None and program.lanes.writes.idle:
        reached("queue")
usable, cpu = time.time(), time.process_time()
resident = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
steps = [at[what] - started for what in ("painted", "queue", "library", "tickets")]
print(*steps, usable - started, cpu, resident)
while sys.argv[5:] and program.library.unindexed() is not None:
    app.processEvents(); time.sleep(0.01)
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


def real_library_of(articles: int, folder: Path) -> Path:
    """Unpack so many of the largest set's pages."""
    library = folder / f"library-{articles}"
    with tarfile.open(VBA) as archive:
        pages = [member for member in archive if member.name.endswith(".md")]
        archive.extractall(library, members=pages[:articles], filter="data")
    (library / "library.toml").write_text('name = "Benchmark"\n', encoding="utf-8")
    return library


def measure(library: Path, data: Path, bytecode: Path, *until_indexed: str) -> tuple[float, ...]:
    """Return what the columns say: seconds to each step, processor time, resident MB."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(bytecode)
    # The parent's clock starts before the interpreter does; that is what a person waits for.
    places = [str(data), str(library), str(time.time()), str(ROOT)]
    command = [sys.executable, "-c", CHILD, *places, *until_indexed]
    result = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return tuple(map(float, result.stdout.split()))


def main() -> None:
    """Print a table: articles, when each step was reached, memory; medians."""
    print(
        f"{'articles':>9} "
        + " ".join(f"{title:>11}" for title in COLUMNS)
        + f"   medians of {RUNS}, of large ones 3"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for articles in SIZES:
            if articles > FROM_STARTER and not VBA.is_file():
                print(f"{articles:>9} skipped: the document sets are missing (THRICE_DATA)")
                continue
            make = library_of if articles <= FROM_STARTER else real_library_of
            library, data = make(articles, folder), folder / f"data-{articles}"
            bytecode, times = folder / "bytecode", RUNS if articles <= FROM_STARTER else min(RUNS, 3)
            measure(library, data, bytecode, "until the index is built")
            runs = [measure(library, data, bytecode) for _ in range(times)]
            medians = [statistics.median(column) for column in zip(*runs, strict=True)]
            print(
                f"{articles:>9,} "
                + " ".join(f"{one:>11.2f}" for one in medians[:-1])
                + f"{medians[-1]:>12.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
