"""eta-without-time-zone: a clock time for a customer whose clock shows another one."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply, zone_of
from composer.lint.reply_text import customers_words, own_times
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

_CLOCK = re.compile(
    r"\d{1,2}(?::\d\d)?\s?[ap]\.?m\b\.?|\d{1,2}:\d\d|\b\d{1,2} ?Uhr\b|\bnoon\b|\bmidnight\b", re.IGNORECASE
)
# What says whose clock it is: a place in brackets, "your time", "Berlin time".
_WHOSE = re.compile(
    r"^[,\s]*(?:\((?:[A-Z][^\W\d_]+[ /-]?){1,3}(?: time)?\)|(?:in )?(?:your|our|my|their|local|[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?) (?:local )?(?:time|zone)\b|"
    r"\(?(?:(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d\d)?)?|[CEW]ES?T|MES?Z|[ECMPA][SD]?T|BST|IST|JST|AE[SD]T|NZ[SD]T|HKT|SGT)\b|"
    r"(?:ihrer|unserer|deiner|meiner|ortszeit|hora (?:local|de)|heure (?:locale|de))\b)",
)
_HOUR = re.compile(r"(\d{1,2})(?::(\d\d))?\s?([ap]?)", re.IGNORECASE)


def _check(reply: Reply) -> Iterator[Hit]:
    theirs = _clocks_in(customers_words(reply))
    for one in own_times(reply):
        time = one.time
        if time.instant is None or not time.has_clock or time.zone or one.promise is None:
            continue
        if _clocks_in(time.text) & theirs:
            # "Before 9 am, as you say": the hour is the customer's own, on the customer's clock.
            continue
        if _WHOSE.match(reply.draft.text[one.end : one.end + 60]):
            continue
        if _is_elsewhere(reply, time.instant):
            zone = time.instant.astimezone(zone_of(reply.context.time_zone)).tzname() or "UTC"
            message = f"The customer's clock shows another time at “{time.text}”: name the time zone."
            yield Hit(one.start, one.end, message, _with_zone(time.text, zone))


def _clocks_in(text: str) -> frozenset[str]:
    """Return the clock times of a text in one form: *9am*, *9:00 AM* and *9 am* are the same."""
    return frozenset(map(_one_form, _CLOCK.findall(text)))


def _one_form(clock: str) -> str:
    parts = _HOUR.match(clock)
    if parts is None:
        return clock.lower()
    hour, minutes, half = int(parts[1]), parts[2] or "00", parts[3].lower()
    return f"{hour % 12 + 12 * (half == 'p') if half else hour}:{minutes}"


def _with_zone(words: str, zone: str) -> tuple[str, ...]:
    """Put the zone behind the clock: *4 pm CET tomorrow*."""
    clocks = list(_CLOCK.finditer(words))
    if not zone.isalpha() or not clocks:
        return ()
    end = clocks[-1].end()
    return (f"{words[:end]} {zone}{words[end:]}",)


def _is_elsewhere(reply: Reply, moment: datetime) -> bool:
    """Tell whether the customer's clock differs from ours: by their zone, else by their mail's date."""
    ours = moment.astimezone(zone_of(reply.context.time_zone)).utcoffset()
    if reply.context.customer_time_zone:
        return moment.astimezone(zone_of(reply.context.customer_time_zone)).utcoffset() != ours
    sent = reply.mail.message.sent if reply.mail is not None else None
    # Many servers write their dates in UTC: +0000 says nothing about where the customer is.
    if sent is None or not sent.utcoffset():
        return False
    return sent.utcoffset() != sent.astimezone(zone_of(reply.context.time_zone)).utcoffset()


_FAR = Example("", circumstances={"time_zone": "Europe/Berlin", "customer_time_zone": "America/New_York"})
_NEAR = Example("", circumstances={"time_zone": "Europe/Berlin", "customer_time_zone": "Europe/Paris"})
_SAID = replace(_FAR, mail="I need it for my class tomorrow 9am.")

RULE = Rule(
    id="eta-without-time-zone",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="A clock time without its time zone",
    finds=(
        "A promise with a clock time, without a time zone, to a customer whose clock differs from yours: by"
        " their known zone, or by the date of their mail. “Your time” and “Berlin time” are enough."
    ),
    why="Three o'clock here is another hour there; with the zone it is one moment for both of you.",
    reads=WholeReply(_check),
    bad=(
        *drafts("I'll write by «Friday, 15:00».\n", "We will call you at «4 pm tomorrow».\n", like=_FAR),
        replace(_FAR, draft="Ich rufe Sie «morgen um 15 Uhr» an.\n", language="de"),
    ),
    good=(
        *drafts("I'll write by Friday, 15:00 CET.\n", "We will call you at 4 pm CET tomorrow.\n", like=_FAR),
        replace(_FAR, draft="Ich rufe Sie morgen um 15 Uhr CET an.\n", language="de"),
    ),
    quiet=(
        *drafts(
            "I'll write by Friday.\n", "I'll write by Friday, 15:00 ET.\n", "It failed at 15:00.\n", like=_FAR
        ),
        *drafts(
            "I'll write by Friday, 15:00 (Berlin).\n",
            "I'll call you on Friday at 3 pm your time.\n",
            "I'll call you on Friday at 3 pm, New York time.\n",
            like=_FAR,
        ),
        *drafts("I'll write by Friday, 15:00.\n", like=_NEAR),
        *drafts("I'll send you a key before 9 am tomorrow.\n", like=_SAID),
        *drafts("I'll write by Friday, 15:00.\n"),
    ),
)
