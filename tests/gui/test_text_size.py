"""Mail and draft keep the size that a person chose."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.look.theme_switcher import ThemeSwitcher
from desktop.reply.paper.measured_text import MeasuredText


@pytest.mark.parametrize("pixels", [12, 21])
def test_another_theme_leaves_the_size_as_it_was(qtbot: QtBot, themes: ThemeSwitcher, pixels: int) -> None:
    """The theme's style sheet names a size, too, which is only where one starts."""
    themes.choose("light")
    text = MeasuredText()
    qtbot.addWidget(text)
    text.show()
    text.set_text_size(pixels)
    for name in ("dark", "high-contrast", "light"):
        themes.choose(name)
        assert text.font().pixelSize() == pixels
        assert text.document().defaultFont().pixelSize() == pixels
