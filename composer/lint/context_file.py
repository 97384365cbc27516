"""Read the circumstances of a draft from plain data: ``CONTEXT.json`` and the examples of rules."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from composer.lint import context_value as value_of
from composer.lint.context import Context
from kb_content.failure import Failure
from kb_content.team import Team

_NOTHING_KNOWN = Context()

_READERS: Mapping[str, Callable[[object], Any]] = {
    "today": value_of.day,
    "now": value_of.moment,
    "time_zone": value_of.zone,
    "customer_time_zone": value_of.zone,
    "working_days": value_of.weekdays,
    "holidays": value_of.days,
    "agent": value_of.address,
    "previous_agent": value_of.address,
    "customer": value_of.address,
    "cc": value_of.texts,
    "must_cc": value_of.texts,
    "attachments": value_of.texts,
    "known_issues": value_of.issues,
    "snippets": value_of.mapping,
    "articles": value_of.mapping,
    "others": value_of.texts,
    "inserted": value_of.inserted,
    "recent_replies": value_of.texts,
}
_TEAM_READERS: Mapping[str, Callable[[object], Any]] = {
    "internal_words": value_of.texts,
    "policies": value_of.policies,
    "first_reply_hours": value_of.hours,
    "next_reply_hours": value_of.hours,
    "resolution_hours": value_of.hours,
}


class ContextFailure(Failure):
    """The circumstances of a draft cannot be read."""


def context_from(data: Mapping[str, Any], *, base: Context = _NOTHING_KNOWN, source: str = "") -> Context:
    """Return the context that plain data says; what is missing or null is taken from ``base``.

    Keys as in ``CONTEXT.json``: ``today`` (YYYY-MM-DD), ``now``, ``time_zone``, ``customer_time_zone``,
    ``working_days``, ``holidays``, ``agent``, ``previous_agent``, ``customer`` (each
    ``{"name", "mail"}``), ``cc``, ``must_cc``, ``attachments``, ``known_issues``, ``snippets``,
    ``articles``, ``others``, ``inserted``, ``recent_replies``; of the team ``internal_words``,
    ``policies`` and targets (``next_reply_hours``, …). Other keys are left alone: a newer program may
    say more. Without ``today`` it is the day of ``now``. ``source`` is the file's name, for the failure.

    Raises ContextFailure with one sentence that names the key.
    """
    if not isinstance(data, Mapping):
        raise ContextFailure('The context has to be a table of names and values: {"today": …}.', path=source)
    said = _read(data, _READERS, source)
    if "now" in said and base.today is None:
        said.setdefault("today", said["now"].date())
    of_team = _read(data, _TEAM_READERS, source)
    team = replace(base.team or Team(), **of_team) if of_team else base.team
    return replace(base, team=team, **said)


def _read(
    data: Mapping[str, Any], readers: Mapping[str, Callable[[object], Any]], source: str
) -> dict[str, Any]:
    found = {}
    for key, read in readers.items():
        value = data.get(key)
        if value is None:
            continue
        try:
            found[key] = read(value)
        except ValueError as error:
            raise ContextFailure(f"In the context “{key}” {error}.", path=source) from error
    return found
