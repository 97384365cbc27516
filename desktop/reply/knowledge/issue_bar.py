"""A known issue that the mail is likely about, said right beside the draft."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.reply.suggestions import IssueNotice
from desktop.text import Label
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.pieces import QuietNotice, emptied, icon_button, small_button

_MOST = 2


class IssueBar(QWidget):
    """Shows up to two matching issues; each signal carries an issue's id."""

    workaround_wanted = Signal(str)
    link_wanted = Signal(str)
    unlink_wanted = Signal(str)
    waved_off = Signal(str)
    open_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notices: tuple[IssueNotice, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_issues(self, notices: tuple[IssueNotice, ...]) -> None:
        """Say which issues it may be about."""
        self.notices = notices
        emptied(self._column)
        for notice in notices[:_MOST]:
            self._column.addWidget(self._linked(notice) if notice.is_linked else self._notice(notice))
        self.setVisible(bool(notices))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never be lower than the words and acts need at this width: the draft gives way instead."""
        super().resizeEvent(event)
        self._ask_for_room()

    def event(self, event: QEvent) -> bool:
        """Measure again when what is shown changed."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._ask_for_room()
        return handled

    def _ask_for_room(self) -> None:
        self.setMinimumHeight(max(0, self._column.totalHeightForWidth(self.width())) if self.notices else 0)

    def _notice(self, notice: IssueNotice) -> QuietNotice:
        id = notice.issue.id
        made = QuietNotice(
            f"Known issue: {notice.issue.title}", icon="known-issue", token="warn", look="notice-warn"
        )
        text = QVBoxLayout()
        text.setSpacing(4)
        made.row.removeWidget(made.words)
        made.words.set_role("strong")
        text.addWidget(made.words)
        text.addWidget(Label(notice.status, "label"))
        acts = QWidget()
        row = FlowLayout(acts, gap=6)
        if notice.has_workaround:
            row.addWidget(small_button("Insert workaround", partial(self.workaround_wanted.emit, id)))
        row.addWidget(small_button("Link to ticket", partial(self.link_wanted.emit, id)))
        row.addWidget(small_button("Read", partial(self.open_wanted.emit, id), look="quiet"))
        text.addWidget(acts)
        made.row.setAlignment(made.sign, Qt.AlignmentFlag.AlignTop)
        made.row.addLayout(text, 1)
        away = icon_button("dismiss", "It is not about this", partial(self.waved_off.emit, id))
        made.row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _linked(self, notice: IssueNotice) -> QuietNotice:
        """One quiet line is enough once the ticket is linked."""
        id = notice.issue.id
        made = QuietNotice("", icon="link", token="muted", look="notice")
        made.row.removeWidget(made.words)
        made.words.hide()
        made.row.addWidget(Label(f"Linked: {notice.issue.title} · {notice.status}", elide=True), 1)
        if notice.has_workaround:
            made.row.addWidget(
                small_button("Workaround", partial(self.workaround_wanted.emit, id), look="quiet")
            )
        made.row.addWidget(small_button("Read", partial(self.open_wanted.emit, id), look="quiet"))
        made.row.addWidget(small_button("Unlink", partial(self.unlink_wanted.emit, id), look="quiet"))
        return made
