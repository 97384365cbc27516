"""A passage of the library as it may go to a customer: one section, no links into our library."""

import re

from kb_content.markdown import unwrapped

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)
_INTERNAL_LINK = re.compile(r"\[([^\[\]\n]{0,300})\]\(kb:[^()\s]{0,200}\)")


def customer_words(passage: str, section: str = "") -> str:
    """Return the words of a passage that a reply takes over.

    Of a passage with several headings the part under ``section`` is taken, else the first that says
    anything; the heading itself stays behind. Links to our own articles become their words, and each
    paragraph one line: where the file wrapped it says nothing, and in a mail it would break the line.
    """
    parts = _parts(passage)
    wanted = [words for heading, words in parts if section and heading == section and words]
    words = next(iter(wanted or [words for _, words in parts if words]), "")
    return unwrapped(_INTERNAL_LINK.sub(lambda link: link.group(1), words))


def _parts(passage: str) -> list[tuple[str, str]]:
    """Return the headings of a passage (the first may be none), each with the words below it."""
    headings = list(_HEADING.finditer(passage))
    starts = [0, *(heading.end() for heading in headings)]
    ends = [*(heading.start() for heading in headings), len(passage)]
    names = ["", *(heading.group(1).strip() for heading in headings)]
    return [
        (name, passage[start:end].strip("\n")) for name, start, end in zip(names, starts, ends, strict=True)
    ]
