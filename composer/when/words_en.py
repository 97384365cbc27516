"""English words for times, as pieces of patterns and the values they stand for."""
# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue tuseday teusday",
            "wednesday weds wed wednsday wensday wedensday",
            "thursday thurs thur thu thurday thrusday",
            "friday fri firday",
            "saturday sat saterday",
            "sunday sun",
        )
    )
    for name in names.split()
}
_ONE_WORDS = "one two three four five six seven eight nine"
_ONES = _ONE_WORDS.split()
_TEEN_WORDS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TEENS = _TEEN_WORDS.split()
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = _TEN_WORDS.split()
NUMBERS: dict[str, float] = {
    **{word: n for n, word in enumerate(_ONES, start=1)},
    **{word: n for n, word in enumerate(_TEENS, start=10)},
    **{word: n * 10 for n, word in enumerate(_TENS, start=2)},
    **{f"{ten}-{one}": t * 10 + o for t, ten in enumerate(_TENS, 2) for o, one in enumerate(_ONES, 1)},
    **{f"{ten} {one}": t * 10 + o for t, ten in enumerate(_TENS, 2) for o, one in enumerate(_ONES, 1)},
    "a": 1,
    "an": 1,
    "half a": 0.5,
    "half an": 0.5,
    "a half": 0.5,
    "another": 1,
    "a single": 1,
}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {
    **{word: n for n, word in enumerate(_ORDINALS.split(), start=1)},
    **{f"twenty{join}{word}": 20 + n for join in " -" for n, word in enumerate(_ORDINALS.split()[:9], 1)},
    **{f"twenty{join}{word}": 20 + n for join in " -" for n, word in enumerate(_ONES, 1)},
    "thirtieth": 30,
    "thirty first": 31,
    "thirty-first": 31,
}
UNITS = {
    "second": "second seconds sec secs",
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs h",
    "day": "day days night nights",
    "week": "week weeks wk wks",
    "fortnight": "fortnight fortnights",
    "month": "month months",
    "quarter": "quarters",
    "year": "year years yr yrs",
}
UNIT_OF = {word: unit for unit, words in UNITS.items() for word in words.split()}
# A zone without offset is shown as written and read in the reader's own zone data: IANA names by habit.
ZONES = {
    "utc": "UTC",
    "gmt": "UTC",
    "et": "America/New_York",
    "est": "America/New_York",
    "edt": "America/New_York",
    "ct": "America/Chicago",
    "cst": "America/Chicago",
    "cdt": "America/Chicago",
    "mt": "America/Denver",
    "mst": "America/Denver",
    "mdt": "America/Denver",
    "pt": "America/Los_Angeles",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "cet": "Europe/Berlin",
    "cest": "Europe/Berlin",
    "bst": "Europe/London",
    "wet": "Europe/Lisbon",
    "west": "Europe/Lisbon",
    "eet": "Europe/Athens",
    "eest": "Europe/Athens",
    "msk": "Europe/Moscow",
    "ist": "Asia/Kolkata",
    "sgt": "Asia/Singapore",
    "hkt": "Asia/Hong_Kong",
    "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul",
    "aest": "Australia/Sydney",
    "aedt": "Australia/Sydney",
    "acst": "Australia/Adelaide",
    "awst": "Australia/Perth",
    "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland",
    "mez": "Europe/Berlin",
    "mesz": "Europe/Berlin",
}
PARTS = {
    "morning": (6, 12),
    "afternoon": (12, 17),
    "evening": (17, 21),
    "night": (18, 24),
    "lunchtime": (12, 14),
    "lunch": (12, 14),
    "am": (6, 12),
    "pm": (12, 18),
}
VAGUE = (
    r"as soon as (?:possible|(?:we|i|you|they) (?:possibly )?can|is possible)",
    r"at (?:the|our|my|your) earliest (?:possible )?(?:convenience|opportunity|time)",
    r"at (?:a|some) (?:later|future) (?:date|day|point|time|stage)",
    r"at some (?:point|stage)(?: in the (?:near )?future)?",
    r"in (?:the )?(?:very )?(?:near|nearest|foreseeable|not too distant) future",
    r"in (?:due (?:course|time)|good time|no time|a (?:short )?(?:while|bit|moment|little while)|a timely (?:manner|fashion))",
    r"(?:with|without) (?:any )?(?:undue|further|unnecessary) delay",
    r"(?:over|in|during|within) the (?:next few|coming|next couple(?: of)?|following|upcoming) (?:business |working )?(?:minutes|hours|days|weeks|months)",
    r"(?:in|within|over) (?:a few|few|some|several|a couple(?: of)?|a number of) (?:more )?(?:business |working )?(?:minutes|hours|days|weeks|months)",
    r"any (?:minute|moment|hour|day|time) now",
    r"(?:before|ere) (?:too )?long",
    r"(?:(?:very |quite |pretty |fairly |really |any time |anytime |some ?time |real )soon|(?<!as )soon(?! as))(?:er or later)?",
    r"(?:very )?shortly",
    r"(?:right |straight )?asap",
    r"a\.s\.a\.p\.?",
    r"momentarily",
    r"promptly",
    r"sometime",
    r"one of these days",
    r"when (?:we|i) (?:get|have|find) (?:a chance|a moment|some time|the time|time|round to it)",
    r"when (?:time|resources?) (?:permits?|allows?)",
    r"(?:in|with|for|by) (?:the|one of the|our|a|an) (?:next|upcoming|coming|future|later) (?:minor |major |patch )?(?:release|version|update|sprint|patch|iteration|build)s?",
    r"down the (?:road|line)",
    r"in the shortest possible time",
    r"later on(?! (?:in the day|to-?day))",
    # "two days later" and "no later" name no time to come; "later" at the end of a clause does
    r"(?=later)(?<!or )(?<!no )(?<!than )(?<!much )(?<!days )(?<!weeks )(?<!months )(?<!years )(?<!hours )(?<!minutes )(?<!day )(?<!week )(?<!month )(?<!year )later(?=\s*(?:[.;!)]|$))",
    r"(?:as|so) (?:quickly|fast|promptly|rapidly) as (?:possible|(?:we|i) can)",
    r"(?:a bit|a little|some time) later",
    r"until further notice",
    r"in the (?:short|medium|long) term",
)
