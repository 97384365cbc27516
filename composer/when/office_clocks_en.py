"""English times of the day without a clean clock: *half four*, *1730*, *11.30*, *5ish*, *by close*, *before dark*."""
# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one

import re
from datetime import datetime, time, timedelta

from composer.when.fragments_en import (
    BEFORE,
    DAY_BEFORE,
    HOUR,
    OPT_ZONE,
    STOP,
    WEEKDAY,
    Match,
    Reader,
    after,
    before,
    number_of,
)
from composer.when.piece import Kind, Piece

_DAY_ENDS = time(23, 59)
_LATEST_AFTERNOON = 6
# Meals and the light: when they begin and end.
_MEALS = {
    "breakfast": (time(8), time(9)),
    "lunch": (time(12), time(14)),
    "lunchtime": (time(12), time(14)),
    "noonish": (time(12), time(13)),
    "tea": (time(17), time(18)),
    "teatime": (time(17), time(18)),
    "dinner": (time(18), time(21)),
    "dinnertime": (time(18), time(21)),
    "supper": (time(18), time(20)),
    "bedtime": (time(22), _DAY_ENDS),
    "dawn": (time(6), time(8)),
    "daybreak": (time(6), time(8)),
    "sunrise": (time(6), time(8)),
    "light": (time(6), time(8)),
    "dusk": (time(18), time(20)),
    "sunset": (time(18), time(20)),
    "sundown": (time(18), time(20)),
    "nightfall": (time(20), time(22)),
    "dark": (time(20), _DAY_ENDS),
    "close": (time(17), _DAY_ENDS),
    "closing": (time(17), _DAY_ENDS),
}
_PARTS = {"morning": time(12), "afternoon": time(17), "evening": time(21)}
_NO_LATER_MEAL = {"breakfast": time(12), "lunch": time(17), "lunchtime": time(17)}


def _clock(m: Match, begin: time, end: time, *, weak: bool = False) -> Piece:
    return Piece(m.start(), m.end(), Kind.CLOCK, clock=begin, until=end, end_of_day=True, weak=weak)


def _by_meal(m: Match, now: datetime) -> Piece | None:
    """Read *by lunch*, *before dark*, *after lunch*, *over lunch*: today, or the day named beside it."""
    lead, part = m["lead"].lower(), re.split(r"[ -]", m["part"].lower().removesuffix(" time"))[-1]
    begins, ends = _MEALS[part]
    if lead.endswith("after"):
        return _clock(m, ends, _NO_LATER_MEAL.get(part, _DAY_ENDS))
    if lead.endswith(("by", "before", "prior to", "until", "till", "at the latest")):
        return _clock(m, min(time(8), begins), begins)
    return _clock(m, begins, ends, weak=lead == "at" and part not in ("dusk", "nightfall", "noonish"))


def _by_part(m: Match, now: datetime) -> Piece | None:
    """Read *by mid-afternoon*, *before the evening*."""
    return _clock(m, time(8), _PARTS.get(re.split(r"[ -]", m["part"].lower())[-1], _DAY_ENDS))


def _at_an_end(m: Match, now: datetime) -> Piece | None:
    """Read *first thing on Monday*, *last thing today*, *in the small hours*."""
    word = m["which"].lower()
    if word == "first":
        return _clock(m, time(7), time(12), weak=True)
    if word == "last":
        return _clock(m, time(16), time(18), weak=True)
    return _clock(m, time(0), time(6))


def _half_past(m: Match, now: datetime) -> Piece | None:
    """Read *at half four*, *half three tomorrow* as the British say it: half an hour past."""
    hour = int(number_of(m["h"]))
    if not 1 <= hour <= 12:
        return None
    hour += 12 if hour <= _LATEST_AFTERNOON else 0
    return Piece(m.start(), m.end(), Kind.CLOCK, clock=time(hour, 30), weak=not m["lead"])


def _past_this_hour(m: Match, now: datetime) -> Piece | None:
    """Read *at half past*, *by quarter to*: the next such minute."""
    minute = 30 if m["part"].lower() == "half" else 15 if m["dir"].lower() == "past" else 45
    moment = now.replace(minute=minute, second=0, microsecond=0)
    if moment <= now:
        moment += timedelta(hours=1)
    return Piece(m.start(), m.end(), Kind.SPAN, begin=moment, finish=moment)


# "1730 units", "at 1500": a number; "at 1730" and, beside a day, any clock of four figures is a time.
_COUNTED = re.compile(
    r"\s?(?:[%€$£]|[a-z]+s\b(?<! is)|(?:rpm|euro|usd|eur|gbp|percent|mb|gb|kb)\b)", re.IGNORECASE
)
_DAY_AFTER = re.compile(rf"(?: on)? (?:to-?morrow|to-?day|tonight|{WEEKDAY})\b", re.IGNORECASE)


def _four_figures(m: Match, now: datetime) -> Piece | None:
    if _COUNTED.match(after(m)):
        return None
    beside_day = DAY_BEFORE.search(before(m)) or _DAY_AFTER.match(after(m))
    is_year = m["h"] in ("19", "20")
    if not beside_day and (not m["lead"] or is_year or m["min"] == "00"):
        return None
    return Piece(m.start(), m.end(), Kind.CLOCK, clock=time(int(m["h"]), int(m["min"])), zone=m["zone"] or "")


def _dotted(m: Match, now: datetime) -> Piece | None:
    """Read *Tuesday 11.30*, *from 5.30 tomorrow*: beside a day only, as a price looks the same."""
    if not (DAY_BEFORE.search(before(m)) or m["lead"]) or int(m["h"]) > 23:
        return None
    return Piece(m.start(), m.end(), Kind.CLOCK, clock=time(int(m["h"]), int(m["min"])), weak=True)


def _about(m: Match, now: datetime) -> Piece | None:
    hour = int(number_of(m["h"]))
    if not 1 <= hour <= 12:
        return None
    return Piece(m.start(), m.end(), Kind.CLOCK, clock=time(hour + 12 if hour <= _LATEST_AFTERNOON else hour))


def _hours_of_day(m: Match, now: datetime) -> Piece | None:
    """Read the *8-12* of *tomorrow 8-12*."""
    first, last = int(m["h"]), int(m["h2"])
    if not DAY_BEFORE.search(before(m)) or not first < last < 24:
        return None
    return Piece(m.start(), m.end(), Kind.CLOCK, clock=time(first), until=time(last), weak=True)


_LEAD = r"(?P<lead>at|by|before|until|till|from|around|about|after|for)"
_LIGHT = r"dawn|daybreak|sunrise|first light|dusk|sunset|sundown|nightfall|(?:it['’]s |it gets |it is )?dark"
_MEAL = r"breakfast|lunch(?:[ -]?time)?|supper|dinner(?:[ -]?time)?|tea(?:[ -]?time)?|bedtime|noonish"
PATTERNS: tuple[tuple[str, Reader], ...] = (
    (rf"{BEFORE}(?P<lead>by|before|prior to|until|till|at|over|during|around|about|(?:right |just |straight )?after) (?:the |your |my |our )?(?P<part>{_MEAL}|{_LIGHT}){STOP}", _by_meal),
    (rf"{BEFORE}(?P<lead>by|before|until) (?P<part>close|closing(?: time|(?=\s*(?:[.,;:!?)]|$)| today| tomorrow))){STOP}", _by_meal),
    (rf"{BEFORE}(?P<lead>by|before|until|till) (?:the )?(?:early |late )?(?P<part>(?:mid[ -])?(?:afternoon|evening)|mid[ -]morning){STOP}", _by_part),
    (rf"{BEFORE}(?P<which>first|last) thing(?=,? (?:on |this |next )?(?:{WEEKDAY}|to-?day|to-?morrow|tmrw))(?!\w)", _at_an_end),
    (rf"{BEFORE}(?:in |during )?the (?P<which>small|early|wee) hours(?= of (?:{WEEKDAY}|to-?morrow|the \d)|\s*(?:[.,;:!?)]|$))", _at_an_end),
    (rf"{BEFORE}(?:(?P<lead>at|by|before|until|till|around|about|from) )?half (?P<h>[1-9]|1[0-2]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\w:.-]\w)(?! (?:of|day|hour|the)\b)(?!\w)", _half_past),
    (rf"{BEFORE}(?:at|by|before|until|till|around|about) (?:a )?(?P<part>half|quarter) (?P<dir>past|to){STOP}", _past_this_hour),
    (rf"{BEFORE}(?:{_LEAD} )?(?P<h>[01]\d|2[0-3])(?P<min>[0-5][05]){OPT_ZONE}(?![\w%$€£/-]|[.,:]\d)", _four_figures),
    (rf"{BEFORE}(?:{_LEAD} )?(?P<h>[01]?\d|2[0-3])\.(?P<min>[0-5]\d)(?![\w%$€£/-]|[.,:]\d)", _dotted),
    (rf"{BEFORE}(?:(?:at|by|before|around|about|from|till|until) )?(?P<h>{HOUR})-?ish(?!\w)", _about),
    (rf"{BEFORE}(?P<h>\d{{1,2}})\s?[-–]\s?(?P<h2>\d{{1,2}})(?![\w%$€£/:-]|[.,]\d)", _hours_of_day),
)  # fmt: skip
CUE = (
    *(
        "lunch",
        "dinner",
        "breakfast",
        "supper",
        "tea",
        "bedtime",
        "noonish",
        "dawn",
        "daybreak",
        "sunrise",
        "first light",
    ),
    *(
        "dusk",
        "sunset",
        "sundown",
        "nightfall",
        "dark",
        "close",
        "closing",
        "first thing",
        "last thing",
        "hours",
    ),
    *("half", "quarter past", "quarter to", "afternoon", "evening", "mid-", "mid ", "ish"),
    *(f"{hour:02}" for hour in range(24)),
    *(f".{tens}" for tens in range(6)),
    *("-0", "-1", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9"),
)
"""Every pattern of these needs one of these words or figures."""
