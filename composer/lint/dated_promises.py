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
    is_doubted,
)
from composer.lint.late_patterns import LatePatterns
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
    r"hearing|needing|having|swimming|skiing|stopping|landing|boarding|sleeping|working (?:from|at|in|out|late|alone|all)|watching|playing|eating|cooking|spending|visiting (?!you)[a-z]+|looking|waiting|attending|being|missing|enjoying|praying|celebrating|thinking|wondering|hoping|planning)"
)
# What people do with their own time, and figures of speech.
_PRIVATE = (
    r"(?:(?:worry|bet|admit|sit|attend (?:on|in|at|by|this|next|tomorrow)|pass (?:today|tonight|on (?:this|that))|spend|relax|rest|celebrate|party|camp|ski|swim|golf|vacation|commute|catch (?:you|ya|up)|grab|"
    r"check in(?:to)? (?:at |to )?(?:the|a|my|our) (?:[a-z]+ )?(?:hotel|room|hostel)|check out of|start over|(?:run|be) (?:late|early)|"
    r"(?:play|watch) (?!back\b)|pick up (?:the|my|our) (?:kids?|children|son|daughter|wife|husband|family|car|groceries)|"
    r"(?:visit|meet|call|take) (?:my|our|some) (?:parents|mother|father|mom|dad|family|friends?|sister|brother|son|daughter|wife|husband|kids|children|relatives|doctor|dentist)|"
    r"take (?:(?:the|an?|my|our|some|[a-z]+) )?(?:days? off|weeks? off|time off|vacations?|holidays?|trains?|bus|flights?|plane|trip|break|leave|kids|children|nap|walk)|"
    r"leave (?:work|home|early|town|here|there|it at that|the (?:office|house|country|city))|stop (?:by (?:my|the|a)|in|at|over)|take (?-i:[A-Z])[a-z]+ to|"
    r"join (?:you|us|them|him|her|[A-Z][a-z]+) for (?:an? )?(?:dinner|lunch|drinks?|breakfast|beers?|coffee)|make (?:dinner|lunch|breakfast|it(?! (?:up|right|ready|work|possible|available|public|live|clear|easier|happen)))|"
    r"turn (?:\d+|off the lights?|in early)|start (?:my|our|a) (?:new )?(?:job|vacation|school|diet|holidays?)|(?:cross|keep) (?:my|our|that) (?:fingers|bridge)|call it (?:a day|quits)|(?:bring|drop) (?:the|my|our) (?:kids|children|family|wife|husband)|"
    r"get (?:through|by|off|home|there|away|married|together|up|out of|in (?:late|early|at|on)|some (?:rest|sleep)|back (?:to (?!you\b|this\b|it\b|that\b|them\b|him\b|her\b)|home|late|early|from|in|on|at))|"
    r"(?:talk|speak|chat)(?: (?:to|with) you)?(?: (?:then|soon|later|again|more|next|tomorrow|tonight))*(?= *[.,!;]|$)|"
    r"(?:talk|speak|chat) (?:then|soon|again|later)(?! today| this))\b|(?:talk|speak|chat)(?: (?:to|with) you)?(?: (?:then|soon|later|again|more|next|tomorrow|tonight))*(?:[.,!;]|$))"
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
_ABLE = rf"be able to (?!{_NO_ACT}|{_PRIVATE})[a-z]+"
_BE_BACK = r"be (?:back|there|here|with you|on site|in your office|at your (?:office|place|site)) [^.,;]{0,40}?\bto (?!be\b)[a-z]+"
_COME = r"(?:come (?:by|over|round|out to you)|go (?:over|through|ahead)|drive (?:it|them|the [a-z]+|your [a-z]+) (?:over|to you|out))\b(?! (?:to (?:the|a)|for) )"
_BE_DOING = rf"be (?:also |still |then )?[\"“‘]?(?!{_AWAY}\b)[a-z]+ing\b"
_ACT = rf"(?:{_HAVE}|{_READY}|{_GLAD}|{_ABLE}|{_BE_BACK}|{_COME}|{_BE_DOING}|(?!{_NO_ACT}|{_PRIVATE})(?:[a-z]{{2,}}|[a-z]-?[a-z]+)\b)"
_WILL = (
    r"(?:['’]ll|\s+will|\s+shall|['’](?:m|re)\s+(?:going\s+to|gonna)|\s+(?:am|are|is)\s+(?:going\s+to|gonna))"
    r"(?:\s+(?:hopefully|probably|certainly)|,\s+(?!if |when |unless |once )[a-z ]{2,24},)?"
)
_MADE = (
    rf"(?:{DONE}|issued|posted|published|provided|distributed|mailed|emailed|e-mailed|forwarded|updated|uploaded|"
    r"completed|finished|done|made available|announced|added|returned|reinstated|activated|answered|merged|installed|switched|"
    r"removed|extended|migrated|transferred|upgraded|circulated|set up|picked up|collected|unlocked|exchanged|handed over|cancell?ed|reset|prepared|finali[sz]ed)"
)
_NAME = r"(?-i:[A-Z])[\w-]+(?: (?-i:[A-Z])[\w-]+)?"
_NO_NAME = r"(?!(?-i:You|They|It|This|That|There|What|Who|Which|If|When|He|She|I|We|Customers|People|Everyone|Everybody|Nobody|Users|Microsoft|Apple|Google|Paypal|PayPal|Amazon)\b)"
_HANDS_OVER = (
    r"(?:send|check|look into|prepare|fix|forward|repair|finish|review|ship|deliver|update|replace|refund|install|call|e-?mail|mail|"
    r"test|write|set up|sort out|take care of|work on|handle|process|confirm|answer|upload|provide)"
)
_TO = r"(?:it|this|that|them|these|those|everything|him|her|us|the|an?|all|out|over|back)"
WE_ACT = LatePatterns(
    (
        rf"(?<![\w'’]){US}{_WILL}\s+(?!(?:[a-z]+ )?need to ){ADVERB}{{0,2}}{_ACT}",
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
        rf"(?:^\W*|(?:, |; |: |\band |\bbut |\bso |\bthen |\bthat ))(?:(?:i think|i believe|please note that) )?{_NO_NAME}{_NAME}(?:['’]ll| will| shall) {ADVERB}{{0,2}}{_HANDS_OVER} {_TO}\b",
        rf"^\W*{_NO_NAME}{_NAME} (?:is|will be) (?:sending|checking|preparing|fixing|forwarding|repairing|reviewing|shipping|updating|replacing|testing) {_TO}\b",
        rf"(?<![\w'’]){_NO_NAME}{_NAME} (?:will|has to|needs to|will need to|will have to) [^.,;]{{2,80}}? and (?:then )?(?:get back|report back|come back|let you know|write to you|call you|reply)\b",
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
    r"(?<![\w'’])you(?:['’]ll| will| should)(?: then| also)? (?:have|get|receive|be (?:getting|receiving)|see (?=it\b|them\b|(?:the|your) (?:money|amount|refund|credit|payment|sum)\b)) ?(?:it|this|that|them|these|those|(?:an?|the|your|our|my|all|another|one more|one|some|more|further|both) [a-z]+)\b",
    re.IGNORECASE,
)
_BY_ITSELF = re.compile(
    r"\b(?:automatic(?:ally)?|link|password|code|notification|confirmation|reminders?|message)\b",
    re.IGNORECASE,
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
# Who is asked to ring on Monday gets on Monday what we promise him for the call.
_MEETING = re.compile(
    r"^\W*(?:(?:please|just|so|then|and|or),? )*(?:call|ring|phone|visit|come|stop by|drop by)\b(?! (?:him|her|them)\b)",
    re.IGNORECASE,
)
# "On Friday Anna and I will …" has one subject.
_WITH_ME = re.compile(r" [A-Z][\w-]+(?: [A-Z][\w-]+)? and $")
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
    patterns: tuple[re.Pattern[str], ...] = (*WE_ACT, _IS_DONE)
    matches = [match for pattern in patterns if (match := pattern.search(text))]
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
    if (
        _REFUSED.search(near)
        or RECOMMENDS.search(match.group())
        or _NOT_OURS.search(before)
        or is_doubted(before)
    ):
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
    if _MEETING.search(before):
        ours += [t for t in named if t.start < at and t.lead not in _LEADS]
    return bool(ours)


def _waits_for_them(text: str, before: str) -> bool:
    return bool(DEPENDS.match(text) or ASKS_FIRST.search(before) or DEPENDS_LATER.search(text))


def _leads_up(text: str, end: int, match: re.Match[str]) -> bool:
    """Tell whether a time stands right before the promise: *Tomorrow, I will …*."""
    between = _WITH_ME.sub(" ", text[end : match.start()])
    return 0 <= len(between) <= 24 and not re.search(
        r"['’]s|[.;:]|\b(?:and|that|but|what|which|who|because)\b", between
    )
