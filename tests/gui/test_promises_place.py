"""Promises, driven as an agent drives it, on a real desk."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer.tickets.desk import Desk
from composer.tickets.ticket import NewPromise
from desktop.look.theme_switcher import ThemeSwitcher
from desktop.paths import DataPaths
from desktop.promises.eta_dialog import EtaDialog
from desktop.promises.place import add_promises_place
from desktop.promises.presenter import PromisesPresenter
from desktop.promises.view import PromisesScreen
from desktop.queue.view import QueueScreen
from desktop.window.main_window import MainWindow, Place
from desktop.work.background import Lanes
from kb_content.team import WorkingTime

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
MAIL = b"From: %b <%b@shop.example>\r\nSubject: Renewal\r\nMessage-ID: <%b@shop.example>\r\n\r\nWhen?\r\n"
PROMISED = (
    (b"ann", "I write by 10:00.", NOW - timedelta(hours=1)),
    (b"bea", "You get the log today.", NOW + timedelta(minutes=40)),
    (b"cem", "The patch comes on Sunday.", NOW + timedelta(days=2)),
    (b"dee", "Once the vendor answers.", None),
)


class Stage:
    """A window with the place, on a desk with four promises."""

    def __init__(self, paths: DataPaths, lanes: Lanes) -> None:
        self.desk = Desk.open(paths.desk, clock=lambda: NOW)
        self.lanes = lanes
        self.window = MainWindow(paths=paths)
        queue = QueueScreen()
        self.window.add_place(Place("queue", "Queue", "queue", queue, queue.focus_list))
        self.opened: list[int] = []
        self.presenter: PromisesPresenter = add_promises_place(
            desk=self.desk,
            window=self.window,
            writes=lanes.writes,
            clock=lambda: NOW,
            working_time=lambda: WorkingTime(time_zone="Europe/Berlin"),
            open_ticket=self.opened.append,
        )
        screen = self.window.stack.widget(1)
        assert isinstance(screen, PromisesScreen)
        self.screen = screen

    def promise(self) -> None:
        """File a reply with a promise for each customer."""
        for name, words, due in PROMISED:
            ticket = self.desk.add_mail(MAIL % (name, name, name))
            self.desk.file_reply(ticket.id, b"raw", promises=[NewPromise(words, due, "Ines")])

    def settle(self) -> None:
        """Wait until everything that is under way is home."""
        assert self.lanes.wait_idle(20_000)
        QApplication.processEvents()

    def show(self) -> None:
        """Bring the place to the front."""
        self.window.book.run("go-promises")
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the list."""
        QTest.keyClick(self.screen.list, key, modifier)
        self.settle()

    def chosen(self) -> str:
        """Return the words of the chosen promise."""
        row = self.screen.model.row(self.screen.list.currentIndex())
        assert row is None or self.screen.list.selectionModel().isSelected(self.screen.list.currentIndex())
        return row.words if row is not None else ""

    def shown(self) -> list[str]:
        """Return every entry from the top, headings and promises."""
        model = self.screen.model
        return [str(model.index(at, 0).data()) for at in range(model.rowCount())]

    def badge(self) -> str:
        """Return the count in the rail."""
        return self.window.rail._buttons["promises"]._badge

    def ask_for_eta(self) -> EtaDialog:
        """Press E and return the dialog."""
        self.press(Qt.Key.Key_E)
        assert self.screen.dialog is not None
        return self.screen.dialog


@pytest.fixture
def empty(qtbot: QtBot, themes: ThemeSwitcher, paths: DataPaths, lanes: Lanes) -> Iterator[Stage]:
    """The place without a promise, the queue in front."""
    stage = Stage(paths, lanes)
    stage.window.resize(960, 600)
    with qtbot.waitExposed(stage.window):
        stage.window.show()
    stage.window.activateWindow()
    stage.settle()
    yield stage
    stage.settle()
    stage.desk.close()


@pytest.fixture
def stage(empty: Stage) -> Stage:
    """The place with four promises, in front."""
    empty.promise()
    empty.show()
    return empty


def test_an_empty_place_leads_to_the_queue(empty: Stage) -> None:
    """One line, one action with the focus; the acts have nothing to act on."""
    empty.show()
    screen = empty.screen
    assert screen.pages.currentWidget() is screen.empty
    assert screen.empty.sentence.text() == "No promise is open."
    assert not screen.kept_button.isVisible()
    assert not empty.window.book.can_run("keep-promise")
    screen.empty.first.click()
    assert empty.window.place == "queue"


def test_headings_and_rows_stand_in_order(stage: Stage) -> None:
    """The first promise is chosen, the rail counts the pressing ones."""
    assert stage.shown() == [
        "Overdue, 1",
        "I write by 10:00.",
        "Today, 1",
        "You get the log today.",
        "This week, 1",
        "The patch comes on Sunday.",
        "No date, 1",
        "Once the vendor answers.",
    ]
    assert stage.chosen() == "I write by 10:00."
    assert stage.badge() == "2"
    assert stage.screen.summary.text() == "1 overdue · 1 for today · 4 open"


def test_keys_pass_over_the_headings(stage: Stage) -> None:
    """Down, End, Home: always a promise."""
    stage.press(Qt.Key.Key_Down)
    assert stage.chosen() == "You get the log today."
    stage.press(Qt.Key.Key_End)
    assert stage.chosen() == "Once the vendor answers."
    stage.press(Qt.Key.Key_Home)
    assert stage.chosen() == "I write by 10:00."
    stage.press(Qt.Key.Key_Up)
    assert stage.chosen() == "I write by 10:00."


def test_enter_opens_the_ticket(stage: Stage) -> None:
    """So does the button."""
    stage.press(Qt.Key.Key_Return)
    stage.screen.open_button.click()
    assert stage.opened == [1, 1]


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_kept_by_key_and_taken_back(stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """K or Ctrl+Enter; the next one is chosen; the notice undoes it, on the desk too."""
    stage.press(key, modifier)
    assert "I write by 10:00." not in stage.shown()
    assert stage.chosen() == "You get the log today."
    assert stage.badge() == "1"
    stage.window.notices.action.click()
    stage.settle()
    assert stage.chosen() == "I write by 10:00."
    assert len(stage.desk.open_promises()) == 4
    assert stage.opened == []


def test_letters_in_the_filter_are_letters(qtbot: QtBot, stage: Stage) -> None:
    """K and E keep and move nothing while one types; Escape clears and goes back to the list."""
    stage.window.book.run("search-here")
    assert stage.screen.filter.hasFocus()
    qtbot.keyClicks(stage.screen.filter, "keke")
    assert stage.screen.filter.text() == "keke"
    assert stage.screen.empty.sentence.text() == "No open promise has “keke”."
    assert len(stage.desk.open_promises()) == 4
    qtbot.keyClick(stage.screen.filter, Qt.Key.Key_Escape)
    assert len(stage.shown()) == 8
    assert stage.screen.list.hasFocus()


def test_a_new_eta_is_typed_seen_and_stored(qtbot: QtBot, stage: Stage) -> None:
    """The moment is echoed absolutely, the words follow it, the ticket opens to tell the customer."""
    dialog = stage.ask_for_eta()
    assert not dialog.confirm.isEnabled()
    qtbot.keyClicks(dialog.moment, "Thu 15:00")
    assert dialog.echo.text() == "Thu 26 Nov, 15:00 CET"
    assert dialog.promise == "I write by Thursday, 26 November, 15:00 CET."
    qtbot.keyClick(dialog.moment, Qt.Key.Key_Return)
    stage.settle()
    moved = next(promise for promise in stage.desk.open_promises() if not promise.told)
    assert moved.due == datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
    assert moved.words == "I write by Thursday, 26 November, 15:00 CET."
    assert stage.opened == [1]
    stage.window.notices.action.click()
    assert QApplication.clipboard().text() == moved.words
    assert stage.badge() == "1"


def test_own_words_stay_when_the_moment_changes(qtbot: QtBot, stage: Stage) -> None:
    """What somebody wrote is not written over; a choice fills the field."""
    dialog = stage.ask_for_eta()
    dialog.words.selectAll()
    qtbot.keyClicks(dialog.words, "You get all of it.")
    dialog._take("Tue 24 Nov, 12:00")
    assert dialog.echo.text() == "Tue 24 Nov, 12:00 CET"
    assert dialog.promise == "You get all of it."
    dialog.confirm.click()
    stage.settle()
    assert "You get all of it." in stage.shown()


def test_escape_changes_nothing(qtbot: QtBot, stage: Stage) -> None:
    """A dialog that is left leaves the promise as it was."""
    dialog = stage.ask_for_eta()
    qtbot.keyClicks(dialog.moment, "Thu 15:00")
    qtbot.keyClick(dialog.moment, Qt.Key.Key_Escape)
    stage.settle()
    assert stage.screen.dialog is None
    assert stage.window.focusWidget() is stage.screen.list
    assert all(promise.told for promise in stage.desk.open_promises())
    assert stage.opened == []


def test_a_reminder_is_shown_once_and_stays(stage: Stage) -> None:
    """Not even another start of the program shows it again."""
    stage.presenter.time_passed()
    stage.settle()
    notices = stage.window.notices
    assert notices.text.text() == "2 promises are overdue or fall due within the hour."
    assert not notices._timer.isActive()
    notices.hide()
    stage.presenter.time_passed()
    stage.settle()
    assert notices.isHidden()


def test_every_entry_is_drawn_in_every_theme(stage: Stage, themes: ThemeSwitcher) -> None:
    """Headings, chosen and other rows, told and not told, without a complaint of Qt's."""
    stage.desk.move_promise(1, NOW + timedelta(hours=3), "You get it by 14:00.")
    stage.presenter.refresh()
    stage.settle()
    for theme in ("light", "dark", "high-contrast"):
        themes.choose(theme)
        assert not stage.window.grab().isNull()


def test_what_names_no_day_is_looked_at_again(stage: Stage, qtbot: QtBot) -> None:
    """L asks for a day of our own; Enter takes it, and the row says it."""
    stage.press(Qt.Key.Key_End)
    assert stage.screen.later_button.isEnabled()
    stage.press(Qt.Key.Key_L)
    dialog = stage.screen.dialog
    assert dialog is not None
    assert not dialog.words.isVisible()
    QTest.keyClicks(dialog.moment, "Thu 26 Nov")
    QTest.keyClick(dialog.moment, Qt.Key.Key_Return)
    stage.settle()
    (promise,) = [one for one in stage.desk.open_promises() if one.due is None]
    assert promise.look_again is not None
    assert stage.opened == []
    stage.press(Qt.Key.Key_Home)
    assert not stage.screen.later_button.isEnabled()
