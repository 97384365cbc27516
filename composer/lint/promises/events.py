"""Events that a promise waits for: *as soon as the part is in*, *once I have met him*, *after the call*.

Such a promise has no day, and yet it binds. Whether it can be filed is for others; here is only said
which words name the event, and whether they belong to the promise.
"""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator
from itertools import islice

_CUE = re.compile(
    r"\b(?:soon as|once|when|after|before|the (?:moment|minute|day)|upon|on (?:(?:final|full) )?(?:receipt|completion|approval|arrival|delivery|signature|execution|release|my|our|his|her)|following|as (?:i|we|things)|as [^.,;:]{1,60} (?:becomes?|gets?|comes?|is|are|available|known|ready))\b",
    re.IGNORECASE,
)
_READY = r"(?:available|known|ready|finished|completed?|done|secured|defined|confirmed|approved|settled|free)"
_EVENT = re.compile(
    r"(?<![\w'’-])(?:"
    r"(?:just |right |immediately |straight )?(?:(?<!at )(?<!all at )(?<!only )(?<!this )(?:as soon as|soon as|once|when(?:ever)?|after|before|the (?:moment|minute|day)(?: that)?)) "
    r"(?=[\w'’-]+)|"
    rf"as (?=(?:they|it|more|these|those|new|the|[a-z]+s)\b[^.,;:]{{0,40}}?\b(?:becomes?|gets?|comes? in|(?:is|are) {_READY}|{_READY}))|"
    r"as (?=(?:(?:i|we) (?:learn|receive|get|hear|have|find)|things (?:change|develop|move))\b)|"
    r"(?:up)?on (?=(?:final |full |successful )?(?:receipt|completion|approval|arrival|delivery|signature|execution|release|(?:my|our|his|her) return)\b)|"
    r"following (?=(?:the|our|my|this|tomorrow|today)\b))",
    re.IGNORECASE,
)
# "As soon as possible" is a time, "once a month" a habit, "after all" a phrase, "when to" a question.
_NO_EVENT = re.compile(
    r"(?:possible|practicable|necessary|needed|required|appropriate|applicable|convenient|in doubt|using|to|and|or|is|are|was|were|will|do|does|did|"
    r"again|more|upon|a (?:day|week|month|year|quarter|while|bit|moment)|an hour|per|every|each|all|(?:that|this|it)(?= ?(?:[.,;:!?]|$|i\b|we\b))|which|long|then|now|"
    r"(?:we|i|you|they) (?:possibly )?can\b|\d)\b",
    re.IGNORECASE,
)
# "I'll tell you when it is" asks and answers a question of time.
_ASKED = re.compile(
    r"\b(?:know|tell|ask|see|say|decide|determine|check|find out|learn|remember|recall|explain|show|describe|sure|advise|confirm|of|on|about|since|until|till|like)"
    r"(?: (?:you|me|us|him|her|them|people|everyone|exactly))? $",
    re.IGNORECASE,
)
# "To look after somebody", "to clean up after him" name no event.
_PARTICLE = re.compile(
    r"\b(?:look(?:s|ed|ing)?|clean(?:ed|ing)? up|tak(?:e|es|en|ing)|nam(?:e|ed)|go(?:es|ing)?|ran|run(?:ning)?|ask(?:ed|ing)?|inquir(?:e|ed|ing)) $",
    re.IGNORECASE,
)
_DOING = re.compile(r"[a-z]+ing\b")
_TOLD = re.compile(
    r"\b(?:was|were|did|had|went|saw|said|came|thought|tried|ran|wanted|asked)\b", re.IGNORECASE
)
_WILL = re.compile(r"\b(?:will|shall|should|can|could|would|may|please|must)\b|['’](?:ll|d)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"^(?:\W*|.{0,200}?(?:[.:;–—]|\s-|,)\s*)(?:(?:and|but|so|then|also|hopefully|yes|ok|okay|otherwise)\b,? )*$",
    re.IGNORECASE | re.DOTALL,
)
_TO_THEM = re.compile(r"(?:you(?: and i)?|your|he or she|if)\b", re.IGNORECASE)
_FARTHEST, _MOST = 160, 24
# Another subject with a verb of its own begins another clause, and an event in there is not ours.
OTHER_CLAUSE = re.compile(
    r"\b(?:and|but) (?:would like|need|want|hope you|look forward)\b|(?:[,;:.–—(]|\s-|\b(?:and|but|as|so|because|since|while|though|although|which|who|that|if|when|where))\s+(?:i|we|you|he|she|they|it|there|this|that)"
    r"(?:['’](?:m|re|s|ve|d)\b|\s+(?:am|are|is|was|were|have|has|had|need|want|can|could|would|may|might|must|do|does|did|will (?:be|have|need|see)|won['’]t|hope you|know|think|wanted|hoped|thought|tried|called|sent|got)\b)",
    re.IGNORECASE,
)


def event_of(text: str, start: int, end: int) -> str:
    """Return the words of the event that the promise ``text[start:end]`` waits for, empty if none."""
    for first, last in _events_in(text):
        if end <= first <= end + _FARTHEST and OTHER_CLAUSE.search(text[end:first]) is None:
            return _words(text[first : first + _FARTHEST])
        if start - _FARTHEST <= last <= start and _leads(text, first, last, start):
            return _words(text[first : first + _FARTHEST])
    return ""


def names_event(text: str) -> bool:
    """Tell whether a text has words that could name an event; quick, and true too often."""
    return _CUE.search(text) is not None


def _events_in(text: str) -> Iterator[tuple[int, int]]:
    for match in islice(_EVENT.finditer(text), _MOST):
        word, before = match.group().lower(), text[max(0, match.start() - 40) : match.start()]
        other_sense = (word.startswith("when") and _ASKED.search(before)) or (
            word == "after " and _PARTICLE.search(before)
        )
        habit = word.startswith("when") and _DOING.match(text, match.end())
        if other_sense or habit or _NO_EVENT.match(text, match.end()):
            continue
        clause = re.split(r"[,;:.!?]", text[match.end() : match.end() + _FARTHEST], maxsplit=1)[0]
        if not _TOLD.search(clause):
            yield match.start(), match.end()


def _leads(text: str, first: int, last: int, start: int) -> bool:
    """Tell whether the event opens the clause of the promise: *Once approved, we will …*.

    What the reader has to do first is a condition and no event: *once you have sent it*.
    """
    between = text[last:start]
    if _WILL.search(between) or _TO_THEM.match(between):
        return False
    return _OPENS.match(text[max(0, first - _FARTHEST) : first]) is not None


def _words(text: str) -> str:
    return re.split(r"[,;:.!?]", text, maxsplit=1)[0].strip()
