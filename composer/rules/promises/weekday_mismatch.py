"""weekday-mismatch: a weekday and a date that do not belong together."""

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.reply_text import PlacedTime, own_times, today_of
from composer.lint.rule import Hit, Rule, WholeReply, drafts
from composer.when.day_names import month_name, weekday_name, with_weekday
from composer.when.words_en import WEEKDAYS

_YEAR_FOLLOWS = re.compile(r",? (?:19|20)\d\d\b")
_WEEKDAY = re.compile(r"\b[a-z]{3,9}", re.IGNORECASE)


def _check(reply: Reply) -> Iterator[Hit]:
    if today_of(reply) is None:
        return
    for one in own_times(reply):
        time = one.time
        if time.weekday is None or time.instant is None or time.instant.weekday() == time.weekday:
            continue
        if _YEAR_FOLLOWS.match(reply.draft.text[one.end : one.end + 8]):
            continue
        if not any(letter.isdigit() for letter in time.text):
            continue
        right = weekday_name(time.instant.weekday())
        date = f"{time.instant.day} {month_name(time.instant.month)} {time.instant.year}"
        message = f"{date} is a {right}, not a {weekday_name(time.weekday)}."
        fixes = _fixes(one, time.instant.weekday(), reply.language)
        yield Hit(one.start, one.end, message, fixes)


def _fixes(one: PlacedTime, weekday: int, language: str) -> tuple[str, ...]:
    text = one.time.text
    for match in _WEEKDAY.finditer(text) if language == "en" else ():
        if match.group().lower() in WEEKDAYS:
            right, short = weekday_name(weekday), len(match.group()) <= 3
            return (text[: match.start()] + (right[:3] if short else right) + text[match.end() :],)
    told = with_weekday(text, weekday, language)
    return (told,) if told else ()


RULE = Rule(
    id="weekday-mismatch",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="Weekday and date do not match",
    finds="A weekday and a date that are not the same day. The fix keeps the date.",
    why="The customer cannot know which of the two is meant, and may plan with the wrong one.",
    reads=WholeReply(_check),
    bad=drafts("I'll write by «Friday, 12 March».\n", "The call is on «Mon, March 10».\n"),
    good=drafts("I'll write by Thursday, 12 March.\n", "The call is on Tue, March 10.\n"),
    quiet=drafts(
        "I'll write by Thursday, 12 March.\n", "I'll write by Friday.\n", "We'll meet on Monday the 9th.\n"
    ),
)
