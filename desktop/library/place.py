"""A place that reads records and edits them: the screen, and in front of it the editor while one writes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.library.choice import Choice
from desktop.library.problem_strip import ProblemStrip
from desktop.look.theme import set_look


class RecordPlace(QStackedWidget):
    """Shows a screen or the editor; ``scope_changed`` says that other commands hold now.

    Unsaved text stays in the editor while one reads elsewhere; ``unsaved`` leads back to it.
    """

    scope_changed = Signal()
    continue_wanted = Signal()

    def __init__(
        self,
        screen: QWidget,
        editor: QWidget,
        *,
        focus_screen: Callable[[], object],
        focus_editor: Callable[[], object],
    ) -> None:
        super().__init__()
        self.reading, self.editor = screen, editor
        self._focus_screen, self._focus_editor = focus_screen, focus_editor
        self._left: QWidget | None = None
        self._back = False
        self.unsaved = ProblemStrip("warn")
        self.unsaved.close_button.hide()
        page = QWidget()
        set_look(page, "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.unsaved)
        column.addWidget(screen, 1)
        self._page = page
        self.addWidget(page)
        self.addWidget(editor)

    @property
    def editing(self) -> bool:
        """Whether the editor is in front."""
        return self.currentWidget() is self.editor

    def show_editor(self) -> None:
        """Bring the editor to the front."""
        if not self.editing:
            self._left = self.reading.focusWidget()
        self.setCurrentWidget(self.editor)
        self.scope_changed.emit()

    def show_screen(self) -> None:
        """Bring the screen to the front; the cursor goes where it was when writing began."""
        self._back = self.editing
        self.setCurrentWidget(self._page)
        self.scope_changed.emit()

    def show_unsaved(self, sentence: str, choices: Sequence[Choice] = ()) -> None:
        """Say that something is not saved and what can be done, or (empty) that everything is."""
        self.unsaved.say(sentence, [*choices, ("Go on writing", self.continue_wanted.emit)])

    def focus_work(self) -> None:
        """Put the cursor where work starts."""
        left, self._left = self._left, None
        if self.editing:
            self._left = left
            self._focus_editor()
        elif self._back and left is not None and left.isVisible():
            left.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_screen()
        self._back = False
