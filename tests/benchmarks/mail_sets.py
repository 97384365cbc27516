"""Where the mail sets lie, and how their texts are compared."""

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
DATA = Path(os.environ.get("THRICE_DATA", ROOT.parent / "shared" / "data"))


def need_data() -> None:
    """End with a word when the evaluation data is not here."""
    if not DATA.is_dir():
        sys.exit("skipped: the evaluation data is not here (set THRICE_DATA to its folder)")


def rows(path: str) -> Iterator[dict[str, Any]]:
    """Yield the records of one file of a set."""
    with (DATA / path).open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def mail_files(name: str) -> list[Path]:
    """Return the raw mails of a set."""
    return sorted(path for path in (DATA / name / "dev").rglob("*") if path.is_file())


def collapsed(text: str) -> str:
    """Return text with every run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()


def squeezed(text: str) -> str:
    """Return text without white space and without drawn rules."""
    return re.sub(r"\s|_{8,}", "", text)
