"""The place Report: its screen, its presenter and its commands, put together once."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.open_library import OpenLibrary
from desktop.report.presenter import ReportDesk, ReportPresenter
from desktop.report.view import ReportScreen
from desktop.window.main_window import MainWindow, Place
from desktop.work.collaborators import Lanes

_PLACE = "report"
_MARKDOWN, _TABLE = "Markdown (*.md)", "Table (*.csv)"
_ACTS = ("open-line", "read-figure-record", "copy-patterns", "save-report")


def add_report_place(
    *,
    desk: ReportDesk,
    library: OpenLibrary,
    window: MainWindow,
    lanes: Lanes,
    clock: Callable[[], datetime],
    open_ticket: Callable[[int], object],
    read_record: Callable[[str, str], object],
    search: Callable[[str], object],
) -> ReportPresenter:
    """Put the place into the window's rail, with its commands; it counts when somebody comes to it.

    The minute's tick belongs to the returned presenter's ``time_passed``.
    """
    screen = ReportScreen()
    window.add_place(Place(_PLACE, "Report", "report", screen, screen.focus_work))
    presenter = ReportPresenter(
        view=screen,
        desk=desk,
        library=library.library,
        writes=lanes.writes,
        reads=lanes.reads,
        clock=clock,
        in_front=lambda: window.place == _PLACE,
        opened=open_ticket,
        read=read_record,
        searched=search,
        say=window.say,
        copy=_copy_markdown,
    )
    screen.period_chosen.connect(presenter.period_chosen)
    screen.figure_chosen.connect(presenter.figure_chosen)
    screen.line_opened.connect(presenter.line_opened)
    screen.record_wanted.connect(presenter.record_chosen)
    screen.copy_wanted.connect(presenter.copy_patterns)
    screen.save_wanted.connect(lambda: _save(presenter, window))
    screen.queue_chosen.connect(lambda: window.show_place("queue"))
    window.place_changed.connect(lambda id: presenter.refresh() if id == _PLACE else None)
    library.on_change(lambda _: presenter.library_changed())
    _bind_commands(screen, presenter, window)
    return presenter


def _bind_commands(screen: ReportScreen, presenter: ReportPresenter, window: MainWindow) -> None:
    book = window.book
    book.bind("choose-period", screen.choose_period)
    book.bind("open-line", screen.open_line, enabled=screen.has_line)
    book.bind("read-figure-record", presenter.record_chosen, enabled=screen.has_record)
    book.bind("copy-patterns", presenter.copy_patterns, enabled=lambda: presenter.has_report)
    book.bind("save-report", lambda: _save(presenter, window), enabled=lambda: presenter.has_report)

    def show_menu(place: QPoint) -> None:
        if screen.behind.indexAt(place).isValid():
            book.context_menu(_ACTS, screen.behind).popup(screen.behind.viewport().mapToGlobal(place))

    screen.behind.customContextMenuRequested.connect(show_menu)


def _copy_markdown(text: str) -> None:
    """Put Markdown on the clipboard, as such and as the plain text that it is."""
    data = QMimeData()
    data.setText(text)
    data.setData("text/markdown", text.encode())
    QApplication.clipboard().setMimeData(data)


def _save(presenter: ReportPresenter, window: MainWindow) -> None:
    """Ask for a file and write the report to it."""
    name, kind = QFileDialog.getSaveFileName(
        window, "Save the report", presenter.file_name, f"{_MARKDOWN};;{_TABLE}"
    )
    if name:
        path = Path(name)
        if not path.suffix:
            path = path.with_suffix(".csv" if kind == _TABLE else ".md")
        presenter.save(path)
