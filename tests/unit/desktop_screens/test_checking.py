"""The round of an owner: what is to check, in which order, and where one goes on."""

from datetime import date
from pathlib import Path

import pytest

from desktop.library.checking import after_one_went, check_listing, due_articles, next_check
from desktop.library.rows import AreaRow, RecordRow
from kb_content.library import Library

TODAY = date(2026, 11, 20)
HEAD = "---\nid: {id}\ntitle: {title}\nowner: {owner}\n{rest}---\n\nTrue.\n"


def write(folder: Path, id: str, owner: str, *, on: str = "", every: str = "180d", status: str = "") -> None:
    rest = f"verified: {{date: {on}, by: {owner}}}\n" if on else ""
    rest += f"review_every: {every}\n" + (f"status: {status}\n" if status else "")
    path = folder / "articles" / f"{id}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(id=id, title=id.capitalize(), owner=owner, rest=rest), encoding="utf-8")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Four articles overdue, one fresh, one retired, five that nobody ever read."""
    write(tmp_path, "late", "Zoe", on="2026-05-01")
    write(tmp_path, "later", "Zoe", on="2026-03-01")
    write(tmp_path, "mine", "Kim", on="2026-05-11")
    write(tmp_path, "nobodys", "", on="2026-05-11")
    write(tmp_path, "fresh", "Kim", on="2026-11-01")
    write(tmp_path, "old", "Kim", on="2020-01-01", status="retired")
    for number in range(5):
        write(tmp_path, f"new{number}", "Ada")
    return Library.open(tmp_path)


def shown(library: Library, me: str = "Kim", words: str = "") -> list[tuple[str, str]]:
    """Return headings and rows, with their counts and badges."""
    listing = check_listing(library, TODAY, me=me, words=words)
    return [
        (row.title, row.badge.words if isinstance(row, RecordRow) else str(row.count))
        for row in listing.rows
        if isinstance(row, RecordRow | AreaRow)
    ]


def test_ones_own_stand_first_and_the_longest_overdue_on_top(library: Library) -> None:
    """Below their owners by name; what nobody owns comes last. Of first looks there are a few a day."""
    assert shown(library) == [
        ("Yours", "1"),
        ("Mine", "since 7 Nov"),
        ("Ada", "3"),
        ("New0", "first look"),
        ("New1", "first look"),
        ("New2", "first look"),
        ("Zoe", "2"),
        ("Later", "since 28 Aug"),
        ("Late", "since 28 Oct"),
        ("Without an owner", "1"),
        ("Nobodys", "since 7 Nov"),
    ]
    assert len(due_articles(library, TODAY)) == 7


def test_words_narrow_the_round(library: Library) -> None:
    """An owner's name, too; who has no name owns nothing."""
    assert shown(library, words="zoe late") == [("Zoe", "2"), *shown(library)[7:9]]
    assert shown(library, me="", words="nobodys")[0] == ("Without an owner", "1")


def test_what_comes_next_is_said(library: Library, tmp_path: Path) -> None:
    """The day is that of the article which is due first."""
    assert next_check(library, TODAY) == "Next is “Later”, on 28 Aug, Zoe."
    empty = tmp_path / "empty"
    empty.mkdir()
    assert next_check(Library.open(empty), TODAY) == ""


@pytest.mark.parametrize(
    ("gone", "goes_to"), [("mine", "new0"), ("new0", "new1"), ("nobodys", "late"), ("unknown", "mine")]
)
def test_when_one_is_done_the_next_is_chosen(library: Library, gone: str, goes_to: str) -> None:
    """After the last one, the one before it; where one was elsewhere, the first."""
    rows = check_listing(library, TODAY, me="Kim").rows
    rest = [row for row in rows if row.key != f"article:{gone}"]
    assert after_one_went(rows, rest, f"article:{gone}") == f"article:{goes_to}"
    assert after_one_went(rows, rows, "article:late") == "article:late"
    assert after_one_went(rows, (), "article:late") == ""
