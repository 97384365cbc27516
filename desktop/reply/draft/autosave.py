"""Saving a draft by itself: within a second of every key, also while somebody types without a pause."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desktop.work.collaborators import Lane, Timers
from kb_content.failure import Failure

AFTER_KEY_MS = 600
"""From the first key that is not saved yet to its save; with the commit it stays below a second."""

CALM_MS = 700
"""How long no key came before "saved" is told: it would blink between the keys of a sentence."""

RETRY_MS = 3000


class SaveState(StrEnum):
    """How safe the newest text is."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SaveNews:
    """What to say about saving. ``sentence`` is empty unless it failed."""

    state: SaveState
    sentence: str = ""


class Autosave:
    """Saves one ticket's draft in the lane of writes.

    "Saved" is told only when exactly the newest text is committed and the typing has paused. A save
    that fails keeps the text, says so, and is tried again until it works. Texts are saved in the order
    in which they were typed.
    """

    def __init__(
        self,
        *,
        name: str,
        save: Callable[[str], int],
        lane: Lane,
        timers: Timers,
        told: Callable[[SaveNews], None],
    ) -> None:
        self._save, self._lane, self._timers, self._told = save, lane, timers, told
        self._due, self._calm, self._retry = f"{name}:due", f"{name}:calm", f"{name}:retry"
        self._text = ""
        self._committed = ""
        self._under_way = 0

    def opened(self, committed: str) -> None:
        """Start from a text that is on the disk already."""
        self._text = self._committed = committed
        self._told(SaveNews(SaveState.SAVED))

    @property
    def text(self) -> str:
        """The newest text, saved or not."""
        return self._text

    def told_to(self, told: Callable[[SaveNews], None]) -> None:
        """Tell somebody else from now on, beginning with how things stand."""
        self._told = told
        self._told(SaveNews(SaveState.SAVED if self.is_safe else SaveState.SAVING))

    @property
    def is_safe(self) -> bool:
        """Whether the newest text is committed."""
        return self._text == self._committed

    @property
    def is_at_rest(self) -> bool:
        """Whether the newest text is committed and no save is under way."""
        return self.is_safe and not self._under_way

    def edited(self, text: str) -> None:
        """Take the newest text; it is saved soon."""
        if text == self._text:
            return
        self._text = text
        self._told(SaveNews(SaveState.SAVING))
        self._timers.start(self._calm, CALM_MS, self._tell_saved)
        if not self._timers.is_running(self._due):
            self._timers.start(self._due, AFTER_KEY_MS, self._save_newest)

    def save_now(self) -> None:
        """Save the newest text without waiting: before finishing, closing, or an error is told."""
        self._timers.stop(self._calm)
        self._save_newest()

    def _save_newest(self) -> None:
        for timer in (self._due, self._retry):
            self._timers.stop(timer)
        if self.is_at_rest:
            return
        text = self._text
        self._under_way += 1
        self._lane.run(lambda: self._save(text), done=lambda _: self._saved(text), failed=self._failed)

    def _saved(self, text: str) -> None:
        self._under_way -= 1
        self._committed = text
        self._tell_saved()

    def _tell_saved(self) -> None:
        if self.is_safe and not self._timers.is_running(self._calm):
            self._told(SaveNews(SaveState.SAVED))

    def _failed(self, error: Exception) -> None:
        self._under_way -= 1
        self._timers.start(self._retry, RETRY_MS, self.save_now)
        self._told(SaveNews(SaveState.FAILED, _sentence(error)))
        if not isinstance(error, Failure | OSError):
            raise error


def _sentence(error: Exception) -> str:
    reason = str(error) or type(error).__name__
    return f"Not saved yet; your text is kept here and is tried again every few seconds. {reason}"
