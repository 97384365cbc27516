"""A small library on disk, and stand-ins for what the window hands to the presenters."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kb_content.library import Library
from tests.by_hand import TimersByHand

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)

REFUNDS = """\
---
id: refunds
title: Refunds
summary: How and when money goes back.
products: [Shop Cart]
tags: [billing]
owner: Ana Example
verified: {date: 2026-09-12, by: Ana Example}
review_every: 180d
also_known_as: [money back]
---

How to refund an order. See [Late orders](kb:late-orders).

## Late refunds

Banks take five days.
"""
LATE = "---\nid: late-orders\ntitle: Late orders\nstatus: draft\n---\n\nSay when it comes.\n"
ISSUE = """\
---
id: export-stops
title: The export stops
status: identified
severity: high
owner: Ana Example
eta: 2026-12-03
next_update: 2026-11-20 12:00
symptoms: [export hangs]
---

## What happens

It stops at 500 rows.

## Workaround

Export week by week.

## Updates

- **2026-11-16 08:50, Ana Example:** Opened.
"""
RESOLVED = "---\nid: old-fault\ntitle: An old fault\nstatus: resolved\n---\n\nGone.\n"
SNIPPET = "---\nid: hello\nkeyword: hi\ntitle: Hello\n---\n\nHello {{name}},\n"
TEAM = """\
format = 1
name = "Support"
[[people]]
name = "Ana Example"
mail = "ana@shop.example"
[[products]]
name = "Shop Cart"
[[products]]
name = "Shop Mail"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of two articles, two known issues and a snippet."""
    for path, text in {
        "library.toml": TEAM,
        "articles/billing/refunds.md": REFUNDS,
        "articles/billing/late-orders.md": LATE,
        "known-issues/export-stops.md": ISSUE,
        "known-issues/old-fault.md": RESOLVED,
        "snippets/hello.md": SNIPPET,
    }.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def library(folder: Path) -> Library:
    """The same, read."""
    return Library.open(folder)


@pytest.fixture
def now() -> datetime:
    """A Saturday morning."""
    return NOW


@pytest.fixture
def timers() -> TimersByHand:
    """Timers without a clock."""
    return TimersByHand()
