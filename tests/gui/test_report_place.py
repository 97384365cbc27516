"""Report, driven as a reader drives it, in the whole program on a real desk."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from composer.tickets.desk import Desk
from composer.tickets.ticket import NewPromise
from desktop.look.theme_switcher import ThemeSwitcher
from desktop.paths import DataPaths
from desktop.program import Program
from desktop.report.line_model import Heading, LineModel
from desktop.report.lines_list import LinesList
from desktop.report.view import ReportScreen
from tests.gui.running_program import running, settle, write_files

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
MAIL = (
    b"From: %b <%b@shop.example>\r\nSubject: %b\r\nMessage-ID: <%b@shop.example>\r\nDate: %b\r\n\r\nWhen?\r\n"
)
CAME = b"Thu, 19 Nov 2026 09:00:00 +0000"
LIBRARY = {
    "articles/refunds.md": "---\nid: refunds\ntitle: Refunds\n---\n\nBanks take five days.\n",
    "known-issues/crash.md": "---\nid: crash\ntitle: It crashes\nstatus: identified\n---\n\nIt does.\n",
}


def fill(path: Path) -> None:
    """Put three tickets on a desk: two answered, one with a promise; one that waits; and a gap."""
    clock = [NOW - timedelta(hours=23)]
    desk = Desk.open(path, clock=lambda: clock[0])
    for name in (b"ann", b"bea", b"cem"):
        ticket = desk.add_mail(MAIL % (name, name, b"Matter of " + name, name, CAME))
        if name != b"cem":
            desk.link_issue(ticket.id, "crash")
            promised = [NewPromise("You hear from me.", NOW - timedelta(hours=2))] if name == b"ann" else []
            desk.file_reply(ticket.id, b"raw", text="Hello.", promises=promised)
    clock[0] = NOW
    desk.note_gap("gift cards")
    desk.close()


class Stage:
    """The program with Report in front."""

    def __init__(self, program: Program) -> None:
        self.program, self.window = program, program.window
        program.window.activateWindow()
        self.show()
        screen = program.window.stack.currentWidget().findChild(ReportScreen)
        assert isinstance(screen, ReportScreen)
        self.screen = screen

    def show(self) -> None:
        """Press Ctrl+5."""
        QTest.keyClick(self.window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
        settle(self.program)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the cursor is."""
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        settle(self.program)

    def choose(self, key: str) -> None:
        """Put the choice on a figure."""
        index = self.screen.figures.lines.index_of(key)
        assert index.isValid(), key
        self.screen.figures.go_to(index)
        settle(self.program)

    def behind(self) -> list[str]:
        """Return what the chosen figure counts."""
        return keys(self.screen.behind)


def keys(lines: LinesList) -> list[str]:
    """Return the keys of the lines that a list shows."""
    model = lines.model()
    assert isinstance(model, LineModel)
    shown = (model.line(model.index(at, 0)) for at in range(model.rowCount()))
    return [line.key for line in shown if line is not None]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_files(tmp_path / "library", LIBRARY)


@pytest.fixture
def empty(qapp: QApplication, paths: DataPaths, library: Path) -> Iterator[Stage]:
    """Report of a new desk."""
    with running(qapp, paths=paths, library=library, clock=lambda: NOW) as program:
        yield Stage(program)


@pytest.fixture
def stage(qapp: QApplication, paths: DataPaths, library: Path) -> Iterator[Stage]:
    """Report of a desk with three tickets."""
    fill(paths.desk)
    with running(qapp, paths=paths, library=library, clock=lambda: NOW, size=(960, 600)) as program:
        yield Stage(program)


def test_nothing_is_made_before_somebody_comes(qapp: QApplication, paths: DataPaths, library: Path) -> None:
    """The place stands in the rail, its commands do nothing yet; they are in the list of shortcuts."""
    with running(qapp, paths=paths, library=library, clock=lambda: NOW) as program:
        assert program.window.place_ids()[-1] == "report"
        assert program.window.findChild(ReportScreen) is None
        book = program.window.book
        book.enter("report")
        assert "copy-patterns" in [command.id for command in book.bound()]
        assert not book.can_run("copy-patterns")


def test_a_new_desk_leads_to_the_queue(empty: Stage) -> None:
    """One line, one action with the focus; nothing to choose, to copy or to save."""
    screen, book = empty.screen, empty.window.book
    assert screen.empty.sentence.text().startswith("How your desk is doing")
    assert screen.empty.first.hasFocus()
    assert not screen.period.isVisible()
    assert not screen.copy_button.isVisible()
    assert not any(book.can_run(id) for id in ("copy-patterns", "save-report", "open-line"))
    empty.press(Qt.Key.Key_Space)
    assert empty.window.place == "queue"


def test_from_a_figure_to_its_ticket_and_back_by_keyboard(stage: Stage) -> None:
    """Arrows choose a figure, Enter goes to what it counts and opens it; Ctrl+5 goes on with the next."""
    screen = stage.screen
    assert screen.figures.hasFocus()
    assert (screen.chosen_figure(), stage.behind()) == ("came", ["ticket:1", "ticket:2", "ticket:3"])
    stage.press(Qt.Key.Key_Down)
    assert (screen.chosen_figure(), stage.behind()) == ("answered", ["ticket:1", "ticket:2"])
    stage.press(Qt.Key.Key_Return)
    assert screen.behind.hasFocus()
    stage.press(Qt.Key.Key_Escape)
    assert screen.figures.hasFocus()
    stage.press(Qt.Key.Key_Right)
    stage.press(Qt.Key.Key_Down)
    stage.press(Qt.Key.Key_Return)
    assert (stage.window.place, stage.program.tickets.open_ticket_id) == ("queue", 2)
    stage.show()
    assert (stage.window.place, screen.chosen_figure()) == ("report", "answered")
    assert screen.behind.hasFocus()
    assert screen.behind.chosen_key() == "ticket:2"


def test_a_double_click_opens_too(stage: Stage) -> None:
    """A click on a figure shows what it counts."""
    stage.choose("waiting")
    lines = stage.screen.behind
    place = lines.visualRect(lines.lines.first()).center()
    # A double click comes after a click, as from a hand.
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(stage.program)
    assert stage.program.tickets.open_ticket_id == 3


def test_headings_are_passed_over(stage: Stage) -> None:
    """Home, End and the arrows always come to a figure."""
    figures = stage.screen.figures
    stage.press(Qt.Key.Key_End)
    last = keys(figures)[-1]
    assert figures.chosen_key() == last
    stage.press(Qt.Key.Key_Home)
    seen = [figures.chosen_key()]
    for _ in keys(figures)[1:]:
        stage.press(Qt.Key.Key_Down)
        seen.append(figures.chosen_key())
    assert seen == keys(figures)
    entries = [figures.lines.index(at, 0).data(Qt.ItemDataRole.UserRole + 1) for at in (0, 1)]
    assert isinstance(entries[0], Heading)
    assert figures.lines.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Came in, 3"


def test_another_period_by_keyboard(stage: Stage) -> None:
    """P opens the list; what happened this week is not in the last one."""
    stage.press(Qt.Key.Key_P)
    stage.screen.period.hidePopup()
    assert stage.screen.period.hasFocus()
    stage.press(Qt.Key.Key_Down)
    assert stage.screen.period.text() == "last-week"
    assert stage.screen.summary.text().startswith("Mon 9 to Sun 15 Nov 2026")
    assert stage.screen.empty.sentence.text() == "Nothing came in, left or fell due in this period."
    assert stage.screen.period.hasFocus()
    stage.press(Qt.Key.Key_Up)
    assert "came" in keys(stage.screen.figures)


def test_known_issues_and_searches_lead_into_the_library(stage: Stage) -> None:
    """R reads the known issue that is counted; a search that found nothing is searched again."""
    stage.choose("met:crash")
    assert stage.behind() == ["ticket:1", "ticket:2"]
    assert stage.screen.record_button.text() == "Read the known issue"
    stage.press(Qt.Key.Key_R)
    assert stage.window.place == "known-issues"
    stage.show()
    stage.choose("gaps")
    assert not stage.screen.has_record()
    stage.window.book.run("open-line")
    settle(stage.program)
    assert stage.window.place == "library"


def test_what_happens_meanwhile_is_counted(stage: Stage) -> None:
    """A ticket that is closed elsewhere has gone from what waits; the choice stays where it was."""
    stage.choose("met:crash")
    assert stage.program.desk is not None
    stage.program.desk.close_ticket(3)
    stage.window.show_place("queue")
    stage.show()
    assert "waiting" not in keys(stage.screen.figures)
    assert "closed" in keys(stage.screen.figures)
    assert (stage.screen.chosen_figure(), stage.behind()) == ("met:crash", ["ticket:1", "ticket:2"])


def test_copied_for_the_product_team(stage: Stage) -> None:
    """As Markdown and as plain text; the notice says what is not in it."""
    stage.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    mime = QApplication.clipboard().mimeData()
    assert "**It crashes**: 2 tickets (#1, #2)" in mime.text()
    assert bytes(mime.data("text/markdown").data()).decode() == mime.text()
    assert "ann" not in mime.text().lower()
    assert "without any customer's name" in stage.window.notices.text.text()


@pytest.mark.parametrize(("chosen", "written"), [("r.csv", "r.csv"), ("r", "r.md")])
def test_saved_where_one_says(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, written: str
) -> None:
    """A name without an ending gets that of the kind; Cancel writes nothing."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    stage.screen.save_button.click()
    settle(stage.program)
    assert not stage.window.notices.text.text().startswith("Saved")
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / chosen), "Markdown (*.md)")
    )
    stage.screen.save_button.click()
    settle(stage.program)
    assert "It crashes" in (tmp_path / written).read_text(encoding="utf-8")


def test_every_entry_is_drawn_in_every_theme(stage: Stage, themes: ThemeSwitcher) -> None:
    """Headings, chosen and other lines, without a complaint of Qt's."""
    stage.choose("etas")
    for theme in ("light", "dark", "high-contrast"):
        stage.program.themes.choose(theme)
        settle(stage.program)
        assert not stage.window.grab().isNull()
