"""The English grammar of time expressions, joined from its parts.

Every pattern is linear: no repetition stands inside another over the same characters. Precision goes
first: where words can be a time or something else (*may*, *second*, *march*, *sat*), the pattern asks for
neighbours that leave no doubt.
"""
# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one

import re
from functools import cache

from composer.when import clocks_en, dates_en, office_times_en, periods_en
from composer.when.fragments_en import Reader

_UNIT_WORD = re.compile(
    r"sec|min|h(?:ou)?rs?\b|\dh\b|\bh\b|da(?:y|ys)\b|night|w(?:ee)?ks?\b|month|quarter|y(?:ea)?rs?\b",
    re.IGNORECASE,
)
_MONTH_WORD = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)
_OFFICE_WORD = re.compile(office_times_en.CUE, re.IGNORECASE)
Patterns = tuple[tuple[re.Pattern[str], Reader], ...]


@cache
def _all_patterns() -> tuple[tuple[re.Pattern[str], Reader, str], ...]:
    """Return the patterns with their readers and what a stretch has to hold besides a cue: unit, month, office word or nothing."""
    needs = (
        dict.fromkeys(clocks_en.NEED_UNIT, "unit")
        | dict.fromkeys((*dates_en.NEED_MONTH, *periods_en.NEED_MONTH), "month")
        | {reader: "office" for _, reader in office_times_en.PATTERNS}
    )
    rows = (*dates_en.PATTERNS, *periods_en.PATTERNS, *office_times_en.PATTERNS, *clocks_en.PATTERNS)
    return tuple((re.compile(text, re.IGNORECASE), reader, needs.get(reader, "")) for text, reader in rows)


@cache
def _patterns_for(with_unit: bool, with_month: bool, with_office: bool) -> Patterns:
    has = {"unit": with_unit, "month": with_month, "office": with_office}
    left_out = {need for need, is_there in has.items() if not is_there}
    return tuple((pattern, reader) for pattern, reader, need in _all_patterns() if need not in left_out)


def patterns_for(text: str, start: int, end: int) -> Patterns:
    """Return the patterns that can match in a stretch, with their readers.

    They are compiled when first asked for, not at the start of the program.
    """
    return _patterns_for(
        _UNIT_WORD.search(text, start, end) is not None,
        _MONTH_WORD.search(text, start, end) is not None,
        _OFFICE_WORD.search(text, start, end) is not None,
    )


@cache
def vague_pattern() -> tuple[re.Pattern[str], Reader]:
    """Return the pattern of vague words (*soon*, *in due course*) with its reader."""
    pattern, reader = clocks_en.VAGUE_PATTERN
    return re.compile(pattern, re.IGNORECASE), reader


# Every expression holds one of these; patterns are tried around them only (see ``eta.py``).
CUE = re.compile(
    r"\d|\b(?:mon|tue|wed|thu|fri|sat|sun|jan(?:uary)?\b|feb|mar(?:ch)?\b|apr(?:il)?\b|may\b|june?\b|july?\b|aug(?:ust)?\b|"
    r"sept?(?:ember)?\b|oct(?:ober)?\b|nov(?:ember)?\b|dec(?:ember)?\b|to?day|ton[iw]|tomo|tmr|yest|days?\b|weeks?\b|weekend|"
    r"week-end|wks?\b|months?\b|quarters?\b|qtr|years?\b|yrs?\b|hours?\b|hrs?\b|minutes?\b|mins?\b|seconds?\b|secs?\b|"
    r"fortnight|noon\b|midday|mid-day|midnight|mid night|morning|afternoon|evening|nights?\b|lunch|eod\b|e\.o\.d|eo[wmqy]\b|bo[wmqy]\b|"
    r"cob\b|c\.o\.b\b|eob\b|e\.o\.b\b|(?:close|end) of (?:business|play|shift|the day|day)|overnight\b|mid-?(?:week|morning|afternoon)|dinner\b|start of business|half (?:past|to|a|an)\b|o['’]?clock|"
    r"spring|summer|autumn|fall\b|winter|q[1-4]|h[12]\b|christmas|xmas|boxing|new year|halloween|valentine|"
    r"(?:on|by|until|before) the (?:first|second|third|fourth|fifth|tenth|fifteenth|twentieth)\b|"
    r"(?:at|by|around|before|until|after|from|between) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|[ap]\.? ?m\b)",
    re.IGNORECASE,
)
VAGUE_CUE = re.compile(
    r"\b(?:soon|asap|a\.s\.a|shortly|earliest|later\b|future|due\b|times?\b|moment|while\b|bit\b|timely|delay|long\b|promptly|quickly|"
    r"fast\b|rapidly|sometime|convenien|opportunit|chance|permits?\b|allows?\b|release|version|update|sprint|patch|iteration|build|road\b|"
    r"line\b|notice\b|term\b|point\b|stage\b|possibl|few\b|couple|several|some\b|coming|days\b|number of|any [a-z]+ now\b)",
    re.IGNORECASE,
)
