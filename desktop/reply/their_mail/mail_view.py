"""The left column: the customer's mail, with what was found in it above."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from composer.mail.message import Attachment
from composer.questions.answer_state import QuestionState, State
from desktop.look.icons import set_icon
from desktop.look.theme import set_look
from desktop.reply.file_words import short_file_name, spoken_size
from desktop.reply.paper.find_row import FindRow
from desktop.reply.their_mail.mail_page import MailPage, QuestionBadge, spoken_state
from desktop.reply.their_mail.mail_presenter import MailHead, MailPresenter
from desktop.reply.their_mail.mail_text import MailText
from desktop.text import Label, set_tooltip
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.pieces import ColumnHead, QuietNotice, chip, emptied, small_button

_MOST_CHIPS = 8


class MailView(QWidget):
    """Shows the mail; ``shown`` says that its head is another one. ``presenter`` hears what the agent
    does; ``attachment_wanted`` carries a place in the list of attachments that is to be saved."""

    attachment_wanted = Signal(int)
    earlier_wanted = Signal()
    shown = Signal()
    presenter: MailPresenter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "page")
        self.head = ColumnHead("Their mail")
        self.mood = chip("", "badge-warn")
        self.when = Label("", "label")
        self.earlier = small_button("Earlier", self.earlier_wanted.emit, look="quiet")
        set_tooltip(self.earlier, "Earlier mails and replies of this ticket (Ctrl+Shift+H)")
        self.head.row.addWidget(self.earlier)
        self.head.row.addSpacing(4)
        self.head.row.addWidget(self.mood, 0, Qt.AlignmentFlag.AlignVCenter)
        self.head.row.addSpacing(4)
        self.head.row.addWidget(self.when)
        self.head.row.addSpacing(8)
        self.subject = Label("", "section", wrap=True, selectable=True)
        self.sender_line = Label("", "muted", wrap=True, selectable=True)
        self._chips_box = QWidget()
        self._chips = FlowLayout(self._chips_box)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(4)
        self._files_box = QWidget()
        self._files = FlowLayout(self._files_box)
        self.text = MailText()
        self.finder = FindRow(self.text, "Find in their mail")
        self._lay_out()
        self.text.badge_pressed.connect(lambda id: self.presenter.go_to(id))
        self.text.fold_pressed.connect(lambda run: self.presenter.fold(run))
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text.customContextMenuRequested.connect(self._show_menu)

    def show_head(self, head: MailHead) -> None:
        """Show subject, sender, facts and notes."""
        self.subject.setText(head.subject)
        self.sender_line.setText(f"{head.name}  {head.sender}" if head.name else head.sender)
        self.when.setText(head.when)
        self.earlier.setText(f"Earlier {head.earlier}")
        self.earlier.setVisible(head.earlier > 0)
        self.mood.setText(head.mood)
        set_look(self.mood, "badge-warn" if head.needs_care else "badge-ok")
        self.mood.setVisible(bool(head.mood))
        self._show_chips(head)
        self._show_notices(head.notes)
        self._show_files(head.attachments)
        self._fit_head()
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in the head as much as the new width has room for."""
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """Let the column's name give way, then the time: nothing of the head is cut."""
        for part in (self.head.title, self.when):
            part.show()
        for part in (self.head.title, self.when):
            self.head.row.invalidate()
            if self.head.row.minimumSize().width() > self.width():
                part.hide()

    def show_page(self, page: MailPage) -> None:
        """Show the mail's lines."""
        self.text.show_page(page)

    def show_badges(self, badges: tuple[QuestionBadge, ...], in_subject: tuple[QuestionState, ...]) -> None:
        """Show the questions' numbers."""
        self.text.show_badges(badges)
        spoken = ". ".join(spoken_state(state) for state in in_subject)
        set_tooltip(self.subject, spoken)
        self.subject.setAccessibleDescription(spoken)

    def show_question(self, at: int, end: int) -> None:
        """Bring a question into view."""
        self.text.show_question(at, end)

    def mark_selection(self) -> bool:
        """Take the selected words as a question; tell whether they are one now."""
        start, end = self.text.selected_span()
        return self.presenter.add_question(start, end)

    def theme_changed(self) -> None:
        """Take the theme's inks anew."""
        self.text.theme_changed()

    def menu_at(self, point: QPoint) -> QMenu:
        """Return what can be done at a point of the mail."""
        menu = QMenu(self)
        presenter = self.presenter
        position = self.text.place_at(point.toPointF())
        if self.text.textCursor().hasSelection():
            menu.addAction("Mark as a question", self.mark_selection)
            menu.addAction("Copy", QKeySequence.StandardKey.Copy, self.text.copy)
            menu.addSeparator()
        state = presenter.question_at(position)
        if state is not None:
            self._add_question_acts(menu, presenter, state, position)
        undo = menu.addAction("Undo the last change of questions", presenter.undo_decision)
        undo.setEnabled(presenter.can_undo)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the text."""
        event.ignore()

    def _add_question_acts(
        self, menu: QMenu, presenter: MailPresenter, state: QuestionState, position: int
    ) -> None:
        id, number = state.question.id, state.question.number
        aside = state.state is State.DISMISSED
        menu.addAction(f"Go to the answer of question {number}", lambda: presenter.go_to(id))
        words = (
            f"Question {number} needs an answer after all" if aside else f"Question {number} needs no answer"
        )
        menu.addAction(words, lambda: presenter.dismiss(id))
        following = presenter.next_question(id)
        if following is not None:
            title = f"Merge question {number} with {following.number}"
            menu.addAction(title, lambda: presenter.merge_with_next(id))
        menu.addAction("Split the question here", lambda: presenter.split(id, position))
        menu.addSeparator()

    def _show_menu(self, point: QPoint) -> None:
        menu = self.menu_at(point)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.text.viewport().mapToGlobal(point))

    def _show_chips(self, head: MailHead) -> None:
        self._chips.clear()
        for words in head.facts[:_MOST_CHIPS]:
            self._chips.addWidget(chip(words, gives_way=True))
        if len(head.facts) > _MOST_CHIPS:
            rest = head.facts[_MOST_CHIPS:]
            self._chips.addWidget(chip(f"{len(rest)} more", tip="\n".join(rest)))
        for verb, told in (("tried", head.tried), ("plans", head.plans)):
            if told:
                words = f"{verb} one thing" if len(told) == 1 else f"{verb} {len(told)} things"
                self._chips.addWidget(chip(words, "badge-accent", tip="\n".join(told)))
        self._chips_box.setVisible(self._chips.count() > 0)

    def _show_notices(self, notes: tuple[str, ...]) -> None:
        emptied(self._notices)
        if notes:
            self._notices.addWidget(QuietNotice("\n".join(notes), role="label"))

    def _show_files(self, files: tuple[Attachment, ...]) -> None:
        self._files.clear()
        for place, file in enumerate(files):
            words = f"{short_file_name(file.name)}  {spoken_size(file.size)}"
            button = small_button(words, partial(self.attachment_wanted.emit, place))
            set_icon(button, "attachment", "muted", 16)
            set_tooltip(button, f"Save {file.name}")
            self._files.addWidget(button)
        self._files_box.setVisible(bool(files))

    def _lay_out(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(16, 12, 16, 8)
        above.setSpacing(6)
        for widget in (self.subject, self.sender_line, self._chips_box):
            above.addWidget(widget)
        above.addLayout(self._notices)
        above.addWidget(self._files_box)
        line = QFrame()
        set_look(line, "line")
        body = QHBoxLayout()
        body.setContentsMargins(16 - 8, 0, 0, 0)
        body.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(above)
        column.addWidget(line)
        column.addWidget(self.finder)
        column.addLayout(body, 1)
