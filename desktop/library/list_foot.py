"""The foot of the library's list: what is wrong with files, what nobody found, what to do if nothing fits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.look.icons import set_icon
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.pieces import small_button


class ListFoot(QWidget):
    """Shows its buttons where there is something behind them; says what was chosen."""

    problems_wanted = Signal()
    gaps_wanted = Signal()
    note_wanted = Signal()
    ask_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problems_button = small_button("", self.problems_wanted.emit, look="quiet", icon="warning")
        set_icon(self.problems_button, "warning", "warn", 16)
        self.gaps_button = small_button("", self.gaps_wanted.emit, look="quiet", icon="circle")
        set_icon(self.gaps_button, "circle", "muted", 16)
        self.unfit_button = small_button("Nothing fits", lambda: None, look="quiet", icon="chevron-down")
        self.unfit_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.unfit_button.setMenu(self._unfit_menu())
        row = FlowLayout(self, gap=4)
        for button in (self.problems_button, self.gaps_button, self.unfit_button):
            row.addWidget(button)
        self.show_problems(0)
        self.show_gaps(0)
        self.show_searched("")

    def show_problems(self, count: int) -> None:
        """Show how many files could not be read as meant."""
        self.problems_button.setText(f"Problems ({count})")
        self.problems_button.setVisible(bool(count))

    def show_gaps(self, count: int) -> None:
        """Show how many questions nobody found an answer to."""
        self.gaps_button.setText(f"Gaps ({count})")
        self.gaps_button.setVisible(bool(count))

    def show_searched(self, query: str) -> None:
        """Offer what to do if nothing of what was found fits."""
        self.unfit_button.setVisible(bool(query))

    def _unfit_menu(self) -> QMenu:
        menu = QMenu(self)
        for words, icon, signal in (
            ("Note as a gap", "circle", self.note_wanted),
            ("Ask the owner…", "person", self.ask_wanted),
        ):
            action = menu.addAction(words)
            set_icon(action, icon, "muted")
            action.triggered.connect(lambda _=False, signal=signal: signal.emit())
        return menu
