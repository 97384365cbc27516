"""The theme follows the choice at once, on every widget and icon."""

import re
import tempfile
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.library.record_delegate import draw_badge
from desktop.library.trust import Badge
from desktop.look.control_images import control_images
from desktop.look.icons import icon, icon_names, pixmap, set_icon
from desktop.look.theme import THEME_NAMES, current_theme, load_theme, set_look
from desktop.look.theme_switcher import ThemeSwitcher, style_sheet
from desktop.text import Label
from desktop.widgets.tone import Tone
from kb_content.resource import resource


@pytest.mark.parametrize("name", ["light", "dark", "high-contrast"])
def test_a_theme_dresses_what_is_open(qtbot: QtBot, themes: ThemeSwitcher, name: str) -> None:
    """Ground and ink are the theme's, without anything being built anew."""
    page = QWidget()
    qtbot.addWidget(page)
    set_look(page, "page")
    label = Label("words", parent=page)
    page.show()
    themes.choose(name)
    picture = page.grab().toImage()
    assert picture.pixelColor(picture.width() - 1, picture.height() - 1) == QColor(
        load_theme(name).colour["page"]
    )
    assert label.palette().windowText().color() == QColor(load_theme(name).colour["text"])


def test_icons_follow_the_theme(qtbot: QtBot, themes: ThemeSwitcher) -> None:
    """Buttons, labels and actions are drawn again in the new ink."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    button, label = QPushButton("x"), Label()
    action = QAction("act", page)
    page.addAction(action)
    for widget in (button, label):
        column.addWidget(widget)
    for target in (button, label, action):
        set_icon(target, "dot", "text")
    themes.choose("dark")
    ink = QColor(load_theme("dark").colour["text"])
    assert _middle(button.icon().pixmap(20, 20).toImage()) == ink
    assert _middle(action.icon().pixmap(20, 20).toImage()) == ink
    assert _middle(label.pixmap().toImage()) == ink


def test_changed_is_told_once_per_change(qtbot: QtBot, themes: ThemeSwitcher) -> None:
    """Choosing what is worn already is no change."""
    heard: list[str] = []
    themes.changed.connect(lambda theme: heard.append(theme.name))
    themes.choose("dark")
    themes.choose("dark")
    assert themes.toggle() == "light"
    assert heard == ["dark", "light"]
    assert current_theme().name == "light"


def test_system_is_light_or_dark(themes: ThemeSwitcher) -> None:
    """Following the system wears one of the two."""
    themes.choose("system")
    assert current_theme().name in ("light", "dark")


@pytest.mark.parametrize("name", ["light", "dark", "high-contrast"])
def test_the_style_sheet_has_no_gaps(qtbot: QtBot, name: str) -> None:
    """Every variable was put in, and its pictures are there."""
    sheet = style_sheet(load_theme(name))
    assert "$" not in sheet
    named = re.findall(r"url\(control:([^)]+)\)", sheet)
    assert len(named) == sheet.count("url(") > 0
    assert all((resource("controls") / picture).is_file() for picture in named)


def test_pictures_of_controls_are_our_icons_in_the_themes_colours() -> None:
    """Stale ones are made again by ``python -m desktop.look.control_images``."""
    wanted = dict(control_images())
    assert set(resource("controls").rglob("*.svg")) == set(wanted)
    for file, text in wanted.items():
        assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["light", "dark", "high-contrast"])
def test_a_checked_box_shows_its_mark(qtbot: QtBot, themes: ThemeSwitcher, name: str) -> None:
    """Qt finds the style sheet's pictures, and the mark is seen on its ground."""
    themes.choose(name)
    box = QCheckBox("on")
    box.setChecked(True)
    qtbot.addWidget(box)
    box.show()
    picture = box.grab().toImage()
    mark = QColor(load_theme(name).colour["on_accent"])
    seen = {picture.pixelColor(x, y).name() for x in range(20) for y in range(picture.height())}
    assert mark.name() in seen


def test_dressing_leaves_no_file_behind(
    themes: ThemeSwitcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written for a theme: a program that is killed could not clear it away."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name in THEME_NAMES:
        themes.choose(name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_draws_something(qtbot: QtBot, themes: ThemeSwitcher, name: str) -> None:
    """An SVG that Qt can't read would be an empty square."""
    picture = pixmap(name, "text", 20).toImage()
    inked = sum(picture.pixelColor(x, y).alpha() > 0 for x in range(20) for y in range(20))
    assert inked > 4
    assert not icon(name).isNull()


def _middle(picture: QImage) -> QColor:
    colour = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    colour.setAlpha(255)
    return colour


@pytest.mark.parametrize("chosen", [True, False])
def test_a_badge_on_a_chosen_row_has_the_row_s_ink(themes: ThemeSwitcher, chosen: bool) -> None:
    """The ink of its tone has not seven to one there, as high contrast asks for."""
    themes.choose("high-contrast")
    theme = load_theme("high-contrast")
    picture = QImage(300, 22, QImage.Format.Format_RGB32)
    picture.fill(theme.qcolor("selected" if chosen else "page"))
    painter = QPainter(picture)
    draw_badge(painter, picture.rect(), Badge("MMMM", "", Tone.STOP, ""), QFont(), chosen=chosen)
    painter.end()
    inks = {picture.pixelColor(x, y).name() for x in range(300) for y in range(22)}
    assert (theme.qcolor("selected_text").name() in inks) is chosen
    assert (theme.qcolor("stop").name() in inks) is not chosen
