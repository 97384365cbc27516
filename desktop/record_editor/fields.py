"""The fields of a form as widgets: each takes and gives text, items of lists on lines of their own."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from desktop.look.icons import set_icon, take_icon
from desktop.look.measures import grown
from desktop.look.theme import restyle, set_look
from desktop.record_editor.form import Control, FieldSpec
from desktop.text import Label, LineEdit, TextEdit, no_mnemonic
from desktop.widgets.flow_layout import FlowLayout

_MOST_LINES = 9


class LineInput(LineEdit):
    """A text on one line; with ``words``, a list with commas between."""

    edited = Signal()

    def __init__(self, hint: str, *, words: bool = False) -> None:
        super().__init__(placeholder=hint)
        self._is_list = words
        self.textChanged.connect(lambda _: self.edited.emit())

    def text(self) -> str:
        """Return the text, items on lines of their own."""
        text = super().text()
        if not self._is_list:
            return text
        return "\n".join(item.strip() for item in text.split(",") if item.strip())

    def set_text(self, text: str) -> None:
        """Put a text or a list in."""
        self.setText(text.replace("\n", ", ") if self._is_list else text)
        self.setCursorPosition(0)


class LinesInput(TextEdit):
    """A list, one item a line, or a sentence that wraps; as high as it needs to be, to a limit."""

    edited = Signal()

    def __init__(self, hint: str, *, sentence: bool = False) -> None:
        super().__init__()
        self._between = " " if sentence else "\n"
        self.setPlaceholderText(hint)
        set_look(self, "small")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.edited)
        # Once the lines are broken anew for another width, not while they are.
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def text(self) -> str:
        """Return the items."""
        lines = self.verbatim().split("\n")
        return self._between.join(line.strip() for line in lines if line.strip())

    def set_text(self, text: str) -> None:
        """Put items in."""
        self.setPlainText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the new width needs."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fitting.start(0)

    def _fit(self) -> None:
        # The document of a plain editor counts its height in lines.
        lines = round(self.document().documentLayout().documentSize().height())
        self.setFixedHeight(max(2, min(_MOST_LINES, lines)) * self.fontMetrics().lineSpacing() + grown(16))
        policy = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if lines > _MOST_LINES
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(policy)


class ChoiceInput(QComboBox):
    """One of a few values; a value that isn't offered is offered too, so that it is not lost."""

    edited = Signal()

    def __init__(self, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        for value, words in choices:
            self.addItem(words, value)
        self.setSizePolicy(self.sizePolicy().Policy.Ignored, self.sizePolicy().verticalPolicy())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentIndexChanged.connect(lambda _: self.edited.emit())

    def text(self) -> str:
        """Return the value."""
        return str(self.currentData() or "")

    def set_text(self, text: str) -> None:
        """Choose a value."""
        if self.findData(text) < 0:
            self.addItem(text, text)
        self.setCurrentIndex(self.findData(text))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form; a value that changes under the wheel is a value that nobody chose."""
        event.ignore()


class TogglesInput(QWidget):
    """Any of a few values, as small switches; what was chosen first stays first."""

    edited = Signal()

    def __init__(self, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._chosen: list[str] = []
        self._buttons: dict[str, QPushButton] = {}
        self._row = FlowLayout(self, gap=4)
        for value, words in choices:
            button = QPushButton(no_mnemonic(words))
            button.setCheckable(True)
            set_look(button, "toggle")
            button.setMinimumHeight(grown(28))
            button.toggled.connect(lambda on, value=value: self._toggled(value, on=on))
            self._buttons[value] = button
            self._row.addWidget(button)

    def text(self) -> str:
        """Return the chosen values."""
        return "\n".join(self._chosen)

    def set_text(self, text: str) -> None:
        """Choose values."""
        wanted = [value for value in text.split("\n") if value in self._buttons]
        for value, button in self._buttons.items():
            button.setChecked(value in wanted)
        self._chosen = wanted

    def sizeHint(self) -> QSize:
        """Ask for the height that the width at hand needs."""
        width = self.width() if self.width() > 60 else 260
        return QSize(width, self._row.heightForWidth(width))

    def _toggled(self, value: str, *, on: bool) -> None:
        # A sign besides the colour says what is chosen.
        if on:
            set_icon(self._buttons[value], "check", "accent", 12)
        else:
            take_icon(self._buttons[value])
        if on and value not in self._chosen:
            self._chosen.append(value)
        elif not on and value in self._chosen:
            self._chosen.remove(value)
        self.edited.emit()


AnyInput = LineInput | LinesInput | ChoiceInput | TogglesInput


def input_for(spec: FieldSpec) -> AnyInput:
    """Return the widget that a field is edited with."""
    match spec.control:
        case Control.CHOICE:
            made: AnyInput = ChoiceInput(spec.choices)
        case Control.TOGGLES:
            made = TogglesInput(spec.choices)
        case Control.LINES | Control.TEXT:
            made = LinesInput(spec.hint, sentence=spec.control is Control.TEXT)
        case _:
            made = LineInput(spec.hint, words=spec.control is Control.WORDS)
    made.setAccessibleName(spec.label)
    return made


class Field(QWidget):
    """A field: its label, its widget, and the sentence about what is wrong with it."""

    edited = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        self.spec = spec
        self.input = input_for(spec)
        self.input.edited.connect(self.edited)
        self.problem = Label("", "stop-label", wrap=True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(spec.label, "label"))
        column.addWidget(self.input)
        column.addWidget(self.problem)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, or (empty) nothing any more."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.input.setProperty("invalid", "true" if sentence else "false")
        self.input.setAccessibleDescription(sentence)
        restyle(self.input)
