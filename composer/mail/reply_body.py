"""A draft cut into what a reply shows: greeting and closing, quotes, inline answers; as plain text."""

import re
from dataclasses import dataclass
from enum import StrEnum

from composer.closing import closing_block, closing_of
from composer.draft import Block, BlockKind, Draft


class PassageKind(StrEnum):
    """What a passage of a reply is to its reader."""

    QUOTE = "quote"
    ANSWER = "answer"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class ReplyPassage:
    """A stretch of the draft: an answer stands below a quote; ``start`` is its offset in the draft."""

    kind: PassageKind
    text: str
    start: int


_COLOUR_TAG = re.compile(
    r"</?(?:span|font)(?:\s+(?:style|color|class)\s*=\s*(?:\"[^\"<>\n]{0,200}\"|'[^'<>\n]{0,200}'"
    r"|[#\w]{1,40})){0,3}\s*>",
    re.IGNORECASE,
)
_KB_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\(kb:[^()\s]{0,300}\)")


def passages_of(draft: Draft, *, agent: str = "") -> tuple[ReplyPassage, ...]:
    """Return a draft's passages in order; what closes the mail below the last answer is no answer.

    ``agent`` is the agent's name, by which a bare name below the last quote is known for a closing.
    """
    passages: list[ReplyPassage] = []
    quoted = False
    last = closing_block(draft)
    for block in draft.blocks:
        if block.kind is BlockKind.QUOTE:
            quoted = True
            passages.append(ReplyPassage(PassageKind.QUOTE, block.text, block.start))
        elif block.text.strip():
            if not quoted:
                passages.append(ReplyPassage(PassageKind.WORDS, block.text, block.start))
                continue
            cut = closing_of(block.text, agent=agent).start if block is last else len(block.text)
            passages.extend(_own_passages(block, cut))
    return tuple(passages)


def plain_body(draft: Draft) -> str:
    """Return the plain-text part: the draft to the letter, with an empty line between quote and answer.

    Only tags that set a colour and links into the library, which the reader can't follow, are left out.
    """
    pieces: list[str] = []
    for block in draft.blocks:
        text = block.text if block.kind is BlockKind.QUOTE else without_colour_tags(block.text)
        text = _KB_LINK.sub(r"\1", text)
        if pieces and not (pieces[-1].endswith("\n\n") or text.startswith("\n")):
            pieces.append("\n")
        pieces.append(text)
    whole = "".join(pieces)
    return whole if whole.endswith("\n") else whole + "\n"


def without_colour_tags(text: str) -> str:
    """Return Markdown without the ``<span style=…>`` and ``<font …>`` tags that set a colour."""
    return _COLOUR_TAG.sub("", text) if "<" in text else text


def colour_tags(text: str) -> list[re.Match[str]]:
    """Return the places of the tags that ``without_colour_tags`` removes."""
    return list(_COLOUR_TAG.finditer(text)) if "<" in text else []


def _own_passages(block: Block, cut: int) -> list[ReplyPassage]:
    """Return a block below a quote as an answer up to where the mail's closing begins."""
    parts = (
        ReplyPassage(PassageKind.ANSWER, block.text[:cut], block.start),
        ReplyPassage(PassageKind.WORDS, block.text[cut:], block.start + cut),
    )
    return [part for part in parts if part.text.strip()]
