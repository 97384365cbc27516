"""A click that leads elsewhere: the second one of a double click must not press what appears below it."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

_REACH = 12
"""How far from the first click a hand may be at the second one, in px."""


class SecondClickShield(QWidget):
    """Lies unseen over a window, around a point, for as long as a second click may take; takes the click."""

    def __init__(self, over: QWidget, point: QPoint) -> None:
        window = over.window()
        super().__init__(window)
        middle = window.mapFromGlobal(point)
        self.setGeometry(middle.x() - _REACH, middle.y() - _REACH, 2 * _REACH, 2 * _REACH)
        self.show()
        self.raise_()
        QTimer.singleShot(QApplication.doubleClickInterval(), self, self.deleteLater)


def take_second_click(over: QWidget) -> None:
    """Take the second click where the first one was just made."""
    SecondClickShield(over, QCursor.pos())
