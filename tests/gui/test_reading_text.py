"""The words that are marked in a text to be read, and its measure."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from desktop.library.reading_text import ReadingText
from desktop.look.theme import load_theme
from desktop.look.theme_switcher import ThemeSwitcher
from desktop.record_editor.compare_dialog import CompareDialog
from desktop.record_editor.comparison import compared
from desktop.reply.preview.mail_page_view import MailPageView
from desktop.text import TextView


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


def inks_of_links(view: TextView) -> set[str]:
    """Return the inks of what is a link in a shown text."""
    inks = set()
    block = view.document().begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            form = place.fragment().charFormat()
            if form.isAnchor():
                inks.add(form.foreground().color().name())
            place += 1
        block = block.next()
    return inks


@pytest.mark.parametrize("name", ["dark", "high-contrast"])
def test_a_text_follows_the_theme_at_the_same_place(
    text: ReadingText, themes: ThemeSwitcher, name: str
) -> None:
    """Links and marks in its inks, whoever shows it; the reader stays where they read."""
    text.show_page(f'<p><a href="kb:one">one</a> {"words " * 900}</p>', ("words",))
    text.verticalScrollBar().setValue(120)
    themes.choose(name)
    colour = load_theme(name).colour
    assert inks_of_links(text) == {colour["accent"].lower()}
    assert text.extraSelections()[0].format.background().color().name() == colour["mark"].lower()
    assert text.verticalScrollBar().value() == 120


def test_versions_side_by_side_follow_the_theme(qtbot: QtBot, themes: ThemeSwitcher) -> None:
    """What differs stands on the theme's grounds, also when it changes while they are open."""
    dialog = CompareDialog(None, compared("one\ntwo\n", "one\nthree\n"))
    qtbot.addWidget(dialog)
    dialog.show()
    for name in ("dark", "high-contrast", "light"):
        themes.choose(name)
        soft = load_theme(name).colour["warn_soft"].lower()
        assert all(soft in view.toHtml() for view in (dialog.left, dialog.right))


def test_a_composed_reply_has_lines_that_are_good_to_read(qtbot: QtBot) -> None:
    """As wide as the page, on a large screen as wide as a mail window."""
    page = MailPageView()
    qtbot.addWidget(page)
    page.show()
    page.show_page(f"<p>{'word ' * 400}</p>", dark=False)
    for width in (400, 2_000):
        page.resize(width, 300)
        assert page.document().textWidth() == min(page.viewport().width(), 760)
