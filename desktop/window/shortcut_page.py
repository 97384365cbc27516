"""The page of keyboard shortcuts, made from the command table."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from desktop.dialog import Dialog
from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.text import Label
from desktop.window.commands import shown_keys
from desktop.window.shortcut_sections import Section


class ShortcutPage(Dialog):
    """Every command that has keys, those of where one is first, with what it does."""

    def __init__(self, parent: QWidget | None, sections: Iterable[Section]) -> None:
        super().__init__(parent, "Keyboard shortcuts", "Ctrl+K lists every command, also those without keys.")
        self.resize(grown(760), grown(640))
        page = QWidget()
        set_look(page, "page")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 16, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for section in sections:
            self._section(grid, section)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(area, 1)
        self.add_button("Close", default=True)
        area.setAccessibleName("Commands and their keys")
        area.setFocus()  # the arrows scroll, Enter closes

    def _section(self, grid: QGridLayout, section: Section) -> None:
        row = grid.rowCount()
        heading = Label(section.title, "section")
        heading.setContentsMargins(0, 12, 0, 4)
        grid.addWidget(heading, row, 0, 1, 3)
        for offset, command in enumerate(section.commands, start=1):
            keys = Label(shown_keys(command))
            set_look(keys, "key")
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(keys, row + offset, 0, Qt.AlignmentFlag.AlignLeft | top)
            grid.addWidget(Label(command.title), row + offset, 1, top)
            grid.addWidget(Label(command.help, "muted", wrap=True), row + offset, 2, top)
