"""The settings as a form: who answers, how it looks, where the library lies."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QWidget,
)

from desktop.dialog import Dialog
from desktop.look.answer_colours import SWATCHES
from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.settings import THEMES, Settings
from desktop.text import Label, LineEdit, TextEdit
from kb_content.team import Member

_THEME_WORDS = {"system": "As the system", "light": "Light", "dark": "Dark", "high-contrast": "High contrast"}


class SettingsDialog(Dialog):
    """Shows the settings; ``changes`` says what was chosen when Save closed it.

    ``people`` of the team are offered as names, with their addresses; ``team_words`` are lines about what the
    library says of the team.
    """

    def __init__(
        self,
        parent: QWidget | None,
        settings: Settings,
        *,
        team_colour: str = "",
        people: Sequence[Member] = (),
        team_words: Sequence[str] = (),
    ) -> None:
        super().__init__(parent, "Settings")
        self.setMinimumWidth(grown(600))
        self._mails = {person.name: person.mail for person in people}
        self.name = LineEdit(settings.agent_name, "As customers read it")
        self.name.setCompleter(self._names())
        self.mail = LineEdit(settings.agent_mail, "you@company.example")
        self.greeting = LineEdit(settings.greeting, "Hi {{name}}, or the like in their language")
        self.sign_off = _closing(settings.sign_off)
        self.theme = _chooser([(_THEME_WORDS[name], name) for name in THEMES], settings.theme)
        self.colour = self._colours(settings.answer_colour, team_colour)
        self.text_size = QSpinBox()
        self.text_size.setRange(11, 24)
        self.text_size.lineEdit().setAccessibleName("Text size of mail and draft")
        self.text_size.lineEdit().setTextMargins(6, 0, 0, 0)
        self.text_size.setValue(settings.text_size)
        self.folder = LineEdit(settings.library_folder, "The starter library")
        choose = QPushButton("Choose…")
        choose.clicked.connect(self._choose_folder)
        folder_row = QHBoxLayout()
        folder_row.setSpacing(8)
        folder_row.addWidget(self.folder, 1)
        folder_row.addWidget(choose)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("Your name", self.name),
            ("Your mail address", self.mail),
            ("Greeting", self.greeting),
            ("Closing", self.sign_off),
            ("Theme", self.theme),
            ("Colour of inline answers", self.colour),
            ("Text size of mail and draft", self.text_size),
        )
        for words, field in rows:
            form.addRow(_caption(words, field), field)
        form.addRow(_caption("Library", self.folder), folder_row)
        self.body.addLayout(form)
        self.body.addSpacing(4)
        for line in team_words:
            self.body.addWidget(Label(line, "muted", elide=True))
        self.add_button("Cancel")
        self.add_button("Save", default=True)
        self.name.setFocus()

    def changes(self) -> dict[str, Any]:
        """Return the settings by name, as they stand in the form."""
        return {
            "agent_name": self.name.text().strip(),
            "agent_mail": self.mail.text().strip(),
            "greeting": self.greeting.text().strip(),
            "sign_off": self.sign_off.verbatim().strip(),
            "theme": self.theme.currentData(),
            "answer_colour": self.colour.currentData(),
            "text_size": self.text_size.value(),
            "library_folder": self.folder.text().strip(),
        }

    def _names(self) -> QCompleter:
        """Offer the team's names: owners and promises are told apart by them."""
        completer = QCompleter(list(self._mails), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._name_chosen)
        return completer

    def _name_chosen(self, name: str) -> None:
        if mail := self._mails.get(name, ""):
            self.mail.setText(mail)

    def _colours(self, chosen: str, team_colour: str) -> QComboBox:
        box = _chooser(
            [("The team's colour", ""), *((swatch.name, swatch.colour) for swatch in SWATCHES)], chosen
        )
        for index in range(box.count()):
            colour = box.itemData(index) or team_colour
            if colour:
                box.setItemIcon(index, _swatch(colour))
        return box

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Choose the library's folder", self.folder.text())
        if folder:
            self.folder.setText(folder)


def _chooser(choices: list[tuple[str, str]], chosen: str) -> QComboBox:
    box = QComboBox()
    box.setIconSize(QSize(grown(16), grown(16)))
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _closing(words: str) -> TextEdit:
    """Return a field of three lines: a closing is a name, and often a line or two below it."""
    field = TextEdit()
    set_look(field, "small")
    field.setPlainText(words)
    field.setPlaceholderText("Ends every new reply, for instance with your first name")
    field.setFixedHeight(3 * field.fontMetrics().lineSpacing() + grown(20))
    return field


def _caption(words: str, field: QWidget) -> Label:
    label = Label(words)
    field.setAccessibleName(words)
    return label


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(32, 32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(4, 4, 24, 24, 6, 6)
    painter.end()
    return QIcon(picture)
