"""Writing an update: what there is to say, when customers hear next, how far the work is."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.dialog import Dialog
from desktop.known_issues.issue_update import Update, read_moment
from desktop.library.trust import is_past
from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.promises.new_eta import EtaReader
from desktop.record_editor.fields import ChoiceInput
from desktop.text import Label, LineEdit, TextEdit
from desktop.widgets.pieces import small_button
from kb_content.known_issue import IssueStatus, KnownIssue

ADD = "Add the update"
_NOTHING_SAID = "Left empty, no agent can say when customers hear next."


class UpdateDialog(Dialog):
    """Asks for an update; the button works once there is something to add.

    The next update is typed as one says it. One that is past is not offered again: customers were to
    hear by then.
    """

    def __init__(self, parent: QWidget | None, issue: KnownIssue, reader: EtaReader, now: datetime) -> None:
        super().__init__(parent, f"Update of “{issue.title}”")
        self.setFixedWidth(grown(520))
        self.words = TextEdit()
        set_look(self.words, "small")
        self.words.setPlaceholderText("What is new, as a customer may read it")
        self.words.setAccessibleName("What is new")
        self.words.setFixedHeight(grown(96))
        self._reader = reader
        promised = "" if is_past(issue.next_update, now) else issue.next_update
        self.next_update = LineEdit(promised, "Thu 15:00")
        self.next_update.setAccessibleName("Next update")
        self.echo = Label("", "muted", wrap=True)
        self.status = ChoiceInput(tuple((status.value, status.value.capitalize()) for status in IssueStatus))
        self.status.set_text(issue.status.value)
        self.problem = Label("", "stop-label", wrap=True)
        self.body.addWidget(self.words)
        self.body.addWidget(Label("It goes on top of the history, with today's date and your name.", "label"))
        self.body.addSpacing(4)
        self.body.addWidget(Label("Customers hear next", "label"))
        self.body.addWidget(self.next_update)
        self.body.addLayout(self._choices())
        self.body.addWidget(self.echo)
        self.body.addWidget(self.problem)
        self.body.addSpacing(4)
        self.body.addWidget(Label("Status", "label"))
        self.body.addWidget(self.status)
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
            read_moment(self.next_update.text(), self._reader).stored,
            IssueStatus(self.status.text()),
        )

    def _choices(self) -> QHBoxLayout:
        """Moments to choose from, as they would be typed."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for choice in self._reader.choices():
            row.addWidget(small_button(choice, partial(self.next_update.setText, choice), look="quiet"))
        row.addStretch(1)
        return row

    def _check(self) -> None:
        read = read_moment(self.next_update.text(), self._reader)
        self.problem.setText(read.problem)
        self.problem.setVisible(bool(read.problem))
        self.echo.setText(read.spoken if read.stored or read.problem else _NOTHING_SAID)
        self.echo.setVisible(not read.problem)
        self.add.setEnabled(not read.problem and bool(self.words.verbatim().strip()))
