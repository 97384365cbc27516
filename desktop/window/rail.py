"""The rail at the left: one button per place, with its icon, its name and a count."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.look.fonts import sized, with_tabular_figures
from desktop.look.icons import set_icon
from desktop.look.measures import grown
from desktop.look.theme import current_theme, set_look
from desktop.text import no_mnemonic, set_tooltip

WIDTH = 88


class RailButton(QToolButton):
    """A place's button; ``set_badge`` puts a short count at its corner."""

    def __init__(self, title: str, icon: str, tooltip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._icon, self._badge = title, icon, ""
        self.setText(no_mnemonic(title))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(grown(56))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(title)
        set_tooltip(self, tooltip)
        self.toggled.connect(self._tint)
        set_icon(self, icon, "muted", 20)

    def set_badge(self, badge: str) -> None:
        """Show a short count, or nothing."""
        if badge != self._badge:
            self._badge = badge
            self.setAccessibleName(f"{self._title}, {badge}" if badge else self._title)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the count over it."""
        super().paintEvent(event)
        if self._badge:
            self._paint_badge()

    def _paint_badge(self) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font: QFont = with_tabular_figures(sized(self.font(), 10, bold=True))
        painter.setFont(font)
        height = grown(16)
        width = max(height, painter.fontMetrics().horizontalAdvance(self._badge) + 8)
        box = QRect(self.width() // 2 + grown(8), 4, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.qcolor("accent"))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(theme.qcolor("on_accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._badge)
        painter.end()

    def _tint(self, checked: bool) -> None:
        set_icon(self, self._icon, "accent" if checked else "muted", 20)


class Rail(QFrame):
    """The places, one above the other; ``chosen`` says which one was asked for."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "rail")
        self.setFixedWidth(grown(WIDTH))
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 8, 6, 8)
        self._column.setSpacing(4)
        self._column.addStretch(1)

    def add(self, id: str, title: str, icon: str, tooltip: str) -> None:
        """Add a place's button below the others."""
        button = RailButton(title, icon, tooltip, self)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(id))
        self._group.addButton(button)
        self._column.insertWidget(len(self._buttons), button)
        self._buttons[id] = button

    def add_at_foot(self, title: str, icon: str, tooltip: str) -> RailButton:
        """Add a button at the rail's foot that is no place, and return it."""
        button = RailButton(title, icon, tooltip, self)
        self._column.addWidget(button)
        return button

    def mark(self, id: str) -> None:
        """Mark the place that is in front."""
        if id in self._buttons:
            self._buttons[id].setChecked(True)

    def set_badge(self, id: str, badge: str) -> None:
        """Show a count at a place's button."""
        if id in self._buttons:
            self._buttons[id].set_badge(badge)
