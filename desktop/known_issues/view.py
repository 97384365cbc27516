"""The known issues' screen: the list at the left, the issue that is read at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.known_issues.fix_notices import tell_words
from desktop.known_issues.issue_delegate import IssueDelegate
from desktop.known_issues.issue_rows import ALL, STATUS_FILTERS
from desktop.library.page import RecordPage
from desktop.library.reading_view import ReadingPane
from desktop.library.record_list import RecordList
from desktop.library.rows import Row
from desktop.library.split import ListAndPage
from desktop.library.trust import STATUS_ICONS
from desktop.look.icons import set_icon
from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.record_editor.fields import ChoiceInput
from desktop.text import Label, LineEdit
from desktop.widgets.pieces import small_button
from desktop.window.empty_state import EmptyState
from kb_content.known_issue import IssueStatus, KnownIssue


class KnownIssuesScreen(QWidget):
    """Shows issues; says what was typed and chosen."""

    words_changed = Signal(str)
    status_filter_chosen = Signal(str)
    row_chosen = Signal(str)
    link_followed = Signal(str)
    new_wanted = Signal()
    edit_wanted = Signal()
    update_wanted = Signal()
    status_wanted = Signal(object)
    link_wanted = Signal()
    copy_wanted = Signal()
    tell_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.filter = LineEdit(placeholder="Filter known issues")
        sign = self.filter.addAction(QIcon(), LineEdit.ActionPosition.LeadingPosition)
        set_icon(sign, "search", "muted")
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName("Filter the known issues")
        self.filter.textChanged.connect(self.words_changed)
        self.status_filter = ChoiceInput(STATUS_FILTERS)
        self.status_filter.setAccessibleName("Which issues")
        self.status_filter.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.status_filter.setFixedWidth(grown(124))
        self.status_filter.edited.connect(lambda: self.status_filter_chosen.emit(self.status_filter.text()))
        self.new_button = small_button("New", self.new_wanted.emit, look="primary", icon="plus")
        self.summary = Label("", "label", elide=True)
        self.list = RecordList(IssueDelegate())
        self.list.setAccessibleName("Known issues")
        self.list.serve_search(self.filter)
        self.list.chosen.connect(self.row_chosen)
        self.list.opened.connect(self._open)
        self.list.left.connect(self.focus_search)
        self.pane = ReadingPane("known-issue")
        self.pane.link_activated.connect(self.link_followed)
        self.pane.left.connect(self.focus_search)
        self.empty = EmptyState("known-issue")
        self.empty.first_chosen.connect(self.new_wanted)
        self.pages = QStackedWidget()
        self._add_acts()
        self._lay_out()

    # What the presenter tells ------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Row], *, choose: str) -> None:
        """Show these rows."""
        self.pages.setCurrentWidget(self.list)
        self.list.show_rows(tuple(rows), choose)

    def show_all(self) -> None:
        """Take the filters away."""
        self.filter.clear()
        self.status_filter.set_text(ALL)

    def show_nothing(self, sentence: str, *, first_time: bool) -> None:
        """Show why there is no issue."""
        self.empty.say(sentence, "New known issue" if first_time else "")
        self.pages.setCurrentWidget(self.empty)
        self.pane.show_nothing("")

    def show_summary(self, sentence: str) -> None:
        """Show how many are open."""
        self.summary.setText(sentence)

    def show_page(self, page: RecordPage, *, again: bool) -> None:
        """Show an issue."""
        self.pane.show_page(page, words=(), section="", again=again)
        issue = page.record
        if isinstance(issue, KnownIssue):
            self.pane.show_act(self.copy_button, shown=bool(issue.workaround.strip()))
            for status, action in self._status_actions.items():
                action.setChecked(status is issue.status)

    def show_no_page(self) -> None:
        """Show that no issue is open."""
        self.pane.show_nothing("")

    def show_failure(self, sentence: str) -> None:
        """Say what went wrong with the issue that is shown."""
        self.pane.problem.say(sentence)

    def show_open_ticket(self, ticket_id: int, *, linked: bool) -> None:
        """Offer to link the open ticket, or say that it is linked."""
        self.pane.show_act(self.link_button, shown=bool(ticket_id))
        self.link_button.setEnabled(not linked)
        self.pane.rename(self.link_button, f"{'Linked' if linked else 'Link'} to #{ticket_id}")

    def show_to_tell(self, count: int) -> None:
        """Offer to tell customers of the fix, or don't."""
        self.pane.rename(self.tell_button, tell_words(count))
        self.pane.show_act(self.tell_button, shown=bool(count))

    # What the agent does -------------------------------------------------------------------------------

    def focus_search(self) -> None:
        """Put the cursor into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def focus_work(self) -> None:
        """Put the cursor where work starts: the list, or the first action of an empty place."""
        if self.pages.currentWidget() is self.empty:
            self.empty.focus_first()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, key: str) -> None:
        self.row_chosen.emit(key)
        self.pane.focus_text()

    def _add_acts(self) -> None:
        pane = self.pane
        self.tell_button = pane.add_button(
            "", self.tell_wanted.emit, tip="Puts a fix notice for each under Promises (Ctrl+T)"
        )
        set_look(self.tell_button, "primary")
        set_icon(self.tell_button, "send", "on_accent", 16)
        self.link_button = pane.add_button(
            "Link",
            self.link_wanted.emit,
            icon="link",
            tip="Says that the open ticket is about this",
            shrinks=True,
        )
        self.copy_button = pane.add_button(
            "Copy workaround",
            self.copy_wanted.emit,
            icon="copy",
            tip="Copies the workaround: what customers can do meanwhile",
            shrinks=True,
        )
        self.status_button = pane.add_button("Status", lambda: None, icon="chevron-down")
        self.status_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.status_menu = QMenu(self)
        self._status_actions: dict[IssueStatus, QAction] = {}
        for status in IssueStatus:
            action = self.status_menu.addAction(status.value.capitalize())
            action.setCheckable(True)
            set_icon(action, STATUS_ICONS[status], "muted")
            action.triggered.connect(lambda _=False, status=status: self.status_wanted.emit(status))
            self._status_actions[status] = action
        self.status_button.setMenu(self.status_menu)
        self.update_button = pane.add_button(
            "Add update", self.update_wanted.emit, icon="plus", tip="Add an update", shrinks=True
        )
        self.edit_button = pane.add_button("Edit", self.edit_wanted.emit, icon="edit", tip="Edit (Ctrl+E)")
        self.link_button.hide()
        self.tell_button.hide()

    def _lay_out(self) -> None:
        for page in (self.list, self.empty):
            self.pages.addWidget(page)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.new_button)
        said = QHBoxLayout()
        said.setContentsMargins(12, 0, 0, 0)
        said.addWidget(self.summary, 1)
        said.addWidget(self.status_filter)
        left = QFrame()
        set_look(left, "page")
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addLayout(said)
        column.addWidget(self.pages, 1)
        self.split = ListAndPage(left, self.pane)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.split)
