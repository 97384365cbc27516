"""closed-day-eta: a promise for a day on which nobody works."""

import re
from collections.abc import Iterator
from datetime import date

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.reply_text import PlacedTime, own_times, today_of
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts
from composer.lint.team_calendar import calendar_for
from composer.when.day_names import written_day

# A contract that ends on a Sunday ends on a Sunday: nobody has to work for it.
_BY_CALENDAR = re.compile(
    r"\b(?:contracts?|subscriptions?|trials?|licen[cs]es?|warrant(?:y|ies)|plans?|access|terms?|offers?|vouchers?|"
    r"memberships?|leases?|rentals?|polic(?:y|ies)|cover|notice|period|promotion|sale|pass(?:es)?|tickets?|accounts?|"
    r"contrato|vertrag|abo|contrat)\b[^.;]{0,40}?\b(?:ends?|expires?|stops?|runs?(?: out)?|lapses?|renews?|"
    r"finish(?:es)?|terminates?|starts?|begins?|remains?|stays?|"
    r"(?:be|is|are) (?:ended|renewed|valid|extended)|endet|läuft|termina|vence|caduca|prend fin)\b",
    re.IGNORECASE,
)
_WAITS = ("within", "in ", "over", "the next", "next few")


def _check(reply: Reply) -> Iterator[Hit]:
    today = today_of(reply)
    if today is None:
        return
    calendar = calendar_for(reply.context)
    for one in own_times(reply):
        day = _single_day(one)
        if one.promise is None or day is None or calendar.is_working_day(day) or not calendar.days:
            continue
        if day < today or _BY_CALENDAR.search(one.sentence, 0, one.sentence.find(one.time.text)):
            continue  # past-eta has said that it is over; and a contract ends on any day
        open_day = calendar.next_working_day(day)
        which = "a holiday" if day in calendar.holidays else "when nobody works"
        message = (
            f"“{one.time.text}” is {written_day(day)}, {which}; the next open day is {written_day(open_day)}."
        )
        fix = "" if one.time.has_clock else written_day(open_day, reply.language)
        yield Hit(one.start, one.end, message, (fix,) if fix else ())


def _single_day(one: PlacedTime) -> date | None:
    time = one.time
    if time.instant is None or time.end_instant is None or time.working:
        return None
    if time.weekday is not None and time.weekday != time.instant.weekday():
        return None  # which of the two days is meant is weekday-mismatch's matter
    if time.text.lower().startswith(_WAITS) or time.instant.date() != time.end_instant.date():
        return None
    return time.instant.date()


_HOLIDAY = Example("", circumstances={"holidays": ["2026-03-06"]})

RULE = Rule(
    id="closed-day-eta",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="A promise for a closed day",
    finds=(
        "A promise for a single day on which the team does not work: its weekend, or one of its holidays, "
        "as the library says them."
    ),
    why="A promise for a Sunday is broken before it is made; the customer waits a day for nothing.",
    reads=WholeReply(_check),
    bad=(
        *drafts("I'll write to you on «Sunday».\n", "We will fix it by «8 March».\n"),
        *drafts("We will fix it by «Friday».\n", like=_HOLIDAY),
        Example("Ich rufe Sie am «Sonntag, 8. März» an.\n", language="de"),
        Example("Le llamo el «domingo 8 de marzo».\n", language="es"),
        Example("Je vous appelle le «dimanche 8 mars».\n", language="fr"),
    ),
    good=(
        *drafts("I'll write to you on Monday, 9 March.\n", "We will fix it by Monday, 9 March.\n"),
        *drafts("We will fix it by Monday, 9 March.\n", like=_HOLIDAY),
        Example("Ich rufe Sie am Montag, 9. März an.\n", language="de"),
        Example("Le llamo el lunes 9 de marzo.\n", language="es"),
        Example("Je vous appelle le lundi 9 mars.\n", language="fr"),
    ),
    quiet=(
        *drafts("We're closed on Sunday.\n", "I'll write within 5 days.\n", "We will fix it by Friday.\n"),
        *drafts("We will fix it by 1 March.\n"),
        *drafts(
            "Your contract will be ended on Sunday.\n", "Your subscription will stop on Sunday, 8 March.\n"
        ),
        Example(
            "I'll write on Sunday.\n",
            circumstances={"working_days": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]},
        ),
    ),
)
