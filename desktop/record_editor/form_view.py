"""The form beside the text: a column of fields that scrolls."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.look.theme import set_look
from desktop.record_editor.fields import Field
from desktop.record_editor.form import FieldSpec
from desktop.widgets.pieces import emptied


class FormView(QScrollArea):
    """Shows the fields of a record; ``edited`` says that something in them changed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "form")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = QFrame()
        set_look(box, "panel")
        self._column = QVBoxLayout(box)
        self._column.setContentsMargins(20, 16, 16, 20)
        self._column.setSpacing(12)
        self.setWidget(box)
        self.fields: dict[str, Field] = {}

    def show_form(self, form: tuple[FieldSpec, ...], values: Mapping[str, str]) -> None:
        """Show fields with what stands in them."""
        if tuple(field.spec for field in self.fields.values()) != form:
            emptied(self._column)
            self.fields = {}
            for spec in form:
                field = Field(spec)
                field.edited.connect(self.edited)
                self.fields[spec.key] = field
                self._column.addWidget(field)
            self._column.addStretch(1)
        for key, field in self.fields.items():
            field.input.set_text(values.get(key, ""))
        self.verticalScrollBar().setValue(0)

    def values(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {key: field.input.text() for key, field in self.fields.items()}

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at each field what is wrong with it, and go to the first."""
        first: Field | None = None
        for key, field in self.fields.items():
            field.show_problem(problems.get(key, ""))
            if key in problems and first is None:
                first = field
        if first is not None:
            first.input.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(first)
