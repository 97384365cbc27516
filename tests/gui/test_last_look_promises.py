"""The last look's promises: a day to be reminded of what names none, and what this reply keeps."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from desktop.look.theme_switcher import ThemeSwitcher
from desktop.record_editor.fields import ChoiceInput
from desktop.reply.last_look.last_look import LastLook
from desktop.reply.last_look.promise_section import PromiseSections
from desktop.reply.last_look.promises_seen import LookDay, OwedBefore, PromiseSeen

MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
DAYS = tuple(LookDay(MONDAY + timedelta(days=away), f"day {away}") for away in range(4))
WAITING = PromiseSeen("Once it is in, I send it.", "once it is in", None, "once it is in")
DATED = PromiseSeen("You get it on Friday.", "Friday", MONDAY)


def look(*promises: PromiseSeen, owed: tuple[OwedBefore, ...] = ()) -> LastLook:
    return LastLook("", "", (), "", (), (), (), 0, promises, 0, owed=owed, days=DAYS)


def test_only_what_waits_is_given_a_day(qtbot: QtBot, themes: ThemeSwitcher) -> None:
    """The usual one stands there; another is told with the promise's words."""
    sections = PromiseSections(look(WAITING, DATED))
    qtbot.addWidget(sections)
    sections.show()
    (choice,) = sections.findChildren(ChoiceInput)
    assert choice.currentText() == "day 1"
    with qtbot.waitSignal(sections.day_chosen) as told:
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert told.args == [WAITING.words, DAYS[2].moment]


def test_what_was_promised_before_is_kept_by_a_key(qtbot: QtBot, themes: ThemeSwitcher) -> None:
    """A fix notice is kept by itself, until somebody says that it is not."""
    owed = (OwedBefore(4, "You get the log.", "no date"), OwedBefore(5, "Tell Mara.", "fixed", True))
    sections = PromiseSections(look(owed=owed))
    qtbot.addWidget(sections)
    sections.show()
    log, notice = sections.findChildren(QCheckBox)
    assert (log.isChecked(), notice.isChecked()) == (False, True)
    with qtbot.waitSignal(sections.kept_chosen) as told:
        QTest.keyClick(log, Qt.Key.Key_Space)
    assert told.args == [4, True]
