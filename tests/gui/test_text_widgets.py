"""Text widgets show foreign text as it is and fetch nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import text
from desktop.look.theme import load_theme
from desktop.look.theme_switcher import ThemeSwitcher
from desktop.text import Label, TextEdit, TextView, set_tooltip, with_breakable_lines
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.pieces import chip
from desktop.window import link_dialog
from desktop.window.link_dialog import open_link, real_target

MARKUP = '<img src="file:///etc/hostname"><b>bold</b> & more'


def test_a_label_shows_markup_as_text(qtbot: QtBot, themes: ThemeSwitcher) -> None:
    """A subject with an image tag opens no file."""
    label = Label(MARKUP)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == MARKUP


def test_an_elided_label_keeps_its_text_in_the_tooltip(qtbot: QtBot, themes: ThemeSwitcher) -> None:
    """What is cut can be read, escaped."""
    label = Label(MARKUP * 5, elide=True)
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert "&lt;img" in label.toolTip()
    assert label.minimumSizeHint().width() < 40


def test_a_tooltip_is_escaped(qtbot: QtBot) -> None:
    """Tooltips guess markup; ours leave no doubt."""
    label = Label("x")
    qtbot.addWidget(label)
    set_tooltip(label, MARKUP)
    assert "<img" not in label.toolTip()
    set_tooltip(label, "")
    assert label.toolTip() == ""


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "http://x.example/a.png", "//host/share", "data:,x", ":/x"]
)
def test_a_view_serves_nothing(qtbot: QtBot, tmp_path: Path, address: str) -> None:
    """No file, no host, no share, no resource."""
    view = TextView()
    qtbot.addWidget(view)
    for kind in QTextDocument.ResourceType:
        assert view.loadResource(kind.value, QUrl(address)) is None


def test_a_link_is_told_and_not_followed(qtbot: QtBot, themes: ThemeSwitcher) -> None:
    """Who listens decides; the view stays where it is."""
    view = TextView()
    qtbot.addWidget(view)
    view.show_html('<a href="https://shop.example/a">words</a>')
    heard: list[str] = []
    view.link_activated.connect(heard.append)
    view.anchorClicked.emit(QUrl("https://shop.example/a"))
    assert heard == ["https://shop.example/a"]
    assert "words" in view.toPlainText()


def test_html_above_the_cap_is_shown_plain(
    qtbot: QtBot, themes: ThemeSwitcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two megabytes of markup are text."""
    monkeypatch.setattr(text, "MAX_SHOWN_HTML", 20)
    view = TextView()
    qtbot.addWidget(view)
    view.show_html("<b>" + "x" * 40)
    assert view.toPlainText().startswith("<b>")


def test_headings_have_our_sizes(qtbot: QtBot, themes: ThemeSwitcher) -> None:
    """Qt's own factors make a first heading twice as big as the text."""
    view = TextView()
    qtbot.addWidget(view)
    view.show_html("<h1>One</h1><p>text</p>")
    assert view.document().begin().begin().fragment().charFormat().font().pixelSize() == 20


def test_an_editor_gives_back_what_stands_in_it(qtbot: QtBot, themes: ThemeSwitcher) -> None:
    """No-break spaces, emoji and lines survive."""
    editor = TextEdit()
    qtbot.addWidget(editor)
    words = "10\u00a0€ 😀\n\nzwei\u202f%\n"
    editor.replace_all(words)
    assert editor.verbatim() == words
    editor.undo()
    assert editor.verbatim() == ""


def test_pasted_line_ends_become_one_kind(qtbot: QtBot, themes: ThemeSwitcher) -> None:
    """Windows and old Mac ends are ends."""
    editor = TextEdit()
    qtbot.addWidget(editor)
    mime = QMimeData()
    mime.setText("a\r\nb\rc")
    editor.insertFromMimeData(mime)
    assert editor.verbatim() == "a\nb\nc"


def test_shift_enter_is_enter(qtbot: QtBot, themes: ThemeSwitcher) -> None:
    """No invisible line separator gets into a draft."""
    editor = TextEdit()
    qtbot.addWidget(editor)
    qtbot.keyClicks(editor, "a")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "b")
    assert editor.verbatim() == "a\nb"


def test_a_word_of_a_megabyte_is_broken() -> None:
    """Every line that is laid out is short enough; short ones don't change."""
    broken = with_breakable_lines("short\n" + "x" * 1_000_000 + "\n\nend")
    assert max(map(len, broken.split("\n"))) <= 4_000
    assert broken.startswith("short\n")
    assert broken.replace("\n", "") == "short" + "x" * 1_000_000 + "end"
    assert with_breakable_lines("a\nb") == "a\nb"


TARGETS = [
    ("https://shop.example/path", "shop.example"),
    ("https://bank.example@evil.example/", "evil.example"),
    ("https://аpple.example/", "xn--pple-43d.example"),
    ("mailto:a@b.example", "a@b.example"),
    ("javascript:alert(1)", ""),
    ("file:///etc/hostname", ""),
    ("//host/share", ""),
    ("http://[broken", ""),
]


@pytest.mark.parametrize(("address", "target"), TARGETS)
def test_the_real_target_of_a_link(address: str, target: str) -> None:
    """The host that is asked, whatever stands before it; look-alikes in ASCII."""
    assert real_target(address) == target


def test_a_link_opens_only_when_it_was_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The dialog's first answer is to stay."""
    opened: list[str] = []
    answers = iter(["Stay here", "Open the link"])
    monkeypatch.setattr(link_dialog, "ask", lambda *_, **__: next(answers))
    monkeypatch.setattr(
        link_dialog.QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) is None
    )
    assert not open_link(None, "https://shop.example/")
    assert open_link(None, "https://shop.example/")
    assert opened == ["https://shop.example/"]


def test_chips_in_a_flow_have_the_width_of_their_words(qtbot: QtBot, themes: ThemeSwitcher) -> None:
    """As long as the row has it."""
    box = QWidget()
    qtbot.addWidget(box)
    row = FlowLayout(box)
    chips = [chip(words, gives_way=True) for words in ("order LN-1", "a word " * 20)]
    for one in chips:
        row.addWidget(one)
    box.resize(300, 80)
    box.show()
    assert chips[0].width() == chips[0].sizeHint().width() > 50
    assert chips[1].width() == 300


@pytest.mark.parametrize("width", [80, 400])
def test_a_chip_that_gives_way_keeps_its_ground(qtbot: QtBot, themes: ThemeSwitcher, width: int) -> None:
    """And its border, and tells the whole word where it is cut."""
    themes.choose("light")
    label = chip("error memory exhausted (tried to allocate 20480 bytes)", gives_way=True)
    qtbot.addWidget(label)
    label.resize(width, 22)
    label.show()
    picture = label.grab().toImage()
    assert picture.pixelColor(width // 2, 2) == QColor(load_theme("light").colour["panel"])
    assert picture.pixelColor(width // 2, 0) == QColor(load_theme("light").colour["border"])
    assert ("20480" in label.toolTip()) is (width == 80)
