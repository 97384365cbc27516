"""Documents that were written to do harm load, are refused or are reported, and do none."""

import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from kb_content.library import Library
from kb_content.markdown import render

ROOT = Path(__file__).resolve().parents[3]
HOSTILE = Path(os.environ.get("THRICE_SHARED", ROOT.parent / "shared")) / "hostile"
HREF = re.compile(r'href="([a-zA-Z][a-zA-Z0-9+.-]*):')


def expectations() -> list[dict[str, Any]]:
    """The expectations for Markdown documents, or none where the folder is missing."""
    listing = HOSTILE / "EXPECT.jsonl"
    if not listing.is_file():
        return []
    rows = (json.loads(line) for line in listing.read_text(encoding="utf-8").splitlines())
    return [row for row in rows if row["kind"] == "md"]


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """All hostile documents as one loose library, in a folder of our own."""
    source = HOSTILE / "md"
    if not source.is_dir():
        pytest.skip("the folder with the hostile documents is not here (THRICE_SHARED)")
    folder = tmp_path_factory.mktemp("hostile") / "md"
    folder.mkdir()
    for file in source.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return Library.open(folder)


@pytest.mark.parametrize("expected", expectations(), ids=lambda row: Path(row["file"]).stem)
def test_a_hostile_document_does_no_harm(pack: Library, expected: dict[str, Any]) -> None:
    name = Path(expected["file"]).name
    checks = expected["checks"]
    records = [article for article in pack.articles.values() if article.path == name]
    reported = [problem for problem in pack.problems if problem.path == name]
    match checks.get("load"):
        case "reject":
            assert not records
            assert reported
        case "report":
            assert reported
        case _:
            assert records
    shown = render(records[0].body) if records else render(pack.source(name))
    for words in checks.get("text_has", []):
        assert words in shown
    for words in checks.get("html_lacks", []):
        assert words not in shown
    if "hrefs_only" in checks:
        assert set(HREF.findall(shown)) <= set(checks["hrefs_only"])


def test_both_documents_with_one_id_are_listed_and_marked(pack: Library) -> None:
    paths = {article.path for article in pack.articles.values()}
    assert {"m14_dup_a.md", "m14_dup_b.md"} <= paths
    marked = {problem.path for problem in pack.problems if "Duplicate id" in problem.sentence}
    assert marked == {"m14_dup_a.md", "m14_dup_b.md"}


def test_odd_bytes_survive_a_save_and_an_edit_changes_one_line(pack: Library) -> None:
    (article,) = (article for article in pack.articles.values() if article.path == "m12_bytes.md")
    file = pack.folder / article.path
    before = file.read_bytes()
    same = pack.save_article(
        article.id, body=article.body, fields={"tags": ["b", "a"]}, expected_revision=article.revision
    )
    assert hashlib.sha256(file.read_bytes()).digest() == hashlib.sha256(before).digest()
    pack.save_article(same.id, body=article.body + "!", expected_revision=same.revision)
    assert file.read_bytes() == before + b"!"


def test_no_document_of_the_pack_was_changed_by_reading(pack: Library, shared: Path) -> None:
    for name in pack.set_aside:
        assert (pack.folder / name).read_bytes() == (shared / "hostile" / "md" / name).read_bytes()


@pytest.mark.skipif(shutil.which("git") is None or shutil.which("sh") is None, reason="needs git and sh")
def test_a_hostile_folder_gives_its_good_document_and_a_reason_for_each_bad_entry(
    shared: Path, tmp_path: Path
) -> None:
    script = shared / "hostile" / "git" / "g01_make_pack.sh"
    if not script.is_file():
        pytest.skip("the script that makes the folder is not here")
    made = subprocess.run(
        ["sh", str(script), str(tmp_path / "pack")], capture_output=True, timeout=60, check=False
    )
    if made.returncode:
        pytest.skip(f"the folder could not be made: {made.stderr.decode(errors='replace')[-200:]}")
    library = Library.open(tmp_path / "pack")
    assert library.articles["ok"].body == "Good article\n"
    assert not any("root:" in article.body for article in library.articles.values())
    reported = {problem.path for problem in library.problems}
    assert {
        "leak.md",
        "updir",
        "loop",
        "gitdir",
        "endless.md",
        "pipe.md",
        "new\\nline.md",
        "trail.md ",
    } <= reported
    assert any("20 folders deep" in problem.sentence for problem in library.problems)
