"""A list of the report: arrows pass over headings, Enter opens, Escape and Left lead out, Right leads in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from desktop.report.line_delegate import LineDelegate
from desktop.report.line_model import Index, LineModel
from desktop.report.lines import Line
from desktop.widgets.filtered_list import OpenableList


class LinesList(OpenableList):
    """Shows lines; ``chosen`` carries the key of the line to which somebody put the choice."""

    chosen = Signal(str)
    left = Signal()
    deeper = Signal()

    def __init__(self, spoken: str, *, counts_below: bool = False) -> None:
        super().__init__(spoken)
        self._quiet = False
        self.lines = LineModel(self, counts_below=counts_below)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def show_lines(self, lines: Sequence[Line], choose: str) -> None:
        """Show lines with the choice on a key, else on the first; nobody is told."""
        self._quiet = True
        self.lines.show(lines)
        # Of even lines the view asks one for its height, not each of some thousand.
        self.setUniformItemSizes(self.lines.is_even)
        if not choose or self.chosen_key() != choose:
            found = self.lines.index_of(choose)
            self.setCurrentIndex(found if found.isValid() else self.lines.first())
            if found.isValid():
                self.scrollTo(found)
            else:
                self.scrollToTop()
        self._quiet = False

    def chosen_key(self) -> str:
        """Return the key of the chosen line, or nothing."""
        line = self.lines.line(self.currentIndex())
        return line.key if line is not None else ""

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the choice."""
        super().currentChanged(current, previous)
        line = self.lines.line(current)
        if not self._quiet and line is not None:
            self.chosen.emit(line.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End pass over the headings, as the arrows do by themselves."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Left):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Right:
            self.deeper.emit()
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(self.lines.first())
            self.scrollToTop()
        elif event.key() == Qt.Key.Key_End:
            self.go_to(self.lines.last())
        else:
            super().keyPressEvent(event)
