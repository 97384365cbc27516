"""Cuts a draft into the sentences that the agent wrote, and says where each stands.

A unit knows the quote above it, its paragraph, a number at its paragraph's beginning, and what it
does: greet, close, say that nothing is known, promise, ask back.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from composer.closing import closing_block, closing_of
from composer.draft import Block, BlockKind, Draft, unquoted
from composer.questions.answer_shapes import shapes_in
from composer.questions.asks import asks_in
from composer.questions.content_words import meant_words, small_words, word_sequence
from composer.questions.draft_cues import draft_cues
from composer.questions.idle_talk import is_idle, leads_in
from composer.questions.numbering import Label, labels_in
from composer.questions.plain_words import plain
from composer.questions.sentences import MARKER, Sentence, paragraphs_of, sentences_of
from composer.when.eta import find_times

_ALL_THE_SAME = re.compile(r"[,;:–-] ?(?:but|however|though|aber|doch|pero|mais|maar|mas)\b,? (.{1,400})$")
_ENOUGH_WORDS = 3
_ABOUT_ANSWERS = re.compile(
    r"\b(?:answers?|questions?|points?|order|replies|antworten|fragen|punkte)\b", re.IGNORECASE
)
_TELL_NOTHING = ("unknown", "promises", "passes_on", "thanks")
_MOST_NAMES = 2
_MOST_OF_GOODBYE = 4
_MOST_OF_HEADING = 4
# Only whether a time is named matters here, not which: any day will do to reckon from.
_ANY_DAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
_LANGUAGES_OF_TIMES = ("en", "de", "es", "fr")


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What a sentence says by itself, apart from where it stands; ``dated`` is a promise with a time.

    One is made of a sentence and kept (``reading_of``).

    ``words`` are stems, ``small`` its stop words;
    ``talks`` when it carries no matter (``idle_talk``), ``leads`` when it names what the next sentence is
    about, ``heads`` as a heading does;
    ``promises`` an answer for later, ``will_do`` an act; ``passes_on`` hands the matter to others;
    ``shapes`` are the answer types whose shape it has (``answer_shapes``);
    ``vague`` names a time that nobody can be held to, and no other.
    """

    words: tuple[str, ...]
    small: frozenset[str]
    asks: bool
    greets: bool
    closes: bool
    thanks: bool
    talks: bool
    heads: bool
    leads: bool
    unknown: bool
    promises: bool
    will_do: bool
    passes_on: bool
    dated: bool
    vague: bool
    fits: frozenset[str]
    shapes: frozenset[str]

    @property
    def is_idle(self) -> bool:
        """Whether it carries no matter: a greeting, a closing, thanks, idle talk."""
        return self.greets or self.closes or self.thanks or self.talks


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of the agent's: offsets in the draft, its place, its reading.

    ``quote`` is the index of the quote above it in ``DraftUnits.quotes`` (-1: none); ``numbers`` are those
    before its paragraph or item, ``named`` tells that they say what they number ("Re question 2:").
    ``goes_on`` when it is an item of the list that the sentence before leads in to ("Do this: 1. …").
    """

    start: int
    end: int
    text: str
    paragraph: int
    quote: int
    numbers: frozenset[int]
    named: bool
    goes_on: bool
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
    return DraftUnits(tuple(units[: len(units) - _goodbyes(units)]), tuple(quotes))


def _told(block: Block) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a draft's last block in which the agent says something."""
    closing = closing_of(block.text)
    return (
        (block.start, block.start + closing.sign_off),
        (block.start + closing.postscript, block.end),
    )


def _units_in(text: str, start: int, end: int, quote: int, paragraph: int) -> tuple[list[Unit], int]:
    units: list[Unit] = []
    for begin, stop, label in _stretches(text, start, end, units):
        last = -1
        for sentence in _sentences(text, begin, stop):
            if _is_signature_mark(sentence):
                return units, paragraph
            goes_on = bool(units) and (
                _holds_items(units) if sentence.item else units[-1].goes_on and sentence.paragraph == last
            )
            if (sentence.paragraph != last or sentence.item) and not goes_on:
                paragraph += 1
            last = sentence.paragraph
            reading = reading_of(sentence.text, is_labelled=label is not None)
            counts = label is not None and (sentence.paragraph == 0 or stop < end)
            units.append(
                Unit(
                    sentence.start,
                    sentence.end,
                    sentence.text,
                    paragraph,
                    quote,
                    label.numbers if label and counts else frozenset(),
                    label is not None and counts and label.named,
                    goes_on,
                    reading,
                )
            )
    return units, paragraph


def _sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Yield the sentences of ``text[start:end]``; only a paragraph that changed is cut anew."""
    for number, (begin, stop) in enumerate(paragraphs_of(text, start, end)):
        for each in _cut(text[begin:stop]):
            yield Sentence(
                each.start + begin, each.end + begin, each.text, number, each.item, each.lead + begin
            )


@lru_cache(maxsize=1024)
def _cut(paragraph: str) -> tuple[Sentence, ...]:
    return sentences_of(paragraph)


def _stretches(
    text: str, start: int, end: int, before: Sequence[Unit]
) -> Iterator[tuple[int, int, Label | None]]:
    """Yield the stretches between numbers, each with the number before it.

    ``before`` are the units that were read so far: they tell whether a list numbers answers or steps.
    """
    begin, label = start, None
    answers: dict[str, bool] = {}
    for following in labels_in(text, start, end):
        yield begin, following.start, label
        counts = answers.setdefault(following.style, following.named or _may_number(before))
        begin, label = (following.end, following) if counts else (following.start, None)
    yield begin, end, label


def _holds_items(units: Sequence[Unit]) -> bool:
    """Tell whether a list's next item belongs to the last unit or to what the list is led in by.

    A list right behind the greeting and a heading holds the answers one by one.
    """
    unit = units[-1]
    if unit.goes_on:
        return True
    if unit.reading.heads and all(each.reading.is_idle for each in units):
        return False
    led = unit.text.rstrip()[-1:] not in (".", "!", "?", ",") and (
        unit.reading.heads or not unit.reading.is_idle
    )
    return led and not _ABOUT_ANSWERS.search(unit.text)


def _may_number(before: Sequence[Unit]) -> bool:
    """Tell whether a list behind some units numbers answers, not steps."""
    return not before or before[-1].reading.is_idle or bool(_ABOUT_ANSWERS.search(before[-1].text))


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


def _goodbyes(units: Sequence[Unit]) -> int:
    """Return how many of a draft's last units are a few words over a name, such as "Ship ahoy" over "Kaisa".

    Alone below its quote, a sentence with a full stop is an answer.
    """
    if not units:
        return 0
    *lines, name = units[-1].text.strip().split("\n")
    last = 1 if lines else 2
    if last > len(units) or units[-last].paragraph != units[-1].paragraph or not _is_name(name):
        return 0
    unit, said = units[-last], " ".join(lines) or units[-last].text.strip()
    alone = last == len(units) or units[-last - 1].quote != unit.quote
    tells_nothing = unit.reading.shapes.isdisjoint(("when", "how-many", "any")) and (
        "yes-no" not in unit.reading.fits
    )
    brief = len(said.split()) <= _MOST_OF_GOODBYE and said[-1] not in (".?:;" if alone else "?:;")
    return last if brief and tells_nothing else 0


def _is_heading(text: str) -> bool:
    """Tell whether a sentence is a heading: marked as one, or a few words before a colon."""
    line = text.strip()
    if (line.startswith("#") and line.lstrip("# ")[:1].isalpha()) or (
        line.startswith("**") and line.endswith(("**", "**:"))
    ):
        return "\n" not in line
    return line.endswith(":") and len(line.split()) <= _MOST_OF_HEADING


def _is_signature_mark(sentence: Sentence) -> bool:
    return sentence.text.startswith(("--\n", "-- \n", "_______", "-.-.-", "=====")) or sentence.text == "--"


@lru_cache(maxsize=8192)
def reading_of(text: str, *, is_labelled: bool = False) -> Reading:
    """Return what a sentence says by itself; kept, so that a keystroke reads one sentence anew.

    Behind a number, "Settings" is an answer and no name.
    """
    marker = MARKER.match(text)
    words = plain(text[marker.end() :] if marker else text)
    cues = draft_cues()
    does = {name for name in cues.does if cues.pattern[name].search(words)}
    fits = frozenset(name for name in cues.fits if cues.pattern[name].search(words))
    names_time = (
        does.isdisjoint(("promises", "tells_later", "will_do", "vague"))
        or "dates" in does
        or _names_time(text)
    )
    later = names_time and "tells_later" in does
    is_name = not is_labelled and "yes-no" not in fits and _is_name(text)
    heads = _is_heading(text)
    talks = heads or is_idle(words)
    asks = words.endswith("?") or ("asks_back" in does and "unknown" not in does and bool(asks_in(text)))
    return Reading(
        words=meant_words(text),
        small=small_words(text),
        asks=asks,
        greets="greets" in does or (is_name and text.rstrip().endswith(",")),
        closes="closes" in does or "attributes" in does or is_name,
        thanks="thanks" in does,
        talks=talks,
        heads=heads,
        leads=heads or (talks and leads_in(words)),
        unknown="unknown" in does and not _says_all_the_same(words),
        promises="promises" in does or later,
        will_do="will_do" in does,
        passes_on="passes_on" in does,
        dated=names_time and not does.isdisjoint(("promises", "tells_later", "will_do")),
        vague="vague" in does and not names_time,
        fits=fits,
        shapes=shapes_in(words),
    )


def _says_all_the_same(words: str) -> bool:
    """Tell whether a sentence that knows nothing goes on with something: "no idea why, but 8.1 works"."""
    rest = _ALL_THE_SAME.search(words)
    if rest is None or len(rest.group(1).split()) < _ENOUGH_WORDS:
        return False
    return not any(draft_cues().pattern[name].search(rest.group(1)) for name in _TELL_NOTHING)
