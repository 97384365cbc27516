"""missing-cc: somebody who has to be in copy is not."""

from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply


def _check(reply: Reply) -> Iterator[Hit]:
    copied = {address.lower() for address in (*(reply.context.cc or ()), *reply.draft.cc)}
    for wanted in reply.context.must_cc:
        if not any(wanted.lower() in address for address in copied):
            yield Hit(None, None, f"{wanted} has to be in copy and is not.", about=wanted)


def _with(draft: str, *cc: str) -> Example:
    return Example(draft, circumstances={"must_cc": ["lead@example.com"], "cc": list(cc)})


RULE = Rule(
    id="missing-cc",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="Somebody is missing in copy",
    why="Whom the customer counts on reads the answer too.",
    reads=WholeReply(_check),
    bad=(_with("«»It works now.\n"), _with("«»It works now.\n", "ben@example.com")),
    good=(_with("It works now.\n", "lead@example.com"), _with("It works now.\n", "Lead <LEAD@example.com>")),
    quiet=(Example("It works now.\n"), Example("It works now.\n", circumstances={"cc": []})),
)
