"""Find the times that a text names: where, when that is, and how sure it is."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from composer.when import grammar_en, languages
from composer.when.fragments_en import Reader
from composer.when.piece import Kind, Piece
from composer.when.time_expression import Certainty, TimeExpression
from composer.when.words_en import ZONES

__all__ = ["Certainty", "TimeExpression", "find_times", "make_ready"]

LONGEST_TEXT = 100_000
# "Heute Nacht um 2" is tomorrow's.
_EVENING, _DAWN = 18, 6
# Characters around a cue in which the rest of its expression can stand.
_REACH = 40
_JOIN = re.compile(
    r"^(?:,?\s*(?:at|@|by|around|about|before|on|in|of|for|from|until|um|bis|den|à|a las?|de|del|da|do|op)?\s*|\s*-\s*|,?\s+the\s+)$",
    re.IGNORECASE,
)
_OWN_LEAD = re.compile(
    r"(?:on|by|until|till|before|after|from|since|at|@|around|about|in|of|during|for|to|through|between|del|al)\s+"
    r"(?!the next|\d+\s|an?\s|between)",
    re.IGNORECASE,
)
_HALF_DAY_END = re.compile(r"\b[ap]\. ?m\.$", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:\b(by|before|until|till|on|at|in|within|after|since|from|around|no later than|not later than|as of|starting|"
    r"through|during|over|for|every|each|due|bis|vor|am|um|seit|nach|ab|zum|antes de|hasta|desde|el|para|avant|"
    r"jusqu['’]au|depuis|dès|d['’]ici|le))\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def make_ready(language: str) -> None:
    """Compile the patterns of a language and the English ones, which takes tenths of a second once."""
    grammar_en.vague_patterns_in("soon")
    grammar_en.patterns_in("1 day in may", 0, 12)
    if language in languages.LANGUAGES:
        languages.patterns(language)


def find_times(
    text: str, *, now: datetime, time_zone: str = "UTC", language: str = "en"
) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a text in order, never one inside another.

    ``now`` is aware and what *tomorrow* is reckoned from; ``time_zone`` (IANA) is where clock times
    without a zone hold. English is always read; ``language`` (de, es, fr, nl, pt) adds another. Spans count
    code points of ``text``. Habits (*every Monday*) are no times and left out.
    """
    text = text[:LONGEST_TEXT]
    zone = _zone(time_zone)
    moment = now.astimezone(zone) if now.tzinfo else now.replace(tzinfo=zone)
    pieces = _pieces(text, moment, language)
    return tuple(
        expression
        for group in _groups(text, pieces)
        if (expression := _expression(text, group, moment)) is not None
    )


def _pieces(text: str, now: datetime, language: str) -> list[Piece]:
    # Of two readings of the same words the language's own comes first: 3/12 is the third of December there.
    found: list[Piece] = []
    if language in languages.LANGUAGES:
        found += _read(text, now, languages.patterns(language), 0, len(text))
    small = _in_small_letters(text)
    found += (
        piece
        for start, end in _near_cues(text, small)
        for piece in _read(text, now, grammar_en.patterns_in(small, start, end), start, end)
        if languages.is_english(text[piece.start : piece.end], language)
    )
    found += _read(text, now, grammar_en.vague_patterns_in(small), 0, len(text))
    return _longest(found)


def _in_small_letters(text: str) -> str:
    """Return a text in small letters, each where it was (a Turkish capital I would become two)."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower()[:1] for c in text)


def _near_cues(text: str, small: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches around words that can belong to a time; most of a text needs no look."""
    begun = end = -1
    for cue in grammar_en.CUE.finditer(small):
        start = max(0, cue.start() - _REACH)
        if start > end:
            if begun >= 0:
                yield begun, end
            begun = _word_start(text, start)
        end = _word_end(text, min(len(text), cue.end() + _REACH))
    if begun >= 0:
        yield begun, end


def _word_start(text: str, at: int) -> int:
    space = text.rfind(" ", max(0, at - 40), at)
    return at if space < 0 else space + 1


def _word_end(text: str, at: int) -> int:
    space = text.find(" ", at, at + 40)
    return at if space < 0 else space


def _read(
    text: str, now: datetime, patterns: Iterable[tuple[re.Pattern[str], Reader]], start: int, end: int
) -> Iterator[Piece]:
    for pattern, reader in patterns:
        for match in pattern.finditer(text, start, end):
            try:
                piece = reader(match, now)
            except (OverflowError, ValueError):  # a year 0, a month 13, a wait of a million years
                continue
            if piece is not None:
                yield _trimmed(text, piece)


def _trimmed(text: str, piece: Piece) -> Piece:
    """Leave the preposition out of the span: *by the 14th* is the span *the 14th* with the lead *by*."""
    lead = _OWN_LEAD.match(text[piece.start : piece.end])
    if lead is None or piece.kind in (Kind.VAGUE, Kind.SPAN, Kind.WAIT, Kind.HABIT):
        return piece
    if piece.kind is Kind.CLOCK and piece.until is not None:
        return piece
    return replace(piece, start=piece.start + lead.end())


def _longest(pieces: list[Piece]) -> list[Piece]:
    """Return pieces from left to right; of those that overlap the longest stays."""
    kept: list[Piece] = []
    starts: list[int] = []
    for piece in sorted(pieces, key=lambda p: (-(p.end - p.start), p.weak, p.start)):
        at = bisect_left(starts, piece.start)
        free_left = at == 0 or kept[at - 1].end <= piece.start
        if free_left and (at == len(kept) or piece.end <= kept[at].start):
            starts.insert(at, piece.start)
            kept.insert(at, piece)
    return kept


def _groups(text: str, pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Yield pieces that belong to one expression: *Friday 12 March*, *3 pm*, *ET*."""
    group: list[Piece] = []
    for piece in pieces:
        if group and _belongs(text, group, piece):
            group.append(piece)
            continue
        if group:
            yield group
        group = [piece]
    if group:
        yield group


_JOINABLE = {
    (Kind.DAY, Kind.CLOCK),
    (Kind.CLOCK, Kind.DAY),
    (Kind.DAY, Kind.PART),
    (Kind.PART, Kind.DAY),
    (Kind.CLOCK, Kind.PART),
    (Kind.PART, Kind.CLOCK),
    (Kind.DAY, Kind.DAY),
    (Kind.CLOCK, Kind.PERIOD),
    (Kind.PERIOD, Kind.CLOCK),
}


def _belongs(text: str, group: list[Piece], piece: Piece) -> bool:
    gap = text[group[-1].end : piece.start]
    if len(gap) > 12 or not _JOIN.match(gap):
        return False
    kinds = {(one.kind, piece.kind) for one in group[-1:]}
    if not kinds & _JOINABLE:
        return False
    if piece.kind is Kind.DAY and group[-1].kind is Kind.DAY:
        return group[-1].day == piece.day or (group[-1].weekday is None and _is_weekday_word(text, group[-1]))
    return sum(1 for one in group if one.kind is piece.kind) == 0


def _is_weekday_word(text: str, piece: Piece) -> bool:
    return text[piece.start : piece.start + 3].lower() in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _expression(text: str, group: list[Piece], now: datetime) -> TimeExpression | None:
    first = group[0]
    if first.kind is Kind.HABIT:
        return None
    if len(group) == 1 and (first.weak or first.kind is Kind.PART):
        return None
    start, end = first.start, group[-1].end
    lead = _LEAD.search(text[max(0, start - 24) : start])
    made = _made(group, now)
    words = text[start:end]
    stripped = words.rstrip(" ,") if _HALF_DAY_END.search(words) else words.rstrip(" ,.")
    return replace(
        made,
        start=start,
        end=start + len(stripped),
        text=stripped,
        lead=lead.group(1).lower() if lead else "",
    )


def _made(group: list[Piece], now: datetime) -> TimeExpression:
    """Return the meaning of joined pieces, without span and words."""
    first = group[0]
    if first.kind is Kind.VAGUE:
        return TimeExpression(0, 0, "", Certainty.VAGUE)
    if first.kind is Kind.WAIT:
        return TimeExpression(0, 0, "", Certainty.WAIT, working=first.working)
    if first.kind is Kind.SPAN:
        return TimeExpression(0, 0, "", Certainty.DAY, first.begin, first.finish, working=first.working)
    clock = _clock_of(group)
    days = [p for p in group if p.day is not None and p.kind in (Kind.DAY, Kind.PERIOD)]
    day = days[-1] if days else None
    weekday = next((p.weekday for p in group if p.weekday is not None), None)
    if weekday is None and len(days) > 1 and days[0].day is not None:
        weekday = days[0].day.weekday()
    if day is None:
        return _today_at(clock, first, now)
    return _on_day(day, clock, weekday, now)


def _clock_of(group: list[Piece]) -> Piece | None:
    with_clock = [piece for piece in group if piece.clock is not None]
    exact = [piece for piece in with_clock if piece.kind is Kind.CLOCK]
    return next(iter(exact or with_clock), None)


def _on_day(day: Piece, clock: Piece | None, weekday: int | None, now: datetime) -> TimeExpression:
    assert day.day is not None
    first, last = day.day, day.last or day.day
    if clock is None or clock.clock is None:
        certainty = Certainty.PERIOD if day.last else Certainty.DAY
        begin, finish = _at(first, time(0), now), _at(last, time(23, 59, 59), now)
        return TimeExpression(0, 0, "", certainty, begin, finish, weekday=weekday)
    zone = _zone_as_written(clock.zone) or now.tzinfo
    if day.clock is not None and day.clock.hour >= _EVENING and clock.clock.hour < _DAWN:
        last += timedelta(days=1)
    begin = datetime.combine(last, clock.clock, zone)
    finish = datetime.combine(last, clock.until, zone) if clock.until else begin
    exact = clock.kind is Kind.CLOCK and not clock.end_of_day
    certainty = Certainty.MINUTE if exact else Certainty.DAY
    return TimeExpression(
        0, 0, "", certainty, begin, max(begin, finish), zone=clock.zone, has_clock=exact, weekday=weekday
    )


def _today_at(clock: Piece | None, first: Piece, now: datetime) -> TimeExpression:
    """Read a clock time without a day: today's, or tomorrow's when that is over."""
    if clock is None or clock.clock is None:
        return TimeExpression(0, 0, "", Certainty.VAGUE)
    zone = _zone_as_written(clock.zone) or now.tzinfo
    day = clock.day or now.astimezone(zone).date()
    begin = datetime.combine(day, clock.clock, zone)
    finish = datetime.combine(day, clock.until, zone) if clock.until else begin
    if finish < now and clock.day is None:
        begin, finish = begin + timedelta(days=1), finish + timedelta(days=1)
    exact = not clock.end_of_day
    return TimeExpression(
        0,
        0,
        "",
        Certainty.MINUTE if exact else Certainty.DAY,
        begin,
        max(begin, finish),
        zone=clock.zone,
        has_clock=exact,
    )


def _at(day: date, clock: time, now: datetime) -> datetime:
    return datetime.combine(day, clock, now.tzinfo)


def _zone_as_written(words: str) -> ZoneInfo | None:
    name = re.sub(r"[^a-z]", "", words.lower())
    return _zone(ZONES[name]) if name in ZONES else None


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
