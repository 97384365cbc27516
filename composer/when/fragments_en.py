"""Pieces of English patterns for times, and what their words stand for."""
# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime

from composer.when.piece import Kind, Piece
from composer.when.words_en import MONTHS, NUMBERS, ORDINALS, UNIT_OF, WEEKDAYS, ZONES

Match = re.Match[str]
Reader = Callable[[Match, datetime], Piece | None]


def either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


MONTH = rf"(?:(?:{either(MONTHS)})(?![a-z])\.?)"
WEEKDAY = rf"(?:(?:{either(WEEKDAYS)})(?![a-z])\.?)"
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{either(ORDINALS)})(?![a-z])"
DAY = rf"(?:{ORDINAL}|(?:3[01]|[12]\d|0?[1-9])(?!\d))"
YEAR = r"(?:(?:19|20)\d\d|'\d\d)(?!\d)"
NUMBER = rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?(?![\d.:]\d)|(?:{either(NUMBERS)})(?![a-z]))"
UNIT = rf"(?:{either(UNIT_OF)})(?![a-z])"
WORKING = r"(?:(?:business|working|work|full|calendar|banking|week)[ -])"
RANGE = rf"(?P<n>{NUMBER})(?:\s?(?:-|–|—|to|or)\s?(?P<n2>{NUMBER}))?"
PERIOD = r"(?:weekend|week-end|week|month|quarter|qtr|year|yr)(?![a-z])"
ZONE = rf"(?:(?:{either(ZONES)})(?![a-z])(?:\s?[+-]\d{{1,2}}(?::?\d\d)?)?)"
NEXT = r"(?:next|coming|upcoming|following)"
LAST = r"(?:last|past|previous)"
HALF_DAY = r"(?:[ap]\.?\s?m(?![a-z])\.?)"
HOURS = [word for word, n in NUMBERS.items() if n in range(1, 13) and word.isalpha() and len(word) > 2]
HOUR = rf"(?:\d{{1,2}}|{either(HOURS)})"
MINUTES = r"(?:\d{1,2}|five|ten|twenty|twenty-five|twenty five|a quarter|quarter|fifteen)"
BEFORE = r"(?<![\w$€£#/-])(?<!\d[.,:])"
LOOSE = r"(?<![\w$€£#])"


WITH_W = rf"(?:(?:(?:this|next|on) )?(?P<w>{WEEKDAY})[,\s]+(?:the )?)?"
OPT_ZONE = rf"(?:\s?\(?(?P<zone>{ZONE})\)?)?"
STOP = r"(?=\s*(?:[.,;:!?)]|$|\n)|\s+(?:and|so|to|on|but|or|if|with|for|at|tomorrow|today|tonight|i|we|you|he|she|they)\b)"
"""What stands behind a time that is a word of its own: *by lunch* we …, but not *by lunch room*."""
DAY_BEFORE = re.compile(
    rf"\b(?:to-?morrow|tmrw|to-?day|yesterday|{WEEKDAY}),?(?: at| from| around| about)? $", re.IGNORECASE
)
"""A day stands right before."""
PART_LEAD = (
    r"(?:the )?(?:(?:very )?(?P<part>beginning|start|end|middle|close|early|mid|late|mid-|later?|first half|second half|"
    r"first part|second part|last days|first days|latter part)(?: (?:part )?(?:of|in|on))?[ -](?:the )?)?"
)


def number_of(words: str) -> float:
    words = " ".join(words.lower().split())
    if words in NUMBERS:
        return NUMBERS[words]
    return float(words)


def ordinal_of(words: str) -> int:
    words = " ".join(words.lower().split())
    return ORDINALS[words] if words in ORDINALS else int(re.sub(r"\D", "", words))


def month_of(words: str) -> int:
    return MONTHS[words.lower().rstrip(".")]


def year_of(words: str | None) -> int | None:
    if not words:
        return None
    return 2000 + int(words[1:]) if words.startswith("'") else int(words)


def day_piece(m: Match, day: date | None, weekday: int | None = None) -> Piece | None:
    return None if day is None else Piece(m.start(), m.end(), Kind.DAY, day=day, weekday=weekday)


def period_piece(m: Match, days: tuple[date, date]) -> Piece:
    return Piece(m.start(), m.end(), Kind.PERIOD, day=days[0], last=days[1])


# How far the neighbours of a match are looked at: more would make a long text cost its square.
_NEAR = 48


def before(m: Match) -> str:
    """Return the words just before a match."""
    return m.string[max(0, m.start() - _NEAR) : m.start()]


def after(m: Match) -> str:
    """Return the words just after a match."""
    return m.string[m.end() : m.end() + _NEAR]
