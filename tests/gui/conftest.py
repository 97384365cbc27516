"""GUI tests draw offscreen unless told otherwise; Qt's messages and whatever is left behind fail them."""

import gc
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("THRICE_NO_MOTION", "1")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.look.theme_switcher import ThemeSwitcher
from desktop.paths import DataPaths
from desktop.work.background import Lanes
from desktop.work.mail_worker import MailWorker

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def pytest_configure(config: pytest.Config) -> None:
    """Offscreen, Qt says that it has no window manager; that is no fault of a test."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")
    config.addinivalue_line("qt_log_ignore", "This plugin does not support raise")
    config.addinivalue_line("qt_log_ignore", "This plugin does not support grabbing the keyboard")
    config.addinivalue_line("qt_log_ignore", "QFont::fromString: Invalid description")


def pytest_runtest_logfinish() -> None:
    """Collect what a test left, now that pytest has let go of it too.

    Here, on the window's thread: collected in a thread of a later test, a timer would crash it. What
    lives on (modules, caches) need not be looked through again after every test.
    """
    gc.collect()
    gc.freeze()


class _KeptWorker(MailWorker):
    """A mail worker whose process outlives the program that asks it."""

    def close(self) -> None:
        """Stay: the next test's program needs a mail read, too."""

    def end(self) -> None:
        """End the process."""
        super().close()


class _LaneImports(MetaPathFinder):
    """Hears what is imported outside the window's thread; of what defines classes of Qt nothing may be."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find nothing, and write down what should not be looked for here."""
        if threading.current_thread() is not threading.main_thread() and fullname.startswith("desktop"):
            spec = PathFinder.find_spec(fullname, path, target)
            if spec and spec.origin and "PySide6" in Path(spec.origin).read_text(encoding="utf-8"):
                self.heard.append(fullname)
        return None


@pytest.fixture(scope="session", autouse=True)
def _no_lane_defines_classes_of_qt() -> Iterator[None]:
    """PySide crashed now and then when a lane did (see desktop.work.staged_loading)."""
    imports = _LaneImports()
    sys.meta_path.insert(0, imports)
    yield
    sys.meta_path.remove(imports)
    assert imports.heard == []


@pytest.fixture(scope="session", autouse=True)
def _one_mail_process() -> Iterator[None]:
    """All programs of a run share one mail process, which takes longer to start than they do."""
    kept = _KeptWorker()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.program.MailWorker", lambda: kept)
        yield
    kept.end()


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Threads that a test started and left running fail it; its widgets are deleted."""
    before = set(threading.enumerate())
    shown_before = set(QApplication.topLevelWidgets())
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication):
        for widget in app.topLevelWidgets():
            if not widget.parent() and widget not in shown_before:
                widget.close()
                widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        app.processEvents()
        # Offscreen the clipboard is a static of Qt's: at exit it would delete what we copied after Python.
        app.clipboard().clear()
    # Threads of Qt's pool show up as dummies; they end with their lane, which the test shuts down.
    left = [
        thread.name
        for thread in set(threading.enumerate()) - before
        if thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]
    assert not left, f"threads left running: {left}"


@pytest.fixture
def lanes(qapp: QApplication) -> Iterator[Lanes]:
    """The two lanes, shut down at the end."""
    lanes = Lanes()
    yield lanes
    lanes.shutdown()


@pytest.fixture
def themes(qapp: QApplication) -> Iterator[ThemeSwitcher]:
    """The application in the light theme."""
    switcher = ThemeSwitcher(qapp, "light")
    yield switcher
    switcher.choose("light")
    switcher.deleteLater()


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    """A data folder of its own."""
    paths = DataPaths(tmp_path / "data")
    paths.prepare()
    return paths


@pytest.fixture
def clock() -> object:
    """A clock that stands at a Friday morning."""
    return lambda: NOW


@pytest.fixture
def offscreen() -> bool:
    """Whether nothing is drawn on a real screen."""
    return os.environ.get("QT_QPA_PLATFORM") == "offscreen" and sys.platform != "darwin"
