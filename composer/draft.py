"""A draft: the reply being written, as blocks that are quoted or the agent's own."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

# Lines end at LF only: str.splitlines would also cut at form feeds and U+2028, which are text here.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_QUOTE_MARK = re.compile(r"^(?: {0,3}> ?)+")


class BlockKind(StrEnum):
    """Whose words a block holds."""

    QUOTE = "quote"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive lines of one kind: ``text`` is ``draft.text[start:end]``, line ends included."""

    kind: BlockKind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ColouredSpan:
    """A stretch of the draft with a text colour of its own: ``colour`` as it was written.

    ``dark`` is what it has in a dark window, where that is another, ``ground`` the background that it brings.
    """

    start: int
    end: int
    colour: str
    dark: str = ""
    ground: str = ""


@dataclass(frozen=True)
class Draft:
    """A reply in Markdown with ``>`` quotes, cut into blocks that cover all of it in order.

    Offsets count code points of ``text``. ``colours`` are the colours that are set in the draft
    itself (``<span style="color:…">``, ``<font>``, or the styles of a reply written elsewhere);
    inline answers without any take the team's colour when they leave. ``subject`` and ``cc`` are
    empty when the draft is only a text.
    """

    text: str
    colours: tuple[ColouredSpan, ...] = ()
    subject: str = ""
    cc: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "blocks", tuple(_blocks_of(self.text)))

    def own_blocks(self) -> tuple[Block, ...]:
        """Return the blocks that the agent wrote."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.OWN)


def is_quote_line(line: str) -> bool:
    """Tell whether a line of a draft is a quote, as Markdown sees it."""
    return _QUOTE_MARK.match(line) is not None


def unquoted(line: str) -> str:
    """Return a line without its quote marks."""
    return _QUOTE_MARK.sub("", line, count=1)


def _blocks_of(text: str) -> list[Block]:
    blocks: list[Block] = []
    offset = 0
    for quoted, lines in groupby(_LINE.findall(text), key=is_quote_line):
        joined = "".join(lines)
        kind = BlockKind.QUOTE if quoted else BlockKind.OWN
        blocks.append(Block(kind, offset, offset + len(joined), joined))
        offset += len(joined)
    return blocks
