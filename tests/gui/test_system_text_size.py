"""Everything grows with the system's text: fonts, rows, fields, icons; and nothing is cut by it."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.known_issues.issue_delegate import IssueDelegate
from desktop.library.record_delegate import RecordDelegate
from desktop.look.fonts import BODY, LABEL, interface_font, sized
from desktop.look.icons import pixmap
from desktop.look.measures import grown, grown_sheet, growth_for, set_growth
from desktop.look.theme_switcher import apply_theme
from desktop.paths import DataPaths
from desktop.program import Program
from desktop.promises.row_delegate import RowDelegate as PromiseDelegate
from desktop.queue.row_delegate import RowDelegate as TicketDelegate
from desktop.reply.their_mail.mail_view import MailView
from desktop.text import Label
from desktop.widgets.filtered_list import FilterField
from desktop.work.collaborators import Clock
from kb_content.resource import resource, starter_library
from tests.gui.running_program import running, settle

GROWTHS = (1.0, 1.13, 1.5, 2.0)
MAIL = (
    b"From: Ann <ann.of.the.very.long.address@department.shop.example>\r\nSubject: Licence\r\n"
    b"Message-ID: <1@shop.example>\r\n\r\n"
    b"How do I renew my licence for Lantern Bookings 3.7.1? And when will the fix be out?\r\n"
)


@pytest.fixture
def growth(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[float]:
    """The application as on a system whose text is that many times ours."""
    interface_font(qapp)
    set_growth(qapp, request.param)
    apply_theme(qapp, "light")
    yield request.param
    set_growth(qapp, 1.0)
    apply_theme(qapp, "light")


@pytest.mark.parametrize(
    ("text", "times"), [(9.0, 1.0), (12.0, 1.0), (13.0, 1.0), (19.5, 1.5), (26.0, 2.0), (90.0, 2.5)]
)
def test_our_text_is_as_large_as_the_system_s(text: float, times: float) -> None:
    """Never smaller than designed, and never so large that no window holds it."""
    assert growth_for(text) == times


@pytest.mark.parametrize("growth", [1.5], indirect=True)
def test_measures_of_the_style_sheet_grow_and_hairlines_stay(growth: float) -> None:
    """In brackets a line is taken from a measure, or added to it."""
    sheet = "min-height: 26px; border: 1px solid; padding: 0 (12-1)px; border-radius: (8+1)px; width: 2px"
    assert grown_sheet(sheet) == (
        "min-height: 39px; border: 1px solid; padding: 0 17px; border-radius: 13px; width: 2px"
    )


@pytest.mark.parametrize("growth", [1 + step / 20 for step in range(31)], indirect=True)
def test_round_ends_stay_round(growth: float) -> None:
    """Qt draws square corners where a radius is above half the height."""
    sheet = grown_sheet(resource("themes/style.qss").read_text(encoding="utf-8"))
    toggle = re.search(r'look="toggle"] \{.*?border-radius: (\d+)px;.*?min-height: (\d+)px', sheet)
    mark = re.search(r"QRadioButton::indicator \{ width: (\d+)px", sheet)
    round_mark = re.search(r"QRadioButton::indicator \{ border-radius: (\d+)px", sheet)
    assert toggle is not None
    assert mark is not None
    assert round_mark is not None
    assert 2 * int(toggle[1]) <= int(toggle[2]) + 2
    assert 2 * int(round_mark[1]) <= int(mark[1]) + 2


@pytest.mark.parametrize("growth", GROWTHS, indirect=True)
def test_fonts_and_icons_have_the_system_s_size(qapp: QApplication, growth: float) -> None:
    """The application's font, those of painted rows, and pictures."""
    assert qapp.font().pixelSize() == grown(BODY) == round(13 * growth)
    assert sized(QFont(), LABEL).pixelSize() == round(12 * growth)
    assert pixmap("mail", "text", 16).width() == round(16 * growth)
    label = Label("words", "section")
    label.ensurePolished()
    assert label.font().pixelSize() == round(15 * growth)


@pytest.mark.parametrize("growth", GROWTHS, indirect=True)
@pytest.mark.parametrize("delegate", [TicketDelegate, PromiseDelegate, RecordDelegate, IssueDelegate])
def test_painted_rows_hold_their_lines(
    qapp: QApplication, growth: float, delegate: type[QStyledItemDelegate]
) -> None:
    """A row is as high as the letters of its one or two lines."""
    height = delegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
    lines = [QFontMetrics(sized(qapp.font(), BODY, bold=True)).height()]
    if delegate is not TicketDelegate:
        lines.append(QFontMetrics(sized(qapp.font(), LABEL)).height())
    assert height >= sum(lines)


@pytest.mark.parametrize(
    ("growth", "size"),
    [(1.0, (960, 600)), (1.25, (1100, 700)), (1.5, (1280, 800)), (2.0, (1440, 900))],
    indirect=["growth"],
)
def test_no_words_are_cut_in_the_program(
    qapp: QApplication, paths: DataPaths, clock: Clock, growth: float, size: tuple[int, int]
) -> None:
    """Buttons, choices and short labels have the room that their words need, in every place."""
    with running(qapp, paths=paths, clock=clock, library=starter_library(), size=size) as program:
        assert program.desk is not None
        assert program.queue is not None
        program.desk.add_mail(MAIL)
        program.queue.refresh()
        settle(program)
        seen = {}
        for place in ("queue", "ticket", "library", "known-issues", "promises", "last look"):
            _go_to(program, place)
            settle(program)
            seen[place] = _cut(program.window)
    assert not any(seen.values()), seen


def _go_to(program: Program, place: str) -> None:
    assert program.desk is not None
    if place == "ticket":
        program.open_ticket(program.desk.tickets()[0].id)
    elif place == "last look":
        program.open_ticket(program.desk.tickets()[0].id)
        settle(program)
        program.window.book.run("last-look")
    else:
        program.window.book.run(f"go-{place}")


def _cut(root: QWidget) -> list[str]:
    """Return what is shown in less room than its words need, or beyond the edge of what holds it."""
    return [_told(widget) for widget in root.findChildren(QWidget) if widget.isVisible() and _is_cut(widget)]


def _is_cut(widget: QWidget) -> bool:
    match widget:
        case Label() if widget.wordWrap() or not widget.text() or widget.elides:
            return False
        case Label() | QPushButton() | QComboBox():
            needed = widget.minimumSizeHint() if isinstance(widget, QComboBox) else widget.sizeHint()
            return widget.width() < needed.width() or widget.height() < needed.height() - 2
    return False


def _told(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, Label | QPushButton) else widget.accessibleName()
    return f"{type(widget).__name__} {words!r}: {widget.size()} of {widget.sizeHint()}"


@pytest.mark.parametrize("growth", [1.0, 1.5], indirect=True)
def test_the_glass_of_a_search_field_grows_with_its_text(growth: float, qtbot: QtBot) -> None:
    """It stands in the middle of the field, in front of the words."""
    field = FilterField("Filter", "Filter the list")
    qtbot.addWidget(field)
    field.resize(field.sizeHint())
    field.show()
    sign = field.sign.geometry()
    assert sign.width() == round(16 * growth)
    assert abs(sign.center().y() - field.rect().center().y()) <= 1
    assert field.textMargins().left() >= sign.width()


@pytest.mark.parametrize("growth", [2.0], indirect=True)
def test_the_head_of_a_mail_is_never_cut(growth: float, qtbot: QtBot) -> None:
    """The column's name gives way to the time, both to the mood; with the room they come back."""
    view = MailView()
    qtbot.addWidget(view)
    view.setMinimumWidth(1)
    view.show()
    view.earlier.hide()
    view.when.setText("Thu 19 Nov, 09:31")
    view.mood.setText("sounds frustrated")
    shown = []
    for width in (900, 520, 380, 900):
        view.resize(width, 600)
        shown.append((view.head.title.isVisible(), view.when.isVisible()))
        assert view.head.row.minimumSize().width() <= width
    assert shown[0] == shown[-1] == (True, True)
    assert shown[2] == (False, False)
