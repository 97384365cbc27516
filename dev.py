#!/usr/bin/env python3
"""Set up Thrice and run it or test it: ``python3 dev.py run``, ``python3 dev.py test``.

Standard library only, since it runs before anything is installed.

    run [ARGUMENTS]   set up, then start the program (without a screen: the tour, in pictures)
    test [ARGUMENTS]  set up, then all checks and tests; ARGUMENTS go to pytest
    setup             set up alone; leaves .venv/bin/thrice
    bench [NAMES]     set up, then the benchmarks of tests/benchmarks (see RESULTS.md there)
    build             set up, then the one-folder program in dist/, checked against the source
    lock              renew requirements.lock from pyproject.toml
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "thrice-setup.stamp"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

#: What Qt loads to draw at all, and what it loads besides for a window on X, with Debian's packages.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
X_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


class SetupError(Exception):
    """Something that the person at the keyboard has to do first, in one sentence."""


def main(arguments: Sequence[str]) -> int:
    """Carry out one command and return the exit code."""
    commands = {"run": run, "test": test, "setup": setup, "bench": bench, "build": build, "lock": lock}
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):
        print(f"Thrice needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    try:
        return commands[arguments[0]](list(arguments[1:]))
    except SetupError as error:
        print(error, file=sys.stderr)
        return 2


# --- the commands ---------------------------------------------------------------


def run(arguments: list[str]) -> int:
    """Start the program; where there is no screen, say so and take the tour instead."""
    setup([])
    command = [str(PYTHON), "-m", "desktop.cli.main"]
    names_a_command = bool(arguments) and not arguments[0].startswith("-")
    if names_a_command or has_screen():
        return call([*command, *arguments])
    pictures = ROOT / "build" / "tour"
    say(f"No screen here: taking the tour instead, pictures go to {pictures.relative_to(ROOT)}.")
    return call([*command, "tour", "--out", str(pictures)])


def test(arguments: list[str]) -> int:
    """Run every check and every test; go on after a failure, so that one run tells everything."""
    setup([])
    environment = {"QT_QPA_PLATFORM": "offscreen"}
    if arguments:
        return call([str(PYTHON), "-m", "pytest", *arguments], environment)
    steps = {
        "format": [tool("ruff"), "format", "--check", "--quiet", "."],
        "lint": [tool("ruff"), "check", "--quiet", "."],
        "imports": [tool("lint-imports")],
        "types": [str(PYTHON), "-m", "mypy"],
        "tests": [str(PYTHON), "-m", "pytest", "-q"],
    }
    failed = []
    for name, command in steps.items():
        say(f"Checking {name} …")
        started = time.monotonic()
        if call(command, environment) != 0:
            failed.append(name)
        say(f"  {name}: {'failed' if name in failed else 'passed'} in {time.monotonic() - started:.1f} s")
    say(f"Failed: {', '.join(failed)}." if failed else "Everything passed.")
    return 1 if failed else 0


def setup(arguments: list[str]) -> int:
    """Make ``.venv`` from the lock file and see that Qt's libraries are there; twice costs nothing."""
    environment, project = wanted_stamps()
    stamps = STAMP.read_text(encoding="ascii").split() if STAMP.exists() else []
    made, installed = stamps if len(stamps) == 2 else ("", "")
    if made != environment:
        make_environment()
    if (made, installed) != (environment, project):
        install_project()
        STAMP.write_text(f"{environment} {project}", encoding="ascii")
    if sys.platform.startswith("linux"):
        provide_libraries()
    return 0


def bench(arguments: list[str]) -> int:
    """Run the benchmarks, all or those named; each prints its table."""
    setup([])
    folder = ROOT / "tests" / "benchmarks"
    names = arguments or sorted(path.stem for path in folder.glob("*.py") if is_program(path))
    codes = [call([str(PYTHON), str(folder / f"{name}.py")], {"PYTHONPATH": str(ROOT)}) for name in names]
    return max(codes, default=0)


def build(arguments: list[str]) -> int:
    """Build the one-folder program and let it check itself against the source."""
    setup([])
    return call([str(PYTHON), str(ROOT / "packaging" / "build.py"), *arguments])


def lock(arguments: list[str]) -> int:
    """Renew the lock file: every version and hash, for every platform, no host names."""
    uv = shutil.which("uv")
    if not uv:
        raise SetupError("Renewing the lock needs uv: python3 -m pip install uv")
    compile_lock = [uv, "pip", "compile", "pyproject.toml", "--extra", "dev", "--universal"]
    quiet = ["--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate", "--quiet"]
    return call([*compile_lock, *quiet, "--upgrade", "--output-file", str(LOCK)])


# --- the environment ------------------------------------------------------------


def wanted_stamps() -> tuple[str, str]:
    """Return what the environment has to be made from (lock, Python, place) and the project file."""
    digest = hashlib.sha256(LOCK.read_bytes())
    digest.update(f"{sys.version_info[:2]} {sys.platform} {ROOT}".encode())
    return digest.hexdigest(), hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()


def make_environment() -> None:
    """Make the virtual environment anew and install everything that the lock file names."""
    say(f"Making .venv with Python {sys.version.split()[0]} …")
    if VENV.exists():
        # Debian leaves half an environment behind when ensurepip is missing; start from nothing.
        shutil.rmtree(VENV)
    uv = shutil.which("uv")
    if uv:
        check([uv, "venv", "--quiet", "--python", sys.executable, str(VENV)])
    else:
        provide_ensurepip()
        check([sys.executable, "-m", "venv", str(VENV)])
    say("Installing what requirements.lock names …")
    check([*installer(), "--require-hashes", "--no-deps", "-r", str(LOCK)])


def install_project() -> None:
    """Install the checkout itself, so that it is run from where it lies."""
    check([*installer(), "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], quiet=True)


def installer() -> list[str]:
    """Return the command that installs into ``.venv``."""
    uv = shutil.which("uv")
    if uv:
        return [uv, "pip", "install", "--quiet", "--python", str(PYTHON)]
    return [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def provide_ensurepip() -> None:
    """See that ``python -m venv`` can work: Debian keeps a part of it in another package."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    install_packages([f"python3.{sys.version_info.minor}-venv"], "Python's venv module")


def provide_libraries() -> None:
    """See that the libraries which Qt loads are there, and install those that are not."""
    wanted = LIBRARIES | (X_LIBRARIES if os.environ.get("DISPLAY") else {})
    missing = [package for library, package in wanted.items() if not loads(library)]
    if missing:
        install_packages(missing, "libraries that Qt needs")


def loads(library: str) -> bool:
    """Tell whether the system's loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str], what: str) -> None:
    """Install Debian packages as root or with sudo, or say the one line that does it."""
    names = " ".join(packages)
    by_hand = f"apt-get update && apt-get install -y --no-install-recommends {names}"
    if not shutil.which("apt-get"):
        raise SetupError(f"Missing: {what}. Install what your system calls {names}, then try again.")
    prefix: list[str] = []
    if os.geteuid() != 0:
        if not (shutil.which("sudo") and sys.stdin.isatty()):
            raise SetupError(f"Missing: {what}. Paste this, then try again:\n  sudo sh -c '{by_hand}'")
        say(f"Missing: {what} ({names}); sudo may ask for your password to install them.")
        prefix = ["sudo"]
    say(f"Installing {what}: {names} …")
    unattended = {"DEBIAN_FRONTEND": "noninteractive"}
    check([*prefix, "apt-get", "update", "-qq"], unattended, quiet=True)
    check(
        [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
        unattended,
        quiet=True,
    )


# --- small things ---------------------------------------------------------------


def has_screen() -> bool:
    """Tell whether a window can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_program(path: Path) -> bool:
    """Tell whether a Python file is meant to be run, not only imported."""
    return '__name__ == "__main__"' in path.read_text(encoding="utf-8")


def tool(name: str) -> str:
    """Return the path of a command that the lock file installed."""
    return str(BIN / (f"{name}.exe" if os.name == "nt" else name))


def call(command: Sequence[str], environment: dict[str, str] | None = None) -> int:
    """Run a command in the project's folder and return its exit code."""
    return subprocess.call(command, cwd=ROOT, env={**os.environ, **(environment or {})})


def check(command: Sequence[str], environment: dict[str, str] | None = None, *, quiet: bool = False) -> None:
    """Run a command of the set-up; raises SetupError with the command when it fails.

    What a ``quiet`` one prints is shown only then.
    """
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        print(done.stdout or "", end="", file=sys.stderr)
        raise SetupError(f"This step of the set-up failed (its words stand above): {' '.join(command)}")


def say(sentence: str) -> None:
    """Tell what happens now."""
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
