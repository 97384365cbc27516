"""Values of ``library.toml`` as our records want them; each raises ValueError on anything else."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_ROLES = ("agent", "doc-owner", "lead")


def text_of(value: Any) -> str:
    """Return a text without white space around it."""
    if not isinstance(value, str):
        raise ValueError
    return value.strip()


def texts_of(value: Any) -> tuple[str, ...]:
    """Return a list of texts."""
    if not isinstance(value, list):
        raise ValueError
    return tuple(text_of(item) for item in value)


def groups_of(value: Any) -> tuple[tuple[str, ...], ...]:
    """Return a list of lists of texts."""
    if not isinstance(value, list):
        raise ValueError
    return tuple(texts_of(group) for group in value)


def mapping_of(value: Any) -> Mapping[str, Any]:
    """Return a table."""
    if not isinstance(value, dict):
        raise ValueError
    return value


def rows_of(value: Any) -> tuple[Mapping[str, Any], ...]:
    """Return the tables of a ``[[…]]``."""
    if not isinstance(value, list):
        raise ValueError
    return tuple(mapping_of(row) for row in value)


def count_of(value: Any) -> int:
    """Return a whole number that is not negative."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError
    return value


def colour_of(value: Any) -> str:
    """Return a colour as ``#RRGGBB``."""
    if not _COLOUR.fullmatch(text_of(value)):
        raise ValueError
    return text_of(value).upper()


def role_of(value: Any) -> str:
    """Return the role of a person."""
    if value not in _ROLES:
        raise ValueError
    return str(value)


def zone_of(value: Any) -> str:
    """Return the name of an IANA time zone that this system knows."""
    name = text_of(value)
    try:
        ZoneInfo(name)
    except (OSError, KeyError) as error:  # unknown, or the name of a folder
        raise ValueError from error
    return name


def weekdays_of(value: Any) -> tuple[str, ...]:
    """Return names of days, ``Mon`` to ``Sun``, at least one."""
    days = texts_of(value)
    if not days or not set(days) <= set(_WEEKDAYS):
        raise ValueError
    return days


def clock_time_of(value: Any) -> str:
    """Return a time of day such as ``09:00``."""
    if not _TIME.fullmatch(text_of(value)):
        raise ValueError
    return text_of(value)


def dates_of(value: Any) -> tuple[date, ...]:
    """Return a list of dates."""
    if not isinstance(value, list):
        raise ValueError
    return tuple(date_of(item) for item in value)


def date_of(value: Any) -> date:
    """Return a date, written as one or as text."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(text_of(value))
