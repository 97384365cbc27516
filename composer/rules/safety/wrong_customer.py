"""wrong-customer: a name, a number or a domain that belongs to another ticket."""

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

_LEAST_CHARACTERS = 4
_MOST = 2000


def _check(reply: Reply) -> Iterator[Hit]:
    ours = _known_here(reply)
    wanted = [
        one
        for one in reply.context.others[:_MOST]
        if len(one) >= _LEAST_CHARACTERS and one.lower() not in ours
    ]
    if not wanted:
        return
    either = "|".join(re.escape(one) for one in sorted(wanted, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)
    for placed in reply.passages:
        for match in pattern.finditer(placed.passage.text):
            start = placed.start + match.start()
            yield Hit(
                start, start + len(match.group()), f"“{match.group()}” belongs to another customer's ticket."
            )


def _known_here(reply: Reply) -> str:
    """Return all that this customer's own mail says, in small letters."""
    if reply.mail is None:
        return reply.customer.name.lower()
    message = reply.mail.message
    people = " ".join(f"{a.name} {a.mail}" for a in (message.sender, *message.to, *message.cc))
    return f"{message.subject} {message.text} {people}".lower()


_OTHERS = Example("", mail="Order 1042 fails.", circumstances={"others": ["20077", "Lund Trading", "1042"]})

RULE = Rule(
    id="wrong-customer",
    reading=Reading.TONE,
    severity=Severity.STOP,
    title="Something of another customer",
    why="Nobody reads in this mail what belongs to somebody else.",
    reads=WholeReply(_check),
    bad=drafts("Your order «20077» left today.\n", "We sent it to «Lund Trading».\n", like=_OTHERS),
    good=drafts("Your order 1042 left today.\n", "We sent it to your address.\n", like=_OTHERS),
    quiet=(
        *drafts("Your order 20077 left today.\n"),
        *drafts("> Is 20077 mine?\n\nNo, it is not.\n", "Line 200771 is empty.\n", like=_OTHERS),
    ),
)
