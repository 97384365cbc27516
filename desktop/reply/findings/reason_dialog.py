"""Asking how far a dismissal reaches, and why."""

from dataclasses import dataclass

from PySide6.QtWidgets import QRadioButton, QWidget

from composer.tickets.ticket import DismissalScope
from desktop.dialog import Dialog
from desktop.reply.findings.finding_card import SCOPE_WORDS
from desktop.text import Label, LineEdit

_DISMISS = "Dismiss"


@dataclass(frozen=True, slots=True)
class Reason:
    """What was answered."""

    scope: DismissalScope
    reason: str


class ReasonDialog(Dialog):
    """Three radio buttons and a line for the reason."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "Dismiss the finding")
        self.scopes: dict[DismissalScope, QRadioButton] = {}
        for scope, words in SCOPE_WORDS.items():
            button = QRadioButton(words)
            button.setChecked(scope is DismissalScope.HERE)
            self.scopes[scope] = button
            self.body.addWidget(button)
        self.body.addWidget(Label("Why (may stay empty; it helps to mend the rule)", "label"))
        self.reason = LineEdit(placeholder="The customer uses this word too")
        self.reason.setAccessibleName("Why")
        self.body.addWidget(self.reason)
        self.add_button("Cancel", look="quiet")
        self.add_button(_DISMISS, default=True)
        self.reason.setFocus()

    @property
    def chosen(self) -> Reason | None:
        """What was answered; None when the dialog was left."""
        scope = next(scope for scope, button in self.scopes.items() if button.isChecked())
        return Reason(scope, self.reason.text().strip()) if self.answer == _DISMISS else None


def ask_reason(parent: QWidget | None) -> Reason | None:
    """Ask, and return the answer, or None."""
    dialog = ReasonDialog(parent)
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    return chosen
