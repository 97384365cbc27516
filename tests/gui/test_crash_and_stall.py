"""What nobody expected: saved first, logged under a number without anybody's words, told once."""

import logging
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.crash import CrashHandler, log, start_log, stop_log
from desktop.paths import DataPaths
from desktop.work.watchdog import Watchdog


class Heard:
    """What the handler did, in order."""

    def __init__(self, paths: DataPaths) -> None:
        self.acts: list[str] = []
        self.inside = False
        self.handler = CrashHandler(
            fault_log=paths.logs / "fault.log", save=lambda: self.acts.append("saved"), tell=self.tell
        )
        self.log = paths.logs / "thrice.log"

    def tell(self, number: str) -> None:
        self.acts.append(f"told {number}")
        if self.inside:
            self.inside = False
            sys.excepthook(KeyError, KeyError("again"), None)
            QApplication.processEvents()


@pytest.fixture
def heard(paths: DataPaths, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[Heard]:
    """A handler that is installed for the test."""
    monkeypatch.setattr(sys, "stderr", None)
    start_log(paths.logs)
    heard = Heard(paths)
    heard.handler.install()
    yield heard
    heard.handler.uninstall()
    stop_log()


def raise_secret() -> None:
    """Fail with a customer's words in the message."""
    raise ValueError("mara@shop.example wants a refund")


def test_it_saves_before_it_tells(heard: Heard) -> None:
    """And the log has the place and the kind, never the words."""
    try:
        raise_secret()
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    QApplication.processEvents()
    assert heard.acts[0] == "saved"
    number = heard.acts[1].removeprefix("told ")
    written = heard.log.read_text(encoding="utf-8")
    assert f"unexpected {number}: ValueError" in written
    assert "raise_secret" in written
    assert "mara" not in written


def test_an_error_of_a_thread_is_told_on_the_windows_thread(heard: Heard, qtbot: QtBot) -> None:
    """threading.excepthook ends here too."""
    thread = threading.Thread(target=raise_secret)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(heard.acts) == 2)


def test_a_second_error_while_one_is_told_makes_no_second_dialog(heard: Heard) -> None:
    """It is logged only."""
    heard.inside = True
    sys.excepthook(ValueError, ValueError("x"), None)
    QApplication.processEvents()
    assert len([act for act in heard.acts if act.startswith("told")]) == 1
    assert heard.log.read_text(encoding="utf-8").count("unexpected") == 2


def test_a_place_that_fails_again_and_again_is_told_once(heard: Heard) -> None:
    """A widget that can't paint would fail at every repaint; all is logged, and saved each time."""
    for _ in range(3):
        try:
            raise_secret()
        except ValueError as error:
            sys.excepthook(ValueError, error, error.__traceback__)
        QApplication.processEvents()
    assert len([act for act in heard.acts if act.startswith("told")]) == 1
    assert heard.acts.count("saved") == 3
    assert heard.log.read_text(encoding="utf-8").count("unexpected") == 3


def test_saving_that_fails_does_not_stop_the_dialog(paths: DataPaths, qapp: object) -> None:
    """The last resort reaches the agent."""
    told: list[str] = []

    def broken() -> None:
        raise OSError("disk")

    handler = CrashHandler(fault_log=paths.logs / "f", save=broken, tell=told.append)
    handler._deal_with("1234", "place")
    assert told == ["1234"]


@pytest.mark.qt_log_ignore("a warning of Qt")
def test_messages_of_qt_are_logged(heard: Heard) -> None:
    """They end in the log, with their category."""
    qWarning("a warning of Qt")
    assert "a warning of Qt" in heard.log.read_text(encoding="utf-8")


def test_uninstalling_puts_everything_back(paths: DataPaths, qapp: object) -> None:
    """The next test hears its own errors."""
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    handler = CrashHandler(fault_log=paths.logs / "f", save=lambda: None, tell=lambda _: None)
    handler.install()
    assert sys.excepthook != before[0]
    handler.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_the_watchdog_notices_a_stall(qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A slot that blocks for 300 ms is logged with its length."""
    stalls: list[int] = []
    watchdog = Watchdog(stalled=stalls.append)
    watchdog.start()
    qtbot.waitUntil(lambda: watchdog._timer.isActive())
    time.sleep(0.3)
    qtbot.waitUntil(lambda: bool(stalls))
    watchdog.stop()
    assert stalls[0] > 100
    assert watchdog.longest == stalls[0]


def test_log_is_quiet_by_itself() -> None:
    """Nothing of ours reaches the root logger, which others may print."""
    assert log.name == "thrice"
    assert logging.getLogger().handlers is not log.handlers
