"""The record editor's presenter: open, save, meet another's change, leave; nothing written is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from composer.tickets.record_draft_table import RecordDraft
from desktop.library.choice import Choice
from desktop.library.records import KIND_WORDS, Record, kind_of, record_named
from desktop.record_editor.edit_session import (
    Content,
    EditSession,
    carried,
    content_of,
    differs,
    new_session,
    session_of,
)
from desktop.record_editor.editor_view import EditorView
from desktop.record_editor.form import MOMENTS, read_form
from desktop.record_editor.kept_text import KeptText, contents_of
from desktop.record_editor.others_change import OthersChange
from desktop.record_editor.preview import Preview
from desktop.record_editor.record_writer import Conflict, RecordWriter
from desktop.work.collaborators import Lane, Timers
from kb_content.failure import Failure
from kb_content.library import Changes, Library
from search.hit import Kind

LONGEST_WORD = 20_000
"""A longer word is not opened: laying out one of a million letters takes Qt a minute."""


class RecordEditorPresenter:
    """Edits one record at a time.

    ``saved`` is called with the record once its file is written; ``closed`` when one leaves without;
    ``opened`` when there is something to edit; ``met`` hears what somebody else changed meanwhile,
    ``refused`` why a record can't be edited here. ``kept`` keeps aside what is not saved yet;
    ``left_over`` brings back what an earlier run left of a record, and tells whether it did. ``others``
    is where another's change of the same file is met. ``moment`` gives a typed moment as a file has it.
    """

    def __init__(
        self,
        *,
        view: EditorView,
        library: Callable[[], Library],
        writer: RecordWriter,
        writes: Lane,
        reads: Lane,
        timers: Timers,
        kept: KeptText,
        agent_name: Callable[[], str],
        today: Callable[[], date],
        opened: Callable[[], object],
        saved: Callable[[Record, bool], object],
        closed: Callable[[], object],
        met: Callable[[Changes], object],
        refused: Callable[[str], object],
        left_over: Callable[[Kind, str], bool],
        moment: Callable[[str], str] = str,
    ) -> None:
        self._view, self._library, self._writer = view, library, writer
        self._writes, self._kept = writes, kept
        self._preview = Preview(
            body=lambda: view.content().body, show=view.show_preview, reads=reads, timers=timers
        )
        self._agent_name, self._today = agent_name, today
        self._opened, self._saved, self._closed = opened, saved, closed
        self._met, self._refused, self._left_over = met, refused, left_over
        self._moment = moment
        self.others = OthersChange(
            view=view,
            session=lambda: self._session,
            show_theirs=self._show_theirs,
            go_on=self._go_on,
            show_mine=self._show_mine,
            save_as_new=self._save_as_new,
        )
        self._session: EditSession | None = None
        self._saving = False
        self._then_close = False

    # Opening -----------------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """What is edited, for a sentence; empty when nothing is."""
        if self._session is None:
            return ""
        return self._view.content().title.strip() or f"New {KIND_WORDS[self._session.kind]}"

    @property
    def is_changed(self) -> bool:
        """Whether there is something that isn't saved."""
        return self._session is not None and differs(self._view.content(), self._session.start)

    def edit(self, record: Record) -> None:
        """Edit a record; one that is being edited already comes to the front as it stands."""
        if max(map(len, record.body.split()), default=0) > LONGEST_WORD:
            self._refused("It holds a word of more than 20,000 letters: edit the file in another program.")
            return
        edited = self._session.record if self._session is not None else None
        if self.is_changed and edited is not None and edited.path == record.path:
            self.resume()
        elif self.may_begin() and not self._left_over(kind_of(record), record.id):
            self._begin(kind_of(record), record)

    def new(self, kind: Kind, *, title: str = "", known_as: str = "", body: str = "", note: str = "") -> None:
        """Start a new record; ``known_as`` is a question of customers' that it answers.

        A ``body`` is there to be saved as it stands; the ``note`` says what to mind.
        """
        if why_not := self._writer.why_not():
            self._refused(why_not)
        elif self.may_begin():
            self._begin(kind, None, title=title, known_as=known_as)
            if body:
                self._show_mine(replace(self._view.content(), body=body))
                self._view.show_note(note)

    def may_begin(self) -> bool:
        """Ask about changes before something else is edited; whoever stays comes back to them."""
        if self.is_changed and not self._may_leave():
            self.resume()
            return False
        return True

    def resume(self) -> None:
        """Come back to what is being edited."""
        if self._session is not None:
            self._opened()

    # Writing -----------------------------------------------------------------------------------------

    def changed(self) -> None:
        """Show the preview of what stands there now, and that there is something to save."""
        content, session = self._view.content(), self._session
        changed = session is not None and differs(content, session.start)
        self._view.show_state(changed=changed, saving=self._saving)
        self._preview.due(len(content.body))
        self._kept.changed()

    def save(self) -> None:
        """Save what was changed; what can't be saved says so at its field."""
        session = self._session
        if session is None or self._saving:
            return
        content = self._view.content()
        before = {} if session.is_new else session.start.values
        values = {
            key: self._moment(text) if key in MOMENTS and text != before.get(key) else text
            for key, text in content.values.items()
        }
        fields, problems = read_form(session.kind, values, before)
        if not content.title.strip():
            problems["title"] = "Give it a title, as customers or colleagues would say it."
        self._view.show_field_problems(problems)
        if problems:
            self._then_close = False
            return
        title, body = content.title.strip(), content.body
        old_title, old_body = session.start.title, session.start.body
        self._set_saving(True)
        self._view.show_failure("")

        def work() -> Record | Conflict:
            if session.record is None:
                return self._writer.create(session.kind, title, body, fields)
            new_title = title if title != old_title else None
            return self._writer.save(session.record, new_title, fields, body if body != old_body else None)

        self._writes.run(work, done=lambda got: self._written(got, content), failed=self._failed)

    def cancel(self) -> None:
        """Leave; asks only when something was changed."""
        if self._session is None or not self.is_changed or self._may_leave():
            self._leave()

    def save_and_close(self) -> bool:
        """Before the window closes: ask about changes, and say whether it may close."""
        return not self.is_changed or self._may_leave()

    def library_changed(self) -> None:
        """Take a newer version where nothing was changed here; else say so and offer both."""
        session = self._session
        if session is None or session.record is None or self._saving:
            return
        theirs = record_named(self._library(), session.kind, session.record.id)
        if theirs is None or theirs.revision == session.record.revision:
            return
        if self.is_changed:
            self.others.meet(
                Conflict(theirs, "The file was changed outside while you are writing.", Changes())
            )
        else:
            self._begin(session.kind, theirs, quietly=True)

    def keep_now(self) -> None:
        """Keep what is not saved without waiting: before an error is told, or the window goes."""
        self._kept.keep_now()

    def restore(self, draft: RecordDraft) -> None:
        """Go on with a text that an earlier run left, in place of what is edited."""
        kind = Kind(draft.kind)
        record = record_named(self._library(), kind, draft.record_id) if draft.record_id else None
        start, mine = contents_of(draft)
        self._begin(kind, record, number=draft.id, quietly=True)
        sentence = "This is your text as it stood when Thrice ended; it is not saved yet."
        choices: list[Choice] = [("Throw it away", self._leave)]
        if record is not None and record.revision != draft.revision:
            mine = carried(start, mine, content_of(record))
            sentence = f"{sentence} The file was changed since: where both differ, you see yours."
            choices.insert(0, ("Compare", lambda: self.others.compare(record)))
        elif record is None and draft.record_id:
            sentence = f"{sentence} The file is gone: saving makes a new one."
        self._show_mine(mine)
        if not self.is_changed:
            sentence, choices = "Your text is in the file already.", []
        self._view.show_note(sentence, choices)
        self._opened()

    # Inside ------------------------------------------------------------------------------------------

    def _begin(
        self,
        kind: Kind,
        record: Record | None,
        *,
        title: str = "",
        known_as: str = "",
        number: int = 0,
        same_text: bool = False,
        quietly: bool = False,
    ) -> None:
        """Show a record to edit; ``same_text`` keeps aside what was written before until one leaves."""
        self._session = self._session_of(kind, record, title=title, known_as=known_as)
        self._view.show_failure("")
        self._view.show_field_problems({})
        self._view.show_session(self._session, self._session.start)
        # What the view gives back is what "unchanged" means: it may write a value in its own way.
        shown = self._view.content()
        start = Content(title if record is None else shown.title, shown.values, shown.body)
        self._session = EditSession(kind, record, self._session.form, start)
        self._view.show_state(changed=False, saving=False)
        if same_text:
            self._kept.go_on(self._session, at_rest=True)
        else:
            self._kept.begin(self._session, number=number)
        self._preview.render_now()
        if not quietly:
            self._opened()

    def _session_of(
        self, kind: Kind, record: Record | None, *, title: str = "", known_as: str = ""
    ) -> EditSession:
        team = self._library().team
        if record is not None:
            return session_of(record, team)
        agent, today = self._agent_name(), self._today()
        return new_session(kind, team, title=title, known_as=known_as, agent=agent, today=today)

    def _go_on(self, record: Record, mine: Content) -> None:
        """Go on with my words as an edit of a newer version; nothing is saved yet."""
        self._session = self._session_of(kind_of(record), record)
        self._kept.go_on(self._session)
        self._show_mine(mine)

    def _show_theirs(self, record: Record) -> None:
        """Open a newer version; what was written is kept aside until one leaves."""
        self._begin(kind_of(record), record, same_text=True, quietly=True)

    def _show_mine(self, mine: Content) -> None:
        """Put my words over the version that is edited; nothing is saved yet."""
        if self._session is not None:
            self._view.show_session(self._session, mine)
            self._view.show_failure("")
            self.changed()

    def _written(self, got: Record | Conflict, content: Content) -> None:
        self._set_saving(False)
        session, then_close = self._session, self._then_close
        self._then_close = False
        if isinstance(got, Conflict):
            self._met(got.changes)
            self.others.meet(got)
            return
        was_new = session is None or session.is_new
        typed_on = session is not None and differs(self._view.content(), content)
        if typed_on and not then_close:  # somebody typed while it was saved: go on from there
            self._go_on(got, carried(content, self._view.content(), content_of(got)))
            return
        self._leave(quietly=True)
        self._saved(got, was_new)

    def _failed(self, error: Exception) -> None:
        self._set_saving(False)
        self._then_close = False
        if not isinstance(error, Failure):
            raise error
        self._view.show_failure(f"{error} Your text is still here.", [("Try again", self.save)])

    def _save_as_new(self) -> None:
        if self._session is not None:
            session = self._session
            self._session = EditSession(session.kind, None, session.form, Content())
            self._kept.go_on(self._session)
            self.save()

    def _may_leave(self) -> bool:
        """Ask about changes; saving leaves as soon as it is done."""
        answer = self._view.ask_unsaved(self.title)
        if answer == "save":
            self._then_close = True
            self.save()
            return False
        if answer == "discard":
            self._kept.drop()
        return answer == "discard"

    def _leave(self, *, quietly: bool = False) -> None:
        self._preview.stop()
        self._kept.end()
        self._session = None
        self._view.show_failure("")
        if not quietly:
            self._closed()

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        self._view.show_state(changed=self.is_changed, saving=saving)
