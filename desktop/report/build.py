"""Report behind its place: the screen, the presenter that hears it, and what the commands do."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.report.ground import ReportGround
from desktop.report.presenter import ReportPresenter
from desktop.report.view import ReportScreen

_ACTS = ("open-line", "read-figure-record", "copy-patterns", "save-report")
_MARKDOWN, _TABLE = "Markdown (*.md)", "Table (*.csv)"


class BuiltReport:
    """The screen and its presenter; ``commands`` are what they do and when, by the table's ids."""

    def __init__(self, ground: ReportGround, *, in_front: Callable[[], bool]) -> None:
        self._window = ground.window
        self.screen = screen = ReportScreen()
        self.presenter = presenter = ReportPresenter(
            view=screen,
            desk=ground.desk,
            library=ground.library.library,
            writes=ground.lanes.writes,
            reads=ground.lanes.reads,
            clock=ground.clock,
            in_front=in_front,
            opened=ground.open_ticket,
            read=ground.read_record,
            searched=ground.search,
            say=ground.window.say,
            copy=_copy_markdown,
        )
        self.commands: dict[str, tuple[Callable[[], object], Callable[[], bool]]] = {
            "choose-period": (screen.choose_period, screen.period.isVisible),
            "open-line": (screen.open_line, screen.has_line),
            "read-figure-record": (presenter.record_chosen, screen.has_record),
            "copy-patterns": (presenter.copy_patterns, lambda: presenter.has_report),
            "save-report": (self.save, lambda: presenter.has_report),
        }
        screen.period_chosen.connect(presenter.period_chosen)
        screen.figure_chosen.connect(presenter.figure_chosen)
        screen.line_opened.connect(presenter.line_opened)
        screen.record_wanted.connect(presenter.record_chosen)
        screen.copy_wanted.connect(presenter.copy_patterns)
        screen.save_wanted.connect(self.save)
        screen.queue_chosen.connect(lambda: ground.window.show_place("queue"))
        screen.behind.customContextMenuRequested.connect(self._show_menu)
        ground.library.on_change(lambda _: presenter.library_changed())

    def save(self) -> None:
        """Ask for a file and write the report to it."""
        name, kind = QFileDialog.getSaveFileName(
            self._window, "Save the report", self.presenter.file_name, f"{_MARKDOWN};;{_TABLE}"
        )
        if name:
            path = Path(name)
            if not path.suffix:
                path = path.with_suffix(".csv" if kind == _TABLE else ".md")
            self.presenter.save(path)

    def _show_menu(self, place: QPoint) -> None:
        lines = self.screen.behind
        if lines.indexAt(place).isValid():
            self._window.book.context_menu(_ACTS, lines).popup(lines.viewport().mapToGlobal(place))


def _copy_markdown(text: str) -> None:
    """Put Markdown on the clipboard, as such and as the plain text that it is."""
    data = QMimeData()
    data.setText(text)
    data.setData("text/markdown", text.encode())
    QApplication.clipboard().setMimeData(data)
