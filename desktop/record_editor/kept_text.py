"""What is written about a record and not saved, kept aside on the desk: a crash costs a second at most."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from composer.tickets.record_draft_table import RecordDraft
from desktop.record_editor.edit_session import Content, EditSession, differs
from desktop.record_editor.whose_text import folder_of
from desktop.work.collaborators import Lane, Timers
from kb_content.failure import Failure
from kb_content.library import Library

KEEP_MS = 400
"""From the first key that is not kept yet to its keeping; with the commit it stays below a second."""
RETRY_MS = 3_000


class DraftDesk(Protocol):
    """The part of the desk that keeps texts of records."""

    def keep_record_draft(self, draft: RecordDraft) -> int:
        """Keep a draft and return its number."""

    def drop_record_draft(self, number: int) -> None:
        """Forget a draft."""


class KeptText:
    """Keeps the text of one editor; ``now`` gives what stands there, ``told`` hears what went wrong.

    The desk numbers a draft when it is kept first. That number is read and written in ``writes``
    only, which does one thing after the other, so that a quick second save changes the same draft.
    """

    def __init__(
        self,
        *,
        desk: Callable[[], DraftDesk | None],
        library: Callable[[], Library],
        now: Callable[[], Content],
        writes: Lane,
        timers: Timers,
        told: Callable[[str], object],
    ) -> None:
        self._desk, self._library, self._now = desk, library, now
        self._writes, self._timers, self._told = writes, timers, told
        self._session: EditSession | None = None
        self._slot = _Slot()
        self._kept: Content | None = None

    @property
    def number(self) -> int:
        """The number under which the text in hand is kept; 0: it is not."""
        return self._slot.number

    def begin(self, session: EditSession, *, number: int = 0) -> None:
        """Keep another text from now on; ``number`` is that of a draft that is gone on with."""
        self.end()
        self._session, self._slot = session, _Slot(number)

    def go_on(self, session: EditSession, *, at_rest: bool = False) -> None:
        """Keep the same text as an edit of another version; ``at_rest``: once something is typed."""
        self._session = session
        self._kept = self._now() if at_rest else None

    def changed(self) -> None:
        """Keep what stands there soon."""
        if self._session is not None and not self._timers.is_running("record-keep"):
            self._timers.start("record-keep", KEEP_MS, self.keep_now)

    def keep_now(self) -> None:
        """Keep what stands there without waiting; what is as it was at first needs no keeping."""
        self._timers.stop("record-keep")
        session, desk = self._session, self._desk()
        if session is None or desk is None:
            return
        content = self._now()
        if content == self._kept:
            return
        self._kept = content
        if not differs(content, session.start):
            self._forget(desk)
            return
        draft, slot = draft_of(session, content, self._library()), self._slot

        def keep() -> None:
            slot.number = desk.keep_record_draft(replace(draft, id=slot.number))

        self._writes.run(keep, done=lambda _: None, failed=self._failed)

    def drop(self) -> None:
        """Forget the text as it stands: it is not wanted."""
        self._timers.stop("record-keep")
        desk = self._desk()
        if self._session is not None and desk is not None:
            self._kept = self._now()
            self._forget(desk)

    def end(self) -> None:
        """Forget the text and keep none: it is saved, or one leaves."""
        self.drop()
        self._session, self._kept = None, None

    def _forget(self, desk: DraftDesk) -> None:
        slot = self._slot

        def forget() -> None:
            number, slot.number = slot.number, 0
            if number:
                desk.drop_record_draft(number)

        self._writes.run(forget, done=lambda _: None, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._kept = None
        self._timers.start("record-keep", RETRY_MS, self.keep_now)
        self._told(f"What you write is not kept in case of a crash: {error}")


class _Slot:
    """The number of the draft that an editor's text is kept under; 0: it is not kept."""

    def __init__(self, number: int = 0) -> None:
        self.number = number


def draft_of(session: EditSession, content: Content, library: Library) -> RecordDraft:
    """Return what is edited as the desk keeps it."""
    record = session.record
    return RecordDraft(
        library=folder_of(library),
        library_name=library.team.name,
        kind=session.kind.value,
        record_id=record.id if record is not None else "",
        revision=record.revision if record is not None else "",
        start=_text_of(session.start),
        content=_text_of(content),
    )


def contents_of(draft: RecordDraft) -> tuple[Content, Content]:
    """Return what stood in the editor at first, and what was written; whatever the desk holds."""
    return _content_of(draft.start), _content_of(draft.content)


def title_of(draft: RecordDraft) -> str:
    """Return how a draft is called in a sentence; empty where it has no title."""
    start, content = contents_of(draft)
    return content.title.strip() or start.title.strip()


def _text_of(content: Content) -> str:
    return json.dumps({"title": content.title, "values": dict(content.values), "body": content.body})


def _content_of(text: str) -> Content:
    try:
        found: Any = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        return Content()
    values = found.get("values")
    pairs = values.items() if isinstance(values, dict) else ()
    return Content(
        str(found.get("title", "")),
        {str(key): str(value) for key, value in pairs},
        str(found.get("body", "")),
    )
