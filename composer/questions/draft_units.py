"""Cuts a draft into the sentences that the agent wrote, and says where each stands.

A unit knows the quote above it, its paragraph, a number at its paragraph's beginning, and what it
does: greet, close, say that nothing is known, promise, ask back.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from composer.closing import closing_block, closing_of
from composer.draft import Block, BlockKind, Draft, unquoted
from composer.questions.content_words import word_sequence
from composer.questions.numbering import Label, labels_in
from composer.questions.reading import Reading, is_name, reading_of
from composer.questions.sentences import Sentence, paragraphs_of, sentences_of

_ABOUT_ANSWERS = re.compile(
    r"\b(?:answers?|questions?|points?|order|replies|antworten|fragen|punkte)\b", re.IGNORECASE
)
_MOST_OF_GOODBYE = 4
_MOST_OF_SIGNATURE = 7
# What stands between names: "Hetty at Lower Mill Vets", "die Familie von der Mühle".
_LINKS_OF_NAMES = frozenset(
    (
        "at", "of", "the", "and", "from", "for", "in", "on", "&", "/", "-", "–", "|", "your", "our",
        "von", "vom", "der", "die", "das", "und", "für", "bei", "im", "am", "zu", "ihr", "ihre", "eure",
        "de", "del", "la", "los", "las", "el", "y", "du", "des", "le", "les", "et", "à", "votre",
        "van", "het", "bij", "do", "da", "dos", "e",
    )
)  # fmt: skip


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


def _goodbyes(units: Sequence[Unit]) -> int:
    """Return how many of a draft's last units are a few words over a name, such as "Ship ahoy" over "Kaisa".

    Alone below its quote, a sentence with a full stop is an answer.
    """
    if not units:
        return 0
    if _is_signed(units):
        return 1
    *lines, name = units[-1].text.strip().split("\n")
    last = 1 if lines else 2
    if last > len(units) or units[-last].paragraph != units[-1].paragraph or not is_name(name):
        return 0
    unit, said = units[-last], " ".join(lines) or units[-last].text.strip()
    if said.endswith(","):
        return last
    alone = last == len(units) or units[-last - 1].quote != unit.quote
    tells_nothing = unit.reading.shapes.isdisjoint(("when", "how-many", "any")) and (
        "yes-no" not in unit.reading.fits
    )
    most = _MOST_OF_SIGNATURE if lines and _stands_apart(units) else _MOST_OF_GOODBYE
    brief = len(said.split()) <= most and said[-1] not in (".?:;" if alone else "?:;")
    return last if brief and tells_nothing else 0


def _is_signed(units: Sequence[Unit]) -> bool:
    """Tell whether a draft ends with names alone in their paragraph: "Bill at Strand Chandlery"."""
    last = units[-1]
    words = last.text.split()
    return (
        _stands_apart(units)
        and not last.numbers
        and not last.goes_on
        and len(words) <= _MOST_OF_SIGNATURE
        and last.text[-1].isalpha()
        and _LINKS_OF_NAMES.issuperset(word for word in words if not word[0].isupper())
    )


def _stands_apart(units: Sequence[Unit]) -> bool:
    """Tell whether a draft's last unit has a paragraph to itself, behind another one below the same quote."""
    if len(units) < 2:
        return False
    before, last = units[-2:]
    return before.paragraph != last.paragraph and before.quote == last.quote


def _is_signature_mark(sentence: Sentence) -> bool:
    return sentence.text.startswith(("--\n", "-- \n", "_______", "-.-.-", "=====")) or sentence.text == "--"
