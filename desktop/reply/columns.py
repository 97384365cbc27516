"""The three columns side by side, draggable and remembered; the right one a drawer where it is narrow."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.look.measures import grown
from desktop.look.theme import set_look

DRAWER_BELOW = 1180
SHARES = (30, 42, 28)
_DRAWER = 360
_SETTLE_MS = 400
_NARROW_SHARES = (40, 60)
_LEAST = (240, 340, 240)


class Columns(QWidget):
    """Lays out mail, draft and knowledge. ``widths_changed`` carries three widths in px after a drag;
    ``drawer_changed`` says whether the right column can be seen."""

    widths_changed = Signal(list)
    drawer_changed = Signal(bool)

    def __init__(
        self,
        left: QWidget,
        middle: QWidget,
        right: QWidget,
        *,
        widths: tuple[int, ...] = (),
        window_width: Callable[[], int] | None = None,
        right_shown: bool = True,
    ) -> None:
        super().__init__()
        self._parts = (left, middle, right)
        self._widths: tuple[int, ...] = widths if len(widths) == 3 and min(widths) > 0 else ()
        self._window_width = window_width
        self._narrow = False
        self._wanted = right_shown
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for part, least in zip(self._parts, _LEAST, strict=True):
            part.setMinimumWidth(least)
            self.splitter.addWidget(part)
        self.splitter.splitterMoved.connect(self._moved)
        # Each change is written to the disk: once after a drag, not at every pixel of it.
        self._settled = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settled.timeout.connect(lambda: self.widths_changed.emit(list(self._widths)))
        self._drawer = QFrame(self)
        set_look(self._drawer, "drawer")
        inner = QVBoxLayout(self._drawer)
        inner.setContentsMargins(1, 0, 0, 0)
        self._drawer.hide()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)

    @property
    def is_narrow(self) -> bool:
        """Whether the right column is a drawer."""
        return self._narrow

    @property
    def right_is_open(self) -> bool:
        """Whether the right column can be seen."""
        return self._parts[2].isVisibleTo(self)

    def toggle_right(self) -> None:
        """Open or close the right column."""
        self.show_right(not self.right_is_open)

    def show_right(self, shown: bool) -> None:
        """Show the right column, or give its room to the draft."""
        if not self._narrow:
            self._wanted = shown
            self._parts[2].setVisible(shown)
        else:
            self._drawer.setVisible(shown)
            self._drawer.raise_()
        self.drawer_changed.emit(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the right column into a drawer, or back, and keep the shares."""
        super().resizeEvent(event)
        width = self._window_width() if self._window_width else self.width()
        narrow = width < grown(DRAWER_BELOW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._move_right()
        self._share()
        drawer = min(grown(_DRAWER), self.width() - 80)
        self._drawer.setGeometry(self.width() - drawer, 0, drawer, self.height())

    def _move_right(self) -> None:
        right = self._parts[2]
        drawer = self._drawer.layout()
        if self._narrow and drawer is not None:
            drawer.addWidget(right)
            right.show()
            self._drawer.hide()
        else:
            self._drawer.hide()
            self.splitter.addWidget(right)
            right.setVisible(self._wanted)
        self.drawer_changed.emit(self.right_is_open)

    def _share(self) -> None:
        room = self.splitter.width()
        shares: tuple[int, ...] = self._widths or SHARES
        if self._narrow:
            shares = _NARROW_SHARES if not self._widths else self._widths[:2]
        total = sum(shares)
        self.splitter.setSizes([round(room * share / total) for share in shares])

    def _moved(self) -> None:
        sizes = self.splitter.sizes()
        kept = self._widths or tuple(round(self.width() * share / 100) for share in SHARES)
        self._widths = tuple(sizes[:3]) if len(sizes) == 3 and sizes[2] else (*sizes[:2], kept[2])
        self._settled.start()
