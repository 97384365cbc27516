"""The index: brought up to date, asked, broken, shared."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from kb_content.library import Changes, Library
from search.entry import PastAnswer
from search.hit import Kind, Trust
from search.index import Index, IndexDamaged, IndexFailure

Found = Callable[[str], list[str]]


def test_a_sync_counts_what_it_holds(index: Index, library: Library) -> None:
    counts = index.sync(library)
    assert (counts.articles, counts.known_issues, counts.snippets) == (5, 1, 1)
    assert counts.passages == 7
    assert counts.bytes > 0


def test_a_second_sync_writes_nothing(shop: Index, library: Library) -> None:
    told: list[tuple[int, int]] = []
    shop.sync(library, progress=lambda done, total: told.append((done, total)))
    assert told == []


def test_a_changed_article_is_found_by_its_new_words_only(shop: Index, library: Library) -> None:
    article = library.articles["refunds"]
    library.save_article("refunds", body="Ask the zebra.", expected_revision=article.revision)
    shop.sync(library, only=Changes(changed=frozenset({"article:refunds"})))
    assert [hit.id for hit in shop.search("zebra").hits] == ["refunds"]
    assert "refunds" not in [hit.id for hit in shop.search('"five days"').hits]


def test_a_removed_article_is_found_no_more(shop: Index, library: Library, tmp_path: Path) -> None:
    (library.folder / "articles" / "login.md").unlink()
    library.refresh()
    assert shop.sync(library).articles == 4
    assert "login" not in [hit.id for hit in shop.search("customers cannot sign in").hits]


def test_removal_leaves_no_words_behind(shop: Index, library: Library) -> None:
    (library.folder / "articles" / "config.md").unlink()
    library.refresh()
    shop.sync(library)
    rows = sqlite3.connect(shop.path)
    assert rows.execute("SELECT count(*) FROM words WHERE word = 'proxy'").fetchone() == (0,)
    rows.close()


def test_a_cancelled_sync_keeps_what_it_did_and_the_next_one_finishes(index: Index, library: Library) -> None:
    assert index.sync(library, cancelled=lambda: True).articles == 0
    assert index.sync(library).articles == 5


def test_a_fault_in_a_batch_leaves_the_records_as_they_were(
    shop: Index, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = library.articles["refunds"]
    library.save_article("refunds", body="Ask the zebra.", expected_revision=article.revision)

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("search.postings.Postings._add_sizes", fail)
    with pytest.raises(IndexFailure, match="disk I/O error"):
        shop.sync(library)
    monkeypatch.undo()
    assert shop.search('"five days"').hits[0].id == "refunds"


@pytest.mark.parametrize("content", [b"this is no database" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_broken_file_is_set_aside_and_rebuilt(tmp_path: Path, library: Library, content: bytes) -> None:
    path = tmp_path / "broken.sqlite"
    path.write_bytes(content)
    index = Index.open(path)
    assert index.sync(library).articles == 5
    assert (tmp_path / "broken.sqlite.broken").read_bytes() == content
    index.close()


def test_damage_that_shows_later_ends_in_an_index_begun_anew(shop: Index, library: Library) -> None:
    shop.close()
    raw = bytearray(shop.path.read_bytes())
    for at in range(4096 * 3, len(raw)):
        raw[at] ^= 0x5A
    shop.path.write_bytes(raw)
    index = Index.open(shop.path)
    with suppress(IndexFailure):
        index.search("refund")
    assert index.sync(library).articles == 5
    assert index.search("refund a payment").hits[0].id == "refunds"
    index.close()


def test_a_file_of_another_version_is_set_aside_and_rebuilt(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "old.sqlite"
    other = sqlite3.connect(path)
    other.execute("PRAGMA user_version=99")
    other.execute("CREATE TABLE something(x)")
    other.commit()
    other.close()
    index = Index.open(path)
    assert index.sync(library).articles == 5
    index.close()


def test_a_folder_that_cannot_be_made_gives_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(IndexFailure, match="cannot be opened"):
        Index.open(tmp_path / "file" / "index.sqlite")


def test_two_windows_that_sync_at_once_do_the_work_once(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "shared.sqlite"
    indexes = [Index.open(path), Index.open(path)]
    threads = [threading.Thread(target=index.sync, args=(library,)) for index in indexes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert indexes[0].counts().passages == 7
    assert {hit.id for hit in indexes[1].search("refund").hits} >= {"refunds", "old"}
    for index in indexes:
        index.close()


def test_two_windows_begin_a_damaged_index_anew_once(tmp_path: Path, library: Library) -> None:
    """The second one takes the file that the first one made and filled; it does not set that aside too."""
    path = tmp_path / "shared.sqlite"
    first, second = Index.open(path), Index.open(path)
    first.sync(library)
    for index in (first, second):
        index._database.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * (size - 100))
    with pytest.raises(IndexDamaged):
        first.sync(library)
    assert first.sync(library).articles == 5
    with pytest.raises(IndexDamaged):
        second.search("refund")
    assert {hit.id for hit in second.search("refund").hits} >= {"refunds", "old"}
    assert first.search("refund").hits
    first.close()
    second.close()


def test_past_answers_come_and_go_with_the_desk(shop: Index, library: Library) -> None:
    shop.sync_past_answers([PastAnswer("7", "Where is my parcel?", "It left on Monday.", "2026-11-02")])
    hit = shop.search("parcel").hits[0]
    assert (hit.kind, hit.trust, hit.id) == (Kind.PAST_ANSWER, Trust.PAST_ANSWER, "7")
    shop.sync(library)
    assert shop.search("parcel").hits
    shop.sync_past_answers([])
    assert not [hit for hit in shop.search("parcel").hits if hit.kind is Kind.PAST_ANSWER]


@pytest.mark.parametrize(
    ("record", "trust"),
    [
        ("refunds", Trust.VERIFIED),
        ("login", Trust.OVERDUE),
        ("config", Trust.DRAFT),
        ("invoices", Trust.UNVERIFIED),
        ("old", Trust.RETIRED),
        ("double-charge", Trust.OPEN_ISSUE),
    ],
)
def test_each_hit_carries_its_trust(shop: Index, record: str, trust: Trust) -> None:
    hits = [hit for kind in Kind for hit in shop.search(f"kind:{kind}").hits]
    assert {hit.id: hit.trust for hit in hits}[record] is trust
