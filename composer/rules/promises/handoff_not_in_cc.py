"""handoff-not-in-cc: a colleague is said to take over, and is not in copy."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.name_likeness import plain_name
from composer.lint.reply import Reply
from composer.lint.reply_text import sentences_with
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

_NAME = r"(?P<name>[A-ZÀ-ÖØ-Þ][^\W\d_]+(?: [A-ZÀ-ÖØ-Þ][^\W\d_]+)?)"
_HANDED = (
    re.compile(rf"\b[Mm]y colleague,? {_NAME}"),
    re.compile(
        r"\b(?:[Ff]orwarded|[Pp]assed|[Ee]scalated|[Hh]anded|[Tt]ransferred|[Aa]ssigned)(?: (?!to\b)\w+){0,6}? to "
        rf"(?:my colleague )?{_NAME}"
    ),
    re.compile(rf"(?:^|[.!?] |, ){_NAME}(?: from (?:our|the) [\w ]{{2,30}})?,? (?:will take over|takes over|takes? it from here|will take it from here)"),
    re.compile(rf"\b(?:I've|I have|I am|I'm) (?:copied|copying|added|adding|put|putting|cc'ed|cc'd|CC'd|cc'ing|looped in|looping in) (?:in )?(?:my colleague )?{_NAME}"),
)  # fmt: skip


def _check(reply: Reply) -> Iterator[Hit]:
    if reply.context.cc is None:
        return
    here = " ".join((*reply.context.cc, reply.customer.name, reply.customer.mail))
    agent = reply.context.agent
    known = plain_name(f"{here} {agent.name if agent else ''}")
    told: set[int] = set()
    for pattern in _HANDED:
        for sentence, match in sentences_with(reply, pattern):
            if sentence.start not in told and not _is_known(match["name"], known):
                told.add(sentence.start)
                start = sentence.start + match.start("name")
                message = f"{match['name']} is to take over but is not in copy."
                yield Hit(start, start + len(match["name"]), message)


def _is_known(name: str, known: str) -> bool:
    return any(plain_name(part) in known for part in name.split())


_ALONE = Example("", circumstances={"cc": []})
_COPIED = Example("", circumstances={"cc": ["ben.ray@example.com"]})

RULE = Rule(
    id="handoff-not-in-cc",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="The one who takes over is not in copy",
    finds="A colleague whom the reply names as taking over, and who is in no address of it.",
    why="The colleague who takes over reads what was promised in the same moment as the customer.",
    reads=WholeReply(_check),
    bad=drafts("My colleague «Ben Ray» will take it from here.\n", "I've passed this to «Ben Ray» in billing.\n", like=_ALONE),
    good=drafts("My colleague Ben Ray will take it from here.\n", "I've passed this to Ben Ray in billing.\n", like=_COPIED),
    quiet=(
        *drafts("My colleague Ben Ray will take it from here.\n"),
        *drafts("I've forwarded the parcel to Berlin.\n".replace("Berlin", "your office"), like=_ALONE),
        *drafts("My colleague will help.\n", like=_ALONE),
    ),
)  # fmt: skip
