"""The starter library becomes one's own, whole or not at all."""

from pathlib import Path

import pytest

from desktop.first_library import CopyFailure, WantedLibrary, own_copy
from desktop.settings import SettingsStore


def test_it_is_copied_once(tmp_path: Path) -> None:
    """What was changed in the copy is never copied over."""
    starter = tmp_path / "starter"
    (starter / "articles").mkdir(parents=True)
    (starter / "articles" / "a.md").write_text("one", encoding="utf-8")
    target = own_copy(starter, tmp_path / "own")
    (target / "articles" / "a.md").write_text("mine", encoding="utf-8")
    own_copy(starter, target)
    assert (target / "articles" / "a.md").read_text(encoding="utf-8") == "mine"


def test_a_copy_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """There is a sentence and no half library."""
    with pytest.raises(CopyFailure):
        own_copy(tmp_path / "nowhere", tmp_path / "own")
    assert list(tmp_path.iterdir()) == []


def test_a_named_library_goes_before_the_chosen_one_and_that_before_ones_own(
    tmp_path: Path,
) -> None:
    """Only one's own is made where it is not there; a folder that somebody chose is never filled."""
    settings = SettingsStore(tmp_path / "settings.toml")
    own, chosen, named = tmp_path / "own", tmp_path / "chosen", tmp_path / "named"
    wanted = WantedLibrary(None, settings=settings, own=own)
    assert wanted.folder == own
    assert wanted.ready_folder() == own
    assert (own / "articles").is_dir()
    settings.change(library_folder=str(chosen))
    assert wanted.folder == wanted.ready_folder() == chosen
    assert WantedLibrary(named, settings=settings, own=own).ready_folder() == named
    assert not chosen.exists()
    assert not named.exists()
