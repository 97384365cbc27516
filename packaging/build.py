"""Build the one-folder program and hold it against the source.

    python packaging/build.py

Leaves ``dist/thrice``. Fails when the frozen program's self-check differs from the source's, or when
it can't draw its window.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "dist" / "thrice" / ("thrice.exe" if os.name == "nt" else "thrice")


def main() -> int:
    """Build, check, and tell the counts, the size and the times."""
    started = time.monotonic()
    build = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build" / "pyinstaller")]
    subprocess.run([*build, *places, str(ROOT / "packaging" / "thrice.spec")], cwd=ROOT, check=True)
    print(f"Built in {time.monotonic() - started:.0f} s: {size_of(PROGRAM.parent) / 1e6:.0f} MB")
    source = self_check([sys.executable, "-m", "desktop.cli.main"])
    frozen = self_check([str(PROGRAM)])
    if frozen != source:
        print(f"The build differs from the source.\n  source {source}\n  frozen {frozen}", file=sys.stderr)
        return 1
    print(f"The build holds what the source holds: {frozen}")
    return take_frozen_tour()


def self_check(command: list[str]) -> dict[str, int]:
    """Return the counts of a program's self-check, run away from the checkout."""
    with tempfile.TemporaryDirectory() as elsewhere:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        result = subprocess.run(
            [*command, "self-check", "--json"],
            cwd=elsewhere,
            env=environment,
            check=True,
            stdout=subprocess.PIPE,
        )
    counts: dict[str, int] = json.loads(result.stdout)
    return counts


def take_frozen_tour() -> int:
    """Let the frozen program draw its real window; return its exit code."""
    folder = ROOT / "build" / "frozen-tour"
    shutil.rmtree(folder, ignore_errors=True)
    started = time.monotonic()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    code = subprocess.call([str(PROGRAM), "tour", "--out", str(folder)], env=environment)
    print(f"The frozen tour took {time.monotonic() - started:.1f} s.")
    return code


def size_of(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    sys.exit(main())
