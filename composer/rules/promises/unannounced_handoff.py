"""unannounced-handoff: somebody else answers now and the customer is not told."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.name_likeness import plain_name
from composer.lint.reply import Reply
from composer.lint.reply_text import all_own_words
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts
from composer.mail.message import Address

_SAYS_SO = re.compile(
    r"\b(?:taking over|took over|take over|stepping in|filling in|standing in|covering for|on behalf of|in place of|"
    r"handed (?:this |it |your \w+ )?(?:over )?to me|passed (?:this |it |your \w+ )?(?:on )?to me|my colleagues?|übernehme|"
    r"vertrete|in vertretung|mein(?:e|er)? kolleg\w+|mi compañer[oa]|me encargo|mon collègue|ma collègue|je prends le relais)\b",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    before, now = reply.context.previous_agent, reply.context.agent
    if before is None or not (before.name or before.mail) or now is None or _is_same(before, now):
        return
    words = all_own_words(reply)
    first = before.name.split()[0] if before.name.split() else before.mail.partition("@")[0]
    if not words.strip() or _SAYS_SO.search(words) or plain_name(first) in plain_name(words).split():
        return
    if re.search(rf"\b{re.escape(first)}\b", words, re.IGNORECASE):
        return
    yield Hit(
        None, None, f"{first} answered until now: say that you take over.", about=before.name or before.mail
    )


def _is_same(one: Address, other: Address) -> bool:
    if one.mail and other.mail:
        return one.mail.lower() == other.mail.lower()
    return bool(one.name) and plain_name(one.name) == plain_name(other.name)


_TAKEN_OVER = Example(
    "",
    circumstances={
        "agent": {"name": "Anna Berg", "mail": "anna@example.com"},
        "previous_agent": {"name": "Ben Ray", "mail": "ben@example.com"},
    },
)

RULE = Rule(
    id="unannounced-handoff",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="A new name without a word",
    why="The customer knows why somebody else writes, and that nothing they told the first one is lost.",
    reads=WholeReply(_check),
    bad=drafts(
        "«»Hi John,\n\nthe key is out of date.\n",
        "«»Hi John,\n\nthe parcel left.\n\nAnna\n",
        like=_TAKEN_OVER,
    ),
    good=drafts(
        "Hi John,\n\nI'm taking over from Ben. The key is out of date.\n",
        "Hi John,\n\nBen is away this week, so I'm answering: the parcel left.\n\nAnna\n",
        like=_TAKEN_OVER,
    ),
    quiet=(
        *drafts("Hi John,\n\nthe key is out of date.\n"),
        Example(
            "Hi John,\n\nthe key is out of date.\n",
            circumstances={
                "agent": {"mail": "ben@example.com"},
                "previous_agent": {"mail": "Ben@example.com"},
            },
        ),
    ),
)
