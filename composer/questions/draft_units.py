"""Cuts a draft into the sentences that the agent wrote, and says where each stands.

A unit knows the quote above it, its paragraph, a number at its paragraph's beginning, and what it
does: greet, close, say that nothing is known, promise, ask back.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from composer.closing import closing_block, closing_of
from composer.draft import Block, BlockKind, Draft, unquoted
from composer.questions.content_words import content_words, word_sequence
from composer.questions.draft_cues import draft_cues
from composer.questions.find import asks_in
from composer.questions.plain_words import plain
from composer.questions.sentences import MARKER, Sentence, sentences_of
from composer.when.eta import find_times

_NUMBER = re.compile(
    r"\s*(?:[-*]\s*)?(?:\*\*)?(?:(?:re|ad|to|zu|question|q|answer|a|point|no\.?|nr\.?|punkt|frage|pregunta|réponse|vraag)"
    r"[ :.]*)?[#(]?(\d{1,2})(?:[.):]|\*\*|(?=\s*[-–:]))",
    re.IGNORECASE,
)
_ORDINALS = re.compile(
    r"\s*(?:(?:on|as for|regarding|re|to) )?(?:your |the )?"
    r"(first|second|third|fourth|fifth|sixth|last)(?:ly)?\b",
    re.IGNORECASE,
)
_ALL_THE_SAME = re.compile(r"[,;:–-] ?(?:but|however|though|aber|doch|pero|mais|maar|mas)\b,? (.{1,400})$")
_ENOUGH_WORDS = 3
_TELL_NOTHING = ("unknown", "promises", "passes_on", "thanks")
_MOST_NAMES = 2
# Only whether a time is named matters here, not which: any day will do to reckon from.
_ANY_DAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
_LANGUAGES_OF_TIMES = ("en", "de", "es", "fr")
_ORDINAL_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "last": -1}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence says by itself, apart from where it stands; ``dated`` is a promise with a time.

    ``promises`` an answer for later, ``will_do`` an act; ``passes_on`` hands the matter to others;
    ``vague`` names a time that nobody can be held to, and no other.
    """

    words: tuple[str, ...]
    asks: bool
    greets: bool
    closes: bool
    thanks: bool
    unknown: bool
    promises: bool
    will_do: bool
    passes_on: bool
    dated: bool
    vague: bool
    fits: frozenset[str]

    @property
    def is_idle(self) -> bool:
        """Whether it is a courtesy: a greeting, a closing, thanks."""
        return self.greets or self.closes or self.thanks


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of the agent's: offsets in the draft, its place, its reading.

    ``quote`` is the index of the quote above it in ``DraftUnits.quotes`` (-1: none); ``number`` is
    the number at the beginning of its paragraph or item (0: none, -1: "last").
    """

    start: int
    end: int
    text: str
    paragraph: int
    quote: int
    number: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class DraftUnits:
    """All units of a draft in order, and the quotes between them as word sequences."""

    units: tuple[Unit, ...]
    quotes: tuple[str, ...]


def units_of(draft: Draft) -> DraftUnits:
    """Return the sentences that the agent wrote, in order, and the quotes between them.

    A goodbye, a name and a signature are left out: they answer nothing. A postscript counts again.
    """
    units: list[Unit] = []
    quotes: list[str] = []
    paragraph = 0
    last = closing_block(draft)
    for block in draft.blocks:
        if block.kind is BlockKind.QUOTE:
            quotes.append(word_sequence("\n".join(unquoted(line) for line in block.text.split("\n"))))
            continue
        for start, end in _told(block) if block is last else ((block.start, block.end),):
            made, paragraph = _units_in(draft.text, start, end, len(quotes) - 1, paragraph)
            units.extend(made)
    return DraftUnits(tuple(units), tuple(quotes))


def _told(block: Block) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a draft's last block in which the agent says something."""
    closing = closing_of(block.text)
    return (
        (block.start, block.start + closing.sign_off),
        (block.start + closing.postscript, block.end),
    )


def _units_in(text: str, start: int, end: int, quote: int, paragraph: int) -> tuple[list[Unit], int]:
    units: list[Unit] = []
    last = -1
    number = 0
    for sentence in sentences_of(text, start, end):
        if _is_signature_mark(sentence):
            break
        if sentence.paragraph != last or sentence.item:
            number = _number_at(text, sentence)
            paragraph += 1
            last = sentence.paragraph
        reading = reading_of(sentence.text)
        units.append(Unit(sentence.start, sentence.end, sentence.text, paragraph, quote, number, reading))
    return units, paragraph


def _names_time(text: str) -> bool:
    """Tell whether a sentence names a time that somebody can be held to ("soon" is none)."""
    return any(
        not time.is_vague
        for language in _LANGUAGES_OF_TIMES
        for time in find_times(text, now=_ANY_DAY, language=language)
    )


def _is_name(text: str) -> bool:
    """Tell whether a sentence is only a name: "Ryan," or "Mark"."""
    words = text.strip(" ,.!-–\n").split()
    return (
        0 < len(words) <= _MOST_NAMES
        and text.strip()[-1] not in ".?:"
        and all(word[:1].isupper() for word in words)
    )


def _is_signature_mark(sentence: Sentence) -> bool:
    return sentence.text.startswith(("--\n", "-- \n", "_______", "-.-.-", "=====")) or sentence.text == "--"


def _number_at(text: str, sentence: Sentence) -> int:
    line = text.rfind("\n", 0, sentence.start) + 1
    head = text[line : sentence.start + 40]
    match = _NUMBER.match(head)
    if match:
        return int(match.group(1))
    ordinal = _ORDINALS.match(head)
    return _ORDINAL_NUMBERS[ordinal.group(1).lower()] if ordinal else 0


@lru_cache(maxsize=8192)
def reading_of(text: str) -> Reading:
    """Return what a sentence says by itself; kept, so that a keystroke reads one sentence anew."""
    marker = MARKER.match(text)
    words = plain(text[marker.end() :] if marker else text)
    cues = draft_cues()
    does = {name for name in cues.does if cues.pattern[name].search(words)}
    names_time = does.isdisjoint(("promises", "will_do", "vague")) or "dates" in does or _names_time(text)
    asks = words.endswith("?") or ("asks_back" in does and bool(asks_in(text)))
    return Reading(
        words=content_words(text),
        asks=asks,
        greets="greets" in does or (_is_name(text) and text.rstrip().endswith(",")),
        closes="closes" in does or "attributes" in does or _is_name(text),
        thanks="thanks" in does,
        unknown="unknown" in does and not _says_all_the_same(words),
        promises="promises" in does,
        will_do="will_do" in does,
        passes_on="passes_on" in does,
        dated=names_time and not does.isdisjoint(("promises", "will_do")),
        vague="vague" in does and not names_time,
        fits=frozenset(name for name in cues.fits if cues.pattern[name].search(words)),
    )


def _says_all_the_same(words: str) -> bool:
    """Tell whether a sentence that knows nothing goes on with something: "no idea why, but 8.1 works"."""
    rest = _ALL_THE_SAME.search(words)
    if rest is None or len(rest.group(1).split()) < _ENOUGH_WORDS:
        return False
    return not any(draft_cues().pattern[name].search(rest.group(1)) for name in _TELL_NOTHING)
