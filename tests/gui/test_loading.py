"""Code is loaded without harm: no class of Qt is set up in a lane, and the window is not held up."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.place_code import PLACES, PLACES_WITHOUT_QT, TICKET, TICKET_WITHOUT_QT
from desktop.work.staged_loading import StagedLoading

_MOST_AT_ONCE = 12


@pytest.mark.parametrize("modules", [PLACES_WITHOUT_QT, TICKET_WITHOUT_QT])
def test_what_a_lane_loads_knows_no_qt(modules: tuple[str, ...]) -> None:
    """Qt's classes are set up where they are defined; a lane crashed the program with it."""
    loaded = _printed_by_a_new_python(
        "import sys\nfrom desktop.work.staged_loading import load\nbefore = set(sys.modules)\n"
        f"load({modules!r})\nprint(*sorted(set(sys.modules) - before))"
    )
    assert [name for name in loaded if _is_of_the_window(name)] == []


def test_little_is_loaded_in_one_turn() -> None:
    """Each turn loads a few modules: none of them holds up the window."""
    loads = "\n".join(
        f"before = len(sys.modules); load([{name!r}]); print(len(sys.modules) - before)"
        for name in (*PLACES, *TICKET)
    )
    counts = _printed_by_a_new_python(
        "import sys\nimport desktop.program\nfrom desktop.work.staged_loading import load\n"
        f"load({PLACES_WITHOUT_QT + TICKET_WITHOUT_QT!r})\n{loads}"
    )
    assert max(map(int, counts)) <= _MOST_AT_ONCE


def test_modules_come_in_turns_then_it_is_told(qtbot: QtBot) -> None:
    """The event loop goes round between two of them."""
    told: list[str] = []
    parent = QObject()
    loading = StagedLoading(("json", "csv"), done=lambda: told.append("done"), parent=parent)
    assert told == []
    qtbot.waitUntil(lambda: told == ["done"])
    loading.stop()


def test_a_closed_program_loads_nothing_more(qtbot: QtBot) -> None:
    """What was stopped neither loads nor tells."""
    told: list[str] = []
    parent = QObject()
    StagedLoading(("json",), done=lambda: told.append("done"), parent=parent).stop()
    qtbot.wait(20)
    assert told == []


def _is_of_the_window(name: str) -> bool:
    file = getattr(importlib.import_module(name), "__file__", None) if name.startswith("desktop") else None
    return file is not None and "PySide6" in Path(file).read_text(encoding="utf-8")


def _printed_by_a_new_python(code: str) -> list[str]:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=100).stdout.split()
