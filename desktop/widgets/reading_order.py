"""Tab goes through a window as one reads it, whatever was made when.

Qt takes the order in which widgets were made: what is shown later (an attachment's button, a new card)
would come last, behind the next column.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)


def tab_stops(root: QWidget) -> Iterator[QWidget]:
    """Yield what Tab can stop at below a widget, in the order of the layouts; what is hidden may come."""
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield root
    for part in _parts(root):
        yield from tab_stops(part)


class ReadingOrder(QObject):
    """Lets Tab go through what is shown below a widget from its top to its end.

    ``soon`` is to be called when something came or went; the order is mended once, when all of it stands.
    """

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.mend)

    def soon(self) -> None:
        """Mend the order as soon as the window has nothing else to do."""
        self._soon.start()

    def mend(self) -> None:
        """Mend the order now."""
        # The present order is not asked for: PySide makes what nextInFocusChain returns a child of what
        # it was called on, and takes it for deleted together with that.
        for before, after in pairwise(tab_stops(self._root)):
            QWidget.setTabOrder(before, after)


def _parts(widget: QWidget) -> list[QWidget]:
    match widget:
        case QStackedWidget():
            current = widget.currentWidget()
            return [current] if current is not None else []
        case QSplitter():
            parts = (widget.widget(number) for number in range(widget.count()))
            return [part for part in parts if part is not None]
        case QScrollArea():
            inner = widget.widget()
            return [inner] if inner is not None else []
        case QAbstractScrollArea() | QAbstractButton() | QAbstractSpinBox() | QComboBox() | QLineEdit():
            return []
    layout = widget.layout()
    inside = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    laid_out = list(_laid_out(layout, inside)) if layout is not None else []
    # What floats above the layout (a drawer, a notice) is read last.
    return laid_out + [child for child in inside if not child.isWindow() and child not in laid_out]


def _laid_out(layout: QLayout, inside: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield those of some widgets that a layout holds, in its order, and in that of the layouts within.

    Its items are not asked for: Qt deletes them without a word to PySide, which would go on taking whatever
    comes to lie at that address for an item, until it crashes.
    """
    within = [child for child in layout.children() if isinstance(child, QLayout)]
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(part), part) for part in inside]
    placed += [(layout.indexOf(part), part) for part in within]
    for place, part in sorted(placed, key=lambda one: one[0]):
        if place >= 0 and isinstance(part, QLayout):
            yield from _laid_out(part, inside)
        elif place >= 0 and isinstance(part, QWidget):
            yield part
