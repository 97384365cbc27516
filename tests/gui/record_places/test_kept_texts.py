"""The program is killed while a record is being written: the next start offers the text, in the window."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.paths import DataPaths
from desktop.program import Clock, Program
from desktop.record_places import RecordPlaces


def choices(strip: Any) -> dict[str, QPushButton]:
    """The buttons of a strip by their words."""
    return {button.text(): button for button in strip.findChildren(QPushButton) if not button.isHidden()}


@pytest.fixture
def killed(qtbot: QtBot, window: Any, tmp_path: Path) -> DataPaths:
    """The data folder as a kill leaves it, while an article and a known issue are being written."""
    places, desk = window.places, window.program.desk
    folder = str(window.folder)
    places.show_record("article", "refunds")
    window.settle()
    window.run("edit-record")
    qtbot.keyClicks(places.library_editor.body, "Typed, not saved. ")
    places.library_editor.form.fields["tags"].input.set_text("billing\nmoney")
    window.run("go-known-issues")
    window.run("new-known-issue")
    qtbot.keyClicks(places.issues_editor.title, "Mails are late")
    qtbot.waitUntil(lambda: len(desk.record_drafts(folder)) == 2, timeout=5_000)
    shutil.copytree(tmp_path / "data", tmp_path / "killed")
    window.run("go-queue")
    return DataPaths(tmp_path / "killed")


@pytest.fixture
def folder(request: pytest.FixtureRequest, window: Any) -> Path:
    """The library's folder as the next start finds it."""
    found: Path = window.folder
    return found.rename(found.with_name("moved")) if getattr(request, "param", "") == "moved" else found


@pytest.fixture
def after(
    qtbot: QtBot, qapp: QApplication, window: Any, killed: DataPaths, folder: Path, clock: Clock
) -> Iterator[Any]:
    """The program, started again on what the kill left."""
    program = Program(qapp, paths=killed, clock=clock, library_folder=folder, theme="light")
    with qtbot.waitSignal(program.ready, timeout=20_000):
        program.window.resize(1280, 800)
        program.window.show()
        program.start()
    again = type(window)(program, folder)
    again.settle()
    program.window.activateWindow()
    yield again
    program.window.before_close.clear()
    again.settle()
    program.close()


@pytest.mark.parametrize("folder", ["where it was", "moved"], indirect=True)
def test_the_text_is_offered_taken_up_and_saved(qtbot: QtBot, after: Any) -> None:
    """One sentence above the list; the editor then holds every word, and saving ends the matter."""
    after.run("go-library")
    places: RecordPlaces = after.places
    strip = places.library_place.unsaved
    assert strip.isVisible()
    assert strip.words.text().startswith("“Refunds” was being written on 20 Nov")
    choices(strip)["Go on writing"].click()
    after.settle()
    editor = places.library_editor
    assert editor.isVisible()
    assert "Typed, not saved. " in editor.body.text()
    assert editor.form.fields["tags"].input.text() == "billing\nmoney"
    assert not editor.problem.isHidden()
    after.run("save-record")
    assert "Typed, not saved. " in after.text_of("articles/billing/refunds.md")
    assert not strip.isVisible()
    drafts = after.program.desk.record_drafts()
    assert [draft.kind for draft in drafts] == ["known-issue"]


def test_the_text_is_thrown_away_and_taken_back(qtbot: QtBot, after: Any) -> None:
    """The notice at the foot takes it back."""
    after.run("go-known-issues")
    strip = after.places.issues_place.unsaved
    assert strip.words.text().startswith("“Mails are late” was being written")
    choices(strip)["Throw it away"].click()
    after.settle()
    assert not strip.isVisible()
    after.program.window.notices.action.click()
    after.settle()
    assert strip.isVisible()
