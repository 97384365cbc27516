"""Saving, creating and renaming records: in place, whole or not at all."""

import os
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kb_content.article import Verified
from kb_content.atomic_file import AlreadyThere, ReadOnly, WriteFailure
from kb_content.library import ChangedOutside, Library, LibraryFailure
from kb_content.record_file import ORDER

Make = Callable[[dict[str, str]], Library]


def lines_changed(before: bytes, after: bytes) -> tuple[list[bytes], list[bytes]]:
    """Lines that are only in one of two versions."""
    old, new = before.splitlines(True), after.splitlines(True)
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_a_changed_title_changes_one_line(library: Library) -> None:
    article = library.articles["refunds"]
    file = library.folder / article.path
    before = file.read_bytes()
    saved = library.save_article(
        "refunds", fields={"title": "Money back: how"}, expected_revision=article.revision
    )
    assert saved.title == "Money back: how"
    assert library.articles["refunds"] == saved
    assert lines_changed(before, file.read_bytes()) == (
        [b"title: Refunds\n"],
        [b'title: "Money back: how"\n'],
    )
    assert not library.refresh().any


def test_a_changed_body_leaves_the_front_matter_alone(library: Library) -> None:
    article = library.articles["refunds"]
    file = library.folder / article.path
    before = file.read_bytes()
    body = article.body.replace("Open the order.", "Open the order at once.")
    assert library.save_article("refunds", body=body, expected_revision=article.revision).body == body
    assert lines_changed(before, file.read_bytes()) == (
        [b"1. Open the order.\n"],
        [b"1. Open the order at once.\n"],
    )


def test_saving_what_is_there_writes_nothing(library: Library) -> None:
    article = library.articles["refunds"]
    file = library.folder / article.path
    before = file.stat()
    library.save_article(
        "refunds", fields={"title": article.title, "tags": article.tags}, body=article.body,
        expected_revision=article.revision,
    )  # fmt: skip
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_form_may_hand_in_all_fields_and_changes_one_line(make_library: Make) -> None:
    odd = "tags: one\nowner: ana\nreview_every: 180d\nverified: 2026-01-02 by Bo\n"
    text = f"---\nid: a\ntitle: A\n{odd}---\nx\n"
    library = make_library({"a.md": text})
    article = library.articles["a"]
    form = {key: getattr(article, key) for key in ORDER["article"] if key != "id"}
    same = library.save_article("a", fields=form, body=article.body, expected_revision=article.revision)
    assert same.revision == article.revision
    library.save_article("a", fields={**form, "owner": "bo"}, expected_revision=article.revision)
    assert library.source("a.md") == text.replace("owner: ana", "owner: bo")


def test_an_emptied_field_is_taken_out(library: Library) -> None:
    article = library.articles["refunds"]
    saved = library.save_article(
        "refunds", fields={"owner": "", "tags": [], "verified": None}, expected_revision=article.revision
    )
    assert (saved.owner, saved.tags, saved.verified) == ("", (), None)
    assert library.source(article.path).startswith(
        "---\nid: refunds\ntitle: Refunds\nreview_every: 90\n---\n"
    )


def test_halves_of_characters_from_an_editor_never_break_a_save(library: Library) -> None:
    article = library.articles["refunds"]
    saved = library.save_article("refunds", body="a\ud83d\ude00b\ud83dc", expected_revision=article.revision)
    assert saved.body == "a\U0001f600b\ufffdc"


def test_a_file_that_was_changed_outside_is_not_overwritten(library: Library) -> None:
    article = library.articles["refunds"]
    file = library.folder / article.path
    file.write_text("---\nid: refunds\n---\nsomebody else's text")
    with pytest.raises(ChangedOutside, match="changed outside") as caught:
        library.save_article("refunds", body="mine", expected_revision=article.revision)
    assert file.read_text().endswith("somebody else's text")
    library.refresh()
    assert caught.value.revision == library.articles["refunds"].revision


def test_a_file_that_is_gone_or_became_a_link_is_not_written(library: Library, tmp_path: Path) -> None:
    article = library.articles["refunds"]
    file = library.folder / article.path
    file.rename(tmp_path / "moved.md")
    file.symlink_to(tmp_path / "moved.md")
    with pytest.raises(ChangedOutside, match="is gone"):
        library.save_article("refunds", body="mine", expected_revision=article.revision)
    assert "mine" not in (tmp_path / "moved.md").read_text()


def test_an_unknown_record_is_said_so(library: Library) -> None:
    with pytest.raises(LibraryFailure, match="no article 'nothing'"):
        library.save_article("nothing", body="x", expected_revision="")


def test_an_id_cannot_be_changed_by_a_save(library: Library) -> None:
    with pytest.raises(LibraryFailure, match="stays as it is"):
        library.save_article(
            "refunds", fields={"id": "x"}, expected_revision=library.articles["refunds"].revision
        )


def test_a_body_that_could_not_be_read_again_is_not_saved(library: Library) -> None:
    article = library.articles["refunds"]
    before = (library.folder / article.path).read_bytes()
    for body in ("x" * (5 * 1024 * 1024), "<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n"):
        with pytest.raises(LibraryFailure, match="Not saved"):
            library.save_article("refunds", body=body, expected_revision=article.revision)
    assert (library.folder / article.path).read_bytes() == before


def test_a_snippet_and_a_known_issue_are_saved_the_same_way(library: Library) -> None:
    issue = library.known_issues["slow-checkout"]
    saved = library.save_known_issue(
        "slow-checkout", fields={"status": "resolved", "eta": None}, expected_revision=issue.revision
    )
    assert (saved.is_open, saved.eta) == (False, "")
    snippet = library.snippets["greet"]
    changed = library.save_snippet("greet", fields={"keyword": "hello"}, expected_revision=snippet.revision)
    assert changed.keyword == "hello"


def test_verifying_an_article_changes_one_line(library: Library) -> None:
    article = library.articles["refunds"]
    file = library.folder / article.path
    before = file.read_bytes()
    saved = library.save_article(
        "refunds",
        fields={"verified": Verified(date(2026, 11, 20), "Bo, the lead")},
        expected_revision=article.revision,
    )
    assert saved.verified == Verified(date(2026, 11, 20), "Bo, the lead")
    assert lines_changed(before, file.read_bytes()) == (
        [b"verified: {date: 2026-03-01, by: Ana}\n"],
        [b'verified: {date: 2026-11-20, by: "Bo, the lead"}\n'],
    )


def test_a_new_article_gets_an_id_from_its_title_and_the_usual_order_of_fields(library: Library) -> None:
    article = library.create_article(
        title="Où est ma commande ?",
        body="Text\n",
        fields={"tags": ["a", "3.10"], "owner": "ana", "status": "draft"},
    )
    assert article.id == "ou-est-ma-commande"
    assert (library.folder / "articles/ou-est-ma-commande.md").read_text(encoding="utf-8") == (
        "---\nid: ou-est-ma-commande\ntitle: Où est ma commande ?\ntags: [a, 3.10]\nowner: ana\n"
        "status: draft\n---\n\nText\n"
    )
    assert library.articles[article.id] == article


@pytest.mark.parametrize(
    ("title", "record_id"),
    [
        ("Refunds", "refunds-2"),
        ("Slow checkout", "slow-checkout-2"),
        ("AUX", "aux-article"),
        ("日本語", "article"),
        ("x" * 300, "x" * 81),
        ("../../etc/passwd", "etc-passwd"),
        ("  a\n b ", "a-b"),
    ],
)
def test_ids_of_new_articles_are_safe_and_unique(library: Library, title: str, record_id: str) -> None:
    article = library.create_article(title=title, body="")
    assert (article.id, article.path) == (record_id, f"articles/{record_id}.md")
    assert article.title == " ".join(title.split())


def test_a_new_article_never_replaces_a_file_that_is_set_aside(make_library: Make) -> None:
    library = make_library({"articles/a.md": "---\n- broken\n---\n"})
    assert library.create_article(title="A", body="x").path == "articles/a-2.md"
    assert library.source("articles/a.md") == "---\n- broken\n---\n"


def test_a_title_is_needed(library: Library) -> None:
    with pytest.raises(LibraryFailure, match="no title"):
        library.create_article(title=" ", body="x")


def test_known_issues_and_snippets_are_created_in_their_folders(library: Library) -> None:
    issue = library.create_known_issue(
        title="It hangs", body="## Workaround\nWait.\n", fields={"severity": "low"}
    )
    assert (issue.path, issue.workaround) == ("known-issues/it-hangs.md", "Wait.")
    snippet = library.create_snippet(title="Bye", body="Bye {{name}}", fields={"keyword": "bye"})
    assert (snippet.path, snippet.fields) == ("snippets/bye.md", ("name",))


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_a_new_file_is_as_readable_as_its_folder_and_a_saved_one_as_before(library: Library) -> None:
    (library.folder / "articles").chmod(0o770)
    path = library.folder / library.create_article(title="New", body="x").path
    assert stat.S_IMODE(path.stat().st_mode) == 0o660
    path.chmod(0o604)
    library.save_article("new", body="y", expected_revision=library.articles["new"].revision)
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_a_renamed_article_keeps_id_and_file_and_is_found_by_its_old_title(library: Library) -> None:
    renamed = library.rename_article("refunds", "Money back")
    assert (renamed.id, renamed.title, renamed.also_known_as) == ("refunds", "Money back", ("Refunds",))
    again = library.rename_article("refunds", "Refunds")
    assert (again.title, again.also_known_as) == ("Refunds", ("Money back",))


@pytest.mark.parametrize("place", ["opened", "written", "synced", "verified"])
def test_a_failure_at_any_point_leaves_the_old_file_and_no_other(library: Library, place: str) -> None:
    def fail(at: str) -> None:
        if at == place:
            raise OSError(28, "No space left on device")

    failing = Library.open(library.folder, at=fail)
    article = failing.articles["refunds"]
    before = {path: path.read_bytes() for path in library.folder.rglob("*") if path.is_file()}
    with pytest.raises(WriteFailure, match="disk is full"):
        failing.save_article("refunds", body="new", expected_revision=article.revision)
    with pytest.raises(WriteFailure, match="disk is full"):
        failing.create_article(title="New", body="new")
    assert {path: path.read_bytes() for path in library.folder.rglob("*") if path.is_file()} == before
    assert failing.articles["refunds"] == article


def test_a_write_protected_file_is_read_only(library: Library) -> None:
    article = library.articles["refunds"]
    file = library.folder / article.path
    file.chmod(stat.S_IRUSR)
    with pytest.raises(ReadOnly, match="may not be written"):
        library.save_article("refunds", body="new", expected_revision=article.revision)
    assert "How to refund" in file.read_text()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_read_only(library: Library) -> None:
    article = library.articles["refunds"]
    (library.folder / article.path).parent.chmod(0o555)
    try:
        with pytest.raises(ReadOnly):
            library.save_article("refunds", body="new", expected_revision=article.revision)
    finally:
        (library.folder / article.path).parent.chmod(0o755)


def test_a_file_made_by_somebody_else_meanwhile_is_not_replaced(library: Library) -> None:
    def meanwhile(place: str) -> None:
        if place == "verified":
            (library.folder / "articles/new.md").write_text("theirs")

    racing = Library.open(library.folder, at=meanwhile)
    with pytest.raises(AlreadyThere, match="exists"):
        racing.create_article(title="New", body="mine")
    assert (library.folder / "articles/new.md").read_text() == "theirs"
