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
_SHORT_MONTHS = ("February", "April", "June", "September", "November")
_WEEKDAY = re.compile(r"\b[a-z]{3,9}", re.IGNORECASE)


# The months that end before their 31st, by how they are written; February also before its 30th.
_SHORT = r"(?P<{month}>feb(?:ruary|\.)?|apr(?:il|\.)?|june?|sept?(?:ember|\.)?|nov(?:ember|\.)?)"
_NO_SUCH_DAY = re.compile(
    rf"(?<![\w.,/-])(?:(?P<day>30|31)(?:st|th)?(?: of)? {_SHORT.format(month='month')}(?!\w)"
    rf"|{_SHORT.format(month='before')} (?:the )?(?P<after>30|31)(?:st|th)?(?![\w%]|[.,:]\d))",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    yield from _days_that_never_come(reply)
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


def _days_that_never_come(reply: Reply) -> Iterator[Hit]:
    for placed in reply.passages:
        for match in placed.passage.found(_NO_SUCH_DAY):
            month, day = match["month"] or match["before"], int(match["day"] or match["after"])
            name = next(name for name in _SHORT_MONTHS if name.lower().startswith(month.lower()[:3]))
            if day == 31 or name == "February":
                start, end = placed.start + match.start(), placed.start + match.end()
                yield Hit(start, end, f"{name} has no {day}{'st' if day == 31 else 'th'}.")


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
    title="A day that there is not",
    finds=(
        "A weekday and a date that are not the same day (the fix keeps the date), and a day that its month "
        "does not have."
    ),
    why="The customer cannot know which of the two is meant, and may plan with the wrong one.",
    reads=WholeReply(_check),
    bad=drafts(
        "I'll call you on «30 February».\n",
        "You have it by «June 31st».\n",
        "I'll write by «Friday, 12 March».\n",
        "The call is on «Mon, March 10».\n",
    ),
    good=drafts(
        "I'll call you on 2 March.\n",
        "You have it by 30 June.\n",
        "I'll write by Thursday, 12 March.\n",
        "The call is on Tue, March 10.\n",
    ),
    quiet=drafts(
        "It is on page 30, and June 30 suits me; version 31, of June, is old.\n",
        "I'll write by Thursday, 12 March.\n",
        "I'll write by Friday.\n",
        "We'll meet on Monday the 9th.\n",
    ),
)
