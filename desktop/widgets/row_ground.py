"""The ground of a row that a delegate draws itself: quiet, under the pointer, chosen, in focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.look.theme import current_theme

_RADIUS = 6


def draw_row_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw the ground of a row that is chosen or under the pointer; leaves the painter without a pen."""
    theme, state = current_theme(), option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if not chosen and not state & QStyle.StateFlag.State_MouseOver:
        return
    painter.setBrush(theme.qcolor("selected" if chosen else "hover"))
    focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
    painter.setPen(theme.qcolor("accent") if focused else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
    painter.setPen(Qt.PenStyle.NoPen)
