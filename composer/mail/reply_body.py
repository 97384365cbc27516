"""A draft cut into what a reply shows: greeting and closing, quotes, inline answers; as plain text."""

import re
from dataclasses import dataclass
from enum import StrEnum

from composer.draft import Block, BlockKind, Draft


class PassageKind(StrEnum):
    """What a passage of a reply is to its reader."""

    QUOTE = "quote"
    ANSWER = "answer"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class ReplyPassage:
    """A stretch of the draft: an answer stands right below a quote; ``start`` is its block's offset."""

    kind: PassageKind
    text: str
    start: int


_CLOSING = re.compile(
    r"^\s*(?:(?:best|kind|warm|many|with|yours|regards|sincerely|cheers|thanks|thank you|all the "
    r"best|greetings|take care)\b[^.?!\n]{0,40}[,.!]?\s*(?:\n|$)"
    r"|(?:mit |viele |beste |liebe |schöne )?(?:freundlichen? |herzlichen? )?gr(?:ü|ue)(?:ß"
    r"|ss)en?\b|cordialement|bien à vous|(?:un )?(?:cordial )?saludos?\b|atentamente"
    r"|atenciosamente|cumprimentos|abraços?\b|(?:cordiali |distinti )?saluti\b|met vriendelijke "
    r"groet|groeten\b"
    r"|(?:i|we) hope (?:this|that)|(?:please )?(?:do not hesitate|don't hesitate|let (?:me|us) "
    r"know|feel free|reach out|reply to this)|if (?:you have|there is|there's|anything|you need"
    r"|any)\b"
    r"|(?:is|was) there anything else|for the rest|as for everything else|--\s*$)",
    re.IGNORECASE,
)
_COLOUR_TAG = re.compile(
    r"</?(?:span|font)(?:\s+(?:style|color|class)\s*=\s*(?:\"[^\"<>\n]{0,200}\"|'[^'<>\n]{0,200}'"
    r"|[#\w]{1,40})){0,3}\s*>",
    re.IGNORECASE,
)
_KB_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\(kb:[^()\s]{0,300}\)")


def passages_of(draft: Draft) -> tuple[ReplyPassage, ...]:
    """Return a draft's passages in order; what closes the mail below the last answer is no answer."""
    passages: list[ReplyPassage] = []
    quoted = False
    last = draft.blocks[-1] if draft.blocks else None
    for block in draft.blocks:
        if block.kind is BlockKind.QUOTE:
            quoted = True
            passages.append(ReplyPassage(PassageKind.QUOTE, block.text, block.start))
        elif block.text.strip():
            passages.extend(_own_passages(block, quoted, block is last))
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


def _own_passages(block: Block, quoted: bool, is_last: bool) -> list[ReplyPassage]:
    if not quoted:
        return [ReplyPassage(PassageKind.WORDS, block.text, block.start)]
    cut = _closing_starts(block.text) if is_last else len(block.text)
    found = (
        [ReplyPassage(PassageKind.ANSWER, block.text[:cut], block.start)] if block.text[:cut].strip() else []
    )
    if block.text[cut:].strip():
        found.append(ReplyPassage(PassageKind.WORDS, block.text[cut:], block.start))
    return found


def _closing_starts(text: str) -> int:
    """Return where the closing begins: the first paragraph, below an answer, that says goodbye."""
    position = 0
    seen = False
    for match in re.finditer(r"[^\n]*(?:\n|$)", text):
        line = match[0]
        if not line:
            break
        begins = not text[position : match.start()].strip(" \t") or text[: match.start()].endswith("\n\n")
        if seen and begins and _CLOSING.match(text[match.start() : match.start() + 200]):
            return match.start()
        seen = seen or bool(line.strip())
        position = match.start()
    return len(text)
