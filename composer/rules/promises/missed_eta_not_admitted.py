"""missed-eta-not-admitted: the customer reminds us of a promise, and the reply passes over it."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.reply_text import customers_words, says
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

_TIME = (
    r"(?:(?:by|on|until|before|for|within|in) )?(?:last |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"yesterday|today|tomorrow|week|month|\d{1,2} (?:hours|days|weeks)|\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}|[a-z]{3,9} \d{1,2}|"
    r"two days|three days|a week|end of (?:the |last |this )?(?:day|week|month))"
)
_REMINDS = re.compile(
    r"(?:\b(?:you|your (?:colleague|team|support|agent)|(?!what|how|when|where|which|who|why|and|but|if|it|that|this|there)(?-i:[A-Z]\w+)|they|i was|we were)(?: had| have)? (?:promised|said|told|assured|"
    r"wrote|announced|informed|were going to|was going to|would)\b[^.?!\n]{0,100}?\b" + _TIME + r"\b|"
    r"\b(?:still (?:waiting|no (?:answer|reply|response|news|refund)|nothing)|have(?:n['’]t| not) (?:heard|received|got)(?: \w+){0,3} "
    r"(?:back|anything|since|yet)|no(?:body| one) (?:has )?(?:replied|answered|called|got back)|"
    r"(?:was|were) (?:supposed|meant) to (?:be|get|have|hear|receive|arrive|call))\b)",
    re.IGNORECASE,
)
_ADMITS = re.compile(
    r"\b(?:sorry|apolog\w+|my (?:fault|mistake)|our (?:fault|mistake)|should have (?:written|answered|replied|told|heard|had|"
    r"got|been|arrived)|we (?:missed|broke|did not keep|didn['’]t keep|were late|are late|let you down)|i (?:missed|did not keep|"
    r"didn['’]t keep|was late|am late|promised)|as promised|later than|longer than|you(?:['’]re| are) right|too late|overdue|delay\w*|"
    r"tut mir leid|entschuldig\w+|verzeih\w+|lo siento|disculp\w+|désolée?s?|excus\w+|pardon)\b",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    reminder = _REMINDS.search(customers_words(reply))
    if reminder is None or not reply.passages or says(reply, _ADMITS):
        return
    said = " ".join(reminder.group().split())
    yield Hit(
        None, None, f"The customer reminds us of a promise (“{said}”): say that it was missed.", about=said
    )


_REMINDER = Example("", mail="Hi,\n\nyou promised a refund by Friday. Where is it?\n\nJohn")

RULE = Rule(
    id="missed-eta-not-admitted",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="A missed promise is passed over",
    finds=(
        "A customer who reminds you of a promise or has waited for an answer, and a reply without a word "
        "about it. An apology, “you are right” or “later than I promised” is enough."
    ),
    why="Whoever admits a missed date is believed when they name the next one.",
    reads=WholeReply(_check),
    bad=drafts(
        "«»Hi John,\n\nthe refund leaves on 6 March.\n", "«»The refund is on its way.\n", like=_REMINDER
    ),
    good=drafts(
        "Hi John,\n\nyou should have had it on Friday. The refund leaves on 6 March.\n",
        "I'm sorry that we missed Friday. The refund is on its way.\n",
        like=_REMINDER,
    ),
    quiet=drafts("The refund leaves on 6 March.\n", like=Example("", mail="When do I get my refund?"))
    + drafts("The refund leaves on 6 March.\n"),
)
