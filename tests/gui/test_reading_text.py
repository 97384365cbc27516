"""The words that are marked in a text to be read, and its measure."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from desktop.library.reading_text import ReadingText


@pytest.fixture
def text(qtbot: QtBot) -> ReadingText:
    """A text on a page of its own."""
    text = ReadingText()
    qtbot.addWidget(text)
    text.resize(400, 300)
    text.show()
    return text


@pytest.mark.parametrize(
    ("written", "words", "marked"),
    [
        ("A csv file, csv_file and CSVs; CSV.", ("csv",), ["csv", "CSV"]),
        ("A csv file and a csv.", ("csv", "csv file", "file"), ["csv file", "csv"]),
        ("Straße 😀 und Refund", ("refund", "straße"), ["Straße", "Refund"]),
        ("İstanbul, İ and a refund", ("refund",), ["refund"]),
        ("Nothing of it", ("", "thing"), []),
    ],
)
def test_whole_words_are_marked(text: ReadingText, written: str, words: list[str], marked: list[str]) -> None:
    """In any case, the longest of those that begin at one place, none inside another."""
    text.show_page(f"<p>{written}</p>", words)
    assert [selection.cursor.selectedText() for selection in text.extraSelections()] == marked


def test_at_most_300_are_marked(text: ReadingText) -> None:
    """The first ones."""
    text.show_page(f"<p>{'one two ' * 400}</p>", ("one", "two"))
    assert len(text.extraSelections()) == 300


def test_a_text_keeps_its_measure_when_its_page_gets_wider_or_narrower(text: ReadingText) -> None:
    """It is laid out for the width that there is, up to a line that is good to read."""
    text.show_page(f"<p>{'word ' * 400}</p>", ())
    high = text.document().size().height()
    text.resize(QSize(900, 300))
    wide = text.document().size().height()
    assert wide < high
    text.resize(QSize(1_800, 300))
    assert text.document().size().height() == wide
    text.resize(QSize(400, 300))
    assert text.document().size().height() == high
