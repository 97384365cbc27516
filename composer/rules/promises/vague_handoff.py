"""vague-handoff: passed on to “the relevant team”, whoever that is."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_words import Passage
from composer.lint.rule import EachPassage, Hit, Rule, Setting, drafts

_WHO = (
    r"(?:the|our|a|an|another|my|some) (?:(?:relevant|appropriate|responsible|concerned|right|respective|correct|proper|"
    r"other|internal|technical|senior|dedicated|specialist|specialized|specialised|different|back-end|second[- ]level|"
    r"tier[- ]\w+|development|engineering|product|billing|sales|support|dev|it|finance|shipping|accounts?) ){0,2}"
    r"(?:teams?|departments?|colleagues?|persons?|people|developers?|engineers?|specialists?|experts?|unit|group|division)"
)
_HANDED = re.compile(
    rf"(?<![\w'’])(?:(?:i|we)(?:['’]ve| have|['’]ll| will| am| are|['’]m|['’]re)? ?(?:also |now |just |already |going to )?)"
    r"(?:forward(?:ed|ing)?|pass(?:ed|ing)?|escalat(?:e|ed|ing)|refer(?:red|ring)?|transfer(?:red|ring)?|hand(?:ed|ing)?|"
    r"rais(?:e|ed|ing)|assign(?:ed|ing)?|rout(?:e|ed|ing)|sent|send|sending|shar(?:e|ed|ing)|report(?:ed|ing)?)"
    r" (?:this|it|that|your|the|you)(?: (?!to\b|with\b)\w+){0,4} (?:on |over |along |up )?(?:to|with) "
    rf"(?P<who>{_WHO})(?!\w)",
    re.IGNORECASE,
)
_WAS_HANDED = re.compile(
    rf"(?<![\w'’])(?:has|have|was|were|is|are|will be|['’]s) (?:also |now |just |already |being )?(?:been )?(?:forwarded|passed(?: on| along)?|"
    r"escalated|referred|transferred|handed(?: over)?|raised|assigned|routed|sent|reported) (?:on )?(?:to|with) "
    rf"(?P<who>{_WHO})(?!\w)",
    re.IGNORECASE,
)
_TAKES_OVER = re.compile(
    r"(?<![\w'’])(?P<who>the (?:relevant|appropriate|responsible|concerned|respective) "
    r"(?:teams?|departments?|colleagues?|persons?|people)) (?:will|is|are|has|have)\b",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(r"^ \(?[A-Z]\w+|^ (?:led by|around|of) [A-Z]|^, [A-Z]\w+ [A-Z]\w+")


def _check(passage: Passage, setting: Setting) -> Iterator[Hit]:
    for pattern in (_HANDED, _WAS_HANDED, _TAKES_OVER):
        for match in pattern.finditer(passage.words):
            if not _NAMED_AFTER.match(passage.words[match.end("who") :]):
                who = " ".join(match["who"].split())
                message = (
                    f"“{who}” is nobody the customer can ask: name the person who takes over, and until when."
                )
                yield Hit(match.start(), match.end("who"), message)


RULE = Rule(
    id="vague-handoff",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="Handed over to nobody in particular",
    why="The customer knows who has the matter now and when that person will write.",
    reads=EachPassage(_check),
    bad=drafts(
        "«I've forwarded this to the relevant department».\n",
        "«We have passed your request on to our developers».\n",
        "«I have escalated this to our technical team», John.\n",
        "Your case «has been escalated to the relevant department».\n",
    ),
    good=drafts(
        "I've forwarded this to Ben Ray in billing; he writes to you by Friday.\n",
        "We have passed your request on to Ben Ray.\n",
        "I have escalated this to Ben Ray, John.\n",
        "Ben Ray in billing has your case now.\n",
    ),
    quiet=drafts(
        "I've passed this to my colleague Ben Ray.\n",
        "Send the file to our team address.\n",
        "I've forwarded the parcel to your new address.\n",
        "You can share the board with a colleague.\n",
    ),
)
