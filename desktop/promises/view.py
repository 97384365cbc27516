"""The screen of Promises: says what the agent did, shows what the presenter tells."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.look.icons import set_icon
from desktop.look.theme import set_look
from desktop.promises.eta_dialog import REMIND, SET, EtaDialog
from desktop.promises.new_eta import EtaQuestion
from desktop.promises.promise_model import PromiseModel
from desktop.promises.row_delegate import RowDelegate
from desktop.promises.rows import GroupOfRows
from desktop.text import Label, set_tooltip
from desktop.widgets.filtered_list import FilterField, ListOrEmpty, OpenableList
from desktop.window.empty_state import EmptyState


class PromisesScreen(QWidget):
    """What was promised, the most urgent first, with a filter and the acts on the chosen one."""

    words_changed = Signal(str)
    promise_chosen = Signal(int)
    kept_chosen = Signal(int)
    move_chosen = Signal(int)
    put_off_chosen = Signal(int)
    eta_given = Signal(int, object, str)
    day_given = Signal(int, object)
    queue_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.summary = Label("Promises", "page"), Label("", "muted")
        self.filter = FilterField("Filter by customer, words or owner", "Filter the promises")
        self.filter.textChanged.connect(self.words_changed)
        self.kept_button = self._new_button("Kept", "check", self.keep_current, "Kept (K)")
        self.move_button = self._new_button("New ETA…", "clock", self.move_current, "New ETA (E)")
        self.later_button = self._new_button(
            "Look again…", "half", self.put_off_current, "Be reminded on another day (L)"
        )
        self.open_button = self._new_button("Open the ticket", "mail", self.open_current, "Open (Enter)")
        self.model = PromiseModel(self)
        self.list = self._new_list()
        self.empty = EmptyState("promise")
        self.empty.first_chosen.connect(self.queue_chosen)
        self.pages = ListOrEmpty(self.list, self.empty, self.filter)
        self.dialog: EtaDialog | None = None
        self._lay_out()
        self._choice_changed()

    # What the presenter tells ------------------------------------------------------------------

    def show_groups(self, groups: Sequence[GroupOfRows]) -> None:
        """Show these promises, keeping the chosen one, or choosing the first."""
        chosen = self.chosen_promise()
        self.model.show(groups)
        if not self.chosen_promise():
            kept = self.model.index_of(chosen)
            self.list.setCurrentIndex(kept if kept.isValid() else self.model.first())
        # A list that gets the focus without a choice would take one of its own, and not mark it.
        self._show_acts(True)
        self.pages.show_list()
        self._choice_changed()

    def show_nothing(self, sentence: str, more: str = "") -> None:
        """Show why there is no promise; with ``more``, that there is none at all."""
        self.model.show(())
        self.empty.say(sentence, "Go to the queue" if more else "", more=more)
        self._show_acts(False)
        self.pages.show_empty()
        self._choice_changed()

    def show_summary(self, sentence: str) -> None:
        """Show how many are open."""
        self.summary.setText(sentence)

    def choose(self, promise_id: int) -> None:
        """Put the choice on a promise, where it is shown."""
        self.list.go_to(self.model.index_of(promise_id))

    def ask_for_eta(self, question: EtaQuestion) -> None:
        """Ask for a promise's new ETA."""
        dialog = EtaDialog(self, question)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _: self._eta_answered(question.promise_id))
        self.dialog = dialog
        dialog.open()

    # What the agent does -----------------------------------------------------------------------

    def chosen_promise(self) -> int:
        """Return the number of the chosen promise, or 0."""
        row = self.model.row(self.list.currentIndex())
        return row.id if row is not None else 0

    def has_choice(self) -> bool:
        """Tell whether a promise is chosen."""
        return bool(self.chosen_promise())

    def focus_work(self) -> None:
        """Put the cursor where work starts."""
        self.pages.focus_work()

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self.filter.take_cursor()

    def open_current(self) -> None:
        """Ask for the chosen promise's ticket."""
        self.promise_chosen.emit(self.chosen_promise())

    def keep_current(self) -> None:
        """Say that the chosen promise was kept."""
        self.kept_chosen.emit(self.chosen_promise())

    def move_current(self) -> None:
        """Ask for a new ETA for the chosen promise."""
        self.move_chosen.emit(self.chosen_promise())

    def put_off_current(self) -> None:
        """Ask when to look again at the chosen promise, which names no day."""
        self.put_off_chosen.emit(self.chosen_promise())

    def waits(self) -> bool:
        """Tell whether the chosen promise names no day."""
        row = self.model.row(self.list.currentIndex())
        return row is not None and not row.has_day

    def _eta_answered(self, promise_id: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None or dialog.given.due is None:
            return
        if dialog.answer == SET:
            self.eta_given.emit(promise_id, dialog.given.due, dialog.promise)
        elif dialog.answer == REMIND:
            self.day_given.emit(promise_id, dialog.given.due)

    def _choice_changed(self) -> None:
        for button in (self.kept_button, self.move_button, self.open_button):
            button.setEnabled(self.has_choice())
        self.later_button.setEnabled(self.waits())

    def _show_acts(self, shown: bool) -> None:
        for button in self._acts():
            button.setVisible(shown)

    def _acts(self) -> tuple[QPushButton, ...]:
        return self.kept_button, self.move_button, self.later_button, self.open_button

    def _new_button(self, words: str, icon: str, act: object, tooltip: str) -> QPushButton:
        button = QPushButton(words)
        set_icon(button, icon, "text", 16)
        set_tooltip(button, tooltip)
        button.clicked.connect(act)
        return button

    def _new_list(self) -> "_PromiseList":
        view = _PromiseList("Promises, the most urgent first")
        view.setModel(self.model)
        view.setItemDelegate(RowDelegate(view))
        view.opened.connect(self.open_current)
        view.doubleClicked.connect(self.open_current)
        view.selectionModel().currentChanged.connect(self._choice_changed)
        return view

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self.summary, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addStretch(1)
        head.addWidget(self.filter)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for button in self._acts():
            bar.addWidget(button)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 8)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self.pages, 1)


class _PromiseList(OpenableList):
    """Its first and last entry are promises, never headings."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End pass over the headings, as the arrows do by themselves."""
        model = self.model()
        assert isinstance(model, PromiseModel)
        if event.key() == Qt.Key.Key_Home:
            self.go_to(model.first())
            self.scrollToTop()
        elif event.key() == Qt.Key.Key_End:
            self.go_to(model.last())
        else:
            super().keyPressEvent(event)
