"""English waits as offices and drivers name them: *two days at most*, *25 min away*, *a week on Friday*."""
# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one

from datetime import date, datetime, time, timedelta

from composer.when.clocks_en import wait_from_now
from composer.when.fragments_en import (
    BEFORE,
    NUMBER,
    RANGE,
    UNIT,
    WEEKDAY,
    WORKING,
    Match,
    Reader,
    day_piece,
    number_of,
    period_piece,
)
from composer.when.piece import Kind, Piece, add_months, next_weekday, part_of, period_of
from composer.when.words_en import WEEKDAYS

_DAY_ENDS = time(23, 59)
_MINUTES = {"half": 30, "quarter": 15, "three": 45}


def _until(m: Match, now: datetime, moment: datetime) -> Piece:
    return Piece(m.start(), m.end(), Kind.SPAN, begin=now, finish=moment)


def _part_of_an_hour(m: Match, now: datetime) -> Piece | None:
    """Read *within the half hour*, *in a quarter of an hour*, *in three quarters of an hour*."""
    return _until(m, now, now + timedelta(minutes=_MINUTES[m["part"].lower()]))


def _or_some(m: Match, now: datetime) -> Piece | None:
    """Read *in a day or two*, *within the next week or so*: until the larger number is over."""
    more = m["more"].lower()
    unit = "day" if more.endswith("days") else m["unit"].lower()
    count = {"so": 1, "more": 1}.get(more) or number_of(more.removesuffix(" days"))
    step = {"minute": timedelta(minutes=count), "hour": timedelta(hours=count)}.get(unit)
    if step is not None:
        return _until(m, now, now + step)
    day = (
        add_months(now.date(), int(count))
        if unit == "month"
        else now.date() + timedelta(days=count * (7 if unit == "week" else 1))
    )
    return _until(m, now, datetime.combine(day, _DAY_ENDS, now.tzinfo))


def _weeks_from(m: Match, now: datetime) -> Piece | None:
    """Read *a week on Friday*, *two weeks from Friday*, *a fortnight tomorrow*, *tomorrow week*."""
    weeks = int(number_of(m["n"])) if m["n"] else 1
    weeks *= 2 if "fortnight" in m.group().lower() else 1
    return day_piece(m, _day_named(m["day"], now.date()) + timedelta(weeks=min(weeks, 500)))


def _day_named(words: str, today: date) -> date:
    word = words.lower().rstrip(".")
    if word in WEEKDAYS:
        return next_weekday(WEEKDAYS[word], today)
    return today + timedelta(days=0 if word == "today" else 1)


def _this_time(m: Match, now: datetime) -> Piece | None:
    """Read *by this time tomorrow*, *this time next week*."""
    word = m["day"].lower()
    if word in ("tomorrow", *WEEKDAYS):
        day = _day_named(word, now.date())
    else:
        unit = word.removeprefix("next ")
        day = now.date() + timedelta(weeks=1) if unit == "week" else add_months(now.date(), _MONTHS[unit])
    moment = datetime.combine(day, now.time(), now.tzinfo)
    return Piece(m.start(), m.end(), Kind.SPAN, begin=moment, finish=moment)


_MONTHS = {"month": 1, "year": 12}


def _is_out(m: Match, now: datetime) -> Piece | None:
    """Read *before the week is out*, *by month's end*, *this side of the weekend*."""
    return period_piece(m, part_of(*period_of(m["unit"].lower(), 0, now.date()), "end"))


def _turn(m: Match, now: datetime) -> Piece | None:
    return day_piece(m, period_of(m["unit"].lower(), 1, now.date())[0])


_AT_MOST = (
    r"(?:at (?:the )?(?:very )?most|at the outside|tops|max(?:imum)?\b|away(?! from (?:the|our|your|here)\b))"
)
PATTERNS: tuple[tuple[str, Reader], ...] = (
    (rf"{BEFORE}(?P<lead>in |within )?(?:about |around |some )?{RANGE}(?P<half> and an? half)? ?(?P<working>{WORKING})?(?P<unit>{UNIT})(?P<more> and a half)? {_AT_MOST}", wait_from_now),
    (rf"{BEFORE}(?:within|inside(?: of)?|in|for) (?:the |the next |this |about )?(?P<part>half)[ -]?(?:an )?hour(?!\w)", _part_of_an_hour),
    (rf"{BEFORE}(?:within|inside|in) (?:(?:about |the next )?a )?(?P<part>quarter|three)(?: quarters)? of an hour(?!\w)", _part_of_an_hour),
    (rf"{BEFORE}(?:with)?in (?:about |around )?(?:an?|(?:the )?next) (?P<unit>minute|hour|day|week|month) or (?P<more>so|two|three|ten days)(?!\w)", _or_some),
    (rf"{BEFORE}over the next (?P<unit>hour|day|week|month) or (?P<more>so|two|three)(?!\w)", _or_some),
    (rf"{BEFORE}an? (?P<unit>minute|hour|day|week|month) or (?P<more>so|two|three) (?:at (?:the )?most|tops|max)(?!\w)", _or_some),
    (rf"{BEFORE}(?P<n>{NUMBER}) (?:weeks?|fortnight) (?:on |from |this )?(?P<day>{WEEKDAY}|today|tomorrow)(?!\w)", _weeks_from),
    (rf"{BEFORE}(?P<day>today|tomorrow)(?P<n>zzz)? week(?!\w)", _weeks_from),
    (rf"{BEFORE}(?:by |at |around |about )?this time (?:on )?(?P<day>{WEEKDAY}|tomorrow|next (?:week|month|year))(?!\w)", _this_time),
    (rf"{BEFORE}(?:before|by the time) (?:the|this) (?P<unit>day|week|month|quarter|year)(?: is|['’]s) (?:out|over|done|through|up)(?!\w)", _is_out),
    (rf"{BEFORE}(?:the )?(?P<unit>day|week|month|quarter|year)['’]s end(?!\w)", _is_out),
    (rf"{BEFORE}this side of the (?P<unit>week|weekend|month|year)(?! end)(?!\w)", _is_out),
    (rf"{BEFORE}(?:the )?turn of the (?P<unit>month|year)(?!\w)", _turn),
)  # fmt: skip
CUE = (
    *(
        " most",
        "outside",
        "tops",
        "max",
        "away",
        "half",
        "hour",
        "or so",
        "or two",
        "or three",
        "or ten",
        "week",
        "fortnight",
    ),
    *("this time", " out", " over", " done", " through", " up", "'s end", "’s end", "this side", "turn of"),
)
"""Every pattern of these needs one of these words."""
