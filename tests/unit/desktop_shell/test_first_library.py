"""The starter library becomes one's own, whole or not at all."""

from pathlib import Path

import pytest

from desktop.first_library import CopyFailure, own_copy


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
