"""Somebody else wrote into the file that is edited: both versions are kept, and one is chosen."""

from collections.abc import Callable

from desktop.library.records import Record
from desktop.record_editor.comparison import as_text, compared
from desktop.record_editor.edit_session import Content, EditSession, carried, content_of
from desktop.record_editor.editor_view import EditorView
from desktop.record_editor.record_writer import Conflict


class OthersChange:
    """Shows a conflict with what can be done about it.

    ``session`` gives what is edited; ``show_theirs`` opens their version and keeps mine aside, ``go_on``
    continues with given words as an edit of theirs, ``show_mine`` puts words over what is edited.
    ``save_as_new`` writes a file anew that is gone.
    """

    def __init__(
        self,
        *,
        view: EditorView,
        session: Callable[[], EditSession | None],
        show_theirs: Callable[[Record], None],
        go_on: Callable[[Record, Content], None],
        show_mine: Callable[[Content], None],
        save_as_new: Callable[[], None],
    ) -> None:
        self._view, self._session = view, session
        self._show_theirs, self._go_on = show_theirs, go_on
        self._show_mine, self._save_as_new = show_mine, save_as_new

    def meet(self, conflict: Conflict) -> None:
        """Say what happened, and offer what can be done."""
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

    def keep_mine(self, theirs: Record) -> None:
        """Go on with my words as an edit of the newer version; nothing is saved yet."""
        session = self._session()
        if session is not None:
            self._go_on(theirs, carried(session.start, self._view.content(), content_of(theirs)))

    def take_theirs(self, theirs: Record) -> None:
        """Show their version; mine is kept aside until one leaves the editor."""
        session, mine = self._session(), self._view.content()
        if session is None:
            return
        base = session.start
        self._show_theirs(theirs)
        self._view.show_note(
            "You see the newer version. Your own text is kept until you leave the editor.",
            [("Bring my text back", lambda: self._show_mine(carried(base, mine, content_of(theirs))))],
        )

    def compare(self, theirs: Record) -> None:
        """Show both versions side by side, theirs at the left."""
        session = self._session()
        if session is not None:
            left = as_text(content_of(theirs), session.form)
            self._view.show_comparison(compared(left, as_text(self._view.content(), session.form)))
