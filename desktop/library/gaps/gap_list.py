"""The list of gaps: what was asked and not found, and the way from each to an article."""

from datetime import date
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from composer.tickets.gap_table import Gap
from desktop.dialog import Dialog
from desktop.library.gaps.gap_rows import gap_rows, listed
from desktop.library.record_delegate import RecordDelegate
from desktop.library.record_list import RecordList
from desktop.look.measures import grown
from desktop.text import Label
from desktop.widgets.pieces import small_button

_WORDS = "What was searched and not found, or noted by hand. What is answered, take off the list."
_EMPTY = "Nothing is missing: every search found something."


class GapAct(StrEnum):
    """What the list was closed for."""

    NONE = ""
    WRITE = "write"
    SEARCH = "search"


class GapList(Dialog):
    """Lists gaps; ``chosen_act`` says what it was closed for and ``chosen`` with which query."""

    settle_wanted = Signal(str)

    def __init__(self, parent: QWidget | None, gaps: tuple[Gap, ...], today: date) -> None:
        super().__init__(parent, "What nobody found", _WORDS)
        self.setMinimumSize(grown(620), grown(480))
        self._gaps, self._today = gaps, today
        self.chosen_act, self.chosen = GapAct.NONE, ""
        self.list = RecordList(RecordDelegate())
        self.list.setAccessibleName("Gaps")
        self.list.opened.connect(lambda _: self._leave(GapAct.WRITE))
        self.list.left.connect(self.reject)
        self.empty = Label(_EMPTY, "muted", wrap=True)
        self.write_button = small_button("Write the article", lambda: self._leave(GapAct.WRITE), icon="edit")
        self.search_button = small_button(
            "Search again", lambda: self._leave(GapAct.SEARCH), look="quiet", icon="search"
        )
        self.settle_button = small_button("It is answered", self.settle, look="quiet", icon="check")
        self.copy_button = small_button("Copy the list", self._copy, look="quiet", icon="copy")
        acts = QHBoxLayout()
        acts.setSpacing(4)
        for button in (self.write_button, self.search_button, self.settle_button):
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self.copy_button)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.empty)
        self.body.addLayout(acts)
        self.add_button("Close", default=True)
        self.show_gaps(gaps)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_gaps(self, gaps: tuple[Gap, ...]) -> None:
        """Show the gaps as they are now; the choice stays, or goes to the next one."""
        row = self.list.currentIndex().row()
        chosen = self.list.chosen_key()
        rows = gap_rows(gaps, self._today)
        keys = [one.key for one in rows]
        self._gaps = gaps
        after = keys[min(max(row, 0), len(keys) - 1)] if keys else ""
        self.list.show_rows(rows, chosen if chosen in keys else after)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        for button in (self.write_button, self.search_button, self.settle_button, self.copy_button):
            button.setEnabled(bool(rows))

    def settle(self) -> None:
        """Take the chosen gap off the list."""
        if query := _query_of(self.list.chosen_key()):
            self.settle_wanted.emit(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes a gap off the list."""
        if event.key() == Qt.Key.Key_Delete:
            self.settle()
        else:
            super().keyPressEvent(event)

    def _leave(self, act: GapAct) -> None:
        self.chosen_act, self.chosen = act, _query_of(self.list.chosen_key())
        self.accept()

    def _copy(self) -> None:
        QApplication.clipboard().setText(listed(self._gaps, self._today))


def _query_of(key: str) -> str:
    return key.partition(":")[2]
