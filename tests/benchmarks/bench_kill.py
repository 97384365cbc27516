"""What a kill -9 while typing costs: the real window types, is killed, and the desk is read again.

Each run starts the program offscreen on the same data folder, opens a ticket, types 12 keys a
second, and is killed at a random moment. Nothing that was typed a second before may be missing, and
the desk has to open.

    python3 dev.py bench bench_kill             (200 runs; THRICE_KILL_RUNS=20 for fewer)
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

RUNS = int(os.environ.get("THRICE_KILL_RUNS", "200"))
KEY_MS = 83

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


def main() -> None:
    """Print how many desks could not be read and how old the oldest lost key was."""
    from composer.tickets.desk import Desk

    dice = random.Random(7)
    unreadable, oldest_lost, keys = 0, 0.0, 0
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir()
        desk = Desk.open(data / "desk.sqlite")
        ticket = desk.add_mail((ROOT / "resources/demo/01-subscription-questions.eml").read_bytes())
        desk.close()
        for run in range(RUNS):
            typed = Path(folder) / f"typed-{run}"
            killed_at = _type_and_kill(data, typed, dice.uniform(0.5, 4.0))
            try:
                desk = Desk.open(data / "desk.sqlite")
                saved = len(desk.draft(ticket.id).text)
                desk.close()
            except Exception as error:
                unreadable += 1
                print(f"run {run}: {error}")
                continue
            lines = [line.split("\t") for line in typed.read_text().splitlines() if line.count("\t") == 1]
            keys += len(lines)
            lost = [killed_at - float(at) for at, length in lines if int(length) > saved]
            oldest_lost = max([oldest_lost, *lost])
    print(
        f"{RUNS} kills, {keys} keys: {unreadable} unreadable desks, oldest lost key {oldest_lost:.2f} s old"
    )


def _type_and_kill(data: Path, typed: Path, seconds: float) -> float:
    """Start the window, let it type for some seconds, kill it, and return the moment of the kill."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", CHILD, str(data), str(typed), str(ROOT), str(KEY_MS)]
    child = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    deadline = time.time() + 60
    while not (typed.exists() and typed.stat().st_size) and time.time() < deadline:
        time.sleep(0.02)
    time.sleep(seconds)
    killed_at = time.time()
    child.send_signal(signal.SIGKILL)
    child.wait()
    return killed_at


if __name__ == "__main__":
    main()
