"""English dates: *12 March*, *the 14th*, *next Tuesday*, *2026-03-12*."""
# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one

import re
from datetime import date, datetime, time, timedelta

from composer.when.fragments_en import (
    BEFORE,
    DAY,
    LAST,
    LOOSE,
    MONTH,
    NEXT,
    NUMBER,
    ORDINAL,
    UNIT,
    WEEKDAY,
    WITH_W,
    YEAR,
    Match,
    Reader,
    after,
    before,
    day_piece,
    either,
    month_of,
    number_of,
    ordinal_of,
    year_of,
)
from composer.when.piece import (
    Kind,
    Piece,
    add_months,
    day_of,
    monday_of,
    nearest_year,
    next_weekday,
    period_of,
)
from composer.when.words_en import ORDINALS, WEEKDAYS

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
    if m["y"] or re.search(r"\d(?:st|nd|rd|th)", m["d"]) or _DATE_LEAD.search(before(m)):
        return True
    if month[0].islower() or m["d"].isalpha():
        following = after(m)
        return not _VERB_AFTER_MAY.match(following) or _FINE_AFTER_MAY.match(following) is not None
    return True


def _month_day(m: Match, now: datetime) -> Piece | None:
    if not _is_month(m, m["mon"]):
        return None
    month, day, year = month_of(m["mon"]), ordinal_of(m["d"]), year_of(m["y"])
    found = day_of(year, month, day) if year else nearest_year(month, day, now.date())
    weekday = WEEKDAYS[m["w"].lower().rstrip(".")] if m["w"] else None
    return day_piece(m, found, weekday)


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
            return day_piece(m, found, weekday)
    return None


_RATIO_LEAD = re.compile(
    r"(?:\b(?:step|page|part|of|version|v|ratio|scored|score|chapter|item|about|for|try|bun/cr)\s+)$", re.I
)
_DATE_LEAD_SHORT = re.compile(
    r"\b(?:on|by|until|till|before|since|from|after|back|through|due|between|around|next|this)\s+$", re.I
)


def _numeric_short(m: Match, now: datetime) -> Piece | None:
    first, second = int(m["a"]), int(m["b"])
    led = bool(m["w"]) or bool(_DATE_LEAD_SHORT.search(before(m)))
    alone = not before(m).strip() and not after(m).strip()
    if not led and not alone and (_RATIO_LEAD.search(before(m)) or max(first, second) <= 12):
        return None
    if m["s"] == "-" and not (led or alone):
        return None
    for month, day in ((first, second), (second, first)):
        if month <= 12 and day <= 31 and (found := nearest_year(month, day, now.date())):
            return day_piece(m, found, WEEKDAYS[m["w"].lower().rstrip(".")] if m["w"] else None)
    return None


def _compact(m: Match, now: datetime) -> Piece | None:
    return day_piece(m, day_of(int(m["y"]), int(m["m"]), int(m["d"])))


_AFTER_THE_NTH = re.compile(
    r"(?:\s*(?:$|[.,;:!?)\n]|-\s)|\s+(?:at|by|in the|and|or|to|until|till|between|around|for|if|when|so|because|then|day of|"
    r"from|but|with|through|as|we|i|you|\d))",
    re.IGNORECASE,
)


_LED = re.compile(r"(?:on|by|until|before|after|from|since)\s", re.IGNORECASE)
_LED_BEFORE = re.compile(
    r"\b(?:till|to|for|around|about|through|as of|as early as|as late as|not later than|no later than|due|is|are|was|be|it['’]s|"
    r"until|and|or|-|–|(?:morning|afternoon|evening|night|day) of)\s+$",
    re.IGNORECASE,
)
_SPOKEN_OF_TIME = re.compile(
    r"\b(?:will|shall|should|going to|plan|expect|aim|arrives?|ships?|due|deadline|eta|delivery|date|released?|ready|starts?|ends?|"
    r"scheduled|available)\b|['’](?:ll|d)\b",
    re.IGNORECASE,
)


_OURS = re.compile(r"\b(?:i|we)\b", re.IGNORECASE)


def _names_a_day(m: Match) -> bool:
    """Tell the day of a month from a place in a row.

    It stands alone, behind a preposition, beside a plan, or in a sentence of ours (*we write the 14th*);
    *set something up the 21st* may be a slot or a day, so that nothing is read into it.
    """
    if _LED.match(m.group()) or not (before(m).strip() or after(m).strip(" .,!?")):
        return True
    if any(_SPOKEN_OF_TIME.search(near) for near in (before(m), after(m))) or _OURS.search(before(m)):
        return True
    return _LED_BEFORE.search(before(m)) is not None and "between" not in before(m).lower()


# "The 30th and 31st floors" are no days.
_COUNTS_THINGS = re.compile(
    r"(?:,? (?:and|or|to|through) (?:the )?\d{1,2}(?:st|nd|rd|th))+ (?:floor|level|street|avenue|grade|row|column|line|page|item|place)s?\b",
    re.IGNORECASE,
)


def _the_nth(m: Match, now: datetime) -> Piece | None:
    following = after(m)
    if not _AFTER_THE_NTH.match(following) or _COUNTS_THINGS.match(following) or not _names_a_day(m):
        return None
    number = ordinal_of(m["d"])
    today = now.date()
    for months in range(3):
        first = add_months(today.replace(day=1), months)
        found = day_of(first.year, first.month, number)
        if found is not None and found >= today:
            return day_piece(m, found)
    return None


def _nth_of_period(m: Match, now: datetime) -> Piece | None:
    offset = {"next": 1, "following": 1, "coming": 1, "last": -1, "previous": -1}.get(
        (m["which"] or "").lower(), 0
    )
    first, _ = period_of("month", offset, now.date())
    return day_piece(m, day_of(first.year, first.month, ordinal_of(m["d"])))


def _weekday_nth(m: Match, now: datetime) -> Piece | None:
    weekday, number = WEEKDAYS[m["w"].lower().rstrip(".")], ordinal_of(m["d"])
    today = now.date()
    for months in range(-1, 12):
        first = add_months(today.replace(day=1), months)
        found = day_of(first.year, first.month, number)
        if found is not None and found.weekday() == weekday and (found - today).days > -20:
            return day_piece(m, found, weekday)
    return _the_nth_anyway(m, number, weekday, today)


def _the_nth_anyway(m: Match, number: int, weekday: int, today: date) -> Piece | None:
    first = today.replace(day=1) if number >= today.day else add_months(today.replace(day=1), 1)
    return day_piece(m, day_of(first.year, first.month, number), weekday)


_SHORT_WEEKDAYS = frozenset(
    {"sat", "sun", "mon", "wed", "weds", "thu", "tue", "fri", "tues", "thur", "thurs"}
)
_DAY_LEAD = re.compile(
    r"\b(?:on|by|until|till|before|since|from|next|this|last|after|every|to|eod|cob|around|for)[ ,]+$",
    re.IGNORECASE,
)


def _weekday(m: Match, now: datetime) -> Piece | None:
    word, which = m["w"].rstrip("."), (m["which"] or "").lower()
    text = m.string
    if not which and word.lower() in _SHORT_WEEKDAYS and not _stands_as_day(text, m):
        return None
    if (
        not which
        and word in ("Sun", "Sat", "sat", "sun")
        and re.match(r"\s+(?!(?:morning|afternoon|evening|night|lunchtime|am|pm)\b)[a-z]", after(m))
        and word.islower()
    ):
        return None
    weekday, today = WEEKDAYS[word.lower()], now.date()
    if which in ("last", "past", "previous"):
        return day_piece(
            m, next_weekday(weekday, today, weeks=-1) if weekday != today.weekday() else today - timedelta(7)
        )
    if which in ("next", "following"):
        return day_piece(m, monday_of(today) + timedelta(weeks=1, days=weekday))
    if which in ("this", "current"):
        return day_piece(m, monday_of(today) + timedelta(days=weekday))
    return day_piece(m, next_weekday(weekday, today))


def _stands_as_day(text: str, m: Match) -> bool:
    if _DAY_LEAD.search(before(m)) or (not before(m).strip() and not after(m).strip()):
        return True
    return bool(
        re.match(
            r",?\s+(?:\d|at\b|morning|afternoon|evening|night|lunch|noon|am\b|pm\b)", after(m), re.IGNORECASE
        )
    )


def _weekday_of_week(m: Match, now: datetime) -> Piece | None:
    offset = {"next": 1, "following": 1, "coming": 1, "last": -1, "previous": -1}.get(m["which"].lower(), 0)
    first, _ = period_of("week", offset, now.date())
    return day_piece(m, first + timedelta(days=WEEKDAYS[m["w"].lower().rstrip(".")]))


def _weekday_later(m: Match, now: datetime) -> Piece | None:
    weekday = WEEKDAYS[m["w"].lower().rstrip(".")]
    weeks = 1 if not m["n"] else int(number_of(m["n"]))
    return day_piece(m, next_weekday(weekday, now.date(), weeks=weeks))


def _either_long() -> str:
    return "|".join(f"{word}" for word in WEEKDAYS if len(word) > 5)


def _weekdays_from_now(m: Match, now: datetime) -> Piece | None:
    weeks = int(number_of(m["n"])) - 1
    return day_piece(m, next_weekday(WEEKDAYS[m["w"].lower()], now.date(), weeks=max(0, min(weeks, 500))))


_TODAY = ("today", "2day")
_TONIGHT = ("tonight", "tonite", "2nite", "2night")
# As written, as typed in a hurry, and on a phone.
_TOMORROW = (
    *("tomorrow", "tomorow", "tommorow", "tommorrow", "tomorro", "tomoro", "tomoz", "tommorro"),
    *("tmrw", "tmr", "tmw", "2moro", "2morrow", "2mrw", "2mora"),
)
_RELATIVE_DAYS = {
    **dict.fromkeys((*_TODAY, *_TONIGHT), 0),
    **dict.fromkeys(_TOMORROW, 1),
    "yesterday": -1,
}


def _relative_day(m: Match, now: datetime) -> Piece | None:
    word = m["r"].lower()
    day = now.date() + timedelta(days=_RELATIVE_DAYS[word])
    if m["beyond"]:
        day += timedelta(days=1 if _RELATIVE_DAYS[word] > 0 else -1)
    if word in _TONIGHT:
        return Piece(m.start(), m.end(), Kind.DAY, day=day, clock=time(18), until=time(23, 59))
    return day_piece(m, day)


def _last_night(m: Match, now: datetime) -> Piece | None:
    return day_piece(m, now.date() - timedelta(days=1))


PATTERNS: tuple[tuple[str, Reader], ...] = (
    (r"\b(?:on|by|until|before) the (?P<d>first|second|third|fourth|fifth|tenth|fifteenth|twentieth)(?=[.,;!?]|$)", _the_nth),
    (rf"{BEFORE}(?P<n>{NUMBER}) (?P<w>{_either_long()})s? from now\b", _weekdays_from_now),
    (
        rf"{LOOSE}(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})(?![\d-])"
        r"(?:(?:t|\s+)(?P<H>\d{1,2}):(?P<M>\d\d)(?::\d\d(?:\.\d{1,6})?)?(?P<z>z)?)?",
        _iso,
    ),
    (rf"{BEFORE}{WITH_W}(?P<mon>{MONTH})[\s./-]{{0,3}}(?:the\s+)?(?P<d>{DAY})(?![\d%]|:\d|\.\d|\s?(?:am|pm)\b)(?:[\s,./-]{{1,3}}(?:of )?(?P<y>{YEAR}))?", _month_day),
    (rf"{BEFORE}{WITH_W}(?:the\s+)?(?P<d>{DAY})(?:\s+day)?[\s./-]{{0,3}}(?P<of>of\s+)?(?P<mon>{MONTH})(?!\w)(?:[\s,./-]{{0,3}}(?:of )?(?P<y>{YEAR}))?", _day_month),
    (rf"{BEFORE}{WITH_W}(?P<a>\d{{1,2}})\s?(?P<s>[/.-])\s?(?P<b>\d{{1,2}})\s?(?P=s)\s?(?P<y>(?:19|20)\d\d|\d\d)(?![\d/%-]|\.\d)", _numeric),
    (rf"{BEFORE}{WITH_W}(?P<a>\d{{1,2}})\s?(?P<s>[/-])\s?(?P<b>\d{{1,2}})(?![\d/%-]|[.,]\d|:\d|\s?(?:am|pm|{UNIT}))(?<!24/7)", _numeric_short),
    (r"(?<![\w])(?P<y>20[0-4]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\w)", _compact),
    (rf"{BEFORE}(?:on |by |until |before |after |from |since )?the (?P<d>\d{{1,2}}(?:st|nd|rd|th))(?![\w-])", _the_nth),
    (rf"{BEFORE}(?:the )?(?P<d>{ORDINAL})(?: day)? of (?:the |this )?(?:(?P<which>{NEXT}|{LAST}|current) )?month\b", _nth_of_period),
    (rf"{BEFORE}(?P<w>{WEEKDAY}),?\s+(?:the\s+)?(?P<d>\d{{1,2}}(?:st|nd|rd|th)|(?:3[01]|2\d|1[3-9])(?![\d:/.%-])|(?<=the )(?:{either(ORDINALS)}))(?![\w])(?!\s?(?:am|pm|:))", _weekday_nth),
    (rf"{BEFORE}(?:(?P<which>{NEXT}|{LAST}|this|current)\s+)?(?P<w>{WEEKDAY})(?![\w])", _weekday),
    (rf"{BEFORE}(?P<w>{WEEKDAY})(?:,| of| in| -)? (?:the )?(?P<which>{NEXT}|{LAST}|this) week\b", _weekday_of_week),
    (rf"{BEFORE}(?P<which>{NEXT}|{LAST}|this) week(?:'s| on| -)? (?P<w>{WEEKDAY})(?!\w)", _weekday_of_week),
    (rf"{BEFORE}(?:a week on (?P<w>{WEEKDAY})(?P<n>zzz)?)(?!\w)", _weekday_later),
    (rf"{BEFORE}(?P<w>{WEEKDAY})(?P<n>zzz)? (?:week|after next)(?!\w)", _weekday_later),
    (rf"{BEFORE}(?P<beyond>(?:the )?day (?:after|before) )?(?:later |early |late |mid )?(?P<r>{either(_RELATIVE_DAYS)})(?!\w)", _relative_day),
    (rf"{BEFORE}last night\b", _last_night),
)  # fmt: skip
NEEDS: dict[Reader, str] = {
    **dict.fromkeys((_month_day, _day_month), "month"),
    **dict.fromkeys(
        (_weekdays_from_now, _weekday_nth, _weekday, _weekday_of_week, _weekday_later), "weekday"
    ),
    **dict.fromkeys((_iso, _numeric, _numeric_short, _compact), "figure"),
    **dict.fromkeys((_relative_day, _last_night), "near day"),
    _nth_of_period: "of month",
}
"""What a text has to hold for a reader's patterns (see :mod:`composer.when.grammar_en`)."""
