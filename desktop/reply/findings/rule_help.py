"""The help of a rule in the window: the page that ``thrice rules show`` prints."""

from PySide6.QtWidgets import QWidget

from desktop.dialog import Dialog
from desktop.look.measures import grown
from desktop.text import PageView
from kb_content.markdown import render

_WIDTH, _HEIGHT = 640, 640


class RuleHelp(Dialog):
    """Shows a rule's page; Escape or the button closes it."""

    def __init__(self, parent: QWidget | None, title: str, page: str) -> None:
        super().__init__(parent, title)
        self.text = PageView("About this rule", render(page))
        self.body.addWidget(self.text)
        self.add_button("Close", default=True)
        self.resize(grown(_WIDTH), grown(_HEIGHT))


def show_rule_help(parent: QWidget | None, title: str, page: str) -> None:
    """Show a rule's page, and wait until it is closed."""
    dialog = RuleHelp(parent, title, page)
    dialog.exec()
    dialog.deleteLater()
