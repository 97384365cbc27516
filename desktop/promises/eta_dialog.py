"""Asking for a new ETA: typed as one says it, shown as it will stand."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.dialog import Dialog
from desktop.look.icons import set_icon
from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.promises.new_eta import EtaQuestion, EtaRead
from desktop.text import Label, LineEdit, TextEdit, no_mnemonic

SET, REMIND = "Set the new ETA", "Remind me"
_TOLD_NEXT = "The ticket opens next, so that the customer hears of it before they ask."
_NOT_TOLD = "The customer was promised no day, and hears nothing of this one."


class EtaDialog(Dialog):
    """A field for the moment with moments to choose from, and the promise in its new words.

    The words follow the moment until somebody types in them; a day of our own has none. ``given`` holds
    what was read.
    """

    def __init__(self, parent: QWidget | None, question: EtaQuestion) -> None:
        title = "Look again for" if question.own_day else "New ETA for"
        super().__init__(parent, f"{title} {question.customer}", question.due)
        self.setFixedWidth(grown(520))
        self._question = question
        self._own_words = False
        self.given = EtaRead(None, "")
        asked = "Day" if question.own_day else "New day and time"
        self.moment = LineEdit(placeholder="Thu" if question.own_day else "Thu 15:00")
        self.moment.setAccessibleName(asked)
        self.moment.textChanged.connect(self._moment_changed)
        self.sign, self.echo = Label(), Label("", "muted", wrap=True)
        self.sign.setFixedWidth(grown(16))
        self.words = self._new_words()
        self.body.addWidget(Label(asked, "label"))
        self.body.addWidget(self.moment)
        self.body.addLayout(self._choices())
        self.body.addLayout(self._echo_row())
        self.body.addSpacing(4)
        if question.own_day:
            self.body.addWidget(Label(question.words, wrap=True))
            self.words.hide()
        else:
            self.body.addWidget(Label("What is promised", "label"))
            self.body.addWidget(self.words)
        self.body.addWidget(Label(_NOT_TOLD if question.own_day else _TOLD_NEXT, "muted", wrap=True))
        self.add_button("Cancel", look="quiet")
        self.confirm = self.add_button(REMIND if question.own_day else SET, default=True)
        self.moment.setFocus()
        self._moment_changed("")

    @property
    def promise(self) -> str:
        """The words of the promise, as they stand in the field."""
        return " ".join(self.words.verbatim().split()) or self.given.words

    def _moment_changed(self, typed: str) -> None:
        read = self._question.read(typed)
        self.given = read
        self.confirm.setEnabled(read.due is not None)
        if read.due is None:
            icon, token = ("hint", "muted") if not typed.strip() else ("warning", "warn")
        else:
            icon, token = ("warning", "warn") if read.caution else ("check", "ok")
        set_icon(self.sign, icon, token, 16)
        self.echo.setText(f"{read.sentence}. {read.caution}" if read.caution else read.sentence)
        if not self._own_words:
            with QSignalBlocker(self.words):
                self.words.replace_all(read.words or self._question.words)

    def _words_edited(self) -> None:
        self._own_words = True

    def _new_words(self) -> TextEdit:
        field = TextEdit(self)
        set_look(field, "")
        field.document().setDocumentMargin(6)
        field.setFixedHeight(grown(72))
        field.setAccessibleName("What is promised")
        field.textChanged.connect(self._words_edited)
        return field

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for choice in self._question.choices:
            button = QPushButton(no_mnemonic(choice))
            button.setAutoDefault(False)
            set_look(button, "quiet")
            button.clicked.connect(lambda _=False, choice=choice: self._take(choice))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _take(self, choice: str) -> None:
        self.moment.setText(choice)
        self.confirm.setFocus()

    def _echo_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sign)
        row.addWidget(self.echo, 1)
        return row
