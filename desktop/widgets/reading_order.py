"""Tab goes through a window as one reads it, whatever was made when.

Qt takes the order in which widgets were made: what is shown later (an attachment's button, a new card)
would come last, behind the next column.
"""

from collections.abc import Iterator
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
from shiboken6 import Shiboken

from desktop.widgets.flow_layout import FlowLayout


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
    laid_out = list(_widgets_of(layout)) if layout is not None else []
    # What floats above the layout (a drawer, a notice) is read last.
    inside = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return laid_out + [child for child in inside if not child.isWindow() and child not in laid_out]


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is None and not isinstance(layout, FlowLayout):  # ours holds its items itself
            # Qt deletes the items of its layouts without a word to PySide, which would go on taking whatever
            # comes to lie at that address for a layout's item, until it crashes.
            Shiboken.invalidate(item)
        if inner is not None:
            yield from _widgets_of(inner)
        elif widget is not None:
            yield widget
