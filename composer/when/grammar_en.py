"""The English grammar of time expressions, joined from its parts.

Every pattern is linear: no repetition stands inside another over the same characters. Precision goes
first: where words can be a time or something else (*may*, *second*, *march*, *sat*), the pattern asks for
neighbours that leave no doubt.
"""
# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one

import re

from composer.when import clocks_en, dates_en, periods_en
from composer.when.fragments_en import Reader

PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), reader)
    for pattern, reader in (*dates_en.PATTERNS, *periods_en.PATTERNS, *clocks_en.PATTERNS)
)
CUE = re.compile(
    r"\d|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|today|ton|tom|tm|yest|day|"
    r"week|month|quarter|year|hour|minute|min|sec|fortnight|noon|mid|morning|after|even|night|lunch|end of|eo|bo|cob|close|"
    r"soon|asap|a\.s|short|conven|opport|future|due|good time|no time|while|bit|moment|timely|delay|coming|"
    r"before|ere|"
    r"pres|event|prompt|some|when|with|in|at|as|so|down|later|until|spring|summer|autumn|fall|winter|q[1-4]|christ|xmas|"
    r"box|"
    r"new y|hallo|valen|half|first|second|third|last|next|noon|every|each|o'clock)",
    re.IGNORECASE,
)
