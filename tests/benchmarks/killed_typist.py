"""A window that types in a process of its own, until it is killed: what the kill benchmarks share."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

LONGEST_START_S = 60.0


def type_and_kill(child: str, arguments: Sequence[str], typed: Path, seconds: float) -> float:
    """Run a program's text, let it type for some seconds from its first key on, kill it with -9.

    ``typed`` is the file in which it notes its keys. Returns the moment of the kill (``time.time``).
    """
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    window = subprocess.Popen(
        [sys.executable, "-c", child, *arguments], env=environment, stderr=subprocess.DEVNULL
    )
    deadline = time.time() + LONGEST_START_S
    while not (typed.exists() and typed.stat().st_size) and time.time() < deadline:
        time.sleep(0.02)
    time.sleep(seconds)
    killed_at = time.time()
    window.send_signal(signal.SIGKILL)
    window.wait()
    return killed_at
