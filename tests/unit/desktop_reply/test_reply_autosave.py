"""A draft saves itself, and says "saved" only when it is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reply.draft.autosave import AFTER_KEY_MS, CALM_MS, Autosave, SaveNews, SaveState
from desktop.reply.draft.carry import Change
from kb_content.failure import Failure


class Disk:
    """Keeps what was saved; fails while it is full."""

    def __init__(self) -> None:
        self.saved: list[str] = []
        self.full = False

    def save(self, text: str) -> int:
        if self.full:
            raise Failure("The disk is full.")
        self.saved.append(text)
        return len(self.saved)


@pytest.fixture
def disk() -> Disk:
    """Return a disk with room."""
    return Disk()


@pytest.fixture
def told() -> list[SaveNews]:
    """Return what was told about saving."""
    return []


@pytest.fixture
def autosave(disk: Disk, told: list[SaveNews], lanes: Any, timers: Any) -> Autosave:
    """Return an autosave of an empty draft."""
    made = Autosave(name="t", save=disk.save, lane=lanes.writes, timers=timers, told=told.append)
    made.opened("")
    return made


def test_saved_within_a_second_of_a_key(autosave: Any, disk: Any, timers: Any, lanes: Any) -> None:
    """A few keys are saved once, soon after the first of them."""
    for text in ("H", "He", "Hel"):
        autosave.edited(text)
        timers.pass_time(100)
    timers.pass_time(AFTER_KEY_MS)
    lanes.work()
    assert disk.saved == ["Hel"]
    assert AFTER_KEY_MS < 1000


def test_saved_while_typing_without_a_pause(autosave: Any, disk: Any, timers: Any, lanes: Any) -> None:
    """Somebody who never pauses has nothing unsaved that is older than a second."""
    for count in range(1, 121):
        autosave.edited("x" * count)
        timers.pass_time(100)
        lanes.work()
        newest = len(disk.saved[-1]) if disk.saved else 0
        assert count - newest < 10


def test_saved_does_not_blink_between_keys(autosave: Any, told: Any, timers: Any, lanes: Any) -> None:
    """While keys come the word is "saving"; after a pause it is "saved"."""
    del told[:]
    for count in range(1, 31):
        autosave.edited("x" * count)
        timers.pass_time(100)
        lanes.work()
    assert {news.state for news in told} == {SaveState.SAVING}
    timers.pass_time(CALM_MS)
    lanes.work()
    assert told[-1].state is SaveState.SAVED


def test_saved_is_told_after_the_commit(autosave: Any, told: Any, lanes: Any) -> None:
    """Neither asking nor a commit of an older text is enough."""
    autosave.edited("one")
    autosave.save_now()
    autosave.edited("one two")
    lanes.work()
    assert told[-1].state is SaveState.SAVING
    autosave.save_now()
    lanes.work()
    assert told[-1].state is SaveState.SAVED


def test_a_failed_save_keeps_trying(autosave: Any, disk: Any, told: Any, timers: Any, lanes: Any) -> None:
    """It says so, and saves as soon as there is room."""
    disk.full = True
    autosave.edited("words")
    timers.pass_time(1000)
    lanes.work()
    assert told[-1].state is SaveState.FAILED
    assert "The disk is full." in told[-1].sentence
    assert not autosave.is_safe
    disk.full = False
    timers.pass_time(3000)
    lanes.work()
    assert disk.saved == ["words"]
    assert told[-1].state is SaveState.SAVED


def test_nothing_to_save(autosave: Any, disk: Any, lanes: Any) -> None:
    """A text that is on the disk is not written again."""
    autosave.edited("")
    autosave.save_now()
    lanes.work()
    assert disk.saved == []


@given(st.text(max_size=30), st.text(max_size=10), st.integers(0, 30), st.integers(0, 30))
def test_an_untouched_span_is_carried(old: str, typed: str, a: int, b: int) -> None:
    """Wherever the one edit was, a span that is carried holds the same words."""
    start, end = sorted((min(a, len(old)), min(b, len(old))))
    new = old[:start] + typed + old[end:]
    change = Change.between(old, new)
    for left in range(len(old)):
        for right in range(left, len(old) + 1):
            carried = change.carried(left, right)
            if carried is not None:
                assert new[carried[0] : carried[1]] == old[left:right]
