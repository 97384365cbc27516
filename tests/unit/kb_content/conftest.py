"""Libraries to test on: made afresh in a folder of the test's own."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from kb_content.library import Library

settings.register_profile("thrice", database=None, deadline=None)  # nothing written, no time asserted
settings.load_profile("thrice")

ARTICLE = """---
id: refunds
title: Refunds
tags: [billing, money]
owner: ana
verified: {date: 2026-03-01, by: Ana}
review_every: 90
---

How to refund an order.

## Steps

1. Open the order.
"""

ISSUE = """---
id: slow-checkout
title: Checkout is slow
products: [Shop]
versions: [3.9, 3.10]
status: identified
severity: high
eta: 2026-12-03 15:00
symptoms:
  - the page hangs
  - "error: 504"
---

The checkout takes a minute.

## Workaround

Turn the cache off.

## Updates

Found on Monday.
"""

SNIPPET = """---
id: greet
keyword: hi
title: Greeting
---
Hello {{name}}, about {{ product }}, by {{date}} or {{date+2wd}}:
"""


@pytest.fixture
def make_library(tmp_path: Path) -> Callable[[dict[str, str]], Library]:
    """Write files into a folder and open it."""

    def make(files: dict[str, str]) -> Library:
        folder = tmp_path / "library"
        folder.mkdir(exist_ok=True)
        for path, text in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode("utf-8", "surrogateescape"))
        return Library.open(folder)

    return make


@pytest.fixture
def library(make_library: Callable[[dict[str, str]], Library]) -> Library:
    """A library with one record of each kind."""
    return make_library(
        {
            "library.toml": 'name = "Test"\n',
            "README.md": "# For doc owners\n",
            "articles/billing/refunds.md": ARTICLE,
            "known-issues/slow-checkout.md": ISSUE,
            "snippets/greet.md": SNIPPET,
        }
    )


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared inputs; tests that need it are skipped where it is not."""
    root = Path(__file__).resolve().parents[3]
    folder = Path(os.environ.get("THRICE_SHARED", root.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the folder with the shared inputs is not here (THRICE_SHARED)")
    return folder
