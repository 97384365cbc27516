"""Days off from an iCalendar file, as countries, schools and calendar programs hand them out."""

from datetime import date, timedelta
from pathlib import Path

from kb_content.library_walk import read_regular

LARGEST = 1_000_000
"""Bytes of a calendar file that are read."""


def holidays_in(path: Path) -> tuple[date, ...]:
    """Return the days of an ``.ics`` file in order; raises OSError or UnicodeDecodeError."""
    return tuple(sorted(holidays_of_ical(read_regular(path, LARGEST).decode("utf-8-sig"))))


def holidays_of_ical(text: str) -> frozenset[date]:
    """Return the days of an iCalendar text (RFC 5545): whole days of ``DTSTART`` up to before ``DTEND``."""
    days: set[date] = set()
    start: date | None = None
    end: date | None = None
    for line in text.replace("\r\n ", "").replace("\n ", "").splitlines():
        name, _, value = line.partition(":")
        key = name.partition(";")[0].upper()
        if key == "BEGIN" and value.upper() == "VEVENT":
            start = end = None
        elif key == "DTSTART":
            start = _ical_day(value)
        elif key == "DTEND":
            end = _ical_day(value)
        elif key == "END" and value.upper() == "VEVENT" and start is not None:
            last = end - timedelta(days=1) if end is not None and end > start else start
            days.update(start + timedelta(days=n) for n in range(min((last - start).days, 366) + 1))
    return frozenset(days)


def _ical_day(value: str) -> date | None:
    digits = value.strip()[:8]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
