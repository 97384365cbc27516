"""A double click on what a single one opens presses nothing of what comes up below it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.widgets.second_click import SecondClickShield


def test_the_second_click_is_taken_where_the_first_was_made(qtbot: QtBot) -> None:
    """Elsewhere, and once nobody double-clicks so slowly, buttons work."""
    button = QPushButton("Insert")
    qtbot.addWidget(button)
    button.resize(300, 100)
    button.show()
    shield = SecondClickShield(button, button.mapToGlobal(QPoint(60, 50)))
    assert button.childAt(QPoint(55, 45)) is shield
    assert button.childAt(QPoint(200, 50)) is None
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.mouseDClick(shield, Qt.MouseButton.LeftButton)
    assert not pressed
    with qtbot.waitSignal(shield.destroyed, timeout=5_000):
        pass
    assert button.childAt(QPoint(55, 45)) is None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(55, 45))
    assert pressed
