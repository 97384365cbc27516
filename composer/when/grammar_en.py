"""The English grammar of time expressions: patterns, each with what it means.

Every pattern is linear: no repetition stands inside another over the same characters. Precision goes
first: where words can be a time or something else (*may*, *second*, *march*, *sat*), the pattern asks for
neighbours that leave no doubt.
"""

# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

from composer.when.piece import (
    Kind,
    Piece,
    add_months,
    add_working_days,
    day_of,
    monday_of,
    nearest_year,
    next_weekday,
    part_of,
    period_of,
)
from composer.when.words_en import MONTHS, NUMBERS, ORDINALS, PARTS, UNIT_OF, VAGUE, WEEKDAYS, ZONES

Match = re.Match[str]
Reader = Callable[[Match, datetime], Piece | None]


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_MONTH = rf"(?:(?:{_either(MONTHS)})(?![a-z])\.?)"
_WEEKDAY = rf"(?:(?:{_either(WEEKDAYS)})(?![a-z])\.?)"
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_either(ORDINALS)})(?![a-z])"
_DAY = rf"(?:{_ORDINAL}|(?:3[01]|[12]\d|0?[1-9])(?!\d))"
_YEAR = r"(?:(?:19|20)\d\d|'\d\d)(?!\d)"
_NUMBER = rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?(?![\d.:]\d)|(?:{_either(NUMBERS)})(?![a-z]))"
_UNIT = rf"(?:{_either(UNIT_OF)})(?![a-z])"
_WORKING = r"(?:(?:business|working|work|full|calendar|banking|week)[ -])"
_RANGE = rf"(?P<n>{_NUMBER})(?:\s?(?:-|–|—|to|or)\s?(?P<n2>{_NUMBER}))?"
_PERIOD = r"(?:weekend|week-end|week|month|quarter|qtr|year|yr)(?![a-z])"
_ZONE = rf"(?:(?:{_either(ZONES)})(?![a-z])(?:\s?[+-]\d{{1,2}}(?::?\d\d)?)?)"
_NEXT = r"(?:next|coming|upcoming|following)"
_LAST = r"(?:last|past|previous)"
_HALF_DAY = r"(?:[ap]\.?\s?m(?![a-z])\.?|[ap](?![a-z]))"
_HOURS = [word for word, n in NUMBERS.items() if n in range(1, 13) and word.isalpha() and len(word) > 2]
_HOUR = rf"(?:\d{{1,2}}|{_either(_HOURS)})"
_MINUTES = r"(?:\d{1,2}|five|ten|twenty|twenty-five|twenty five|a quarter|quarter|fifteen)"
_BEFORE = r"(?<![\w$€£#/.,:-])"
_LOOSE = r"(?<![\w$€£#])"


def _number(words: str) -> float:
    words = " ".join(words.lower().split())
    if words in NUMBERS:
        return NUMBERS[words]
    return float(words)


def _ordinal(words: str) -> int:
    words = " ".join(words.lower().split())
    return ORDINALS[words] if words in ORDINALS else int(re.sub(r"\D", "", words))


def _month(words: str) -> int:
    return MONTHS[words.lower().rstrip(".")]


def _year(words: str | None) -> int | None:
    if not words:
        return None
    return 2000 + int(words[1:]) if words.startswith("'") else int(words)


def _day_piece(m: Match, day: date | None, weekday: int | None = None) -> Piece | None:
    return None if day is None else Piece(m.start(), m.end(), Kind.DAY, day=day, weekday=weekday)


def _period_piece(m: Match, days: tuple[date, date]) -> Piece:
    return Piece(m.start(), m.end(), Kind.PERIOD, day=days[0], last=days[1])


# --- dates -----------------------------------------------------------------------------------


def _iso(m: Match, now: datetime) -> Piece | None:
    day = day_of(int(m["y"]), int(m["m"]), int(m["d"]))
    if day is None:
        return None
    clock = time(int(m["H"]), int(m["M"])) if m["H"] and int(m["H"]) < 24 and int(m["M"]) < 60 else None
    zone = "UTC" if m["z"] else ""
    return Piece(m.start(), m.end(), Kind.DAY, day=day, clock=clock, zone=zone)


_VERB_AFTER_MAY = re.compile(r"\s+[a-z]{2,}")
_FINE_AFTER_MAY = re.compile(
    r"\s+(?:at|and|to|in|for|until|till|or|is|was|from|between|through|around|before|by)\b"
)
_DATE_LEAD = re.compile(
    r"\b(?:on|by|until|till|before|since|from|to|after|back|of|the|around|for)\s+$", re.IGNORECASE
)


def _is_month(m: Match, month: str) -> bool:
    """Tell whether *may* or *march* beside a number is the month and not the verb."""
    if month.lower() not in ("may", "march", "mar", "sec"):
        return True
    if m["y"] or re.search(r"\d(?:st|nd|rd|th)", m["d"]) or _DATE_LEAD.search(m.string[: m.start()]):
        return True
    if month[0].islower() or m["d"].isalpha():
        after = m.string[m.end() :]
        return not _VERB_AFTER_MAY.match(after) or _FINE_AFTER_MAY.match(after) is not None
    return True


def _month_day(m: Match, now: datetime) -> Piece | None:
    if not _is_month(m, m["mon"]):
        return None
    month, day, year = _month(m["mon"]), _ordinal(m["d"]), _year(m["y"])
    found = day_of(year, month, day) if year else nearest_year(month, day, now.date())
    weekday = WEEKDAYS[m["w"].lower().rstrip(".")] if m["w"] else None
    return _day_piece(m, found, weekday)


def _day_month(m: Match, now: datetime) -> Piece | None:
    if m["d"].isalpha() and not m["of"] and not m.group().lower().startswith("the "):
        return None
    return _month_day(m, now)


def _numeric(m: Match, now: datetime) -> Piece | None:
    first, second = int(m["a"]), int(m["b"])
    year = int(m["y"])
    if len(m["y"]) == 2:
        year += 2000 if year < 70 else 1900
    weekday = WEEKDAYS[m["w"].lower().rstrip(".")] if m["w"] else None
    orders = [(second, first), (first, second)] if m["s"] == "." else [(first, second), (second, first)]
    for month, day in orders:
        if (found := day_of(year, month, day)) is not None:
            return _day_piece(m, found, weekday)
    return None


_RATIO_LEAD = re.compile(
    r"(?:\b(?:step|page|part|of|version|v|ratio|scored|score|chapter|item|about|for|try|bun/cr)\s+)$", re.I
)
_DATE_LEAD_SHORT = re.compile(
    r"\b(?:on|by|until|till|before|since|from|after|back|through|due|between|around)\s+$", re.I
)


def _numeric_short(m: Match, now: datetime) -> Piece | None:
    first, second = int(m["a"]), int(m["b"])
    led = bool(m["w"]) or bool(_DATE_LEAD_SHORT.search(m.string[: m.start()]))
    alone = not m.string[: m.start()].strip() and not m.string[m.end() :].strip()
    if not led and not alone and (_RATIO_LEAD.search(m.string[: m.start()]) or max(first, second) <= 12):
        return None
    if m["s"] == "-" and not (led or alone):
        return None
    for month, day in ((first, second), (second, first)):
        if month <= 12 and day <= 31 and (found := nearest_year(month, day, now.date())):
            return _day_piece(m, found, WEEKDAYS[m["w"].lower().rstrip(".")] if m["w"] else None)
    return None


def _compact(m: Match, now: datetime) -> Piece | None:
    return _day_piece(m, day_of(int(m["y"]), int(m["m"]), int(m["d"])))


_AFTER_THE_NTH = re.compile(
    r"(?:\s*(?:$|[.,;:!?)\n]|-\s)|\s+(?:at|by|in the|and|or|to|until|till|between|around|for|if|when|so|because|then|day of|"
    r"from|but|with|through|as|we|i|you|\d))",
    re.IGNORECASE,
)


def _the_nth(m: Match, now: datetime) -> Piece | None:
    if not _AFTER_THE_NTH.match(m.string[m.end() :]):
        return None
    number = _ordinal(m["d"])
    today = now.date()
    for months in range(3):
        first = add_months(today.replace(day=1), months)
        found = day_of(first.year, first.month, number)
        if found is not None and found >= today:
            return _day_piece(m, found)
    return None


def _nth_of_period(m: Match, now: datetime) -> Piece | None:
    offset = {"next": 1, "following": 1, "coming": 1, "last": -1, "previous": -1}.get(
        (m["which"] or "").lower(), 0
    )
    first, _ = period_of("month", offset, now.date())
    return _day_piece(m, day_of(first.year, first.month, _ordinal(m["d"])))


def _weekday_nth(m: Match, now: datetime) -> Piece | None:
    weekday, number = WEEKDAYS[m["w"].lower().rstrip(".")], _ordinal(m["d"])
    today = now.date()
    for months in range(-1, 12):
        first = add_months(today.replace(day=1), months)
        found = day_of(first.year, first.month, number)
        if found is not None and found.weekday() == weekday and (found - today).days > -20:
            return _day_piece(m, found, weekday)
    return _the_nth_anyway(m, number, weekday, today)


def _the_nth_anyway(m: Match, number: int, weekday: int, today: date) -> Piece | None:
    first = today.replace(day=1) if number >= today.day else add_months(today.replace(day=1), 1)
    return _day_piece(m, day_of(first.year, first.month, number), weekday)


_SHORT_WEEKDAYS = frozenset(
    {"sat", "sun", "mon", "wed", "weds", "thu", "tue", "fri", "tues", "thur", "thurs"}
)
_DAY_LEAD = re.compile(
    r"\b(?:on|by|until|till|before|since|from|next|this|last|after|every|to|or|and|eod|cob|around|for)[ ,]+$",
    re.IGNORECASE,
)


def _weekday(m: Match, now: datetime) -> Piece | None:
    word, which = m["w"].rstrip("."), (m["which"] or "").lower()
    text = m.string
    if not which and word in _SHORT_WEEKDAYS and not _stands_as_day(text, m):
        return None
    if (
        not which
        and word in ("Sun", "Sat", "sat", "sun")
        and re.match(r"\s+[a-z]", text[m.end() :])
        and word.islower()
    ):
        return None
    weekday, today = WEEKDAYS[word.lower()], now.date()
    if which in ("last", "past", "previous"):
        return _day_piece(
            m, next_weekday(weekday, today, weeks=-1) if weekday != today.weekday() else today - timedelta(7)
        )
    if which in ("next", "following"):
        return _day_piece(m, monday_of(today) + timedelta(weeks=1, days=weekday))
    if which in ("this", "current"):
        return _day_piece(m, monday_of(today) + timedelta(days=weekday))
    return _day_piece(m, next_weekday(weekday, today))


def _stands_as_day(text: str, m: Match) -> bool:
    if _DAY_LEAD.search(text[: m.start()]) or (not text[: m.start()].strip() and not text[m.end() :].strip()):
        return True
    return bool(re.match(r",?\s+(?:\d|at\b|morning|afternoon|evening|night)", text[m.end() :], re.IGNORECASE))


def _weekday_of_week(m: Match, now: datetime) -> Piece | None:
    offset = {"next": 1, "following": 1, "coming": 1, "last": -1, "previous": -1}.get(m["which"].lower(), 0)
    first, _ = period_of("week", offset, now.date())
    return _day_piece(m, first + timedelta(days=WEEKDAYS[m["w"].lower().rstrip(".")]))


def _weekday_later(m: Match, now: datetime) -> Piece | None:
    weekday = WEEKDAYS[m["w"].lower().rstrip(".")]
    weeks = 1 if not m["n"] else int(_number(m["n"]))
    return _day_piece(m, next_weekday(weekday, now.date(), weeks=weeks))


_RELATIVE_DAYS = {"today": 0, "tonight": 0, "tonite": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1, "yesterday": -1}


def _relative_day(m: Match, now: datetime) -> Piece | None:
    word = m["r"].lower()
    day = now.date() + timedelta(days=_RELATIVE_DAYS[word])
    if m["beyond"]:
        day += timedelta(days=1 if _RELATIVE_DAYS[word] > 0 else -1)
    if word in ("tonight", "tonite"):
        return Piece(m.start(), m.end(), Kind.DAY, day=day, clock=time(18), until=time(23, 59))
    return _day_piece(m, day)


def _last_night(m: Match, now: datetime) -> Piece | None:
    return _day_piece(m, now.date() - timedelta(days=1))


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
    month, today = _month(word), now.date()
    which = (m["which"] or "").lower()
    year = _year(m["y"]) or today.year
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
        return _period_piece(m, days)
    which = (
        "end"
        if re.search(r"end|late|close|eo|last", part)
        else "start"
        if re.search(r"begin|start|early|bo", part)
        else "mid"
    )
    return _period_piece(m, part_of(*days, which))


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
    if "after next" in which or re.match(r"\s+after next\b", m.string[m.end() :], re.IGNORECASE):
        offset = 2
    return _part_piece(m, period_of(unit, offset, now.date()))


def _end_of_short(m: Match, now: datetime) -> Piece | None:
    unit = {"w": "week", "m": "month", "q": "quarter", "y": "year"}[m["unit"].lower()]
    first, last = period_of(unit, 0, now.date())
    return _period_piece(
        m, part_of(first, last, "end" if m.group().lower().lstrip("the ").startswith("e") else "start")
    )


def _quarter(m: Match, now: datetime) -> Piece | None:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(m["q"].lower()) or int(
        re.sub(r"\D", "", m["q"])
    )
    year = _year(m["y"]) or now.year
    if len(m["y"] or "") == 2 and (m["y"] or "").isdigit():
        year = 2000 + int(m["y"])
    if not 1 <= number <= 4:
        return None
    first = date(year, number * 3 - 2, 1)
    return _part_piece(m, (first, add_months(first, 3) - timedelta(days=1)))


def _year_alone(m: Match, now: datetime) -> Piece | None:
    year = int(m["y"])
    return _part_piece(m, (date(year, 1, 1), date(year, 12, 31)))


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def _season(m: Match, now: datetime) -> Piece | None:
    year = _year(m["y"]) or now.year
    month = _SEASONS[m["season"].lower()]
    if not m["y"] and month + 2 < now.month:
        year += 1
    first = date(year, month, 1)
    return _part_piece(m, (first, add_months(first, 3) - timedelta(days=1)))


_HOLIDAYS = {
    "christmas": (12, 25), "xmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "new year's": (1, 1), "new year's day": (1, 1), "new year": (1, 1),
    "new year's eve": (12, 31), "halloween": (10, 31), "valentine's day": (2, 14),
}  # fmt: skip


def _holiday(m: Match, now: datetime) -> Piece | None:
    month, day = _HOLIDAYS[m["h"].lower().replace("’", "'")]
    year = _year(m["y"])
    return _day_piece(m, day_of(year, month, day) if year else nearest_year(month, day, now.date()))


def _nth_weekday_of_month(m: Match, now: datetime) -> Piece | None:
    weekday = WEEKDAYS[m["w"].lower().rstrip(".")]
    if m["mon"]:
        start = nearest_year(_month(m["mon"]), 1, now.date())
        if start is None:
            return None
        first = start.replace(year=_year(m["y"]) or start.year)
    else:
        offset = {"next": 1, "following": 1, "last": -1, "previous": -1}.get((m["which"] or "").lower(), 0)
        first, _ = period_of("month", offset, now.date())
    if m["nth"].lower() == "last":
        last = add_months(first, 1) - timedelta(days=1)
        return _day_piece(m, last - timedelta(days=(last.weekday() - weekday) % 7), weekday)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (_ordinal(m["nth"]) - 1))
    return _day_piece(m, day, weekday)


def _week_of(m: Match, now: datetime) -> Piece | None:
    day = nearest_year(_month(m["mon"]), _ordinal(m["d"]), now.date())
    return None if day is None else _period_piece(m, (monday_of(day), monday_of(day) + timedelta(days=6)))


def _day_range(m: Match, now: datetime) -> Piece | None:
    month, year = _month(m["mon"]), _year(m["y"])
    if not m["y"] and m["mon"].islower() and m["mon"] in ("may", "march", "mar"):
        return None
    first = (
        nearest_year(month, _ordinal(m["d"]), now.date())
        if year is None
        else day_of(year, month, _ordinal(m["d"]))
    )
    last = day_of(first.year, month, _ordinal(m["d2"])) if first else None
    return None if first is None or last is None or last < first else _period_piece(m, (first, last))


# --- waits -----------------------------------------------------------------------------------


def _shifted(now: datetime, amount: float, unit: str, sign: int = 1) -> datetime:
    if unit in ("month", "quarter", "year"):
        months = {"month": 1, "quarter": 3, "year": 12}[unit] * amount * sign
        whole = int(months)
        moved = add_months(now.date(), max(-12000, min(12000, whole)))
        return datetime.combine(moved, now.timetz()) + timedelta(days=round((months - whole) * 30))
    seconds = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "fortnight": 1209600}[
        unit
    ]
    return now + timedelta(seconds=seconds * min(amount, 1e5) * sign)


def _amounts(m: Match) -> tuple[float, float, str]:
    low = _number(m["n"])
    high = _number(m["n2"]) if m["n2"] else low
    if m["half"]:
        low, high = low + 0.5, high + 0.5
    return low, max(low, high), UNIT_OF[m["unit"].lower()]


def _wait_from_now(m: Match, now: datetime) -> Piece | None:
    """Read *in two days*, *within 24 hours*, *2 weeks from now*, *over the next 3 days*."""
    low, high, unit = _amounts(m)
    lead = (m["lead"] or "").lower()
    working = bool(
        m["working"] and re.match(r"business|working|work|banking|week", m["working"], re.IGNORECASE)
    )
    begin = (
        now
        if re.match(r"within|over|inside|during|for|next|no|not|under|less|up", lead)
        else _shifted(now, low, unit)
    )
    finish = _shifted(now, high, unit)
    if working and unit == "day":
        first = add_working_days(now.date(), int(low), days=(0, 1, 2, 3, 4), holidays=frozenset())
        last = add_working_days(now.date(), int(high), days=(0, 1, 2, 3, 4), holidays=frozenset())
        begin = begin if begin == now else datetime.combine(first, now.timetz())
        finish = datetime.combine(last, now.timetz())
    if unit in ("day", "week", "fortnight", "month", "quarter", "year"):
        finish = datetime.combine(finish.date(), time(23, 59), finish.tzinfo)
    return Piece(m.start(), m.end(), Kind.SPAN, begin=begin, finish=finish, working=working)


def _wait_ago(m: Match, now: datetime) -> Piece | None:
    low, high, unit = _amounts(m)
    return Piece(
        m.start(),
        m.end(),
        Kind.SPAN,
        begin=_shifted(now, high, unit, -1),
        finish=_shifted(now, low, unit, -1),
    )


def _last_units(m: Match, now: datetime) -> Piece | None:
    low, _, unit = _amounts(m)
    return Piece(
        m.start(), m.end(), Kind.SPAN, begin=_shifted(now, low, unit, -1), finish=now - timedelta(seconds=1)
    )


def _bare_wait(m: Match, now: datetime) -> Piece | None:
    return Piece(m.start(), m.end(), Kind.WAIT, working=bool(m["working"]))


# --- clocks ----------------------------------------------------------------------------------


def _clock_time(hour: str, minute: str | None, half: str | None) -> time | None:
    h, minutes = int(_number(hour)), int(minute or 0)
    if half:
        if not 1 <= h <= 12:
            h = h if h < 24 else 99
        elif half.lower().startswith("p"):
            h = h % 12 + 12
        else:
            h %= 12
    return time(h, minutes) if h < 24 and minutes < 60 else None


def _likely(clock: time | None) -> time | None:
    """Read an hour from 1 to 6 without am or pm as afternoon: nobody promises for 4 in the night."""
    if clock is not None and 1 <= clock.hour <= 6:
        return clock.replace(hour=clock.hour + 12)
    return clock


def _clock(m: Match, now: datetime) -> Piece | None:
    clock = _clock_time(m["h"], m["min"], m["half"])
    return None if clock is None else Piece(m.start(), m.end(), Kind.CLOCK, clock=clock, zone=m["zone"] or "")


def _clock_24(m: Match, now: datetime) -> Piece | None:
    clock = _clock_time(m["h"], m["min"], None)
    if clock is not None and len(m["h"]) == 1:
        clock = _likely(clock)
    return None if clock is None else Piece(m.start(), m.end(), Kind.CLOCK, clock=clock, zone=m["zone"] or "")


def _weak_clock(m: Match, now: datetime) -> Piece | None:
    clock = _likely(_clock_time(m["h"], m["min"], None))
    if clock is None or clock.hour > 23:
        return None
    return Piece(m.start(), m.end(), Kind.CLOCK, clock=clock, weak=True, zone=m["zone"] or "")


def _clock_words(m: Match, now: datetime) -> Piece | None:
    word = m["word"].lower()
    clock = time(0) if "midnight" in word or "mid night" in word else time(12)
    return Piece(m.start(), m.end(), Kind.CLOCK, clock=clock, zone=m["zone"] or "")


def _past_or_to(m: Match, now: datetime) -> Piece | None:
    amount = m["amount"].lower()
    minutes = 30 if amount == "half" else 15 if "quarter" in amount else int(_number(amount))
    base = _clock_time(m["h"], None, m["half"]) if m["h"] else time(12)
    if base is None:
        return None
    base = base if m["half"] or not m["h"] else _likely(base) or base
    total = base.hour * 60 + base.minute + (minutes if re.match(r"past|after", m["dir"], re.I) else -minutes)
    clock = time(total // 60 % 24, total % 60)
    return Piece(m.start(), m.end(), Kind.CLOCK, clock=clock)


def _clock_range(m: Match, now: datetime) -> Piece | None:
    half, half2 = m["half"], m["half2"]
    has_minutes = bool(m["min"] or m["min2"])
    led = bool(m["lead"])
    if not (half or half2 or has_minutes) and not led:
        return None
    first = _clock_time(
        m["h"], m["min"], half or (half2 if int(_number(m["h"])) <= int(_number(m["h2"])) else None)
    )
    last = _clock_time(m["h2"], m["min2"], half2)
    if first is None or last is None:
        return None
    weak = not (half or half2 or has_minutes)
    if not (half or half2):
        first, last = _likely(first) or first, _likely(last) or last
    return Piece(m.start(), m.end(), Kind.CLOCK, clock=first, until=last, weak=weak, zone=m["zone"] or "")


def _part_of_day(m: Match, now: datetime) -> Piece | None:
    first, last = PARTS[m["part"].lower()]
    until = time(23, 59) if last == 24 else time(last)
    which = (m["which"] or "").lower()
    if which in ("this", "later this"):
        return Piece(m.start(), m.end(), Kind.DAY, day=now.date(), clock=time(first), until=until)
    return Piece(m.start(), m.end(), Kind.PART, clock=time(first), until=until)


def _end_of_day(m: Match, now: datetime) -> Piece | None:
    clock = (
        time(17, 0) if re.search(r"business|play|cob|work|office", m.group(), re.IGNORECASE) else time(23, 59)
    )
    if re.search(r"beginning|start", m.group(), re.IGNORECASE):
        clock = time(9)
    day = (
        now.date()
        if re.search(r"\b(?:the|this|of) day|today|eod|cob|business", m.group(), re.IGNORECASE)
        else None
    )
    return Piece(m.start(), m.end(), Kind.CLOCK, clock=clock, day=day, end_of_day=True, zone=m["zone"] or "")


def _vague(m: Match, now: datetime) -> Piece | None:
    return Piece(m.start(), m.end(), Kind.VAGUE)


def _habit(m: Match, now: datetime) -> Piece | None:
    return Piece(m.start(), m.end(), Kind.HABIT)


_WITH_W = rf"(?:(?:(?:this|next|on) )?(?P<w>{_WEEKDAY})[,\s]+(?:the )?)?"
_OPT_ZONE = rf"(?:\s?\(?(?P<zone>{_ZONE})\)?)?"
_PART_LEAD = (
    r"(?:the )?(?:(?:very )?(?P<part>beginning|start|end|middle|close|early|mid|late|mid-|later?|first half|second half|"
    r"first part|second part|last days|first days|latter part)(?: (?:part )?(?:of|in|on))?[ -](?:the )?)?"
)

_TABLE: tuple[tuple[str, Reader], ...] = (
    (
        rf"{_LOOSE}(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})(?![\d-])"
        r"(?:(?:T|\s+)(?P<H>\d{1,2}):(?P<M>\d\d)(?::\d\d(?:\.\d{1,6})?)?(?P<z>Z)?)?",
        _iso,
    ),
    (rf"{_BEFORE}{_WITH_W}(?P<mon>{_MONTH})[\s./-]{{0,3}}(?:the\s+)?(?P<d>{_DAY})(?![\d%]|:\d|\.\d|\s?(?:am|pm)\b)(?:[\s,./-]{{1,3}}(?:of )?(?P<y>{_YEAR}))?", _month_day),
    (rf"{_BEFORE}{_WITH_W}(?:the\s+)?(?P<d>{_DAY})(?:\s+day)?[\s./-]{{0,3}}(?P<of>of\s+)?(?P<mon>{_MONTH})(?!\w)(?:[\s,./-]{{0,3}}(?:of )?(?P<y>{_YEAR}))?", _day_month),
    (rf"{_BEFORE}{_WITH_W}(?P<a>\d{{1,2}})\s?(?P<s>[/.-])\s?(?P<b>\d{{1,2}})\s?(?P=s)\s?(?P<y>(?:19|20)\d\d|\d\d)(?![\d/%-]|\.\d)", _numeric),
    (rf"{_BEFORE}{_WITH_W}(?P<a>\d{{1,2}})\s?(?P<s>[/-])\s?(?P<b>\d{{1,2}})(?![\d/%-]|[.,]\d|:\d|\s?(?:am|pm|{_UNIT}))(?<!24/7)", _numeric_short),
    (r"(?<![\w])(?P<y>20[0-4]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\w)", _compact),
    (rf"{_BEFORE}(?:on |by |until |before |after |from |since )?the (?P<d>\d{{1,2}}(?:st|nd|rd|th))(?![\w-])", _the_nth),
    (rf"{_BEFORE}(?:the )?(?P<d>{_ORDINAL})(?: day)? of (?:the |this )?(?:(?P<which>{_NEXT}|{_LAST}|current) )?month\b", _nth_of_period),
    (rf"{_BEFORE}(?P<w>{_WEEKDAY}),?\s+(?:the\s+)?(?P<d>\d{{1,2}}(?:st|nd|rd|th)|(?:3[01]|2\d|1[3-9])(?![\d:/.%-])|(?<=the )(?:{_either(ORDINALS)}))(?![\w])(?!\s?(?:am|pm|:))", _weekday_nth),
    (rf"{_BEFORE}(?:(?P<which>{_NEXT}|{_LAST}|this|current)\s+)?(?P<w>{_WEEKDAY})(?![\w])", _weekday),
    (rf"{_BEFORE}(?P<w>{_WEEKDAY})(?:,| of| in| -)? (?:the )?(?P<which>{_NEXT}|{_LAST}|this) week\b", _weekday_of_week),
    (rf"{_BEFORE}(?P<which>{_NEXT}|{_LAST}|this) week(?:'s| on| -)? (?P<w>{_WEEKDAY})(?!\w)", _weekday_of_week),
    (rf"{_BEFORE}(?:a week on (?P<w>{_WEEKDAY})(?P<n>zzz)?)(?!\w)", _weekday_later),
    (rf"{_BEFORE}(?P<w>{_WEEKDAY})(?P<n>zzz)? (?:week|after next)(?!\w)", _weekday_later),
    (rf"{_BEFORE}(?P<beyond>(?:the )?day (?:after|before) )?(?:later |first thing |early |late |mid )?(?P<r>today|tonight|tonite|tomorrow|tmrw|tmr|yesterday)(?!\w)", _relative_day),
    (rf"{_BEFORE}last night\b", _last_night),
    (rf"{_BEFORE}{_PART_LEAD}(?:(?P<which>{_NEXT}|{_LAST}|this) )?(?P<mon>{_MONTH})[,\s-]{{1,2}}(?:of )?(?P<y>{_YEAR})", _bare_month),
    (rf"\b(?:{_LEAD_FOR_MONTH})(?:the )?(?P<part>(?:beginning|start|end|middle) of )?(?P<mon>(?:{_either([w for w in MONTHS if len(w) > 3 or w in ('may', 'dec', 'nov', 'oct', 'feb', 'jan', 'aug', 'apr')])})\b)(?P<which>zzz)?(?P<y>zzz)?(?!\s*\d|['’]s|\w)", _bare_month),
    (rf"{_BEFORE}{_PART_LEAD}(?:(?P<which>this coming|{_NEXT}|{_LAST}|this|current|same) )?(?:working |work |business |calendar |fiscal |financial )?(?P<unit>{_PERIOD})(?:\s+after next)?(?!['’\w])", _named_period),
    (rf"{_BEFORE}(?:the )?(?:eo|bo)(?P<unit>[wmqy])(?!\w)", _end_of_short),
    (rf"{_BEFORE}{_PART_LEAD}q(?P<q>[1-4])(?:[ ,/-]{{0,2}}(?:of )?(?P<y>{_YEAR}|\d\d(?!\w)))?(?!\w)", _quarter),
    (rf"{_BEFORE}{_PART_LEAD}(?:the )?(?P<q>first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|qtr)(?: (?:of )?(?:the year|(?P<y>{_YEAR})))?(?!\w)", _quarter),
    (rf"{_BEFORE}(?P<part>beginning|start|end|middle|early|mid|late)(?: (?:of|in))?[ -](?P<y>(?:19|20)\d\d)(?![\d.,:/-]\d|\d)", _year_alone),
    (r"\b(?:in|since|by|until|till|before|after|during|from|year|of)(?: the year)? (?P<part>zzz)?(?P<y>(?:19[5-9]|20[0-4])\d)(?![\d.,:/-]\d|\d|\s?(?:%|users|people|items|pieces|orders|px|dollars|euros|usd|eur|kb|mb|gb))", _year_alone),
    (rf"{_BEFORE}{_PART_LEAD}(?:(?:this|next|last|the|in) )(?P<season>spring|summer|autumn|winter)(?: (?:of )?(?P<y>{_YEAR}))?(?!\w)", _season),
    (rf"{_BEFORE}{_PART_LEAD}(?P<season>spring|summer|autumn|fall|winter) (?:of )?(?P<y>{_YEAR})(?!\w)", _season),
    (rf"{_BEFORE}(?P<h>{_either({*_HOLIDAYS, *(h.replace(chr(39), '’') for h in _HOLIDAYS)})})(?: (?:of )?(?P<y>{_YEAR}))?(?!\w)", _holiday),
    (rf"{_BEFORE}(?:the )?(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<w>{_WEEKDAY}) (?:of|in) (?:(?:the |this )?(?:(?P<which>next|last|following|previous) )?month|(?P<mon>{_MONTH})(?:,? (?P<y>{_YEAR}))?)(?!\w)", _nth_weekday_of_month),
    (rf"{_BEFORE}(?:the )?week (?:of|beginning|commencing|starting) (?:the )?(?P<mon>{_MONTH}) (?:the )?(?P<d>{_DAY})(?!\w)", _week_of),
    (rf"{_BEFORE}(?:the )?week (?:of|beginning|commencing|starting) (?:the )?(?P<d>{_DAY}) (?:of )?(?P<mon>{_MONTH})(?!\w)", _week_of),
    (rf"{_BEFORE}(?:(?:from|between) )?(?:the )?(?P<d>{_DAY})\s?(?:-|–|to|and|thru|through|until|till)\s?(?:the )?(?P<d2>{_DAY}) (?:of )?(?P<mon>{_MONTH})(?:,? (?P<y>{_YEAR}))?(?!\w)", _day_range),
    (rf"{_BEFORE}(?:(?:from|between) )?(?P<mon>{_MONTH}) (?:the )?(?P<d>{_DAY})\s?(?:-|–|to|and|thru|through|until|till)\s?(?:the )?(?P<d2>{_DAY})(?!\d|:)(?:,? (?P<y>{_YEAR}))?(?!\w)", _day_range),
    (rf"{_BEFORE}(?P<lead>in|within(?: the next)?|within a maximum of|in under|in less than|over|over the next|(?:for |in |during |after )?the next|next|in the next|inside|no later than|not later than|in the coming|(?:in )?(?:the )?following|(?:the )?upcoming|(?:in )?about|after|in up to|up to|in around|in at most|in the course of) (?:about |around |approximately |roughly |at most |the next |up to |a maximum of |another |some )?{_RANGE}(?P<half> and an? half)?(?: more)?[ -]?(?P<working>{_WORKING})?(?P<unit>{_UNIT})(?P<zzz> and a half)?(?:['’](?= ))?(?:['’]? time)?(?!\w)", _wait_from_now),
    (rf"{_BEFORE}(?P<lead>zzz)?{_RANGE}(?P<half> and an? half)? ?(?P<working>{_WORKING})?(?P<unit>{_UNIT})(?: and a half)? (?:from (?:now|today)|hence|later)(?!\w)", _wait_from_now),
    (rf"{_BEFORE}(?P<lead>zzz)?(?P<n>{_NUMBER}) (?P<n2>zzz)?(?P<half>zzz)?(?P<working>zzz)?(?:upcoming|coming|following|next) (?P<unit>{_UNIT})", _wait_from_now),
    (rf"{_BEFORE}(?P<lead>in (?:the )?next|within the next|over the next|(?:in|within) the|within|over the coming)(?P<n2>zzz)?(?P<half>zzz)? (?P<n>a|one )?(?P<working>{_WORKING})?(?P<unit>hour|minute)(?!\w)", lambda m, now: _wait_unit(m, now)),
    (rf"{_BEFORE}{_RANGE}(?P<half> and a half)? ?(?P<working>{_WORKING})?(?P<unit>{_UNIT})(?: and a half)? (?:ago|back|earlier|before)(?!\w)", _wait_ago),
    (rf"{_BEFORE}(?:(?:in|over|during|for|within) )?(?:the )?{_LAST} (?P<n>{_NUMBER})(?P<n2>zzz)?(?P<half>zzz)? (?P<working>{_WORKING})?(?P<unit>{_UNIT})", _last_units),
    (rf"{_BEFORE}(?:(?:in|over|during) )(?:the )?{_LAST} (?:few|couple of) (?:{_UNIT})", _habit),
    (rf"{_BEFORE}{_RANGE}(?P<half> and an? half)?[ -]?(?P<working>{_WORKING})?(?P<unit>{_UNIT})(?: and a half)?(?!\w)", _bare_wait),
    (rf"{_BEFORE}(?P<h>\d{{1,2}}|{_HOUR})(?:[:.h](?P<min>[0-5]\d))?(?::[0-5]\d)?\s?(?P<half>{_HALF_DAY}){_OPT_ZONE}(?!\w)", _clock),
    (rf"{_BEFORE}(?P<h>[01]?\d|2[0-3])(?:h|:)(?P<min>[0-5]\d)(?::[0-5]\d)?(?:\s?(?:hrs|hours|h|uhr|o'clock))?{_OPT_ZONE}(?![\w:/%]|[.,]\d)", _clock_24),
    (rf"{_BEFORE}(?P<h>{_HOUR})(?P<min>zzz)? ?o['’]?clock{_OPT_ZONE}(?!\w)", _clock_24),
    (rf"{_BEFORE}(?P<h>[01]?\d|2[0-3])(?P<min>zzz)?h(?P<zone>zzz)?(?!\w)", _weak_clock),
    (rf"{_LOOSE}(?:at|@|around|about|by|before|until|till|after) (?P<h>{_HOUR})(?:[:.](?P<min>[0-5]\d))?{_OPT_ZONE}(?![\w$€£%]|[.,:/-]\d|-|\s(?:{_UNIT}|of|%|percent|more|other|different|users|people|times))", _weak_clock),
    (rf"{_BEFORE}(?:12 )?(?P<word>noon|midday|mid-day|midnight|mid night){_OPT_ZONE}(?!\w)", _clock_words),
    (rf"{_BEFORE}(?P<amount>half|{_MINUTES}|thirty)(?: minutes?| mins?)? (?P<dir>past|to|after|before|till) (?:(?P<h>{_HOUR})(?: ?(?P<half>{_HALF_DAY}))?|noon|midday)(?![\w:.-])(?! (?:{_UNIT}|people|users))", _past_or_to),
    (rf"{_BEFORE}(?P<lead>from |between |in between )?(?P<h>{_HOUR})(?:[:.](?P<min>[0-5]\d))?\s?(?P<half>{_HALF_DAY})?\s?(?:-|–|—|to|and|until|till|through)\s?(?P<h2>{_HOUR})(?:[:.](?P<min2>[0-5]\d))?\s?(?P<half2>{_HALF_DAY})?{_OPT_ZONE}(?![\w%$€£/:-]|\.\d|\s(?:{_UNIT}|of|users|people|%))", _clock_range),
    (rf"{_BEFORE}(?:in the |at )?(?:(?P<which>later this|this|early|late|mid) ?)?(?P<part>morning|afternoon|evening|night|lunchtime|lunch)(?!\w)", _part_of_day),
    (rf"{_BEFORE}(?:the )?(?:end of (?:the |this |your |our |each )?(?:business|working|work)? ?(?:day)?|close of (?:business|play|the day|day)|eod|e\.o\.d\.|cob|c\.o\.b\.|beginning of (?:the )?day|start of (?:the )?(?:day|business)){_OPT_ZONE}(?!\w)", _end_of_day),
    (rf"(?<![\w-])(?:{'|'.join(VAGUE)})(?!\w)", _vague),
    (rf"{_BEFORE}(?:every|each|any|all)(?: other| single| few)? (?:{_WEEKDAY}|{_UNIT}|{_PERIOD}|morning|afternoon|evening|night|weekday)", _habit),
    (rf"{_BEFORE}(?:{_either([w for w in WEEKDAYS if len(w) > 5])})s(?!\w)", _habit),
)  # fmt: skip


def _wait_unit(m: Match, now: datetime) -> Piece | None:
    unit = UNIT_OF[m["unit"].lower()]
    return Piece(m.start(), m.end(), Kind.SPAN, begin=now, finish=_shifted(now, 1, unit))


PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _TABLE
)
CUE = re.compile(
    r"\d|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|today|ton|tom|tm|yest|day|week|"
    r"month|quarter|year|hour|minute|min|sec|fortnight|noon|mid|morning|after|even|night|lunch|end of|eo|bo|cob|close|"
    r"soon|asap|a\.s|short|conven|opport|future|due|good time|no time|while|bit|moment|timely|delay|coming|before|ere|"
    r"pres|event|prompt|some|when|with|in|at|as|so|down|later|until|spring|summer|autumn|fall|winter|q[1-4]|christ|xmas|box|"
    r"new y|hallo|valen|half|first|second|third|last|next|noon|every|each|o'clock)",
    re.IGNORECASE,
)
