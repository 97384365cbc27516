"""Nothing leaves the machine: the system itself is asked, from outside the process."""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 110
CALLS = "socket,connect,sendto,sendmsg,sendmmsg,bind"
CONTROL = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))"


def run(command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    """Run a command in the checkout and return what it said."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S, check=False)


def socket_calls(folder: Path, command: Sequence[str]) -> list[str]:
    """Run a command and return every call to the system, of it and its children, that is about sockets."""
    log = folder / "calls.txt"
    ran = run(["strace", "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(log), *command])
    assert ran.returncode == 0, ran.stderr
    return log.read_text(encoding="utf-8").splitlines()


def to_the_internet(calls: Sequence[str]) -> list[str]:
    """Return the calls that name an address of the internet, of either version."""
    return [call for call in calls if "AF_INET" in call]


@pytest.fixture(scope="module")
def strace(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Know that strace is there, may trace, and would have heard it."""
    if shutil.which("strace") is None:
        pytest.skip("there is no strace to ask the system with")
    folder = tmp_path_factory.mktemp("control")
    if run(["strace", "-o", str(folder / "none.txt"), sys.executable, "-c", ""]).returncode != 0:
        pytest.skip("strace may not trace here")
    heard = to_the_internet(socket_calls(folder, [sys.executable, "-c", CONTROL]))
    assert any("connect(" in call for call in heard)


@pytest.mark.usefixtures("strace")
def test_an_agents_work_on_a_mail_that_wants_the_network_makes_no_connection(tmp_path: Path) -> None:
    """Neither Python nor Qt nor the mail's own process opens a socket to anywhere but this machine."""
    command = [sys.executable, "-m", "tests.end_to_end.window_with_remote_mail", str(tmp_path)]
    calls = socket_calls(tmp_path, command)
    assert to_the_internet(calls) == []
    assert any("bind(" in call and "AF_UNIX" in call for call in calls)


@pytest.mark.usefixtures("strace")
def test_the_command_line_makes_no_connection(tmp_path: Path, mail: Path, library: Path) -> None:
    """Reading a mail is the command that gets the most foreign bytes."""
    command = [sys.executable, "-m", "desktop.cli.main", "--data-dir", str(tmp_path / "data")]
    calls = socket_calls(tmp_path, [*command, "--library", str(library), "read", str(mail)])
    assert to_the_internet(calls) == []


def test_of_qts_network_only_the_socket_of_this_machine_is_used() -> None:
    """It tells the first window of a second start; without more of it, Qt has no way out."""
    used = [
        name.strip()
        for file in (ROOT / "desktop").rglob("*.py")
        for names in re.findall(r"QtNetwork import ([\w, ]+)", file.read_text(encoding="utf-8"))
        for name in names.split(",")
    ]
    assert set(used) == {"QLocalServer", "QLocalSocket"}
