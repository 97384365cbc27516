"""The record editor's presenter: open, save, meet another's change, leave; nothing written is lost."""

from collections.abc import Callable
from datetime import date

from desktop.library.records import KIND_WORDS, Record, kind_of, record_named
from desktop.record_editor.comparison import as_text, compared
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
from desktop.record_editor.form import read_form
from desktop.record_editor.record_writer import Conflict, RecordWriter
from desktop.work.collaborators import Lane, Timers
from kb_content.failure import Failure
from kb_content.library import Changes, Library
from kb_content.markdown import render
from search.hit import Kind

PREVIEW_MS, SLOW_PREVIEW_MS = 120, 400
LARGE = 10_000
"""Code points above which the preview is rendered in a lane and less often."""
LONGEST_WORD = 20_000
"""A longer word is not opened: laying out one of a million letters takes Qt a minute."""
MOST_PREVIEWED = 24_000
"""Code points that a preview shows: laying out more would stall the keyboard at every pause."""
_CUT = "\n\n*The preview shows the beginning only; the text itself is complete.*"


class RecordEditorPresenter:
    """Edits one record at a time.

    ``saved`` is called with the record once its file is written; ``closed`` when one leaves without;
    ``opened`` when there is something to edit; ``met`` hears what somebody else changed meanwhile,
    ``refused`` why a record can't be edited here.
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
        agent_name: Callable[[], str],
        today: Callable[[], date],
        opened: Callable[[], object],
        saved: Callable[[Record, bool], object],
        closed: Callable[[], object],
        met: Callable[[Changes], object],
        refused: Callable[[str], object],
    ) -> None:
        self._view, self._library, self._writer = view, library, writer
        self._writes, self._reads, self._timers = writes, reads, timers
        self._agent_name, self._today = agent_name, today
        self._opened, self._saved, self._closed = opened, saved, closed
        self._met, self._refused = met, refused
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
        if self._session is not None and self.is_changed:
            same = self._session.record is not None and self._session.record.path == record.path
            if same or not self._may_leave():
                self.resume()
                return
        self._begin(kind_of(record), record)

    def new(self, kind: Kind, *, title: str = "") -> None:
        """Start a new record."""
        if self.is_changed and not self._may_leave():
            self.resume()
            return
        self._begin(kind, None, title=title)

    def resume(self) -> None:
        """Come back to what is being edited."""
        if self._session is not None:
            self._opened()

    # Writing -----------------------------------------------------------------------------------------

    def changed(self) -> None:
        """Show the preview of what stands there now, and that there is something to save."""
        body = self._view.content().body
        self._view.show_state(changed=self.is_changed, saving=self._saving)
        delay = PREVIEW_MS if len(body) <= LARGE else SLOW_PREVIEW_MS
        self._timers.start("record-preview", delay, self._preview)

    def save(self) -> None:
        """Save what was changed; what can't be saved says so at its field."""
        session = self._session
        if session is None or self._saving:
            return
        content = self._view.content()
        fields, problems = read_form(
            session.kind, content.values, {} if session.is_new else session.start.values
        )
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
            self._meet(Conflict(theirs, "The file was changed outside while you are writing.", Changes()))
        else:
            self._begin(session.kind, theirs, quietly=True)

    # Another's change ------------------------------------------------------------------------------------

    def keep_mine(self, theirs: Record) -> None:
        """Go on with my words as an edit of the newer version; nothing is saved yet."""
        session = self._session
        if session is None:
            return
        mine = carried(session.start, self._view.content(), content_of(theirs))
        self._session = self._session_of(session.kind, theirs)
        self._view.show_session(self._session, mine)
        self._view.show_failure("")
        self.changed()

    def take_theirs(self, theirs: Record) -> None:
        """Show their version; mine is kept aside until one leaves the editor."""
        session, mine = self._session, self._view.content()
        if session is None:
            return
        base = session.start
        self._begin(session.kind, theirs, quietly=True)
        self._view.show_failure(
            "You see the newer version. Your own text is kept until you leave the editor.",
            [("Bring my text back", lambda: self._bring_back(carried(base, mine, content_of(theirs))))],
        )

    def compare(self, theirs: Record) -> None:
        """Show both versions side by side, theirs at the left."""
        session = self._session
        if session is not None:
            left = as_text(content_of(theirs), session.form)
            self._view.show_comparison(compared(left, as_text(self._view.content(), session.form)))

    # Inside ------------------------------------------------------------------------------------------

    def _begin(self, kind: Kind, record: Record | None, *, title: str = "", quietly: bool = False) -> None:
        self._session = self._session_of(kind, record, title=title)
        self._view.show_failure("")
        self._view.show_field_problems({})
        self._view.show_session(self._session, self._session.start)
        # What the view gives back is what "unchanged" means: it may write a value in its own way.
        shown = self._view.content()
        start = Content(title if record is None else shown.title, shown.values, shown.body)
        self._session = EditSession(kind, record, self._session.form, start)
        self._view.show_state(changed=False, saving=False)
        self._preview()
        if not quietly:
            self._opened()

    def _session_of(self, kind: Kind, record: Record | None, *, title: str = "") -> EditSession:
        team = self._library().team
        if record is not None:
            return session_of(record, team)
        return new_session(kind, team, title=title, agent=self._agent_name(), today=self._today())

    def _bring_back(self, mine: Content) -> None:
        if self._session is not None:
            self._view.show_session(self._session, mine)
            self._view.show_failure("")
            self.changed()

    def _preview(self) -> None:
        self._timers.stop("record-preview")
        body = self._view.content().body
        if len(body) > MOST_PREVIEWED:
            body = body[: body.rfind("\n", 0, MOST_PREVIEWED) + 1 or MOST_PREVIEWED] + _CUT
        if len(body) <= LARGE:
            self._view.show_preview(render(body))
        else:
            self._reads.run(lambda: render(body), done=self._view.show_preview, newest="record-preview")

    def _written(self, got: Record | Conflict, content: Content) -> None:
        self._set_saving(False)
        session, then_close = self._session, self._then_close
        self._then_close = False
        if isinstance(got, Conflict):
            self._met(got.changes)
            self._meet(got)
            return
        was_new = session is None or session.is_new
        typed_on = session is not None and differs(self._view.content(), content)
        if typed_on and not then_close:  # somebody typed while it was saved: go on from there
            mine = carried(content, self._view.content(), content_of(got))
            self._session = self._session_of(kind_of(got), got)
            self._view.show_session(self._session, mine)
            self._view.show_state(changed=True, saving=False)
            return
        self._leave(quietly=True)
        self._saved(got, was_new)

    def _failed(self, error: Exception) -> None:
        self._set_saving(False)
        self._then_close = False
        if not isinstance(error, Failure):
            raise error
        self._view.show_failure(f"{error} Your text is still here.", [("Try again", self.save)])

    def _meet(self, conflict: Conflict) -> None:
        theirs = conflict.theirs
        if theirs is None:
            self._view.show_failure(conflict.sentence, [("Save as a new one", self._save_as_new)])
            return
        self._view.show_failure(
            conflict.sentence,
            [
                ("Compare", lambda: self.compare(theirs)),
                ("Keep mine", lambda: self.keep_mine(theirs)),
                ("Take theirs", lambda: self.take_theirs(theirs)),
            ],
        )

    def _save_as_new(self) -> None:
        if self._session is not None:
            session = self._session
            self._session = EditSession(session.kind, None, session.form, Content())
            self.save()

    def _may_leave(self) -> bool:
        """Ask about changes; saving leaves as soon as it is done."""
        answer = self._view.ask_unsaved(self.title)
        if answer == "save":
            self._then_close = True
            self.save()
            return False
        return answer == "discard"

    def _leave(self, *, quietly: bool = False) -> None:
        self._timers.stop("record-preview")
        self._session = None
        self._view.show_failure("")
        if not quietly:
            self._closed()

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        self._view.show_state(changed=self.is_changed, saving=saving)
