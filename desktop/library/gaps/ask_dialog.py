"""Asking an owner: to whom, and what; copied, or handed to the mail program. Nothing is sent from here."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFormLayout, QWidget

from desktop.dialog import Dialog
from desktop.library.gaps.owner_mail import OwnerMail, addressed, mailto
from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.record_editor.fields import ChoiceInput
from desktop.text import Label, LineEdit, TextEdit
from kb_content.team import Member

COPY, OPEN = "Copy the text", "Open in mail program"


class AskOwnerDialog(Dialog):
    """Shows the mail to be changed; ``carry_out`` does what was chosen and returns a sentence about it."""

    def __init__(self, parent: QWidget | None, mail: OwnerMail) -> None:
        super().__init__(parent, "Ask the owner", "You write to a colleague; no customer reads this.")
        self.setMinimumWidth(grown(560))
        self._mail = mail
        self.person = ChoiceInput(
            tuple((person.name, f"{person.name}, {person.mail or 'no address'}") for person in mail.people)
            or (("", "nobody is named in library.toml"),)
        )
        self.person.setAccessibleName("To")
        self.subject = LineEdit(mail.subject)
        self.subject.setAccessibleName("Subject")
        self.subject.setCursorPosition(0)
        self.words = TextEdit()
        set_look(self.words, "small")
        self.words.setAccessibleName("Your question")
        self.words.setFixedHeight(grown(200))
        self._shown = ""
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(Label("To", "muted"), self.person)
        form.addRow(Label("Subject", "muted"), self.subject)
        self.body.addLayout(form)
        self.body.addWidget(self.words)
        self.add_button("Cancel")
        self.add_button(COPY)
        self.open_button = self.add_button(OPEN, default=True)
        self.person.edited.connect(self._address)
        self._address()
        self.words.setFocus()

    def carry_out(self) -> str:
        """Copy the text, or open the mail program with it; return what was done, or nothing."""
        text = self.words.verbatim()
        if self.answer == COPY:
            QApplication.clipboard().setText(f"{self.subject.text()}\n\n{text}")
            return "The question is on the clipboard."
        if self.answer != OPEN:
            return ""
        person = self._person()
        address = mailto(person.mail if person else "", self.subject.text(), text)
        if QDesktopServices.openUrl(QUrl(address)):
            return "The question is in your mail program."
        QApplication.clipboard().setText(f"{self.subject.text()}\n\n{text}")
        return "No mail program answered; the question is on the clipboard."

    def _person(self) -> Member | None:
        return next((one for one in self._mail.people if one.name == self.person.text()), None)

    def _address(self) -> None:
        """Greet who is chosen, unless the text was changed by hand."""
        person = self._person()
        if self.words.verbatim() in ("", self._shown):
            self._shown = addressed(self._mail, person)
            self.words.setPlainText(self._shown)
        self.open_button.setEnabled(bool(person and person.mail))
