"""Writing a file so that it is either the old one or the new one, whole, at every moment.

A temporary file in the same folder is written, counted, flushed to the disk, read back, and only then
put in the place of the old one; the folder is flushed too. On any error the old file stays.
"""

import contextlib
import errno
import os
import secrets
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from kb_content.failure import Failure


class WriteFailure(Failure):
    """A file was not written; what was there before is untouched."""


class ReadOnly(WriteFailure):
    """The file or its folder may not be written."""


class DiskFull(WriteFailure):
    """There is no room left for the file."""


class AlreadyThere(WriteFailure):
    """A file that was to be new exists already."""


def nothing_happens(place: str) -> None:
    """Stand at a fault point and do nothing; tests hand in something that raises."""


def write_atomically(
    path: Path,
    data: bytes,
    *,
    new: bool = False,
    mode: int | None = None,
    write: Callable[[int, bytes], int] = os.write,
    at: Callable[[str], None] = nothing_happens,
) -> None:
    """Put ``data`` into the file at ``path``, whole or not at all.

    The old file's permissions are kept; a file that was not there gets ``mode`` (default: readable by
    its owner only). With ``new``, an existing file is never replaced. ``at`` is called at the fault
    points ``opened``, ``written``, ``synced``, ``verified``, ``replaced``. Raises WriteFailure
    (ReadOnly, DiskFull, AlreadyThere) with one sentence; then the old file is as it was.
    """
    try:
        permissions = _permissions(path, mode)
        temporary = path.with_name(f".{path.name[:60]}.{secrets.token_hex(6)}.tmp")
        try:
            _write_whole(temporary, data, permissions, write, at)
            _put_in_place(temporary, path, new=new)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        at("replaced")
        _sync_folder(path.parent)
    except OSError as error:
        raise _failure(path, error) from error


def _permissions(path: Path, mode: int | None) -> int:
    """What the new file's permissions are; a file that is write-protected is not replaced."""
    try:
        old = path.lstat()
    except FileNotFoundError:
        return 0o600 if mode is None else mode
    if not stat.S_ISREG(old.st_mode):
        raise OSError(errno.EINVAL, "not a regular file")
    if not old.st_mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, "write-protected")
    return stat.S_IMODE(old.st_mode)


def _write_whole(
    temporary: Path,
    data: bytes,
    permissions: int,
    write: Callable[[int, bytes], int],
    at: Callable[[str], None],
) -> None:
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(temporary, flags, 0o600)
    try:
        at("opened")
        _write_all(descriptor, data, write)
        at("written")
        os.fsync(descriptor)
        at("synced")
        _verify(descriptor, data)
        if sys.platform != "win32":
            os.fchmod(descriptor, permissions)
        at("verified")
    finally:
        os.close(descriptor)


def _write_all(descriptor: int, data: bytes, write: Callable[[int, bytes], int]) -> None:
    """A write may come up short; one that writes nothing means that the disk is full."""
    done = 0
    while done < len(data):
        count = write(descriptor, data[done : done + 1_048_576])
        if count <= 0:
            raise OSError(errno.ENOSPC, "short write")
        done += count


def _verify(descriptor: int, data: bytes) -> None:
    """Read the file back: on a full disk a write has been seen to succeed and come up short."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    done = 0
    while chunk := os.read(descriptor, 1_048_576):
        if data[done : done + len(chunk)] != chunk:
            raise OSError(errno.EIO, "read back differently")
        done += len(chunk)
    if done != len(data):
        raise OSError(errno.ENOSPC, "read back short")


def _put_in_place(temporary: Path, path: Path, *, new: bool) -> None:
    if not new:
        temporary.replace(path)
        return
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError, AttributeError):  # a file system without hard links
        if path.exists() or path.is_symlink():
            raise FileExistsError(errno.EEXIST, "exists") from None
        temporary.replace(path)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows has no such call, and some network shares refuse it."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _failure(path: Path, error: OSError) -> WriteFailure:
    name = path.name
    if isinstance(error, FileExistsError):
        return AlreadyThere(
            f"'{name}' was not written, because a file of this name exists: choose another name."
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC, errno.EFBIG):
        return DiskFull(f"'{name}' was not saved, because the disk is full: make room and save again.")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return ReadOnly(
            f"'{name}' was not saved, because it or its folder '{path.parent.name}' may not be written:"
            " ask for write access or save it elsewhere."
        )
    if isinstance(error, FileNotFoundError):
        return WriteFailure(f"'{name}' was not saved, because its folder '{path.parent}' is not there.")
    reason = error.strerror or type(error).__name__
    return WriteFailure(f"'{name}' was not saved ({reason}); what was there before is unchanged.")
