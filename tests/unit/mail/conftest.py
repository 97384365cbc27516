"""What the mail tests share: the folder of hostile inputs, where it exists."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def hostile_folder() -> Path:
    """The inputs that must do no harm; tests are skipped where they are not at hand."""
    root = Path(__file__).resolve().parents[3]
    shared = Path(os.environ.get("THRICE_SHARED", root.parent / "shared"))
    folder = shared / "hostile"
    if not folder.is_dir():
        pytest.skip("the shared folder of hostile inputs is not here")
    return folder
