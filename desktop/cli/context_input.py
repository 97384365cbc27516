"""CONTEXT.json: the circumstances of a check, read with one sentence for whatever is wrong in it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from composer.lint.context import Context, IssueBrief
from composer.mail.message import Address
from composer.questions.understood import UnderstoodMail
from kb_content.failure import Failure
from kb_content.library import Library

_MAX_BYTES = 1_000_000
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class ContextFailure(Failure):
    """A context file that can't be read."""


def context_for(path: Path | None, mail: UnderstoodMail, library: Path | None) -> Context:
    """Return the context of a check: today and the mail's sender, then the library, then the file.

    Raises ContextFailure with the key that is wrong, and what it should be.
    """
    context = Context(today=datetime.now(UTC).date(), customer=mail.message.sender)
    if library:
        context = _with_library(context, Library.open(library))
    return _with_file(context, path) if path else context


def _with_library(context: Context, library: Library) -> Context:
    working = library.team.working_time
    issues = tuple(
        IssueBrief(issue.id, issue.title, issue.status.value, issue.eta, issue.workaround)
        for issue in library.known_issues.values()
    )
    return replace(
        context,
        team=library.team,
        time_zone=working.time_zone,
        working_days=working.days,
        holidays=frozenset(working.holidays),
        known_issues=issues,
        snippets={snippet.id: snippet.body for snippet in library.snippets.values()},
    )


def _with_file(context: Context, path: Path) -> Context:
    values = _object_in(path)
    changes: dict[str, Any] = {}
    for key, value in values.items():
        reader = _READERS.get(key)
        if reader is None:
            continue  # a context of a newer version may say more than we know
        try:
            changes[key] = reader(value)
        except (TypeError, ValueError, KeyError, AttributeError, ZoneInfoNotFoundError) as error:
            raise ContextFailure(
                f"“{key}” can't be read ({error}); see README, “check”, for what it takes.", path=str(path)
            ) from error
    return replace(context, **changes)


def _object_in(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise ContextFailure("The context is larger than 1 MB; give only what it needs.", path=str(path))
        values = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ContextFailure(f"The context can't be opened: {error.strerror}.", path=str(path)) from error
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        raise ContextFailure(
            f"The context is no JSON ({error}); mend it there.", path=str(path), line=line
        ) from error
    if not isinstance(values, dict):
        raise ContextFailure("The context has to be a JSON object: {…}.", path=str(path))
    return values


def _words(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise TypeError("a list of texts was expected")
    return tuple(value)


def _mails(value: Any) -> tuple[str, ...]:
    """Return mail addresses, given as texts or as ``{"name", "mail"}``."""
    if not isinstance(value, list):
        raise TypeError("a list of addresses was expected")
    return tuple(item if isinstance(item, str) else str(item["mail"]) for item in value)


def _working_days(value: Any) -> tuple[str, ...]:
    days = tuple(day[:3].title() for day in _words(value))
    unknown = [day for day in days if day not in _DAYS]
    if unknown:
        raise ValueError(f"{unknown[0]} is no weekday: use Mon, Tue, …")
    return days


def _address(value: Any) -> Address:
    if isinstance(value, str):
        return Address(name=value)
    return Address(name=str(value.get("name") or ""), mail=str(value.get("mail") or ""))


def _zone(value: Any) -> str:
    return ZoneInfo(value).key


def _issue(value: Any) -> IssueBrief:
    fields = {key: str(value.get(key) or "") for key in ("id", "title", "eta", "workaround")}
    return IssueBrief(status=str(value.get("status") or "investigating"), **fields)


def _or_none(reader: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else reader(value)


_READERS: dict[str, Callable[[Any], Any]] = {
    "today": date.fromisoformat,
    "now": _or_none(datetime.fromisoformat),
    "time_zone": _zone,
    "customer_time_zone": _zone,
    "working_days": _working_days,
    "holidays": lambda value: frozenset(date.fromisoformat(day) for day in _words(value)),
    "agent": _or_none(_address),
    "previous_agent": _or_none(_address),
    "customer": _or_none(_address),
    "cc": _or_none(_mails),
    "must_cc": _mails,
    "attachments": _or_none(_words),
    "known_issues": lambda value: tuple(_issue(item) for item in value),
}
