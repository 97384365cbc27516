"""Reads what a sentence of a draft says by itself: greets, promises, asks back, names a time, answers."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from composer.questions.answer_shapes import shapes_in
from composer.questions.answer_signs import signs_in
from composer.questions.asks import asks_in
from composer.questions.content_words import meant_words, small_words
from composer.questions.draft_cues import draft_cues
from composer.questions.idle_talk import is_idle, leads_in
from composer.questions.plain_words import plain
from composer.questions.sentences import MARKER
from composer.when.eta import find_times

_ALL_THE_SAME = re.compile(r"[,;:–-] ?(?:but|however|though|aber|doch|pero|mais|maar|mas)\b,? (.{1,400})$")
_ENOUGH_WORDS = 3
_TELL_NOTHING = ("unknown", "promises", "passes_on", "thanks")
_MOST_NAMES = 2
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
    ``shapes`` are the answer types whose shape it has (``answer_shapes``), ``signs`` what shows that it tells
    or chats (``answer_signs``);
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
    signs: frozenset[str]

    @property
    def is_idle(self) -> bool:
        """Whether it carries no matter: a greeting, a closing, thanks, idle talk."""
        return self.greets or self.closes or self.thanks or self.talks


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
    named = not is_labelled and "yes-no" not in fits and is_name(text)
    heads = _is_heading(text)
    talks = heads or is_idle(words)
    asks = words.endswith("?") or ("asks_back" in does and "unknown" not in does and bool(asks_in(text)))
    return Reading(
        words=meant_words(text),
        small=small_words(text),
        asks=asks,
        greets="greets" in does or (named and text.rstrip().endswith(",")),
        closes="closes" in does or "attributes" in does or named,
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
        signs=signs_in(words),
    )


def _says_all_the_same(words: str) -> bool:
    """Tell whether a sentence that knows nothing goes on with something: "no idea why, but 8.1 works"."""
    rest = _ALL_THE_SAME.search(words)
    if rest is None or len(rest.group(1).split()) < _ENOUGH_WORDS:
        return False
    return not any(draft_cues().pattern[name].search(rest.group(1)) for name in _TELL_NOTHING)


def _names_time(text: str) -> bool:
    """Tell whether a sentence names a time that somebody can be held to ("soon" is none)."""
    return any(
        not time.is_vague
        for language in _LANGUAGES_OF_TIMES
        for time in find_times(text, now=_ANY_DAY, language=language)
    )


def is_name(text: str) -> bool:
    """Tell whether a sentence is only a name: "Ryan," or "Mark"."""
    words = text.strip(" ,.!-–\n").split()
    return (
        0 < len(words) <= _MOST_NAMES
        and text.strip()[-1] not in ".?:"
        and all(word[:1].isupper() for word in words)
    )


def _is_heading(text: str) -> bool:
    """Tell whether a sentence is a heading: marked as one, or a few words before a colon."""
    line = text.strip()
    if (line.startswith("#") and line.lstrip("# ")[:1].isalpha()) or (
        line.startswith("**") and line.endswith(("**", "**:"))
    ):
        return "\n" not in line
    return line.endswith(":") and len(line.split()) <= _MOST_OF_HEADING
