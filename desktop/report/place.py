"""The place Report in the window: its commands at once, its screen when somebody first comes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look.theme import set_look
from desktop.report.ground import ReportGround
from desktop.window.command_table import COMMANDS
from desktop.window.main_window import Place
from desktop.work.staged_loading import load

if TYPE_CHECKING:
    from desktop.report.build import BuiltReport

_PLACE = "report"
_WITHOUT_QT = (
    "desktop.report.presenter",
    "desktop.report.pattern_report",
    "desktop.report.knowledge_figures",
)


class ReportPlace(QWidget):
    """Empty until the window shows it: then what knows no Qt is loaded in a lane, and the screen is made.

    Most days nobody looks at the report, and the program starts some 40 ms sooner without it.
    """

    def __init__(self, ground: ReportGround) -> None:
        super().__init__()
        self._ground = ground
        self._report: BuiltReport | None = None
        set_look(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Report")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        ground.window.add_place(Place(_PLACE, "Report", "report", self, self.focus_work))
        ground.window.place_changed.connect(self._place_changed)
        for command in COMMANDS:
            if command.place == _PLACE:
                self._bind(command.id)

    def focus_work(self) -> None:
        """Put the cursor where work goes on."""
        if self._report is not None:
            self._report.screen.focus_work()
        else:
            self.setFocus()

    def time_passed(self) -> None:
        """Show the figures as of now, when they are in front; called every minute."""
        if self._report is not None:
            self._report.presenter.time_passed()

    def _bind(self, id: str) -> None:
        def act() -> None:
            if self._report is not None:
                self._report.commands[id][0]()

        def enabled() -> bool:
            return self._report is not None and self._report.commands[id][1]()

        self._ground.window.book.bind(id, act, enabled=enabled)

    def _place_changed(self, id: str) -> None:
        if id != _PLACE:
            return
        if self._report is not None:
            self._report.presenter.refresh()
        else:
            self._ground.lanes.reads.run(
                lambda: load(_WITHOUT_QT), done=lambda _: self._build(), newest="report-code"
            )

    def _build(self) -> None:
        from desktop.report.build import BuiltReport  # not before somebody comes here

        if self._report is not None:
            return
        window = self._ground.window
        self._report = BuiltReport(self._ground, in_front=lambda: window.place == _PLACE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column.addWidget(self._report.screen)
        if window.place == _PLACE:
            self.focus_work()
        self._report.presenter.refresh()
