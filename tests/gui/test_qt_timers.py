"""Timers under names: each fires once, the newest act counts, and few are ever made."""

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.work.qt_timers import QtTimers


def test_each_fires_once_with_its_newest_act(qtbot: QtBot) -> None:
    """Starting a name again moves it; a name that was stopped does nothing."""
    timers = QtTimers()
    done: list[str] = []
    timers.start("a", 1, lambda: done.append("old"))
    timers.start("a", 1, lambda: done.append("new"))
    timers.start("b", 1, lambda: done.append("stopped"))
    timers.stop("b")
    timers.start("c", 2, lambda: done.append("c"))
    assert timers.is_running("a")
    assert not timers.is_running("b")
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["new", "c"]
    assert not timers.is_running("a")
    timers.deleteLater()


def test_timers_are_used_again(qtbot: QtBot) -> None:
    """Also by an act that starts its own name anew."""
    timers = QtTimers()
    done: list[int] = []

    def again() -> None:
        done.append(len(done))
        if len(done) < 20:
            timers.start(f"ticket {len(done)}", 0, again)

    timers.start("first", 0, again)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert len(timers.findChildren(QTimer)) == 1
    timers.deleteLater()
