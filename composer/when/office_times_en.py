"""English near times as offices name them: *overnight*, *midweek*, *month-end*, *the next business day*."""
# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one

from datetime import date, datetime, time, timedelta

from composer.when.fragments_en import (
    BEFORE,
    DAY_BEFORE,
    MONTH,
    ORDINAL,
    STOP,
    Match,
    Reader,
    before,
    day_piece,
    month_of,
    ordinal_of,
    period_piece,
)
from composer.when.piece import (
    Kind,
    Piece,
    add_months,
    add_working_days,
    monday_of,
    nearest_year,
    part_of,
    period_of,
)

_WEEKDAYS = (0, 1, 2, 3, 4)
_NIGHT_ENDS = 5
_DAY_ENDS = time(23, 59)


def _later_today(m: Match, now: datetime) -> Piece | None:
    return day_piece(m, now.date())


def _middle_part(m: Match, now: datetime) -> Piece | None:
    """Read *mid-morning*, *mid-afternoon*: they count beside a day, or where something is done by then."""
    begins, ends = (time(9), time(11)) if "morning" in m.group().lower() else (time(14), time(16))
    return Piece(m.start(), m.end(), Kind.PART, clock=begins, until=ends)


def _half_of_day(m: Match, now: datetime) -> Piece | None:
    """Read the *a.m.* of *Monday a.m.*, which is no time without its day."""
    if not DAY_BEFORE.search(before(m)):
        return None
    begin, end = (time(8), time(12)) if m.group().lower().startswith("a") else (time(12), time(18))
    return Piece(m.start(), m.end(), Kind.PART, clock=begin, until=end)


def _next_morning(m: Match, now: datetime) -> Piece | None:
    day = now.date() if now.hour < _NIGHT_ENDS else now.date() + timedelta(days=1)
    return Piece(m.start(), m.end(), Kind.DAY, day=day, clock=time(6), until=time(12))


def _overnight(m: Match, now: datetime) -> Piece | None:
    night = datetime.combine(now.date(), time(20), now.tzinfo)
    return Piece(m.start(), m.end(), Kind.SPAN, begin=night, finish=night + timedelta(hours=12))


def _next_working_day(m: Match, now: datetime) -> Piece | None:
    day = add_working_days(now.date(), 1, days=_WEEKDAYS, holidays=frozenset())
    first = datetime.combine(day, time(0), now.tzinfo)
    return Piece(
        m.start(),
        m.end(),
        Kind.SPAN,
        begin=first,
        finish=datetime.combine(day, _DAY_ENDS, now.tzinfo),
        working=True,
    )


def _within_the(m: Match, now: datetime) -> Piece | None:
    return period_piece(m, (now.date(), period_of(m["unit"].lower(), 0, now.date())[1]))


def _midweek(m: Match, now: datetime) -> Piece | None:
    begin, end = part_of(*period_of("week", 0, now.date()), "mid")
    week = timedelta(weeks=0 if end >= now.date() else 1)
    return period_piece(m, (begin + week, end + week))


def _after_next(m: Match, now: datetime) -> Piece | None:
    return period_piece(m, period_of(m["unit"].lower(), 2, now.date()))


def _ends(m: Match, now: datetime) -> Piece | None:
    return period_piece(m, part_of(*period_of(m["unit"].lower(), 0, now.date()), "end"))


def _week_of_month(m: Match, now: datetime) -> Piece | None:
    """Read *the first week of April*, *the last week of next month*."""
    first = _month_meant(m, now.date())
    if first is None:
        return None
    last = add_months(first, 1) - timedelta(days=1)
    if m["nth"].lower() == "last":
        return period_piece(m, (last - timedelta(days=6), last))
    begin = first + timedelta(days=7 * (ordinal_of(m["nth"]) - 1))
    return period_piece(m, (begin, min(begin + timedelta(days=6), last)))


def _month_meant(m: Match, today: date) -> date | None:
    if m["mon"]:
        return nearest_year(month_of(m["mon"]), 1, today)
    return period_of("month", 1 if "next" in m["which"].lower() else 0, today)[0]


def _week_of_the(m: Match, now: datetime) -> Piece | None:
    """Read *the week of the 9th*: of this month, or of the next where that is over."""
    wanted = ordinal_of(m["nth"])
    for months in range(3):
        first = add_months(now.date().replace(day=1), months)
        day = first + timedelta(days=wanted - 1)
        if day.month == first.month and day >= monday_of(now.date()):
            return period_piece(m, (monday_of(day), monday_of(day) + timedelta(days=6)))
    return None


PATTERNS: tuple[tuple[str, Reader], ...] = (
    (rf"{BEFORE}later (?:on )?(?:in the day|(?:on )?to-?day)(?!\w)", _later_today),
    (rf"{BEFORE}mid[ -](?:morning|afternoon)(?!\w)", _middle_part),
    (rf"{BEFORE}(?:a\.?m\.?|p\.?m\.?)(?![\w'’])(?! [a-z]+(?:ing|ed)\b)", _half_of_day),
    (rf"{BEFORE}first thing in the morning(?!\w)", _next_morning),
    (rf"{BEFORE}overnight{STOP}", _overnight),
    (rf"{BEFORE}(?:by |on )?(?:the |your )?(?:next|following) (?:business|working|work)[ -]day(?!\w)", _next_working_day),
    (rf"{BEFORE}(?:within|during|in the course of) the (?P<unit>day|week|month|quarter|year)(?![\w'’])", _within_the),
    (rf"{BEFORE}(?:early |late )?mid-?week(?!\w)", _midweek),
    (rf"{BEFORE}(?:the )?(?P<unit>week|weekend|month) after next(?!\w)", _after_next),
    (rf"{BEFORE}(?:the )?(?P<unit>month|quarter|year)[ -]end(?!\w)", _ends),
    (rf"{BEFORE}(?:the )?(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th) week (?:of|in) (?:(?P<mon>{MONTH})|(?:the )?(?P<which>(?:this |next )?month))(?!\w)", _week_of_month),
    (rf"{BEFORE}(?:(?:the )?(?:week|wk) (?:of|beginning|commencing|starting)|w/?c) (?:the )?(?P<nth>{ORDINAL})(?! of| [a-z]{{3}})", _week_of_the),
)  # fmt: skip
CUE = (
    *(
        "later",
        "first thing",
        "overnight",
        "mid",
        "-end",
        " end",
        "after next",
        "within the",
        "during the",
        "course of the",
    ),
    *("business", "work", "week", "w/c", "wc ", "a.m", "p.m", " am", " pm"),
)
"""Every pattern of these needs one of these words."""
