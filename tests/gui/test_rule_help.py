"""The help of a rule is drawn in the theme that is worn, also when that changes while it is open."""

import pytest
from PySide6.QtGui import QColor, QTextBlock
from pytestqt.qtbot import QtBot

from composer.lint.registry import built_in_rules
from composer.lint.rule_page import page_of
from desktop.look.theme import load_theme
from desktop.look.theme_switcher import ThemeSwitcher
from desktop.reply.findings.rule_help import RuleHelp


@pytest.fixture
def dialog(qtbot: QtBot, themes: ThemeSwitcher) -> RuleHelp:
    """Return the opened help of a rule, in the light theme."""
    themes.choose("light")
    opened = RuleHelp(None, "spelling", page_of(built_in_rules()["spelling"]))
    qtbot.addWidget(opened)
    opened.resize(420, 320)
    opened.show()
    return opened


def grounds_of_code(dialog: RuleHelp) -> set[str]:
    """Return the grounds that words stand on."""
    found: set[str] = set()
    block: QTextBlock = dialog.text.document().begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            ground = place.fragment().charFormat().background()
            if ground.style().value:
                found.add(ground.color().name())
            place += 1
        block = block.next()
    return found


@pytest.mark.parametrize("name", ["dark", "high-contrast"])
def test_the_page_follows_the_theme_at_the_same_place(
    dialog: RuleHelp, themes: ThemeSwitcher, name: str
) -> None:
    """Code stands on the theme's ground, and the reader stays where they read."""
    bar = dialog.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0
    assert grounds_of_code(dialog) == {QColor(load_theme("light").colour["code"]).name()}
    themes.choose(name)
    assert grounds_of_code(dialog) == {QColor(load_theme(name).colour["code"]).name()}
    assert bar.value() == place


def test_a_page_is_right_when_it_is_opened_in_the_dark(qtbot: QtBot, themes: ThemeSwitcher) -> None:
    """No ground of another theme."""
    themes.choose("dark")
    opened = RuleHelp(None, "spelling", page_of(built_in_rules()["spelling"]))
    qtbot.addWidget(opened)
    assert grounds_of_code(opened) == {QColor(load_theme("dark").colour["code"]).name()}
