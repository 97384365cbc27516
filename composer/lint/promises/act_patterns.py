"""Who acts, and how it is said: we, a colleague, a team, or a thing that something is done to.

Subject and modality stand here, what is an act in :mod:`composer.lint.promises.acts` (by what is none) and
:mod:`composer.lint.promises.service_verbs` (by what is one, for subjects that are not us).
"""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re

from composer.lint.late_patterns import LatePatterns
from composer.lint.promises.acts import ABLE, ACT, HAVE, READY
from composer.lint.promises.commitments import ADVERB, DO, FINISHED, US
from composer.lint.promises.service_verbs import HANDED_ON, SERVING, TO_SERVE

_WILL = (
    r"(?:['’]ll|\s+will|\s+shall|['’](?:m|re)\s+(?:going\s+to|gonna)|\s+(?:am|are|is)\s+(?:going\s+to|gonna))"
    r"(?:\s+(?:hopefully|probably|certainly)|,\s+(?!if |when |unless |once )[a-z ]{2,24},)?"
)
_PLAN = r"(?:plan|planning|hope|hoping|aim|aiming|intend|intending|expect|expecting|promise|trying|attempting|endeavou?ring)"
# Being looked into is promised where it is the customer's matter: the phrases see to that.
_MADE = rf"(?:{HANDED_ON}|{FINISHED}|posted|mailed|done|made available|circulated|set ?up|finali[sz]ed|canceled|off to you)"
_EXPECTED = r"(?:delivered|dispatched|shipped|fixed|resolved|repaired|restored|released|processed|ready|available|live|done|back (?:up|online)|up and running|on its way)"
_NOT_HIM = r"(?<!\bi)(?<!\bwe)(?<!\bhe)(?<!\bshe)(?<!\bdecision)(?<!\bdecisions)"
_NAME = r"(?-i:[A-Z])[\w-]+(?: (?-i:[A-Z])[\w-]+)?(?: and (?-i:[A-Z])[\w-]+(?: (?-i:[A-Z])[\w-]+)?)?"
_NO_NAME = r"(?!(?-i:You|They|It|This|That|There|These|Those|What|Who|Which|If|When|Once|He|She|I|We|Customers|People|Everyone|Everybody|Nobody|Users|Microsoft|Apple|Google|Paypal|PayPal|Amazon|God)\b)"
_OPENING = r"(?:^\W*|(?:, |; |: | - | – |\band |\bbut |\bso |\bthen |\bthat ))(?:(?:i think|i believe|please note that) )?"
_TO = r"(?:it|this|that|them|these|those|everything|him|her|the|an?|all|out|over|back|your?|our|my)"
_TEAM = r"(?:(?:our|the|my|its|their) (?:[\w-]+ ){1,3}(?:team|group|desk|department|staff|people|office)s?)"
_SOON = r"(?: (?:\w+ly|soon|now|then|also|all|both|again|still|be able to))?"
# What is only closed, kept or left as it is until a time is done to nobody.
_UNTIL = r"(?! by default\b|(?: at least)? (?:until|till|through)\b| at least (?:to|for)\b)"

WE_ACT = LatePatterns(
    (
        rf"(?<![\w'’]){US}{_WILL}\s+(?!(?:[a-z]+ )?need to ){ADVERB}{{0,2}}{ACT}",
        rf"(?<![\w'’]){_TEAM}{_WILL}\s+{ADVERB}{{0,2}}{TO_SERVE}",
        rf"(?<![\w'’])(?:i|we)\s+should\s+(?:also |then )?(?:{HAVE}|{READY}|{ABLE})",
        rf"(?<![\w'’])(?:i|we)(?:['’]m|['’]re| am| are)?\s+(?:also |still |now )?{_PLAN} to {ADVERB}{{0,1}}{ACT}",
        rf"(?<![\w'’])(?:our|my|the) (?:current )?(?:plan|target|goal|aim|intention) is to {ADVERB}{{0,1}}{ACT}",
        # "I haven't, but I will tomorrow" leaves the act out
        r"\b(?:but|and|yes|no|so|which|that),? (?:i|we)(?: will|['’]ll)(?= (?:do so |then )?(?:when |once |as soon as |in a |later|soon|shortly|tomorrow|tonight|today|next |by |before |after |this (?:afternoon|evening|week)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day))",
        # A colleague by name, or another department: "Anna from billing will call you on Monday".
        rf"(?<![\w'’])(?!(?-i:You|They|It|This|That|There|What|Who|Which|If|When)\b)(?-i:[A-Z])[\w-]+(?: (?:from|in|of|at) (?:the |our )?[\w-]+| (?-i:[A-Z])[\w-]+){{0,3}}"
        rf"(?:['’]ll| will| shall) {ADVERB}{{0,2}}(?:be )?{DO}(?![a-z])(?=(?: [\w-]+){{0,4}} (?:you|your|our)\b|(?:(?<=you)|(?<=your)|(?<= our))\b)",
        rf"{_OPENING}{_NO_NAME}{_NAME}(?:['’]ll| will| shall) {ADVERB}{{0,2}}{TO_SERVE} {_TO}\b",
        rf"{_OPENING}{_NO_NAME}{_NAME}(?:['’]ll| will| shall) be {SERVING} {_TO}\b",
        rf"^\W*(?:will|shall) {ADVERB}{{0,2}}(?!you\b|he\b|she\b|they\b|we\b|it\b|the\b|this\b|that\b|there\b|any\b){ACT}",
        rf"{_NOT_HIM}(?:['’]ll|\s(?:will|shall)){_SOON} (?:have been|be|get){_SOON} {_MADE}\b{_UNTIL}",
        # "all forms should be sent by Friday" tells others what to do
        rf"{_NOT_HIM}\sshould{_SOON} (?:be|get){_SOON} {_EXPECTED}\b{_UNTIL}",
    )
)
NAMED_ACTS = LatePatterns(
    (
        rf"^\W*{_NO_NAME}{_NAME} is {SERVING} {_TO}\b",
        rf"^\W*{_NO_NAME}{_NAME}(?:['’]s| is) (?:now |currently )?(?:working|trying|going|planning) (?:hard )?to {TO_SERVE}",
        r"(?<![\w'’])(?:i|we)(?:['’]m|['’]re| am| are) (?:also )?(?:meeting|speaking|talking|sitting down) [^.;]{1,80}?\bto (?:talk about|discuss|decide|"
        r"review|resolve|settle|fix|clarify|go over|plan|agree)\b",
        rf"{_OPENING}{_NO_NAME}{_NAME} (?:has|is|was|have|are) [^.,;]{{2,60}}? and will (?:then )?(?:{TO_SERVE}|write|call)",
        rf"(?<![\w'’]){_NO_NAME}{_NAME} (?:will|has to|needs to|will need to|will have to) [^.,;]{{2,80}}? and (?:then )?(?:get back|report back|come back|let you know|write to you|call you|reply)\b",
    )
)
"""Acts in other words than those of :data:`WILL_CUE`."""
WILL_CUE = re.compile(
    r"['’](?:ll|d)\b|\b(?:will|shall|should|going to|gonna|plan|hop(?:e|ing)|aim|intend|expect|promise|trying|try|attempting|endeavou?r|target|goal|intention)",
    re.IGNORECASE,
)
"""Every pattern of :data:`WE_ACT` and :data:`WE_GO_ON` needs one of these words."""
WE_GO_ON = re.compile(
    rf"\b(?:and|but|,)(?: also| then| hopefully)? (?:will|shall|(?:plan|hope|aim|intend|expect|promise|try) to) {ADVERB}{{0,2}}(?:{HAVE}|{TO_SERVE}|{DO}(?![a-z]))",
    re.IGNORECASE,
)
"""*I am out this week, but will send it on Monday*: ours where the clause before is."""
OUR_SUBJECT = re.compile(
    r"(?<![\w'’])(?:(?P<we>i|we|(?:our|my|the) (?:[a-z-]+ )?(?:team|engineer|developer|technician|colleague|expert|specialist|staff|people)s?)|you|he|she|it|they|there|this|that|(?-i:[A-Z])[a-z]+)(?=['’]| (?:am|are|is|was|were|will|shall|can|could|have|has|had|do|did|would|should|may|might)\b)",
    re.IGNORECASE,
)
WE_DO_BY = re.compile(rf"(?<![\w'’])(?:i|we) {ADVERB}?{DO}(?![a-z])", re.IGNORECASE)
"""The present tense: a promise only up to a moment (*I write to you by Friday*)."""
YOU_HAVE = re.compile(
    r"(?<![\w'’])you(?: and [a-z]+)?(?:['’]ll| will| should)(?: then| also| each| all| both| soon| shortly)? (?:have|get|receive|be (?:getting|receiving)|see (?=it\b|them\b|(?:the|your) (?:money|amount|refund|credit|payment|sum)\b)) ?"
    r"(?:it|this|that|them|these|those|(?:an?|the|your|our|my|all|another|one more|one|some|more|further|both|these|those) [a-z]+)\b",
    re.IGNORECASE,
)
