"""ownerless-promise: something will be done, and nobody is named who does it."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_words import Passage
from composer.lint.promises.commitments import commitments_in
from composer.lint.rule import EachPassage, Hit, Rule, Setting, drafts

_NOBODY = re.compile(
    r"^(?:someone|somebody|a colleague|a member of|the (?:relevant|responsible|appropriate|respective) \w+|"
    r"one of (?:us|our)|an? (?:expert|specialist|engineer|developer|representative|agent))\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"^(?:the |your |a |an |our )?(?:\w+ ){0,2}(?:['’]ll|will|shall|is being|are being|are|is) (?:\w+ )?"
    r"(?:be(?:ing)? )?(?:looked into|looked at|investigated|reviewed|checked|followed up|taken care of|handled|addressed)\b",
    re.IGNORECASE,
)
_BY_SOMEBODY = re.compile(
    r"\bby (?!Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|EOD|COB)(?:me|us|[A-Z]\w+)"
)


def _check(passage: Passage, setting: Setting) -> Iterator[Hit]:
    for one in commitments_in(passage):
        words = passage.words[one.start : one.end]
        nobody = _NOBODY.match(words)
        passive = _PASSIVE.match(words) and not _BY_SOMEBODY.search(one.sentence.text)
        if nobody or passive:
            message = (
                f"“{' '.join(words.split())}” names nobody: say who does it, yourself or a colleague by name."
            )
            yield Hit(one.start, one.end, message)


RULE = Rule(
    id="ownerless-promise",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="A promise without an owner",
    finds=(
        "A promise by “someone”, “a colleague” or “one of our experts”, or by nobody at all (“it will be "
        "looked into”). “I” and “we” are owners."
    ),
    why="The customer knows whom to ask, and a promise with a name on it is kept.",
    reads=EachPassage(_check),
    bad=drafts(
        "«Someone will get back to you by Friday».\n",
        "«The issue will be looked into by Friday».\n",
        "«A colleague will contact you on Friday».\n",
    ),
    good=drafts(
        "I'll get back to you by Friday.\n",
        "Ben will look into the issue by Friday.\n",
        "My colleague Ben Ray contacts you on Friday.\n",
    ),
    quiet=drafts(
        "We will get back to you by Friday.\n",
        "The file will be saved in your folder.\n",
        "The issue will be looked into by Ben on Friday.\n",
        "Someone else had the same question.\n",
    ),
)
