"""What the table of a language says about its words for time; the tables are ``words_de.py`` and its like."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """The words of one language: tables from words to meanings, and patterns of alternatives.

    ``parts`` are parts of the day beside a day (*morgen Vormittag*); ``phrases`` are patterns with what they
    mean, in the small language of :func:`composer.when.languages.meaning_of`; ``next_before``, ``next_after``
    and so on say which week, month or weekday is meant, before or after its name. ``in_course`` leads a
    period or a part of the day in which something happens. ``bare_day`` finds a day of the month alone, as
    its group ``d``. ``no_weekday_before`` and ``no_weekday_after`` fit beside what only looks like a weekday
    or is a habit; ``no_day_before`` does so for the words of ``days``. ``not_english`` fits words that only
    English would read as a time.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    days: dict[str, int]
    numbers: dict[str, float]
    units: dict[str, str]
    periods: dict[str, str]
    next_before: str
    next_after: str
    last_before: str
    last_after: str
    this: str
    start_of: str
    middle_of: str
    end_of: str
    within: str
    within_bare: str
    working: str
    clock: str
    clock_range: str
    parts: dict[str, tuple[int, int]]
    phrases: tuple[tuple[str, str], ...]
    vague: tuple[str, ...]
    numeric: str
    numeric_lead: str
    bare_day: str
    of: str = ""
    article: str = ""
    day_lead: str = ""
    no_weekday_before: str = "(?!)"
    no_weekday_after: str = "(?!)"
    no_day_before: str = "(?!)"
    or_to: str = "-|–"
    not_english: str = "(?!)"


def numbered(rows: str, start: int) -> dict[str, int]:
    """Return words with numbers counted from ``start``: rows parted by commas, words of a row by spaces."""
    return {name: n for n, names in enumerate(rows.split(","), start) for name in names.split()}


def units(rows: str) -> dict[str, str]:
    """Return words with the unit they name, from rows such as *day: tag tage*."""
    found: dict[str, str] = {}
    for row in rows.split(","):
        unit, _, names = row.partition(":")
        found |= {name.replace("_", " "): unit.strip() for name in names.split()}
    return found
