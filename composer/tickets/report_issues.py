"""How old a known issue is, and its last word: read from the dated lines of its history."""

import re
from dataclasses import dataclass
from datetime import date

from kb_content.known_issue import KnownIssue
from kb_content.known_issue_sections import updates

_DATED_LINE = re.compile(r"^[-*+][ \t]+\**(\d{4}-\d\d-\d\d)\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class IssueHistory:
    """The days of a known issue's first and last update; None where its history has no dated line."""

    opened: date | None
    updated: date | None


def history_of(issue: KnownIssue) -> IssueHistory:
    """Return when a known issue's history begins and when it was last added to."""
    days = sorted(day for text in _DATED_LINE.findall(updates(issue.body)) if (day := _day(text)))
    return IssueHistory(days[0], days[-1]) if days else IssueHistory(None, None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
