"""link-text-mismatch: a link that shows one address and leads to another."""

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_words import Passage
from composer.lint.rule import EachPassage, Hit, Rule, Setting, drafts

_LINK = re.compile(
    r"\[(?P<text>[^\[\]\n]{1,300})\]\((?P<to>(?:https?://|mailto:)[^()\s]{1,2000})\)", re.IGNORECASE
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_HOST = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<host>[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6})", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"^(?:https?://|www\.)|^[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.(?:com|net|org|io|eu|de|fr|es|co\.uk|shop|dev|app)(?:/\S*)?$",
    re.IGNORECASE,
)


def _check(passage: Passage, setting: Setting) -> Iterator[Hit]:
    if "](" not in passage.text:
        return
    for match in _LINK.finditer(passage.text):
        text = match["text"].strip(" *_`")
        if match["to"].lower().startswith("mailto:"):
            yield from _to_somebody_else(match, text)
            continue
        if not _ADDRESS.match(text):
            continue
        shown, real = _HOST.match(text), _HOST.match(match["to"])
        if shown and real and not _is_same(shown["host"].lower(), real["host"].lower()):
            message = f"The link shows {shown['host']} and leads to {real['host']}."
            yield Hit(match.start(), match.end(), message, (f"[{match['to']}]({match['to']})",))


def _to_somebody_else(match: re.Match[str], text: str) -> Iterator[Hit]:
    real = match["to"][len("mailto:") :].partition("?")[0]
    if _MAIL.fullmatch(text) and _MAIL.fullmatch(real) and text.lower() != real.lower():
        message = f"The link shows {text} and writes to {real}."
        yield Hit(match.start(), match.end(), message, (f"[{real}]({match['to']})",))


def _is_same(shown: str, real: str) -> bool:
    return shown == real or real.endswith("." + shown) or shown.endswith("." + real)


RULE = Rule(
    id="link-text-mismatch",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="The link leads elsewhere",
    finds=(
        "A link whose text is an address, and which leads to another host or writes to another mail address."
    ),
    why="The customer lands where the words say; a link that shows another address looks like fraud.",
    reads=EachPassage(_check),
    bad=drafts(
        "See «[https://shop.example.com](https://example.org/help)».\n",
        "See «[www.example.com](https://example.net/a)», John.\n",
        "Write to «[help@example.com](mailto:ben@example.com)».\n",
    ),
    good=drafts(
        "See [https://example.org/help](https://example.org/help).\n",
        "See [https://example.net/a](https://example.net/a), John.\n",
        "Write to [ben@example.com](mailto:ben@example.com).\n",
    ),
    quiet=drafts(
        "See [the guide](https://example.org/help).\n",
        "See [example.com](https://www.example.com/help).\n",
        "Write to [us](mailto:help@example.com) or [help@example.com](mailto:Help@example.com?subject=Hi).\n",
        "> [www.example.com](https://example.net/a)\n\nThat one is wrong.\n",
    ),
)
