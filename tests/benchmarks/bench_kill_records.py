"""What a kill -9 costs while an article is written: the real editor types, is killed, and goes on later.

Each run starts the program offscreen on the same data folder, opens the same article (from the second
run on with what the kill before left), types 12 keys a second, and is killed at a random moment.

    python3 dev.py bench bench_kill_records     (40 runs; THRICE_KILL_RUNS=10 for fewer)
"""

import os
import random
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from killed_typist import type_and_kill  # noqa: E402

RUNS = int(os.environ.get("THRICE_KILL_RUNS", "40"))
KEY_MS = 83
TYPED_S = (0.5, 4.0)
ARTICLE = "lc-409-double-order"

CHILD = """
import sys, time
sys.path.insert(0, sys.argv[3])
from pathlib import Path
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QApplication
from desktop.paths import data_paths
from desktop.program import Program
from desktop.record_places import RecordPlaces
app = QApplication(["thrice"])
program = Program(app, paths=data_paths(Path(sys.argv[1])), library_folder=Path(sys.argv[4]))
typed = open(sys.argv[2], "a", encoding="utf-8")
keys = iter("the quick brown fox answers every question of the mail " * 400)
def press():
    body = program.window.findChild(RecordPlaces).library_editor.body
    app.sendEvent(body, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, next(keys)))
    typed.write(f"{time.time():.3f}\\t{len(body.text())}\\n"); typed.flush()
timer = QTimer(); timer.timeout.connect(press)
def begin():
    places = program.window.findChild(RecordPlaces)
    if places is None or not program.library.loaded or not program.lanes.writes.idle:
        return
    places.library_writing.edit(program.library.library().articles[sys.argv[6]])
    if places.library_place.editing:
        wait.stop(); timer.start(int(sys.argv[5]))
wait = QTimer(); wait.timeout.connect(begin); wait.start(50)
program.window.show()
program.start()
app.exec()
"""


def main() -> None:
    """Print how many desks could not be read, how old the oldest lost key was, and what is left."""
    from kb_content.resource import starter_library

    dice, ages, keys, unreadable = random.Random(7), [0.0], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        data, library = Path(folder) / "data", Path(folder) / "library"
        shutil.copytree(starter_library(), library)
        data.mkdir()
        kept: list[int] = []
        for run in range(RUNS):
            typed = Path(folder) / f"typed-{run}"
            places = (str(data), str(typed), str(ROOT), str(library), str(KEY_MS), ARTICLE)
            killed_at = type_and_kill(CHILD, places, typed, dice.uniform(*TYPED_S))
            try:
                kept = _kept(data / "desk.sqlite", library)
            except Exception as error:
                unreadable += 1
                print(f"run {run}: {error}")
                continue
            lines = [line.split("\t") for line in typed.read_text().splitlines() if line.count("\t") == 1]
            keys += len(lines)
            newest = kept[-1] if kept else 0
            ages += [killed_at - float(at) for at, length in lines if int(length) > newest]
    print(
        f"{RUNS} kills, {keys} keys: {unreadable} unreadable desks; oldest lost key {max(ages):.2f} s old;"
        f" {len(kept)} text left, of {kept[-1] if kept else 0} letters"
    )


def _kept(desk_file: Path, library: Path) -> list[int]:
    """Return how long the texts are that the desk keeps, the newest last."""
    from composer.tickets.desk import Desk
    from desktop.record_editor.kept_text import contents_of

    desk = Desk.open(desk_file)
    try:
        return [len(contents_of(draft)[1].body) for draft in desk.record_drafts(str(library))]
    finally:
        desk.close()


if __name__ == "__main__":
    main()
