"""What a kill -9 while typing costs: the real window types, is killed, and the desk is read again.

Each run starts the program offscreen on a data folder, opens a ticket, types 12 keys a second, and is
killed at a random moment. Nothing that was typed a second before may be missing, and the desk has to
open. Several typists work at once, each on a folder of its own that outlives all of its kills; 200 kills
take some six minutes on two cores.

    python3 dev.py bench bench_kill      (THRICE_KILL_RUNS=20 for fewer, THRICE_KILL_TYPISTS=1 for one)
"""

import os
import random
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from killed_typist import type_and_kill  # noqa: E402

RUNS = int(os.environ.get("THRICE_KILL_RUNS", "200"))
TYPISTS = int(os.environ.get("THRICE_KILL_TYPISTS", "2"))
KEY_MS = 83
TYPED_S = (0.5, 3.5)
"""Between these the moment of the kill is drawn, in seconds after the first key."""

CHILD = """
import sys, time
sys.path.insert(0, sys.argv[3])
from pathlib import Path
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QApplication
from desktop.paths import data_paths
from desktop.program import Program
app = QApplication(["thrice"])
program = Program(app, paths=data_paths(Path(sys.argv[1])))
typed = open(sys.argv[2], "a", encoding="utf-8")
keys = iter("the quick brown fox answers every question of the mail " * 400)
def press():
    editor = program.ticket.reply.editor
    app.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, next(keys)))
    typed.write(f"{time.time():.3f}\\t{len(editor.text())}\\n"); typed.flush()
timer = QTimer(); timer.timeout.connect(press)
def begin():
    program.open_ticket(program.desk.tickets()[0].id)
    wait.start(20)
def opened():
    if program.ticket.reply.editor.text():
        wait.stop(); timer.start(int(sys.argv[4]))
wait = QTimer(); wait.timeout.connect(opened)
program.ticket_ready.connect(begin)
program.window.show()
program.start()
app.exec()
"""


@dataclass(slots=True)
class Losses:
    """What the kills of one typist cost; ages in seconds."""

    kills: int = 0
    keys: int = 0
    unreadable: list[str] = field(default_factory=list)
    ages: list[float] = field(default_factory=list)


def main() -> None:
    """Print how many desks could not be read and how old the oldest lost key was."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(TYPISTS) as typists:
        started = time.monotonic()
        shares = [RUNS // TYPISTS + (number < RUNS % TYPISTS) for number in range(TYPISTS)]
        works = [
            typists.submit(_typist, Path(folder) / str(number), number, share)
            for number, share in enumerate(shares)
        ]
        losses = [work.result() for work in works]
    ages = sorted(age for one in losses for age in one.ages)
    unreadable = [words for one in losses for words in one.unreadable]
    print("\n".join(unreadable), end="\n" if unreadable else "")
    print(
        f"{sum(one.kills for one in losses)} kills, {sum(one.keys for one in losses)} keys:"
        f" {len(unreadable)} unreadable desks; the oldest lost key of a kill: at most {ages[-1]:.2f} s old,"
        f" median {ages[len(ages) // 2]:.2f} s; {time.monotonic() - started:.0f} s"
    )


def _typist(folder: Path, number: int, runs: int) -> Losses:
    """Type and be killed so many times on one data folder."""
    from composer.tickets.desk import Desk

    dice, losses = random.Random(7 + number), Losses()
    data = folder / "data"
    data.mkdir(parents=True)
    desk = Desk.open(data / "desk.sqlite")
    ticket = desk.add_mail((ROOT / "resources/demo/01-subscription-questions.eml").read_bytes())
    desk.close()
    for run in range(runs):
        typed = folder / f"typed-{run}"
        places = (str(data), str(typed), str(ROOT), str(KEY_MS))
        killed_at = type_and_kill(CHILD, places, typed, dice.uniform(*TYPED_S))
        losses.kills += 1
        try:
            desk = Desk.open(data / "desk.sqlite")
            saved = len(desk.draft(ticket.id).text)
            desk.close()
        except Exception as error:
            losses.unreadable.append(f"run {run}: {error}")
            continue
        lines = [line.split("\t") for line in typed.read_text().splitlines() if line.count("\t") == 1]
        losses.keys += len(lines)
        lost = [killed_at - float(at) for at, length in lines if int(length) > saved]
        losses.ages.append(max([0.0, *lost]))
    return losses


if __name__ == "__main__":
    main()
