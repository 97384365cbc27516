"""dropped-recipient: the customer had somebody in copy, and the reply leaves them out."""

from collections.abc import Iterator
from dataclasses import replace

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply


def _check(reply: Reply) -> Iterator[Hit]:
    if reply.mail is None or reply.context.cc is None:
        return
    copied = " ".join((*reply.context.cc, *reply.draft.cc)).lower()
    agent = reply.context.agent
    ours = {a.mail.lower() for a in (agent, reply.context.previous_agent) if a is not None}
    for address in reply.mail.message.cc:
        mail = address.mail.lower()
        if mail and mail not in copied and mail not in ours and not _is_of_team(reply, mail):
            name = address.name or address.mail
            yield Hit(
                None,
                None,
                f"{name} was in copy of the mail and is not in copy of the reply.",
                about=address.mail,
            )


def _is_of_team(reply: Reply, mail: str) -> bool:
    team = reply.context.team
    return team is not None and any(person.mail.lower() == mail for person in team.people)


def _with(draft: str, *cc: str) -> Example:
    example = Example(draft, mail="It fails.", sender="john@example.com", circumstances={"cc": list(cc)})
    return replace(example, copied=("boss@example.com",))


RULE = Rule(
    id="dropped-recipient",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="Somebody is no longer in copy",
    finds=(
        "An address in copy of the mail that is not in copy of the reply. Your own team's addresses may go."
    ),
    why="Everyone whom the customer put in copy still reads along.",
    reads=WholeReply(_check),
    bad=(_with("«»It works now.\n"), _with("«»It works now.\n", "ben@example.com")),
    good=(_with("It works now.\n", "boss@example.com"), _with("It works now.\n", "Boss <boss@example.com>")),
    quiet=(
        Example("It works now.\n"),
        Example("It works now.\n", mail="It fails.", circumstances={"cc": []}),
    ),
)
