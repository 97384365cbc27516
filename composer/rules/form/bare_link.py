"""bare-link: an address without words that say what is there."""

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_words import Passage
from composer.lint.rule import EachPassage, Hit, Rule, Setting, drafts

_BARE = re.compile(r"(?<![(\w<\"'=\[])https?://[^\s<>\]]{1,2000}(?<![.,;:!?)'\"])")
_CODE = re.compile(r"`[^`]{0,2000}`")
_SHORT = 45


def _check(passage: Passage, setting: Setting) -> Iterator[Hit]:
    if "http" not in passage.text:
        return
    code = [match.span() for match in _CODE.finditer(passage.text)]
    for match in _BARE.finditer(passage.text):
        if len(match.group()) > _SHORT and not any(a <= match.start() < b for a, b in code):
            yield Hit(
                match.start(),
                match.end(),
                "Give this long address words that say what is there: [words](address).",
            )


_URL = "https://example.com/help/articles/export?lang=en&version=2.11#row-500"

RULE = Rule(
    id="bare-link",
    reading=Reading.TONE,
    severity=Severity.HINT,
    title="A bare address",
    finds="An address of more than 45 characters that stands in the text as it is. Shorter ones pass.",
    why="The customer knows what waits behind the link, and a long address breaks in many mail programs.",
    reads=EachPassage(_check),
    bad=drafts(f"See «{_URL}».\n", f"Hi John,\n\n«{_URL}»\n"),
    good=drafts(f"See [the guide]({_URL}).\n", f"Hi John,\n\n[the guide]({_URL})\n"),
    quiet=drafts("See https://example.com/help.\n", f"> {_URL}\n\nYes.\n", f"Enter `{_URL}` there.\n"),
)
