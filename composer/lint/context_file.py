"""Read the circumstances of a draft from plain data: ``CONTEXT.json`` and the examples of rules."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from composer.lint.context import Context, IssueBrief
from composer.mail.message import Address
from kb_content.failure import Failure
from kb_content.team import Policy, Team

_NOTHING_KNOWN = Context()
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class ContextFailure(Failure):
    """The circumstances of a draft cannot be read."""


def context_from(data: Mapping[str, Any], *, base: Context = _NOTHING_KNOWN) -> Context:
    """Return the context that plain data says; what is missing is taken from ``base``.

    Keys as in ``CONTEXT.json``: ``today`` (YYYY-MM-DD), ``time_zone``, ``working_days``, ``holidays``,
    ``agent``, ``previous_agent``, ``customer`` (each ``{"name", "mail"}``), ``cc``, ``must_cc``,
    ``attachments`` and ``known_issues``; of the team ``internal_words``, ``policies`` and targets
    (``next_reply_hours``, …). Raises ContextFailure with one sentence.
    """
    if not isinstance(data, Mapping):
        raise ContextFailure("The context has to be a table of names and values.")
    try:
        return _context(data, base)
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        raise ContextFailure(f"The context cannot be read: {error}.") from error


def _context(data: Mapping[str, Any], base: Context) -> Context:
    cc = data.get("cc")
    attachments = data.get("attachments")
    return Context(
        today=_day(data["today"]) if data.get("today") else base.today,
        now=_moment(data["now"]) if data.get("now") else base.now,
        time_zone=str(data.get("time_zone") or base.time_zone),
        customer_time_zone=str(data.get("customer_time_zone") or base.customer_time_zone),
        working_days=_weekdays(data["working_days"]) if data.get("working_days") else base.working_days,
        holidays=frozenset(map(_day, data["holidays"])) if data.get("holidays") else base.holidays,
        agent=_address(data.get("agent")) or base.agent,
        previous_agent=_address(data.get("previous_agent")) or base.previous_agent,
        customer=_address(data.get("customer")) or base.customer,
        cc=_texts(cc) if cc is not None else base.cc,
        must_cc=_texts(data["must_cc"]) if data.get("must_cc") else base.must_cc,
        attachments=_texts(attachments) if attachments is not None else base.attachments,
        known_issues=tuple(map(_issue, data["known_issues"]))
        if data.get("known_issues")
        else base.known_issues,
        team=_team(data, base.team),
        snippets=data.get("snippets") or base.snippets,
        articles=data.get("articles") or base.articles,
        others=_texts(data["others"]) if data.get("others") else base.others,
    )


def _team(data: Mapping[str, Any], base: Team | None) -> Team | None:
    """Return the team with what the data says of it: targets, internal words, policies."""
    hours = {
        key: int(data[key])
        for key in ("first_reply_hours", "next_reply_hours", "resolution_hours")
        if key in data
    }
    words = {"internal_words": _texts(data["internal_words"])} if "internal_words" in data else {}
    policies = {"policies": tuple(map(_policy, data["policies"]))} if "policies" in data else {}
    said: dict[str, Any] = {**hours, **words, **policies}
    return replace(base or Team(), **said) if said else base


def _policy(value: Mapping[str, Any]) -> Policy:
    return Policy(
        id=str(value.get("id") or ""),
        what=str(value.get("what") or ""),
        instead=str(value.get("instead") or ""),
        words=_texts(value.get("words") or []),
    )


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return date.fromisoformat(str(value)[:10])


def _moment(value: object) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(str(value))


def _weekdays(values: object) -> tuple[str, ...]:
    days = tuple(text[:3].capitalize() for text in _texts(values))
    unknown = [day for day in days if day not in _WEEKDAYS]
    if unknown:
        raise ValueError(f"“{unknown[0]}” is no weekday")
    return days


def _texts(values: object) -> tuple[str, ...]:
    if isinstance(values, str):
        return (values,)
    if not isinstance(values, list | tuple):
        raise TypeError("a list of texts was expected")
    return tuple(_mail_of(value) for value in values)


def _mail_of(value: object) -> str:
    if isinstance(value, Mapping):
        return str(value.get("mail") or value.get("name") or "")
    return str(value)


def _address(value: object) -> Address | None:
    if not value:
        return None
    if isinstance(value, Mapping):
        return Address(str(value.get("name") or ""), str(value.get("mail") or ""))
    text = str(value)
    return Address(mail=text) if "@" in text else Address(name=text)


def _issue(value: Mapping[str, Any]) -> IssueBrief:
    return IssueBrief(
        id=str(value.get("id") or ""),
        title=str(value.get("title") or ""),
        status=str(value.get("status") or "investigating"),
        eta=str(value.get("eta") or ""),
        workaround=str(value.get("workaround") or ""),
    )
