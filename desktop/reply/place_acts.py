"""What the place itself does: ask for files, show the preview, remember widths; and its commands."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from composer.mail.parse import attachment_bytes
from desktop.reply.desk_writes import DeskWrites
from desktop.reply.earlier.earlier_mails import EarlierMails
from desktop.reply.place import ReplyPlace
from desktop.reply.preview.preview_presenter import PreviewPresenter
from desktop.reply.ticket_presenter import Columns, TicketPresenter
from desktop.settings import SettingsStore
from desktop.window.commands import CommandBook
from kb_content.atomic_file import write_atomically
from kb_content.failure import Failure


class PlaceActs:
    """Carries out acts that need a dialog or the settings, and binds every command of the ticket."""

    def __init__(
        self,
        *,
        place: ReplyPlace,
        earlier: EarlierMails,
        ticket: TicketPresenter,
        columns: Columns,
        preview: PreviewPresenter,
        writes: DeskWrites,
        settings: SettingsStore,
    ) -> None:
        self._place, self._ticket, self._columns = place, ticket, columns
        self.earlier = earlier
        self._preview, self._writes, self._settings = preview, writes, settings

    def look(self) -> None:
        """Open the last look, saving and reading all of it first; a second time does nothing."""
        if not self._columns.last_look.is_open:
            self._ticket.save_now()
            self._ticket.when_read(self._columns.last_look.look)

    def toggle_preview(self) -> None:
        """Show the preview, or the draft again."""
        reply = self._place.reply
        if reply.is_previewing:
            reply.show_editor()
            reply.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._ticket.ticket is not None:
            self._preview.show(reply.preview.kind.value)
            reply.show_preview()

    def ask_for_files(self) -> None:
        """Ask for files that leave with the reply."""
        paths, _ = QFileDialog.getOpenFileNames(self._place, "Attach files")
        self._columns.envelope.attach(tuple(Path(path) for path in paths))

    def save_attachment(self, number: int) -> None:
        """Save one of the mail's attachments where the agent says."""
        ticket = self._ticket.ticket
        if ticket is None:
            return
        name = ticket.mail.message.attachments[number].name
        chosen, _ = QFileDialog.getSaveFileName(self._place, f"Save {name}", str(Path.home() / name))
        if chosen:
            path, (raw, place) = Path(chosen), ticket.attachment(number)
            self._writes.run(lambda: write_atomically(path, attachment_bytes(raw, place)))

    def go_to_finding(self, anchor: str) -> None:
        """Leave the last look for the place of a finding."""
        self._columns.last_look.keep_editing()
        self._columns.findings.go_to(anchor)

    def go_to_open_question(self, question_id: str) -> None:
        """Leave the last look for the place where a question is to be answered."""
        self._columns.last_look.keep_editing()
        self._columns.mail.go_to(question_id)

    def keep_widths(self, widths: list[int]) -> None:
        """Remember the widths of the columns."""
        self._keep(column_widths=tuple(widths))

    def keep_drawer(self, shown: bool) -> None:
        """Remember whether the right column is shown, where it is no drawer."""
        if not self._place.columns.is_narrow:
            self._keep(knowledge_open=shown)

    def fetch(self, marks: str) -> None:
        """Type ``??`` or ``//`` at the cursor, as the agent could; in a quote, in an answer opened there."""
        editor = self._place.reply.editor
        if self._place.currentWidget() is self._place.columns:
            self._place.reply.show_editor()
            editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._columns.draft.press_enter(editor.cursor_offset())
            before = editor.text()[: editor.cursor_offset()]
            gap = "" if not before or before[-1].isspace() else " "
            editor.textCursor().insertText(gap + marks)

    def link_issue(self) -> None:
        """Link the first known issue that is said beside the draft."""
        notices = self._place.reply.issues.notices
        unlinked = next((notice for notice in notices if not notice.is_linked), None)
        if unlinked is not None:
            self._columns.knowledge.link_issue(unlinked.issue.id)
        else:
            self._place.show_told("No known issue is offered above the draft.")

    def go_to_question(self, number: int) -> None:
        """Go to a question here and in the draft."""
        count = len(self._columns.mail.numbers())
        if number <= count:
            self._columns.mail.go_to(f"q{number}")
        else:
            asks = "one question" if count == 1 else f"{count or 'no'} questions"
            self._place.show_told(f"The mail has {asks}.")

    def mark_question(self) -> None:
        """Take the selected words of the mail as a question."""
        if not self._place.mail.mark_selection():
            self._place.show_told("Select the question's words in their mail first; Alt+0 leads there.")

    def question_in_hand(self) -> str:
        """Return the id of the question at the cursor, in the mail or in the draft; nothing for none."""
        text = self._place.mail.text
        if text.hasFocus():
            state = self._columns.mail.question_at(text.cursor_offset())
            return state.question.id if state is not None else ""
        ticket = self._ticket.ticket
        question = ticket.question_at_cursor() if ticket is not None else None
        return question.id if question is not None else ""

    def split_question(self) -> None:
        """Cut the question in which the mail's cursor stands."""
        self._columns.mail.split(self.question_in_hand(), self._place.mail.text.cursor_offset())

    def _bind_questions(self, book: CommandBook) -> None:
        mail, text = self._columns.mail, self._place.mail.text
        book.bind("mark-question", self.mark_question)
        book.bind(
            "drop-question",
            lambda: mail.dismiss(self.question_in_hand()),
            enabled=lambda: bool(self.question_in_hand()),
        )
        book.bind(
            "merge-question",
            lambda: mail.merge_with_next(self.question_in_hand()),
            enabled=lambda: mail.next_question(self.question_in_hand()) is not None,
        )
        book.bind(
            "split-question",
            self.split_question,
            enabled=lambda: text.hasFocus() and bool(self.question_in_hand()),
        )
        book.bind("undo-question", mail.undo_decision, enabled=lambda: mail.can_undo)
        book.bind("go-to-mail", lambda: text.setFocus(Qt.FocusReason.ShortcutFocusReason))
        for number in range(1, 10):
            book.bind(f"question-{number}", partial(self.go_to_question, number))

    def bind_commands(self, book: CommandBook) -> None:
        """Bind every command of the open ticket."""
        findings = self._columns.findings
        acts: dict[str, Callable[[], object]] = {
            "last-look": self.look,
            "next-finding": partial(findings.walk, forward=True),
            "previous-finding": partial(findings.walk, forward=False),
            "fix-finding": findings.fix_here,
            "dismiss-finding": findings.dismiss_here,
            "explain-finding": findings.explain_here,
            "insert-knowledge": partial(self.fetch, "??"),
            "insert-snippet": partial(self.fetch, "//"),
            "preview-reply": self.toggle_preview,
            "attach-file": self.ask_for_files,
            "show-knowledge": self._place.show_knowledge,
            "link-issue": self.link_issue,
            "next-ticket": self._place.next_wanted.emit,
        }
        for id, act in acts.items():
            book.bind(id, act)
        book.bind("search-here", self._place.find_words, place="ticket")
        self._bind_questions(book)
        book.bind(
            "write-another",
            self._ticket.start_another,
            enabled=lambda: not self._place.reply.left.isHidden(),
        )
        book.bind("show-earlier", self.earlier.show, enabled=lambda: self.earlier.has_any)
        book.bind("back", self._place.closed.emit, place="ticket")

    def _keep(self, **values: object) -> None:
        try:
            self._settings.change(**values)
        except Failure as failure:
            self._place.show_problem(str(failure))
