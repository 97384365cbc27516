"""Libraries and indexes for the tests of the search."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kb_content.library import Library
from search.index import Index

TODAY = date(2026, 11, 20)

LIBRARY_TOML = """
name = "Shop"
synonyms = [["2FA", "two-factor authentication"], ["invoice", "bill"]]
"""

ARTICLES = {
    "refunds": """---
id: refunds
title: Refund a payment
summary: Money back to the customer's card
tags: [billing, refunds]
products: [Shop]
owner: anna@example.com
verified: {on: 2026-10-01, by: anna@example.com}
review_every: 180
also_known_as: [Give the money back]
---
Open the order and choose *Refund*. A refund takes five days to reach the card.

Partial refunds need the amount.
""",
    "login": """---
id: login
title: Customers cannot sign in
tags: [account]
owner: ben@example.com
verified: {on: 2025-01-01, by: ben@example.com}
review_every: 90
---
Reset the password first. With two-factor authentication the code may be late.
""",
    "config": """---
id: config
title: Turn on the debug log
status: draft
---
Edit `wp-config.php` and set WP_DEBUG. Needs version 7.1.2. The code ERR_CONNECTION_RESET means a proxy.
""",
    "invoices": """---
id: invoices
title: Send an invoice again
---
The invoice of a renewal is sent by e-mail. See the café example: Zürich, naïve.
""",
    "old": """---
id: old
title: Refund by cheque
status: retired
---
We sent cheques. Refund, refund, refund.
""",
}
ISSUE = """---
id: double-charge
title: Renewals are charged twice
status: identified
symptoms: [charged two times, double payment]
---
Renewals of yearly plans are charged twice.

## Workaround

Refund the second charge.
"""
SNIPPET = """---
id: thanks
keyword: ty
title: Thank for patience
---
Thank you for your patience, {{customer}}.
"""


def write_library(folder: Path) -> Path:
    """Write the small shop library into a folder."""
    for part in ("articles", "known-issues", "snippets"):
        (folder / part).mkdir(parents=True)
    (folder / "library.toml").write_text(LIBRARY_TOML, encoding="utf-8")
    for name, text in ARTICLES.items():
        (folder / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
    (folder / "known-issues" / "double-charge.md").write_text(ISSUE, encoding="utf-8")
    (folder / "snippets" / "thanks.md").write_text(SNIPPET, encoding="utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(write_library(tmp_path / "library"))


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    opened = Index.open(tmp_path / "index.sqlite", today=lambda: TODAY)
    yield opened
    opened.close()


@pytest.fixture
def shop(index: Index, library: Library) -> Index:
    """An index that is up to date with the shop library."""
    index.sync(library)
    return index


@pytest.fixture
def found(shop: Index) -> Callable[[str], list[str]]:
    """A function from a query to the ids of its hits, best first."""
    return lambda query: [hit.id for hit in shop.search(query).hits]
