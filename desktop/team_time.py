"""Moments as the team reads them: in its time zone, absolute, in English."""

import locale
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def keep_names_english() -> None:
    """Keep the names of days and months English, in the window and in the mails that leave.

    To be called once Qt's application stands: it takes the system's locale for the whole process.
    """
    locale.setlocale(locale.LC_TIME, "C")


def local_time(moment: datetime, time_zone: str) -> datetime:
    """Return a moment in a zone (IANA), in UTC when there is no such zone."""
    try:
        return moment.astimezone(ZoneInfo(time_zone))
    except (ZoneInfoNotFoundError, ValueError):
        return moment.astimezone(UTC)


def spoken_date(day: date) -> str:
    """Return a date as one writes it in a mail: ``Friday, 4 December``."""
    return f"{day:%A}, {day.day} {day:%B}"


def spoken_clock(local: datetime) -> str:
    """Return a clock time with its zone: ``15:00 CET``, or ``15:00 UTC+03`` where the zone has no name."""
    zone = local.tzname() or ""
    return f"{local:%H:%M} {f'UTC{zone}' if zone[:1] in '+-' else zone}".rstrip()


def clock_of(text: str, otherwise: time) -> time:
    """Return a clock time of the team's settings (``09:00``), or another where it is none."""
    try:
        return time.fromisoformat(text)
    except ValueError:
        return otherwise


def is_end_of_day(local: datetime) -> bool:
    """Tell whether a moment is the last minute of its day: what *by Thursday* leaves."""
    return (local.hour, local.minute) == (23, 59)


def short_moment(local: datetime, today: date) -> str:
    """Return a moment for a list: ``Thu 26 Nov, 15:00 CET``, with its year when that is another one."""
    year = f" {local.year}" if local.year != today.year else ""
    clock = "end of day" if is_end_of_day(local) else spoken_clock(local)
    return f"{local:%a} {local.day} {local:%b}{year}, {clock}"


def short_day(iso: str) -> str:
    """Return an ISO date for a badge: ``4 Dec``; nothing when it is none."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return ""
    return f"{day.day} {day:%b}"
