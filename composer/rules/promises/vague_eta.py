"""vague-eta: a promise whose time nobody can hold on to (soon, shortly, as soon as possible)."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_words import Passage, PassageKind
from composer.lint.promises.times import Timed, timed
from composer.lint.rule import EachPassage, Example, Hit, Rule, Setting
from composer.lint.sentences import Stretch
from composer.when.eta import TimeExpression

_CUT = re.compile(
    r"[;:()–—]|,(?= )|\s(?:and|but|so|then|or)\s(?=(?:i|we|you|he|she|they|it|our|the|your|please|this|that|let)\b)",
    re.IGNORECASE,
)
_PROMISING = re.compile(
    r"(?:['’]ll|['’]re going|['’]m going|\b(?:will|shall|going to|should|hopefully|hope|plan|planned|aim|expect(?:ed)?|due|"
    r"scheduled|coming|working on|trying|on (?:its|the) way|in progress|being|more (?:news|details|info|information)|"
    r"(?:an )?(?:update|answer|reply|response|fix) (?:soon|shortly|asap)|intend|promise|do our best|do my best|want to|"
    r"look forward to (?:getting|sending|updating)|werde|werden|wird|melden|melde|"
    r"we(?: can)? (?:get|ship|release|fix)|have (?:it|this|that) (?:fixed|ready|sorted|resolved)))\b",
    re.IGNORECASE,
)
_TO_THE_CUSTOMER = re.compile(
    r"^\W*(?:and |but |so |then )?(?:please|kindly|do not|don['’]t|never|always|try|make sure|be sure|send|update|contact|"
    r"reply|let (?:us|me) know|restart|install|change|reset|tell|give|report|ask|call|open|click|save|back up|"
    r"you(?:['’]d| should| must| need| can| could| may| might| have to| want| would)|"
    r"you(?:['’]ll| will) (?:soon |shortly )?(?:see|find|notice|need|be able)|(?:could|can|would|will) you|(?:i|we)(?:['’]d| would)? (?:strongly |highly )?(?:recommend|suggest|advise|ask|urge|need you|want you))\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|has been|have been|got|came|went|turned|noticed|found|released|fixed|happened|replied|crashed)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:will|should|going to|hope|expect|plan)\b|['’]ll\b", re.IGNORECASE)
_NOT_VAGUE_THERE = re.compile(
    r"\b(?:how|too|so|as|not|very|that|no) $|\bhope to (?:hear|see)\b[^.]*$|\bhear(?:ing)? from you $",
    re.IGNORECASE,
)
_LONGEST_CLAUSE = 400
# What may be done later need not be promised: "it will keep the file to look at later".
_LATER = "later"
_CONDITION = re.compile(r"^\W*(?:\s*(?:as|after|before|than|enough)\b)", re.IGNORECASE)


def _check(passage: Passage, setting: Setting) -> Iterator[Hit]:
    if passage.kind in (PassageKind.HEADING, PassageKind.CLOSING):
        return
    read = timed(passage, setting.context, setting.language)
    for time in read.times:
        if time.is_vague and _is_promised(passage, read, time):
            yield Hit(
                time.start,
                time.end,
                f"“{time.text}” is no time the customer can plan with: name a day, and an hour where it matters.",
            )


def _is_promised(passage: Passage, read: Timed, time: TimeExpression) -> bool:
    words = passage.words
    if _NOT_VAGUE_THERE.search(words[max(0, time.start - 40) : time.start]) or _CONDITION.match(
        words[time.end :]
    ):
        return False
    sentence = passage.sentence_at(time.start)
    if any(other.is_dated for other in read.times_in(sentence.start, sentence.end)):
        return False
    clause = _clause_at(sentence, time.start)
    if _TO_THE_CUSTOMER.match(clause.text) or sentence.text.endswith("?"):
        return False
    if _PAST.search(clause.text) and not _MODAL.search(clause.text):
        return False
    if time.text.lower() == _LATER:
        return _in_commitment(read, clause)
    return bool(_PROMISING.search(clause.text)) or _in_commitment(read, clause)


def _in_commitment(read: Timed, clause: Stretch) -> bool:
    return any(clause.start <= one.start < clause.end for one in read.commitments)


def _clause_at(sentence: Stretch, offset: int) -> Stretch:
    """Return the clause around an offset; a clause longer than some 400 characters is cut off."""
    start = max(sentence.start, offset - _LONGEST_CLAUSE)
    end = min(sentence.end, offset + _LONGEST_CLAUSE)
    text = sentence.text[start - sentence.start : end - sentence.start]
    first, last = 0, len(text)
    for cut in _CUT.finditer(text):
        if start + cut.end() > offset:
            last = cut.start()
            break
        first = cut.end()
    return Stretch(start + first, start + last, text[first:last])


RULE = Rule(
    id="vague-eta",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="A promise with a vague time",
    finds=(
        "A promise for “soon”, “shortly”, “as soon as possible”, “in the next release” and the like, in six"
        " languages. The same words in advice to the customer pass."
    ),
    why="“Soon” is ten minutes to the customer and a week to us; a day is the same for both.",
    reads=EachPassage(_check),
    bad=tuple(
        Example(text)
        for text in (
            "We will fix this «soon».\n",
            "I'll get back to you «as soon as possible».\n",
            "Your refund will arrive «shortly».\n",
            "Our developers will look at it «in due course».\n",
            "It will be corrected «in the next release».\n",
            "We'll send the new key «ASAP», John.\n",
            "We should have it fixed «in the coming days».\n",
            "You will hear from us «at our earliest convenience».\n",
            "I'll send you the details «later».\n",
        )
    ),
    good=tuple(
        Example(text)
        for text in (
            "We will fix this by Friday, 6 March.\n",
            "I'll get back to you by 3 pm tomorrow.\n",
            "Your refund will arrive within three business days.\n",
            "Our developers will look at it on Monday, 9 March.\n",
            "It will be corrected in the release of 12 March.\n",
            "We'll send the new key by 5 pm today, John.\n",
            "We should have it fixed by Tuesday, 10 March.\n",
            "You will hear from us by Thursday at noon.\n",
            "I'll send you the details by 4 pm.\n",
        )
    ),
    quiet=tuple(
        Example(text)
        for text in (
            "Please change your password as soon as possible.\n",
            "The page closes too soon on slow networks.\n",
            "Send us the file as soon as possible and we'll check it.\n",
            "As soon as the payment is in, the licence starts.\n",
            "You should update as soon as possible.\n",
            "We recommend changing the key as soon as possible.\n",
            "We will release it soon, on Friday, 6 March.\n",
            "> We will fix this soon.\n\nThat is done.\n",
            "The update came out shortly after your mail.\n",
            "I look forward to hearing from you soon.\n",
            "The export will keep the file for you to read later.\n",
        )
    ),
)
