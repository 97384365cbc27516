"""English waits, clock times and vague words: *within two days*, *5 pm ET*, *soon*."""
# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one

import re
from datetime import datetime, time, timedelta

from composer.when.fragments_en import (
    BEFORE,
    HALF_DAY,
    HOUR,
    LAST,
    LOOSE,
    MINUTES,
    NUMBER,
    OPT_ZONE,
    PERIOD,
    RANGE,
    UNIT,
    WEEKDAY,
    WORKING,
    Match,
    Reader,
    after,
    either,
    number_of,
)
from composer.when.piece import Kind, Piece, add_months, add_working_days
from composer.when.words_en import PARTS, UNIT_OF, VAGUE, WEEKDAYS

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
    low = number_of(m["n"])
    high = number_of(m["n2"]) if m["n2"] else low
    if m["half"] or m.groupdict().get("more"):
        low, high = low + 0.5, high + 0.5
    return low, max(low, high), UNIT_OF[m["unit"].lower()]


def wait_from_now(m: Match, now: datetime) -> Piece | None:
    """Read *in two days*, *within 24 hours*, *2 weeks from now*, *over the next 3 days*."""
    low, high, unit = _amounts(m)
    lead = (m["lead"] or "").lower()
    working = bool(
        m["working"] and re.match(r"business|working|work|banking|week", m["working"], re.IGNORECASE)
    )
    begin = (
        now
        if re.match(r"within|w/in|over|inside|during|for|next|no|not|under|less|up", lead)
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


_SECOND_OF_ALL = re.compile(r"^(?:an? |another |one )?second$", re.IGNORECASE)


def _bare_wait(m: Match, now: datetime) -> Piece | None:
    if _SECOND_OF_ALL.match(m.group()) and re.match(r"\s+(?!or|and|while|later|ago|so|to\b)[a-z]", after(m)):
        return None
    return Piece(m.start(), m.end(), Kind.WAIT, working=bool(m["working"]))


def _wait_unit(m: Match, now: datetime) -> Piece | None:
    unit = UNIT_OF[m["unit"].lower()]
    return Piece(m.start(), m.end(), Kind.SPAN, begin=now, finish=_shifted(now, 1, unit))


# --- clocks ----------------------------------------------------------------------------------


def _clock_time(hour: str, minute: str | None, half: str | None) -> time | None:
    h, minutes = int(number_of(hour)), int(minute or 0)
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
    minutes = 30 if amount == "half" else 15 if "quarter" in amount else int(number_of(amount))
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
        m["h"], m["min"], half or (half2 if int(number_of(m["h"])) <= int(number_of(m["h2"])) else None)
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
        time(17, 0)
        if re.search(r"business|play|shift|cob|eob|e\.o\.b|work|office", m.group(), re.IGNORECASE)
        else time(23, 59)
    )
    if re.search(r"beginning|start", m.group(), re.IGNORECASE):
        clock = time(9)
    day = (
        now.date()
        if re.search(r"\b(?:the|this|of) day|today|eo[db]|cob|business|play|shift", m.group(), re.IGNORECASE)
        else None
    )
    return Piece(m.start(), m.end(), Kind.CLOCK, clock=clock, day=day, end_of_day=True, zone=m["zone"] or "")


def _vague(m: Match, now: datetime) -> Piece | None:
    return Piece(m.start(), m.end(), Kind.VAGUE)


def _habit(m: Match, now: datetime) -> Piece | None:
    return Piece(m.start(), m.end(), Kind.HABIT)


PATTERNS: tuple[tuple[str, Reader], ...] = (
    (rf"{BEFORE}(?P<lead>in|within(?: the next)?|w/in|within a maximum of|in under|in less than|over|over the next|(?:for |in |during |after )?the next|next|in the next|inside|no later than|not later than|in the coming|(?:in )?(?:the )?following|(?:the )?upcoming|(?:in )?about|after|in up to|up to|in around|in at most|in the course of) (?:about |around |approximately |roughly |at most |the next |up to |a maximum of |max(?:\.|imum)? |no more than |not more than |no longer than |less than |just |only |another |some )?{RANGE}(?P<half> and an? half)?(?: more)?[ -]?(?P<working>{WORKING})?(?P<unit>{UNIT})(?P<more> and a half)?(?:['’](?= ))?(?:['’]? time)?(?!\w)", wait_from_now),
    (rf"{BEFORE}(?P<lead>zzz)?{RANGE}(?P<half> and an? half)? ?(?P<working>{WORKING})?(?P<unit>{UNIT})(?: and a half)? (?:from (?:now|today)|hence|later)(?!\w)", wait_from_now),
    (rf"{BEFORE}(?P<lead>zzz)?(?P<n>{NUMBER}) (?P<n2>zzz)?(?P<half>zzz)?(?P<working>zzz)?(?:upcoming|coming|following|next) (?P<unit>{UNIT})", wait_from_now),
    (rf"{BEFORE}(?P<lead>in (?:the )?next|within the next|over the next|(?:in|within|inside) the|within|over the coming)(?P<n2>zzz)?(?P<half>zzz)? (?P<n>a|one )?(?P<working>{WORKING})?(?P<unit>hour|minute)(?!\w)", _wait_unit),
    (rf"{BEFORE}{RANGE}(?P<half> and a half)? ?(?P<working>{WORKING})?(?P<unit>{UNIT})(?: and a half)? (?:ago|back|earlier|before)(?!\w)", _wait_ago),
    (rf"{BEFORE}(?:(?:in|over|during|for|within) )?(?:the )?{LAST} (?P<n>{NUMBER})(?P<n2>zzz)?(?P<half>zzz)? (?P<working>{WORKING})?(?P<unit>{UNIT})", _last_units),
    (rf"{BEFORE}(?:(?:in|over|during) )(?:the )?{LAST} (?:few|couple of) (?:{UNIT})", _habit),
    (rf"{BEFORE}{RANGE}(?P<half> and an? half)?(?: more)?[ -]?(?P<working>{WORKING})?(?P<unit>{UNIT})(?: and a half)?(?!\w)", _bare_wait),
    (rf"{BEFORE}(?P<h>\d{{1,2}}|{HOUR})(?:[:.h ]?(?P<min>[0-5]\d))?(?::[0-5]\d)?\s?(?P<half>{HALF_DAY}){OPT_ZONE}(?!\w)", _clock),
    (rf"{BEFORE}(?P<h>[01]?\d|2[0-3])(?:h|:)(?P<min>[0-5]\d)(?::[0-5]\d)?(?:\s?(?:hrs|hours|h|uhr|o'clock))?{OPT_ZONE}(?![\w:/%]|[.,]\d)", _clock_24),
    (rf"{BEFORE}(?P<h>{HOUR})(?P<min>zzz)? ?o['’]?clock{OPT_ZONE}(?!\w)", _clock_24),
    (rf"{BEFORE}(?P<h>[01]?\d|2[0-3])(?P<min>zzz)?h(?P<zone>zzz)?(?!\w)", _weak_clock),
    (rf"{LOOSE}(?:at|@|around|about|by|before|until|till|after) (?P<h>{HOUR})(?:[:.](?P<min>[0-5]\d))?{OPT_ZONE}(?![\w$€£%]|[.,:/-]\d|-|\s(?:{UNIT}|of|%|percent|more|other|different|users|people|times))", _weak_clock),
    (rf"{BEFORE}(?:12 )?(?P<word>noon|midday|mid-day|midnight|mid night){OPT_ZONE}(?!\w)", _clock_words),
    (rf"{BEFORE}(?P<amount>half|{MINUTES}|thirty)(?: minutes?| mins?)? (?P<dir>past|to|after|before|till) (?:(?P<h>{HOUR})(?: ?(?P<half>{HALF_DAY}))?|noon|midday)(?![\w:-]|\.\d)(?! (?:{UNIT}|people|users))", _past_or_to),
    (rf"{BEFORE}(?P<lead>from |between |in between )?(?P<h>{HOUR})(?:[:.](?P<min>[0-5]\d))?\s?(?P<half>{HALF_DAY})?\s?(?:-|–|—|to|and|until|till|through)\s?(?P<h2>{HOUR})(?:[:.](?P<min2>[0-5]\d))?\s?(?P<half2>{HALF_DAY})?{OPT_ZONE}(?![\w%$€£/:-]|\.\d|\s(?:{UNIT}|of|users|people|%))", _clock_range),
    (rf"{BEFORE}(?:in the |at )?(?:(?P<which>later this|this|early|late|mid) ?)?(?P<part>morning|afternoon|evening|night|lunchtime|lunch)(?!\w)", _part_of_day),
    (rf"{BEFORE}(?:the )?(?:end of (?:the |this |your |our |each )?(?:business|working|work)? ?(?:day)?|(?:close|end) of (?:business|play|shift|the day|day)|eo[db]|e\.o\.[db]\.|cob|c\.o\.b\.|beginning of (?:the )?day|start of (?:the )?(?:day|business)){OPT_ZONE}(?!\w)", _end_of_day),
    (rf"{BEFORE}(?:every|each|any|all)(?: other| single| few)? (?:{WEEKDAY}|{UNIT}|{PERIOD}|morning|afternoon|evening|night|weekday)", _habit),
    (rf"{BEFORE}(?:{either([w for w in WEEKDAYS if len(w) > 5])})s(?!\w)", _habit),
)  # fmt: skip
NEEDS: dict[Reader, str] = {
    **dict.fromkeys((wait_from_now, _wait_unit, _wait_ago, _last_units, _bare_wait), "unit"),
    _clock: "am or pm",
    _clock_words: "noon",
    _part_of_day: "part of day",
    _end_of_day: "end of day",
    _habit: "habit",
}
"""What a text has to hold for a reader's patterns (see :mod:`composer.when.grammar_en`)."""
# Apart from the others: vague words are many and need none of the other patterns.
VAGUE_PATTERN: tuple[str, Reader] = (rf"(?<![\w-])(?:{'|'.join(VAGUE)})(?!\w)", _vague)
