"""The index is built in the background: how far it is can be seen, it can be stopped, and it mends itself."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from desktop.index_sync import IndexSync, SyncState
from desktop.library.choice import Choice
from desktop.library.index_progress import IndexProgress, told
from kb_content.library import Changes, Library
from search.index import Index
from tests.by_hand import LaneByHand, TimersByHand


class Built:
    """A sync, a lane for it, and what the screen says."""

    def __init__(self, path: Path) -> None:
        self.path, self.lane, self.timers = path, LaneByHand(), TimersByHand()
        self.failures: list[str] = []
        self.indexed = 0
        self.sentence = ""
        self.choices: dict[str, Callable[[], object]] = {}
        self.sync = IndexSync(
            path=path,
            reads=self.lane,
            failed=lambda error: self.failures.append(str(error)),
            indexed=self._count,
        )
        self.progress = IndexProgress(view=self, sync=self.sync, timers=self.timers)

    def show_indexing(self, sentence: str, choices: Sequence[Choice] = ()) -> None:
        self.sentence, self.choices = sentence, dict(choices)

    def open(self, library: Library) -> None:
        """Follow a library that was opened."""
        self.sync.turn_to(library)
        self.sync.catch_up()
        self.progress.soon()

    def held(self) -> int:
        """How many articles the index holds."""
        index = Index.open(self.path)
        try:
            return index.counts().articles
        finally:
            index.close()

    def _count(self) -> None:
        self.indexed += 1
        self.progress.look()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library of 1,200 short articles: three batches."""
    folder = tmp_path / "library" / "articles"
    folder.mkdir(parents=True)
    for number in range(1_200):
        text = f"---\nid: a{number}\ntitle: Article {number}\n---\n\nWord{number}.\n"
        (folder / f"a{number}.md").write_text(text, encoding="utf-8")
    return Library.open(tmp_path / "library")


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """A sync that has not begun."""
    return Built(tmp_path / "index.sqlite")


def test_what_is_quick_is_not_talked_about(built: Built, library: Library) -> None:
    """By the time one looks, it is done."""
    built.open(library)
    built.lane.work()
    built.timers.fire()
    assert built.sentence == ""
    assert built.held() == 1_200
    assert not built.sync.is_behind()


def test_a_long_build_is_seen_and_goes_away(built: Built, library: Library) -> None:
    """First without figures, since nobody knows them yet; after it, nothing."""
    built.open(library)
    built.timers.fire()
    assert built.sentence == "The search index is being built. Until then titles are searched too."
    assert set(built.choices) == {"Stop"}
    assert built.sync.is_behind()
    built.lane.work()
    assert built.sentence == ""
    assert built.indexed == 1


def test_a_build_is_stopped_and_gone_on_with(
    built: Built, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it did stays; a record that is saved meanwhile is found; then the rest follows."""
    keep = built.sync._keep_progress

    def stop_after_first(done: int, total: int) -> None:
        keep(done, total)
        built.timers.fire()
        if "Stop" in built.choices:
            assert "500 of 1,200 records" in built.sentence
            built.choices["Stop"]()

    monkeypatch.setattr(built.sync, "_keep_progress", stop_after_first)
    built.open(library)
    built.lane.work()
    assert built.sentence == "Indexing is stopped at 500 of 1,200 records: a search may miss some."
    assert built.held() == 500
    assert built.sync.is_behind()
    built.sync.take(Changes(changed=frozenset({"article:a999"})))
    built.lane.work()
    assert built.held() == 501
    assert "stopped" in built.sentence
    monkeypatch.undo()
    built.choices["Go on"]()
    built.lane.work()
    assert built.sentence == ""
    assert built.held() == 1_200
    assert not built.sync.is_behind()


def test_a_damaged_index_is_made_anew_and_says_so(
    built: Built, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to delete a file."""
    built.path.write_bytes(b"no index at all" * 100)
    seen: list[bool] = []
    monkeypatch.setattr(built.sync, "_keep_progress", lambda *_: seen.append(built.sync.state.anew))
    built.open(library)
    built.lane.work()
    assert seen == [True] * 3
    assert built.held() == 1_200
    assert built.failures == []


def test_an_index_lost_on_the_way_is_mended(built: Built, library: Library) -> None:
    """A search in a lane says so; the next look begins again."""
    built.open(library)
    built.lane.work()
    built.sync.lost()
    assert built.sync.is_behind()
    built.progress.look()
    assert "The search index is being built" in built.sentence
    built.lane.work()
    assert not built.sync.is_behind()
    assert built.sentence == ""


def test_an_index_that_cannot_be_written_is_told_once(tmp_path: Path, library: Library) -> None:
    """It is tried twice; then it is a sentence, and titles go on answering."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    built = Built(tmp_path / "file" / "index.sqlite")
    built.open(library)
    built.lane.work()
    assert len(built.failures) == 1
    assert built.sync.is_behind()


def test_changes_during_a_build_are_not_lost(built: Built, library: Library) -> None:
    """They come after it."""
    built.open(library)
    built.sync.take(Changes(changed=frozenset({"article:a1"})))
    built.lane.work()
    assert not built.sync.is_behind()
    assert built.indexed == 1


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (
            SyncState(running=True, done=500, total=10_000),
            "The search index is being built: 500 of 10,000 records. Until then titles are searched too.",
        ),
        (
            SyncState(running=True, anew=True, done=500, total=10_000),
            "The search index could not be used and is being made anew: 500 of 10,000 records. "
            "Until then titles are searched too.",
        ),
        (SyncState(running=True, held=True), "Indexing stops after the records in hand."),
        (SyncState(held=True), "Indexing is stopped: a search may miss some."),
    ],
)
def test_it_is_said_in_words(state: SyncState, sentence: str) -> None:
    """Figures with separators."""
    assert told(state) == sentence
