"""Ctrl+F in an open ticket: words are found in the text that has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.reply.paper.find_row import FindRow, places_of
from desktop.reply.paper.measured_text import MeasuredText

TEXT = "Export one.\n😀 export two, exporter.\n\nNothing here. EXPORT three."


@pytest.fixture
def row(qtbot: QtBot) -> FindRow:
    """A row above a text in a window."""
    text = MeasuredText()
    qtbot.addWidget(text)
    text.resize(400, 200)
    text.open_text(TEXT)
    text.show()
    return FindRow(text, "Find", text)


def found(row: FindRow) -> tuple[str, int]:
    """Return what is selected in the text, and where."""
    text = row.parentWidget()
    assert isinstance(text, MeasuredText)
    start, end = text.selected_span()
    return TEXT[start:end], start


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("export", [0, 14, 26, 51]),
        ("EXPORT T", [14, 51]),
        ("", []),
        (" ", []),
        ("camel", []),
        ("two, exporter.\n", [21]),
    ],
)
def test_places_are_found_in_any_case(words: str, places: list[int]) -> None:
    assert places_of(words, TEXT) == places


def test_so_many_places_are_enough() -> None:
    assert len(places_of("a", "a" * 100_000)) == 2_000


def test_enter_walks_round_and_shift_enter_back(qtbot: QtBot, row: FindRow) -> None:
    row.open()
    qtbot.keyClicks(row.field, "export")
    assert (found(row), row.count.text()) == (("Export", 0), "1 of 4")
    for word, at, count in (
        ("export", 14, "2"),
        ("export", 26, "3"),
        ("EXPORT", 51, "4"),
        ("Export", 0, "1"),
    ):
        qtbot.keyClick(row.field, Qt.Key.Key_Return)
        assert (found(row), row.count.text()) == ((word, at), f"{count} of 4")
    qtbot.keyClick(row.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert found(row) == ("EXPORT", 51)


def test_more_letters_stay_at_the_place_as_long_as_they_fit(qtbot: QtBot, row: FindRow) -> None:
    row.open()
    qtbot.keyClicks(row.field, "export t")
    assert found(row) == ("export t", 14)
    qtbot.keyClicks(row.field, "h")
    assert found(row) == ("EXPORT th", 51)
    qtbot.keyClicks(row.field, "x")
    assert row.count.text() == "Not there"


def test_what_is_selected_is_looked_for(row: FindRow) -> None:
    """Words within a line; of more than that nobody looks for another one."""
    text = row.parentWidget()
    assert isinstance(text, MeasuredText)
    text.setTextCursor(text.cursor_on(14, 20))
    row.open()
    assert (row.field.text(), row.count.text()) == ("export", "2 of 4")
    text.setTextCursor(text.cursor_on(0, 20))
    row.open()
    assert row.field.text() == "export"


def test_escape_leaves_for_the_text(qtbot: QtBot, row: FindRow) -> None:
    row.open()
    assert not row.isHidden()
    qtbot.keyClick(row.field, Qt.Key.Key_Escape)
    assert row.isHidden()
