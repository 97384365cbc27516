"""Small pieces that columns are made of: heads, quiet buttons, notices, rows of chips."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.look.icons import set_icon
from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.text import Label, no_mnemonic, set_tooltip

HEAD_HEIGHT = 40


def icon_button(name: str, spoken: str, act: Callable[[], object], *, token: str = "muted") -> QToolButton:
    """Return a button that is an icon, with its meaning as tooltip and for screen readers."""
    button = QToolButton()
    set_icon(button, name, token, 16)
    set_tooltip(button, spoken)
    button.setAccessibleName(spoken.partition("\n")[0])
    button.setFixedHeight(grown(28))
    button.setMinimumWidth(grown(28))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda: act())
    return button


def small_button(text: str, act: Callable[[], object], *, look: str = "", icon: str = "") -> QPushButton:
    """Return a button with words."""
    button = QPushButton(no_mnemonic(text))
    button.setAutoDefault(False)
    if look:
        set_look(button, look)
    if icon:
        set_icon(button, icon, "on_accent" if look == "primary" else "text", 16)
    button.clicked.connect(lambda: act())
    return button


class ColumnHead(QFrame):
    """The head of a column: its name at the left, what belongs to it at the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "bar")
        self.setFixedHeight(grown(HEAD_HEIGHT))
        self.title = Label(title, "strong")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 0, 8, 0)
        self.row.setSpacing(4)
        self.row.addWidget(self.title)
        self.row.addStretch(1)


class QuietNotice(QFrame):
    """A sentence that is good to know: an icon and words, on a soft ground."""

    def __init__(
        self, text: str, *, icon: str = "hint", token: str = "muted", look: str = "notice", role: str = "body"
    ) -> None:
        super().__init__()
        set_look(self, look)
        self.sign = Label()
        self.sign.setFixedWidth(grown(18))
        set_icon(self.sign, icon, token, 16)
        self.words = Label(text, role, wrap=True, selectable=True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 6, 8, 6)
        self.row.setSpacing(8)
        self.row.addWidget(self.sign)
        self.row.addWidget(self.words, 1)


def chip(text: str, look: str = "chip", *, tip: str = "", gives_way: bool = False) -> Label:
    """Return a short word in a frame of its own, cut where it is too long.

    One that ``gives_way`` ends in an ellipsis where it has less room, as in a flow that is narrower.
    """
    whole = gives_way or len(text) <= 60
    label = Label(text if whole else f"{text[:59]}…", elide=gives_way)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, label.sizePolicy().verticalPolicy())
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    set_look(label, look)
    if tip:
        set_tooltip(label, tip)
    elif not whole:
        set_tooltip(label, text)
    return label


def column(
    spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> tuple[QWidget, QVBoxLayout]:
    """Return an empty widget with a column for a layout."""
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return widget, layout


class TallColumn(QWidget):
    """What stands in a scroll area: as high as its texts need at the width they get."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = QVBoxLayout(self)

    def event(self, event: QEvent) -> bool:
        """Measure again when something in it changed."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._measure()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again for the new width."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        height = self.rows.totalHeightForWidth(self.width())
        if height > 0 and height != self.minimumHeight():
            self.setMinimumHeight(height)


def arrange(layout: QBoxLayout, widgets: Sequence[QWidget]) -> None:
    """Let a layout hold these widgets in this order; those that it held already are not made anew."""
    for place, widget in enumerate(widgets):
        if layout.indexOf(widget) != place:
            layout.insertWidget(place, widget)
    while (item := layout.takeAt(len(widgets))) is not None:
        _let_go(item)


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout and let the widgets go."""
    while (item := layout.takeAt(0)) is not None:
        _let_go(item)


def _let_go(item: QLayoutItem) -> None:
    widget = item.widget()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
