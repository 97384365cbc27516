"""An unsaved text finds its library again: by another path, moved, or kept by an older program."""

from collections.abc import Callable
from pathlib import Path

import pytest

from composer.tickets.record_draft_table import RecordDraft
from desktop.record_editor.whose_text import folder_of, texts_of
from kb_content.library import Library

MakeDraft = Callable[..., RecordDraft]


def of_refunds(folder: str, name: str = "Park & Sons") -> RecordDraft:
    """Return a text about an article that the library has."""
    return RecordDraft(folder, "article", "refunds", "r1", "{}", "{}", library_name=name)


def of_a_new_one(folder: str, name: str = "Park & Sons") -> RecordDraft:
    """Return a text about an article that is in no file yet."""
    return RecordDraft(folder, "article", "", "", "{}", "{}", library_name=name)


@pytest.fixture
def here(library: Library) -> Library:
    """Return the library with a name of its own."""
    (library.folder / "library.toml").write_text('name = "Park & Sons"\n', encoding="utf-8")
    return Library.open(library.folder)


def belongs(library: Library, draft: RecordDraft) -> bool:
    """Tell whether a text is found again."""
    return texts_of(library, [draft]) == (draft,)


@pytest.mark.parametrize("draft", [of_refunds, of_a_new_one])
def test_any_path_to_the_folder_is_its_path(
    here: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, draft: MakeDraft
) -> None:
    """Whole, from where the program was started, with detours, by a link."""
    folder = here.folder
    monkeypatch.chdir(folder.parent)
    assert belongs(here, draft(str(folder)))
    assert belongs(here, draft(folder.name))
    assert belongs(here, draft(str(folder / ".." / folder.name)))
    assert belongs(Library.open(Path(folder.name)), draft(folder_of(here)))
    (tmp_path / "link").symlink_to(folder)
    assert belongs(here, draft(str(tmp_path / "link")))
    assert belongs(Library.open(tmp_path / "link"), draft(str(folder)))


def test_a_folder_is_kept_whole(here: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next start may be elsewhere."""
    monkeypatch.chdir(here.folder)
    assert folder_of(Library(Path())) == str(here.folder)


@pytest.mark.parametrize("name", ["Park & Sons", ""])
@pytest.mark.parametrize("draft", [of_refunds, of_a_new_one])
def test_texts_go_along_with_a_library_that_was_moved(
    here: Library, tmp_path: Path, draft: MakeDraft, name: str
) -> None:
    """The folder is gone, or only what no one sees is left of it; older programs kept no name."""
    left = tmp_path / "left"
    (left / ".git").mkdir(parents=True)
    for folder in (tmp_path / "gone", left):
        assert belongs(here, draft(str(folder), name))


def test_a_text_comes_along_even_if_its_record_is_gone(here: Library, tmp_path: Path) -> None:
    """The library's own name says whose it is."""
    draft = RecordDraft(str(tmp_path / "gone"), "article", "deleted", "r1", "{}", "{}")
    assert not belongs(here, draft)
    named = RecordDraft(
        str(tmp_path / "gone"), "article", "deleted", "r1", "{}", "{}", library_name="Park & Sons"
    )
    assert belongs(here, named)


def test_texts_of_another_library_stay_there(here: Library, tmp_path: Path) -> None:
    """One that is still where it was, a second copy too; and one with another name."""
    other = tmp_path / "other"
    (other / "articles").mkdir(parents=True)
    assert not belongs(here, of_refunds(str(other)))
    assert not belongs(here, of_a_new_one(str(other)))
    assert not belongs(here, of_refunds(str(tmp_path / "gone"), "Another team"))
    assert not belongs(here, of_a_new_one(str(tmp_path / "gone"), "Another team"))


def test_a_folder_without_a_name_is_known_by_its_records(library: Library, tmp_path: Path) -> None:
    """All such folders are called alike."""
    (library.folder / "library.toml").unlink(missing_ok=True)
    plain = Library.open(library.folder)
    gone, name = str(tmp_path / "gone"), plain.team.name
    assert belongs(plain, of_refunds(gone, name))
    assert not belongs(plain, RecordDraft(gone, "article", "not-here", "r", "{}", "{}", library_name=name))
