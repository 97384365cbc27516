"""What was dismissed in this ticket, folded away, each with its way back."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from composer.tickets.ticket import Dismissal
from desktop.reply.findings.finding_card import SCOPE_WORDS
from desktop.reply.pieces import column, emptied, small_button
from desktop.reply.readings import shortened
from desktop.text import Label


class DismissalList(QWidget):
    """Shows how many findings are set aside, and on demand which; ``undo_wanted`` carries a number."""

    undo_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggle = small_button("", self._toggle, look="link")
        self._box, self._rows = column(4)
        self._count = 0
        self._box.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(self.toggle)
        outer.addWidget(self._box)
        self.hide()

    def show_dismissals(self, dismissals: tuple[Dismissal, ...]) -> None:
        """Show these."""
        emptied(self._rows)
        self._count = len(dismissals)
        for dismissal in dismissals:
            self._rows.addWidget(self._row(dismissal))
        self._box.setVisible(self._box.isVisibleTo(self) and bool(dismissals))
        self._say()
        self.setVisible(bool(dismissals))

    def _row(self, dismissal: Dismissal) -> QWidget:
        scope = SCOPE_WORDS[dismissal.scope].lower()
        about = f"{dismissal.rule} · {scope}"
        words = shortened(dismissal.words, 60)
        lines = [f"“{words}”" if words else "", about, dismissal.reason]
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Label("\n".join(line for line in lines if line), "label", wrap=True), 1)
        layout.addWidget(small_button("Undo", partial(self.undo_wanted.emit, dismissal.id), look="quiet"))
        return row

    def _toggle(self) -> None:
        self._box.setVisible(not self._box.isVisibleTo(self))
        self._say()

    def _say(self) -> None:
        words = f"{self._count} set aside"
        self.toggle.setText(
            f"Hide what is set aside ({self._count})" if self._box.isVisibleTo(self) else words
        )
