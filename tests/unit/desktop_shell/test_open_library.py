"""The open library is read again when its folder changes, and the index follows it."""

from pathlib import Path

import pytest

from desktop.open_library import OpenLibrary
from kb_content.failure import Failure
from kb_content.library import Changes
from search.index import Index
from tests.by_hand import AtOnce, LaneByHand


class Told:
    """What a library told, in order."""

    def __init__(self, folder: Path) -> None:
        self.index_path = folder / "index.sqlite"
        self.failures: list[str] = []
        self.news: list[str] = []
        self.library = OpenLibrary(index_path=self.index_path, reads=AtOnce(), failed=self.failures.append)
        self.library.on_change(lambda changes: self.news.append("all" if changes is None else "some"))
        self.library.on_indexed(lambda: self.news.append("indexed"))

    def found(self, words: str) -> list[str]:
        """Return the ids that the index finds."""
        index = Index.open(self.index_path)
        try:
            return [hit.id for hit in index.search(words).hits]
        finally:
            index.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of one article."""
    folder = tmp_path / "library"
    (folder / "articles").mkdir(parents=True)
    write(folder, "renew", "Renew a licence")
    return folder


def write(folder: Path, id: str, title: str) -> None:
    """Write an article."""
    text = f"---\nid: {id}\ntitle: {title}\n---\n\nHow it is done.\n"
    (folder / "articles" / f"{id}.md").write_text(text, encoding="utf-8")


def test_before_anything_is_read_it_is_empty(tmp_path: Path) -> None:
    """Whoever asks early gets a library without articles."""
    told = Told(tmp_path)
    assert not told.library.library().articles
    assert not told.library.loaded


def test_without_a_library_nothing_can_be_written(tmp_path: Path, folder: Path) -> None:
    """The empty one has no folder: a file would land wherever the program was started."""
    told = Told(tmp_path)
    with pytest.raises(Failure, match="still being read"):
        told.library.to_write()
    told.library.open(lambda: tmp_path / "nowhere")
    with pytest.raises(Failure, match="There is no library"):
        told.library.to_write()
    told.library.open(lambda: folder)
    assert told.library.to_write() is told.library.library()


def test_an_opened_library_is_told_and_indexed(tmp_path: Path, folder: Path) -> None:
    """First the records, then the search."""
    told = Told(tmp_path)
    told.library.open(lambda: folder)
    assert told.news == ["all", "indexed"]
    assert told.found("licence") == ["renew"]


def test_what_changed_outside_is_read_and_found(tmp_path: Path, folder: Path) -> None:
    """Nothing is told when nothing did."""
    told = Told(tmp_path)
    told.library.open(lambda: folder)
    told.library.refresh()
    assert told.news == ["all", "indexed"]
    write(folder, "refund", "Refund an order")
    told.library.refresh()
    assert told.news == ["all", "indexed", "some", "indexed"]
    assert told.found("refund") == ["refund"]


def test_a_library_that_is_not_there_is_one_sentence(tmp_path: Path, folder: Path) -> None:
    """What was open stays."""
    told = Told(tmp_path)
    told.library.open(lambda: folder)
    told.library.open(lambda: tmp_path / "nowhere")
    assert len(told.failures) == 1
    assert set(told.library.library().articles) == {"renew"}


def test_a_bug_stays_loud(tmp_path: Path) -> None:
    """Only expected failures are told."""
    told = Told(tmp_path)

    def broken() -> Path:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        told.library.open(broken)


def test_what_one_look_found_is_told_though_another_was_asked_for(tmp_path: Path, folder: Path) -> None:
    """The library says a change once; a newer look that finds nothing must not swallow it."""
    lane = LaneByHand()
    library = OpenLibrary(index_path=tmp_path / "index.sqlite", reads=lane, failed=lambda _: None)
    library.open(lambda: folder)
    lane.work()
    news: list[Changes | None] = []
    library.on_change(news.append)
    write(folder, "vat", "VAT on invoices")
    for _ in range(3):
        library.refresh()
    lane.work()
    assert news == [Changes(added=frozenset({"article:vat"}))]
