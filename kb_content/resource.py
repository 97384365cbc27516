"""Where the data files lie: the folder ``resources`` in a checkout, and the same in a frozen build."""

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """Return the path of a file or folder in ``resources``, such as ``icons/queue.svg``."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))
    return root / "resources" / name


def starter_library() -> Path:
    """Return the folder of the starter library, which is opened until there is one of the team's own."""
    return Path(__file__).resolve().parent / "starter"


def demo_mails() -> tuple[Path, ...]:
    """Return the demo mails in order; the first is the one that the tour answers."""
    return tuple(sorted(resource("demo").glob("*.eml")))
