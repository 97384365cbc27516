"""What the agent wrote: never a quote, a signature, a disclaimer, code or an address.

A draft is cut into passages (a paragraph, a list item, a greeting line, …). In ``Passage.words``
everything that is no word of the agent's (code, links, HTML tags) is replaced by a neutral character
of the same length, so that offsets stay true and no rule ever reads it.
"""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

from composer.closing import closing_block
from composer.draft import Block, BlockKind, Draft
from composer.lint.cue import Cue, small_letters
from composer.lint.sentences import Stretch, sentences_of, words_of
from composer.lint.sign_off import Region, regions_of

T = TypeVar("T")
NOT_A_WORD = "\ufffc"

_TAGS = (
    "a abbr b big blockquote body br center code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 head hr "
    "html i img ins kbd li mark meta o:p ol p pre q s samp small span strike strong style sub summary sup table "
    "tbody td th thead title tr tt u ul var"
).replace(" ", "|")
_MASKED = re.compile(
    r"(?P<ticks>`{1,3})[^`]{1,2000}(?P=ticks)"
    r"|<!--.{0,2000}?-->"
    rf"|</?(?:{_TAGS})(?:\s+[\w:-]{{1,40}}\s*=[^<>]{{0,1000}}|\s*)/?>"
    r"|\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,200}\")?\)"
    r"|<?(?:https?://|ftp://|www\.)[^\s<>\]]{1,2000}(?<![.,;:!?)'\"])>?"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
    r"|&(?:[a-z]{2,8}|#\d{1,6});",
    re.IGNORECASE | re.DOTALL,
)
_ITEM = re.compile(r"^\s{0,12}(?:[-*+•]|\d{1,3}[.)])\s+")
_HEADING = re.compile(r"^ {0,3}#{1,6}\s")
_FENCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,})")
_GREETING = re.compile(
    r"^\W{0,3}(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hallo|"
    r"guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|servus|moin|hola|buenos d[ií]as|buenas(?: tardes)?|estimad[oa]s?|"
    r"querid[oa]|bonjour|bonsoir|salut|cher|ch[èe]re|ol[áa]|prezad[oa]|caro|cara|ciao|buongiorno|beste|geachte)"
    r"\b[^.?\n]{0,60}$",
    re.IGNORECASE,
)


class PassageKind(StrEnum):
    """What a passage is in the draft."""

    GREETING = "greeting"
    TEXT = "text"
    ITEM = "item"
    HEADING = "heading"
    CLOSING = "closing"


@dataclass(frozen=True)
class Passage:
    """Words of the agent that belong together. Offsets in it are relative to its start.

    What costs time is reckoned once in a passage's life (``found``, ``sentences_with``, ``once``), so
    that a keystroke costs what changed; it is no part of the passage's value.
    """

    text: str
    kind: PassageKind = PassageKind.TEXT
    _memo: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def words(self) -> str:
        """The text, with everything that is no word replaced at the same length."""
        return _MASKED.sub(lambda m: NOT_A_WORD * len(m.group()), self.text)

    @cached_property
    def small(self) -> str:
        """The words in small letters, for cues; offsets in it need not be those of ``words``."""
        return small_letters(self.words)

    @cached_property
    def sentences(self) -> tuple[Stretch, ...]:
        """The sentences of ``words``."""
        return sentences_of(self.words)

    @cached_property
    def tokens(self) -> tuple[Stretch, ...]:
        """The single words of ``words``."""
        return words_of(self.words)

    @cached_property
    def plain_tokens(self) -> tuple[str, ...]:
        """The single words in small letters, with the plain apostrophe, as phrases are looked up."""
        return tuple(token.text.lower().replace("’", "'") for token in self.tokens)

    def found(self, pattern: re.Pattern[str]) -> tuple[re.Match[str], ...]:
        """Return the matches of a rule's pattern in ``words``, looked for once in this passage's life.

        ``pattern`` has to live as long as the program: it is known by its identity, since a pattern's
        hash costs more than most searches.
        """
        known: tuple[re.Match[str], ...] | None = self._memo.get(id(pattern))
        if known is None:
            known = self._memo[id(pattern)] = tuple(pattern.finditer(self.words))
        return known

    def cued(self, cue: Cue) -> bool:
        """Tell whether a cue stands in ``words``, looked for once; it has to live as long as the program."""
        known: bool | None = self._memo.get(id(cue))
        if known is None:
            known = self._memo[id(cue)] = cue.stands_in(self.small)
        return known

    def sentences_with(self, pattern: re.Pattern[str]) -> tuple[tuple[Stretch, re.Match[str]], ...]:
        """Return the sentences in which a rule's pattern stands, with its first match; looked for once."""
        key = ("sentences", id(pattern))
        known: tuple[tuple[Stretch, re.Match[str]], ...] | None = self._memo.get(key)
        if known is None:
            matches = ((one, pattern.search(one.text)) for one in self.sentences)
            known = self._memo[key] = tuple((one, match) for one, match in matches if match is not None)
        return known

    def once(self, name: str, given: object, read: Callable[[], T]) -> T:
        """Return what ``read`` gives, kept under a name until something else is ``given``."""
        kept = self._memo.get(name)
        if kept is None or not (kept[0] is given or kept[0] == given):
            kept = self._memo[name] = (given, read())
        found: T = kept[1]
        return found

    def sentence_at(self, offset: int) -> Stretch:
        """Return the sentence that holds an offset, or the nearest before it."""
        found = Stretch(0, len(self.words), self.words)
        for sentence in self.sentences:
            if sentence.start > offset:
                break
            found = sentence
        return found


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage and where it starts in the draft; ``block`` counts the draft's blocks from 0."""

    start: int
    block: int
    passage: Passage

    @property
    def end(self) -> int:
        """Where it ends in the draft."""
        return self.start + len(self.passage.text)


@dataclass(frozen=True, slots=True)
class SignOff:
    """A signature or disclaimer of the draft: shown, never read."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """All passages of a draft in order, and what was left out as signature or disclaimer."""

    passages: tuple[Placed, ...]
    sign_offs: tuple[SignOff, ...]


_ReadBlock = tuple[tuple[tuple[int, Passage], ...], tuple[SignOff, ...]]


class OwnWordsReader:
    """Cuts drafts into passages and keeps those of the last draft, so that a keystroke costs one block."""

    def __init__(self, *, most: int = 4000) -> None:
        self._passages: dict[tuple[str, PassageKind], Passage] = {}
        self._blocks: dict[tuple[str, bool], _ReadBlock] = {}
        self._most = most

    def read(self, draft: Draft) -> OwnWords:
        """Return the agent's own words of a draft."""
        placed: list[Placed] = []
        left_out: list[SignOff] = []
        last = closing_block(draft)
        kept: dict[tuple[str, bool], _ReadBlock] = {}
        for number, block in enumerate(draft.blocks):
            if block.kind is not BlockKind.OWN:
                continue
            key = (block.text, block is last)
            kept[key] = self._blocks.get(key) or self._read_block(block, is_last=block is last)
            passages, sign_offs = kept[key]
            placed += [Placed(block.start + start, number, passage) for start, passage in passages]
            left_out += [SignOff(s.start + block.start, s.end + block.start, s.text) for s in sign_offs]
        self._blocks = kept
        return OwnWords(tuple(placed), tuple(left_out))

    def _read_block(self, block: Block, *, is_last: bool) -> _ReadBlock:
        passages: list[tuple[int, Passage]] = []
        left_out: list[SignOff] = []
        for region in regions_of(block.text, is_last=is_last):
            if region.is_own:
                passages += self._passages_of(region, block.text)
            else:
                left_out.append(SignOff(region.start, region.end, block.text[region.start : region.end]))
        return tuple(passages), tuple(left_out)

    def _passages_of(self, region: Region, text: str) -> Iterator[tuple[int, Passage]]:
        for start, piece, kind in _cut(text[region.start : region.end]):
            yield region.start + start, self._passage(piece, PassageKind.CLOSING if region.closing else kind)

    def _passage(self, text: str, kind: PassageKind) -> Passage:
        passage = self._passages.get((text, kind))
        if passage is None:
            if len(self._passages) > self._most:
                self._passages.clear()
            passage = self._passages[text, kind] = Passage(text, kind)
        return passage


def _cut(text: str) -> Iterator[tuple[int, str, PassageKind]]:
    """Yield the passages of an own stretch as start, text and kind; fenced code is left out."""
    offset, begun, fenced = 0, -1, False
    kind = PassageKind.TEXT
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        fence = _FENCE.match(line) is not None
        line_kind = _kind_of(line)
        ends = fenced or fence or not line.strip() or line_kind is not PassageKind.TEXT
        if begun >= 0 and (ends or kind in (PassageKind.GREETING, PassageKind.HEADING)):
            yield begun, text[begun:offset].rstrip(), kind
            begun = -1
        if begun < 0 and line.strip() and not fence and not fenced:
            begun, kind = offset, line_kind
        if fence:
            fenced = not fenced
        offset += len(line)
    if begun >= 0:
        yield begun, text[begun:offset].rstrip(), kind


def _kind_of(line: str) -> PassageKind:
    if _ITEM.match(line):
        return PassageKind.ITEM
    if _HEADING.match(line):
        return PassageKind.HEADING
    if _GREETING.match(line.strip()) and len(line.split()) <= 7:
        return PassageKind.GREETING
    return PassageKind.TEXT
