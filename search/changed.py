"""When a record was last changed, for ``updated:`` and for what is shown as the latest.

The file's time says it, except after a checkout, a copy or an import: then all files carry the same few
minutes, which are nobody's change. The dates that a record itself bears (when it was verified, the history
of a known issue) hold in any case.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from kb_content.article import Article
from kb_content.known_issue import KnownIssue
from kb_content.known_issue_sections import updates
from kb_content.snippet import Snippet

MINUTES = 10 * 60
FEWEST = 10  # files from which on one moment for most of them is no coincidence
_DAY = re.compile(r"\b20\d\d-[01]\d-[0-3]\d\b")


class Days:
    """Tells the day of the last change of records; ``paths`` are those of all that are read at once."""

    def __init__(self, folder: Path, paths: Iterable[str]) -> None:
        self._times = {path: _time(folder / path) for path in paths}
        self._copied = _common_moment([time for time in self._times.values() if time])

    def day(self, record: Article | KnownIssue | Snippet) -> str:
        """Return the ISO date of the last change, or nothing if there is no telling."""
        time = self._times.get(record.path, 0.0)
        changed = time and not self._copied[0] <= time <= self._copied[1]
        days = [datetime.fromtimestamp(time, UTC).date().isoformat()] if changed else []
        return max([*days, *_own_days(record)], default="")


def _own_days(record: Article | KnownIssue | Snippet) -> list[str]:
    if isinstance(record, Article):
        return [record.verified.on.isoformat()] if record.verified else []
    return _DAY.findall(updates(record.body)) if isinstance(record, KnownIssue) else []


def _time(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _common_moment(times: list[float]) -> tuple[float, float]:
    """Return the first and last of the few minutes that most files carry, or an empty span."""
    times.sort()
    most = len(times) // 2 + 1
    for first, last in zip(times, times[most - 1 :], strict=False) if len(times) >= FEWEST else ():
        if last - first <= MINUTES:
            return first - MINUTES, last + MINUTES
    return (0.0, 0.0)
