"""Writing an update: what there is to say, when customers hear next, how far the work is."""

from PySide6.QtWidgets import QFormLayout, QWidget

from desktop.dialog import Dialog
from desktop.known_issues.issue_update import Update, moment_problem
from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.record_editor.fields import ChoiceInput
from desktop.text import Label, LineEdit, TextEdit
from kb_content.known_issue import IssueStatus, KnownIssue

ADD = "Add the update"


class UpdateDialog(Dialog):
    """Asks for an update; the button works once there is something to add."""

    def __init__(self, parent: QWidget | None, issue: KnownIssue) -> None:
        super().__init__(parent, f"Update of “{issue.title}”")
        self.setMinimumWidth(grown(520))
        self.words = TextEdit()
        set_look(self.words, "small")
        self.words.setPlaceholderText("What is new, as a customer may read it")
        self.words.setAccessibleName("What is new")
        self.words.setFixedHeight(grown(96))
        self.next_update = LineEdit(issue.next_update, "2026-12-03 or 2026-12-03 15:00")
        self.next_update.setAccessibleName("Next update")
        self.status = ChoiceInput(tuple((status.value, status.value.capitalize()) for status in IssueStatus))
        self.status.set_text(issue.status.value)
        self.problem = Label("", "stop-label", wrap=True)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(Label("Next update", "muted"), self.next_update)
        form.addRow(Label("Status", "muted"), self.status)
        self.body.addWidget(self.words)
        self.body.addWidget(Label("It goes on top of the history, with today's date and your name.", "label"))
        self.body.addLayout(form)
        self.body.addWidget(self.problem)
        self.add_button("Cancel")
        self.add = self.add_button(ADD, default=True)
        self.words.textChanged.connect(self._check)
        self.next_update.textChanged.connect(self._check)
        self._check()
        self.words.setFocus()

    def update_written(self) -> Update:
        """Return what was written."""
        return Update(
            self.words.verbatim().strip(),
            self.next_update.text().strip(),
            IssueStatus(self.status.text()),
        )

    def _check(self) -> None:
        sentence = moment_problem(self.next_update.text().strip())
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.add.setEnabled(not sentence and bool(self.words.verbatim().strip()))
