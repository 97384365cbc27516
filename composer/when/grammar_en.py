"""The English grammar of time expressions, joined from its parts.

Every pattern is linear: no repetition stands inside another over the same characters. Precision goes
first: where words can be a time or something else (*may*, *second*, *march*, *sat*), the pattern asks for
neighbours that leave no doubt.
"""
# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one

import re
from functools import cache, lru_cache

from composer.when import (
    clocks_en,
    dates_en,
    office_clocks_en,
    office_times_en,
    office_waits_en,
    periods_en,
)
from composer.when.fragments_en import Reader
from composer.when.words_en import WEEKDAYS

Patterns = tuple[tuple[re.Pattern[str], Reader], ...]
_MOST_KEPT = 512
_SINGLE_HOUR = re.compile(r"[\dn] ?h\b")
_FIGURE = re.compile(r"\d")
_WORDS: dict[str, tuple[str, ...]] = {
    "unit": ("sec", "min", "hour", "hr", "day", "night", "week", "wk", "month", "quarter", "year", "yr"),
    "month": ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    "of month": ("month",),
    "weekday": tuple({word[:3] for word in WEEKDAYS}),
    "near day": ("today", "2day", "night", "nite", "mor", "tom", "tm", "2m", "yesterday"),
    "period": ("week", "month", "quarter", "qtr", "year", "yr"),
    "quarter": ("q", "quarter"),
    "half year": ("half", "h1", "h2"),
    "season": ("spring", "summer", "autumn", "fall", "winter"),
    "holiday": ("mas", "box", "new year", "hallo", "valen", "easter", "friday", "whit", "ascen", "thanks"),
    "short end": ("eo", "bo"),
    "am or pm": ("am", "pm", "a.", "p.", "a m", "p m"),
    "noon": ("noon", "midday", "mid-day", "midnight", "mid night"),
    "part of day": ("morning", "noon", "evening", "night", "lunch"),
    "end of day": ("day", "business", "play", "shift", "eo", "e.o", "cob", "c.o.b", "close"),
    "habit": ("every", "each", "any", "all", "few", "couple", "days"),
    "office": office_times_en.CUE,
    "clock": office_clocks_en.CUE,
    "wait": office_waits_en.CUE,
}
"""What a stretch has to hold (one of the words, in small letters), so that the patterns of a kind can match in it."""


@cache
def _all_patterns() -> tuple[tuple[re.Pattern[str], Reader, str], ...]:
    """Return the patterns for small letters with their readers and what a stretch has to hold besides a cue (a key of ``_WORDS``, *figure*, or nothing)."""
    needs = dates_en.NEEDS | periods_en.NEEDS | clocks_en.NEEDS
    rows = (*dates_en.PATTERNS, *periods_en.PATTERNS, *office_times_en.PATTERNS, *clocks_en.PATTERNS)
    office = dict.fromkeys((reader for _, reader in office_times_en.PATTERNS), "office")
    found = [(text, reader, needs.get(reader, office.get(reader, ""))) for text, reader in rows]
    found += [(text, reader, "clock") for text, reader in office_clocks_en.PATTERNS]
    found += [(text, reader, "wait") for text, reader in office_waits_en.PATTERNS]
    return tuple((re.compile(text), reader, need) for text, reader, need in found)


@lru_cache(_MOST_KEPT)
def _patterns_for(needs: tuple[str, ...]) -> Patterns:
    met = frozenset(("", *needs))
    return tuple((pattern, reader) for pattern, reader, need in _all_patterns() if need in met)


@cache
def _in_any_case(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(pattern.pattern, re.IGNORECASE)


def patterns_in(small: str, start: int, end: int) -> Patterns:
    """Return the patterns, in any case, that match in a stretch of a text in small letters, with their readers.

    Few of those that could do, and to try them on small letters costs half. They are compiled when first
    asked for, not at the start of the program.
    """
    near = small[start:end]
    met = [need for need, words in _WORDS.items() if any(map(near.__contains__, words))]
    if _FIGURE.search(near):
        met.append("figure")
    if "unit" not in met and _SINGLE_HOUR.search(near):
        met.append("unit")
    return tuple(
        (_in_any_case(pattern), reader)
        for pattern, reader in _patterns_for(tuple(met))
        if pattern.search(small, start, end)
    )


def vague_patterns_in(small: str) -> Patterns:
    """Return the pattern of vague words (*soon*, *in due course*) with its reader, if it matches in a text in small letters."""
    if not VAGUE_CUE.search(small):
        return ()
    pattern, reader = _vague_pattern()
    return ((_in_any_case(pattern), reader),) if pattern.search(small) else ()


@cache
def _vague_pattern() -> tuple[re.Pattern[str], Reader]:
    pattern, reader = clocks_en.VAGUE_PATTERN
    return re.compile(pattern), reader


# Every expression holds one of these; patterns are tried around them only (see ``eta.py``). Both are for a text in
# small letters: that is read three times as fast as one in any.
CUE = re.compile(
    r"\d|\b(?:mon|tue|wed|thu|fri|sat|sun|jan(?:uary)?\b|feb|mar(?:ch)?\b|apr(?:il)?\b|may\b|june?\b|july?\b|aug(?:ust)?\b|"
    r"sept?(?:ember)?\b|oct(?:ober)?\b|nov(?:ember)?\b|dec(?:ember)?\b|to?day|ton[iw]|tomm?o|tmr|tmw|yest|days?\b|weeks?\b|weekend|"
    r"week-end|wks?\b|months?\b|quarters?\b|qtr|years?\b|yrs?\b|hours?\b|hrs?\b|minutes?\b|mins?\b|seconds?\b|secs?\b|"
    r"fortnight|noon\b|midday|mid-day|midnight|mid night|morning|afternoon|evening|nights?\b|lunch|eod\b|e\.o\.d|eo[wmqy]\b|bo[wmqy]\b|"
    r"cob\b|c\.o\.b\b|eob\b|e\.o\.b\b|(?:close|end) of (?:business|play|shift|the day|day)|overnight\b|mid-?(?:week|morning|afternoon)|dinner\b|start of business|half\b|o['’]?clock|"
    r"easter|good fri|thanksg|ascension|whit mon|breakfast|supper|\btea[ -]?time|bedtime|dinnertime|noonish|dawn\b|daybreak|sunrise|first light|dusk\b|sunset|sundown|nightfall|dark(?=\b(?! ?(?:mode|theme|grey|gray|blue|green)))|(?:by|before|until) clos(?:e|ing)\b|(?:first|last) thing|(?:small|early|wee) hours|quarter (?:past|to)\b|"
    r"wensday|teusday|firday|spring|summer|autumn|fall\b|winter|q[1-4]|h[12]\b|christmas|xmas|boxing|new year|halloween|valentine|"
    r"(?:on|by|until|before) the (?:first|second|third|fourth|fifth|tenth|fifteenth|twentieth)\b|"
    r"(?:at|by|around|before|until|after|from|between) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:ish)?\b|[ap]\.? ?m\b)"
)
VAGUE_CUE = re.compile(
    r"\b(?:soon|asap|a\.s\.a|shortly|earliest|later\b|future|due\b|times?\b|moment|while\b|bit\b|timely|delay|long\b|promptly|quickly|"
    r"fast\b|rapidly|sometime|convenien|opportunit|chance|permits?\b|allows?\b|release|version|update|sprint|patch|iteration|build|road\b|"
    r"line\b|notice\b|term\b|point\b|stage\b|possibl|few\b|couple|several|some\b|coming|days\b|number of|any [a-z]+ now\b)"
)
