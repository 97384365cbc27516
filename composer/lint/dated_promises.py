"""Promises that only their time makes plain.

*I will print the list* may be talk; *I will print the list by Friday* is a promise, whatever the verb.
So beside :mod:`composer.lint.commitments`, which knows promises by their verbs and finds them without
any time, this reads the sentences that name a coming time: any act of ours counts there, and only what
is no act (being somewhere, travelling, needing, hoping to hear) does not.
"""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterable, Iterator

from composer.lint.commitments import (
    ADVERB,
    ASKS_FIRST,
    DEPENDS,
    DEPENDS_LATER,
    DO,
    DONE,
    RECOMMENDS,
    US,
    Commitment,
    clause_at,
)
from composer.lint.own_words import Passage, PassageKind
from composer.lint.promise_phrases import HAS_VERB, MOST_NOMINAL_WORDS, NOMINAL, PHRASES
from composer.lint.sentences import Stretch
from composer.when.eta import Certainty, TimeExpression

# Where one is, how one travels, what one feels, waits for or needs: nobody is promised anything by it.
_NO_ACT = (
    r"(?:(?:be|have|need|want|like|love|hate|know|think|believe|remember|miss|lose|remain|stay|live|sleep|eat|see|hear|"
    r"arrive|depart|travel|fly|drive|go|head|come|receive|require|wait|expect|hope|wish|prefer|understand|enjoy|assume|seem|"
    r"look forward|be sure|make sure|also|now|then|still|just|next|gladly|certainly|definitely|personally|immediately|quickly|probably|hopefully|otherwise|all|both|first|"
    r"when|if|as|and|or|but|in|on|at|by|with|to|the|an?|of|for|from|today|tomorrow|likely|never|not|always|only|try to|leave for|leave at|leave on|return (?:on|at|to|from|in|by|next)|"
    r"(?:leave|return|attend|retire)(?= *(?:[.,;]|$)))\b|(?:leave|return) (?-i:[A-Z])|[a-z]+ly\b(?<!\bsupply)(?<!\bapply)(?<!\breply))"
)
_AWAY = (
    r"(?:leaving|heading|travell?ing|flying|driving|going|coming|arriving|returning|staying|living|moving (?:to|in|out|on)|riding|seeing|"
    r"hearing|needing|having|looking|waiting|attending|being|missing|enjoying|praying|celebrating|thinking|wondering|hoping|planning)"
)
_EVENT = (
    r"(?:meetings?|calls?|conference|party|dinner|lunch|breakfast|drinks?|guests?|visitors?|holidays?|vacation|break|class|surgery|"
    r"baby|fun|time|day|week|weekend|chance|opportunity|problems?|trouble|questions?|look forward|seats?|tickets?|game)"
)
_HAVE = (
    rf"have (?:(?:it|this|that|these|those|them|something|more|further)\b|(?:an?|the|your|my|our|some|new|additional) "
    rf"(?!(?:[a-z-]+ ){{0,2}}{_EVENT}\b)[a-z]|"
    r"(?:someone|somebody|a colleague|my [a-z]+|our [a-z]+|(?-i:[A-Z])[a-z]+) [a-z]+)"
)
_READY = r"be (?:done|finished|through|ready|in touch|in contact)\b"
_GLAD = r"be (?:glad|happy|pleased|delighted) to (?!help\b|assist\b|answer\b|hear\b|see\b|be\b|receive\b|learn\b|know\b)[a-z]+"
_ABLE = rf"be able to (?!{_NO_ACT})[a-z]+"
_BE_BACK = r"be back [^.,;]{0,40}?\bto (?!be\b)[a-z]+"
_BE_DOING = rf"be (?:also |still |then )?[\"“‘]?(?!{_AWAY}\b)[a-z]+ing\b"
_ACT = rf"(?:{_HAVE}|{_READY}|{_GLAD}|{_ABLE}|{_BE_BACK}|{_BE_DOING}|(?!{_NO_ACT})(?:[a-z]{{2,}}|[a-z]-?[a-z]+)\b)"
_WILL = r"(?:['’]ll|\s+will|\s+shall|['’](?:m|re)\s+going\s+to|\s+(?:am|are|is)\s+going\s+to)(?:\s+(?:hopefully|probably|certainly))?"
_MADE = (
    rf"(?:{DONE}|issued|posted|published|provided|distributed|mailed|emailed|e-mailed|forwarded|updated|uploaded|"
    r"completed|finished|done|made available|announced|added|returned|reinstated|activated|answered|merged|installed|switched)"
)
_WE_ACT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w'’]){US}{_WILL}\s+{ADVERB}{{0,2}}{_ACT}",
        rf"(?<![\w'’])(?:i|we)\s+should\s+(?:also |then )?(?:{_HAVE}|{_READY}|{_ABLE})",
        rf"(?<![\w'’])(?:i|we)(?:['’]m|['’]re| am| are)?\s+(?:also |still |now )?(?:plan|planning|hope|hoping|aim|aiming|intend|intending|"
        rf"expect|expecting|promise|trying) to {ADVERB}{{0,1}}{_ACT}",
        rf"(?<![\w'’])and (?:plan|hope|aim|intend|expect|promise|will|shall)(?: to)? {ADVERB}{{0,1}}(?:{_HAVE}|{DO}(?![a-z]))",
        rf"(?<![\w'’])(?:our|my|the) (?:current )?(?:plan|target|goal|aim|intention) is to {ADVERB}{{0,1}}{_ACT}",
        r"(?<![\w'’])(?:i|we)(?:['’]m|['’]re| am| are) (?:also )?(?:meeting|speaking|talking|sitting down) [^.;]{1,80}?\bto (?:talk about|discuss|decide|"
        r"review|resolve|settle|fix|clarify|go over|plan|agree)\b",
        # A colleague by name, or another department: "Anna from billing will call you on Monday".
        rf"(?<![\w'’])(?!(?-i:You|They|It|This|That|There|What|Who|Which|If|When)\b)(?-i:[A-Z])[\w-]+(?: (?:from|in|of|at) (?:the |our )?[\w-]+| (?-i:[A-Z])[\w-]+){{0,3}}"
        rf"(?:['’]ll| will| shall) {ADVERB}{{0,2}}(?:be )?{DO}(?![a-z])(?=(?: [\w-]+){{0,4}} (?:you|your|our)\b|(?:(?<=you)|(?<=your)|(?<= our))\b)",
        rf"^\W*(?:will|shall) {ADVERB}{{0,2}}(?!you\b|he\b|she\b|they\b|we\b|it\b|the\b|this\b|that\b|there\b|any\b){_ACT}",
    )
)
# The same in the present tense is a promise only up to a moment: *I write to you by Friday*; in German
# any verb will do there but those of needing and waiting.
_NOT_GERMAN_ACT = r"(?:brauch|hab|hoff|erwart|bin|sind|wart|möcht|benötig|woll|will|könn|kann|müss|muss|bleib|bitt|soll|dürf|darf|rechn|glaub)"
_GERMAN_ACT = re.compile(
    rf"(?<!\w)(?:(?:ich|wir) (?!{_NOT_GERMAN_ACT})[a-zäöüß]{{2,20}}en?\b|(?!{_NOT_GERMAN_ACT})[a-zäöüß]{{2,20}}e(?: ich|n wir)\b)",
    re.IGNORECASE,
)
_WE_DO_BY = re.compile(rf"(?<![\w'’])(?:i|we) {ADVERB}?{DO}(?![a-z])", re.IGNORECASE)
_IS_DONE = re.compile(
    rf"(?<!\bi)(?<!\bwe)(?<!\bhe)(?<!\bshe)(?:['’]ll|\s(?:will|shall))(?: \w+ly| soon| now| then| also| all)? (?:be|get) {_MADE}\b(?! by default\b|(?: at least)? (?:until|till|through)\b)",
    re.IGNORECASE,
)
_YOU_HAVE = re.compile(
    r"(?<![\w'’])you(?:['’]ll| will| should)(?: then| also)? (?:have|get|receive) (?:it|this|that|them|these|those|(?:an?|the|your|our|my|all) [a-z]+)\b",
    re.IGNORECASE,
)
_BY_ITSELF = re.compile(
    r"\b(?:automatic(?:ally)?|link|password|code|notification|confirmation|reminder|message)\b", re.IGNORECASE
)
_REFUSED = re.compile(
    r"\b(?:never|not be able|won['’]t|cannot|can['’]t|no longer|will not|shall not)\b", re.IGNORECASE
)
_NOT_OURS = re.compile(
    r"(?:\b(?:he|she|they|[A-Z][a-z]+) (?:says?|said|thinks?|claims?|tells?|told|expects?|hopes?|wonders?|wondered)\b(?: \w+){0,3}|"
    r"\b(?:not sure|unsure|don['’]t know|doubt|wonder|wondering|whether|if|when|in case|unless|until|by the time|the day|hope|hopeful|wish)\b(?: that| if| when)?) ?$"
)
# "Within five days" counts from what the customer does.
_FROM_THEN = re.compile(
    r"(?:within|in|after|over|during|up to|the (?:next|following)|next)\b(?! (?:week|month))", re.IGNORECASE
)
_FARTHEST = 60
_NEW_CLAUSE = re.compile(r"[;:]\s|\b(?:that|which|who|when|where|because|if|whether|unless)\b", re.IGNORECASE)
_SLOT = re.compile(
    r"\b(?:availab\w+|free|suits?|convenient|works? (?:best )?for you|times?|slots?|dates?)\b", re.IGNORECASE
)
_OWNS = re.compile(r"['’]s (?!end\b|close\b|time\b)")
_LEADS = ("by", "before", "until", "within", "no later than", "not later than", "bis", "vor")


def dated_promises(passage: Passage, times: Iterable[TimeExpression]) -> Iterator[Commitment]:
    """Yield the sentences of a passage in which we promise an act by one of the times, in order.

    ``times`` are those of the passage; a time that is past does not belong in there.
    """
    if passage.kind in (PassageKind.HEADING, PassageKind.CLOSING):
        return
    for sentence, within in _by_sentence(passage, times):
        match = _promise_in(sentence, within)
        if match is not None:
            start, end = clause_at(sentence.text, match)
            yield Commitment(sentence.start + start, sentence.start + end, sentence)


def _by_sentence(
    passage: Passage, times: Iterable[TimeExpression]
) -> Iterator[tuple[Stretch, list[TimeExpression]]]:
    kept: dict[int, tuple[Stretch, list[TimeExpression]]] = {}
    for time in times:
        sentence = passage.sentence_at(time.start)
        kept.setdefault(sentence.start, (sentence, []))[1].append(time)
    yield from kept.values()


def _promise_in(sentence: Stretch, times: list[TimeExpression]) -> re.Match[str] | None:
    text = sentence.text
    if text.endswith("?"):
        return None
    matches = [match for pattern in (*_WE_ACT, _IS_DONE) if (match := pattern.search(text))]
    placed = [(time.start - sentence.start, time.end - sentence.start) for time in times]
    matches += [m for pattern in PHRASES if (m := pattern.search(text)) and _is_close(text, m, placed)]
    if any(time.lead in _LEADS for time in times):
        matches += [match for pattern in (_WE_DO_BY, _GERMAN_ACT) if (match := pattern.search(text))]
    if not _BY_ITSELF.search(text):
        matches += [match for match in (_YOU_HAVE.search(text),) if match]
    for match in sorted(matches, key=lambda m: m.start()):
        if _holds(sentence, match, times):
            return match
    return None


def _is_close(text: str, match: re.Match[str], times: list[tuple[int, int]]) -> bool:
    """Tell whether a phrase and a time belong together; a noun with a time has to be the whole sentence."""
    is_nominal = NOMINAL.match(match.group()) is not None
    behind = [text[match.end() : start] for start, _ in times if start >= match.end()]
    gaps = [gap.removeprefix(":") if is_nominal else gap for gap in behind]
    near = any(len(gap) <= _FARTHEST and not _NEW_CLAUSE.search(gap) for gap in gaps)
    if not near and not any(start < match.end() for start, _ in times):
        return False
    if not is_nominal:
        return True
    rest = text[max(end for _, end in times) :]
    return len(text.split()) <= MOST_NOMINAL_WORDS and len(rest.split()) <= 1 and not HAS_VERB.search(rest)


def _holds(sentence: Stretch, match: re.Match[str], times: list[TimeExpression]) -> bool:
    text = sentence.text
    before, near = text[: match.start()], text[match.start() : match.end() + 60]
    if _REFUSED.search(near) or RECOMMENDS.search(match.group()) or _NOT_OURS.search(before):
        return False
    at = sentence.start + match.start()
    # A bare "2 months" is how long something lasts; "We'll seek a review of today's decision" dates the decision, not the review.
    named = [
        t
        for t in times
        if t.certainty is not Certainty.WAIT
        and t.lead != "since"
        and not _OWNS.match(text, t.end - sentence.start)
    ]
    ours = [time for time in named if time.start >= at or _leads_up(text, time.end - sentence.start, match)]
    if _waits_for_them(text, before):
        # Only a moment of its own makes a promise of what depends on the customer first; but who asks
        # for a time on Monday and arranges the rest does it then.
        ours = [t for t in ours if t.start >= at and t.is_dated and not _FROM_THEN.match(t.text)]
        if ASKS_FIRST.search(before) and _SLOT.search(before):
            ours += [t for t in named if t.start < at and t.lead not in _LEADS]
    return bool(ours)


def _waits_for_them(text: str, before: str) -> bool:
    return bool(DEPENDS.match(text) or ASKS_FIRST.search(before) or DEPENDS_LATER.search(text))


def _leads_up(text: str, end: int, match: re.Match[str]) -> bool:
    """Tell whether a time stands right before the promise: *Tomorrow, I will …*."""
    between = text[end : match.start()]
    return 0 <= len(between) <= 24 and not re.search(
        r"['’]s|[.;:]|\b(?:and|that|but|what|which|who|because)\b", between
    )
