"""What was dismissed in this ticket, folded away, each with its way back; and rules that nobody heeds."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from composer.lint.usage import Standing, Usage
from composer.tickets.ticket import Dismissal
from desktop.reply.findings.finding_card import SCOPE_WORDS
from desktop.reply.readings import shortened
from desktop.text import Label
from desktop.widgets.pieces import column, emptied, small_button


class DismissalList(QWidget):
    """Shows how many findings are set aside, and on demand which; ``undo_wanted`` carries a number.

    A rule that is dismissed most of the time is offered to weigh less; ``soften_wanted`` and
    ``harden_wanted`` carry its id; ``forget_wanted`` carries a word that was added to the dictionary.
    """

    undo_wanted = Signal(int)
    soften_wanted = Signal(str)
    harden_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggle = small_button("", self._toggle, look="link")
        self._box, self._rows = column(4)
        self._dismissals: tuple[Dismissal, ...] = ()
        self._standing = Standing()
        self._words: tuple[str, ...] = ()
        self._box.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(self.toggle)
        outer.addWidget(self._box)
        self.hide()

    def show_dismissals(self, dismissals: tuple[Dismissal, ...]) -> None:
        """Show these."""
        self._dismissals = dismissals
        self._show()

    def show_standing(self, standing: Standing) -> None:
        """Offer these rules for demotion, and list those that weigh less already."""
        self._standing = standing
        self._show()

    def show_added_words(self, words: tuple[str, ...]) -> None:
        """List what was added to the dictionary."""
        self._words = words
        self._show()

    def _show(self) -> None:
        emptied(self._rows)
        rows = list(self._all_rows())
        for row in rows:
            self._rows.addWidget(row)
        self._box.setVisible(self._box.isVisibleTo(self) and bool(rows))
        self._say()
        self.setVisible(bool(rows))

    def _all_rows(self) -> Iterator[QWidget]:
        for rule, usage in self._standing.unwanted:
            yield _row(_offer_of(rule, usage), "Weigh it less", partial(self.soften_wanted.emit, rule))
        for dismissal in self._dismissals:
            yield _row(_words_of(dismissal), "Undo", partial(self.undo_wanted.emit, dismissal.id))
        for word in self._words:
            yield _row(f"“{word}” · in your dictionary", "Undo", partial(self.forget_wanted.emit, word))
        for rule in self._standing.softened:
            words = f"{rule} · weighs less in every ticket"
            yield _row(words, "Undo", partial(self.harden_wanted.emit, rule))

    def _toggle(self) -> None:
        self._box.setVisible(not self._box.isVisibleTo(self))
        self._say()

    def _say(self) -> None:
        count = len(self._dismissals) + len(self._words) + len(self._standing.softened)
        offers = len(self._standing.unwanted)
        parts = [f"{count} set aside"] if count or not offers else []
        parts += [f"{offers} rule{'' if offers == 1 else 's'} you mostly dismiss"] if offers else []
        words = ", ".join(parts)
        hide = f"Hide what is set aside ({count + offers})"
        self.toggle.setText(hide if self._box.isVisibleTo(self) else words)


def _row(words: str, button: str, act: Callable[[], object]) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(Label(words, "label", wrap=True), 1)
    layout.addWidget(small_button(button, act, look="quiet"))
    return row


def _words_of(dismissal: Dismissal) -> str:
    words = shortened(dismissal.words, 60)
    about = f"{dismissal.rule} · {SCOPE_WORDS[dismissal.scope].lower()}"
    return "\n".join(line for line in (f"“{words}”" if words else "", about, dismissal.reason) if line)


def _offer_of(rule: str, usage: Usage) -> str:
    return f"{rule} · dismissed {usage.dismissed} of {usage.shown} times"
