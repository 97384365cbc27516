"""A library that others write in is followed: in place, replaced, without pause, deleted, back again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import library_watch
from desktop.library_watch import LibraryWatch, watched_paths
from tests.by_hand import AtOnce


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of one article in a folder of its own."""
    (tmp_path / "library" / "articles").mkdir(parents=True)
    (tmp_path / "library" / "articles" / "one.md").write_text("One.\n", encoding="utf-8")
    return tmp_path / "library"


class Watching:
    """A watch and how often it told."""

    def __init__(self, folder: Path) -> None:
        self.told = 0
        self.watch = LibraryWatch(self.tell, reads=AtOnce())
        self.watch.watch(folder)
        self.told_at_once, self.told = self.told, 0

    def tell(self) -> None:
        """Count."""
        self.told += 1


@pytest.fixture
def watching(qapp: QApplication, folder: Path) -> Iterator[Watching]:
    """A watch on the library."""
    watching = Watching(folder)
    yield watching
    watching.watch.stop()
    watching.watch.deleteLater()


def test_what_changed_before_the_watch_stood_is_told(watching: Watching) -> None:
    """The folder is walked after the library was read; what came in between is nobody's news."""
    assert watching.told_at_once == 1


def test_a_file_written_in_place_is_told_each_time(qtbot: QtBot, watching: Watching, folder: Path) -> None:
    """Its folder does not change by that."""
    for number in (1, 2):
        (folder / "articles" / "one.md").write_text(f"Edit {number}.\n", encoding="utf-8")
        qtbot.waitUntil(lambda number=number: watching.told == number, timeout=10_000)  # type: ignore[misc]


def test_a_file_that_was_replaced_is_watched_on(qtbot: QtBot, watching: Watching, folder: Path) -> None:
    """Most editors replace; the next one may write in place."""
    new = folder / "articles" / "new"
    new.write_text("Other.\n", encoding="utf-8")
    new.replace(folder / "articles" / "one.md")
    qtbot.waitUntil(lambda: watching.told > 0, timeout=10_000)
    qtbot.wait(400)
    before = watching.told
    (folder / "articles" / "one.md").write_text("In place.\n", encoding="utf-8")
    qtbot.waitUntil(lambda: watching.told > before, timeout=10_000)


def test_a_folder_without_rest_is_told_now_and_then(qtbot: QtBot, watching: Watching, folder: Path) -> None:
    """Somebody writes every few milliseconds: it is told, but not each time."""
    written: list[int] = []

    def write() -> None:
        written.append(1)
        (folder / "articles" / "one.md").write_text(f"Edit {len(written)}.\n", encoding="utf-8")

    writer = QTimer()
    writer.timeout.connect(write)
    writer.start(10)
    qtbot.waitUntil(lambda: watching.told >= 2, timeout=20_000)
    writer.stop()
    assert watching.told < len(written) / 5


def test_a_library_that_comes_back_is_watched_again(
    qtbot: QtBot, watching: Watching, folder: Path, tmp_path: Path
) -> None:
    """A disk that was taken away: found when the window comes to the front."""
    away = tmp_path / "away"
    shutil.copytree(folder, away)
    shutil.rmtree(folder)
    qtbot.waitUntil(lambda: watching.told > 0, timeout=10_000)
    qtbot.wait(400)
    shutil.copytree(away, folder)
    before = watching.told
    watching.watch._state_changed(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: watching.told > before, timeout=10_000)
    qtbot.wait(400)
    before = watching.told
    (folder / "articles" / "one.md").write_text("In place.\n", encoding="utf-8")
    qtbot.waitUntil(lambda: watching.told > before, timeout=10_000)


def test_only_what_may_be_a_record_is_watched(folder: Path) -> None:
    """Folders, Markdown and TOML; nothing hidden."""
    (folder / ".git").mkdir()
    (folder / ".git" / "x.md").write_text("", encoding="utf-8")
    (folder / "articles" / "picture.png").write_bytes(b"")
    (folder / "library.toml").write_text("", encoding="utf-8")
    names = {str(Path(path).relative_to(folder)) for path in watched_paths(folder)}
    assert names == {".", "articles", "library.toml", str(Path("articles") / "one.md")}


def test_more_files_than_the_watch_has_room_for(
    qtbot: QtBot, watching: Watching, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are looked at instead, and a file that is written in place is told too."""
    monkeypatch.setattr(library_watch, "_MOST_PATHS", 2)
    watching.watch.watch(folder)
    qtbot.wait(100)
    (folder / "articles" / "one.md").write_text("Written in place.\n", encoding="utf-8")
    qtbot.waitUntil(lambda: watching.told > 0, timeout=10_000)


def test_what_the_system_refuses_to_watch_is_looked_at(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other programs of the same user may have taken all the watches that there are."""
    monkeypatch.setattr(QFileSystemWatcher, "addPaths", lambda self, paths: list(paths))
    watching = Watching(folder)
    (folder / "articles" / "one.md").write_text("Written in place.\n", encoding="utf-8")
    qtbot.waitUntil(lambda: watching.told == 1, timeout=10_000)
    (folder / "articles" / "two.md").write_text("New.\n", encoding="utf-8")
    qtbot.waitUntil(lambda: watching.told == 2, timeout=10_000)
    watching.watch.stop()
    watching.watch.deleteLater()
