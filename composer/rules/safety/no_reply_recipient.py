"""no-reply-recipient: the reply goes to an address that nobody reads."""

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

_NOBODY = re.compile(
    r"^(?:no[._-]?reply|do[._-]?not[._-]?reply|dont[._-]?reply|nicht[._-]?antworten|mailer-daemon|postmaster|bounces?|notifications?|"
    r"noreply[\w.+-]*|[\w.]+[._-]no[._-]?reply)@",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    if reply.mail is not None and reply.mail.message.reply_to and reply.context.customer is None:
        address = reply.mail.message.reply_to[0].mail
    else:
        address = reply.customer.mail
    if _NOBODY.match(address):
        yield Hit(
            None, None, f"{address} is an address that nobody reads: find the customer's own.", about=address
        )


_ROBOT = Example("", sender="Shop <no-reply@example.com>", mail="A customer wrote.")

RULE = Rule(
    id="no-reply-recipient",
    reading=Reading.TONE,
    severity=Severity.STOP,
    title="An address that nobody reads",
    finds="An address like no-reply@, mailer-daemon@ or notifications@ as the one that the reply goes to.",
    why="The answer reaches the person who asked.",
    reads=WholeReply(_check),
    bad=drafts("«»It works now.\n", "«»Hi John,\n\nit works now.\n", like=_ROBOT),
    good=drafts(
        "It works now.\n",
        "Hi John,\n\nit works now.\n",
        like=Example("", sender="john@example.com", mail="Hi."),
    ),
    quiet=(
        *drafts("It works now.\n"),
        *drafts("It works now.\n", like=Example("", sender="replies@example.com", mail="Hi.")),
    ),
)
