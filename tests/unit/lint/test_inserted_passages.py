"""What of the library went into a draft and is out of date by now."""

from datetime import date
from pathlib import Path

import pytest

from composer.lint.inserted_passages import out_of_date
from kb_content.library import Library

MONDAY, TODAY = date(2026, 3, 2), date(2026, 3, 4)
HEAD = "---\nid: {id}\ntitle: Pause\n{more}---\n\nOpen it.\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Articles that are good, retired, overdue since yesterday and for long; one resolved issue."""
    rows = {
        "articles/good": "",
        "articles/retired": "status: retired\n",
        "articles/since": "verified: 2026-02-01 by Kim\nreview_every: 30d\n",
        "articles/long": "verified: 2025-01-01 by Kim\nreview_every: 30d\n",
        "known-issues/done": "status: resolved\n",
        "known-issues/open": "status: identified\n",
    }
    for name, more in rows.items():
        path = tmp_path / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(HEAD.format(id=path.stem, more=more), encoding="utf-8")
    return Library.open(tmp_path)


def faults(library: Library, *insertions: tuple[str, str]) -> dict[str, str]:
    """Return the first word that tells each fault, by record."""
    found = out_of_date(library, [(key, revision, MONDAY) for key, revision in insertions], TODAY)
    return {one.id: one.fault for one in found}


def now(library: Library, id: str) -> str:
    """Return the present revision of a record."""
    return {**library.articles, **library.known_issues}[id].revision


def test_what_changed_or_was_retired_is_told(library: Library) -> None:
    """The revision that was inserted is not the one that is there; or nobody should read it any more."""
    found = faults(library, ("article:good", "older"), ("article:retired", now(library, "retired")))
    assert found == {"good": "changed in the library since this was inserted", "retired": "is retired"}


def test_only_what_became_overdue_since_is_told(library: Library) -> None:
    """Who inserted an overdue article saw that it was."""
    assert [article.verified is not None for article in library.articles.values()].count(True) == 2
    found = faults(library, ("article:since", now(library, "since")), ("article:long", now(library, "long")))
    assert set(found) == {"since"}


def test_the_newest_insertion_counts(library: Library) -> None:
    """Inserted again, it is up to date; what is not in the library any more has nothing to say."""
    assert faults(library, ("article:good", "older"), ("article:good", now(library, "good"))) == {}
    assert faults(library, ("article:gone", "r1"), ("snippet:x", "r1")) == {}


def test_a_workaround_is_out_of_date_with_its_issue(library: Library) -> None:
    """Resolved, or changed."""
    found = faults(library, ("known-issue:done", now(library, "done")), ("known-issue:open", "older"))
    assert found == {"done": "is resolved", "open": "changed in the library since this was inserted"}
