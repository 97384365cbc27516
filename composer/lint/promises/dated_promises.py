"""Promises that only their time or their event makes plain.

*I will print the list* may be talk; *I will print the list by Friday* is a promise, whatever the verb, and so
is *I will print it as soon as the data is in*. So beside :mod:`composer.lint.promises.commitments`, which knows promises by
their verbs and finds them without any time, this reads the sentences that name a coming time or an event: any
act of ours counts there, and only what is no act (being somewhere, travelling, needing, hoping to hear) does not.
"""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from composer.lint.cue import Cue
from composer.lint.own_words import Passage, PassageKind
from composer.lint.promises.act_patterns import (
    NAMED_ACTS,
    OUR_SUBJECT,
    WE_ACT,
    WE_DO_BY,
    WE_GO_ON,
    WILL_CUE,
    YOU_HAVE,
)
from composer.lint.promises.commitments import (
    ASKS_FIRST,
    DEPENDS,
    DEPENDS_LATER,
    RECOMMENDS,
    Commitment,
    Sign,
    clause_at,
    is_doubted,
)
from composer.lint.promises.events import OTHER_CLAUSE, event_of, names_event
from composer.lint.promises.phrases import HAS_VERB, MOST_NOMINAL_WORDS, NOMINAL, PHRASES
from composer.lint.sentences import Stretch
from composer.when.eta import Certainty, TimeExpression

_BY_ITSELF = re.compile(
    r"\b(?:automatic(?:ally)?|link|password|code|notification|confirmation|reminders?|message)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:never|not be able|won['’]t|cannot|can['’]t|no longer|will not|shall not)\b", re.IGNORECASE
)
_BREAK = re.compile(r"[;:,]|\b(?:but|and|so)\b", re.IGNORECASE)
_NOT_OURS = re.compile(
    r"(?:\b(?:he|she|they|[A-Z][a-z]+) (?:says?|said|thinks?|claims?|tells?|told|expects?|hopes?|wonders?|wondered)\b(?: \w+){0,3}|"
    r"\b(?:not sure|unsure|don['’]t know|doubt|wonder|wondering|whether|if|when|in case|unless|until|by the time|the day|hopes?|hopeful|wish|"
    r"propose|suggest|recommend|assume|pretend|imagine|suppose)\b(?: [^,;]{0,80} and)?(?: that| if| when)?) ?$"
)
# "Whether it will be fixed": a thing's subject stands before the words that are found.
_OPEN_THING = re.compile(
    r"\b(?:whether|if|unless|in case|doubt|know when|not sure|unsure|wonder)(?: that)?(?: [\w'’-]+){1,4}$",
    re.IGNORECASE,
)
# "Can you let them know that it goes out tonight" asks for something, with or without its mark.
_REQUEST = re.compile(
    r"^(?:\W*[\w-]+,? )?(?:can|could|would|will) (?:you|someone|somebody)\b.*\b(?:that|know|whether)\b",
    re.IGNORECASE,
)
# "Ben will call back to let us know": what comes to us is not promised by us.
_TO_US = re.compile(
    r"\b(?:(?:let|inform|tell|call|send|update) us|(?:back|reply|report) to us)\b", re.IGNORECASE
)
# "Send me the address so that I can mail it tomorrow" says what the address is for.
_PURPOSE = re.compile(r"\b(?:so|so that|in order that)(?: then)? $", re.IGNORECASE)
_CAN = re.compile(r"(?:i|we) (?:can|could|may|might)\b", re.IGNORECASE)
_WE = re.compile(r"(?<![\w'’])(?:i|we|our|my)\b", re.IGNORECASE)
# "Within five days" counts from what the customer does.
_FROM_THEN = re.compile(
    r"(?:within|in|after|over|during|up to|the (?:next|following)|next)\b(?! (?:week|month))", re.IGNORECASE
)
_FARTHEST, _FARTHEST_NOUN = 60, 16
# What lies farther off belongs to something else; and more than this in one sentence is no mail.
_REACH, _LONGEST, _MOST, _MOST_ALIKE = 300, 4000, 24, 6
_NEW_CLAUSE = re.compile(r"[;:]\s|\b(?:that|which|who|when|where|because|if|whether|unless)\b", re.IGNORECASE)
_SLOT = re.compile(
    r"\b(?:availab\w+|free|suits?|convenient|works? (?:best )?for you|times?|slots?|dates?)\b", re.IGNORECASE
)
# Who is asked to ring on Monday gets on Monday what we promise him for the call.
_MEETING = re.compile(
    r"^\W*(?:(?:please|just|so|then|and|or),? )*(?:call|ring|phone|visit|come(?: by| in| over)?|stop by|drop by)\b(?! (?:him|her|them)\b)",
    re.IGNORECASE,
)
# "On Friday Anna and I will …" has one subject.
_WITH_ME = re.compile(r" [A-Z][\w-]+(?: [A-Z][\w-]+)? and $")
# "Today's decision", "a June 2nd draft", "the 10 am deadline": the time names a thing, not when we act.
_OWNS = re.compile(r"['’]s (?!end\b|close\b|time\b)")
_NAMES_A_THING = re.compile(
    r" (?!(?:at|by|on|in|for|to|and|or|but|with|when|after|before|if|as|so|of|from|until|through|we|i|you|he|she|they|it|our|the|your|my|a|an|will|is|are|at|latest|"
    r"via|because|since|unless|while|then|once|using|per|please|morning|afternoon|evening|night|onwards|instead|together|again|also|too|prior|regarding|about|that|which)\b)(?![a-z]+(?:ing|ly|ed)\b)[a-z]{3,}",
)
# "The letter that came on Friday", "the meeting scheduled for Friday": the thing has the time.
_OF_A_THING = re.compile(
    r"[a-z] (?:that|which|who) (?:is|are|was|were|has|have|had|came|comes?|went|goes|takes?|starts?|begins?|ends?|runs?|arrived?s?|happen(?:s|ed)|[a-z]+ed)\b|"
    r"\b(?:scheduled|planned|dated|held|expected|anticipated|starting|beginning|ending|arriving|received|taking place)(?: (?:to [a-z]+|for|on|at|by|from|in))* ?(?:the )?$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:an?|the|this|our|your|my|that) $", re.IGNORECASE)
_WILL_WORDS = Cue(
    "'ll|’ll|'d|’d|will|shall|should|going to|gonna|plan|hope|hoping|aim|intend|expect|promise|trying|try|attempting|endeavo|target|goal|intention"
)
"""One of these stands where :data:`WILL_CUE` finds something."""
_LEADS = ("by", "before", "until", "within", "no later than", "not later than", "bis", "vor")


def dated_promises(passage: Passage, times: Iterable[TimeExpression]) -> Iterator[Commitment]:
    """Yield the sentences of a passage in which we promise an act by one of the times or after an event, in order.

    ``times`` are those of the passage; a time that is past does not belong in there.
    """
    if passage.kind in (PassageKind.HEADING, PassageKind.CLOSING):
        return
    within = _by_sentence(passage, times)
    may_wait = passage.cued(_WILL_WORDS) and _may_wait(passage.words)
    for sentence in passage.sentences if within or may_wait else ():
        dated = within.get(sentence.start, [])
        waits = may_wait and _may_wait(sentence.text)
        if (dated or waits) and not sentence.text.endswith("?"):
            found = _promise_in(sentence, dated, waits=waits)
            if found is not None:
                yield found


def _may_wait(text: str) -> bool:
    return WILL_CUE.search(text) is not None and names_event(text)


def _by_sentence(passage: Passage, times: Iterable[TimeExpression]) -> dict[int, list[TimeExpression]]:
    kept: dict[int, list[TimeExpression]] = {}
    for time in times:
        within = kept.setdefault(passage.sentence_at(time.start).start, [])
        if len(within) < _MOST:
            within.append(time)
    return kept


def _promise_in(sentence: Stretch, times: list[TimeExpression], *, waits: bool) -> Commitment | None:
    text = sentence.text[:_LONGEST]
    acts = sorted(_acts_in(text), key=lambda m: m.start())
    if times:
        for match in sorted((*acts, *_said_with_time(sentence, times)), key=lambda m: m.start()):
            if _is_ours(text, match) and _holds(sentence, match, times):
                return _commitment(sentence, match, Sign.TIME)
    for match in acts if waits else ():
        event = event_of(text, match.start(), match.end())
        if event and _is_ours(text, match) and not _waits_for_them(text, text[: match.start()], later=False):
            return _commitment(sentence, match, Sign.EVENT, event)
    return None


def _commitment(sentence: Stretch, match: re.Match[str], sign: Sign, event: str = "") -> Commitment:
    start, end = clause_at(sentence.text, match)
    return Commitment(sentence.start + start, sentence.start + end, sentence, sign, event)


def _acts_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the acts of ours that need a time or an event to be promises."""
    for pattern in NAMED_ACTS:
        yield from islice(pattern.finditer(text), _MOST_ALIKE)
    if not WILL_CUE.search(text):
        return
    for pattern in WE_ACT:
        yield from islice(pattern.finditer(text), _MOST_ALIKE)
    for match in islice(WE_GO_ON.finditer(text), _MOST_ALIKE):
        subjects = list(OUR_SUBJECT.finditer(text, max(0, match.start() - _REACH), match.start()))
        if subjects and subjects[-1]["we"]:
            yield match


def _said_with_time(sentence: Stretch, times: list[TimeExpression]) -> Iterator[re.Match[str]]:
    """Yield what is a promise only beside a time."""
    text = sentence.text
    placed = [(time.start - sentence.start, time.end - sentence.start) for time in times]
    yield from (m for pattern in PHRASES if (m := pattern.search(text)) and _is_close(text, m, placed))
    if any(time.lead in _LEADS for time in times):
        yield from islice(WE_DO_BY.finditer(text), 1)
    if not _BY_ITSELF.search(text):
        yield from islice(YOU_HAVE.finditer(text), _MOST_ALIKE)


def _is_close(text: str, match: re.Match[str], times: list[tuple[int, int]]) -> bool:
    """Tell whether a phrase and a time belong together; a noun with a time has to be the whole sentence."""
    is_nominal = NOMINAL.match(match.group()) is not None
    behind = [text[match.end() : start] for start, _ in times if start >= match.end()]
    gaps = [gap.removeprefix(":") if is_nominal else gap for gap in behind]
    farthest = _FARTHEST_NOUN if is_nominal else _FARTHEST
    near = any(len(gap) <= farthest and not _NEW_CLAUSE.search(gap) for gap in gaps)
    if not near and not any(start < match.end() for start, _ in times):
        return False
    if not is_nominal:
        return True
    rest = text[max(end for _, end in times) :]
    return len(text.split()) <= MOST_NOMINAL_WORDS and len(rest.split()) <= 1 and not HAS_VERB.search(rest)


def _is_ours(text: str, match: re.Match[str]) -> bool:
    """Tell whether an act is said to happen, and by us."""
    before, behind = text[: match.start()], text[match.end() : match.end() + 60]
    near = match.group() + _BREAK.split(behind, maxsplit=1)[0]
    if _REFUSED.search(near) or RECOMMENDS.search(match.group()):
        return False
    if not _WE.search(match.group()) and _TO_US.search(text, match.start()):
        return False
    if match.group()[0] in " '’" and _OPEN_THING.search(before):
        return False
    if _PURPOSE.search(before) and _CAN.match(match.group()):
        return False
    return not (_REQUEST.search(before) or _NOT_OURS.search(before) or is_doubted(before))


def dates_a_thing(text: str, start: int, end: int) -> bool:
    """Tell whether the time ``text[start:end]`` only says which thing is meant: *today's call*, *a Friday call*."""
    if _OWNS.match(text, end):
        return True
    named = text[start:end].lower()
    led = _ARTICLE.search(text[max(0, start - 6) : start]) or (
        named.startswith("the ") and " of " not in named
    )
    return bool(led) and _NAMES_A_THING.match(text, end) is not None


def dates_promise(one: Commitment, time: TimeExpression) -> bool:
    """Tell whether a time in a commitment's sentence says when it is kept, and not when something else is."""
    text, at = one.sentence.text, one.sentence.start
    if dates_a_thing(text, time.start - at, time.end - at):
        return False
    if time.start - one.end > _REACH:
        return False
    return time.start < one.end or not OTHER_CLAUSE.search(text, one.end - at, time.start - at)


def _holds(sentence: Stretch, match: re.Match[str], times: list[TimeExpression]) -> bool:
    text, before = sentence.text, sentence.text[: match.start()]
    at = sentence.start + match.start()
    # A bare "2 months" is how long something lasts.
    named = [
        t
        for t in times
        if t.certainty is not Certainty.WAIT
        and t.lead != "since"
        and not dates_a_thing(text, t.start - sentence.start, t.end - sentence.start)
    ]
    ours = [
        t for t in named if _reaches(sentence, match, t) or _leads_up(text, t.end - sentence.start, match)
    ]
    if _waits_for_them(text, before):
        # Only a moment of its own makes a promise of what depends on the customer first; but who asks
        # for a time on Monday and arranges the rest does it then.
        ours = [t for t in ours if t.start >= at and t.is_dated and not _FROM_THEN.match(t.text)]
        if ASKS_FIRST.search(before) and _SLOT.search(before):
            ours += [t for t in named if t.start < at and t.lead not in _LEADS]
    if came := _MEETING.search(before):
        ours += [t for t in named if t.start < at and (t.lead not in _LEADS or came.group().endswith(t.lead))]
    return bool(ours)


def _reaches(sentence: Stretch, match: re.Match[str], time: TimeExpression) -> bool:
    """Tell whether a time stands in or behind an act, with no other clause between."""
    start = time.start - sentence.start
    if start < match.start() or start - match.end() > _REACH:
        return False
    between = sentence.text[match.end() : start]
    return not (OTHER_CLAUSE.search(between) or _OF_A_THING.search(between))


def _waits_for_them(text: str, before: str, *, later: bool = True) -> bool:
    if DEPENDS.match(before) or ASKS_FIRST.search(before):
        return True
    return later and DEPENDS_LATER.search(text) is not None


def _leads_up(text: str, end: int, match: re.Match[str]) -> bool:
    """Tell whether a time stands right before the promise: *Tomorrow, I will …*."""
    between = _WITH_ME.sub(" ", text[end : match.start()])
    return (
        end <= match.start()
        and len(between) <= 24
        and not re.search(r"['’]s|[.;:]|\b(?:and|that|but|what|which|who|because)\b", between)
    )
