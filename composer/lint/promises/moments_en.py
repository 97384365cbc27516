"""English words that are a time in a promise, though not by themselves: *by 11*, *on your next bill*, *before half-term*.

What has a day or an hour of its own is read by :mod:`composer.when`. These name a moment that only the
sentence, the school or the round of the van fixes, or figures that a promise alone makes a clock of.
"""
# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one

import re
from functools import cache
from itertools import islice

_MOST = 24
_HOUR = r"(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NUMBER = rf"(?:\d+|{_HOUR}|fourteen|fifteen|twenty|thirty|forty|sixty|an?|half an?|a few|a couple of|a couple|a further|another(?: {_HOUR})?|some)"
_UNIT = r"(?:min(?:ute)?s?|hours?|hrs?|days?|nights?|weeks?|fortnight|months?|sleeps?)"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
# What may stand behind an hour without making it a number of things.
_ON = (
    r"(?=\s*(?:[,.;!)–—]|$)|\s(?:sharp|your time|our time|my time|local time|and|or|on the dot|to|with|when|then|so|on|in|at|as|but|because|"
    r"if|we|i|you|he|she|they|today|tomorrow|latest|instead|from|for (?:the|your|you|a)|this|next)\b)"
)
_NO_ROUND = r"(?!last\b|previous\b|next (?:step|page|question|level|prompt|room|screen|field|line|column|row|paragraph|section|one|two|few|person|door|button|tab|word|dialog|item|slide|table|street)s?\b)"
_TERM = r"(?:half[ -]term|term(?:[ -]time)?|(?:school |bank |summer |easter |autumn |spring |winter |christmas |half-term )*holidays?(?: weekend| monday)?|semester|season|school year|stocktaking|stock-?take|diwali|eid|ramadan|passover|hanukkah|harvest|carnival|the agm|agm|exams|half-time|kick-?off|curtain-?up)"
_DIGITS = "1|2|3|4|5|6|7|8|9"
_HOURS = f"{_DIGITS}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_LONG = " min| hour| hr| day| night| week| fortnight| month| sleep"
# Each with words of which one has to stand in a sentence (in small letters), so that most are never tried.
_PATTERNS: tuple[tuple[str, str], ...] = (
    # hours, and figures that could be prices
    (
        _HOURS,
        rf"(?:at|by|before|until|till|til|around|about|from|after|towards) {_HOUR}(?:ish)?{_ON}|"
        r"(?:at|by|before|until|till|from|around|about|after) (?:[01]?\d|2[0-3])\.[0-5]\d(?![\d%]|\.\d| (?:each|per|euros?|a (?:month|year|week)|more|extra|on top|to your))",
    ),
    (
        "between",
        rf"between (?:\d{{1,2}}|{_HOUR}) and (?:\d{{1,2}}|{_HOUR})(?![\w%])(?! (?:of|people|users|characters|items|pieces|per)\b)|between now and (?:the |your |our |my )?[\w-]+",
    ),
    (
        "in five|in ten|in fif|in twen|in thir",
        r"(?<!one )(?<!nine )(?<!out of )in (?:five|ten|fifteen|twenty|thirty)(?=\s*(?:[.,;!)–—]|$))",
    ),
    ("first thing", r"first thing(?=\s*(?:[.,;!)]|$)|\s(?:with|and|so|when)\b)"),
    # waits: how long somebody is asked to wait, or is still to wait
    (
        "give ",
        rf"(?<=give )(?:me|us|it|them|him|her|the [\w-]+|our [\w-]+) (?:about |just |up to |maybe |until |till )*(?P<t>{_NUMBER}(?: more| dry| further)* {_UNIT}|until [\w ]{{3,20}}|lunch(?:time)?)",
    ),
    (
        "allow ",
        rf"(?<=allow )(?:me|us|it|them|the [\w-]+) (?:about |up to |maybe )?(?P<t>{_NUMBER}(?: more| dry| working| business)* {_UNIT})",
    ),
    (
        "tight|bear with|hang on|hold |stay put|wait",
        rf"(?:sit tight|bear with (?:me|us)|hang on|hold on|hold tight|stay put|wait)(?: there)?(?: for)?(?: about| just| maybe)? (?P<t>{_NUMBER}(?: more)? {_UNIT})",
    ),
    ("more", rf"{_NUMBER} more (?:dry |working |business )?{_UNIT}"),
    (
        "another",
        rf"(?:for )?another {_HOUR}(?: (?:working|business))? {_UNIT}|for another (?:fourteen|fifteen|twenty|thirty|\d+|week|day|fortnight|month)(?: {_UNIT})?",
    ),
    ("in |inside of", rf"(?:inside of|in ~|in about|in under|in less than|in) ?(?:\d+|{_HOUR}) {_UNIT}"),
    (
        _LONG,
        rf"{_NUMBER}(?: working| business)? {_UNIT}(?: (?:later|ahead|beforehand|afterwards|in advance|hence|from then)|(?=,? (?:and (?:it|you|your|we|the)|then)\b))|(?:a|within the|the) (?:day|hour|week|minute|fortnight) (?:or two|or so)",
    ),
    # the next of a row
    (
        "invoice|bill|statement|payslip|release|update|batch|shipment|edition|issue|payroll",
        r"(?:on|with|in|off|to) (?:the|your|our) (?!last\b|previous\b|original\b|old\b|wrong\b|attached\b|enclosed\b|next\b)(?:\w+ )?"
        r"(?:invoice|bill|statement|payslip|release|update|batch|shipment|edition|issue|payroll)|with the next \w+ (?:version|release|update)",
    ),
    (
        " next ",
        rf"(?:on|with|in|off|to|from|against|at|during|into|onto|by) (?:the|your|our|my|his|her|their)(?: very)? {_NO_ROUND}next [\w-]+(?: (?:round|visit|trip|run|delivery|shift|van|truck|bill|invoice|statement|payslip|call|meeting|release|update|issue|day|order|bulletin|sitting|batch|train|ferry|flight|tide|post|class|lesson|night|collection|edition|version|payment|pay))?",
    ),
    (
        "ary|march|april|may|june|july|august|ber",
        rf"(?:with|in|on) the {_MONTH} (?:salary|salaries|pay|payroll|payslip|payslips|bill|bills|invoice|statement|edition|issue|release|update|run|batch|newsletter|meeting|sitting)|(?:by|in|on) (?:next )?{_MONTH}",
    ),
    (
        "nightly|weekly|daily|hourly|monthly",
        r"(?:with|in|by|during) (?:the|our) (?:nightly|weekly|daily|hourly|monthly) (?!newsletter\b|report\b|limit\b|quota\b)\w+",
    ),
    (
        "first day|return| way|road home|round| post",
        r"on (?:my|his|her|our|their) (?:first day(?: back)?|return|way (?:home|back|over|in|past|through|down|up)|road home|rounds?)|on the road home|(?:in|with|by) (?:the )?(?:noon|morning|evening|first|last|second|next) post|by return(?: of post)?",
    ),
    (
        "week's|week’s|month's|month’s|day's|day’s|night's|night’s|morrow's|morrow’s|evening's|evening’s",
        r"(?:in|with|on|by|at|during) (?:this |next )?(?:week|month|today|tonight|tomorrow|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday)['’]s (?:\w+ )?(?:batch|run|delivery|post|mail|round|shipment|update|release|issue|edition|meeting|session|truck|van|lorry|shift|maintenance|payroll|bulletin)",
    ),
    # days that another event fixes
    (
        " day|date|same |morning|evening|week",
        r"(?:on|by|until|before) (?:check-?(?:in|out)|moving|delivery|collection|departure|arrival|launch|release|opening|pay|wedding|results?|match|travel|polling|exam|surgery) day|"
        r"(?:on|by|from) (?:that|which) (?:date|day)|(?:on )?that (?:very|same) (?:day|morning|afternoon|evening|night|week)|(?:on |in )?the (?:very )?same (?:day|morning|afternoon|evening|night|week|hour)|"
        r"the (?:morning|day|evening|week|weekend) (?:after|before)(?: that)?|(?:a|the) day ahead|in the (?:morning|evening)|(?:calendar )?week \d{1,2}",
    ),
    (
        "while you",
        r"while you(?:['’]re| are) (?:at|in|on|out|away|asleep|having|waiting|here|there|shopping|sleeping|eating)\b(?: [\w-]+)?",
    ),
    # terms, holidays and the like
    (
        "term|holiday|semester|season|school|stock|diwali|eid|ramadan|passover|hanukkah|harvest|carnival|agm|exam|half-time|kick|curtain|festival|sale|shift|tax year|financial year|show",
        rf"(?:by|before|until|till|after|over|during|from|at|in|straight after|right after|this side of) (?:the )?(?:next |this |coming )*{_TERM}|(?:by |before |until |after |through )?(?:the )?(?:end|start|beginning|close) of (?:the |this |next |your )?(?:term|season|semester|school year|tax year|financial year|festival|sale|exams|shift|show|holidays)|"
        r"(?:next|this) (?:semester|term|season|school year)|(?:over |on )?the bank holiday(?: weekend)?",
    ),
    (_DIGITS, r"in (?:version )?\d+\.\d+(?:\.\d+)?|from the \d{1,2}(?:st|nd|rd|th) on"),
)


@cache
def _compiled() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    return tuple(
        (tuple(words.split("|")), re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.IGNORECASE))
        for words, pattern in _PATTERNS
    )


def moments_in(text: str) -> list[tuple[int, int]]:
    """Return where a sentence names moments, in order and none inside another."""
    near = text.lower()
    found = [
        m.span("t") if "t" in pattern.groupindex and m["t"] else m.span()
        for words, pattern in _compiled()
        if any(map(near.__contains__, words))
        for m in islice(pattern.finditer(text), _MOST)
    ]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
