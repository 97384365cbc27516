"""unmentioned-attachment: a file leaves with the reply and no word says what it is."""

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.reply_text import all_own_words
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

_MENTIONED = re.compile(
    r"\b(?:attach\w*|enclos\w*|file|files|pdf|screenshots?|image|picture|photo|document|video|recording|invoice|receipt|guide|manual|"
    r"log|spreadsheet|csv|zip|form|label|anhang|anbei|anlage|angehängt|beigefügt|datei|adjunt\w*|archivo|documento|pièces?|ci-joint\w*|"
    r"fichier|joint\w*|bijlage|bijgevoegd|allegat\w*|anex\w*)\b",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    words = all_own_words(reply)
    if not reply.context.attachments or not words.strip() or _MENTIONED.search(words):
        return
    for name in reply.context.attachments:
        stem = name.rpartition(".")[0] or name
        if stem.lower() not in words.lower():
            yield Hit(None, None, f"“{name}” leaves with the reply, but no word says what it is.", about=name)


_ONE = Example("", circumstances={"attachments": ["steps.pdf"]})

RULE = Rule(
    id="unmentioned-attachment",
    reading=Reading.TONE,
    severity=Severity.HINT,
    title="An attachment without a word",
    finds="A file that leaves with the reply, while no word of the reply speaks of a file.",
    why="The customer knows what the file is before opening it.",
    reads=WholeReply(_check),
    bad=drafts("«»It works now.\n", "«»Hi John,\n\nit works now.\n", like=_ONE),
    good=drafts(
        "It works now; the steps are in the PDF.\n",
        "Hi John,\n\nit works now, see the attachment.\n",
        like=_ONE,
    ),
    quiet=(*drafts("It works now.\n"), *drafts("See steps.\n", like=_ONE)),
)
