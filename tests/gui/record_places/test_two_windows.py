"""Two windows on one library: each sees what the other saves, and neither writes over the other."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.paths import DataPaths
from desktop.work.collaborators import Clock
from tests.gui.running_program import running

REFUNDS = "articles/billing/refunds.md"


@pytest.fixture
def other(qapp: QApplication, window: Any, tmp_path: Path, clock: Clock) -> Iterator[Any]:
    """A colleague's window: the same folder, a desk and an index of its own."""
    paths = DataPaths(tmp_path / "colleague")
    paths.prepare()
    with running(
        qapp, paths=paths, clock=clock, library=window.folder, size=(1280, 800), agent_name="Bo Example"
    ) as program:
        made = type(window)(program, window.folder)
        made.run("go-library")
        yield made
        made.settle()


def edit(window: Any) -> Any:
    """Open the article on refunds in a window's editor."""
    window.run("go-library")
    window.places.show_record("article", "refunds")
    window.settle()
    window.run("edit-record")
    assert window.places.library_editor.title.text() == "Refunds"
    return window.places.library_editor


def test_what_one_saves_the_other_shows_and_finds(qtbot: QtBot, window: Any, other: Any) -> None:
    """Without anybody pressing a key there."""
    edit(window).title.setText("Money back")
    window.run("save-record")
    qtbot.waitUntil(lambda: "Money back" in other.titles(), timeout=10_000)
    other.settle()
    other.places.library_screen.search.setText("money back")
    other.settle()
    assert other.titles()[0] == "Money back"


def test_two_who_write_at_once_lose_nothing(qtbot: QtBot, window: Any, other: Any) -> None:
    """The second is told while writing, and keeps both changes."""
    mine, theirs = edit(window), edit(other)
    mine.title.setText("Money back")
    theirs.body.document().find("five").insertText("six")
    window.run("save-record")
    qtbot.waitUntil(lambda: not theirs.problem.isHidden(), timeout=10_000)
    assert theirs.problem.words.text() == "The file was changed outside while you are writing."
    choices = {button.text(): button for button in theirs.problem.findChildren(QPushButton)}
    choices["Keep mine"].click()
    other.run("save-record")
    text = window.text_of(REFUNDS)
    assert "title: Money back" in text
    assert "Banks take six days." in text


def test_two_windows_share_one_index(qtbot: QtBot, window: Any, tmp_path: Path) -> None:
    """Both sync the same file while it is asked; what each one lacks, it finds there."""
    from search.index import Index

    with_it = Index.open(window.program.paths.index)
    try:
        for number in range(20):
            word = f"zebra{number}"
            (Path(window.folder) / f"articles/{word}.md").write_text(
                f"---\nid: {word}\ntitle: Ride a {word}\n---\n\nSlowly.\n", encoding="utf-8"
            )
            window.run("refresh-library")
            with_it.sync(window.program.library.library())
            assert [hit.id for hit in with_it.search(word).hits][:1] == [word]
    finally:
        with_it.close()
    assert window.program.window.notices.isHidden()
