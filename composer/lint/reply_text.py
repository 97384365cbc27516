"""The sentences of a reply with their places, and small questions about its words."""
# ruff: noqa: E501 - a list of words reads best in long lines

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import cast

from composer.lint.own_words import PassageKind, Placed
from composer.lint.promises.commitments import Commitment
from composer.lint.promises.times import timed_passages
from composer.lint.reply import Reply, moment_of
from composer.mail.lines import Role
from composer.when.eta import TimeExpression

_STEM = re.compile(r"(?:ies|ied|ing|ed|es|s|ly|ment|tion)$")
_SMALL_WORDS = (
    "the and for with that this from have has had was were are is not but you your our they them then than when what which "
    "will would can could should may might must just also very more some any all out off into onto over under about after "
    "before again there here where who how why its it's i've we've i'm did does done been being get got still only even "
    "already tried try please each other same one two because since while"
)
_SMALL = frozenset(_SMALL_WORDS.split())


@dataclass(frozen=True, slots=True)
class OwnSentence:
    """A sentence of the agent's; offsets in the draft."""

    start: int
    end: int
    text: str
    placed: Placed


@dataclass(frozen=True, slots=True)
class PlacedTime:
    """A time in the agent's words; offsets in the draft. ``promise`` is the commitment around it, or None."""

    start: int
    end: int
    time: TimeExpression
    sentence: str
    promise: Commitment | None


def own_sentences(reply: Reply) -> Iterator[OwnSentence]:
    """Yield the agent's sentences, without headings and closings."""
    for placed in reply.passages:
        if placed.passage.kind in (PassageKind.HEADING, PassageKind.CLOSING):
            continue
        for one in placed.passage.sentences:
            yield OwnSentence(placed.start + one.start, placed.start + one.end, one.text, placed)


def says(reply: Reply, pattern: re.Pattern[str]) -> bool:
    """Tell whether a pattern stands anywhere in the agent's words, within one passage."""
    return any(placed.passage.found(pattern) for placed in reply.passages)


SentenceWith = tuple[OwnSentence, re.Match[str]]


def sentences_with(reply: Reply, pattern: re.Pattern[str]) -> tuple[SentenceWith, ...]:
    """Return the agent's sentences in which a pattern stands, with its first match there.

    Looked for once in a passage's life; see ``Passage.found``. Offsets of a match count from the
    sentence's start.
    """
    key = f"sentences with {id(pattern)}"
    known = reply.kept.get(key)
    if known is None:
        known = reply.kept[key] = tuple(_sentences_with(reply, pattern))
    return cast("tuple[SentenceWith, ...]", known)


def _sentences_with(reply: Reply, pattern: re.Pattern[str]) -> Iterator[SentenceWith]:
    for placed in reply.passages:
        found = placed.passage.sentences_with(pattern)
        if not found or placed.passage.kind in (PassageKind.HEADING, PassageKind.CLOSING):
            continue
        for one, match in found:
            yield OwnSentence(placed.start + one.start, placed.start + one.end, one.text, placed), match


def own_times(reply: Reply) -> tuple[PlacedTime, ...]:
    """Return the times that the agent names, each with the promise in whose sentence it stands."""
    known = reply.kept.get("own times")
    if known is None:
        known = reply.kept["own times"] = tuple(_own_times(reply))
    return cast("tuple[PlacedTime, ...]", known)


def _own_times(reply: Reply) -> Iterator[PlacedTime]:
    for placed, read in zip(reply.passages, timed_passages(reply), strict=True):
        for time in read.times:
            sentence = placed.passage.sentence_at(time.start)
            promise = next((c for c in read.commitments if c.sentence.start == sentence.start), None)
            yield PlacedTime(placed.start + time.start, placed.start + time.end, time, sentence.text, promise)


def today_of(reply: Reply) -> date | None:
    """Return the day of the reply, or None when nobody knows it."""
    if reply.context.today is None and reply.context.now is None:
        return None
    return moment_of(reply.context).date()


def all_own_words(reply: Reply) -> str:
    """Return the agent's words in one text, for rules that look for something absent."""
    return "\n".join(reply.own_text())


def customers_words(reply: Reply) -> str:
    """Return the customer's own words, or nothing without a mail."""
    if reply.mail is None:
        return ""
    return "\n".join(line.text for line in reply.mail.lines if line.role is Role.OWN)


@lru_cache(maxsize=4000)
def stems(text: str) -> frozenset[str]:
    """Return the content words of a text without their usual endings, for comparing."""
    words = re.findall(r"[^\W\d_]{3,}", text.lower())
    return frozenset(_stem(word) for word in words if word not in _SMALL)


def _stem(word: str) -> str:
    stem = _STEM.sub("", word)
    if len(stem) < 3:
        return word
    return stem[:-1] if len(stem) > 3 and (stem[-1] == stem[-2] or stem[-1] == "e") else stem
