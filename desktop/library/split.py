"""A list at the left and a page at the right; the list takes its share until somebody drags the line."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.look.measures import grown

_SHARE, _LEAST_LIST, _MOST_LIST, _LEAST_PAGE = 0.37, 336, 440, 440


class ListAndPage(QSplitter):
    """Two panes with a line between them that can be dragged.

    ``share`` is the list's part of the width, up to ``most`` of our measures.
    """

    def __init__(
        self, left: QWidget, right: QWidget, *, share: float = _SHARE, most: int = _MOST_LIST
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        left.setMinimumWidth(_LEAST_LIST)
        right.setMinimumWidth(_LEAST_PAGE)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(1, 1)
        self._share, self._most = share, most
        self._dragged = False
        self.splitterMoved.connect(self._keep)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew, unless somebody chose."""
        super().resizeEvent(event)
        if not self._dragged:
            wanted = min(grown(self._most), max(grown(_LEAST_LIST), round(self.width() * self._share)))
            at_left = max(_LEAST_LIST, min(wanted, self.width() - _LEAST_PAGE))
            self.setSizes([at_left, self.width() - at_left])

    def _keep(self) -> None:
        self._dragged = True
