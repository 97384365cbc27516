"""How the reply will arrive: as HTML, on a dark window, as plain text, as colour-blind people see it."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.reply.preview.mail_page_view import MailPageView
from desktop.text import Label
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.pieces import small_button


class PreviewKind(StrEnum):
    """The ways a reply can be looked at."""

    HTML = "HTML"
    DARK = "Dark"
    PLAIN = "Plain text"
    COLOUR_BLIND = "Colour-blind"


class PreviewView(QWidget):
    """Shows a reply as it arrives; ``kind_chosen`` carries a kind, ``left`` wants the draft back."""

    kind_chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[PreviewKind, QPushButton] = {}
        self.kind = PreviewKind.HTML
        self.page = MailPageView()
        self.page.setAccessibleName("Preview of the reply")
        self.subject = Label("", "strong", elide=True)
        kinds = QWidget()
        row = FlowLayout(kinds)
        group = QButtonGroup(self)
        for kind in PreviewKind:
            button = small_button(kind.value, partial(self.choose, kind), look="quiet")
            button.setCheckable(True)
            group.addButton(button)
            self.buttons[kind] = button
            row.addWidget(button)
        self.buttons[self.kind].setChecked(True)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(4)
        head.addWidget(kinds, 1)
        back = small_button("Back to the draft", self.left.emit)
        head.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        subject = QHBoxLayout()
        subject.setContentsMargins(16, 0, 16, 8)
        subject.addWidget(self.subject)
        column.addLayout(subject)
        column.addWidget(self.page, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the draft."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def choose(self, kind: PreviewKind) -> None:
        """Look at the reply another way."""
        self.kind = kind
        self.buttons[kind].setChecked(True)
        self.kind_chosen.emit(kind)

    def show_html(self, subject: str, html: str, *, dark: bool) -> None:
        """Show sanitised HTML on a white or a dark page."""
        self.subject.setText(subject)
        self.page.show_page(html, dark=dark)

    def show_plain(self, subject: str, text: str) -> None:
        """Show plain text."""
        self.subject.setText(subject)
        self.page.show_text(text)

    def take_focus(self) -> None:
        """Put the keyboard on the way of looking that is chosen."""
        self.buttons[self.kind].setFocus(Qt.FocusReason.OtherFocusReason)
