"""The program as a process of its own: started twice, asked to end, started again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60


def start(data: Path, library: Path) -> "subprocess.Popen[str]":
    """Start the window, drawn nowhere."""
    code = "import sys; from desktop.cli.main import main; sys.exit(main(sys.argv[1:]))"
    arguments = ["--data-dir", str(data), "--library", str(library)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], env=environment, stderr=subprocess.PIPE, text=True, cwd=ROOT
    )


def wait_for(file: Path) -> None:
    """Wait until a file is there."""
    deadline = time.monotonic() + PATIENCE_S
    while not file.exists():
        assert time.monotonic() < deadline, f"{file.name} never came"
        time.sleep(0.05)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no polite signal")
def test_one_window_a_folder_and_a_polite_end(tmp_path: Path) -> None:
    """The second start says one sentence and ends; a request to end closes the first in order."""
    data, library = tmp_path / "data", tmp_path / "library"
    (library / "articles").mkdir(parents=True)
    with start(data, library) as first:
        wait_for(data / "desk.sqlite")
        with start(data, library) as second:
            _, words = second.communicate(timeout=PATIENCE_S)
        assert second.returncode == 2
        assert "open already" in words
        assert words.count("\n") == 1
        first.send_signal(signal.SIGTERM)
        _, words = first.communicate(timeout=PATIENCE_S)
    assert first.returncode == 0
    assert "Traceback" not in words
    # The window's geometry is written at an orderly end only; the lock is free again.
    assert (data / "window.ini").exists()
    log = data / "logs" / "thrice.log"
    assert not log.exists() or "CRITICAL" not in log.read_text(encoding="utf-8")
