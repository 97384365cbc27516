"""What the attributes of a tag say to a reader: hidden words, a signature, an indent, Word's lists."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from composer.mail.html_clean import ATTRIBUTE

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$)"
)
# Mail programs indent paragraphs with a blockquote that has no bar: those are nobody else's words.
_INDENT = re.compile(r"border\s*:\s*(?:none|0)|margin\s*:\s*0(?:px)?\s+0(?:px)?\s+0(?:px)?\s+(?:40|30)px")
_BARRED = re.compile(
    r"border-left\s*:(?!\s*(?:none|0))|cite|gmail_quote|protonmail_quote|yahoo_quoted|tutanota_quote"
)
_SIGNATURE = re.compile(
    r"gmail_signature|moz-signature|(?:^|[\s\"])(?:x_)?Signature(?:$|[\s\"])|mobile_?signature"
    r"|AppleMailSignature",
    re.I,
)
_NO_MARGIN = re.compile(r"margin(?:-top)?\s*:\s*0")


@dataclass(frozen=True, slots=True)
class Manner:
    """A tag's attributes (values escaped, as the sanitiser writes them), and what they mean.

    ``bullet`` tells that it holds nothing but the bullet of one of Word's list items, ``unbarred`` that a
    quote shows no bar: an indent.
    """

    attributes: dict[str, str] = field(default_factory=dict)
    hidden: bool = False
    signature: bool = False
    bullet: bool = False
    unbarred: bool = False
    tight: bool = False
    marginless: bool = False


PLAIN = Manner()


@lru_cache(maxsize=512)
def manner_of(raw: str) -> Manner:
    """Return what attributes say (as the sanitiser writes them); a mail repeats a few sets of them often."""
    attributes = dict(ATTRIBUTE.findall(raw))
    style, marks = attributes.get("style", ""), attributes.get("class", "")
    if not (style or marks or "id" in attributes):
        return Manner(attributes)
    named = f"{marks} {attributes.get('id', '')}"
    return Manner(
        attributes,
        hidden=_HIDDEN.search(style) is not None,
        signature="ignature" in named and _SIGNATURE.search(named) is not None,
        bullet="mso-list" in style and "mso-list:ignore" in style.lower().replace(" ", ""),
        unbarred=_INDENT.search(style) is not None
        and not _BARRED.search(" ".join((style, marks, attributes.get("type", "")))),
        tight="Mso" in marks,
        marginless=_NO_MARGIN.search(style) is not None,
    )
