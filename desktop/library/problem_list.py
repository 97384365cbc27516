"""The files that could not be read as meant: where, which line, what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.dialog import Dialog
from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.text import Label
from desktop.widgets.pieces import column
from kb_content.failure import Problem

_MOST = 200


class ProblemList(Dialog):
    """Lists problems with file, line and sentence."""

    def __init__(self, parent: QWidget | None, problems: Sequence[Problem]) -> None:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__(
            parent, f"{count} in the library's files", "The files are as they were; mend them in any editor."
        )
        self.setMinimumWidth(grown(640))
        box, rows = column(12, (0, 4, 8, 4))
        set_look(box, "clear")
        for problem in problems[:_MOST]:
            rows.addLayout(_row(problem))
        if len(problems) > _MOST:
            rows.addWidget(Label(f"and {len(problems) - _MOST} more", "muted"))
        rows.addStretch(1)
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setWidget(box)
        scroller.setMinimumSize(QSize(grown(580), grown(min(400, 56 * len(problems) + 40))))
        self.body.addWidget(scroller)
        self.add_button("Close", default=True)


def _row(problem: Problem) -> QVBoxLayout:
    row = QVBoxLayout()
    row.setSpacing(2)
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    row.addWidget(Label(place or "The library", "mono", selectable=True))
    row.addWidget(Label(problem.sentence, wrap=True, selectable=True))
    return row
