"""While the index is built, titles answer; afterwards the index alone."""

from pathlib import Path

import pytest

from desktop.work.index_or_titles import IndexOrTitles
from kb_content.library import Library
from search.hit import Answer, Hit, Kind
from search.index import IndexDamaged, IndexFailure


class _Index:
    def __init__(self, *, fails: bool = False, finds: bool = False, damaged: bool = False) -> None:
        self._fails, self._finds, self._damaged = fails, finds, damaged

    def search(
        self, query: str, *, limit: int = 20, typing: bool = False, kinds: frozenset[Kind] | None = None
    ) -> Answer:
        if self._damaged:
            raise IndexDamaged("The search index was damaged and is begun anew.")
        if self._fails:
            raise IndexFailure("The search index was damaged.")
        return Answer(query, (Hit("indexed", Kind.ARTICLE, "Indexed", 1.0, ""),) if self._finds else ())

    def suggest(self, question: str, *, context: str = "", limit: int = 5) -> tuple[Hit, ...]:
        if self._damaged:
            raise IndexDamaged("The search index was damaged and is begun anew.")
        return ()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.md").write_text("---\nid: refunds\ntitle: Refunds\n---\nx\n", "utf-8")
    return Library.open(tmp_path)


@pytest.mark.parametrize("fails", [False, True])
def test_titles_answer_while_the_index_is_built(library: Library, fails: bool) -> None:
    search = IndexOrTitles(_Index(fails=fails), lambda: library, missed=print, lost=print)
    assert [hit.id for hit in search.search("refu", typing=True).hits] == ["refunds"]
    assert search.search("refu", kinds=frozenset({Kind.SNIPPET})).hits == ()


def test_titles_that_the_index_lacks_join_what_it_has(library: Library) -> None:
    """Those with every word come first, the others last."""
    search = IndexOrTitles(_Index(finds=True), lambda: library, missed=print, lost=print)
    assert [hit.id for hit in search.search("refund").hits] == ["refunds", "indexed"]
    assert [hit.id for hit in search.search("late refund").hits] == ["indexed", "refunds"]
    assert [hit.id for hit in search.search("late refund", limit=1).hits] == ["indexed"]


def test_afterwards_the_index_answers_alone() -> None:
    assert IndexOrTitles(_Index(), lambda: None, missed=print, lost=print).search("refund").hits == ()


def test_a_damaged_index_is_told_and_titles_answer_at_once(library: Library) -> None:
    lost: list[bool] = []
    search = IndexOrTitles(
        _Index(damaged=True),
        lambda: library if lost else None,
        missed=print,
        lost=lambda: lost.append(True),
    )
    assert [hit.id for hit in search.search("refu", typing=True).hits] == ["refunds"]
    assert lost == [True]
    assert search.suggest("refunds?") == ()


def test_an_index_that_cannot_be_read_says_so() -> None:
    with pytest.raises(IndexFailure):
        IndexOrTitles(_Index(fails=True), lambda: None, missed=print, lost=print).search("refund")


def test_only_an_index_that_could_know_notes_a_gap(library: Library) -> None:
    missed: list[str] = []
    IndexOrTitles(_Index(), lambda: library, missed=missed.append, lost=print).record_failed("early")
    IndexOrTitles(_Index(), lambda: None, missed=missed.append, lost=print).record_failed("late")
    assert missed == ["late"]
