"""When a record was last changed."""

import os
from datetime import date
from pathlib import Path

import pytest

from kb_content.article import Article, Verified
from kb_content.known_issue import KnownIssue
from search.changed import Days

NOON = 1_790_000_000.0  # 21 September 2026
DAY = 24 * 60 * 60


def article(path: str, verified: Verified | None = None) -> Article:
    return Article(path, path, "", path, "1", verified=verified)


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    """Files of one checkout, but the last, which was changed two days later."""
    names = [f"a{number}.md" for number in range(20)]
    for number, name in enumerate(names):
        (tmp_path / name).write_text("text", encoding="utf-8")
        os.utime(tmp_path / name, (NOON + number, NOON + number))
    os.utime(tmp_path / names[-1], (NOON + 2 * DAY, NOON + 2 * DAY))
    return names


def test_a_file_changed_after_the_checkout_tells_its_day(tmp_path: Path, paths: list[str]) -> None:
    assert Days(tmp_path, paths).day(article(paths[-1])) == "2026-09-23"


def test_a_checkout_is_no_change_of_what_it_writes(tmp_path: Path, paths: list[str]) -> None:
    days = Days(tmp_path, paths)
    assert days.day(article(paths[0])) == ""
    assert days.day(article(paths[0], Verified(date(2026, 3, 1), "Ana"))) == "2026-03-01"


def test_few_files_of_one_moment_may_well_have_been_written_then(tmp_path: Path, paths: list[str]) -> None:
    assert Days(tmp_path, paths[:3]).day(article(paths[0])) == "2026-09-21"


def test_the_later_of_change_and_verification_counts(tmp_path: Path, paths: list[str]) -> None:
    verified = Verified(date(2026, 11, 1), "Ana")
    assert Days(tmp_path, paths).day(article(paths[-1], verified)) == "2026-11-01"


def test_the_history_of_a_known_issue_tells_its_last_day(tmp_path: Path) -> None:
    body = "Seen since 2027-01-01.\n\n## Updates\n\n- 2026-10-20: opened\n- 2026-11-02: cause found\n"
    issue = KnownIssue("late", "Late", body, "late.md", "1")
    assert Days(tmp_path, [issue.path]).day(issue) == "2026-11-02"
