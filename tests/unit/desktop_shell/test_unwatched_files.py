"""Files without a watch are looked at: what changed is noticed once, and looking stays cheap."""

from pathlib import Path

import pytest

from desktop.unwatched_files import UnwatchedFiles, pause_after


def test_a_change_is_noticed_once(tmp_path: Path) -> None:
    """Written in place, deleted, come back; a file that is new to the look is none."""
    file, other = tmp_path / "a.md", tmp_path / "b.md"
    file.write_text("One.", encoding="utf-8")
    other.write_text("Other.", encoding="utf-8")
    files = UnwatchedFiles()
    assert not files
    files.take([str(file)])
    assert files
    assert not files.changed()
    file.write_text("Two, longer.", encoding="utf-8")
    assert files.changed()
    assert not files.changed()
    file.unlink()
    assert files.changed()
    file.write_text("Back.", encoding="utf-8")
    assert files.changed()
    files.take([str(file), str(other)])
    assert not files.changed()


def test_what_is_added_is_looked_at_too(tmp_path: Path) -> None:
    """Until others are taken in its place."""
    file = tmp_path / "a.md"
    file.write_text("One.", encoding="utf-8")
    files = UnwatchedFiles()
    files.take([])
    files.add([str(file), str(tmp_path)])
    assert not files.changed()
    file.write_text("Two, longer.", encoding="utf-8")
    assert files.changed()
    files.take([])
    assert not files


@pytest.mark.parametrize(("seconds", "milliseconds"), [(0.0, 600), (0.03, 600), (0.3, 5_700)])
def test_a_long_look_is_a_seldom_one(seconds: float, milliseconds: int) -> None:
    """One part in twenty of the time."""
    assert pause_after(seconds) == milliseconds
