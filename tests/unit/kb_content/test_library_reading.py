"""Opening a library: what loads, what is reported, what is left out."""

import os
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kb_content.article import ArticleStatus, Verified
from kb_content.known_issue import IssueStatus, Severity
from kb_content.library import Library, LibraryFailure

Make = Callable[[dict[str, str]], Library]


def test_an_article_says_what_its_file_says(library: Library) -> None:
    article = library.articles["refunds"]
    assert article.title == "Refunds"
    assert article.tags == ("billing", "money")
    assert article.verified == Verified(date(2026, 3, 1), "Ana")
    assert article.review_every == 90
    assert article.status is ArticleStatus.PUBLISHED
    assert article.path == "articles/billing/refunds.md"
    assert article.body.startswith("How to refund")
    assert len(article.revision) == 64


def test_a_known_issue_knows_its_workaround_and_keeps_versions_as_text(library: Library) -> None:
    issue = library.known_issues["slow-checkout"]
    assert issue.versions == ("3.9", "3.10")
    assert (issue.status, issue.severity) == (IssueStatus.IDENTIFIED, Severity.HIGH)
    assert issue.symptoms == ("the page hangs", "error: 504")
    assert issue.eta == "2026-12-03 15:00"
    assert issue.workaround == "Turn the cache off."


def test_a_snippet_names_the_fields_of_its_body(library: Library) -> None:
    snippet = library.snippets["greet"]
    assert (snippet.keyword, snippet.fields) == ("hi", ("name", "product"))


def test_a_readme_beside_library_toml_is_no_article(library: Library) -> None:
    assert list(library.articles) == ["refunds"]
    assert library.problems == ()


def test_a_loose_folder_of_documents_loads_with_ids_from_paths_and_titles_from_headings(
    make_library: Make,
) -> None:
    library = make_library(
        {
            "a.md": "Plain text only",
            "Guides/Über uns.md": "# Über *uns*\ntext",
            "guides/setext.md": "Two words\n=========\n",
            "foreign.md": "---\nnav: 1\nms.date: 09/10/2021\ntitle: 'From front matter'\n---\n# Other\n",
        }
    )
    assert {a.id: a.title for a in library.articles.values()} == {
        "a": "A",
        "guides-uber-uns": "Über uns",
        "guides-setext": "Two words",
        "foreign": "From front matter",
    }
    assert library.problems == ()


def test_two_paths_with_the_same_slug_both_load(make_library: Make) -> None:
    library = make_library({"a/b.md": "one", "a b.md": "two"})
    assert sorted(library.articles) == ["a-b", "a-b-2"]


def test_a_duplicate_id_is_listed_twice_and_reported_twice(make_library: Make) -> None:
    library = make_library({"a.md": "---\nid: same\n---\n", "b.md": "---\ntitle: x\nid: same\n---\n"})
    assert sorted(library.articles) == ["same", "same-2"]
    assert [problem.path for problem in library.problems] == ["a.md", "b.md"]
    assert all("Duplicate id 'same'" in problem.sentence for problem in library.problems)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\ntitle: a\nk: v\n", 1, "not closed"),
        ("---\n- a\n---\n", 2, "key: value"),
        ("---\ntitle: a: b\n---\n", 2, "no valid YAML"),
        ("---\ntitle: &a x\n---\n", 2, "Anchors"),
        ("---\nx: 1\ntitle: *a\n---\n", 3, "Anchors"),
        ("---\ntitle: !!str x\n---\n", 2, "Tags"),
        ("---\nx: [[[[[[[[1]]]]]]]]\n---\n", 2, "levels"),
        ("---\nstatus: draft\nstatus: retired\n---\n", 3, "stands twice"),
        ("---\nx: y\ntitle: \x01\n---\n", 3, "character"),
        ("---\nx: " + "[" * 16_000 + "\n---\n", 2, "levels"),
        ("---\n? [a]\n: b\n---\n", 2, "must be a word"),
        ("---\n*a : b\n---\n", 2, "Anchors"),
        ("---\nx: " + "y" * 17_000 + "\n---\n", 1, "16 kB"),
        ("---\na: 1\n--- \nb\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> other\n", 5, "lines 5–9"),
        ("---\r\n<<<<<<< HEAD\r\nid: a\r\n=======\r\nid: b\r\n>>>>>>> other\r\n---\r\n", 2, "lines 2–6"),
        ("ok\n\udcff", 2, "UTF-8"),
    ],
)
def test_a_broken_file_is_set_aside_with_line_and_reason(
    make_library: Make, text: str, line: int, words: str
) -> None:
    library = make_library({"good.md": "fine", "bad.md": text})
    assert list(library.articles) == ["good"]
    assert library.set_aside == ("bad.md",)
    (problem,) = library.problems
    assert (problem.path, problem.line) == ("bad.md", line)
    assert words in problem.sentence


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("status: beta", "must be one of"),
        ("verified: soon", "no date"),
        ("verified: 2026-02-30", "no date"),
        ("review_every: often", "number of days"),
        ("tags: {a: b}", "must be a list"),
        ("tags: [a, [b]]", "one item"),
        ("owner: [a]", "must be text"),
        ("id: ../../etc", "read as 'odd'"),
        ("summary: " + "long " * 900, "longer than"),
        ("redirect: a\nredirect: b", "first one counts"),
    ],
)
def test_an_odd_value_is_reported_and_its_document_loads(make_library: Make, line: str, words: str) -> None:
    library = make_library({"odd.md": f"---\ntitle: Odd\n{line}\n---\nbody"})
    assert library.articles["odd"].title == "Odd"
    (problem,) = library.problems
    assert problem.line in (3, 4)
    assert words in problem.sentence


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("3.10", "3.10"),
        ("NO", "NO"),
        ("010", "010"),
        ("1e3", "1e3"),
        ("2026-01-02", "2026-01-02"),
        ("'~'", "~"),
    ],
)
def test_a_value_stays_the_text_that_was_written(make_library: Make, written: str, read: str) -> None:
    library = make_library({"a.md": f"---\ntags: [{written}]\n---\n"})
    assert library.articles["a"].tags == (read,)


@pytest.mark.parametrize(
    ("written", "days"),
    [("90", 90), ("180d", 180), ("12 weeks", 84), ("6 months", 180), ("1 year", 365), ("never", 0), ("", 0)],
)
def test_a_review_period_is_counted_in_days(make_library: Make, written: str, days: int) -> None:
    assert make_library({"a.md": f"---\nreview_every: {written}\n---\n"}).articles["a"].review_every == days


@pytest.mark.parametrize(
    "written",
    ["2026-03-01 by Ana", "2026-03-01, Ana", "{date: 2026-03-01, by: Ana}", "\n  on: 2026-03-01\n  by: Ana"],
)
def test_a_verification_can_be_written_in_several_ways(make_library: Make, written: str) -> None:
    library = make_library({"a.md": f"---\nverified: {written}\n---\n"})
    assert library.articles["a"].verified == Verified(date(2026, 3, 1), "Ana")


def test_a_rule_at_the_top_of_a_document_is_no_front_matter(make_library: Make) -> None:
    library = make_library({"a.md": "---\n\n# Heading\ntext"})
    assert library.articles["a"].title == "Heading"
    assert library.problems == ()


def test_an_underlined_heading_is_no_merge_conflict(make_library: Make) -> None:
    library = make_library({"a.md": "Text\n=======\n\n    <<<<<<< quoted\n"})
    assert list(library.articles) == ["a"]


def test_crlf_text_has_plain_line_ends_in_the_body_and_its_own_in_the_source(make_library: Make) -> None:
    text = "\ufeff---\r\nid: a\r\n---\r\n\r\none\r\ntwo\r\n"
    library = make_library({"a.md": text})
    assert library.articles["a"].body == "one\ntwo\n"
    assert library.source("a.md") == text


def test_source_shows_set_aside_files_and_no_other_path(make_library: Make) -> None:
    library = make_library({"a.md": "---\n- a\n---\n", "notes.txt": "secret"})
    assert library.source("a.md") == "---\n- a\n---\n"
    for path in ("notes.txt", "../library/a.md", "/etc/hostname"):
        with pytest.raises(LibraryFailure, match="no such file"):
            library.source(path)


def test_a_file_above_five_megabytes_is_set_aside(make_library: Make) -> None:
    library = make_library({"big.md": "x" * (5 * 1024 * 1024 + 1), "a.md": "x"})
    assert list(library.articles) == ["a"]
    assert "the limit is 5 MB" in library.problems[0].sentence


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_links_and_pipes_and_deep_folders_are_reported_and_never_opened(
    make_library: Make, tmp_path: Path
) -> None:
    library = make_library({"ok.md": "fine", "d/" * 25 + "deep.md": "deep", ".hidden/x.md": "x"})
    (tmp_path / "outside.md").write_text("outside")
    (library.folder / "leak.md").symlink_to(tmp_path / "outside.md")
    (library.folder / "up").symlink_to("..")
    (library.folder / "loop").symlink_to("loop")
    os.mkfifo(library.folder / "pipe.md")
    library.refresh()
    assert list(library.articles) == ["ok"]
    said = {problem.path: problem.sentence for problem in library.problems}
    assert {path: sentence.split(",")[0] for path, sentence in said.items() if "/" not in path} == {
        "leak.md": "It is a link",
        "up": "It is a link",
        "loop": "It is a link",
        "pipe.md": "It is no regular file (a pipe or a device)",
    }
    assert any("20 folders deep" in sentence for sentence in said.values())


@pytest.mark.skipif(os.name == "nt", reason="such names cannot exist there")
def test_names_that_cannot_be_shown_or_shared_are_reported(make_library: Make) -> None:
    library = make_library({"ok.md": "fine"})
    for name in (b"new\nline.md", b"bad\xff.md", "rtl\u202edm.md".encode(), b"trail.md ", b"OK.md"):
        Path(os.fsdecode(os.path.join(os.fsencode(library.folder), name))).write_text("x")  # noqa: PTH118
    library.refresh()
    said = {problem.path: problem.sentence for problem in library.problems}
    assert set(said) == {"new\\nline.md", "bad\\udcff.md", "rtl\\u202edm.md", "trail.md ", "ok.md"}
    assert "on Windows" in said["ok.md"]
    assert all(path.isprintable() for path in said)


@pytest.mark.parametrize(
    "name", ["a (conflicted copy 2026-01-02).md", "a.sync-conflict-20260102-101010-ABCDEFG.md"]
)
def test_a_conflict_copy_is_listed_and_not_loaded(make_library: Make, name: str) -> None:
    library = make_library({"a.md": "fine", name: "other"})
    assert list(library.articles) == ["a"]
    assert "conflict copy" in library.problems[0].sentence


def test_a_record_without_an_id_in_a_library_is_told_to_get_one(make_library: Make) -> None:
    library = make_library({"library.toml": "", "articles/a b.md": "text"})
    (problem,) = library.problems
    assert "add 'id: articles-a-b'" in problem.sentence


def test_a_folder_that_is_not_there_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(LibraryFailure, match="There is no library at"):
        Library.open(tmp_path / "nowhere")


def test_a_file_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryFailure, match="is a file"):
        Library.open(tmp_path / "file")


def test_a_library_of_a_newer_program_is_refused(make_library: Make) -> None:
    with pytest.raises(LibraryFailure, match="install a newer version"):
        make_library({"library.toml": "format = 2\n"})


def test_an_empty_folder_is_an_empty_library(make_library: Make) -> None:
    library = make_library({})
    assert (len(library.articles), library.problems) == (0, ())


def test_refresh_tells_what_came_changed_and_went(library: Library) -> None:
    assert not library.refresh().any
    folder = library.folder
    (folder / "articles/new.md").write_text("---\nid: new\n---\n")
    (folder / "snippets/greet.md").unlink()
    (folder / "articles/billing/refunds.md").write_text("---\nid: refunds\n---\nother")
    (folder / "library.toml").write_text('name = "Other"\n')
    changes = library.refresh()
    assert changes.added == {"article:new"}
    assert changes.changed == {"article:refunds"}
    assert changes.removed == {"snippet:greet"}
    assert changes.team
    assert library.team.name == "Other"
    assert not library.refresh().any


def test_a_change_of_the_same_length_within_one_tick_of_the_clock_is_seen(library: Library) -> None:
    file = library.folder / "articles/billing/refunds.md"
    status = file.stat()
    file.write_bytes(file.read_bytes().replace(b"Refunds", b"Rebates"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert library.refresh().changed == {"article:refunds"}


def test_a_touched_file_is_no_change(library: Library) -> None:
    os.utime(library.folder / "articles/billing/refunds.md")
    assert not library.refresh().any


def test_a_moved_file_keeps_its_record(library: Library) -> None:
    (library.folder / "articles/billing/refunds.md").rename(library.folder / "articles/refunds.md")
    changes = library.refresh()
    assert changes.changed == {"article:refunds"}
    assert library.articles["refunds"].path == "articles/refunds.md"


def test_a_vanished_folder_keeps_what_was_read(library: Library) -> None:
    library.folder.rename(library.folder.with_name("gone"))
    with pytest.raises(LibraryFailure, match="There is no library"):
        library.refresh()
    assert "refunds" in library.articles


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_reported(library: Library) -> None:
    (library.folder / "articles/billing/refunds.md").chmod(stat.S_IWUSR)
    library.refresh()
    assert "refunds" not in library.articles
    assert "cannot be read" in library.problems[0].sentence


def test_a_title_cannot_break_or_turn_round_a_line(make_library: Make) -> None:
    library = make_library({"a.md": '---\ntitle: "one\\n two\\0 \\u202ethree\u00a0four"\n---\n'})
    assert library.articles["a"].title == "one two three\u00a0four"


def test_a_file_reports_no_more_than_twenty_problems(make_library: Make) -> None:
    library = make_library({"a.md": "---\ntags: [" + "[x]," * 500 + "]\n---\n"})
    assert len(library.problems) == 20


@pytest.mark.timeout(20)
def test_reading_stays_linear_on_files_made_to_be_slow(make_library: Make) -> None:
    """Unfinished conflict markers, a thousand files of one id, a team file of dots."""
    files = {f"articles/{number}.md": "---\nid: same\n---\n" for number in range(3_000)}
    library = make_library(
        {**files, "marks.md": "<<<<<<< \n" * 500_000, "library.toml": "a." * 100_000 + "a = 1"}
    )
    assert len(library.articles) == 3_000
    assert "same-3000" in library.articles
