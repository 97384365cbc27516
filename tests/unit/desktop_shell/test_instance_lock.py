"""One window per data folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.instance_lock import AlreadyOpen, InstanceLock, LockRefused, socket_name

HOLDER = """
import sys, time
from pathlib import Path
sys.path.insert(0, {root!r})
from desktop.instance_lock import InstanceLock
lock = InstanceLock(Path({file!r}))
lock.take()
print("held", flush=True)
time.sleep(60)
"""


def test_a_folder_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    """The second gets one sentence; after a release it is free."""
    first, second = InstanceLock(tmp_path / "lock"), InstanceLock(tmp_path / "lock")
    first.take()
    with pytest.raises(AlreadyOpen, match="open already"):
        second.take()
    first.release()
    second.take()
    second.release()


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    """Stale means that the holder is dead, never a file's time."""
    root = str(Path(__file__).resolve().parents[3])
    code = HOLDER.format(root=root, file=str(tmp_path / "lock"))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        lock = InstanceLock(tmp_path / "lock")
        with pytest.raises(AlreadyOpen):
            lock.take()
        holder.kill()
        holder.wait()
    lock.take()
    lock.release()


def test_each_folder_has_its_own_socket() -> None:
    """Two data folders are two programs."""
    assert socket_name(Path("one")) != socket_name(Path("two"))


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    """A folder that is read-only, or no folder at all."""
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(LockRefused, match="--data-dir"):
        InstanceLock(tmp_path / "data" / "lock").take()
