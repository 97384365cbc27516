"""internal-words: words of the team that customers must not read."""

import re
from collections.abc import Iterator
from functools import partial

from composer.lint.finding import Reading, Severity
from composer.lint.own_words import Passage
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts


def _check(reply: Reply) -> Iterator[Hit]:
    words = reply.context.team.internal_words if reply.context.team is not None else ()
    wanted = [re.escape(word.strip()) for word in words if word.strip()][:2000]
    if not wanted:
        return
    pattern = re.compile(
        rf"(?<![\w-])(?:{'|'.join(sorted(wanted, key=len, reverse=True))})(?![\w-])", re.IGNORECASE
    )
    for placed in reply.passages:
        search = partial(_matches, pattern, placed.passage)
        for match in placed.passage.once("internal words", words, search):
            message = f"“{match.group()}” is a word for the team only."
            yield Hit(placed.start + match.start(), placed.start + match.end(), message)


def _matches(pattern: re.Pattern[str], passage: Passage) -> tuple[re.Match[str], ...]:
    return tuple(pattern.finditer(passage.words))


_TEAM = Example("", circumstances={"internal_words": ["Bluebird", "problem customer", "JIRA-"]})

RULE = Rule(
    id="internal-words",
    reading=Reading.TONE,
    severity=Severity.STOP,
    title="A word for the team only",
    why="The customer reads nothing that was not meant for them.",
    reads=WholeReply(_check),
    bad=drafts(
        "This is part of «Bluebird».\n", "We know the «problem customer», and the cause.\n", like=_TEAM
    ),
    good=drafts("This is part of the next version.\n", "We know the cause.\n", like=_TEAM),
    quiet=(
        *drafts("This is part of Bluebird.\n"),
        *drafts("> Is it Bluebird?\n\nYes.\n", "The bluebirds sing.\n", like=_TEAM),
    ),
)
