"""The strip of the three readings says as much as its width has room for, and never cuts a word."""

from typing import Any

import pytest

from composer.lint.finding import Reading
from desktop.reply.draft.strip_view import StripView
from desktop.reply.readings import StripPart
from desktop.widgets.tone import Tone

PARTS = (
    StripPart(
        Reading.QUESTIONS, 1, "Questions", "10/12", Tone.STOP, "Reading 1, Questions: 10/12. 2 findings."
    ),
    StripPart(Reading.PROMISES, 2, "Promises", "11 open", Tone.WARN, "Reading 2, Promises: 11 open."),
    StripPart(Reading.TONE, 3, "Tone", "14", Tone.WARN, "Reading 3, Tone: 14."),
)


@pytest.mark.parametrize("width", [900, 440, 360])
def test_no_word_of_a_reading_is_cut(qtbot: Any, width: int) -> None:
    """Each button is as wide as its words need, at any width of the column."""
    strip = StripView()
    qtbot.addWidget(strip)
    strip.resize(width, 48)
    strip.show()
    strip.show_parts(PARTS)
    qtbot.waitUntil(lambda: strip.width() == width)
    layout = strip.layout()
    assert layout is not None
    layout.activate()
    for button in (*strip.buttons.values(), strip.finish):
        assert button.width() >= button.sizeHint().width()
        assert button.geometry().right() <= width


def test_the_words_come_back_with_the_room(qtbot: Any) -> None:
    """Names give way to their initials and return; what is spoken stays whole."""
    strip = StripView()
    qtbot.addWidget(strip)
    strip.show()
    strip.show_parts(PARTS)
    promises = strip.buttons[Reading.PROMISES]
    strip.resize(360, 48)
    assert promises.text().split() == ["P", "11"]
    assert promises.accessibleName() == PARTS[1].spoken
    strip.resize(900, 48)
    assert promises.text().split() == ["Promises", "11", "open"]
