"""The English grammar of time expressions, joined from its parts.

Every pattern is linear: no repetition stands inside another over the same characters. Precision goes
first: where words can be a time or something else (*may*, *second*, *march*, *sat*), the pattern asks for
neighbours that leave no doubt.
"""
# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one

import re
from functools import cache

from composer.when import clocks_en, dates_en, periods_en
from composer.when.fragments_en import Reader


@cache
def patterns() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Return the patterns with their readers; compiled when first asked for, not at the start of the program."""
    rows = (*dates_en.PATTERNS, *periods_en.PATTERNS, *clocks_en.PATTERNS)
    return tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in rows)


# Every expression holds one of these; patterns are tried around them only (see ``eta.py``).
CUE = re.compile(
    r"\d|\b(?:mon|tue|wed|thu|fri|sat|sun|jan(?:uary)?\b|feb|mar(?:ch)?\b|apr(?:il)?\b|may\b|june?\b|july?\b|aug(?:ust)?\b|"
    r"sept?(?:ember)?\b|oct(?:ober)?\b|nov(?:ember)?\b|dec(?:ember)?\b|to?day|ton[iw]|tomo|tmr|yest|days?\b|weeks?\b|weekend|"
    r"week-end|wks?\b|months?\b|quarters?\b|qtr|years?\b|yrs?\b|hours?\b|hrs?\b|minutes?\b|mins?\b|seconds?\b|secs?\b|"
    r"fortnight|noon\b|midday|mid-day|midnight|mid night|morning|afternoon|evening|nights?\b|lunch|eod\b|e\.o\.d|eo[wmqy]\b|bo[wmqy]\b|"
    r"cob\b|c\.o\.b|close of|end of|start of|beginning of|soon|asap|a\.s\.a|shortly|earliest|later\b|future|due\b|time\b|times?\b|moment|"
    r"while\b|bit\b|timely|delay|long\b|promptly|quickly|fast\b|rapidly|sometime|convenien|opportunit|chance|permits?\b|allows?\b|"
    r"release|version|update|sprint|patch|iteration|build|road\b|line\b|notice\b|term\b|point\b|stage\b|date\b|possibl|half\b|past\b|"
    r"o['’]?clock|spring|summer|autumn|fall\b|winter|q[1-4]|h[12]\b|christmas|xmas|boxing|new year|halloween|valentine|first\b|"
    r"at (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|[ap]\.? ?m\b|century|last\b|next\b)",
    re.IGNORECASE,
)
