"""English periods: *next week*, *the end of March*, *Q3*, *summer 2027*."""
# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one

import re
from datetime import date, datetime, timedelta

from composer.when.fragments_en import (
    BEFORE,
    DAY,
    LAST,
    MONTH,
    NEXT,
    PART_LEAD,
    PERIOD,
    WEEKDAY,
    YEAR,
    Match,
    Reader,
    after,
    day_piece,
    either,
    month_of,
    ordinal_of,
    period_piece,
    year_of,
)
from composer.when.piece import (
    Piece,
    add_months,
    day_of,
    easter_of,
    monday_of,
    nearest_year,
    part_of,
    period_of,
)
from composer.when.words_en import MONTHS, WEEKDAYS

# --- periods ---------------------------------------------------------------------------------

_LEAD_FOR_MONTH = (
    r"(?:in|by|until|till|since|during|of|from|to|before|after|through|for|and|between|early|mid|late|this|next|last|"
    r"following|around|"
    r"(?:in|by|before) (?:early|mid|late))[ -]"
)


def _bare_month(m: Match, now: datetime) -> Piece | None:
    word = m["mon"]
    if word.lower().rstrip(".") in ("may", "march", "mar", "sec") and word[0].islower():
        return None
    month, today = month_of(word), now.date()
    which = (m["which"] or "").lower()
    year = year_of(m["y"]) or today.year
    if not m["y"]:
        if which in ("last", "past", "previous"):
            year = today.year if month < today.month else today.year - 1
        elif month < today.month - 3 or (which in ("next", "following") and month <= today.month):
            year += 1
    first = date(year, month, 1)
    return _part_piece(m, (first, add_months(first, 1) - timedelta(days=1)))


def _part_piece(m: Match, days: tuple[date, date]) -> Piece:
    part = (m["part"] or "").lower()
    if not part:
        return period_piece(m, days)
    if part.endswith(("first half", "first half of ")):
        return period_piece(m, (days[0], days[0] + (days[1] - days[0]) / 2))
    if "half" in part:
        return period_piece(m, (days[0] + (days[1] - days[0]) / 2, days[1]))
    which = (
        "end"
        if re.search(r"end|late|close|eo|last", part)
        else "start"
        if re.search(r"begin|start|early|bo", part)
        else "mid"
    )
    return period_piece(m, part_of(*days, which))


def _named_period(m: Match, now: datetime) -> Piece | None:
    unit = {"qtr": "quarter", "yr": "year", "week-end": "weekend"}.get(m["unit"].lower(), m["unit"].lower())
    which = (m["which"] or "").lower()
    if not which and not m["part"]:
        return None
    offset = 0
    if re.search(r"next|coming|following", which):
        offset = 1
    elif re.search(r"last|past|previous", which):
        offset = -1
    if "after next" in which or re.match(r"\s+after next\b", after(m), re.IGNORECASE):
        offset = 2
    return _part_piece(m, period_of(unit, offset, now.date()))


def _this_weekend(m: Match, now: datetime) -> Piece | None:
    return _part_piece(m, period_of("weekend", 0, now.date()))


def _end_of_short(m: Match, now: datetime) -> Piece | None:
    unit = {"w": "week", "m": "month", "q": "quarter", "y": "year"}[m["unit"].lower()]
    first, last = period_of(unit, 0, now.date())
    return period_piece(
        m, part_of(first, last, "end" if m.group().lower().removeprefix("the ").startswith("e") else "start")
    )


def _quarter(m: Match, now: datetime) -> Piece | None:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(m["q"].lower()) or int(
        re.sub(r"\D", "", m["q"])
    )
    year = year_of(m["y"]) or now.year
    if len(m["y"] or "") == 2 and (m["y"] or "").isdigit():
        year = 2000 + int(m["y"])
    if not 1 <= number <= 4:
        return None
    first = date(year, number * 3 - 2, 1)
    return _part_piece(m, (first, add_months(first, 3) - timedelta(days=1)))


def _year_range(m: Match, now: datetime) -> Piece | None:
    first, last = int(m["y"]), int(m["y2"])
    return period_piece(m, (date(first, 1, 1), date(last, 12, 31))) if first <= last else None


def _open_year(m: Match, now: datetime) -> Piece | None:
    year = int(m["y"])
    return period_piece(m, (date(year, 1, 1), date(year, 12, 31)))


def _half_year(m: Match, now: datetime) -> Piece | None:
    year = year_of(m["y"]) or now.year
    first = date(year, 1 if m["half"] in "1first" else 7, 1)
    return period_piece(m, (first, add_months(first, 6) - timedelta(days=1)))


def _year_alone(m: Match, now: datetime) -> Piece | None:
    year = int(m["y"])
    return _part_piece(m, (date(year, 1, 1), date(year, 12, 31)))


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def _season(m: Match, now: datetime) -> Piece | None:
    year = year_of(m["y"]) or now.year
    month = _SEASONS[m["season"].lower()]
    if not m["y"] and month + 2 < now.month:
        year += 1
    first = date(year, month, 1)
    return _part_piece(m, (first, add_months(first, 3) - timedelta(days=1)))


_HOLIDAYS = {
    "christmas": (12, 25), "xmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "new year's": (1, 1), "new year's day": (1, 1), "new year": (1, 1),
    "new year's eve": (12, 31), "new years eve": (12, 31), "new years": (1, 1), "new years day": (1, 1), "halloween": (10, 31), "valentine's day": (2, 14),
}  # fmt: skip


def _holiday(m: Match, now: datetime) -> Piece | None:
    month, day = _HOLIDAYS[m["h"].lower().replace("’", "'")]
    year = year_of(m["y"])
    return day_piece(m, day_of(year, month, day) if year else nearest_year(month, day, now.date()))


_EASTER = {
    "good friday": -2,
    "easter saturday": -1,
    "easter monday": 1,
    "ascension day": 39,
    "whit monday": 50,
}


def _easter(m: Match, now: datetime) -> Piece | None:
    """Read *before Easter*, *on Good Friday*: the next one, or that of the year named."""
    offset = timedelta(days=_EASTER.get(m["h"].lower(), 0))
    if year := year_of(m["y"]):
        return day_piece(m, easter_of(year) + offset)
    days = (easter_of(now.year + ahead) + offset for ahead in range(2))
    return day_piece(m, next((day for day in days if day >= now.date()), None))


def _thanksgiving(m: Match, now: datetime) -> Piece | None:
    """Read *after Thanksgiving*: the fourth Thursday of November."""
    for year in (now.year, now.year + 1):
        first = date(year, 11, 1)
        day = first + timedelta(days=(3 - first.weekday()) % 7 + 21)
        if day >= now.date():
            return day_piece(m, day)
    return None


def _new_year(m: Match, now: datetime) -> Piece | None:
    """Read *in the new year*, *early in the new year*, *in the first week of the new year*."""
    first = date(now.year + 1, 1, 1)
    days = 7 if m["week"] else 10 if "early" in m.group().lower() else 31
    return period_piece(m, (first, first + timedelta(days=days - 1)))


def _later_period(m: Match, now: datetime) -> Piece | None:
    """Read *Q1 next year*."""
    first = date(now.year + (1 if m["rel"].lower() == "next" else 0), int(m["q"]) * 3 - 2, 1)
    return period_piece(m, (first, add_months(first, 3) - timedelta(days=1)))


def _nth_weekday_of_month(m: Match, now: datetime) -> Piece | None:
    weekday = WEEKDAYS[m["w"].lower().rstrip(".")]
    if m["mon"]:
        start = nearest_year(month_of(m["mon"]), 1, now.date())
        if start is None:
            return None
        first = start.replace(year=year_of(m["y"]) or start.year)
    else:
        offset = {"next": 1, "following": 1, "last": -1, "previous": -1}.get((m["which"] or "").lower(), 0)
        first, _ = period_of("month", offset, now.date())
    if m["nth"].lower() == "last":
        last = add_months(first, 1) - timedelta(days=1)
        return day_piece(m, last - timedelta(days=(last.weekday() - weekday) % 7), weekday)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (ordinal_of(m["nth"]) - 1))
    return day_piece(m, day, weekday)


def _week_of(m: Match, now: datetime) -> Piece | None:
    day = nearest_year(month_of(m["mon"]), ordinal_of(m["d"]), now.date())
    return None if day is None else period_piece(m, (monday_of(day), monday_of(day) + timedelta(days=6)))


def _day_range(m: Match, now: datetime) -> Piece | None:
    month, year = month_of(m["mon"]), year_of(m["y"])
    if not m["y"] and m["mon"].islower() and m["mon"] in ("may", "march", "mar"):
        return None
    first = (
        nearest_year(month, ordinal_of(m["d"]), now.date())
        if year is None
        else day_of(year, month, ordinal_of(m["d"]))
    )
    last = day_of(first.year, month, ordinal_of(m["d2"])) if first else None
    return None if first is None or last is None or last < first else period_piece(m, (first, last))


PATTERNS: tuple[tuple[str, Reader], ...] = (
    (r"\b(?:between |from )(?P<y>(?:19|20)\d\d)\s?(?:-|–|to|and|until|till)\s?(?P<y2>(?:19|20)\d\d)(?![\w-]|[.,:/]\d)(?<!\d-\d\d\d\d)", _year_range),
    (r"\b(?P<y>(?:19|20)\d\d) or (?:later|earlier|greater)\b", _open_year),
    (r"\b(?:later|earlier) than (?P<y>(?:19|20)\d\d)\b", _open_year),
    (rf"{BEFORE}(?P<y>20\d\d)[- ]?h(?P<half>[12])\b", _half_year),
    (rf"{BEFORE}h(?P<half>[12])[- ](?P<y>20\d\d)\b", _half_year),
    (rf"{BEFORE}(?:the )?(?P<half>first|second) half of (?:the )?(?:year|(?P<y>20\d\d))\b", _half_year),
    (rf"{BEFORE}(?P<part>zzz)?(?P<y>20\d\d)[ -]?q(?P<q>[1-4])\b", _quarter),
    (r"\b(?:by|over|before|on|until|after|for|during|at|through|throughout) (?:the )?(?P<part>end of the |beginning of the )?(?P<which>zzz)?(?P<unit>weekend)(?!['’\w])", _this_weekend),
    (r"\b(?:before|by|until|after|during|in|whole|current|over the|over) (?P<part>early |late |mid )?(?:the )?(?P<season>summer|winter|autumn)(?P<y>zzz)?(?!\w)", _season),
    (rf"{BEFORE}{PART_LEAD}(?:(?P<which>{NEXT}|{LAST}|this) )?(?P<mon>{MONTH})[,\s-]{{1,2}}(?:of )?(?P<y>{YEAR})", _bare_month),
    (rf"\b(?:{_LEAD_FOR_MONTH})(?:the )?(?P<part>(?:beginning|start|end|middle|first half|second half|latter half|latter part|early part|back end) of )?(?P<mon>(?:{either([w for w in MONTHS if len(w) > 3 or w in ('may', 'dec', 'nov', 'oct', 'feb', 'jan', 'aug', 'apr')])})\b)(?P<which>zzz)?(?P<y>zzz)?(?!\s*\d|['’]s|\w)", _bare_month),
    (rf"{BEFORE}{PART_LEAD}(?:(?P<which>this coming|{NEXT}|{LAST}|this|current|same) )?(?:working |work |business |calendar |fiscal |financial )?(?P<unit>{PERIOD})(?:\s+after next)?(?!['’\w])", _named_period),
    (rf"{BEFORE}(?:the )?(?:eo|bo)(?P<unit>[wmqy])(?!\w)", _end_of_short),
    (rf"{BEFORE}{PART_LEAD}q(?P<q>[1-4])(?:[ ,/-]{{0,2}}(?:of )?(?P<y>{YEAR}|\d\d(?!\w)))?(?!\w)", _quarter),
    (rf"{BEFORE}{PART_LEAD}(?:the )?(?P<q>first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|qtr)(?: (?:of )?(?:the year|(?P<y>{YEAR})))?(?!\w)", _quarter),
    (rf"{BEFORE}(?P<part>beginning|start|end|middle|early|mid|late)(?: (?:of|in))?[ -](?P<y>(?:19|20)\d\d)(?![\d.,:/-]\d|\d)", _year_alone),
    (r"\b(?:in|since|by|until|till|before|after|during|from|year|of)(?: the year)? (?P<part>zzz)?(?P<y>(?:19[5-9]|20[0-4])\d)(?![\d.,:/-]\d|\d|\s?(?:%|users|people|items|pieces|orders|px|dollars|euros|usd|eur|kb|mb|gb))", _year_alone),
    (rf"{BEFORE}{PART_LEAD}(?:(?:this|next|last|the|in) )(?P<season>spring|summer|autumn|winter)(?: (?:of )?(?P<y>{YEAR}))?(?!\w| of\b)", _season),
    (rf"{BEFORE}{PART_LEAD}(?P<season>spring|summer|autumn|fall|winter) (?:of )?(?P<y>{YEAR})(?!\w)", _season),
    (rf"{BEFORE}(?P<h>{either({*_HOLIDAYS, *(h.replace(chr(39), '’') for h in _HOLIDAYS)})})(?: (?:of )?(?P<y>{YEAR}))?(?!\w)", _holiday),
    (rf"{BEFORE}(?P<h>easter (?:sun|mon|satur)day|good friday|whit monday|ascension day|easter(?! eggs?\b))(?: (?P<y>{YEAR}))?(?!\w)", _easter),
    (rf"{BEFORE}thanksgiving(?: day)?(?!\w)", _thanksgiving),
    (rf"{BEFORE}(?:early )?in (?P<week>the first week of )?the new year(?!['’\w])(?=\s*(?:[.,;:!?)]|$)|\s+(?:and|so|to|on|but|or|if|with|for|at|we|i|you)\b)", _new_year),
    (rf"{BEFORE}q(?P<q>[1-4])(?: of)? (?P<rel>this|next) year(?!\w)", _later_period),
    (rf"{BEFORE}(?:the )?(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<w>{WEEKDAY}) (?:of|in) (?:(?:the |this )?(?:(?P<which>next|last|following|previous) )?month|(?P<mon>{MONTH})(?:,? (?P<y>{YEAR}))?)(?!\w)", _nth_weekday_of_month),
    (rf"{BEFORE}(?:(?:the )?(?:week|wk) (?:of|beginning|commencing|starting)|w/?[ce]) (?:the )?(?P<mon>{MONTH}) (?:the )?(?P<d>{DAY})(?!\w)", _week_of),
    (rf"{BEFORE}(?:(?:the )?(?:week|wk) (?:of|beginning|commencing|starting|ending)|w/?[ce]) (?:the )?(?P<d>{DAY}) (?:of )?(?P<mon>{MONTH})(?!\w)", _week_of),
    (rf"{BEFORE}(?:(?:from|between) )?(?:the )?(?P<d>{DAY})\s?(?:-|–|to|and|thru|through|until|till)\s?(?:the )?(?P<d2>{DAY}) (?:of )?(?P<mon>{MONTH})(?:,? (?P<y>{YEAR}))?(?!\w)", _day_range),
    (rf"{BEFORE}(?:(?:from|between) )?(?P<mon>{MONTH}) (?:the )?(?P<d>{DAY})\s?(?:-|–|to|and|thru|through|until|till)\s?(?:the )?(?P<d2>{DAY})(?!\d|:)(?:,? (?P<y>{YEAR}))?(?!\w)", _day_range),
)  # fmt: skip
NEEDS: dict[Reader, str] = {
    **dict.fromkeys((_bare_month, _week_of, _day_range), "month"),
    **dict.fromkeys((_quarter, _later_period), "quarter"),
    **dict.fromkeys((_holiday, _easter, _thanksgiving, _new_year), "holiday"),
    **dict.fromkeys((_year_range, _open_year, _year_alone), "figure"),
    **dict.fromkeys((_named_period, _this_weekend), "period"),
    _half_year: "half year",
    _season: "season",
    _nth_weekday_of_month: "weekday",
    _end_of_short: "short end",
}
"""What a text has to hold for a reader's patterns (see :mod:`composer.when.grammar_en`)."""
