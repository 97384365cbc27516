"""The middle column: the draft, whom it goes to, how safe it is, and the three readings below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.look.icons import set_icon
from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.reply.draft.autosave import SaveNews, SaveState
from desktop.reply.draft.edits import Edit
from desktop.reply.draft.envelope_row import EnvelopeRow
from desktop.reply.draft.quoted_questions import DraftBadge
from desktop.reply.draft.reply_editor import ReplyEditor
from desktop.reply.draft.strip_view import StripView
from desktop.reply.draft.swatch_button import SwatchButton
from desktop.reply.fetch.fetch_list import FetchList
from desktop.reply.knowledge.issue_bar import IssueBar
from desktop.reply.paper.find_row import FindRow
from desktop.reply.preview.preview_view import PreviewView
from desktop.reply.suggestions import SuggestionCard
from desktop.text import Label, set_tooltip
from desktop.widgets.pieces import ColumnHead, QuietNotice, icon_button, small_button

_LOWEST = 60
"""A few lines of the draft stay in sight, however much is said above it."""


class ReplyView(QWidget):
    """Shows the draft. Signals of its parts are told through its attributes (``editor``, ``strip``, …)."""

    preview_wanted = Signal()
    attach_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "page")
        self.head = ColumnHead("Your reply")
        self.saved = Label("", "label")
        self.saved_icon = Label()
        self.swatches = SwatchButton()
        self.attach = icon_button("attachment", "Attach a file (Ctrl+Shift+A)", self.attach_wanted.emit)
        self.preview_button = icon_button("preview", "Preview (Ctrl+Shift+P)", self.preview_wanted.emit)
        self.preview_button.setCheckable(True)
        self.knowledge_button = icon_button("library", "What we know (F6)", lambda: None)
        self.problem = QuietNotice("", icon="stop", token="stop", look="notice-stop")
        self.problem.row.addWidget(icon_button("dismiss", "Close this notice", self.problem.hide))
        self.left = QuietNotice("", icon="check", token="ok", look="notice-ok")
        self.left.row.addWidget(small_button("Write another one", self.another_wanted.emit))
        self._is_unsaved = False
        self.issues = IssueBar()
        self.envelope = EnvelopeRow()
        self.editor = ReplyEditor()
        self.finder = FindRow(self.editor, "Find in your reply")
        self.preview = PreviewView()
        self.pages = QStackedWidget()
        self.strip = StripView()
        self._lay_out()
        self.fetch = FetchList(self)

    def show_text(self, text: str, *, cursor: int) -> None:
        """Open a draft."""
        self.editor.open_draft(text, cursor)

    def apply_edit(self, edit: Edit) -> None:
        """Carry out an edit as one undo step."""
        self.show_editor()
        self.editor.apply_edit(edit)

    def show_badges(self, badges: tuple[DraftBadge, ...]) -> None:
        """Show the questions' numbers."""
        self.editor.show_badges(badges)

    def show_place(self, start: int, end: int) -> None:
        """Select a stretch and bring it into view."""
        self.show_editor()
        self.editor.select(start, end)

    def show_saved(self, news: SaveNews) -> None:
        """Say how safe the text is."""
        failed = news.state is SaveState.FAILED
        words = {SaveState.SAVED: "Saved", SaveState.SAVING: "Saving", SaveState.FAILED: "Not saved"}
        self.saved.setText(words[news.state])
        self.saved.set_role("stop" if failed else "label")
        icon = {SaveState.SAVED: "check", SaveState.SAVING: "dot", SaveState.FAILED: "stop"}
        set_icon(self.saved_icon, icon[news.state], "stop" if failed else "muted", 14)
        if failed:
            self.show_problem(news.sentence)
        elif news.state is SaveState.SAVED and self._is_unsaved:  # what else was said stays until it is read
            self.problem.hide()
        self._is_unsaved = failed or (self._is_unsaved and news.state is not SaveState.SAVED)

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong; it stays until it is read or over."""
        self.problem.words.setText(sentence)
        self.problem.setAccessibleName(sentence)
        self.problem.show()

    def hide_problem(self, sentence: str) -> None:
        """Take back what was said went wrong, where it is still shown."""
        if self.problem.words.text() == sentence:
            self.problem.hide()

    def show_left(self, sentence: str) -> None:
        """Say that the draft has left as it stands; nothing hides it."""
        self.left.words.setText(sentence)
        self.left.setVisible(bool(sentence))

    def show_colour(self, colour: str) -> None:
        """Write inline answers in this colour."""
        self.swatches.show_colour(colour)
        self.editor.show_answer_colour(colour)

    def show_choices(self, cards: tuple[SuggestionCard, ...], sentence: str) -> None:
        """Open the list at the cursor."""
        self.fetch.show_choices(cards, sentence)
        self.fetch.open_below(self.editor.cursor_box(), self.editor.cursorRect().height())

    def hide_choices(self) -> None:
        """Close the list at the cursor."""
        self.fetch.hide()

    def show_editor(self) -> None:
        """Show the draft for editing."""
        self.pages.setCurrentWidget(self.editor_page)
        self.preview_button.setChecked(False)

    def show_preview(self) -> None:
        """Show the preview in place of the draft."""
        self.pages.setCurrentWidget(self.preview)
        self.preview_button.setChecked(True)
        self.preview.take_focus()

    @property
    def is_previewing(self) -> bool:
        """Whether the preview is in front."""
        return self.pages.currentWidget() is self.preview

    def theme_changed(self) -> None:
        """Take the theme's inks anew."""
        self.editor.theme_changed()

    def _lay_out(self) -> None:
        row = self.head.row
        row.addWidget(self.saved_icon)
        row.addWidget(self.saved)
        row.addSpacing(8)
        for button in (self.swatches, self.attach, self.preview_button, self.knowledge_button):
            row.addWidget(button)
        set_tooltip(self.saved, "Every change is kept by itself, at most a second after the last key")
        self.editor_page = QWidget()
        body = QHBoxLayout()
        body.setContentsMargins(8, 0, 0, 0)
        body.addWidget(self.editor)
        page = QVBoxLayout(self.editor_page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.finder)
        page.addLayout(body, 1)
        self.pages.addWidget(self.editor_page)
        self.pages.addWidget(self.preview)
        self.pages.setMinimumHeight(grown(_LOWEST))
        line = QFrame()
        set_look(line, "line")
        troubles = QVBoxLayout()
        troubles.setContentsMargins(12, 0, 12, 0)
        troubles.addWidget(self.problem)
        troubles.addWidget(self.left)
        self.problem.hide()
        self.left.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.envelope)
        column.addWidget(line)
        column.addLayout(troubles)
        column.addWidget(self.issues)
        column.addWidget(self.pages, 1)
        column.addWidget(self.strip)
