"""past-eta: a promise for a time that is over."""

import re
from collections.abc import Iterator
from datetime import timedelta

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply, moment_of
from composer.lint.reply_text import own_times, today_of
from composer.lint.rule import Hit, Rule, WholeReply, drafts
from composer.when.day_names import written_day
from composer.when.eta import TimeExpression

_PAST = re.compile(r"^(?:yesterday|last|past|previous|earlier)\b|\bago$|\bnight$", re.IGNORECASE)


def _tells_the_past(time: TimeExpression) -> bool:
    return time.lead in ("since", "after", "from") or _PAST.search(time.text) is not None


def _check(reply: Reply) -> Iterator[Hit]:
    if today_of(reply) is None:
        return
    now = moment_of(reply.context)
    for one in own_times(reply):
        end = one.time.end_instant
        if one.promise is None or end is None or _tells_the_past(one.time):
            continue
        if end + timedelta(hours=1) < now and end.date() < now.date():
            yield Hit(
                one.start,
                one.end,
                f"“{one.time.text}” is over: today is {written_day(now.date())}.",
            )


RULE = Rule(
    id="past-eta",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="A promise for a day that is over",
    finds="A promise for a day before today.",
    why="A date in the past tells the customer that nobody looked, and promises nothing.",
    reads=WholeReply(_check),
    bad=drafts("I'll send the key by «2 March».\n", "You will hear from us on «Monday, 23 February».\n"),
    good=drafts("I'll send the key by 6 March.\n", "You will hear from us on Monday, 9 March.\n"),
    quiet=drafts(
        "I sent the key on 2 March.\n",
        "We'll fix what you reported yesterday by Friday.\n",
        "I'll check the log since 2 March and write by 6 March.\n",
        "We'll answer by 5 pm today.\n",
    ),
)
