"""retired-article: a link to an article that is retired, a draft, or not there."""

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

_LINK = re.compile(
    r"\[(?P<text>[^\[\]\n]{1,300})\]\(kb:(?:article[:/])?(?P<id>[a-z0-9-]{1,81})(?:#[^()\s]{0,200})?\)",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    if not reply.context.articles:
        return
    for placed in reply.passages:
        for match in _LINK.finditer(placed.passage.text):
            status = reply.context.articles.get(match["id"].lower(), "")
            if status == "published":
                continue
            said = {"retired": "is retired", "draft": "is a draft that customers cannot read"}.get(
                status, "is not in the library"
            )
            start = placed.start + match.start()
            yield Hit(start, start + len(match.group()), f"The article “{match['id']}” {said}.")


_LIBRARY = Example("", circumstances={"articles": {"export": "published", "old-export": "retired"}})

RULE = Rule(
    id="retired-article",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="A link to a retired article",
    finds="A link to an article of the library that is retired, is a draft, or is not there.",
    why="The customer reads what is true today.",
    reads=WholeReply(_check),
    bad=drafts(
        "See «[the guide](kb:old-export)».\n", "See «[the guide](kb:export-2)», John.\n", like=_LIBRARY
    ),
    good=drafts("See [the guide](kb:export).\n", "See [the guide](kb:export), John.\n", like=_LIBRARY),
    quiet=(
        *drafts("See [the guide](kb:old-export).\n"),
        *drafts(
            "> [the guide](kb:old-export)\n\nThat one is old.\n",
            "See [us](https://example.com).\n",
            like=_LIBRARY,
        ),
    ),
)
