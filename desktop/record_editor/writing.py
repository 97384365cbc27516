"""Writing in one place: its editor, what is kept aside of it, and what an earlier run left unsaved."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from desktop.library.choice import Choice
from desktop.library.place import RecordPlace
from desktop.library.records import Record, told_moment
from desktop.open_library import OpenLibrary
from desktop.queue.presenter import Say
from desktop.record_editor.kept_text import KeptText
from desktop.record_editor.left_texts import LeftDesk, LeftTexts
from desktop.record_editor.links import LinksPresenter
from desktop.record_editor.presenter import RecordEditorPresenter
from desktop.record_editor.record_writer import RecordWriter
from desktop.record_editor.view import RecordEditor
from desktop.team_time import local_time
from desktop.work.collaborators import Lanes
from desktop.work.qt_timers import QtTimers
from search.hit import Kind


class RecordSaved(Protocol):
    """Hears of a record that was saved."""

    def __call__(self, record: Record, *, is_new: bool = False) -> None:
        """Let others know of it."""


class RecordWriting:
    """Builds what one place writes records with, and says there what is not saved.

    ``kinds`` are the kinds of records that are written here, ``refused`` shows why one can't be.
    ``saved`` hears of each saved record, ``show`` brings it to the front; ``moment`` gives a typed moment as
    a file has it.
    """

    def __init__(
        self,
        *,
        kinds: frozenset[Kind],
        place: RecordPlace,
        editor: RecordEditor,
        library: OpenLibrary,
        lanes: Lanes,
        desk: Callable[[], LeftDesk | None],
        agent_name: Callable[[], str],
        now: Callable[[], datetime],
        refused: Callable[[str], object],
        saved: RecordSaved,
        show: Callable[[Record], object],
        say: Say,
        moment: Callable[[str], str],
    ) -> None:
        self._place, self._library, self._now, self._say = place, library, now, say
        self._record_saved, self._show = saved, show
        timers = QtTimers(editor)
        kept = KeptText(
            desk=desk,
            library=library.library,
            now=editor.content,
            writes=lanes.writes,
            timers=timers,
            told=editor.show_failure,
        )
        self.presenter = RecordEditorPresenter(
            view=editor,
            library=library.library,
            writer=RecordWriter(library.to_write),
            writes=lanes.writes,
            reads=lanes.reads,
            timers=timers,
            kept=kept,
            agent_name=agent_name,
            today=lambda: now().date(),
            opened=self._opened,
            saved=self._saved,
            closed=self._closed,
            met=library.saved,
            refused=refused,
            left_over=lambda kind, id: self.left.take_up_of(kind, id),
            moment=moment,
        )
        self.left = LeftTexts(
            kinds=kinds,
            desk=desk,
            writes=lanes.writes,
            may_begin=self.presenter.may_begin,
            restore=self.presenter.restore,
            in_hand=lambda: kept.number,
            changed=self.say_unsaved,
            told_moment=self._told,
            say=say,
        )
        # Kept: Qt holds no presenter.
        self.links = LinksPresenter(
            view=editor, library=library.library, reads=lanes.reads, today=lambda: now().date()
        )
        editor.body.moved.connect(self.links.moved)
        editor.links.chosen.connect(self.links.chosen)
        editor.links.waved_off.connect(self.links.waved_off)
        editor.changed.connect(self.presenter.changed)
        editor.save_wanted.connect(self.presenter.save)
        editor.cancel_wanted.connect(self.presenter.cancel)
        place.continue_wanted.connect(self.go_on)

    def library_changed(self) -> None:
        """Take a newer version; offer what was left of a library that was just opened."""
        self.presenter.library_changed()
        if self._library.loaded:
            self.left.look(self._library.library())

    def go_on(self) -> None:
        """Go on with what is not saved: the text in hand, else one that an earlier run left."""
        if self.presenter.is_changed:
            self.presenter.resume()
        else:
            self.left.take_up_first()

    def say_unsaved(self) -> None:
        """Say above the list what is not saved."""
        sentence, choices = "", list[Choice]()
        if self._place.editing:
            pass
        elif self.presenter.is_changed:
            sentence = f"“{self.presenter.title}” has changes that are not saved."
        elif self.left.sentence:
            sentence = self.left.sentence
            choices = [("Throw it away", self.left.throw_away_first)]
        self._place.show_unsaved(sentence, choices)

    def _told(self, moment: datetime) -> str:
        local = local_time(moment, self._library.library().team.working_time.time_zone)
        return told_moment(f"{local:%Y-%m-%d %H:%M}", self._now().date())

    def _opened(self) -> None:
        self._place.show_editor()
        self._place.focus_work()
        self.say_unsaved()

    def _closed(self) -> None:
        self._place.show_screen()
        self._place.focus_work()
        self.say_unsaved()

    def _saved(self, record: Record, is_new: bool) -> None:
        self._record_saved(record, is_new=is_new)
        self._say(f"“{record.title}” is saved.")
        self._closed()
        self._show(record)
