"""colour-only-answer: an answer within the quote that only its colour tells from the question."""

import re
from collections.abc import Iterator

from composer.lint.colours_in_draft import coloured_words
from composer.lint.finding import Reading, Severity
from composer.lint.own_spans import is_own
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts


def _check(reply: Reply) -> Iterator[Hit]:
    if reply.mail is None:
        return
    theirs = _plain(reply.mail.message.text)
    for one in coloured_words(reply.draft):
        said = _plain(reply.draft.text[one.start : one.end])
        if said and said not in theirs and not is_own(reply, one.start, one.end):
            start, end = (one.outer_start, one.outer_end) if one.has_tags else (one.start, one.end)
            yield Hit(
                start,
                end,
                "Only its colour tells this answer from the quote: put it on a line of its own below.",
            )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


_MAIL = Example("", mail="Does it ship to Norway?")

RULE = Rule(
    id="colour-only-answer",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="Told apart by colour only",
    why="In plain text, in print and for colour-blind eyes the answer is still an answer.",
    reads=WholeReply(_check, quotes_too=True),
    bad=drafts(
        '> Does it ship to Norway? «<span style="color:blue">Yes, in two days.</span>»\n',
        '> Does it ship to Norway?\n> «<font color="green">Yes, it does.</font>»\n',
        like=_MAIL,
    ),
    good=drafts(
        "> Does it ship to Norway?\n\nYes, in two days.\n",
        "> Does it ship to Norway?\n\nYes, it does.\n",
        like=_MAIL,
    ),
    quiet=(
        *drafts('> <span style="color:blue">Does it ship</span> to Norway?\n\nYes.\n', like=_MAIL),
        *drafts('> Does it ship?\n\n<span style="color:#186DEC">Yes.</span>\n', like=_MAIL),
    ),
)
