"""eta-beyond-target: a promise later than the team's own target for a next reply or a resolution."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply, moment_of
from composer.lint.reply_text import PlacedTime, own_times, today_of
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts
from composer.lint.team_calendar import calendar_for
from composer.when.day_names import written_day

_NEWS = re.compile(
    r"\b(?:know|updat\w*|hear|back to you|answer|repl\w+|writ\w+|touch|report|news|tell|call)\b",
    re.IGNORECASE,
)

# News of the fix itself ("I'll tell you by Friday whether 4.2.2 is out") can be had when there is one.
_OF_THE_FIX = re.compile(
    r"\b(?:whether|if|when|how far|once)\b.{0,60}?\b(?:out|fix\w*|releas\w+|resolv\w+|solv\w+|repair\w*|ready|done|shipped|available)\b",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    if today_of(reply) is None or reply.context.team is None:
        return
    for one in own_times(reply):
        if one.promise is None or one.time.end_instant is None:
            continue
        latest, name = _target(reply, one)
        if latest is None:
            continue
        if one.time.end_instant.date() > latest.date():
            day = written_day(latest.date())
            yield Hit(
                one.start,
                one.end,
                f"“{one.time.text}” is later than our target for {name}, which ends on {day}.",
            )


def _target(reply: Reply, one: PlacedTime) -> tuple[datetime | None, str]:
    team = reply.context.team
    news = bool(_NEWS.search(one.sentence)) and not _OF_THE_FIX.search(one.sentence)
    hours = 0 if team is None else team.next_reply_hours if news else team.resolution_hours
    if hours <= 0:
        return None, ""
    end = calendar_for(reply.context).add_time(moment_of(reply.context), timedelta(hours=hours))
    return end, "a next reply" if news else "a resolution"


_TARGETS = Example("", circumstances={"next_reply_hours": 16, "resolution_hours": 40})

RULE = Rule(
    id="eta-beyond-target",
    reading=Reading.PROMISES,
    severity=Severity.HINT,
    title="A promise later than our target",
    finds=(
        "A promise to write or to solve that ends after the team's target for a next reply or a resolution,"
        " counted in its working hours."
    ),
    why="The customer hears from us as soon as the team has said it answers, even if the answer is “not yet”.",
    reads=WholeReply(_check),
    bad=drafts(
        "I'll write to you by «20 March».\n",
        "We will fix it by «30 March».\n",
        "I write to you by «30 March» whether it is out.\n",
        like=_TARGETS,
    ),
    good=drafts(
        "I'll write to you by 5 March.\n",
        "We will fix it by 10 March.\n",
        "I write to you by 10 March whether it is out.\n",
        like=_TARGETS,
    ),
    quiet=(
        *drafts("I'll write to you by 20 March.\n"),
        *drafts(
            "The shop closes on 20 March.\n",
            "I'll write to you tomorrow.\n",
            "I'll write to you by 10 March whether the fix is out or not.\n",
            like=_TARGETS,
        ),
    ),
)
