"""The queue's screen: says what the agent did, shows what the presenter tells."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from composer.tickets.ticket import TicketStatus
from desktop.look.icons import set_icon
from desktop.look.theme import set_look
from desktop.queue.row_delegate import RowDelegate
from desktop.queue.rows import TicketRow
from desktop.queue.ticket_model import TicketModel
from desktop.text import Label
from desktop.widgets.filtered_list import FilterField, ListOrEmpty, OpenableList
from desktop.widgets.second_click import take_second_click
from desktop.window.empty_state import EmptyState

_FILTERS: tuple[tuple[str, TicketStatus | None], ...] = (
    ("Waiting", TicketStatus.OPEN),
    ("Replied", TicketStatus.REPLIED),
    ("Closed", TicketStatus.CLOSED),
    ("All", None),
)
_FILE_FILTER = "Mails (*.eml *.msg *.mht *.html *.htm *.txt);;All files (*)"


class QueueScreen(QWidget):
    """The list of tickets with a filter; takes mails that are dropped or pasted on it."""

    words_changed = Signal(str)
    status_chosen = Signal(object)
    ticket_chosen = Signal(int)
    files_chosen = Signal(list)
    pasted = Signal(str, str)
    demo_chosen = Signal()
    elsewhere_chosen = Signal()
    close_chosen = Signal(int)
    reopen_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.title = Label("Queue", "page")
        self.summary = Label("", "muted")
        self.busy = Label("", "muted")
        self.filter = FilterField("Filter by customer, subject or number", "Filter the queue")
        self.filter.textChanged.connect(self.words_changed)
        self.open_button = QPushButton("Open a mail…")
        set_look(self.open_button, "primary")
        set_icon(self.open_button, "plus", "on_accent", 16)
        self.open_button.clicked.connect(self.ask_for_files)
        self._first_time = True
        self._statuses: dict[TicketStatus | None, QPushButton] = {}
        self.model = TicketModel(self)
        self.list = self._new_list()
        self.empty = EmptyState("queue")
        self.empty.first_chosen.connect(self._take_first_act)
        self.empty.second_chosen.connect(self.demo_chosen)
        self.pages = ListOrEmpty(self.list, self.empty, self.filter)
        self.drop = self._new_drop_sign()
        self.pages.addWidget(self.drop)
        self._lay_out()

    # What the presenter tells ------------------------------------------------------------------

    def show_rows(self, rows: Sequence[TicketRow]) -> None:
        """Show these tickets, keeping the chosen one, or choosing the first."""
        chosen, bar = self.chosen_ticket(), self.list.verticalScrollBar()
        seen = bar.value()
        self.model.show(rows)
        self.open_button.show()
        self.bar.show()
        self.pages.show_list()
        if not self.list.currentIndex().isValid():
            kept = self.model.index_of(chosen)
            self.list.setCurrentIndex(kept if kept.isValid() else self.model.index(0, 0))
            if kept.isValid():  # who scrolled on stays there
                bar.setValue(seen)

    def show_status(self, status: TicketStatus | None) -> None:
        """Show tickets of which status are listed."""
        self._statuses[status].setChecked(True)

    def show_nothing(self, sentence: str, *, first_time: bool, elsewhere: int = 0) -> None:
        """Show why there is no ticket; with what to do, where there is something."""
        self._first_time = first_time
        self.model.show(())
        self.open_button.setVisible(not first_time)
        self.bar.setVisible(not first_time)
        if first_time:
            self.empty.say(
                sentence,
                "Open a mail…",
                "Try the demo mails",
                "Drop mails or a folder of them here, or paste a mail with Ctrl+V.",
            )
        elif elsewhere:
            words = "Show the one that has" if elsewhere == 1 else f"Show the {elsewhere} that have"
            self.empty.say(sentence, words, more="They were replied to or closed.")
        else:
            self.empty.say(sentence)
        self.pages.show_empty()

    def show_summary(self, sentence: str) -> None:
        """Show how many tickets wait."""
        self.summary.setText(sentence)

    def show_busy(self, sentence: str) -> None:
        """Show that mails are being read, or no longer."""
        self.busy.setText(sentence)

    def choose(self, ticket_id: int) -> None:
        """Put the choice on a ticket, where it is shown."""
        self.list.go_to(self.model.index_of(ticket_id))

    # What the agent does -----------------------------------------------------------------------

    def chosen_ticket(self) -> int:
        """Return the number of the chosen ticket, or 0."""
        row = self.model.row(self.list.currentIndex())
        return row.id if row is not None else 0

    def focus_list(self) -> None:
        """Put the cursor where work starts: the list, or the first action of an empty queue."""
        self.pages.focus_work()

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self.filter.take_cursor()

    def ask_for_files(self) -> None:
        """Ask which mails to open."""
        names, _ = QFileDialog.getOpenFileNames(self, "Open mails", "", _FILE_FILTER)
        if names:
            self.files_chosen.emit([Path(name) for name in names])

    def paste(self) -> None:
        """Take what is on the clipboard as files, HTML or text."""
        # Where nothing was ever copied there is no data at all, whatever its type says.
        self._take(QApplication.clipboard().mimeData() or QMimeData())

    def can_close(self) -> bool:
        """Tell whether there is a chosen ticket that isn't closed."""
        row = self.model.row(self.list.currentIndex())
        return row is not None and row.status is not TicketStatus.CLOSED

    def can_reopen(self) -> bool:
        """Tell whether there is a chosen ticket that doesn't wait."""
        row = self.model.row(self.list.currentIndex())
        return row is not None and row.status is not TicketStatus.OPEN

    def close_current(self) -> None:
        """Ask for the chosen ticket to be closed."""
        self.close_chosen.emit(self.chosen_ticket())

    def reopen_current(self) -> None:
        """Ask for the chosen ticket to be put back."""
        self.reopen_chosen.emit(self.chosen_ticket())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text, and say so."""
        mime = event.mimeData()
        if mime.hasUrls() or mime.hasText() or mime.hasHtml():
            event.acceptProposedAction()
            self.pages.show_for_now(self.drop)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go back to what was shown."""
        self.pages.show_again()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        self.pages.show_again()
        event.acceptProposedAction()
        self._take(event.mimeData())

    def _take(self, mime: QMimeData) -> None:
        files = [Path(url.toLocalFile()) for url in mime.urls() if QUrl.isLocalFile(url)]
        if files:
            self.files_chosen.emit(files)
        else:
            self.pasted.emit(mime.text(), mime.html() if mime.hasHtml() else "")

    def _take_first_act(self) -> None:
        if self._first_time:
            self.ask_for_files()
        else:
            self.elsewhere_chosen.emit()

    def _open_current(self) -> None:
        if self.chosen_ticket():
            self.ticket_chosen.emit(self.chosen_ticket())

    def _open_clicked(self) -> None:
        take_second_click(self)
        self._open_current()

    def _new_list(self) -> OpenableList:
        view = OpenableList("Tickets, oldest first")
        view.setModel(self.model)
        view.setItemDelegate(RowDelegate(view))
        view.setUniformItemSizes(True)
        view.opened.connect(self._open_current)
        view.clicked.connect(self._open_clicked)
        return view

    def _new_drop_sign(self) -> QFrame:
        sign = QFrame()
        set_look(sign, "drop")
        column = QVBoxLayout(sign)
        words = Label("Drop the mails to put them into the queue", "section")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(words)
        return sign

    def _new_filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        group = QButtonGroup(self)
        for title, status in _FILTERS:
            button = QPushButton(title)
            button.setCheckable(True)
            button.setChecked(status is TicketStatus.OPEN)
            set_look(button, "quiet")
            button.clicked.connect(lambda _=False, status=status: self.status_chosen.emit(status))
            group.addButton(button)
            self._statuses[status] = button
            row.addWidget(button)
        return row

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self.summary, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addStretch(1)
        head.addWidget(self.busy)
        head.addWidget(self.open_button)
        self.bar = QWidget()
        bar = QHBoxLayout(self.bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(12)
        bar.addLayout(self._new_filters())
        bar.addStretch(1)
        bar.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 8)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
