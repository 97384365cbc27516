"""Texts of records that an earlier run left unsaved: offered one at a time, until taken up or thrown away."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from composer.tickets.record_draft_table import RecordDraft
from desktop.library.records import KIND_WORDS
from desktop.queue.presenter import Say
from desktop.record_editor.kept_text import DraftDesk, title_of
from desktop.record_editor.whose_text import folder_of, texts_of
from desktop.work.collaborators import Lane
from kb_content.failure import Failure
from kb_content.library import Library
from search.hit import Kind


class LeftDesk(DraftDesk, Protocol):
    """The part of the desk that knows what was left."""

    def record_drafts(self) -> tuple[RecordDraft, ...]:
        """Return all texts, whichever library they were kept for."""


class LeftTexts:
    """Offers the texts of some kinds of records.

    ``restore`` opens one in the editor once ``may_begin`` allows it; ``changed`` hears that there is
    something else to offer; ``told_moment`` says a time as the team reads it. ``in_hand`` is the number
    of the draft that is being written now, which nobody left.
    """

    def __init__(
        self,
        *,
        kinds: frozenset[Kind],
        desk: Callable[[], LeftDesk | None],
        writes: Lane,
        may_begin: Callable[[], bool],
        restore: Callable[[RecordDraft], object],
        in_hand: Callable[[], int],
        changed: Callable[[], object],
        told_moment: Callable[[datetime], str],
        say: Say,
    ) -> None:
        self._kinds, self._desk, self._writes = kinds, desk, writes
        self._may_begin, self._restore, self._in_hand = may_begin, restore, in_hand
        self._changed, self._told_moment, self._say = changed, told_moment, say
        self._folder = ""
        self._left: tuple[RecordDraft, ...] = ()

    def look(self, library: Library) -> None:
        """Look once for what was left of a library."""
        desk, folder = self._desk(), folder_of(library)
        if desk is None or folder == self._folder:
            return
        self._folder = folder
        self._writes.run(
            lambda: texts_of(library, desk.record_drafts()), done=self._found, failed=self._failed
        )

    @property
    def sentence(self) -> str:
        """What is offered, or nothing."""
        if not self._left:
            return ""
        draft = self._left[0]
        title = title_of(draft)
        what = f"“{title}”" if title else f"A new {KIND_WORDS[Kind(draft.kind)]}"
        when = f" on {self._told_moment(draft.saved)}" if draft.saved else ""
        more = f" {len(self._left) - 1} more behind it." if len(self._left) > 1 else ""
        return f"{what} was being written{when} when Thrice ended, and is not saved.{more}"

    def take_up_first(self) -> None:
        """Go on with what is offered."""
        if self._left and self._may_begin():
            self._open(self._left[0])

    def take_up_of(self, kind: Kind, record_id: str) -> bool:
        """Go on with what was left of a record that somebody edits; tell whether there was something."""
        found = next((one for one in self._left if (one.kind, one.record_id) == (kind, record_id)), None)
        if found is not None:
            self._open(found)
        return found is not None

    def throw_away_first(self) -> None:
        """Forget what is offered; a notice takes that back."""
        desk = self._desk()
        if not self._left or desk is None:
            return
        draft = self._left[0]
        self._remove(draft)

        def done(_: object) -> None:
            title = title_of(draft)
            self._say(
                f"“{title}” is thrown away." if title else "It is thrown away.",
                action="Undo",
                run=lambda: self._put_back(desk, draft),
            )

        self._writes.run(lambda: desk.drop_record_draft(draft.id), done=done, failed=self._failed)

    def _open(self, draft: RecordDraft) -> None:
        self._remove(draft)
        self._restore(draft)

    def _put_back(self, desk: LeftDesk, draft: RecordDraft) -> None:
        def done(_: object) -> None:
            self._left = (draft, *self._left)
            self._changed()

        self._writes.run(lambda: desk.keep_record_draft(draft), done=done, failed=self._failed)

    def _remove(self, draft: RecordDraft) -> None:
        self._left = tuple(one for one in self._left if one is not draft)
        self._changed()

    def _found(self, drafts: tuple[RecordDraft, ...]) -> None:
        own = self._in_hand()
        self._left = tuple(draft for draft in drafts if draft.kind in self._kinds and draft.id != own)
        self._changed()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._say(str(error), "stop")
