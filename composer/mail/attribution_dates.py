"""Dates and times in attribution lines, in the languages that mail programs write them in."""

import re

_MONTHS = (
    r"jan|feb|mar|mär|maa|mrt|apr|may|mai|mei|maj|jun|jul|aug|ago|sep|set|oct|okt|out|ott|nov|dec"
    r"|dez|dic|déc|fév|fev|avr|abr|gen"
    r"|mag|giu|lug|ene|juin|juil|août|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru|янв|фев|мар|апр|мая"
    r"|май|июн|июл|авг|сен|окт|ноя"
    r"|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|tháng|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara"
)
# In lower case, and with a digit in front: the engine skips to the first one.
_DAY_FIRST = re.compile(
    r"\d(?:(?<!\w\d)(?:\d{0,3}[-./]\d{1,2}[-./]\d{1,4}\b"
    r"|(?<![:.]\d)\d?(?:st|nd|rd|th|er|º|ª)?\.?,?\s+(?:de\s+|of\s+|th\.\s+)?(?:" + _MONTHS + ")"
    r"|(?:(?<=1)9|(?<=2)0)\d\d\b)|\d{3}\s?年|\d?\s?月)"
)
_MONTH_FIRST = re.compile(rf"\b(?:{_MONTHS})[a-zéûíúěščřžýáóа-яіїєґ]{{0,10}}\.?,?\s+\d{{1,2}}\b")
_TIME = re.compile(r"\d(?<!\w\d)\d?(?:[:.h]\d{2}|\s?(?:am|pm|uhr))\b")
_CLOCK = "o'clock"
_DIGIT = re.compile(r"\d")
# A month's name with what may stand between it and the day.
_LONGEST_MONTH = 40


def after_date(text: str) -> str:
    """Return what stands behind the last date or time of a text."""
    lowered = folded(text)
    end = lowered.rfind(_CLOCK) + len(_CLOCK) if _CLOCK in lowered else 0
    for pattern in (_DAY_FIRST, _TIME):
        for match in pattern.finditer(lowered):
            end = max(end, match.end())
    further = _DIGIT.search(lowered, end)
    if further:
        for match in _MONTH_FIRST.finditer(lowered, max(0, further.start() - _LONGEST_MONTH)):
            end = max(end, match.end())
    return text[end:]


def folded(text: str) -> str:
    """Return a text in lower case, in which every sign keeps its place."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


def is_dated(text: str) -> bool:
    """Tell whether a text names a day or a year."""
    lowered = text.lower()
    if _DAY_FIRST.search(lowered):
        return True
    digit = _DIGIT.search(lowered)
    return (
        digit is not None and _MONTH_FIRST.search(lowered, max(0, digit.start() - _LONGEST_MONTH)) is not None
    )


def is_timed(text: str) -> bool:
    """Tell whether a text names a time of day."""
    lowered = text.lower()
    return _TIME.search(lowered) is not None or _CLOCK in lowered
