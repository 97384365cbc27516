"""Writing a file whole or not at all."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kb_content.atomic_file import AlreadyThere, DiskFull, ReadOnly, WriteFailure, write_atomically


def short_write(limit: int) -> Callable[[int, bytes], int]:
    """A disk with room for so many bytes: it writes what fits, and then nothing, without an error."""
    left = [limit]

    def write(descriptor: int, data: bytes) -> int:
        count = os.write(descriptor, data[: left[0]])
        left[0] -= count
        return count

    return write


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    write_atomically(file, b"one")
    write_atomically(file, b"two" * 1_000_000)
    assert file.read_bytes() == b"two" * 1_000_000
    assert os.listdir(tmp_path) == ["a.md"]  # noqa: PTH208


@pytest.mark.parametrize("room", [0, 1, 9])
def test_a_write_that_comes_up_short_keeps_the_old_file(tmp_path: Path, room: int) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    with pytest.raises(DiskFull, match="disk is full: make room"):
        write_atomically(file, b"new content", write=short_write(room))
    assert file.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_write_that_lies_about_its_count_is_found_out(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    with pytest.raises(DiskFull):
        write_atomically(file, b"new content", write=lambda d, data: os.write(d, data[:3]) and len(data))
    assert file.read_bytes() == b"old"


def test_bytes_that_read_back_differently_are_not_put_in_place(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    with pytest.raises(WriteFailure, match="unchanged"):
        write_atomically(file, b"new", write=lambda d, data: os.write(d, data.upper()))
    assert file.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, DiskFull), (errno.EACCES, ReadOnly), (errno.EROFS, ReadOnly), (errno.EIO, WriteFailure)],
)
def test_each_error_is_one_sentence_and_keeps_the_old_file(
    tmp_path: Path, number: int, kind: type[WriteFailure]
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")

    def fail(descriptor: int, data: bytes) -> int:
        raise OSError(number, os.strerror(number))

    with pytest.raises(kind, match=r"^'a.md' was not saved"):
        write_atomically(file, b"new", write=fail)
    assert file.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    write_atomically(file, b"one", new=True)
    with pytest.raises(AlreadyThere):
        write_atomically(file, b"two", new=True)
    assert file.read_bytes() == b"one"


def test_a_new_file_is_written_where_hard_links_are_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "not here")

    monkeypatch.setattr(os, "link", no_links)
    write_atomically(tmp_path / "a.md", b"one", new=True)
    with pytest.raises(AlreadyThere):
        write_atomically(tmp_path / "a.md", b"two", new=True)
    assert (tmp_path / "a.md").read_bytes() == b"one"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(WriteFailure, match="is not there"):
        write_atomically(tmp_path / "none" / "a.md", b"x")


def test_a_folder_or_a_link_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "target")
    for name in ("folder", "link"):
        with pytest.raises(WriteFailure):
            write_atomically(tmp_path / name, b"x")
    assert not (tmp_path / "target").exists()


def test_the_longest_name_that_a_disk_takes_can_be_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / ("x" * 250 + ".md"), b"x")
