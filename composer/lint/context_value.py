"""Single values of ``CONTEXT.json``: each is read, or refused in words that complete a sentence.

Every function raises ValueError with what the value *has to be*; whoever knows its key puts that
before the words.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from composer.lint.context import Inserted, IssueBrief
from composer.mail.message import Address
from kb_content.team import Policy

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONGEST_SHOWN = 40


def day(value: object) -> date:
    """Return a day, given as ``2026-03-04``, with or without a time behind it."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(_text_of(value)).date()
    except ValueError:
        raise refused("has to be a day like 2026-03-04", value) from None


def days(value: object) -> frozenset[date]:
    """Return a set of days."""
    return frozenset(map(day, listed(value, "days like 2026-03-04")))


def moment(value: object) -> datetime:
    """Return a moment, given as ``2026-03-04T15:00``, with or without its distance from UTC."""
    if isinstance(value, datetime):
        return value
    try:
        return datetime.fromisoformat(_text_of(value))
    except ValueError:
        raise refused("has to be a moment like 2026-03-04T15:00+01:00", value) from None


def zone(value: object) -> str:
    """Return the name of a time zone that there is."""
    try:
        return ZoneInfo(_text_of(value)).key
    except (ValueError, OSError, ZoneInfoNotFoundError):
        raise refused("has to be a time zone like Europe/Berlin", value) from None


def weekdays(value: object) -> tuple[str, ...]:
    """Return weekdays in their short form; long ones are understood."""
    found = listed(value, "weekdays like Mon")
    names = tuple(str(name)[:3].capitalize() for name in found)
    for name, said in zip(names, found, strict=True):
        if name not in WEEKDAYS:
            raise refused(f"holds weekdays, {', '.join(WEEKDAYS)}", said)
    if not names:
        raise ValueError("has to name one weekday at least, like Mon")
    return names


def texts(value: object) -> tuple[str, ...]:
    """Return texts; of a table ``{"name", "mail"}`` its mail address, else its name. One needs no list."""
    return tuple(map(_plain, [value] if isinstance(value, str) else listed(value, "texts")))


def address(value: object) -> Address | None:
    """Return a person, given as ``{"name", "mail"}``, a mail address or a name."""
    if isinstance(value, Mapping):
        found = Address(str(value.get("name") or ""), str(value.get("mail") or ""))
    elif isinstance(value, str):
        found = Address(mail=value) if "@" in value else Address(name=value)
    else:
        raise refused('has to be a person like {"name": "Ada", "mail": "ada@example.com"}', value)
    return found if found.name or found.mail else None


def issues(value: object) -> tuple[IssueBrief, ...]:
    """Return known issues, each a table."""
    return tuple(map(_issue, _tables(value, "id, title, status, eta and workaround")))


def inserted(value: object) -> tuple[Inserted, ...]:
    """Return what of the library went into the draft, each a table."""
    found = _tables(value, "id, title, body, fault and kind")
    return tuple(map(_inserted, found))


def policies(value: object) -> tuple[Policy, ...]:
    """Return the policies of a team, each a table."""
    return tuple(map(_policy, _tables(value, "id, what, instead and words")))


def hours(value: object) -> int:
    """Return a number of hours."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise refused("has to be a whole number of hours", value)
    return value


def mapping(value: object) -> Mapping[str, str]:
    """Return texts by name."""
    if not isinstance(value, Mapping) or not all(isinstance(one, str) for one in value.values()):
        raise refused("has to be a table of texts by id", value)
    return {str(key): str(text) for key, text in value.items()}


def listed(value: object, of: str) -> list[Any]:
    """Return a list as it is."""
    if not isinstance(value, list | tuple):
        raise refused(f"has to be a list of {of}", value)
    return list(value)


def refused(has_to: str, value: object) -> ValueError:
    """Return the error that says what a value has to be, and what it is."""
    said = " ".join(str(value).split())
    shown = said if len(said) <= _LONGEST_SHOWN else said[: _LONGEST_SHOWN - 1] + "…"
    return ValueError(f"{has_to}, not “{shown}”")


def _text_of(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value.strip()


def _plain(value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("mail") or value.get("name")
    if not isinstance(value, str):
        raise refused("has to be a list of texts", value)
    return value


def _tables(value: object, of: str) -> list[Mapping[str, Any]]:
    found = listed(value, f"tables with {of}")
    for one in found:
        if not isinstance(one, Mapping):
            raise refused(f"has to be a list of tables with {of}", one)
    return found


def _issue(value: Mapping[str, Any]) -> IssueBrief:
    said = {key: str(value.get(key) or "") for key in ("id", "title", "eta", "eta_confidence", "workaround")}
    return IssueBrief(status=str(value.get("status") or "investigating"), **said)


def _policy(value: Mapping[str, Any]) -> Policy:
    said = {key: str(value.get(key) or "") for key in ("id", "what", "instead")}
    return Policy(words=texts(value.get("words") or []), **said)


def _inserted(value: Mapping[str, Any]) -> Inserted:
    said = {key: str(value.get(key) or "") for key in ("id", "title", "body", "fault")}
    return Inserted(kind=str(value.get("kind") or "article"), **said)
