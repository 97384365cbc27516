"""What a library says about the circumstances of a reply."""

from datetime import date
from pathlib import Path

from composer.lint.context import Context
from composer.lint.library_context import with_library
from composer.lint.own_words import Passage
from composer.lint.promises.times import timed
from kb_content.library import Library

FILES = {
    "library.toml": """
must_cc = ["lead@shop.example"]

[working_time]
time_zone = "Europe/Berlin"
holidays = ["2026-12-25"]
""",
    "articles/old.md": "---\nid: old\ntitle: Old\nstatus: retired\n---\n\nText.\n",
    "articles/new.md": "---\nid: new\ntitle: New\n---\n\nText.\n",
    "known-issues/late.md": "---\nid: late\ntitle: Late\neta_confidence: low\n---\n\nText.\n",
}


def test_team_articles_and_issues_come_from_the_library(tmp_path: Path) -> None:
    """The status of each article, and its records of other kinds as published: links name no kind."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    context = with_library(Context(today=date(2026, 3, 4)), Library.open(tmp_path))
    assert context.articles == {"old": "retired", "new": "published", "late": "published"}
    assert context.today == date(2026, 3, 4)
    assert [(issue.id, issue.eta_confidence) for issue in context.known_issues] == [("late", "low")]
    assert context.must_cc == ("lead@shop.example",)
    assert context.time_zone == "Europe/Berlin"
    assert context.holidays == {date(2026, 12, 25)}


def test_working_days_are_counted_with_the_teams_holidays() -> None:
    """Two business days over a holiday end a day later, and beyond the target when that is nearer."""
    passage = Passage("We answer within two business days.")
    ends = []
    for holidays in (frozenset[date](), frozenset({date(2026, 3, 6)})):
        context = Context(today=date(2026, 3, 4), holidays=holidays)
        ends.append(
            [time.end_instant.day for time in timed(passage, context, "en").times if time.end_instant]
        )
    assert ends == [[6], [9]]
