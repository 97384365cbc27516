"""The files that could not be read as meant: where, which line, what to do."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.dialog import Dialog
from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.text import Label
from desktop.widgets.pieces import column, small_button
from kb_content.failure import Problem

_MOST = 200


class ProblemList(Dialog):
    """Lists problems with file, line and sentence; ``file_wanted`` carries the path of one to open."""

    file_wanted = Signal(str)

    def __init__(self, parent: QWidget | None, problems: Sequence[Problem]) -> None:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__(
            parent,
            f"{count} in the library's files",
            "The files are as they were. Mend them in any editor; a saved file is read again at once.",
        )
        self.setMinimumWidth(grown(640))
        box, rows = column(12, (0, 4, 8, 4))
        set_look(box, "clear")
        for problem in problems[:_MOST]:
            rows.addLayout(self._told(problem))
        if len(problems) > _MOST:
            rows.addWidget(Label(f"and {len(problems) - _MOST} more", "muted"))
        rows.addStretch(1)
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setWidget(box)
        scroller.setMinimumSize(QSize(grown(580), grown(min(400, 56 * len(problems) + 40))))
        self.body.addWidget(scroller)
        self.add_button("Close", default=True)

    def _told(self, problem: Problem) -> QHBoxLayout:
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(Label(place or "The library", "mono", selectable=True))
        told.addWidget(Label(problem.sentence, wrap=True, selectable=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(told, 1)
        if problem.path:
            button = small_button("Open the file", partial(self.file_wanted.emit, problem.path))
            button.setAccessibleName(f"Open {problem.path}")
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row
