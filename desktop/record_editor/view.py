"""The record editor's screen: the form, the Markdown, and how it will be read."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.dialog import ask
from desktop.library.choice import Choice
from desktop.library.problem_strip import ProblemStrip
from desktop.library.reading_text import ReadingText
from desktop.library.records import KIND_ICONS, KIND_WORDS
from desktop.library.rows import RecordRow
from desktop.look.icons import set_icon
from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.record_editor.compare_dialog import CompareDialog
from desktop.record_editor.comparison import ComparedRow
from desktop.record_editor.edit_session import Content, EditSession
from desktop.record_editor.form_view import FormView
from desktop.record_editor.link_list import LinkList
from desktop.record_editor.markdown_edit import MarkdownEdit
from desktop.record_editor.title_input import TitleInput
from desktop.text import Label, set_tooltip
from desktop.widgets.pieces import icon_button, small_button

_WIDE = 1_080
"""Width of a place, in our measures, from which text and preview stand side by side."""
_SIDE = 24


class RecordEditor(QWidget):
    """Shows what is edited; says what was typed and wanted."""

    changed = Signal()
    save_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._loading = False
        self._preview_html = ""
        self._seen = False
        self.sign = Label()
        self.heading = Label("", "strong", elide=True)
        self.state = Label("", "muted")
        self.preview_button = small_button("Preview", self._arrange, look="quiet", icon="preview")
        self.preview_button.setCheckable(True)
        set_tooltip(self.preview_button, "Shows the text as it will be read")
        self.cancel_button = small_button("Cancel", self.cancel_wanted.emit)
        self.save_button = small_button("Save", self.save_wanted.emit, look="primary")
        set_tooltip(self.save_button, "Saves the file (Ctrl+S)")
        self.problem = ProblemStrip()
        self.title = TitleInput()
        self.title.textChanged.connect(self._edited)
        self.title_problem = Label("", "stop-label", wrap=True)
        self.form = FormView()
        self.form.edited.connect(self._edited)
        self.body = MarkdownEdit()
        self.body.textChanged.connect(self._edited)
        self.title.left_below.connect(lambda: self.body.setFocus(Qt.FocusReason.OtherFocusReason))
        self.links = LinkList(self)
        self.body.list_key = self.links.take_key
        self.preview = ReadingText()
        self.preview.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        # Not a focus proxy: with one, Tab would pass over the buttons above.
        self._start: QWidget = self.body
        for before, after in pairwise(
            (self._back, self.preview_button, self.cancel_button, self.save_button, self.title, self.body)
        ):
            self.setTabOrder(before, after)

    # What the presenter tells ------------------------------------------------------------------------

    def show_session(self, session: EditSession, content: Content) -> None:
        """Show a record to edit."""
        self._loading = True
        word = KIND_WORDS[session.kind]
        set_icon(self.sign, KIND_ICONS[session.kind], "muted", 16)
        self.heading.setText(f"New {word}" if session.is_new else f"Editing the {word}")
        self.title.setText(content.title)
        self.form.show_form(session.form, content.values)
        if self.body.text() != content.body or not self.body.document().isUndoAvailable():
            self.body.open_text(content.body)
        self._loading = False
        self.show_field_problems({})
        self._arrange()
        self._start = self.title if session.is_new else self.body

    def focus_start(self) -> None:
        """Put the cursor where writing starts."""
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def content(self) -> Content:
        """Return what stands there now."""
        return Content(self.title.text(), self.form.values(), self.body.text())

    def show_field_problems(self, problems: dict[str, str]) -> None:
        """Say what is wrong, at each field."""
        self.form.show_problems(problems)
        self.title_problem.setText(problems.get("title", ""))
        self.title_problem.setVisible("title" in problems)
        if "title" in problems:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failure(self, sentence: str, choices: Sequence[Choice] = ()) -> None:
        """Say what went wrong, until it is read."""
        self.problem.say(sentence, choices)

    def show_note(self, sentence: str, choices: Sequence[Choice] = ()) -> None:
        """Say what is good to know about the text."""
        self.problem.say(sentence, choices, kind="warn")

    def show_preview(self, sanitised_html: str) -> None:
        """Show the text as it will be read, where one looks."""
        self._preview_html = sanitised_html
        if self.preview.isHidden():
            return
        place = self.preview.verticalScrollBar().value()
        self.preview.show_page(sanitised_html, ())
        self.preview.verticalScrollBar().setValue(place)

    def show_links(self, rows: Sequence[RecordRow]) -> None:
        """Offer records to link to, at the cursor."""
        cursor = self.body.cursorRect()
        below = self.body.viewport().mapTo(self, cursor.bottomLeft())
        self.links.show_rows(rows, below, cursor.height())

    def hide_links(self) -> None:
        """Offer none."""
        self.links.hide()

    def put_link(self, markdown: str, replaced: int) -> None:
        """Put a link in place of what asked for it."""
        self.body.put(markdown, replaced)

    def show_state(self, *, changed: bool, saving: bool) -> None:
        """Show whether there is something to save."""
        self.state.setText("Saving…" if saving else "Not saved yet" if changed else "")
        self.save_button.setEnabled(changed and not saving)
        self.cancel_button.setText("Cancel" if changed else "Close")

    def show_comparison(self, rows: tuple[ComparedRow, ...]) -> None:
        """Show both versions side by side."""
        dialog = CompareDialog(self, rows)
        dialog.exec()
        dialog.deleteLater()

    def ask_unsaved(self, title: str) -> str:
        """Ask what to do with changes."""
        answer = ask(
            self,
            title=f"Save the changes of “{title[:80]}”?",
            text="They are not in the library yet.",
            buttons=("Discard", "Go on writing", "Save"),
            default="Save",
            danger="Discard",
        )
        return {"Save": "save", "Discard": "discard"}.get(answer, "stay")

    # Inside ------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        focused = self.focusWidget()
        choosing = isinstance(focused, QComboBox) and focused.view().isVisible()
        if event.key() == Qt.Key.Key_Escape and not choosing:
            self.cancel_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Text and preview side by side where there is room, else one of them."""
        super().resizeEvent(event)
        was_wide = event.oldSize().width() >= grown(_WIDE)
        if was_wide and self.width() < grown(_WIDE) and self._seen:
            self.preview_button.setChecked(False)  # who writes keeps the text, not its picture
        self._arrange()

    def _edited(self) -> None:
        if not self._loading:
            self.changed.emit()

    def _arrange(self) -> None:
        wide = self.width() >= grown(_WIDE)
        shown = self.preview_button.isChecked()
        was_hidden = self.preview.isHidden()
        self._preview_box.setVisible(shown)
        self.preview.setVisible(shown)
        self._text_box.setVisible(wide or not shown)
        if shown and was_hidden:
            self.show_preview(self._preview_html)

    def showEvent(self, event: QShowEvent) -> None:
        """Start with a preview where there is room for one."""
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            self.preview_button.setChecked(self.width() >= grown(_WIDE))
            self._arrange()

    def _lay_out(self) -> None:
        bar = QFrame()
        set_look(bar, "bar")
        bar.setFixedHeight(grown(48))
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(8)
        self._back = icon_button("back", "Back (Esc)", self.cancel_wanted.emit)
        row.addWidget(self._back)
        row.addWidget(self.sign)
        row.addWidget(self.heading, 1)
        for widget in (self.state, self.preview_button, self.cancel_button, self.save_button):
            row.addWidget(widget)
        self._text_box = QWidget()
        text = QVBoxLayout(self._text_box)
        text.setContentsMargins(_SIDE, 12, 8, 0)
        text.setSpacing(8)
        text.addWidget(self.title)
        text.addWidget(self.title_problem)
        text.addWidget(self.body, 1)
        self._preview_box = QFrame()
        set_look(self._preview_box, "page")
        shown = QVBoxLayout(self._preview_box)
        shown.setContentsMargins(_SIDE, 20, 4, 0)
        shown.addWidget(self.preview)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.form.setMinimumWidth(260)
        self._text_box.setMinimumWidth(300)
        self._preview_box.setMinimumWidth(280)
        for pane in (self.form, self._text_box, self._preview_box):
            self.split.addWidget(pane)
        for number, stretch in enumerate((0, 5, 4)):
            self.split.setStretchFactor(number, stretch)
        self.split.setSizes([grown(300), grown(520), grown(460)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.problem)
        column.addWidget(self.split, 1)
