"""Where the data files lie: the folder ``resources`` in a checkout, and the same in a frozen build."""

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """Return the path of a file or folder in ``resources``, such as ``icons/queue.svg``."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))
    return root / "resources" / name
