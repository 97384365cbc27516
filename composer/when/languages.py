"""Times in German, Spanish, French, Dutch and Portuguese: one table a language, read by the same readers."""
# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from composer.when.foreign_words import Words
from composer.when.fragments_en import Match, Reader, after, before
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
from composer.when.words_de import GERMAN
from composer.when.words_es import SPANISH
from composer.when.words_fr import FRENCH
from composer.when.words_nl import DUTCH
from composer.when.words_pt import PORTUGUESE

LANGUAGES = {"de": GERMAN, "es": SPANISH, "fr": FRENCH, "nl": DUTCH, "pt": PORTUGUESE}
_NOTHING = "(?!)"
_STICKS = r"(?<![\w$€£/#])(?<!\d[.,:])"
# "Am 3.12." names a day, "Version 3.12" does not, and neither does "3.12 Euro".
_GOES_ON = re.compile(r"\s*(?:\d|%|version|€|eur)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:version|versión|versie|versão|v|release|kapitel|punkt|build|firmware) $", re.IGNORECASE
)
_SPOKEN_MINUTES = {"media": 30, "cuarto": 15}


@cache
def patterns(language: str) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Return the patterns of a language (see :data:`LANGUAGES`) with their readers, compiled when first asked for."""
    return _patterns(LANGUAGES[language])


def is_english(text: str, language: str) -> bool:
    """Tell whether what the English patterns found may stand in a text of another language."""
    words = LANGUAGES.get(language)
    return words is None or re.fullmatch(words.not_english, text, re.IGNORECASE) is None


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _patterns(words: Words) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Return the patterns of a language with their readers bound to its words."""
    months, weekdays, parts = _either(words.months), _either(words.weekdays), _either(words.parts)
    numbers = rf"\d{{1,3}}|{_either(words.numbers)}"
    units, periods = _either(words.units), _either(words.periods)
    following, this = words.next_before, words.this
    behind = rf"(?P<after>{words.next_after or _NOTHING})|(?P<gone>{words.last_after or _NOTHING})"
    which = rf"(?P<next>{following})|(?P<last>{words.last_before})|(?P<this>{this})"
    part = rf"(?P<start>{words.start_of})|(?P<middle>{words.middle_of})|(?P<end>{words.end_of})"
    day = rf"{words.article}(?P<d>\d{{1,2}})(?:\.|er|º|º|ste|de|e)?"
    with_weekday = rf"(?:(?P<w>{weekdays}),? (?:den |dem |el |le |de |dia )?)?"
    amount = rf"(?P<n>{numbers})(?:\s?(?:{words.or_to}) ?(?P<n2>{numbers}))?"
    period, weekday = _Period(words).read, _Weekday(words).read
    rows: tuple[tuple[str, Reader], ...] = (
        (rf"{with_weekday}{day} ?(?:{words.of or _NOTHING})?(?P<mon>{months})\b\.?(?:,? (?:{words.of or _NOTHING})?(?P<y>(?:19|20)\d\d))?", _Date(words).read),
        (rf"(?P<w>{weekdays}),? {words.article}(?P<d>\d{{1,2}})\.?(?![\d:]| ?(?:h|uhr|uur)\b)(?=\W|$)", _WeekdayDate(words).read),
        (rf"{with_weekday}{words.numeric}(?![\d.]\d|\d|/)", _Numeric(words).read),
        (rf"(?:(?:{which}) )?(?P<w>{weekdays})(?P<p>{parts})?(?: (?:{behind}))?", weekday),
        (rf"(?P<r>{_either(words.days)})", _Day(words).read),
        (rf"(?:{part}) ?(?:(?:{which}) )?(?P<unit>{periods})(?: (?:{behind}))?", period),
        (rf"(?:{which}) (?P<unit>{periods})", period),
        (rf"(?P<unit>{periods}) (?:{behind})", period),
        (rf"(?:{part}) ?(?P<mon>{months})\b", _MonthPart(words).read),
        (rf"(?:{words.within})?(?:{words.within}){amount} (?P<unit>{units})(?P<working>{words.working or _NOTHING})?", _Wait(words).read),
        (rf"(?:{words.within_bare}) (?P<n>\d{{1,3}}) ?h", _Hours().read),
        (rf"(?P<n>{numbers})(?:\s?(?:{words.or_to}) ?\d{{1,3}})? (?P<unit>{units})(?P<working>{words.working or _NOTHING})?", _bare),
        (words.clock_range, _clock_range(words)),
        (words.clock, _clock(words)),
        (words.bare_day, _bare_day),
        (rf"(?P<p>{parts})", _Part(words).read),
        *((row, meaning_of(meaning)) for row, meaning in words.phrases),
        ("|".join(words.vague), _vague),
    )  # fmt: skip
    return tuple((re.compile(rf"{_STICKS}(?:{row})(?!\w)", re.IGNORECASE), reader) for row, reader in rows)


def meaning_of(said: str) -> Reader:
    """Return a reader of what a phrase means.

    *day 1 6-12*: a day from today, with hours if it names a part of it; *clock 12-17*: hours of whatever day
    stands beside them, else of today; *period week 1 end*: a part of a period; *wait 0.5 hour*: from now.
    """
    kind, *rest = said.split()
    if kind == "wait":
        return _Fixed(kind, amount=float(rest[0]), unit=rest[1]).read
    if kind == "period":
        return _Fixed(kind, amount=float(rest[1]), unit=rest[0], part=rest[2] if len(rest) > 2 else "").read
    hours = rest[-1].split("-") if "-" in rest[-1] else []
    first, last = (time(int(hours[0])), time(int(hours[1]))) if hours else (None, None)
    return _Fixed(kind, amount=float(rest[0]) if kind == "day" else 0, first=first, last=last).read


@dataclass(frozen=True)
class _Fixed:
    """A phrase whose meaning stands in the table."""

    kind: str
    amount: float = 0
    unit: str = ""
    part: str = ""
    first: time | None = None
    last: time | None = None

    def read(self, m: Match, now: datetime) -> Piece | None:
        if self.kind == "wait":
            return _span(m, now, self.amount, self.unit)
        if self.kind == "clock":
            return Piece(m.start(), m.end(), Kind.CLOCK, clock=self.first, until=self.last, end_of_day=True)
        if self.kind == "period":
            days = period_of(self.unit, int(self.amount), now.date())
            if self.part:
                days = part_of(*days, self.part)
            return Piece(m.start(), m.end(), Kind.PERIOD, day=days[0], last=days[1])
        day = now.date() + timedelta(days=int(self.amount))
        return Piece(m.start(), m.end(), Kind.DAY, day=day, clock=self.first, until=self.last)


@dataclass(frozen=True)
class _Date:
    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        month, day = self.words.months[m["mon"].lower()], int(m["d"])
        found = day_of(int(m["y"]), month, day) if m["y"] else nearest_year(month, day, now.date())
        weekday = self.words.weekdays[m["w"].lower()] if m["w"] else None
        return Piece(m.start(), m.end(), Kind.DAY, day=found, weekday=weekday) if found else None


@dataclass(frozen=True)
class _WeekdayDate:
    """*Lunes 30*: the day of this month or the next."""

    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        found = _next_such_day(int(m["d"]), now.date())
        weekday = self.words.weekdays[m["w"].lower()]
        return Piece(m.start(), m.end(), Kind.DAY, day=found, weekday=weekday) if found else None


@dataclass(frozen=True)
class _Numeric:
    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        day, month = int(m["d"]), int(m["m"])
        weekday = self.words.weekdays[m["w"].lower()] if m["w"] else None
        if m["y"]:
            year = int(m["y"])
            found = day_of(year + 2000 if year < 100 else year, month, day)
        elif (
            _GOES_ON.match(after(m))
            or _COUNTED.search(before(m))
            or not (1 <= month <= 12 and 1 <= day <= 31)
            or not self._is_led(m)
        ):
            found = None
        else:
            found = nearest_year(month, day, now.date())
        return Piece(m.start(), m.end(), Kind.DAY, day=found, weekday=weekday) if found else None

    def _is_led(self, m: Match) -> bool:
        lead = self.words.numeric_lead
        return not lead or m["w"] is not None or re.search(lead, before(m), re.IGNORECASE) is not None


@dataclass(frozen=True)
class _Weekday:
    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        lead, behind = before(m), after(m)
        if re.search(self.words.no_weekday_before, lead, re.IGNORECASE):
            return None
        if re.match(self.words.no_weekday_after, behind, re.IGNORECASE):
            return None
        weekday = self.words.weekdays[m["w"].lower()]
        day = next_weekday(weekday, now.date())
        if m["last"] or m["gone"]:
            day -= timedelta(weeks=2 if day.weekday() == now.weekday() else 1)
        elif m["next"] or m["after"]:
            day = monday_of(now.date()) + timedelta(weeks=1, days=weekday)
        hours = self.words.parts.get((m["p"] or "").lower())
        first, last = (time(hours[0]), time(hours[1])) if hours else (None, None)
        return Piece(m.start(), m.end(), Kind.DAY, day=day, clock=first, until=last)


@dataclass(frozen=True)
class _Day:
    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        # "guten Morgen", "por la mañana", "de la mañana": a part of the day, no tomorrow
        if re.search(self.words.no_day_before, before(m), re.IGNORECASE):
            return None
        day = now.date() + timedelta(days=self.words.days[m["r"].lower()])
        return Piece(m.start(), m.end(), Kind.DAY, day=day)


@dataclass(frozen=True)
class _Period:
    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        unit = self.words.periods[m["unit"].lower()]
        said = m.groupdict()
        coming, gone = said.get("next") or said.get("after"), said.get("last") or said.get("gone")
        days = period_of(unit, 1 if coming else -1 if gone else 0, now.date())
        part = next((name for name in ("start", "middle", "end") if said.get(name)), "")
        if part == "start" and unit == "week" and not coming and not gone and now.weekday() > 1:
            days = period_of(unit, 1, now.date())
        if part:
            days = part_of(*days, part)
        return Piece(m.start(), m.end(), Kind.PERIOD, day=days[0], last=days[1])


@dataclass(frozen=True)
class _MonthPart:
    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        first = nearest_year(self.words.months[m["mon"].lower()], 1, now.date())
        if first is None:
            return None
        part = next(name for name in ("start", "middle", "end") if m[name])
        days = part_of(first, add_months(first, 1) - timedelta(days=1), part)
        return Piece(m.start(), m.end(), Kind.PERIOD, day=days[0], last=days[1])


@dataclass(frozen=True)
class _Wait:
    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        amount = self._number(m["n2"] or m["n"])
        unit = self.words.units[m["unit"].lower()]
        return _span(m, now, amount, unit, working=unit == "workday" or bool(m["working"]))

    def _number(self, words: str) -> float:
        return int(words) if words.isdigit() else self.words.numbers[words.lower()]


class _Hours:
    """*Sous 48h*."""

    def read(self, m: Match, now: datetime) -> Piece | None:
        return _span(m, now, int(m["n"]), "hour")


def _span(m: Match, now: datetime, amount: float, unit: str, *, working: bool = False) -> Piece:
    """Return a wait from now; working days end with the day, and so do whole days and weeks."""
    if working and unit in ("day", "workday"):
        last = add_working_days(now.date(), int(amount), days=(0, 1, 2, 3, 4), holidays=frozenset())
        finish = datetime.combine(last, time(23, 59), now.tzinfo)
    elif unit == "month":
        finish = datetime.combine(add_months(now.date(), int(amount)), time(23, 59), now.tzinfo)
    else:
        finish = now + timedelta(**{f"{unit}s": amount})
        if unit in ("day", "week"):
            finish = finish.replace(hour=23, minute=59)
    return Piece(m.start(), m.end(), Kind.SPAN, begin=now, finish=finish, working=working)


def _bare(m: Match, now: datetime) -> Piece | None:
    return Piece(m.start(), m.end(), Kind.WAIT, working=bool(m["working"]))


def _clock(words: Words) -> Reader:
    def read(m: Match, now: datetime) -> Piece | None:
        said = m.groupdict()
        hour = _hour(words, said.get("h") or said.get("h2"))
        minutes = said.get("min") or said.get("min2") or said.get("min3") or "0"
        minute = _SPOKEN_MINUTES.get(minutes) or int(minutes)
        if said.get("pm") and hour < 12:
            hour += 12
        return Piece(m.start(), m.end(), Kind.CLOCK, clock=time(hour, minute)) if hour < 24 else None

    return read


def _clock_range(words: Words) -> Reader:
    def read(m: Match, now: datetime) -> Piece | None:
        said = m.groupdict()
        first, last = (_hour(words, said.get(a) or said.get(b)) for a, b in (("h", "h3"), ("h2", "h4")))
        if not first < last < 24:
            return None
        begin, end = (time(hour, int(said.get(m_) or 0)) for hour, m_ in ((first, "min"), (last, "min2")))
        return Piece(m.start(), m.end(), Kind.CLOCK, clock=begin, until=end)

    return read


def _hour(words: Words, said: str | None) -> int:
    """Return an hour; what no table knows raises ValueError, as a wrong date does."""
    known = said or ""
    return int(known) if known.isdigit() else int(words.numbers.get(known.lower(), 99))


def _next_such_day(day: int, today: date) -> date | None:
    first = today.replace(day=1)
    days = (day_of(month.year, month.month, day) for month in (add_months(first, n) for n in range(3)))
    return next((found for found in days if found is not None and found >= today), None)


def _bare_day(m: Match, now: datetime) -> Piece | None:
    said = m.groupdict()
    found = _next_such_day(int(said.get("d") or said.get("d2") or 0), now.date())
    return Piece(m.start(), m.end(), Kind.DAY, day=found) if found else None


@dataclass(frozen=True)
class _Part:
    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        first, last = self.words.parts[m["p"].lower()]
        return Piece(m.start(), m.end(), Kind.PART, clock=time(first), until=time(last))


def _vague(m: Match, now: datetime) -> Piece | None:
    return Piece(m.start(), m.end(), Kind.VAGUE)
